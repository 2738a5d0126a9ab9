/** An explanation for readers: as plain text, and as a page that shows what was kept and dropped in colour. */
import { pathOf } from './addressless.ts';
import { escapeAttribute, escapeText } from './body/serialise.ts';
import type { Explanation } from './explain.ts';
import type { ExplainedBlock } from './explain-blocks.ts';
import type { ExplainedLine } from './rules/index.ts';

const MARK = { kept: '+', dropped: '-', outside: ' ' } as const;

/** One line a candidate, field, alternative and block. Blocks begin with + (kept), - (dropped) or a space (outside). */
export function explanationAsText(explanation: Explanation): string {
  const lines: string[] = [];
  if (explanation.failure !== null)
    lines.push(`failure ${explanation.failure.code}: ${explanation.failure.message}`, '');
  // Plain text has none.
  if (explanation.candidates.length > 0) {
    lines.push('Candidates for the body');
    for (const { name, weight, chosen } of explanation.candidates)
      lines.push(`${chosen ? '*' : ' '} ${name}: ${weight}`);
    lines.push('');
  }
  lines.push('Fields');
  for (const { name, value, source, confidence, alternatives } of explanation.fields) {
    lines.push(`  ${name}: ${value ?? '–'}${from(source, confidence)}`);
    for (const alternative of alternatives) lines.push(`      ${alternative.where}: ${alternative.value}`);
  }
  if (explanation.continuation !== null) lines.push('', `Goes on at ${pathOf(explanation.continuation.url)}`);
  if (explanation.rule !== null) {
    lines.push('', `Source rule ${explanation.rule.file}`);
    for (const line of explanation.rule.lines) lines.push(`  ${ruleLine(line)}`);
  }
  lines.push('', 'Blocks');
  for (const block of explanation.blocks)
    lines.push(`${MARK[block.fate]} ${oneLine(block.text)}${why(block)}`);
  return lines.join('\n');
}

/** “12: body: //article — 1 node”: what a line finds; “nothing” where that is why it does not work. */
function ruleLine({ line, text, hits, note }: ExplainedLine): string {
  const found = hits === null ? '' : hits === 0 ? ' — nothing' : ` — ${hits} found`;
  return `${line}: ${oneLine(text)}${found}${note === null ? '' : ` (${note})`}`;
}

/** Where a value is from, and how sure that is: “ (json-ld, .9)”. */
function from(source: string | null, confidence: number | null): string {
  if (source === null) return '';
  return confidence === null ? ` (${source})` : ` (${source}, ${confidence.toFixed(2)})`;
}

function oneLine(text: string): string {
  const line = text.replaceAll('\n', ' / ');
  return line.length > 160 ? `${line.slice(0, 159).toWellFormed()}…` : line;
}

function why({ reason, evidence }: ExplainedBlock): string {
  return reason === null ? '' : `  [${reason}: ${evidence}]`;
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.2rem .5rem;text-align:left;vertical-align:top}
.kept{background:#e3f5e1;border-left:6px solid #2c7a2c}.dropped{background:#fbe4e1;border-left:6px solid #b3261e}
.outside{color:#666;border-left:6px solid #ddd}.block{margin:.2rem 0;padding:.2rem .6rem;white-space:pre-line}
.heading{font-weight:700;font-size:1.15em}.item{margin-left:1.5rem}.quote{margin-left:1.5rem;font-style:italic}
iframe{width:100%;height:80vh;border:1px solid #ccc}
.code,.row{font-family:monospace}.caption{font-size:.85em}.block small{font-weight:400;font-style:normal;font-size:.8rem}
td{overflow-wrap:anywhere}td:first-child,td:nth-child(3){white-space:nowrap}small{color:#444}`;

/** Of a row. Text takes the direction of its own letters: pages are read in scripts that run from the right, too. */
function cells(values: readonly string[]): string {
  return values.map((value) => `<td dir="auto">${escapeText(value)}</td>`).join('');
}

function candidatesAsHtml(candidates: Explanation['candidates']): string {
  const rows = candidates.map(
    ({ name, weight, chosen }) => `<tr>${cells([name, String(weight), chosen ? 'yes' : ''])}</tr>`,
  );
  return `<h2>Candidates for the body</h2>
<table><tr><th>Candidate<th>Weight<th>Chosen</tr>
${rows.join('\n')}
</table>
`;
}

/**
 * A whole HTML document: the page in a frame of its own, which runs and loads nothing, with its blocks in colour; then the same
 * block by block. Text of the page is escaped.
 */
export function explanationAsHtml(explanation: Explanation): string {
  const { article, failure, candidates, fields, continuation, rule, blocks, layout } = explanation;
  const title = escapeText(article?.title ?? failure?.code ?? 'no article');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body>
<h1 dir="auto">${title}</h1>
${failure === null ? '' : `<p>${escapeText(failure.message)}</p>`}
${candidates.length === 0 ? '' : candidatesAsHtml(candidates)}<h2>Fields</h2>
<table><tr><th>Field<th>Value<th>Source<th>Confidence<th>Also stated</tr>
${fields
  .map(
    ({ name, value, source, confidence, alternatives }) =>
      `<tr>${cells([name, value ?? '–', source ?? '', confidence?.toFixed(2) ?? ''])}<td>${alternatives.map((other) => `<small>${escapeText(other.where)}</small> <bdi>${escapeText(other.value)}</bdi>`).join('<br>')}</td></tr>`,
  )
  .join('\n')}
</table>
${continuation === null ? '' : `<p>Goes on at ${escapeText(pathOf(continuation.url))}</p>\n`}${rule === null ? '' : `<h2>Source rule ${escapeText(rule.file)}</h2>\n<ul>${rule.lines.map((line) => `<li>${escapeText(ruleLine(line))}`).join('\n')}</ul>\n`}${layout === null ? '' : `<h2>The page</h2>\n<p>Green is kept, red is dropped (the reason shows under the pointer), grey is outside of the body. It is without its style sheets; nothing in it runs or is loaded.</p>\n<iframe sandbox title="The page" srcdoc="${escapeAttribute(layout)}"></iframe>\n`}<h2>The page, block by block</h2>
<p><span class="kept">kept</span> <span class="dropped">dropped, with the reason</span> <span class="outside">outside of the body</span></p>
${blocks
  .map(
    (block) =>
      `<div class="block ${block.kind} ${block.fate}" dir="auto">${escapeText(block.text)}${block.reason === null ? '' : ` <small>${escapeText(why(block).trim())}</small>`}</div>`,
  )
  .join('\n')}
</body></html>
`;
}
