/** The page's address as it states it, where that can be believed. */
import { getDomain } from 'tldts';
import { absoluteUrl, firstMeta, type Page } from '../page/page.ts';
import { type Found, found } from './field.ts';

/**
 * `link rel=canonical`, then `og:url`: believed if on the same registrable domain and no home page, section, error or
 * log-in (unless the page itself is one). Else the address that was read.
 */
export function readCanonical(page: Page): Found<string> {
  for (const link of page.links) {
    if (!link.rel.split(/\s+/).includes('canonical')) continue;
    const url = believable(link.href, page);
    if (url !== null) return found(url, 'markup');
  }
  const og = firstMeta(page, 'og:url');
  if (og !== null) {
    const url = believable(og.value, page);
    if (url !== null) return found(url, 'opengraph');
  }
  return found(stripFragment(page.url), 'http');
}

function believable(href: string, page: Page): string | null {
  const url = absoluteUrl(href, page.baseUrl);
  if (url === null) return null;
  const there = new URL(url);
  const here = new URL(page.url);
  if (there.username !== '' || there.password !== '') return null;
  if (domainOf(there.hostname) !== domainOf(here.hostname)) return null;
  if (isHome(there) && !isHome(here)) return null;
  if (isNotice(there) && !isNotice(here)) return null;
  const isLess = losesStory(there, here) || (isSection(there) && namesOther(there, here, page));
  if (isLess && !isHome(here)) return null;
  return stripFragment(there.href);
}

function domainOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}

/** Whether an address is that of a home page: nothing, a language, or a file that stands for a folder. */
export function isHome(url: URL): boolean {
  return (
    url.search === '' && /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:index\.\w+|home)?\/?$/i.test(url.pathname)
  );
}

/** Pages that stand in for what somebody asked for. */
const NOTICE =
  /^(?:40[0134]|410|50[0-4]|(?:error|fehler|erreur|err)s?(?:-?(?:page|seite|40\d|50\d))?|(?:page-?)?not-?found|page-introuvable|(?:log|sign)-?(?:in|on)|anmelden|anmeldung|einloggen|connexion|iniciar-sesion|entrar|accedi|inloggen|logowanie|giris|wp-login|register|registration|consent|captcha|paywall|access-denied|forbidden)(?:\.\w+)?$/i;
/** What a page's address has behind its story's: another form of it, or a part. */
const FORM =
  /^(?:amp|print|full|all|single|mobile|m|share|feed|comments?|index|default|html?|(?:page|seite|pagina|strona|p|foto|photo|image|slide)?-?\d{1,3})(?:\.\w+)?$/i;
/** Queries that name a story on sites whose paths do not. */
const STORY_QUERY =
  /[?&](?:id|p|aid|nid|sid|art(?:icle)?_?(?:id)?|news_?id|story_?(?:id)?|item_?id|doc_?id|idx(?:no)?|no|cid)=[^&]*\d{3}/i;

/** An error, a log-in or the like: in the path's words, no story being named beside them. */
function isNotice(url: URL): boolean {
  const steps = stepsOf(url);
  return steps.some((step) => NOTICE.test(step)) && !steps.some(namesStory);
}

/** Whether an address is the page's own without what names the story: a folder above it, or its path without the number. */
function losesStory(there: URL, here: URL): boolean {
  if (there.search !== '') return false;
  const [above, own] = [stepsOf(there), stepsOf(here)];
  if (above.length > own.length || above.some((step, i) => step !== own[i])) return false;
  const rest = own.slice(above.length).filter((step) => !FORM.test(step));
  const last = above.at(-1) ?? '';
  // “/47110815/bees-on-the-roof” is the same story as “/47110815”, and “/bees-on-the-roof/4711” as “/bees-on-the-roof”.
  if (/\d{5}/.test(last) && !/^(?:19|20)\d{6}$/.test(last)) return false;
  if (rest.length > 0) return rest.some((step) => wordsOf(step).length > 2) || !namesStory(last);
  return STORY_QUERY.test(here.search) && !above.some(namesStory);
}

/** Whether a path has nothing but single words in it: “/politics/”, “/news/europe”. */
function isSection(url: URL): boolean {
  const steps = stepsOf(url);
  return (
    url.search === '' &&
    steps.length <= 2 &&
    steps.every((step) => /^[\p{L}\p{M}]+(?:\.html?|\.php)?$/u.test(step))
  );
}

/** Whether the page's own address names a story, of whose words, and those of the title, the other address has none. */
function namesOther(there: URL, here: URL, page: Page): boolean {
  const own = stepsOf(here);
  if (!own.some((step) => wordsOf(step).length > 1 || /\d{4}/.test(step))) return false;
  const known = new Set(wordsOf(`${own.at(-1) ?? ''} ${page.documentTitle}`));
  return !wordsOf(stepsOf(there).at(-1) ?? '').some((word) => known.has(word));
}

/** Whether a step has a headline's words or a number in it. */
function namesStory(step: string): boolean {
  return wordsOf(step).length > 2 || /\d{5}/.test(step);
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word.length > 1);
}

function stepsOf(url: URL): string[] {
  return url.pathname
    .split('/')
    .filter((step) => step !== '')
    .map(decoded);
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    // A stray percent sign: taken as it is written.
    return step;
  }
}

function stripFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}
