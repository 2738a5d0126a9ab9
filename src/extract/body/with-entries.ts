/** A live blog's entries in its body. */
import type { LiveEntry } from '../../article/article.ts';
import { comparable } from '../text.ts';
import type { Body } from './body.ts';
import { escapeInline } from './markdown.ts';
import { escapeText } from './serialise.ts';

/**
 * The body with those entries that it lacks: it has all, so that one that is added is told like any other growth of the
 * text. An entry that is a headline alone (a link, a video) has no text to add.
 */
export function withEntries(body: Body, entries: readonly LiveEntry[]): Body {
  if (entries.length === 0) return body;
  const known = comparable(body.text);
  const missing = entries.filter(
    ({ title, text }) => text !== title && !known.includes(comparable(text.slice(0, 200))),
  );
  if (missing.length === 0) return body;
  const lines = ({ title, text }: LiveEntry): string[] => [
    ...(title === null ? [] : [title]),
    ...text.split('\n'),
  ];
  const markup = ({ title, html }: LiveEntry): string =>
    title === null ? html : `<h3>${escapeText(title)}</h3>\n${html}`;
  return {
    ...body,
    text: [body.text, ...missing.flatMap(lines)].filter((line) => line !== '').join('\n'),
    markdown: [body.markdown, ...missing.flatMap((entry) => lines(entry).map(escapeInline))]
      .join('\n\n')
      .trim(),
    html: [body.html, ...missing.map(markup)].join('\n').trim(),
  };
}
