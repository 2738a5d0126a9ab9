/** A comparison of two revisions as one HTML page that needs nothing else. */
import { createHash } from 'node:crypto';
import type { RevisionKind } from '../../article/revision-kind.ts';
import type { ArticleDiff } from '../../deliver/article-diff.ts';
import { evidenceOf, linesOf } from '../../deliver/diff-text.ts';
import { type Html, html, webHref } from './html.ts';

type Passage = ArticleDiff['text'][number];

/** Colours that can be told apart without seeing red and green: underlined and struck through as well. */
const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --ink: #1d1b18; --faint: #6d675e; --line: #e2ddd3;
  --added: #d6f2dd; --added-ink: #11532b; --removed: #fbdcd8; --removed-ink: #8a1c13;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161513; --ink: #ece8e1; --faint: #a19a8e; --line: #35322d;
    --added: #14391f; --added-ink: #a5e8bb; --removed: #45191a; --removed-ink: #ffb4ab;
  }
}
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 17px/1.6 Georgia, "Times New Roman", "DejaVu Serif", serif; overflow-wrap: anywhere; }
header { border-bottom: 1px solid var(--line); margin-bottom: 1.5rem; padding-bottom: 1rem;
  font: 14px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; color: var(--faint); }
header p { margin: 0 0 .3rem; }
header a { color: inherit; }
h1 { font-size: 1.8rem; line-height: 1.25; margin: 0 0 1.2rem; }
p { margin: 0 0 1rem; }
ins { background: var(--added); color: var(--added-ink); text-decoration: underline; text-underline-offset: .2em; border-radius: 3px; padding: 0 .1em; }
del { background: var(--removed); color: var(--removed-ink); border-radius: 3px; padding: 0 .1em; }
.kind { display: inline-block; margin: .2rem .4rem 0 0; padding: .05rem .6rem; border: 1px solid var(--line); border-radius: 1rem; }
.kind b { color: var(--ink); font-weight: 600; }
`;

/** Content-Security-Policy (CSP level 3) of the page: its own style and nothing else. */
export const DIFF_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const KIND_NAMES: Readonly<Record<RevisionKind['kind'], string>> = {
  headline: 'new headline',
  correction: 'correction',
  figure: 'figure changed',
  growth: 'grown',
  silent: 'silent edit',
  takedown: 'taken down',
  reextracted: 'read anew',
  restored: 'back again',
};

export function diffPage(diff: ArticleDiff): string {
  const raw = (text: string): Html => ({ html: text });
  const lines = linesOf(diff.text).filter((line) => line.length > 0);
  return html`<!doctype html>
<html lang="${diff.language ?? ''}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${`Revisions ${diff.from.revision}–${diff.to.revision}: ${titleOf(diff)}`}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header lang="en">
<p><a href="${webHref(diff.url)}" rel="noreferrer">${diff.url}</a></p>
<p>Revision ${diff.from.revision} (<time datetime="${diff.from.fetched}">${shortTime(diff.from.fetched)}</time>) → revision ${diff.to.revision} (<time datetime="${diff.to.fetched}">${shortTime(diff.to.fetched)}</time>) · <del>${diff.words.removed} words removed</del> · <ins>${diff.words.added} words added</ins></p>
${diff.kinds.length === 0 ? null : html`<p>${diff.kinds.map((kind) => html`<span class="kind"><b>${KIND_NAMES[kind.kind]}</b>${evidenceOf(kind)}</span>`)}</p>`}
</header>
<main>
<h1 dir="auto">${diff.title.map(marked)}</h1>
${lines.map(
  (line) => html`<p dir="auto">${line.map(marked)}</p>
`,
)}
</main>
</body>
</html>
`.html;
}

const titleOf = ({ title }: ArticleDiff): string =>
  title
    .filter((passage) => passage.op !== 'removed')
    .map((passage) => passage.text)
    .join('');

const shortTime = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

function marked({ op, text }: Passage): Html {
  if (op === 'same') return html`${text}`;
  return op === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;
}
