/** The lead image, and every image of the body with caption and credit. */
import type { ArticleImage } from '../../article/article.ts';
import type { DomElement } from '../html/dom.ts';
import { isObject, type LooseObject, resolve, stringOf } from '../page/json-ld.ts';
import { absoluteUrl, firstMeta, type Page, pathOf } from '../page/page.ts';
import { plain } from '../text.ts';
import { videoNode } from './article-node.ts';
import { captionOf, cleanCredit, splitCredit } from './captions.ts';
import { type Found, found } from './field.ts';
import { isSiteLogo } from './site-logo.ts';

const MAX_IMAGES = 100;
const NOT_A_PICTURE =
  /(?:^data:)|(?:^|[/_.-])(?:sprites?|spacer|clear|pixel|blank|placeholder|1x1|transparent|loading|loader|lazy)(?:[_.-]?(?:\d[\dx]*|img|image|icon|gif|gr[ae]y|white|bg|small|large|default))*\.(?:gif|png|svg|jpe?g|webp)|\bgravatar\.com\/|\/(?:emoji|smil(?:ey|ie)s?|avatars?)\/|[_-]avatar[_.-]/i;
/** The site's own mark, the icons its pages have for tabs and home screens, what its theme brings, and what says that there is no picture. */
const SITE_PICTURE =
  /favicon|apple-?touch-?icon|android-chrome|(?:^|\/)mstile-|\/wp-content\/themes\/|\/cropped-logo|\/cropped-[^/]*-(?:32x32|150x150|180x180|192x192|270x270|512x512)\.|-(?:180x180|192x192|270x270|512x512)\.png|logo(?:@\dx)?(?:[_-]?\d+(?:x\d+)?)?\.(?:png|svg|gif)|[_-]icons?\.(?:png|svg|gif)|(?:^|\/)(?:site-?)?logo[^/]*\.|(?:^|\/)(?:facebook|twitter)(?:[_-]?(?:image|img|pic|share|logo|card|standard|default))*\.|(?:og|open-?graph|social|share|sharing|fb)[_-]?(?:image|img)?[_-]?(?:default|standard|fallback)[^/]*\.|(?:default|standard|fallback)[_-](?:og|open-?graph|social|share|sharing|fb)[^/]*\.|(?:^|\/)no-?(?:preview|img|image|photo|picture|foto|bild)[^/]*\./i;
const GENERIC =
  /(?:logo|default|placeholder|favicon|icon|share-?image|social-?share|og-?image-?default|fallback)[^/]*\.(?:png|jpe?g|svg|gif|webp)/i;

/** The picture the article opens with as the page shows it; else the one it names for previews. */
export function readLeadImage(page: Page, article: LooseObject | null): Found<string> | null {
  const preview = readPreviewImage(page, article);
  return readShownImage(page, preview?.value ?? null) ?? preview;
}

const LEAD_CLASS =
  /lead|hero|main-?image|featured|wp-post-image|article-?image|header-?image|opener|teaser-?image|top-?image|aufmacher|cover|article__image|post-?thumbnail|story-?image/i;
/** How many elements away from the headline the opening picture may stand. */
const LEAD_REACH = 160;

/**
 * Among pictures near the headline: the one that is the preview image in another size, else one in a
 * figure or named as the opening one.
 */
function readShownImage(page: Page, preview: string | null): Found<string> | null {
  const headline = page.headings.find((heading) => heading.localName === 'h1');
  const at = headline === undefined ? 0 : page.elements.indexOf(headline);
  const stem = preview === null ? null : stemOf(preview);
  const isThumbnail = (url: string): boolean => (widthInUrl(url) ?? LEAST_WIDTH) < LEAST_WIDTH;
  let best: { url: string; score: number } | null = null;
  let seen = 0;
  for (const [index, element] of page.elements.entries()) {
    if (element.localName !== 'img' && element.localName !== 'amp-img') continue;
    if (++seen > 200) break;
    const distance = index - at;
    const isFar = distance < -40 || distance > LEAD_REACH || isTiny(element) || isAside(element);
    // Resolving addresses is what costs, and only the preview picture itself may stand anywhere.
    if (isFar && (stem === null || !mentions(element, stem))) continue;
    const url = largestOf(element, page.baseUrl);
    if (url === null || GENERIC.test(url) || SITE_PICTURE.test(url)) continue;
    const isPreview = stem !== null && sharesName(url, stem);
    if (!isPreview && (isFar || isThumbnail(url))) continue;
    const holder = element.closest('figure, picture');
    const marks = `${element.className} ${holder?.className ?? ''} ${element.parentElement?.className ?? ''} ${element.getAttribute('itemprop') ?? ''}`;
    let score = isPreview ? 12 : 0;
    if (holder !== null) score += 3;
    if (LEAD_CLASS.test(marks)) score += 3;
    if (element.closest('a') !== null) score -= 1;
    if (element.closest('ul, ol, li') !== null) score -= 2;
    score -= Math.min(6, Math.abs(distance) / 40);
    if (best === null || score > best.score) best = { url, score };
  }
  if (best === null || best.score < (preview === null ? 1 : 2)) return null;
  // The page shows the preview picture itself in stamp size, until scripts put the large one there.
  return preview !== null && stem !== null && sharesName(best.url, stem) && isThumbnail(best.url)
    ? null
    : found(best.url, 'markup');
}

