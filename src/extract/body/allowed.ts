/** What may come out in the body's HTML: everything that is not named here stays out. */
import type { DomElement } from '../html/dom.ts';
import { absoluteUrl } from '../page/page.ts';

/** Element → the attributes it may keep. URL attributes are made absolute, others copied. */
export const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ['a', ['href', 'title', 'hreflang']],
  ['abbr', ['title']],
  ['b', []],
  ['bdi', ['dir']],
  ['bdo', ['dir']],
  ['blockquote', ['cite']],
  ['br', []],
  ['caption', []],
  ['cite', []],
  ['code', []],
  ['col', ['span']],
  ['colgroup', ['span']],
  ['dd', []],
  ['del', ['datetime']],
  ['dfn', []],
  ['dl', []],
  ['dt', []],
  ['em', []],
  ['figcaption', []],
  ['figure', []],
  ['h1', []],
  ['h2', []],
  ['h3', []],
  ['h4', []],
  ['h5', []],
  ['h6', []],
  ['hr', []],
  ['i', []],
  ['img', ['src', 'alt', 'title', 'width', 'height']],
  ['ins', ['datetime']],
  ['kbd', []],
  ['li', ['value']],
  ['mark', []],
  ['ol', ['start', 'reversed']],
  ['p', ['dir', 'lang']],
  ['pre', []],
  ['q', ['cite']],
  ['rp', []],
  ['rt', []],
  ['ruby', []],
  ['s', []],
  ['samp', []],
  ['small', []],
  ['strong', []],
  ['sub', []],
  ['sup', []],
  ['table', []],
  ['tbody', []],
  ['td', ['colspan', 'rowspan']],
  ['tfoot', []],
  ['th', ['colspan', 'rowspan', 'scope']],
  ['thead', []],
  ['time', ['datetime']],
  ['tr', []],
  ['u', []],
  ['ul', []],
  ['var', []],
  ['wbr', []],
]);

/** Elements without content (HTML standard §13.1.2). */
export const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'col']);
export const URL_ATTRIBUTES: ReadonlySet<string> = new Set(['href', 'src', 'cite']);
/** An element that is worth nothing without content. */
export const NEEDS_CONTENT: ReadonlySet<string> = new Set([
  'p',
  'li',
  'ul',
  'ol',
  'dl',
  'dd',
  'dt',
  'table',
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'figure',
  'figcaption',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'a',
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'small',
  'sub',
  'sup',
  'pre',
  'code',
  'q',
  'cite',
  'caption',
  'mark',
  'del',
  'ins',
]);

/** Links may lead to the web, to mail and to a telephone; anything else (javascript:, data:) has no target. */
export function linkTarget(href: string | null, base: string): string | null {
  const trimmed = href?.trim() ?? '';
  if (/^(?:mailto|tel):[^\s<>"]{1,300}$/i.test(trimmed)) return trimmed;
  return absoluteUrl(trimmed, base);
}

const IMAGE_ADDRESSES = ['src', 'data-src', 'data-original', 'data-lazy-src', 'data-full-src'] as const;
/** The file that stands in for a picture until it is scrolled to. */
const STAND_IN = /(?:spacer|blank|placeholder|1x1|transparent|loading)[^/]*\.(?:gif|png|svg|jpe?g|webp)/i;

/** The address of the picture, which may wait in another attribute; null where there is none on the web. */
export function imageTarget(image: DomElement, base: string): string | null {
  let first: string | null = null;
  for (const name of IMAGE_ADDRESSES) {
    const url = absoluteUrl(image.getAttribute(name), base);
    if (url === null) continue;
    if (!STAND_IN.test(url)) return url;
    first ??= url;
  }
  const set = image.getAttribute('srcset') ?? image.getAttribute('data-srcset');
  return absoluteUrl(set?.trim().split(/\s+/, 1)[0]?.replace(/,$/, ''), base) ?? first;
}
