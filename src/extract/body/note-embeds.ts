/**
 * What a page embeds (films, posts, maps, charts, documents), with the lines around it: Readability takes nearly all of it
 * out, and `place-embeds.ts` puts what is the article's back.
 */
import type { DomElement, DomNode } from '../html/dom.ts';
import { TEXT_NODE } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { SILENT_ELEMENTS } from './elements.ts';
import { type Embed, embedOf, isEmbedName, widgetOf } from './embed.ts';
import { type Mark, marksOf } from './marks.ts';

export interface NotedEmbed extends Embed {
  readonly element: DomElement;
  /** Texts before it, the nearest first. */
  readonly before: readonly Neighbour[];
  /** Texts behind it, the nearest first. */
  readonly after: readonly Neighbour[];
  /** Whether it stands between the headline and the first of the text. */
  readonly opens: boolean;
}

export interface Neighbour {
  readonly text: DomNode;
  /** The child of the element around both that holds the text. */
  readonly branch: DomNode;
}

const MOST = 50;
/** Elements that are looked at closely for those. */
const MOST_LOOKED_AT = 500;
/** Texts on each side that tell where an embed is. */
const NEAR = 3;
/** Texts that may stand between an opening film and the first paragraph: byline, date, buttons. */
const OPENING = 25;
const MOST_STEPS = 500;
const SCRIPTS = /telegram|gist\.github|dwcdn|\/players\//;

/** What the page embeds, in its order, before Readability takes the page apart. Empties what scripts fill (“View this post”). */
export function noteEmbeds(scope: DomElement | null, page: Page): readonly NotedEmbed[] {
  if (scope === null) return [];
  const found = new Map<DomElement, Embed>();
  const urls = new Set<string>();
  let looked = 0;
  const isEnough = (): boolean => found.size >= MOST || looked >= MOST_LOOKED_AT;
  const look = (element: DomElement): boolean => {
    looked++;
    const embed = embedOf(element, page.baseUrl);
    if (embed === null) return false;
    if (widgetOf(element)?.boilerplate === true) element.textContent = '';
    if (!urls.has(embed.url) && !isElsewhere(element)) {
      urls.add(embed.url);
      found.set(element, embed);
    }
    return true;
  };
  let named = 0;
  for (const element of page.elements) {
    if (isEnough()) break;
    if (
      (isEmbedName(element.localName) || widgetOf(element) !== null) &&
      element.parentNode !== null &&
      look(element)
    )
      named++;
  }
  const others = [
    ...scope.getElementsByTagName('iframe'),
    ...scope.getElementsByTagName('object'),
    ...page.dataScripts.filter(
      (script) => script.hasAttribute('data-telegram-post') || SCRIPTS.test(script.getAttribute('src') ?? ''),
    ),
  ];
  for (const element of others) {
    if (isEnough()) break;
    look(element);
  }
  if (found.size === 0) return [];
  const inOrder = named === 0 || found.size < 2 ? [...found.keys()] : ordered(found, scope);
  return inOrder.flatMap((element) => {
    const embed = found.get(element);
    if (embed === undefined) return [];
    const place = neighboursOf(element);
    // A recording over the text is the text, read aloud.
    return place.opens && element.localName.endsWith('audio') ? [] : [{ ...embed, element, ...place }];
  });
}

function ordered(found: ReadonlyMap<DomElement, Embed>, scope: DomElement): DomElement[] {
  const order: DomElement[] = [];
  for (const element of scope.getElementsByTagName('*')) if (found.has(element)) order.push(element);
  return order;
}

const NOT_OF_ARTICLE = new Set<Mark>([
  'related',
  'newsletter',
  'comments',
  'advert',
  'navigation',
  'account',
  'bio',
]);
/** Characters of a box that holds the embed and little else. */
const SMALL_BOX = 600;
const LEVELS = 6;

/** Whether it stands beside the article, or in a box of its own that is named after something else. */
function isElsewhere(element: DomElement): boolean {
  if (element.closest('nav, aside, footer, dialog') !== null) return true;
  let at: DomElement | null = element;
  for (let level = 0; at !== null && at.localName !== 'body' && level < LEVELS; level++) {
    if ((at.textContent ?? '').length > SMALL_BOX) return false;
    if (marksOf(at).some((mark) => NOT_OF_ARTICLE.has(mark))) return true;
    at = at.parentElement;
  }
  return false;
}

function neighboursOf(element: DomElement): Pick<NotedEmbed, 'before' | 'after' | 'opens'> {
  const around = new Set<DomNode>();
  for (let at: DomNode | null = element.parentNode; at !== null; at = at.parentNode) around.add(at);
  const before: Neighbour[] = [];
  let texts = 0;
  let opens = false;
  let node = previous(element);
  for (let step = 0; node !== null && step < MOST_STEPS && texts < OPENING && !opens; step++) {
    if (isShown(node)) {
      texts++;
      if (before.length < NEAR) before.push(neighbour(node, around));
    }
    opens = node.nodeName === 'H1';
    node = previous(node);
  }
  const after: Neighbour[] = [];
  node = behind(element);
  for (let step = 0; node !== null && step < MOST_STEPS && after.length < (opens ? OPENING : NEAR); step++) {
    // What stands before the headline is none of the article's.
    if (node.nodeName === 'H1') break;
    if (isShown(node)) after.push(neighbour(node, around));
    node = node.firstChild ?? behind(node);
  }
  return { before, after, opens };
}

function neighbour(text: DomNode, around: ReadonlySet<DomNode>): Neighbour {
  let branch = text;
  while (branch.parentNode !== null && !around.has(branch.parentNode)) branch = branch.parentNode;
  return { text, branch };
}

function isShown(node: DomNode): boolean {
  return (
    node.nodeType === TEXT_NODE &&
    (node.nodeValue ?? '').trim() !== '' &&
    !SILENT_ELEMENTS.has(node.parentElement?.localName ?? '')
  );
}

/** The node before in document order; elements come after all they hold. */
function previous(node: DomNode): DomNode | null {
  let at: DomNode = node;
  if (at.previousSibling === null) {
    // An element is met on the way in, from its end; on the way out there is nothing new to it.
    let up = at.parentNode;
    while (up !== null && up.previousSibling === null) up = up.parentNode;
    if (up?.previousSibling == null) return null;
    at = up;
  }
  let last: DomNode | null = at.previousSibling;
  while (last?.lastChild != null && last.nodeName !== 'H1') last = last.lastChild;
  return last;
}

/** The node behind in document order, without those within. */
function behind(node: DomNode): DomNode | null {
  let at: DomNode | null = node;
  while (at !== null && at.nextSibling === null) at = at.parentNode;
  return at?.nextSibling ?? null;
}
