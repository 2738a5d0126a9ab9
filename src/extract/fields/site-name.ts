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
  for (const candidate of candidates) known.add(comparable(candidate.value));
  known.delete('');
  return { siteName: candidates[0] ?? null, known };
}
