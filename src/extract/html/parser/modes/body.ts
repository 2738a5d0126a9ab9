/** Within `body`: what start tags, text and the end of the page do (https://html.spec.whatwg.org/#parsing-main-inbody). */
import { HEADING, HTML, knownName, MATHML, SVG, type TagName } from '../../names.ts';
import { runAdoptionAgency } from '../adoption.ts';
import type { TreeBuilder } from '../builder.ts';
import { dropNul } from '../characters.ts';
import { adjustAttributes } from '../foreign.ts';
import { isHtmlElement, isSpecial } from '../open-elements.ts';
import { applyEnd, applyStart, ignore, ruleTable, type StartRule } from '../rules.ts';
import { PLAINTEXT, RAWTEXT, RCDATA, type StartTag } from '../tokens.ts';
import { endAny, inBodyEnd } from './body-end.ts';
import { type InsertionMode, insertComment } from './mode.ts';

const A = knownName('a');
const BODY = knownName('body');
const BUTTON = knownName('button');
const IMG = knownName('img');
const LI = knownName('li');
const NOBR = knownName('nobr');
const OPTION = knownName('option');
const RTC = knownName('rtc');
const RUBY = knownName('ruby');
const DD = knownName('dd');
const DT = knownName('dt');

const headRules: StartRule = (builder, tag) => builder.modes.inHead.startTag(builder, tag);

const insertBlock: StartRule = (builder, tag) => {
  builder.closeParagraph();
  builder.insert(tag);
};

const insertInline: StartRule = (builder, tag) => {
  builder.reconstructFormatting();
  builder.insert(tag);
};

const insertVoidInline: StartRule = (builder, tag) => {
  builder.reconstructFormatting();
  builder.insertVoid(tag);
  builder.framesetOk = false;
};

const inBodyStart = ruleTable<StartRule>(
  [
    ['html', startHtml],
    ['base basefont bgsound link meta noframes script style template title', headRules],
    ['body', startBody],
    ['frameset', startFrameset],
    [
      'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header ' +
        'hgroup main menu nav ol p search section summary ul',
      insertBlock,
    ],
    ['h1 h2 h3 h4 h5 h6', startHeading],
    ['pre listing', startPre],
    ['form', startForm],
    ['li', (builder, tag) => startItem(builder, tag, [LI])],
    ['dd dt', (builder, tag) => startItem(builder, tag, [DD, DT])],
    ['plaintext', startPlaintext],
    ['button', startButton],
    ['a', startAnchor],
    ['b big code em font i s small strike strong tt u', startFormatting],
    ['nobr', startNobr],
    ['applet marquee object', startMarked],
    ['table', startTable],
    ['area br embed img keygen wbr', insertVoidInline],
    ['input', startInput],
    ['param source track', (builder, tag) => builder.insertVoid(tag)],
    ['hr', startRule],
    ['image', startImage],
    ['textarea', startTextarea],
    ['xmp', startXmp],
    ['iframe', startIframe],
    ['noembed', (builder, tag) => builder.readText(tag, RAWTEXT)],
    ['noscript', startNoscript],
    ['select', startSelect],
    ['optgroup option', startOption],
    ['rb rtc', (builder, tag) => startRubyPart(builder, tag, null)],
    ['rp rt', (builder, tag) => startRubyPart(builder, tag, RTC)],
    ['math', (builder, tag) => startForeign(builder, tag, MATHML)],
    ['svg', (builder, tag) => startForeign(builder, tag, SVG)],
    ['caption col colgroup frame head tbody td tfoot th thead tr', ignore],
  ],
  insertInline,
);

export const inBody: InsertionMode = {
  text(builder, text) {
    const data = builder.hasNul ? dropNul(text) : text;
    if (data === '') return;
    builder.reconstructFormatting();
    builder.insertText(data);
    if (builder.framesetOk && /[^\t\n\f\r ]/.test(data)) builder.framesetOk = false;
  },
  startTag: (builder, tag) => applyStart(inBodyStart, builder, tag),
  endTag: (builder, name) => applyEnd(inBodyEnd, builder, name),
  comment: insertComment,
  doctype: ignore,
  endOfFile(builder) {
    if (builder.templateModes.length > 0) builder.modes.inTemplate.endOfFile(builder);
  },
};

function startHtml(builder: TreeBuilder, tag: StartTag): void {
  const root = builder.open.items[0];
  if (root !== undefined && !builder.open.hasTemplate) builder.addMissingAttributes(root, tag.attributes);
}

function startBody(builder: TreeBuilder, tag: StartTag): void {
  const body = builder.open.items[1];
  if (body === undefined || !isHtmlElement(body, BODY) || builder.open.hasTemplate) return;
  builder.framesetOk = false;
  builder.addMissingAttributes(body, tag.attributes);
}

/** A frameset takes the place of a body that nothing stands in yet. */
function startFrameset(builder: TreeBuilder, tag: StartTag): void {
  const body = builder.open.items[1];
  if (body === undefined || !isHtmlElement(body, BODY) || !builder.framesetOk) return;
  body.remove();
  builder.open.truncate(1);
  builder.insert(tag);
  builder.enter('inFrameset');
}

function startHeading(builder: TreeBuilder, tag: StartTag): void {
  builder.closeParagraph();
  const { current } = builder.open;
  if (current !== null && current.namespace === HTML && (current.name.html & HEADING) !== 0)
    builder.open.pop();
  builder.insert(tag);
}

function startPre(builder: TreeBuilder, tag: StartTag): void {
  insertBlock(builder, tag);
  builder.skipLineFeed = true;
  builder.framesetOk = false;
}

