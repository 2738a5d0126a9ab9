/** The headline, without the site's name and section that pages hang on it. */
import { type LooseObject, stringOf } from '../page/json-ld.ts';
import { firstMeta, type Page } from '../page/page.ts';
import { comparable, plain } from '../text.ts';
import { type Found, found, metaSource } from './field.ts';
import type { SiteNames } from './site-name.ts';

const SEPARATOR = /\s+[|¦│‖•·»«–—―~/\\]+\s+|\s+-{1,2}\s+|\s*[|│]\s*|\s+:{2}\s+|\s*»\s+/g;
const MAX_TITLE = 400;

/**
 * The title's candidates, best first: the headline the page shows (h1) where another source agrees
 * with it, else JSON-LD, Open Graph, the document's title, each with the site's name taken off.
 */
export function readTitle(page: Page, article: LooseObject | null, names: SiteNames): Found<string> | null {
  const candidates: Found<string>[] = [];
  const add = (value: string | null | undefined, source: Found<string>['source']): void => {
    const text = plain((value ?? '').slice(0, 2000)).slice(0, MAX_TITLE);
    if (text !== '') candidates.push(found(stripSite(text, names), source));
  };
  add(stringOf(article?.headline ?? null), 'json-ld');
  const og = firstMeta(page, 'og:title');
  if (og !== null) add(og.value, 'opengraph');
  const other = firstMeta(
    page,
    'twitter:title',
    'title',
    'dc.title',
    'dcterms.title',
    'parsely-title',
    'sailthru.title',
    'headline',
  );
  if (other !== null) add(other.value, metaSource(other.name));
  add(page.documentTitle, 'markup');
  const h1 = headlineElement(page, candidates, names);
  if (h1 !== null) return h1;
  const name = stringOf(article?.name ?? null);
  if (candidates.length === 0) add(name, 'json-ld');
  return (
    candidates.find((candidate) => !names.known.has(comparable(candidate.value))) ?? candidates[0] ?? null
  );
}

/** An h1 that says the same as the metadata, or more, is the headline as readers see it. */
function headlineElement(
  page: Page,
  candidates: readonly Found<string>[],
  names: SiteNames,
): Found<string> | null {
  const shown: string[] = [];
  for (const heading of page.headings) {
    if (heading.localName !== 'h1') continue;
    const text = plain(heading.textContent ?? '').slice(0, MAX_TITLE);
    if (text.length >= 8 && !names.known.has(comparable(text))) shown.push(text);
    if (shown.length >= 8) break;
  }
  let best: { text: string; score: number } | null = null;
  for (const text of shown) {
    for (const candidate of candidates) {
      const score = overlap(text, candidate.value);
      if (score >= 0.6 && (best === null || score > best.score)) best = { text, score };
    }
  }
  if (best !== null) return found(best.text, 'markup');
  return candidates.length === 0 && shown[0] !== undefined ? found(shown[0], 'markup') : null;
}

/** Share of the shorter title's words that the longer has. */
function overlap(a: string, b: string): number {
  const left = new Set(comparable(a).split(' '));
  const right = new Set(comparable(b).split(' '));
  let common = 0;
  for (const word of left) if (right.has(word)) common++;
  return common / Math.max(1, Math.max(left.size, right.size));
}

/** Takes known names off both ends; of an unknown last part, only one that looks like a site's name. */
export function stripSite(title: string, names: SiteNames): string {
  const cuts = [...title.matchAll(SEPARATOR)];
  if (cuts.length === 0) return title;
  const parts: { text: string; start: number; end: number }[] = [];
  let start = 0;
  for (const cut of cuts) {
    parts.push({ text: title.slice(start, cut.index), start, end: cut.index });
    start = cut.index + cut[0].length;
  }
  parts.push({ text: title.slice(start), start, end: title.length });
  let first = 0;
  let last = parts.length - 1;
  const isName = (index: number): boolean => {
    const text = comparable(parts[index]?.text ?? '');
    return text === '' || names.known.has(text) || names.known.has(text.replaceAll(' ', ''));
  };
  let stripped = false;
  while (last > first && isName(last)) {
    last--;
    stripped = true;
  }
  // What stands between headline and site name is a section: short, and never the longer part.
  if (stripped) {
    while (last > first && isShort(parts[last]?.text ?? '') && length(parts, first, last - 1) > 25) last--;
  }
  while (first < last && isName(first)) first++;
  const from = parts[first]?.start ?? 0;
  const to = parts[last]?.end ?? title.length;
  return title.slice(from, to).trim() || title;
}

function isShort(text: string): boolean {
  return text.length <= 20 && text.trim().split(/\s+/).length <= 2;
}

function length(parts: readonly { text: string }[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i <= to; i++) sum += parts[i]?.text.length ?? 0;
  return sum;
}
