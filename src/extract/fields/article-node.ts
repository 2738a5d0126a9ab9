/** Which JSON-LD node describes this page's article. */

import { isObject, type LooseObject, stringOf, typesOf } from '../page/json-ld.ts';
import { absoluteUrl, type Page } from '../page/page.ts';

const ARTICLE_TYPES = new Set([
  'NewsArticle',
  'Article',
  'BlogPosting',
  'ReportageNewsArticle',
  'AnalysisNewsArticle',
  'OpinionNewsArticle',
  'BackgroundNewsArticle',
  'ReviewNewsArticle',
  'AskPublicNewsArticle',
  'AdvertiserContentArticle',
  'SatiricalArticle',
  'LiveBlogPosting',
  'SocialMediaPosting',
  'DiscussionForumPosting',
  'TechArticle',
  'ScholarlyArticle',
  'Report',
  'Review',
  'ReviewArticle',
  'Recipe',
  'HowTo',
  'MedicalScholarlyArticle',
  'Blog',
  'PressRelease',
  'ImageGallery',
  'VideoObject',
  'PodcastEpisode',
  'Event',
]);
const PAGE_TYPES = new Set([
  'WebPage',
  'ItemPage',
  'MediaGallery',
  'CollectionPage',
  'AboutPage',
  'CreativeWork',
]);
const STRONG = /Article$|^BlogPosting$|^LiveBlogPosting$|^Report$/;

/** The article's node: news types first, then the one that names this page's address; null without any. */
export function articleNode(page: Page): LooseObject | null {
  let best: LooseObject | null = null;
  let bestScore = 0;
  for (const node of page.linkedData.nodes) {
    const score = scoreOf(node, page);
    if (score > bestScore) {
      best = node;
      bestScore = score;
    }
  }
  return best;
}

/** Whether a node is of a type that articles have. */
export function isArticleNode(node: LooseObject): boolean {
  return typesOf(node).some((type) => STRONG.test(type));
}

function scoreOf(node: LooseObject, page: Page): number {
  const types = typesOf(node);
  const known = types.some((type) => ARTICLE_TYPES.has(type));
  if (!known && !types.some((type) => PAGE_TYPES.has(type))) return 0;
  let score = known ? 4 : 1;
  if (types.some((type) => STRONG.test(type))) score += 6;
  if (stringOf(node.headline ?? null) !== null) score += 3;
  if (stringOf(node.datePublished ?? null) !== null) score += 2;
  if (node.author !== undefined) score += 1;
  if (typeof node.articleBody === 'string') score += 1;
  return isNodeOf(node, page) ? score + 4 : score;
}

/** Whether a node names the page's address as its own. */
export function isNodeOf(node: LooseObject, page: Page): boolean {
  return (['url', 'mainEntityOfPage', '@id'] as const).some((key) => {
    const value = node[key];
    const href = isObject(value) ? stringOf(value['@id'] ?? value.url ?? null) : stringOf(value ?? null);
    return href !== null && sameAddress(href, page);
  });
}

/** Same host and path, whatever the scheme, `www.`, query and fragment. */
function sameAddress(href: string, page: Page): boolean {
  const a = absoluteUrl(href, page.baseUrl);
  return a !== null && bare(a) === bare(page.url);
}

function bare(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .toLowerCase();
}