function startForm(builder: TreeBuilder, tag: StartTag): void {
  const inTemplate = builder.open.hasTemplate;
  if (builder.form !== null && !inTemplate) return;
  builder.closeParagraph();
  const form = builder.insert(tag);
  if (!inTemplate) builder.form = form;
}

/** `li`, `dd` and `dt` close the item before them, if only inline elements and a few blocks are open within it. */
function startItem(builder: TreeBuilder, tag: StartTag, names: readonly TagName[]): void {
  builder.framesetOk = false;
  const { items } = builder.open;
  let i = items.length - 1;
  for (; i >= 0; i -= 1) {
    const node = items[i];
    if (node === undefined) break;
    if (node.namespace === HTML && names.includes(node.name)) {
      builder.generateImpliedEndTags(node.name);
      builder.open.popThrough(node.name);
      break;
    }
    if (isSpecial(node) && !(node.namespace === HTML && /^(?:address|div|p)$/.test(node.name.local))) break;
  }
  builder.open.spend(Math.max(0, items.length - i));
  builder.closeParagraph();
  builder.insert(tag);
}

function startPlaintext(builder: TreeBuilder, tag: StartTag): void {
  insertBlock(builder, tag);
  builder.tokenizer?.switchTo(PLAINTEXT, '');
}

function startButton(builder: TreeBuilder, tag: StartTag): void {
  if (builder.open.hasInScope(BUTTON)) {
    builder.generateImpliedEndTags();
    builder.open.popThrough(BUTTON);
  }
  insertInline(builder, tag);
  builder.framesetOk = false;
}

function startAnchor(builder: TreeBuilder, tag: StartTag): void {
  const open = builder.formatting.lastWithName(A);
  if (open !== null) {
    if (!runAdoptionAgency(builder, A)) endAny(builder, A);
    builder.formatting.remove(open);
    builder.open.remove(open);
  }
  startFormatting(builder, tag);
}

function startFormatting(builder: TreeBuilder, tag: StartTag): void {
  builder.reconstructFormatting();
  builder.formatting.push(builder.insert(tag));
}

function startNobr(builder: TreeBuilder, tag: StartTag): void {
  builder.reconstructFormatting();
  if (builder.open.hasInScope(NOBR)) {
    if (!runAdoptionAgency(builder, NOBR)) endAny(builder, NOBR);
    builder.reconstructFormatting();
  }
  builder.formatting.push(builder.insert(tag));
}

function startMarked(builder: TreeBuilder, tag: StartTag): void {
  insertInline(builder, tag);
  builder.formatting.insertMarker();
  builder.framesetOk = false;
}

function startTable(builder: TreeBuilder, tag: StartTag): void {
  if (!builder.document.quirks) builder.closeParagraph();
  builder.insert(tag);
  builder.framesetOk = false;
  builder.enter('inTable');
}

function startInput(builder: TreeBuilder, tag: StartTag): void {
  builder.reconstructFormatting();
  builder.insertVoid(tag);
  if (!isHiddenInput(tag)) builder.framesetOk = false;
}

/** Whether an `input` tag says `type=hidden`. */
export function isHiddenInput(tag: StartTag): boolean {
  const at = tag.attributes.findIndex((name, i) => i % 2 === 0 && name === 'type');
  return at !== -1 && tag.attributes[at + 1]?.toLowerCase() === 'hidden';
}

function startRule(builder: TreeBuilder, tag: StartTag): void {
  builder.closeParagraph();
  builder.insertVoid(tag);
  builder.framesetOk = false;
}

/** `image` has always meant `img`. */
function startImage(builder: TreeBuilder, tag: StartTag): void {
  tag.name = IMG;
  insertVoidInline(builder, tag);
}

function startTextarea(builder: TreeBuilder, tag: StartTag): void {
  builder.readText(tag, RCDATA);
  builder.skipLineFeed = true;
  builder.framesetOk = false;
}

function startXmp(builder: TreeBuilder, tag: StartTag): void {
  builder.closeParagraph();
  builder.reconstructFormatting();
  builder.framesetOk = false;
  builder.readText(tag, RAWTEXT);
}

function startIframe(builder: TreeBuilder, tag: StartTag): void {
  builder.framesetOk = false;
  builder.readText(tag, RAWTEXT);
}

function startNoscript(builder: TreeBuilder, tag: StartTag): void {
  if (builder.scripting) builder.readText(tag, RAWTEXT);
  else insertInline(builder, tag);
}

function startSelect(builder: TreeBuilder, tag: StartTag): void {
  insertInline(builder, tag);
  builder.framesetOk = false;
  const { mode, modes } = builder;
  const inTable =
    mode === modes.inTable ||
    mode === modes.inCaption ||
    mode === modes.inTableBody ||
    mode === modes.inRow ||
    mode === modes.inCell;
  builder.enter(inTable ? 'inSelectInTable' : 'inSelect');
}

function startOption(builder: TreeBuilder, tag: StartTag): void {
  if (builder.currentIs(OPTION)) builder.open.pop();
  insertInline(builder, tag);
}

function startRubyPart(builder: TreeBuilder, tag: StartTag, except: TagName | null): void {
  if (builder.open.hasInScope(RUBY)) builder.generateImpliedEndTags(except);
  builder.insert(tag);
}

function startForeign(builder: TreeBuilder, tag: StartTag, namespace: typeof SVG | typeof MATHML): void {
  builder.reconstructFormatting();
  adjustAttributes(tag.attributes, namespace);
  builder.insertElement(tag.name, namespace, tag.attributes);
  if (tag.selfClosing) builder.open.pop();
}
