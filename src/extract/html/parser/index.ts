/** The HTML standard's parser (https://html.spec.whatwg.org/#parsing): markup in, newsmill's tree out. */
import { capDepth } from '../depth.ts';
import { Document, DocumentFragment } from '../document.ts';
import type { Element } from '../element.ts';
import { HTML, knownName } from '../names.ts';
import type { Node, ParentNode } from '../node.ts';
import { isElement } from '../tree.ts';
import type { Utf8Markup } from '../utf8-markup.ts';
import { type BuilderOptions, TreeBuilder } from './builder.ts';
import { isHtmlElement } from './open-elements.ts';
import { Tokenizer } from './tokenizer.ts';
import { type ContentModel, DATA, PLAINTEXT, RAWTEXT, RCDATA, SCRIPT_DATA } from './tokens.ts';

const FORM = knownName('form');

/**
 * Parses a whole page.
 *
 * @param url the page's address, absolute and serialised
 * @throws NewsmillError `page_too_deep`, `page_too_many_nodes`
 */
export function buildDocument(markup: string | Utf8Markup, url: string, options: BuilderOptions): Document {
  const document = new Document(url, (html, context) => buildFragment(html, context, options));
  const builder = new TreeBuilder(document, null, options);
  run(markup, builder, options);
  capDepthOf(document, builder, options);
  return document;
}

/** Parses markup as the content of an element (https://html.spec.whatwg.org/#parsing-html-fragments). */
export function buildFragment(html: string, context: Element, options: BuilderOptions): DocumentFragment {
  const document = context.ownerDocument;
  const builder = new TreeBuilder(document, context, options);
  const root = builder.create(knownName('html'), HTML, []);
  builder.open.push(root);
  if (context.namespace === HTML && context.localName === 'template') {
    builder.templateModes.push(builder.modes.inTemplate);
  }
  builder.resetMode();
  builder.form = nearestForm(context);
  run(html, builder, options);
  capDepthOf(root, builder, options);
  const fragment = new DocumentFragment(document);
  for (let child = root.firstChild; child !== null; child = root.firstChild) {
    root.unlink(child);
    fragment.link(child, null);
  }
  return fragment;
}

/** Most pages are nowhere near the limit and need no walk. */
function capDepthOf(root: ParentNode, builder: TreeBuilder, { limits }: BuilderOptions): void {
  if (builder.deepest * 2 > limits.maxDepth) capDepth(root, limits.maxDepth);
}

function run(markup: string | Utf8Markup, builder: TreeBuilder, options: BuilderOptions): void {
  const tokenizer = new Tokenizer(markup, builder.names, builder, options.limits.maxAttributes);
  builder.tokenizer = tokenizer;
  if (builder.context !== null) tokenizer.switchTo(modelWithin(builder.context, options.scripting), '');
  tokenizer.run();
}

/** How the content of an element is read when it is parsed by itself. */
function modelWithin(context: Element, scripting: boolean): ContentModel {
  if (context.namespace !== HTML) return DATA;
  switch (context.localName) {
    case 'title':
    case 'textarea':
      return RCDATA;
    case 'style':
    case 'xmp':
    case 'iframe':
    case 'noembed':
    case 'noframes':
      return RAWTEXT;
    case 'noscript':
      return scripting ? RAWTEXT : DATA;
    case 'script':
      return SCRIPT_DATA;
    case 'plaintext':
      return PLAINTEXT;
    default:
      return DATA;
  }
}

function nearestForm(context: Element): Element | null {
  for (let node: Node | null = context; node !== null; node = node.parentNode) {
    if (isElement(node) && isHtmlElement(node, FORM)) return node;
  }
  return null;
}
