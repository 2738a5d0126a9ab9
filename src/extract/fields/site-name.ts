/** The publication's name. */
import { getDomainWithoutSuffix } from 'tldts';
import { isObject, type LooseObject, resolve, stringOf, typesOf } from '../page/json-ld.ts';
import { firstMeta, type Page } from '../page/page.ts';
import { comparable, plain } from '../text.ts';
import { type Found, found, metaSource } from './field.ts';

/** Names for comparing only: what may stand beside a title without being part of it. */
export interface SiteNames {
  readonly siteName: Found<string> | null;
  /** Comparable forms: site name, publisher, host and its parts. */
  readonly known: ReadonlySet<string>;
}

export function readSiteNames(page: Page, article: LooseObject | null): SiteNames {
  const known = new Set<string>();
  const host = URL.parse(page.url)?.hostname ?? '';
  const bare = host.replace(/^www\d?\./, '');
  known.add(comparable(bare));
  const name = getDomainWithoutSuffix(bare);
  if (name !== null) known.add(comparable(name)).add(comparable(name.replaceAll('-', ' ')));

  const candidates: Found<string>[] = [];
  const add = (value: string | null, source: Found<string>['source']): void => {
    if (value === null) return;
    const text = plain(value);
    if (text === '' || text.length > 80 || /^https?:/i.test(text)) return;
    candidates.push(found(text, source));
  };
  const og = firstMeta(page, 'og:site_name');
  if (og !== null) add(og.value, 'opengraph');
  const publisher = resolve(article?.publisher, page.linkedData);
  if (isObject(publisher)) add(stringOf(publisher.name ?? null), 'json-ld');
  else add(stringOf(publisher ?? null), 'json-ld');
  for (const node of page.linkedData.nodes) {
    if (typesOf(node).includes('WebSite')) add(stringOf(node.name ?? null), 'json-ld');
  }
  const meta = firstMeta(
    page,
    'application-name',
    'apple-mobile-web-app-title',
    'cre',
    'dc.publisher',
    'publisher',
  );
  if (meta !== null) add(meta.value, metaSource(meta.name));
  const label = name === null ? '' : squeeze(name);
  const isHost = (text: string): boolean => label !== '' && namesHost(text, label, squeeze(bare));
  const hung = candidates.length === 0 ? hungOn(page.documentTitle, isHost) : null;
  if (hung !== null) candidates.push(found(hung, 'markup'));
  for (const candidate of candidates) known.add(comparable(candidate.value));
  const [first = null] = candidates;
  const siteName = first === null ? null : { ...first, value: withoutSlogan(first.value, isHost) };
  if (siteName !== null) known.add(comparable(siteName.value));
  for (const item of [...known]) known.add(item.replaceAll(' ', ''));
  known.delete('');
  return { siteName, known };
}

/** What stands between the parts of a document's title. */
const BETWEEN = /\s*[|¦│‖•·»«–—―›⋆]\s*|\s+-{1,2}\s+|:\s+|\s+[/l]\s+/;
/** Names are short. */
const LONGEST_NAME = 40;

/** The part at the end or the beginning of a document's title that is the host's name, as it is written. */
function hungOn(title: string, isHost: (text: string) => boolean): string | null {
  const parts = title.slice(0, 400).split(BETWEEN);
  if (parts.length < 2) return null;
  const part = [parts.at(-1) ?? '', parts[0] ?? ''].find(
    (text) => text.length <= LONGEST_NAME && isHost(text),
  );
  return part?.replace(/^[\s([]+|[\s)\]]+$/g, '') ?? null;
}

/** “Valley Herald – all news from the valley” is named by its first words, where the host is. */
function withoutSlogan(name: string, isHost: (text: string) => boolean): string {
  if (isHost(name)) return name;
  const [first = '', second] = name.split(BETWEEN);
  return second !== undefined && isHost(first) ? first.trim() : name;
}

/** Whether a text is the host's name: all of it, or as much of it as leaves little over. */
function namesHost(text: string, label: string, host: string): boolean {
  const own = squeeze(text);
  if (own.length < 2) return false;
  if (own === label || own === host) return true;
  return own.length >= 5 && own.length * 2 > label.length && (label.startsWith(own) || label.endsWith(own));
}

/** Letters and digits as hosts write them: no blanks, no accents, umlauts in two letters. */
function squeeze(text: string): string {
  return text
    .slice(0, 200)
    .toLowerCase()
    .replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter)
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
