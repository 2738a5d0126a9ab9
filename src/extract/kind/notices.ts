/** Short texts that tell why the page is not what was asked for. */
import { type FailureCode, NewsmillError } from '../../errors.ts';
import { NEEDS_SCRIPT } from '../page/script-signs.ts';
import { type PageSigns, sizeOf, withoutQuotes } from './signs.ts';
import {
  CERTAIN_CHALLENGE,
  CHALLENGE_NAME,
  CHALLENGE_TEXT,
  LOGIN_NAME,
  LOGIN_TEXT,
  NOT_FOUND_NAME,
  NOT_FOUND_TEXT,
} from './wordings.ts';
import { anyOf, whole } from './words/compile.ts';
import * as words from './words/notice-words.ts';
import * as further from './words/notice-words-further.ts';
import { SPOKEN } from './words/spoken-words.ts';

interface Notice {
  readonly code: FailureCode;
  /** A whole part of the title, or a whole heading. */
  readonly name: RegExp;
  /** A sentence to the reader. */
  readonly text: RegExp;
  /** Characters of text below which the name, or the sentence, may be enough. */
  readonly longest: number;
  /** Characters of text above which it is something else, whatever it is called. */
  readonly most: number;
  /** The names that no story has, so that they are enough beside any text; null where there are none. */
  readonly certain: RegExp | null;
  /** Part of a text that has to be said to the reader where nothing names the page. */
  readonly share: number;
  /** News may say the same of others: the page has to speak of itself or to its reader as well. */
  readonly isNews: boolean;
  /** Under a headline it tells what became of that story, which is then withdrawn and keeps it. */
  readonly isOfStory: boolean;
}

/** Characters of text that a notice has at most, and that a page has which calls itself one. */
const NOTICE = 600;
const LONG = 4000;
const SAID = 0.2;
const MOSTLY = 0.5;

function notice(code: FailureCode, { name, text }: words.NoticeWords): Notice {
  return {
    code,
    name: whole(...name),
    text: anyOf(...text),
    longest: NOTICE,
    most: NOTICE,
    certain: null,
    share: SAID,
    isNews: false,
    isOfStory: false,
  };
}

/** In this order: what says more comes first. */
const NOTICES: readonly Notice[] = [
  {
    code: 'soft_not_found',
    name: NOT_FOUND_NAME,
    text: NOT_FOUND_TEXT,
    longest: NOTICE,
    most: LONG,
    certain: NOT_FOUND_NAME,
    share: SAID,
    isNews: false,
    isOfStory: false,
  },
  { ...notice('legal_block', words.ELSEWHERE), most: 1500, certain: whole(...words.ELSEWHERE.name) },
  notice('rate_limited', words.PACE),
  { ...notice('http_server_error', words.TROUBLE), longest: 200, isNews: true },
  {
    code: 'bot_challenge',
    name: CHALLENGE_NAME,
    text: CHALLENGE_TEXT,
    longest: NOTICE + 100,
    most: LONG,
    certain: CERTAIN_CHALLENGE,
    share: SAID,
    isNews: true,
    isOfStory: false,
  },
  {
    ...notice('needs_browser', {
      name: words.BROWSER.name,
      text: [NEEDS_SCRIPT.source, ...words.BROWSER.text],
    }),
  },
  { ...notice('access_denied', words.AGE), isNews: true },
  notice('access_denied', words.BLOCKER),
  { ...notice('soft_not_found', further.GONE), share: MOSTLY, isOfStory: true },
  { ...notice('http_server_error', further.FAILURE), longest: 300, share: MOSTLY },
  notice('login_wall', words.SESSION),
  {
    code: 'login_wall',
    name: LOGIN_NAME,
    text: LOGIN_TEXT,
    longest: 0,
    most: NOTICE,
    certain: null,
    share: SAID,
    isNews: false,
    isOfStory: false,
  },
  { ...notice('no_article', words.NOTHING), isNews: true },
  { ...notice('no_article', further.SIGN_UP), share: MOSTLY },
];

/** Characters of a text that is looked at as a whole. */
const SHORT = 300;
/** Characters of a text that has no room for a story. */
const BARE = 80;

/**
 * @param text what would be stored; the whole visible text where nothing was found. One line a block
 * @throws NewsmillError with the code of what the page says it is
 */
export function refuseNotices(page: PageSigns, text: string): void {
  const lines = linesIn(page, text);
  for (const kind of NOTICES) if (text.length < kind.most) refuseNotice(kind, page, text, lines);
  refusePasswordForm(page, text);
}

function refuseNotice(kind: Notice, page: PageSigns, text: string, lines: readonly Line[]): void {
  const { title, heading } = namedBy(kind.name, page);
  const mayBeUnnamed = !page.isSigned && page.evidence !== 'stated' && text.length < kind.longest;
  if (title === null && heading === null && !mayBeUnnamed) return;
  const said = saidIn(kind, lines);
  if (
    outweighs(kind, page, text, { title, heading, said: said.besides }) ||
    (mayBeUnnamed && isMostly(said, kind, page, text))
  )
    throw new NewsmillError(kind.code, told(title, heading, said.what));
}

