/** What each HTML element is for the body: block, inline, or nothing at all. */
import type { DomElement } from '../html/dom.ts';

/** Elements that start a line of their own (HTML standard §15.3, rendering). */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'amp-img',
  'amp-iframe',
  'amp-video',
]);

/** Elements whose content is never text of the article. */
export const SILENT_ELEMENTS: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'applet',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'source',
  'track',
  'map',
  'area',
  'input',
  'button',
  'select',
  'option',
  'textarea',
  'datalist',
  'meta',
  'link',
  'head',
  'title',
  'base',
  'frame',
  'frameset',
  'noframes',
  'param',
  'progress',
  'meter',
  'dialog',
]);

export const HEADING_ELEMENTS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Whether a block element stands inside. A few levels suffice: inline elements around blocks are links and spans around a card. */
export function holdsBlock(element: DomElement, levels = 3): boolean {
  for (const child of element.children) {
    if (BLOCK_ELEMENTS.has(child.localName)) return true;
    if (levels > 0 && holdsBlock(child, levels - 1)) return true;
  }
  return false;
}
