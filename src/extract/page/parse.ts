/** The one switch between the two DOMs. */
import { NewsmillError } from '../../errors.ts';
import type { DomDocument } from '../html/dom.ts';
import { parseHtml, type Utf8Markup } from '../html/index.ts';
import type { DomChoice, ExtractLimits } from '../options.ts';

type Reference = typeof import('../html/jsdom.ts');

let reference: Reference | undefined;

/** Loads what a DOM needs. jsdom costs 0.3 s and 50 MB to load, so only who asks for it pays. */
export async function prepareDom(dom: DomChoice): Promise<void> {
  if (dom === 'jsdom') reference ??= await import('../html/jsdom.ts');
}

/**
 * Parses a page with the chosen DOM; both give the same tree for the same page.
 * @throws NewsmillError `internal` when `prepareDom('jsdom')` was not awaited before
 */
export function parsePage(
  markup: string | Utf8Markup,
  url: string,
  dom: DomChoice,
  limits: ExtractLimits,
): DomDocument {
  if (dom === 'own') return parseHtml(markup, url, { maxDepth: limits.maxDepth, maxNodes: limits.maxNodes });
  if (reference === undefined)
    throw new NewsmillError('internal', 'The reference DOM was asked for before it was loaded.');
  return reference.parseHtmlWithJsdom(typeof markup === 'string' ? markup : markup.text, url);
}

/** Frees what a document holds outside the heap. */
export function releasePage(document: DomDocument): void {
  reference?.closeJsdom(document);
}
