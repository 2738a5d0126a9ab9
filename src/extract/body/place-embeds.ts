/**
 * Keeps what an article embeds as links in their place: once it is known which lines are the article's, each embed among
 * them comes back as a paragraph with one link.
 */
import type { DomDocument, DomElement, DomNode } from '../html/dom.ts';
import { TEXT_NODE } from '../html/dom.ts';
import { absoluteUrl, type Page } from '../page/page.ts';
import type { Embed } from './embed.ts';
import type { Neighbour, NotedEmbed } from './note-embeds.ts';
import { shownAt } from './players.ts';

type Fate = 'kept' | 'dropped' | 'out';

/**
 * Puts the embeds among the kept text into `root`, each as a paragraph with one link, or in its own place where
 * Readability left it. Never changes the text: call it when that is read.
 * @param dropped what is left out, with all that it holds
 * @param noted from `noteEmbeds`, on the same page
 */
export function placeEmbeds(
  root: DomElement,
  dropped: ReadonlySet<DomNode>,
  noted: readonly NotedEmbed[],
  page: Page,
): void {
  if (noted.length > 0) placeNoted(root, dropped, noted, page);
  // What is left is there already, stands in another story's box, or is nothing that is known.
  for (const name of PLAYERS) for (const player of [...root.getElementsByTagName(name)]) player.remove();
}

const PLAYERS = ['iframe', 'object', 'embed', 'video', 'audio'] as const;

function placeNoted(
  root: DomElement,
  dropped: ReadonlySet<DomNode>,
  noted: readonly NotedEmbed[],
  page: Page,
): void {
  const fateOf = (node: DomNode): Fate => {
    let fate: Fate = 'kept';
    for (let at: DomNode | null = node; at !== null; at = at.parentNode) {
      if (at === root) return fate;
      if (dropped.has(at)) fate = 'dropped';
    }
    return 'out';
  };
  const texts = textsOf(root, noted, fateOf);
  const linked = linksOf(root, page.baseUrl, fateOf);
  const length = (root.textContent ?? '').length;
  /** Behind what was put behind the same. */
  const last = new Map<DomNode, DomNode>();
  for (const embed of noted) {
    if (linked.has(embed.url)) continue;
    const paragraph = linkTo(embed, page.document);
    if (fateOf(embed.element) === 'kept') {
      putInPlace(embed.element, paragraph, page);
    } else {
      const place = placeOf(embed, texts, fateOf, root, length);
      if (place === null) continue;
      const { anchor, side } = place;
      const after = side === 'before' ? null : (last.get(anchor) ?? anchor);
      anchor.parentNode?.insertBefore(paragraph, after === null ? anchor : after.nextSibling);
      if (after !== null) last.set(anchor, paragraph);
    }
    linked.add(embed.url);
  }
}

/** Which node stands for a noted text: itself, or that of the same characters where Readability read the page anew. */
function textsOf(
  root: DomElement,
  noted: readonly NotedEmbed[],
  fateOf: (node: DomNode) => Fate,
): (text: DomNode) => DomNode {
  const isSame = noted.some(({ before, after }) =>
    [...before, ...after].some(({ text }) => fateOf(text) !== 'out'),
  );
  if (isSame) return (text) => text;
  const byText = new Map<string, DomNode>();
  for (const element of [root, ...root.getElementsByTagName('*')]) {
    for (let child = element.firstChild; child !== null; child = child.nextSibling) {
      const text = child.nodeType === TEXT_NODE ? (child.nodeValue ?? '').trim() : '';
      if (text.length >= LEAST_ALIKE && !byText.has(text)) byText.set(text, child);
    }
  }
  return (text) => byText.get((text.nodeValue ?? '').trim()) ?? text;
}

/** Characters from which on the same text is the same place. */
const LEAST_ALIKE = 20;

function linksOf(root: DomElement, base: string, fateOf: (node: DomNode) => Fate): Set<string> {
  const urls = new Set<string>();
  for (const link of root.getElementsByTagName('a')) {
    const url = URL.parse(absoluteUrl(link.getAttribute('href'), base) ?? '');
    if (url !== null && fateOf(link) === 'kept') urls.add(shownAt(url) ?? url.href);
  }
  return urls;
}

function linkTo({ url, label }: Embed, document: DomDocument): DomElement {
  const paragraph = document.createElement('p');
  const link = document.createElement('a');
  link.setAttribute('href', url);
  link.appendChild(document.createTextNode(label));
  paragraph.appendChild(link);
  return paragraph;
}

interface Place {
  readonly anchor: DomNode;
  readonly side: 'before' | 'behind';
}

/** Behind the line before it, else before the line behind it; null where it is not the article's. */
function placeOf(
  { before, after, opens }: NotedEmbed,
  texts: (text: DomNode) => DomNode,
  fateOf: (node: DomNode) => Fate,
  root: DomElement,
  length: number,
): Place | null {
  const isKept = ({ text }: Neighbour): boolean => fateOf(texts(text)) === 'kept';
  const from = before.findIndex(isKept);
  const to = after.findIndex(isKept);
  const nearest = before[from];
  const next = after[to];
  if (nearest !== undefined && (from === 0 || next !== undefined)) {
    // What follows on most of the text as a whole stands beside it.
    if (next === undefined && (nearest.branch.textContent ?? '').length > 0.5 * length) return null;
    return { anchor: anchorOf(nearest, texts, root), side: 'behind' };
  }
  return next !== undefined && (to === 0 || opens)
    ? { anchor: anchorOf(next, texts, root), side: 'before' }
    : null;
}

/** Elements in which a paragraph may stand that is no part of what they hold. */
const BOXES = new Set(['div', 'section', 'article', 'main', 'body', 'center', 'header', 'details']);
const CELLS = new Set(['li', 'dd', 'td', 'th']);

/** The outermost node around the text beside which a paragraph may stand. */
function anchorOf({ text, branch }: Neighbour, texts: (text: DomNode) => DomNode, root: DomElement): DomNode {
  const start = texts(text);
  const isWhole = branch !== root && branch !== text && root.contains(branch);
  let anchor = isWhole ? branch : start;
  for (let at = anchor.parentElement; at !== null && at !== root; at = at.parentElement) {
    const stays = BOXES.has(at.localName) || (isWhole && CELLS.has(at.localName));
    if (!stays) anchor = at;
  }
  return anchor;
}

/** A paragraph where one may stand; within a line the link alone, and none within another link. */
function putInPlace(element: DomElement, paragraph: DomElement, page: Page): void {
  const parent = element.parentNode;
  const link = paragraph.firstChild;
  if (parent === null || link === null || element.closest('a') !== null) return;
  if (element.closest('p, span, h1, h2, h3, h4, h5, h6') === null) {
    parent.replaceChild(paragraph, element);
    return;
  }
  parent.insertBefore(page.document.createTextNode(' '), element);
  parent.insertBefore(page.document.createTextNode(' '), element.nextSibling);
  parent.replaceChild(link, element);
}
