/** Whether everyone may read the whole article. */
import type { Access } from '../../article/article.ts';
import { isObject, type LooseObject, stringOf } from '../page/json-ld.ts';
import type { Page } from '../page/page.ts';
import { type Found, found } from './field.ts';

/**
 * schema.org `isAccessibleForFree` of the article or of a part of it (https://schema.org/hasPart), in linked data or
 * microdata, then content-tier metas; null means that the page says nothing.
 */
export function readAccess(page: Page, article: LooseObject | null): Found<Access> | null {
  const free = saysFree(article?.isAccessibleForFree);
  if (free === false) return found('paywalled', 'json-ld');
  // What is said of the whole counts more: templates state a closed part of free articles too.
  if (free === null && partsOf(article).some((part) => saysFree(part.isAccessibleForFree) === false))
    return found('paywalled', 'json-ld');
  const marked = saysFree(page.metas.get('isaccessibleforfree')?.[0]);
  if (marked === false) return found('paywalled', 'microdata');
  const tier = page.metas.get('article:content_tier')?.[0]?.trim().toLowerCase();
  if (tier === 'locked' || tier === 'paid') return found('paywalled', 'opengraph');
  if (tier === 'metered') return found('metered', 'opengraph');
  if (free === true) return found('free', 'json-ld');
  if (marked === true) return found('free', 'microdata');
  return tier === 'free' ? found('free', 'opengraph') : null;
}

/** Publishers write the boolean as a boolean, as a word and as schema.org's address of it. */
function saysFree(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = (stringOf(value ?? null) ?? '').trim().toLowerCase().replace(/^.*\//, '');
  if (word === 'false' || word === 'no') return false;
  return word === 'true' || word === 'yes' ? true : null;
}

const MOST_PARTS = 20;

function partsOf(article: LooseObject | null): readonly LooseObject[] {
  const parts = article?.hasPart;
  return (Array.isArray(parts) ? parts.slice(0, MOST_PARTS) : [parts]).filter(isObject);
}
