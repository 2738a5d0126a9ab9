/**
 * Reads the tree-construction cases of html5lib-tests (`../shared/corpora/html5lib`, format in the
 * README there) and writes trees in their notation.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { COMMENT_NODE, TEXT_NODE } from '../../src/extract/html/dom.ts';
import type { Element } from '../../src/extract/html/element.ts';
import { HTML, MATHML, type Namespace, SVG } from '../../src/extract/html/names.ts';
import type { Node } from '../../src/extract/html/node.ts';
import { DocumentType } from '../../src/extract/html/text.ts';
import { DOCUMENT_FRAGMENT_NODE, DOCUMENT_TYPE_NODE, isElement } from '../../src/extract/html/tree.ts';
import { corpusPath } from './corpora.ts';

export interface TreeCase {
  /** `file:number` of the case, counted from 1. */
  readonly name: string;
  readonly data: string;
  /** The element the markup is parsed within, or null for a whole page. */
  readonly context: { readonly namespace: Namespace; readonly local: string } | null;
  /** The scripting flag to parse with; where a case does not say, it must hold for both. */
  readonly scripting: readonly boolean[];
  readonly document: string;
}

/** All cases of all files, in order. */
export function readTreeCases(): TreeCase[] {
  const folder = ['html5lib', 'tree-construction'];
  const plain = readdirSync(corpusPath(...folder)).filter((name) => name.endsWith('.dat'));
  const scripted = readdirSync(corpusPath(...folder, 'scripted')).map((name) => `scripted/${name}`);
  return [...plain, ...scripted].sort().flatMap((file) => {
    const text = readFileSync(corpusPath(...folder, file), 'utf8');
    return text
      .split(/(?:^|\n\n)(?=#data\n)/)
      .filter((block) => block.startsWith('#data\n'))
      .map((block, i) => readCase(`${file}:${i + 1}`, block));
  });
}

function readCase(name: string, block: string): TreeCase {
  const sections = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of block.split('\n')) {
    const heading = /^#(data|errors|new-errors|document-fragment|script-off|script-on|document)$/.exec(
      line,
    )?.[1];
    // The tree and the data may hold lines that look like headings only before and after these.
    if (heading !== undefined && !sections.has(heading) && !sections.has('document')) {
      lines = [];
      sections.set(heading, lines);
    } else {
      lines.push(line);
    }
  }
  const context = sections.get('document-fragment')?.[0];
  return {
    name,
    data: (sections.get('data') ?? []).join('\n'),
    context: context === undefined ? null : readContext(context),
    scripting: sections.has('script-on') ? [true] : sections.has('script-off') ? [false] : [false, true],
    document: (sections.get('document') ?? []).join('\n').trimEnd(),
  };
}

function readContext(text: string): { namespace: Namespace; local: string } {
  if (text.startsWith('svg ')) return { namespace: SVG, local: text.slice(4) };
  if (text.startsWith('math ')) return { namespace: MATHML, local: text.slice(5) };
  return { namespace: HTML, local: text };
}

const PREFIXES: Readonly<Record<Namespace, string>> = { [HTML]: '', [SVG]: 'svg ', [MATHML]: 'math ' };

/** Attributes that the parser puts into a namespace when they stand on an SVG or MathML element. */
const FOREIGN_ATTRIBUTE =
  /^(?:(xlink):(actuate|arcrole|href|role|show|title|type)|(xml):(lang|space)|(xmlns):(xlink))$/;

/** The children of a node as html5lib writes them. */
export function dumpTree(root: Node): string {
  const lines: string[] = [];
  dumpChildren(root, 0, lines);
  return lines.join('\n');
}

function dumpChildren(parent: Node, depth: number, lines: string[]): void {
  for (const node of parent.childNodes) dumpNode(node, depth, lines);
}

function dumpNode(node: Node, depth: number, lines: string[]): void {
  const indent = `| ${'  '.repeat(depth)}`;
  if (isElement(node)) {
    lines.push(`${indent}<${PREFIXES[node.namespace]}${node.localName}>`);
    for (const attribute of dumpAttributes(node)) lines.push(`${indent}  ${attribute}`);
    if (node.content !== null) {
      lines.push(`${indent}  content`);
      dumpChildren(node.content, depth + 2, lines);
    }
    dumpChildren(node, depth + 1, lines);
  } else if (node.nodeType === TEXT_NODE) {
    lines.push(`${indent}"${node.nodeValue}"`);
  } else if (node.nodeType === COMMENT_NODE) {
    lines.push(`${indent}<!-- ${node.nodeValue} -->`);
  } else if (node.nodeType === DOCUMENT_TYPE_NODE && node instanceof DocumentType) {
    const ids = node.publicId === '' && node.systemId === '' ? '' : ` "${node.publicId}" "${node.systemId}"`;
    lines.push(`${indent}<!DOCTYPE ${node.name}${ids}>`);
  } else if (node.nodeType === DOCUMENT_FRAGMENT_NODE) {
    dumpChildren(node, depth, lines);
  }
}

function dumpAttributes(element: Element): string[] {
  return [...element.attributes]
    .map(({ name, value }) => {
      const foreign = element.namespace === HTML ? null : FOREIGN_ATTRIBUTE.exec(name);
      return { name: foreign === null ? name : name.replace(':', ' '), value };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name, value }) => `${name}="${value}"`);
}