/** Narrower pictures are stamps for lists. */
const LEAST_WIDTH = 201;

/** The width that an address asks for, as picture servers and WordPress write it; null where it says none. */
function widthInUrl(url: string): number | null {
  const match =
    /[?&/,](?:w|width|imwidth|max)[=_:/](\d{2,4})(?=$|[&/,?])/i.exec(url) ??
    /-(\d{2,4})x\d{2,4}\.\w{3,4}(?:$|\?)/.exec(url);
  return match === null ? null : Number(match[1]);
}

/** The widest candidate of the image and of its picture's sources (HTML standard §4.8.4.2), else its own address. */
function largestOf(image: DomElement, base: string): string | null {
  const candidates: { readonly href: string; readonly width: number }[] = [];
  const holder = image.parentElement?.localName === 'picture' ? image.parentElement : null;
  const sets = [image.getAttribute('srcset') ?? image.getAttribute('data-srcset')];
  for (const source of holder?.getElementsByTagName('source') ?? [])
    sets.push(source.getAttribute('srcset') ?? source.getAttribute('data-srcset'));
  for (const set of sets) {
    for (const part of (set ?? '').slice(0, 8000).split(/,\s+|\s,/)) {
      const [href, size] = part.trim().split(/\s+/, 2);
      if (href === undefined || href === '' || NOT_A_PICTURE.test(href)) continue;
      candidates.push({ href: href.replace(/,$/, ''), width: Number.parseFloat(size ?? '0') || 0 });
    }
  }
  if (candidates.length > 1) candidates.sort((a, b) => b.width - a.width);
  for (const { href } of candidates) {
    const url = absoluteUrl(href, base);
    if (url !== null) return url;
  }
  return imageUrl(image, base);
}

/** Whether an attribute of a picture or of its sources may hold the part of an address, which percent signs may hide. */
function mentions(image: DomElement, part: string): boolean {
  const holder = image.parentElement?.localName === 'picture' ? image.parentElement : null;
  for (const element of [image, ...(holder?.getElementsByTagName('source') ?? [])])
    for (const { value } of element.attributes)
      if (value.includes('%') || value.toLowerCase().includes(part)) return true;
  return false;
}

/**
 * The part of a picture's address that its other sizes share: its longest run of letters and digits
 * with a digit in it and no size, else the whole name of its file.
 */
function stemOf(url: string): string | null {
  const path = decodeURIComponentSafe(pathOf(url));
  const runs = path
    .split(/[/._,=-]+/)
    .filter((run) => run.length >= 6 && /\d/.test(run) && !/\d+x\d+|^[wh]\d+$/i.test(run));
  const run = runs.sort((a, b) => b.length - a.length)[0];
  if (run !== undefined) return run.toLowerCase();
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/(?:-\d{2,4}x\d{2,4})?\.\w+$/, '');
  return file.length >= 6 && /\d/.test(file) ? file.toLowerCase() : null;
}

function sharesName(url: string, stem: string): boolean {
  return decodeURIComponentSafe(url).toLowerCase().includes(stem);
}

function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: compared as it is written.
    return text;
  }
}

function isTiny(image: DomElement): boolean {
  const width = positive(image.getAttribute('width'));
  const height = positive(image.getAttribute('height'));
  return (width !== null && width < 200) || (height !== null && height < 100);
}

