/** Pages that stand in the place of an article: missing pages, checks for bots, log-ins, requests for consent. */
import { refuseConsent } from './consent.ts';
import { refuseNotices } from './notices.ts';
import type { PageSigns } from './signs.ts';

/** A text of so many characters is an article, whatever its title says. */
const LONG = 4000;
/** Where a page states that it is an article, only less text than this may be a notice after all. */
const NOTICE_OF_ARTICLES = 600;

/**
 * Refuses what is certainly no article, by what the page calls itself and by the text that would be stored. What
 * states that it is an article needs more against it.
 * @param text what would be stored; the whole visible text where nothing was found. One line a block
 * @throws NewsmillError `soft_not_found`, `bot_challenge`, `login_wall`, `consent_wall`, `legal_block`, `access_denied`,
 * `rate_limited`, `http_server_error`, `needs_browser`, `no_article`
 */
export function refuseWalls(page: PageSigns, text: string): void {
  if (text.length >= LONG) return;
  const mayBeNotice = page.evidence !== 'stated' || page.isHome || text.length < NOTICE_OF_ARTICLES;
  if (mayBeNotice) refuseNotices(page, text);
  refuseConsent(page, text);
}
