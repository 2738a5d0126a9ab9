/** Which JSON-LD node describes this page's article. */

import { isObject, type LooseObject, stringOf, typesOf } from '../page/json-ld.ts';
import { absoluteUrl, firstMeta, type Page } from '../page/page.ts';
import { comparable } from '../text.ts';

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
/** Types of what pages have beside their article: such a node is about the page only if it is named like it. */
const BESIDE = new Set([
  'VideoObject',
  'Review',
  'Event',
  'PodcastEpisode',
  'Recipe',
  'HowTo',
  'ImageGallery',
  'MediaGallery',
]);

/**
 * The article's node: news types first, then the one that names this page's address; null without any.
 * Entries of a live blog are not it, nor is what tells another story at another address.
 */
export function articleNode(page: Page): LooseObject | null {
  let best: LooseObject | null = null;
  let bestScore = 0;
  for (const node of page.linkedData.nodes) {
    const score = scoreOf(node, page);
    if (score > bestScore && !isOfAnother(node, page)) {
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

/** Whether a node tells of something else than this page: an entry, an item of a list, another story. */
export function isOfAnother(node: LooseObject, page: Page): boolean {
  const part = page.linkedData.parts.get(node);
  if (part === 'entry') return true;
  if (isNodeOf(node, page)) return false;
  if (part === 'other') return true;
  const headline = comparable(stringOf(node.headline ?? node.name ?? null) ?? '');
  if (headline === '' || isAboutPage(headline, page)) return false;
  return leadsElsewhere(node, page) || isBeside(node, page);
}

/** Whether a node is of something that stands with articles. On a page that calls itself a video its video is not that. */
function isBeside(node: LooseObject, page: Page): boolean {
  const types = typesOf(node);
  if (!types.some((type) => BESIDE.has(type)) || isArticleNode(node)) return false;
  return !(types.includes('VideoObject') && isVideoPage(page));
}

/** Whether `og:type` (https://ogp.me/#type_video) says that the page is a video. */
export function isVideoPage(page: Page): boolean {
  return page.metas.get('og:type')?.[0]?.trim().toLowerCase().startsWith('video') === true;
}

/** The video that the page is about; null without one. */
export function videoNode(page: Page): LooseObject | null {
  return (
    page.linkedData.nodes.find((node) => typesOf(node).includes('VideoObject') && !isOfAnother(node, page)) ??
    null
  );
}

/** Whether a node states an address on this host that is neither the page's nor the front page. */
function leadsElsewhere(node: LooseObject, page: Page): boolean {
  const stated = stringOf(node.url ?? null) ?? addressIn(node.mainEntityOfPage);
  const target = stated === null ? null : URL.parse(stated, page.baseUrl);
  return target !== null && target.pathname.length > 1;
}

/** A headline most of which is in none of the page's own titles is that of another story. */
function isAboutPage(headline: string, page: Page): boolean {
  const titles = [page.documentTitle, firstMeta(page, 'og:title')?.value ?? ''];
  for (const heading of page.headings.slice(0, 5)) titles.push((heading.textContent ?? '').slice(0, 500));
  const whole = titles.map(comparable).join('\n');
  let common = 0;
  const runs = Math.max(1, headline.length - 2);
  for (let i = 0; i < runs; i++) if (whole.includes(headline.slice(i, i + 3))) common++;
  return common / runs > 0.5;
}

function addressIn(value: unknown): string | null {
  return isObject(value) ? stringOf(value['@id'] ?? value.url ?? null) : stringOf(value ?? null);
}

/** Whether a node names the page's address as its own. */
export function isNodeOf(node: LooseObject, page: Page): boolean {
  return (['url', 'mainEntityOfPage', '@id'] as const).some((key) => {
    const href = addressIn(node[key]);
    return href !== null && sameAddress(href, page);
  });
}

/** Same host and path, whatever the scheme, `www.`, query and fragment. */
export function sameAddress(href: string, page: Page): boolean {
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