/** The picture a page names for previews elsewhere: Open Graph, linked data, other metas. */
function readPreviewImage(page: Page, article: LooseObject | null): Found<string> | null {
  const og = firstMeta(page, 'og:image', 'og:image:url', 'og:image:secure_url');
  const ogUrl = pictureUrl(og?.value, page.baseUrl);
  if (ogUrl !== null && !GENERIC.test(ogUrl)) return found(ogUrl, 'opengraph');
  for (const candidate of linkedImages(page, article)) {
    const url = pictureUrl(candidate.url, page.baseUrl);
    if (url !== null && !GENERIC.test(url)) return found(url, 'json-ld');
  }
  const meta = firstMeta(
    page,
    'twitter:image',
    'twitter:image:src',
    'parsely-image-url',
    'sailthru.image.full',
    'sailthru.image.thumb',
    'thumbnail',
    'image',
  );
  const metaUrl = pictureUrl(meta?.value, page.baseUrl);
  if (metaUrl !== null && !GENERIC.test(metaUrl)) return found(metaUrl, 'meta');
  const link = page.links.find((item) => item.rel === 'image_src');
  const linkUrl = pictureUrl(link?.href, page.baseUrl);
  if (linkUrl !== null) return found(linkUrl, 'markup');
  return ogUrl === null ? null : found(ogUrl, 'opengraph');
}

/** An address that may be that of the article's picture: not the site's root, its logo or an icon. */
function pictureUrl(value: string | undefined, base: string): string | null {
  const url = absoluteUrl(value, base);
  if (url === null || NOT_A_PICTURE.test(url) || SITE_PICTURE.test(url) || isSiteLogo(url, base)) return null;
  const { pathname, search } = new URL(url);
  return pathname === '/' && search === '' ? null : url;
}

function linkedImages(
  page: Page,
  article: LooseObject | null,
): {
  url: string;
  width: number | null;
  height: number | null;
  caption: string | null;
  credit: string | null;
}[] {
  const stated = article?.image ?? article?.thumbnailUrl ?? thumbnailOf(videoNode(page));
  const value = resolve(stated, page.linkedData);
  const list = Array.isArray(value) ? value.slice(0, 20) : [value];
  const out = [];
  for (const item of list) {
    const node = resolve(item, page.linkedData);
    if (typeof node === 'string')
      out.push({ url: node, width: null, height: null, caption: null, credit: null });
    else if (isObject(node)) {
      const url = stringOf(node.url ?? node.contentUrl ?? null);
      if (url === null) continue;
      out.push({
        url,
        width: positive(stringOf(node.width ?? null)),
        height: positive(stringOf(node.height ?? null)),
        caption: textOrNull(stringOf(node.caption ?? node.description ?? null)),
        credit: textOrNull(stringOf(node.creditText ?? node.copyrightNotice ?? null)),
      });
    }
  }
  return out;
}

/** A video's still: https://schema.org/thumbnailUrl, else https://schema.org/thumbnail. */
function thumbnailOf(video: LooseObject | null): unknown {
  return video?.thumbnailUrl ?? video?.thumbnail;
}

/** The images of the page's article part, read before Readability moves things; at most 100, each file once. */
export function readImages(page: Page, article: LooseObject | null, lead: string | null): ArticleImage[] {
  const out: ArticleImage[] = [];
  const seen = new Set<string>();
  const addImage = (image: ArticleImage): void => {
    const key = fileOf(image.url);
    const known = seen.has(key);
    if (known) {
      const index = out.findIndex((other) => fileOf(other.url) === key);
      const old = out[index];
      if (old !== undefined) out[index] = completed(old, image);
    } else if (out.length < MAX_IMAGES) {
      seen.add(key);
      out.push(image);
    }
  };
  if (lead !== null) {
    const linked = linkedImages(page, article).find((item) => absoluteUrl(item.url, page.baseUrl) === lead);
    const isPreview = absoluteUrl(firstMeta(page, 'og:image')?.value, page.baseUrl) === lead;
    const said = splitCredit(linked?.caption ?? '');
    addImage({
      url: lead,
      caption: said.caption,
      credit: cleanCredit(linked?.credit ?? '') ?? said.credit,
      width: linked?.width ?? (isPreview ? positive(page.metas.get('og:image:width')?.[0]) : null),
      height: linked?.height ?? (isPreview ? positive(page.metas.get('og:image:height')?.[0]) : null),
    });
  }
  return collectFigures(page, out, addImage);
}

/** What is missing of one picture comes from where else it is shown. */
function completed(image: ArticleImage, other: ArticleImage): ArticleImage {
  return {
    url: image.url,
    caption: image.caption ?? other.caption,
    credit: image.credit ?? other.credit,
    width: image.width ?? other.width,
    height: image.height ?? other.height,
  };
}

