/** Within SVG and MathML (https://html.spec.whatwg.org/#parsing-main-inforeign). */
import { asciiLowerCase, HTML, knownName, MATHML, SVG, type TagName } from '../../names.ts';
import type { TreeBuilder } from '../builder.ts';
import { replaceNul } from '../characters.ts';
import {
  adjustAttributes,
  isHtmlIntegrationPoint,
  isMathmlTextIntegrationPoint,
  svgName,
} from '../foreign.ts';
import { applyStart, ignore, ruleTable, type StartRule } from '../rules.ts';
import type { StartTag } from '../tokens.ts';
import { type InsertionMode, insertComment } from './mode.ts';

const BR = knownName('br');
const P = knownName('p');
const FONT_ATTRIBUTES = new Set(['color', 'face', 'size']);

const startRules = ruleTable<StartRule>(
  [
    [
      'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu ' +
        'meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var',
      breakOut,
    ],
    [
      'font',
      (builder, tag) => {
        const { attributes } = tag;
        if (attributes.some((name, i) => i % 2 === 0 && FONT_ATTRIBUTES.has(name))) breakOut(builder, tag);
        else insertForeign(builder, tag);
      },
    ],
  ],
  insertForeign,
);

export const inForeignContent: InsertionMode = {
  text(builder, text) {
    builder.insertText(replaceNul(text));
    if (/[^\t\n\f\r \0]/.test(text)) builder.framesetOk = false;
  },
  startTag: (builder, tag) => applyStart(startRules, builder, tag),
  endTag(builder, name) {
    if (name === BR || name === P) {
      leaveForeign(builder);
      builder.mode.endTag(builder, name);
    } else {
      endForeign(builder, name);
    }
  },
  comment: insertComment,
  doctype: ignore,
  endOfFile: ignore,
};

/** Tags that only HTML has end all SVG and MathML that is open. */
function breakOut(builder: TreeBuilder, tag: StartTag): void {
  leaveForeign(builder);
  builder.mode.startTag(builder, tag);
}

function leaveForeign(builder: TreeBuilder): void {
  const { open } = builder;
  for (let node = open.current; node !== null; node = open.current) {
    if (node.namespace === HTML || isMathmlTextIntegrationPoint(node) || isHtmlIntegrationPoint(node)) return;
    open.pop();
  }
}

function insertForeign(builder: TreeBuilder, tag: StartTag): void {
  const namespace = builder.adjustedCurrent?.namespace === MATHML ? MATHML : SVG;
  const name = namespace === SVG ? builder.names.get(svgName(tag.name.local)) : tag.name;
  adjustAttributes(tag.attributes, namespace);
  builder.insertElement(name, namespace, tag.attributes);
  if (tag.selfClosing) builder.open.pop();
}

/** Ends the nearest foreign element of the name, whatever its case; HTML elements on the way take over. */
function endForeign(builder: TreeBuilder, name: TagName): void {
  const { items } = builder.open;
  for (let i = items.length - 1; i > 0; i -= 1) {
    const node = items[i];
    if (node === undefined) return;
    if (node.namespace === HTML) {
      builder.mode.endTag(builder, name);
      return;
    }
    if (asciiLowerCase(node.name.local) === name.local) {
      builder.open.popThroughElement(node);
      return;
    }
  }
}
