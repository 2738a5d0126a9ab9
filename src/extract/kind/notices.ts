/** Short texts that tell why the page is not what was asked for. */
import { type FailureCode, NewsmillError } from '../../errors.ts';
import { NEEDS_SCRIPT } from '../page/script-signs.ts';
import { linesOf, type PageSigns, withoutQuotes } from './signs.ts';
import {
  CHALLENGE_NAME,
  CHALLENGE_TEXT,
  LOGIN_NAME,
  LOGIN_TEXT,
  NOT_FOUND_NAME,
  NOT_FOUND_TEXT,
} from './wordings.ts';
import { anyOf, whole } from './words/compile.ts';
import * as words from './words/notice-words.ts';

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
}

/** Characters of text that a notice has at most, and that a page has which calls itself one. */
const NOTICE = 600;
const LONG = 4000;

function notice(code: FailureCode, { name, text }: words.NoticeWords): Notice {
  return { code, name: whole(...name), text: anyOf(...text), longest: NOTICE, most: NOTICE };
}

/** In this order: what says more comes first. */
const NOTICES: readonly Notice[] = [
  { code: 'soft_not_found', name: NOT_FOUND_NAME, text: NOT_FOUND_TEXT, longest: NOTICE, most: LONG },
  { ...notice('legal_block', words.ELSEWHERE), most: 1500 },
  notice('rate_limited', words.PACE),
  // News of a failure elsewhere say the same in the third person.
  { ...notice('http_server_error', words.TROUBLE), longest: 200 },
  { code: 'bot_challenge', name: CHALLENGE_NAME, text: CHALLENGE_TEXT, longest: NOTICE + 100, most: LONG },
  {
    ...notice('needs_browser', {
      name: words.BROWSER.name,
      text: [NEEDS_SCRIPT.source, ...words.BROWSER.text],
    }),
  },
  notice('access_denied', words.AGE),
  notice('access_denied', words.BLOCKER),
  notice('login_wall', words.SESSION),
  { code: 'login_wall', name: LOGIN_NAME, text: LOGIN_TEXT, longest: 0, most: NOTICE },
  notice('no_article', words.NOTHING),
];

/** Share of a text that has to be said to the reader where nothing names the page; a shorter one is looked at as a whole. */
const SAID = 0.2;
const SHORT = 300;

/**
 * @param text what would be stored; the whole visible text where nothing was found. One line a block
 * @throws NewsmillError with the code of what the page says it is
 */
export function refuseNotices(page: PageSigns, text: string): void {
  for (const kind of NOTICES) if (text.length < kind.most) refuseNotice(kind, page, text);
  refusePasswordForm(page, text);
}

function refuseNotice(kind: Notice, page: PageSigns, text: string): void {
  const { title, heading } = namedBy(kind.name, page);
  const said = saidIn(kind, page, text);
  if (
    outweighs(kind, page, text, { title, heading, said: said.what }) ||
    (page.evidence === 'none' && !page.isSigned && text.length < kind.longest && isMostly(said))
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
  /** Characters of the sentences that say it, and of all. */
  readonly length: number;
  readonly all: number;
}

/** What a page says in its own voice, in its headings and its text. */
function saidIn({ text: pattern }: Notice, { headings }: PageSigns, text: string): Said {
  let what: string | null = null;
  let length = 0;
  let all = 0;
  for (const line of [...headings.filter((heading) => !text.includes(heading)), ...linesOf(text)]) {
    all += line.length;
    const match = pattern.exec(withoutQuotes(line));
    if (match === null) continue;
    length += line.length;
    what ??= match[0];
  }
  return { what, length, all };
}

function isMostly({ what, length, all }: Said): boolean {
  return what !== null && (all < SHORT || length >= SAID * all);
}

/** Characters of a name that is looked at; the patterns' cost grows faster than its length. */
const LONGEST_NAME = 120;

interface Named {
  readonly title: string | null;
  readonly heading: string | null;
}

function namedBy(pattern: RegExp, { titleParts, headings }: PageSigns): Named {
  const isName = (text: string): boolean => text.length < LONGEST_NAME && pattern.test(text);
  // “Access denied – why the archive stays closed” is a headline that a dash parts.
  const isLonger = (heading: string, part: string): boolean => heading.includes(part) && !isName(heading);
  return {
    title:
      titleParts.find((part) => isName(part) && !headings.some((heading) => isLonger(heading, part))) ?? null,
    heading: headings.find(isName) ?? null,
  };
}

/**
 * A name is enough where nothing says “article”; two of title, heading and text where `og:type` does; else all three. A text
 * with a byline is a story of that name, unless it says what a notice does.
 */
function outweighs(
  { longest }: Notice,
  { evidence, hasByline }: PageSigns,
  text: string,
  { title, heading, said }: Named & { readonly said: string | null },
): boolean {
  const named = [title, heading].filter((name) => name !== null).length;
  if (evidence === 'stated') return named === 2 && said !== null && text.length < NOTICE;
  if (hasByline && text.length >= Math.min(longest, SHORT)) return named > 0 && said !== null;
  return evidence === 'none' ? named > 0 : named === 2 || (named === 1 && said !== null);
}

function told(title: string | null, heading: string | null, said: string | null): string {
  if (title !== null) return `The page is titled “${cut(title)}”.`;
  return heading === null ? `The page says “${cut(said ?? '')}”.` : `The page is headed “${cut(heading)}”.`;
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text;
}
