/** Which of the kinds that are stored an article is of. */
import type { ArticleType } from '../../article/article.ts';
import { isArticleNode, isOfAnother, isVideoPage, videoNode } from '../fields/article-node.ts';
import type { DomElement } from '../html/dom.ts';
import { type LooseObject, typesOf } from '../page/json-ld.ts';
import type { Page } from '../page/page.ts';
import { isFurniture } from './signs.ts';

/** Words under which an article is a brief. */
export const BRIEF_WORDS = 100;
/** Pictures that make a gallery; words for each, and in all, at most: fewer where nothing on the page calls it one. */
const GALLERY_PICTURES = 5;
const NAMED = { each: 60, all: 800 } as const;
const UNNAMED = { each: 25, all: 300 } as const;

/** Words from which a text with a video is an article, unless its address says that it is a video. */
const VIDEO_WORDS = 250;
const VIDEO_PATH = /\/(?:videos?|vidéos?|watch|mediathek)(?:\/|$)/i;

const GALLERY_NAME =
  /(?:^|[/\s_-])(?:galler(?:y|ies|ia)|slide-?shows?|photo-?(?:galler\w*|story|essay|stories)|in-pictures|pictures|photos|bilderstrecken?|bildergalerien?|fotostrecken?|fotos?-?galerie\w*|diaporamas?|galer[ií]as?|fotogaler\w*|fotogallery|foto)(?:$|[/\s_-])/i;
const PLAYER =
  /youtube(?:-nocookie)?\.com\/embed|player\.vimeo|dailymotion\.com\/embed|brightcove|jwplatform|jwplayer|kaltura|\/embed\/video/i;

export interface Shape {
  readonly words: number;
  readonly root: DomElement;
}

/**
 * From linked data and `og:type` first, then from what the page consists of.
 * @param fresh gives the page as it was parsed; asked for only where there are few words
 */
export function articleType(
  article: LooseObject | null,
  page: Page,
  { words, root }: Shape,
  fresh: () => Page,
): ArticleType {
  const types = article === null ? [] : typesOf(article);
  const isLive = page.linkedData.nodes.some(
    (node) => typesOf(node).includes('LiveBlogPosting') && !isOfAnother(node, page),
  );
  if (isLive) return 'liveBlog';
  if (types.includes('ImageGallery') || types.includes('MediaGallery')) return 'gallery';
  const isStated = article !== null && isArticleNode(article);
  const isOfVideo = types.includes('VideoObject') || (!isStated && videoNode(page) !== null);
  if ((isOfVideo || isVideoPage(page)) && words < VIDEO_WORDS) return 'video';
  if (isOfVideo && VIDEO_PATH.test(URL.parse(page.url)?.pathname ?? '')) return 'video';
  const pictures = picturesOf(root);
  const isAtMost = ({ each, all }: typeof NAMED | typeof UNNAMED): boolean =>
    pictures >= GALLERY_PICTURES && words < Math.min(each * pictures, all);
  if (!isStated && isAtMost(UNNAMED)) return 'gallery';
  if (isAtMost(NAMED) && (GALLERY_NAME.test(URL.parse(page.url)?.pathname ?? '') || isNamedGallery(fresh())))
    return 'gallery';
  if (!isStated && words < BRIEF_WORDS && hasPlayer(fresh())) return 'video';
  return words < BRIEF_WORDS ? 'brief' : 'article';
}

/** Smallest side of a picture, where its markup tells: smaller ones are icons and portraits. */
const LEAST_SIDE = 200;

function picturesOf(root: DomElement): number {
  let pictures = 0;
  for (const image of root.getElementsByTagName('img')) {
    const sides = [image.getAttribute('width'), image.getAttribute('height')].map((side) =>
      Number.parseInt(side ?? '', 10),
    );
    if (!sides.some((side) => side < LEAST_SIDE)) pictures++;
  }
  return pictures;
}

function isNamedGallery(page: Page): boolean {
  return page.elements.some(
    (element) =>
      (element.localName === 'body' || element.localName === 'article' || element.localName === 'main') &&
      GALLERY_NAME.test(`${element.className} ${element.id}`),
  );
}

function hasPlayer({ document }: Page): boolean {
  for (const element of document.body?.querySelectorAll('video, iframe, amp-video, amp-youtube') ?? []) {
    if (isFurniture(element)) continue;
    if (element.localName !== 'iframe') return true;
    if (PLAYER.test(element.getAttribute('src') ?? element.getAttribute('data-src') ?? '')) return true;
  }
  return false;
}
