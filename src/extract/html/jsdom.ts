/**
 * The reference tree: jsdom, for `--dom jsdom` and for the differential tests. About forty times
 * dearer than the own tree, so nothing else uses it.
 */
import { JSDOM, VirtualConsole } from 'jsdom';
import type { DomDocument, ParseHtml } from './dom.ts';

const windows = new WeakMap<DomDocument, JSDOM>();

/** Parses one page with jsdom, scripts off, no subresources. Give the document to `closeJsdom` after use. */
export const parseHtmlWithJsdom: ParseHtml = (html, url) => {
  // Its own console, without listeners: complaints about the page's style sheets are not ours to print.
  const dom = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
  const document: DomDocument = dom.window.document as unknown as DomDocument;
  windows.set(document, dom);
  return document;
};

/**
 * Closes the window of a document that `parseHtmlWithJsdom` made. Its memory is free only after the
 * event loop has turned, so a caller with many pages must await something between them.
 */
export function closeJsdom(document: DomDocument): void {
  const dom = windows.get(document);
  windows.delete(document);
  dom?.window.close();
}
