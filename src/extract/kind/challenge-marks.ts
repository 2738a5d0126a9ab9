/** What checks for bots leave in a page that shows next to nothing: their scripts, frames and containers. */
import { NewsmillError } from '../../errors.ts';
import type { Page } from '../page/page.ts';

/** Characters of text that such a page has at most. */
const MOST_TEXT = 200;
/** Addresses that only the check itself has: services that guard a page which is shown have others. */
const SOURCE =
  /captcha-delivery\.com\/|\/_Incapsula_Resource\?|\/__qrator\/|\/cdn-cgi\/challenge-platform\/h\/\w\/orchestrate|\/ips\.js\b|\/\.within\.website\/x\/cmd\/anubis|captcha\.px-cdn\.net|\/_sec\/cp_challenge\//i;
/** Names that the checks give their settings. */
const SCRIPT =
  /_cf_chl_opt|\bvar dd ?= ?\{|window\.KPSDK|\brbzns\b|window\._pxBlock|_pxAppId.{0,200}blockScript|awswaf\.com.{0,200}\bAwsWafIntegration\.(?:checkForceRefresh|forceRefreshToken)/s;
const CONTAINER =
  /^(?:px-captcha|sec-if-cpt-container|challenge-container|captcha-container|ddg-captcha|amzn-captcha-.{1,20})$/;
const MOST_SCRIPT = 4000;
const MOST_ELEMENTS = 100;

/**
 * For pages as they were parsed.
 * @throws NewsmillError `bot_challenge`
 */
export function refuseChallengeMarks(page: Page): void {
  if (page.textLength >= MOST_TEXT) return;
  const mark = markOn(page);
  if (mark !== null)
    throw new NewsmillError('bot_challenge', `The page holds ${mark} of a check for bots and no text.`);
}

function markOn(page: Page): string | null {
  const frames = [...page.document.getElementsByTagName('iframe')];
  for (const element of [...page.dataScripts, ...frames]) {
    const source = SOURCE.exec(element.getAttribute('src') ?? '');
    if (source !== null) return `“${source[0]}”`;
  }
  for (const script of page.dataScripts) {
    const name = SCRIPT.exec((script.textContent ?? '').slice(0, MOST_SCRIPT));
    if (name !== null) return `“${name[0].slice(0, 40)}”`;
  }
  const container = page.elements.slice(0, MOST_ELEMENTS).find(({ id }) => CONTAINER.test(id));
  return container === undefined ? null : `#${container.id}`;
}
