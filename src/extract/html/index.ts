/** The page's tree: newsmill's own DOM (the default) and how to get one from markup. */
import { NewsmillError } from '../../errors.ts';
import type { DomDocument } from './dom.ts';
import { DEFAULT_LIMITS, type ParseLimits } from './limits.ts';
import { buildDocument } from './parser/index.ts';
import type { Utf8Markup } from './utf8-markup.ts';

export type { DomAttr, DomDocument, DomElement, DomNode, ParseHtml } from './dom.ts';
export { COMMENT_NODE, DOCUMENT_NODE, ELEMENT_NODE, TEXT_NODE } from './dom.ts';
export { DEFAULT_LIMITS, type ParseLimits } from './limits.ts';
export { Utf8Markup } from './utf8-markup.ts';

/**
 * Parses one page as a browser without scripting would.
 *
 * @param markup  the page's markup, decoded or in UTF-8
 * @param url     its absolute address; relative links resolve against it
 * @param options bounds that differ from `DEFAULT_LIMITS`
 * @throws NewsmillError `invalid_url`, `page_too_deep`, `page_too_many_nodes`
 */
export function parseHtml(
  markup: string | Utf8Markup,
  url: string,
  options: Partial<ParseLimits> = {},
): DomDocument {
  return buildDocument(markup, absoluteUrl(url), {
    limits: { ...DEFAULT_LIMITS, ...options },
    scripting: false,
  });
}

function absoluteUrl(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null)
    throw new NewsmillError('invalid_url', `'${url.slice(0, 200)}' is not an absolute address`);
  return parsed.href;
}
