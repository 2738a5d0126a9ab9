/** Whether a link of a hub page looks as if it led to an article. No rule names a site. */

/** All links of a page to one URL, taken together. */
export interface LinkEvidence {
  readonly url: URL;
  /** Longest text of an anchor to the URL, on one line. */
  readonly text: string;
  /** Within a heading, or a heading within it. */
  readonly inHeading: boolean;
  /** Within an `article` element. */
  readonly inArticle: boolean;
  /** Only within navigation, page header, page footer or sidebar. */
  readonly onlyInFrame: boolean;
  /** Link relations (RFC 8288) of the anchors. */
  readonly relations: ReadonlySet<string>;
}

/** Least score that counts as an article. */
export const ARTICLE_SCORE = 4;

/** Words of a path that lead to lists, people and services, in the languages where they are common. */
const NOT_ARTICLES: ReadonlySet<string> = new Set(
  `about about-us account accounts advertise advertising agb alle anmelden app apps archive archives
  archiv author authors autor autoren auteur basket cart collection collections categories category categoria categorie
  contact contacts contact-us contacto cookies cookie-policy datenschutz donate faq feed feeds
  forum help hilfe imprint impressum jobs kontakt legal login logout mediadaten members membership person
  my newsletter newsletters page pages preferences privacy privacy-policy profile registrieren
  register rss search section sections settings shop sign-in sign-up signin signup sitemap staff
  subscribe subscription subscriptions suche support tag tags tema temas terms terms-of-service
  terms-of-use thema themen topic topics user users wp-admin wp-content wp-login.php`.split(/\s+/),
);

/** Files that are no pages. */
const NOT_PAGES =
  /\.(?:avif|bmp|css|csv|docx?|eot|epub|exe|gif|gz|ico|ics|jpe?g|js|json|m3u8|m4a|mov|mp3|mp4|mpe?g|ogg|pdf|png|pptx?|rar|rss|svg|tiff?|ttf|txt|wav|webm|webp|woff2?|xlsx?|xml|zip)$/i;

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const DATE_IN_PATH = new RegExp(
  `/(?:19|20)\\d{2}(?:/|-)(?:0?[1-9]|1[0-2]|${MONTHS})[a-z]*(?:[/-]|$)|/(?:19|20)\\d{2}(?:0[1-9]|1[0-2])[0-3]\\d(?:\\D|$)`,
  'i',
);

/** How much speaks for an article; `ARTICLE_SCORE` and more is one. Minus infinity for what cannot be one. */
export function scoreArticleLink(link: LinkEvidence): number {
  const path = safeDecode(link.url.pathname);
  if (NOT_PAGES.test(path) || path === '/') return Number.NEGATIVE_INFINITY;
  const segments = path.split('/').filter((segment) => segment !== '');
  const address = scorePath(path, segments) + scoreQuery(link.url);
  return address + scoreText(link.text, address >= ARTICLE_SCORE) + scorePlace(link);
}

function scorePath(path: string, segments: readonly string[]): number {
  const last = slugOf(segments);
  const words = slugWords(last);
  let score = 0;
  if (words >= 5) score += 4;
  else if (words >= 3) score += 3;
  else if (words === 2) score += 1;
  if (DATE_IN_PATH.test(path)) score += 3;
  if (/\d{5,}/.test(last)) score += 2;
  else if (/(?:^|[-_.])[0-9a-f]{8,}$/i.test(last) && /\d/.test(last)) score += 2;
  if (/\.(?:s?html?|php|aspx?)$/i.test(path) && words > 0) score += 1;
  if (segments.length >= 2) score += 1;
  // `/topics` is a list and `/topics/ferries` one of its pages; further up the word is only the way to an article.
  if (isListName(last)) score -= 8;
  else if (isListName(segments.at(-2) ?? '')) score -= 5;
  else if (segments.slice(0, -2).some(isListName)) score -= 1;
  return score;
}

function slugOf(segments: readonly string[]): string {
  return (segments.at(-1) ?? '').replace(/\.(?:s?html?|php|aspx?|jsp)$/i, '');
}

function isListName(segment: string): boolean {
  return NOT_ARTICLES.has(segment.toLowerCase());
}

/** Words of a slug. Text without spaces between words counts by its length. */
function slugWords(slug: string): number {
  if (/[\u{3040}-\u{30ff}\u{3400}-\u{9fff}\u{ac00}-\u{d7af}\u{e00}-\u{e7f}]/u.test(slug))
    return Math.floor(slug.length / 3);
  return slug.split(/[-_+ ]+/).filter((word) => /^[\p{L}\p{M}'’]{2,}$/u.test(word)).length;
}

/** Old systems pick the story by number: `?id=1234567`. */
function scoreQuery(url: URL): number {
  for (const [name, value] of url.searchParams) {
    if (
      /^(?:id|p|a?id|art|article|article_?id|story|story_?id|sid|newsid|idnews|oid|nid)$/i.test(name) &&
      /^\d{3,}$/.test(value)
    )
      return 3;
  }
  return url.searchParams.size > 3 ? -2 : 0;
}

/** @param certain whether the address alone says enough, so that “Read more” over it does no harm */
function scoreText(text: string, certain: boolean): number {
  if (text === '') return 0;
  const words = /[\u{3040}-\u{30ff}\u{3400}-\u{9fff}\u{ac00}-\u{d7af}]/u.test(text)
    ? Math.floor(text.length / 3)
    : text.split(' ').length;
  if (words >= 6) return 3;
  if (words >= 4) return 2;
  return words <= 2 && text.length < 20 && !certain ? -2 : 0;
}

function scorePlace(link: LinkEvidence): number {
  let score = 0;
  if (link.inHeading) score += 2;
  if (link.inArticle) score += 1;
  if (link.onlyInFrame) score -= 3;
  if (
    ['tag', 'author', 'license', 'search', 'next', 'prev', 'sponsored'].some((name) =>
      link.relations.has(name),
    )
  )
    score -= 6;
  return score;
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Escapes that are no UTF-8: the path is judged as it stands.
    return path;
  }
}
