/** What kind of page it is, with the evidence: an article of some type, or why there is none. */
import type { ArticleType } from '../../article/article.ts';
import { NewsmillError } from '../../errors.ts';
import { type LooseObject, typesOf } from './json-ld.ts';
import type { Page } from './page.ts';
import { NEEDS_SCRIPT, shellEvidence } from './script-signs.ts';

const CHALLENGE_TITLE =
  /^(?:just a moment|attention required|access denied|are you (?:a )?(?:human|robot)|please verify you are (?:a )?human|security check|verifying|checking your browser|ddos-guard|pardon our interruption|one more step|human verification|robot check|bot verification|request blocked|you have been blocked|blocked|403 forbidden|forbidden)\b/i;
const CHALLENGE_TEXT =
  /(?:enable javascript and cookies to continue|checking (?:if the site connection is secure|your browser before)|verify(?:ing)? (?:that )?you are (?:a )?human|unusual traffic from your|complete the security check|prove you are (?:a )?human|press (?:&|and) hold|ray id:|captcha|why have i been blocked|automated access|bestätigen sie, dass sie kein roboter|vérifi\p{L}+ que vous n.êtes pas un robot)/iu;
const CONSENT_TEXT =
  /(?:before you continue|consent to (?:the use of )?cookies|accept (?:all )?(?:cookies )?(?:and continue|to continue)|we (?:and our \d* ?partners )?(?:use|store).{0,60}cookies|manage (?:your )?(?:privacy|cookie) (?:settings|preferences|choices)|mit werbung (?:und cookies )?weiter|weiter mit werbung|zustimmen und weiter|einwilligung|accepter et continuer|continuer sans accepter|aceptar y continuar|accetta e continua|aceitar e continuar|akkoord|zgadzam się|privacy gate)/iu;
const LOGIN_TITLE =
  /^(?:log ?in|sign ?in|login|anmelden|einloggen|connexion|se connecter|iniciar sesión|accedi|entrar|inloggen|zaloguj(?: się)?|вход|увійти|giriş yap|تسجيل الدخول|登录|登入|ログイン|로그인)(?:\s*[|–—·:-].*)?$/iu;
const NOT_FOUND_TITLE =
  /^(?:\W*404\b.*|(?:error )?404.*|(?:sorry[,:]? )?(?:the )?(?:page|article|story|content|seite|artikel|página|pagina|strona|sayfa)(?: you (?:requested|are looking for))?(?: (?:was|is|could|can|cannot|not|wurde|no|non|não|niet|nicht|nie|bulunamadı)\b.*| introuvable.*)|not found.*|page introuvable.*|file not found.*|nothing found.*|страница не найдена.*|сторінку не знайдено.*|页面不存在.*|找不到.*|ページが見つかりません.*|페이지를 찾을 수 없습니다.*|الصفحة غير موجودة.*)/iu;

/** What the page looks like before its body is known. */
export interface PageSigns {
  readonly visibleText: string;
  readonly title: string;
}

/**
 * Refuses pages that are certainly no article. Called before Readability, on short pages only:
 * a long text is never refused for its words.
 *
 * @throws NewsmillError `bot_challenge`, `consent_wall`, `login_wall`, `soft_not_found`
 */
export function refuseNonArticles(page: Page, signs: PageSigns): void {
  const { visibleText, title } = signs;
  const short = page.textLength < 1500;
  if (!short) return;
  const text = visibleText.slice(0, 4000);
  if (CHALLENGE_TITLE.test(title))
    throw new NewsmillError('bot_challenge', `The page is titled “${cut(title)}”.`);
  const challenge = CHALLENGE_TEXT.exec(text);
  if (challenge !== null && page.textLength < 700)
    throw new NewsmillError('bot_challenge', `The page says “${cut(challenge[0])}”.`);
  if (NOT_FOUND_TITLE.test(title))
    throw new NewsmillError('soft_not_found', `The page is titled “${cut(title)}”.`);
  const consent = CONSENT_TEXT.exec(text);
  if (consent !== null && page.headings.length < 3 && !hasArticleMarkup(page)) {
    throw new NewsmillError('consent_wall', `The page says “${cut(consent[0])}” and little else.`);
  }
  const password = page.forms.some((form) => form.querySelector('input[type="password"]') !== null);
  if (LOGIN_TITLE.test(title) || (password && page.textLength < 500)) {
    throw new NewsmillError(
      'login_wall',
      password ? 'The page is a form that asks for a password.' : `The page is titled “${cut(title)}”.`,
    );
  }
}

/** Characters of text under which a page may be an application that has not run. */
export const SHELL_TEXT = 200;

/**
 * Refuses applications that have not run. For pages with less text than `SHELL_TEXT`.
 * @throws NewsmillError `needs_browser`
 */
export function refuseShells(page: Page, visibleText: string): void {
  const script = NEEDS_SCRIPT.exec(visibleText.slice(0, 4000));
  const evidence = script === null ? shellEvidence(page) : `The page says “${cut(script[0])}”.`;
  if (evidence !== null) throw new NewsmillError('needs_browser', evidence);
}

function hasArticleMarkup(page: Page): boolean {
  return page.linkedData.nodes.some((node) => typesOf(node).some((type) => /Article|BlogPosting/.test(type)));
}

/** Evidence of a list of articles: many linked headlines, little text of its own. Null when it is none. */
export function hubEvidence(page: Page, bodyLength: number, hasArticleNode: boolean): string | null {
  if (hasArticleNode || bodyLength > 1200) return null;
  const path = URL.parse(page.url)?.pathname ?? '/';
  const isHome = path === '/' || path === '';
  const headlines = page.headings.filter(
    (heading) => heading.querySelector('a') !== null || heading.closest('a') !== null,
  ).length;
  const ogType = page.metas.get('og:type')?.[0]?.trim().toLowerCase();
  const linkShare = page.textLength === 0 ? 0 : page.linkTextLength / page.textLength;
  if (ogType === 'article') return null;
  if (headlines >= 10 && linkShare > 0.5 && (isHome || bodyLength < 500)) {
    return `${headlines} headlines on it are links, and ${Math.round(linkShare * 100)} % of its text is link text.`;
  }
  return null;
}

/** The type of an article, from its linked data and its length. */
export function articleType(article: LooseObject | null, page: Page, words: number): ArticleType {
  const types = article === null ? [] : typesOf(article);
  if (
    types.includes('LiveBlogPosting') ||
    page.linkedData.nodes.some((node) => typesOf(node).includes('LiveBlogPosting'))
  )
    return 'liveBlog';
  if (types.includes('ImageGallery') || types.includes('MediaGallery')) return 'gallery';
  const ogType = page.metas.get('og:type')?.[0]?.trim().toLowerCase() ?? '';
  if (types.includes('VideoObject') || (ogType.startsWith('video') && words < 250)) return 'video';
  return words < 100 ? 'brief' : 'article';
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