function collectFigures(
  page: Page,
  out: ArticleImage[],
  addImage: (image: ArticleImage) => void,
): ArticleImage[] {
  let budget = 400;
  const lead = out[0] === undefined ? null : fileOf(out[0].url);
  for (const element of page.elements) {
    const name = element.localName;
    // A picture without a figure is read for its caption, where it leads.
    const isLead =
      name === 'img' && lead !== null && out[0]?.caption === null && isOfFile(element, lead, page);
    if (name !== 'figure' && name !== 'picture' && name !== 'amp-img' && !isLead) continue;
    if (budget-- <= 0) break;
    if (element.localName === 'picture' && element.parentElement?.closest('figure') != null) continue;
    const image = name === 'amp-img' || isLead ? element : element.querySelector('img');
    if (image === null || isAside(element)) continue;
    const url = imageUrl(image, page.baseUrl);
    if (url === null) continue;
    addImage({
      url,
      ...captionOf(image),
      width: positive(image.getAttribute('width')),
      height: positive(image.getAttribute('height')),
    });
  }
  return out;
}

function isOfFile(image: DomElement, file: string, page: Page): boolean {
  if (!mentions(image, file.slice(file.lastIndexOf('/') + 1))) return false;
  const own = imageUrl(image, page.baseUrl);
  return own !== null && fileOf(own) === file;
}

/** The first picture that may stand for the article where neither the page's head nor its opening has one. */
export function firstPicture(images: readonly ArticleImage[]): string | null {
  return images.find(({ url }) => !SITE_PICTURE.test(url))?.url ?? null;
}

/** Images inside the extracted body that stood in no figure. */
export function addBodyImages(root: DomElement, images: ArticleImage[], baseUrl: string): ArticleImage[] {
  const out = [...images];
  const seen = new Map(out.map(({ url }, index) => [fileOf(url), index]));
  for (const image of root.getElementsByTagName('img')) {
    if (out.length >= MAX_IMAGES) break;
    const url = imageUrl(image, baseUrl);
    if (url === null || image.closest('nav, footer') !== null) continue;
    const width = positive(image.getAttribute('width'));
    const height = positive(image.getAttribute('height'));
    if ((width !== null && width < 60) || (height !== null && height < 60)) continue;
    const key = fileOf(url);
    const index = seen.get(key);
    const known = index === undefined ? undefined : out[index];
    if (index === undefined || known === undefined) {
      seen.set(key, out.length);
      out.push({ url, ...captionOf(image), width, height });
    } else if (known.caption === null)
      out[index] = completed(known, { url, ...captionOf(image), width, height });
  }
  return out;
}

/** The address of the picture itself, not of the grey box that stands in for it. */
function imageUrl(image: DomElement, base: string): string | null {
  for (const name of ['data-src', 'data-original', 'data-lazy-src', 'data-full-src', 'src']) {
    const value = image.getAttribute(name);
    if (value === null || NOT_A_PICTURE.test(value)) continue;
    const url = absoluteUrl(value, base);
    if (url !== null && pathOf(url) !== '/') return url;
  }
  const set = image.getAttribute('srcset') ?? image.getAttribute('data-srcset');
  const first = set?.trim().split(/\s+/, 1)[0];
  return first === undefined || NOT_A_PICTURE.test(first) ? null : absoluteUrl(first.replace(/,$/, ''), base);
}

/** What a picture's sizes and formats share: the name of its file, or all of the path where many are called so. */
function fileOf(url: string): string {
  const path = pathOf(url)
    .toLowerCase()
    .replace(/(?:-\d{2,4}x\d{2,4})?\.\w{2,5}$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === '' ? url : NO_NAME.test(name) ? path : name;
}

/** Sizes, numbers and kinds that many files are named by. */
const NO_NAME =
  /^(?:image|img|photo|picture|original|default|master|full|large|medium|small|thumb(?:nail)?|[a-z]{0,2}\d{1,4}(?:x\d{1,4})?)$/;

function isAside(element: DomElement): boolean {
  let at: DomElement | null = element;
  for (let level = 0; at !== null && level < 8; level++) {
    if (/^(?:aside|nav|footer)$/.test(at.localName)) return true;
    if (
      /related|recommend|sidebar|teaser|promo|widget|most-read|newsletter|author-|avatar/i.test(
        `${at.className} ${at.id}`,
      )
    )
      return true;
    if (at.localName === 'article' || at.localName === 'main') return false;
    at = at.parentElement;
  }
  return false;
}

function positive(value: string | null | undefined): number | null {
  const match = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/.exec(value ?? '');
  const number = match === null ? 0 : Number(match[1]);
  return number > 0 ? number : null;
}

function textOrNull(value: string | null): string | null {
  const text = value === null ? '' : plain(value);
  return text === '' ? null : text.slice(0, 2000);
}
