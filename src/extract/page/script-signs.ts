/** Signs that scripts write the text of a page: what a cheap look at the plain response can tell. */
import { NewsmillError } from '../../errors.ts';
import type { DomElement } from '../html/dom.ts';
import { foldSpace } from '../text.ts';
import type { Page } from './page.ts';

/** Where applications are mounted by the usual frameworks and their templates. */
const MOUNT_IDS = new Set([
  'root',
  'app',
  'app-root',
  'react-root',
  'react-app',
  'main-app',
  'app-container',
  '__next',
  '__nuxt',
  '__layout',
  '___gatsby',
  'gatsby-focus-wrapper',
  'svelte',
  'q-app',
  'ember-app',
  'vue-app',
  'application',
]);
const MOUNT_TAGS = new Set(['app-root', 'my-app', 'ion-app']);

/** What a page says to readers without scripts. */
export const NEEDS_SCRIPT =
  /(?:you need to enable javascript|(?:please )?(?:enable|activate|turn on) (?:your )?javascript|javascript (?:is|must be|needs to be|has to be) (?:required|disabled|enabled|turned on)|(?:requires?|needs?) javascript|without javascript|doesn.t work (?:properly )?without javascript|bitte (?:aktivieren sie|schalten sie) javascript|javascript (?:ist deaktiviert|muss aktiviert|aktivieren|ist erforderlich)|activer (?:le )?javascript|javascript (?:est désactivé|est nécessaire|doit être activé)|(?:habilit|activ)(?:a|e|ar|ez|i|are) (?:el |o |il )?javascript|javascript (?:está desactivado|está deshabilitado|es necesario|está desativado|è disabilitato|è necessario)|(?:schakel|zet) javascript (?:in|aan)|javascript is (?:uitgeschakeld|vereist)|włącz(?:yć)? (?:obsługę )?javascript|(?:aktivera|aktiver|slå på|slå til) javascript|zapn(?:ěte|ite|out) javascript|включит[еь] (?:поддержку )?javascript|увімкн(?:іть|ути) javascript|javascript.?i etkinleştir|javascript ?を有効|javascript ?を(?:オン|使用)|(?:启用|啟用|开启|開啟|打开) ?javascript|javascript.{0,3}활성화|تفعيل (?:الـ ?)?javascript|تمكين (?:الـ ?)?javascript)/iu;

/** Characters of text up to which a mount point counts as empty: a spinner may say that it loads. */
const EMPTY_TEXT = 60;
/** Characters of text under which a page may be an application that has not run. */
export const SHELL_TEXT = 200;
/** Inline data of so many characters holds more than settings. */
const MUCH_STATE = 8000;
/** Elements of a page that shows the places where text will be. */
const MANY_ELEMENTS = 40;
const STATE_NAME =
  /__(?:NEXT_DATA|NUXT(?:_DATA)?|INITIAL_(?:STATE|DATA|PROPS)|PRELOADED_STATE|APOLLO_STATE|APP_STATE|STATE|DATA|remixContext|sveltekit\w*|reactRouterContext)__|self\.__next_f\.push/;

/**
 * Refuses applications that have not run. For pages with less text than `SHELL_TEXT`.
 * @throws NewsmillError `needs_browser`
 */
export function refuseShells(page: Page, visibleText: string): void {
  const script = NEEDS_SCRIPT.exec(visibleText.slice(0, 4000));
  const said = script?.[0] ?? '';
  const evidence =
    script === null
      ? shellEvidence(page)
      : `The page says “${said.length > 80 ? `${said.slice(0, 79)}…` : said}”.`;
  if (evidence !== null) throw new NewsmillError('needs_browser', evidence);
}

/** The evidence that the page is an application that has not run, with next to no text; null without it. */
export function shellEvidence(page: Page): string | null {
  if (page.textLength >= SHELL_TEXT || page.scriptCount === 0 || hasArticleBody(page)) return null;
  const mount = emptyMount(page);
  if (mount !== null) return `${nameOf(mount)} of the page is empty, and scripts are to fill it.`;
  return page.textLength < 50 && page.scriptCount >= 2 && page.linkedData.nodes.length === 0
    ? `The page has ${page.scriptCount} scripts and ${page.textLength} characters of text.`
    : null;
}

/**
 * The evidence that scripts write what is missing, for a page that gives no article otherwise; null without it.
 * Weaker signs count here, because nothing is lost by them. To be asked before the tree is changed.
 */
export function missingTextEvidence(page: Page): string | null {
  if (page.scriptCount === 0) return null;
  const mount = emptyMount(page);
  if (mount !== null) return `${nameOf(mount)} of the page is empty, and scripts are to fill it.`;
  for (const element of page.document.getElementsByTagName('noscript')) {
    const notice = NEEDS_SCRIPT.exec(foldSpace(element.textContent ?? '').slice(0, 2000));
    if (notice !== null) return `The page says “${notice[0]}”.`;
  }
  const state = stateLength(page);
  if (state > Math.max(MUCH_STATE, page.textLength * 4))
    return `The page shows ${page.textLength} characters of text and holds ${state} in scripts’ data.`;
  if (
    page.elements.length >= MANY_ELEMENTS &&
    page.textLength < page.elements.length * 2 &&
    page.scriptCount >= 3
  )
    return `The page has ${page.elements.length} elements, ${page.scriptCount} scripts and ${page.textLength} characters of text.`;
  return null;
}

function emptyMount(page: Page): DomElement | null {
  for (const element of page.elements) {
    if (!MOUNT_TAGS.has(element.localName) && !MOUNT_IDS.has(element.id.toLowerCase())) continue;
    if (foldSpace(visibleText(element)).length <= EMPTY_TEXT) return element;
  }
  return null;
}

function nameOf(element: DomElement): string {
  return element.id === '' ? `<${element.localName}>` : `#${element.id}`;
}

/** Text of an element without its scripts and styles. */
function visibleText(element: DomElement): string {
  let text = element.textContent ?? '';
  if (text.length > EMPTY_TEXT)
    for (const name of ['script', 'style', 'noscript', 'template', 'svg'])
      for (const inner of element.getElementsByTagName(name))
        text = text.replace(inner.textContent ?? '', '');
  return text;
}

/** Characters of the data that frameworks hand to their scripts, linked data left out. */
function stateLength(page: Page): number {
  let length = 0;
  for (const script of page.document.getElementsByTagName('script')) {
    const type = script.getAttribute('type')?.trim().toLowerCase() ?? '';
    if (type === 'application/ld+json') continue;
    const text = script.textContent ?? '';
    if (type === 'application/json' || STATE_NAME.test(text.slice(0, 500))) length += text.length;
  }
  return length;
}

function hasArticleBody(page: Page): boolean {
  return (
    page.itemprops.has('articlebody') ||
    page.linkedData.nodes.some(
      (node) => typeof node.articleBody === 'string' && node.articleBody.length > 200,
    )
  );
}
