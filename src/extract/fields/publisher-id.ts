/** The ids that a page states for its article: what its publisher calls it, whatever its address. */
import { isObject, type LooseObject } from '../page/json-ld.ts';
import type { Page } from '../page/page.ts';

/** Names of meta elements that content systems write the article's id in. */
const META_NAMES = [
  'article:id',
  'article_id',
  'article-id',
  'articleid',
  'content_id',
  'content-id',
  'contentid',
  'post_id',
  'post-id',
  'postid',
  'story_id',
  'story-id',
  'storyid',
  'cxenseparse:recs:articleid',
  'cxenseparse:articleid',
  'parsely-post-id',
  'brightspot.contentid',
  'bt:id',
  'dc.identifier',
  'dcterms.identifier',
];
const LONGEST = 200;
const MOST_IDS = 4;

/**
 * Ids in the order of how telling they are: JSON-LD `identifier` (schema.org/identifier: text, number or
 * PropertyValue) and an `@id` that is no part of an address, meta elements, WordPress's post number
 * (`link rel=shortlink`, `article id="post-…"`). Never an address of the page: those are known otherwise. An
 * id only finds an article; whether it is the same one is for the texts to tell.
 */
export function readPublisherIds(page: Page, article: LooseObject | null): string[] {
  const ids = [
    ...identifiersOf(article?.identifier),
    ...(typeof article?.['@id'] === 'string' && /^(?:urn|tag|uuid):/i.test(article['@id'])
      ? [article['@id']]
      : []),
    ...META_NAMES.flatMap((name) => page.metas.get(name)?.slice(0, 1) ?? []),
    ...postNumbers(page),
  ];
  return [...new Set(ids.map((id) => id.trim()).filter(isTelling))].slice(0, MOST_IDS);
}

function identifiersOf(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' && Number.isSafeInteger(value)) return [String(value)];
  if (Array.isArray(value) && depth === 0)
    return value.slice(0, MOST_IDS).flatMap((item) => identifiersOf(item, 1));
  return isObject(value) && depth < 2 ? identifiersOf(value.value, 2) : [];
}

function postNumbers(page: Page): string[] {
  const found: string[] = [];
  for (const { rel, href } of page.links) {
    const number = rel.split(/\s+/).includes('shortlink') ? /[?&]p=(\d{1,12})\b/.exec(href)?.[1] : undefined;
    if (number !== undefined) found.push(`post-${number}`);
  }
  const posts = page.elements.filter(
    (element) => element.localName === 'article' && /^post-\d{1,12}$/.test(element.id),
  );
  // Several are a list of articles, of which none is the page's own.
  if (posts.length === 1 && posts[0] !== undefined) found.push(posts[0].id);
  return found;
}

/** An id has a digit, and is neither an address nor a date nor a sentence. */
function isTelling(id: string): boolean {
  return (
    id.length >= 3 &&
    id.length <= LONGEST &&
    /\d/.test(id) &&
    !/\s/.test(id) &&
    !/^(?:https?:)?\/\//i.test(id) &&
    !/^(?:19|20)\d{2}(?:-?\d{2}){0,2}(?:T.*)?$/.test(id)
  );
}