/** A page without a name that asks for a password, and shows next to nothing else. */
function refusePasswordForm(page: PageSigns, text: string): void {
  if (page.evidence !== 'none' || !page.hasPassword || text.length >= NOTICE) return;
  if (LOGIN_TEXT.test(text) || text.length < 100)
    throw new NewsmillError('login_wall', 'The page is a form that asks for a password.');
}

interface Said {
  readonly what: string | null;
  /** The same outside of lines that are its name and no more. */
  readonly besides: string | null;
  /** Characters of the sentences that say it, and of all. */
  readonly length: number;
  readonly all: number;
}

const SENTENCES = /(?<=[.!?؟…])\s+|(?<=[。！？])/u;

interface Line {
  readonly text: string;
  /** What it says in its own voice: a quotation may be of several sentences. */
  readonly sentences: readonly string[];
}

/** The lines of a page's headings and its text. */
function linesIn({ headings }: PageSigns, text: string): readonly Line[] {
  return [...headings.filter((heading) => !text.includes(heading)), ...text.split('\n')].map((line) => ({
    text: line,
    sentences: withoutQuotes(line).split(SENTENCES),
  }));
}

function saidIn({ name, text: pattern }: Notice, lines: readonly Line[]): Said {
  let what: string | null = null;
  let besides: string | null = null;
  let length = 0;
  let all = 0;
  for (const { text, sentences } of lines) {
    all += text.length;
    for (const sentence of sentences) {
      const match = pattern.exec(sentence);
      if (match === null) continue;
      length += sentence.length;
      what ??= match[0];
      if (!isName(name, text)) besides ??= match[0];
    }
  }
  return { what, besides, length, all };
}

/** Whether a page without a name is a notice: under a headline, and where `og:type` says “article”, by most of its text. */
function isMostly(
  { what, length, all }: Said,
  { name, text: pattern, share, isNews, isOfStory }: Notice,
  { evidence, headline }: PageSigns,
  text: string,
): boolean {
  const isWeak = evidence === 'weak';
  if (what === null || (isWeak && text.length >= SHORT)) return false;
  if (isNews && !isSpoken(name, text)) return false;
  const isHeadlined = headline !== null && !pattern.test(withoutQuotes(headline));
  if (isHeadlined && isOfStory) return false;
  if (isWeak || isHeadlined) return length >= MOSTLY * all;
  return (share === SAID && all < SHORT) || length >= share * all;
}

/** Whether a page speaks of itself or to its reader besides its name, or says too little to tell. */
function isSpoken(name: RegExp, text: string): boolean {
  return sizeOf(text) < BARE || text.split('\n').some((line) => isSpokenLine(name, line));
}

function isSpokenLine(name: RegExp, line: string): boolean {
  return !isName(name, line) && SPOKEN.test(withoutQuotes(line));
}

/** Characters of a name that is looked at; the patterns' cost grows faster than its length. */
const LONGEST_NAME = 120;

interface Named {
  readonly title: string | null;
  readonly heading: string | null;
}

function isName(pattern: RegExp, text: string): boolean {
  return text.length < LONGEST_NAME && pattern.test(text.replaceAll('İ', 'i'));
}

function namedBy(pattern: RegExp, { titleParts, headings }: PageSigns): Named {
  // “Access denied – why the archive stays closed” is a headline that a dash parts.
  const isLonger = (heading: string, part: string): boolean =>
    heading.includes(part) && !isName(pattern, heading);
  return {
    title:
      titleParts.find(
        (part) => isName(pattern, part) && !headings.some((heading) => isLonger(heading, part)),
      ) ?? null,
    heading: headings.find((heading) => isName(pattern, heading)) ?? null,
  };
}

/**
 * A name is enough where nothing says “article”; two of title, heading and text where `og:type` does; else all three. A text
 * with a byline is a story of that name, unless it says what a notice does.
 */
function outweighs(
  { name, certain, longest }: Notice,
  { evidence, hasByline, hasPassword, headline }: PageSigns,
  text: string,
  { title, heading, said }: Named & { readonly said: string | null },
): boolean {
  const named = [title, heading].filter((name) => name !== null).length;
  if (evidence === 'stated') return named === 2 && said !== null && text.length < NOTICE;
  if (named === 0) return false;
  if (hasByline && text.length >= Math.min(longest, SHORT)) return said !== null;
  const isCertain =
    (hasPassword && name === LOGIN_NAME) ||
    [title, heading].some((shown) => shown !== null && certain?.test(shown));
  // Below a story's headline a heading of that name is over a box.
  const isOfBox = title === null && headline !== null;
  if (!isCertain && said === null && (isOfBox || text.length >= NOTICE || !isSpoken(name, text)))
    return false;
  return evidence === 'none' || named === 2 || (named === 1 && said !== null);
}

function told(title: string | null, heading: string | null, said: string | null): string {
  if (title !== null) return `The page is titled “${cut(title)}”.`;
  return heading === null ? `The page says “${cut(said ?? '')}”.` : `The page is headed “${cut(heading)}”.`;
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text;
}
