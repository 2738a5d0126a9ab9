/** Pages that stand in the place of an article: missing pages, checks for bots, log-ins, requests for consent. */
import { NewsmillError } from '../../errors.ts';
import type { PageSigns } from './signs.ts';
import {
  CHALLENGE_NAME,
  CHALLENGE_TEXT,
  CONSENT_LINE,
  CONSENT_TEXT,
  LOGIN_NAME,
  LOGIN_TEXT,
  NOT_FOUND_NAME,
  NOT_FOUND_TEXT,
} from './wordings.ts';

/** A text of so many characters is an article, whatever its title says. */
const LONG = 4000;
/** Characters of text that a notice has at most. */
const NOTICE = 600;

/**
 * Refuses what is certainly no article, by what the page calls itself and by the text that would be stored. What
 * states that it is an article needs more against it.
 * @param text what would be stored; the whole visible text where nothing was found. One line a block
 * @throws NewsmillError `soft_not_found`, `bot_challenge`, `login_wall`, `consent_wall`
 */
export function refuseWalls(page: PageSigns, text: string): void {
  if (text.length >= LONG) return;
  const signs: Shown = { ...page, text };
  refuseMissing(signs);
  refuseChallenge(signs);
  refuseLogin(signs);
  refuseConsent(signs);
}

interface Shown extends PageSigns {
  readonly text: string;
}

function refuseMissing(signs: Shown): void {
  const { title, heading } = namedBy(NOT_FOUND_NAME, signs);
  const said = NOT_FOUND_TEXT.exec(signs.text.slice(0, 500))?.[0] ?? null;
  const isNotice = signs.text.length < NOTICE;
  if (outweighs(signs, title, heading, said) || (signs.evidence === 'none' && said !== null && isNotice))
    throw new NewsmillError('soft_not_found', told(title, heading, said));
}

function refuseChallenge(signs: Shown): void {
  const { title, heading } = namedBy(CHALLENGE_NAME, signs);
  const said = CHALLENGE_TEXT.exec(signs.text)?.[0] ?? null;
  const isNotice = signs.text.length < NOTICE + 100;
  if (outweighs(signs, title, heading, said) || (signs.evidence === 'none' && said !== null && isNotice))
    throw new NewsmillError('bot_challenge', told(title, heading, said));
}

function refuseLogin(signs: Shown): void {
  if (signs.text.length >= NOTICE) return;
  const { title, heading } = namedBy(LOGIN_NAME, signs);
  const said = LOGIN_TEXT.exec(signs.text)?.[0] ?? null;
  if (outweighs(signs, title, heading, said))
    throw new NewsmillError('login_wall', told(title, heading, said));
  if (signs.evidence === 'none' && signs.hasPassword && (said !== null || signs.text.length < 100))
    throw new NewsmillError('login_wall', 'The page is a form that asks for a password.');
}

/** Share of the text that is about consent, on a page that asks for it and shows nothing else. */
const MOSTLY = 0.6;

function refuseConsent(signs: Shown): void {
  const asked = CONSENT_TEXT.exec([...signs.headings, signs.text].join('\n'))?.[0];
  if (asked === undefined) return;
  let about = 0;
  let all = 0;
  for (const line of signs.text.split('\n')) {
    all += line.length;
    if (CONSENT_LINE.test(line)) about += line.length;
  }
  if (all > 0 && about >= (signs.evidence === 'none' ? MOSTLY : 0.8) * all)
    throw new NewsmillError('consent_wall', `The page says “${cut(asked)}” and little else.`);
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

/** A name is enough where nothing says “article”; two of title, heading and text where `og:type` does; else all three. */
function outweighs(
  { evidence, text }: Shown,
  title: string | null,
  heading: string | null,
  said: string | null,
): boolean {
  const named = [title, heading].filter((name) => name !== null).length;
  if (evidence === 'none') return named > 0;
  if (evidence === 'weak') return named === 2 || (named === 1 && said !== null);
  return named === 2 && said !== null && text.length < NOTICE;
}

function told(title: string | null, heading: string | null, said: string | null): string {
  if (title !== null) return `The page is titled “${cut(title)}”.`;
  return heading === null ? `The page says “${cut(said ?? '')}”.` : `The page is headed “${cut(heading)}”.`;
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text;
}
