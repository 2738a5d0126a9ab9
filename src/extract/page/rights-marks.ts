/** The meta elements of a page that may state rights; what they say is read elsewhere, with the response's headers. */
import type { RightsMark } from '../../article/rights.ts';
import { isDirectives } from '../../rights/directives.ts';
import type { Page } from './page.ts';

const NAMES = new Set(['robots', 'tdm-reservation', 'tdm-policy']);

const MAX_MARKS = 30;
const MAX_CONTENT = 2000;

/** Elements by these names, and those whose content is made of robots directives: they name one crawler. */
export function rightsMarksOf(page: Pick<Page, 'metas'>): RightsMark[] {
  const marks: RightsMark[] = [];
  for (const [name, contents] of page.metas) {
    for (const content of contents) {
      if (marks.length === MAX_MARKS) return marks;
      if (NAMES.has(name) || (name.length <= 100 && isDirectives(content)))
        marks.push({ name, content: content.trim().slice(0, MAX_CONTENT) });
    }
  }
  return marks;
}
