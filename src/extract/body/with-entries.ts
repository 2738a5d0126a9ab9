/** A live blog's entries in its body. */
import type { LiveEntry } from '../../article/article.ts';
import { comparable } from '../text.ts';
import type { Body } from './body.ts';
import { escapeInline } from './markdown.ts';
import { escapeText } from './serialise.ts';

/** The body with those entries that it lacks: it has all, so that one that is added is told like any other growth of the text. */
export function withEntries(body: Body, entries: readonly LiveEntry[]): Body {
  const known = comparable(body.text);
  const missing = entries.filter((entry) => !known.includes(comparable(entry.text.slice(0, 200))));
  if (missing.length === 0) return body;
  const lines = (entry: LiveEntry): string[] => [
    ...(entry.title === null || entry.title === entry.text ? [] : [entry.title]),
    ...entry.text.split('\n'),
  ];
  const markup = (entry: LiveEntry): string =>
    entry.title === null || entry.title === entry.text
      ? entry.html
      : `<h3>${escapeText(entry.title)}</h3>\n${entry.html}`;
  return {
    ...body,
    text: [body.text, ...missing.flatMap(lines)].filter((line) => line !== '').join('\n'),
    markdown: [body.markdown, ...missing.flatMap((entry) => lines(entry).map(escapeInline))]
      .join('\n\n')
      .trim(),
    html: [body.html, ...missing.map(markup)].join('\n').trim(),
  };
}
