/** Pages that ask for consent in the place of their text. */
import { NewsmillError } from '../../errors.ts';
import { foldSpace } from '../text.ts';
import type { PageSigns } from './signs.ts';
import { linesOf, withoutQuotes } from './signs.ts';
import { type ConsentWords, WESTERN } from './words/consent-words.ts';
import { FURTHER } from './words/consent-words-further.ts';
import { SETTINGS_NAME } from './words/settings-names.ts';

const ALL = [...WESTERN, ...FURTHER];

function family(name: keyof ConsentWords): RegExp {
  return new RegExp(ALL.map((words) => words[name]).join('|'), 'iu');
}

const PARTNERS = family('partners');
/** Said of oneself and to the reader; reports on consent say it in quotes at most. */
const ADDRESSED = [PARTNERS, family('heading'), family('choice'), family('cookies'), family('pay')] as const;
/** What reports may say as well. */
const MATTERS = [family('device'), family('purposes')] as const;
const BUTTON = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${ALL.map(({ button }) => button).join('|')})[^\\p{L}\\p{N}]*$`,
  'iu',
);
const ABOUT = family('about');

/** Consent managers, by the addresses of their scripts and the names that they give their elements. */
const MANAGER =
  /sourcepoint|sp_message|privacy-mgmt|cmp2?\.|consensu\.org|onetrust|cookielaw|optanon|didomi|usercentrics|quantcast|qc-cmp|cookiebot|cybot|trustarc|truste|consentmanager|cmpbox|fundingchoices|fc-consent|iubenda|axeptio|osano|cookieyes|cky-|termly|tarteaucitron|complianz|cmplz|borlabs|opencmp|sirdata|appconsent|sfbx|gravito|kameleoon-consent|privacymanager|cookie-?(?:consent|wall|first|script)|consent-?(?:wall|manager|page|layer|gate|banner)|gdpr/i;
const MOST_MANAGED = 400;
/** Characters of a button's text. */
const LONGEST_BUTTON = 60;

/** Shares of the text: what it is about, and what is said to the reader; those of pages that look like articles. */
const SHARES = { about: 0.45, said: 0.3 };
const MOSTLY = 0.6;
const SHARES_OF_ARTICLES = { about: 0.8, said: 0.5 };
/** Characters of a text in which two, or one, of the things that only such pages say are enough. */
const SHORT = 500;
const SHORTEST = 220;

/**
 * Judged by what would be stored: an article beside a banner has its own text there.
 * @throws NewsmillError `consent_wall`
 */
export function refuseConsent(page: PageSigns, text: string): void {
  const isStory = page.evidence === 'stated' || page.isSigned;
  const isArticle = isStory || page.evidence === 'weak' || isHeadlined(page);
  const shares = isStory ? SHARES_OF_ARTICLES : SHARES;
  const lines = linesOf(text);
  const all = lines.reduce((sum, line) => sum + line.length, 0);
  if (all === 0) return;
  // An article is told from its first paragraphs.
  let other = 0;
  for (const line of lines) {
    if (!ABOUT.test(line) && !BUTTON.test(line)) other += line.length;
    if (other > (1 - shares.about) * all) return;
  }
  const name = settingsName(page);
  if (name !== null && all - other >= (isStory ? SHARES_OF_ARTICLES.about : MOSTLY) * all)
    throw new NewsmillError('consent_wall', `The page is called “${cut(name)}” and is about little else.`);
  let said = 0;
  const addressed = new Map<RegExp, string>();
  const matters = new Set<RegExp>();
  for (const line of [...page.headings.filter((heading) => !text.includes(heading)), ...lines]) {
    const plain = withoutQuotes(line);
    const before = addressed.size + matters.size;
    let isToReader = BUTTON.test(line);
    for (const pattern of ADDRESSED) {
      const match = pattern.exec(plain);
      if (match === null) continue;
      isToReader = true;
      if (!addressed.has(pattern)) addressed.set(pattern, match[0]);
    }
    for (const pattern of MATTERS) if (pattern.test(plain)) matters.add(pattern);
    if (
      isToReader ||
      addressed.size + matters.size > before ||
      MATTERS.some((pattern) => pattern.test(plain))
    )
      said += line.length;
  }
  const about = all - other;
  const first = [...addressed.values()][0];
  if (first === undefined || said < shares.said * all) return;
  const things = addressed.size + matters.size;
  // A list of purposes speaks of services and fraud as well; fewer signs need more of the text.
  if ((things < 3 || isArticle) && about < MOSTLY * all) return;
  const isLikeArticle = about >= SHARES_OF_ARTICLES.about * all && said >= SHARES_OF_ARTICLES.said * all;
  // Templates say “article” on every page, and every page has a headline; only walls say “we and our partners”.
  const isCertain = isArticle
    ? (isLikeArticle && addressed.size >= 2 && things >= 3) ||
      (!isStory && addressed.has(PARTNERS) && (things >= 3 || addressed.size >= 2))
    : things >= 3 ||
      all < SHORTEST ||
      (all < SHORT && (things === 2 || isManaged(page))) ||
      (things === 2 && isManaged(page));
  if (isCertain) throw new NewsmillError('consent_wall', `The page says “${cut(first)}” and little else.`);
}

/** What a page is called on which readers choose their cookies; null for others, and under a headline. */
function settingsName({ headline, headings, titleParts }: PageSigns): string | null {
  const names = headline === null ? [...headings.slice(0, 1), ...titleParts] : [headline];
  return names.find((name) => SETTINGS_NAME.test(withoutQuotes(name))) ?? null;
}

/** Under a headline that asks for nothing. */
function isHeadlined({ headline }: PageSigns): boolean {
  return headline !== null && !ADDRESSED.some((pattern) => pattern.test(withoutQuotes(headline)));
}

/** A consent manager, or its buttons, are on the page: so they are beside many an article. */
function isManaged({ page }: PageSigns): boolean {
  if (page.dataScripts.some((script) => MANAGER.test(script.getAttribute('src') ?? ''))) return true;
  let buttons = 0;
  for (const element of page.elements.slice(0, MOST_MANAGED)) {
    if (MANAGER.test(`${element.id} ${element.className}`)) return true;
    if (element.localName !== 'button' && element.getAttribute('role') !== 'button') continue;
    const text = foldSpace((element.textContent ?? '').slice(0, 4 * LONGEST_BUTTON));
    if (text.length <= LONGEST_BUTTON && BUTTON.test(text) && ++buttons >= 2) return true;
  }
  return false;
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text;
}
