/** Whether everyone may read the whole article. */
import type { Access } from '../../article/article.ts';
import { type LooseObject, stringOf } from '../page/json-ld.ts';
import type { Page } from '../page/page.ts';
import { type Found, found } from './field.ts';

/** schema.org `isAccessibleForFree`, then content-tier metas; null means that the page says nothing. */
export function readAccess(page: Page, article: LooseObject | null): Found<Access> | null {
  const free = article?.isAccessibleForFree;
  const text =
    typeof free === 'boolean'
      ? String(free)
      : (stringOf(free ?? null) ?? '').toLowerCase().replace(/^.*\//, '');
  if (text === 'false' || text === 'no') return found('paywalled', 'json-ld');
  const tier = page.metas.get('article:content_tier')?.[0]?.trim().toLowerCase();
  if (tier === 'locked' || tier === 'paid') return found('paywalled', 'opengraph');
  if (tier === 'metered') return found('metered', 'opengraph');
  if (text === 'true' || text === 'yes') return found('free', 'json-ld');
  return tier === 'free' ? found('free', 'opengraph') : null;
}
