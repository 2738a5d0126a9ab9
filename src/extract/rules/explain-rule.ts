/** What each line of a source rule does on one page. */
import { NewsmillError } from '../../errors.ts';
import { isNodeSet, StepBudget, toText } from '../html/xpath/index.ts';
import type { Page } from '../page/page.ts';
import { parseRule } from './parse-rule.ts';
import type { Pattern, SourceRule } from './rule.ts';
import { elementsToStrip, evaluatePattern } from './select.ts';

export interface ExplainedLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Nodes it selects, or places it replaces; null for a line that selects nothing by its nature, or is wrong. */
  readonly hits: number | null;
  /** What is wrong with the line, or why what it finds is not used. */
  readonly note: string | null;
}

/** Lines that are explained. */
const MAX_LINES = 1000;
/** Of several patterns for one of these the first that finds something counts. */
const FIRST_COUNTS = ['title', 'body', 'author', 'date', 'nextPageLink', 'singlePageLink'] as const;

/**
 * Tries every line by itself on a page as it was received; nothing is taken out of the page.
 * @param text of the rule file
 * @param html the page's markup before replacements
 */
export function explainRule(text: string, html: string, page: Page): readonly ExplainedLine[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const found = new Map<string, number>();
  const out: ExplainedLine[] = [];
  // Whether a find_string has its replace_string shows only in the whole file.
  const pairNotes = new Map(parseRule(text, '').notes.map((note) => [note.line, note.message]));
  for (const [i, raw] of lines.slice(0, MAX_LINES).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const number = i + 1;
    const next = lines[i + 1]?.trim() ?? '';
    const condition = /^if_page_contains\s*:/i.test(next) ? `\n${next}` : '';
    if (/^(?:if_page_contains|test_url|test_contains)\s*:/i.test(line)) continue;
    const { rule, notes } = parseRule(line + condition, '');
    const pair = /^(find|replace)_string\s*:\s*(.*)$/i.exec(line);
    if (pair !== null) {
      const [, which = '', find = ''] = pair;
      const hits = which.toLowerCase() === 'find' && find !== '' ? html.split(find).length - 1 : null;
      out.push({ line: number, text: line, hits, note: pairNotes.get(number) ?? null });
      continue;
    }
    const note = notes[0]?.message ?? null;
    out.push({ line: number, text: line, ...withNote(hitsOf(rule, html, page), note, rule, found, number) });
  }
  return out;
}

function withNote(
  hits: number | string | null,
  note: string | null,
  rule: SourceRule,
  found: Map<string, number>,
  line: number,
): Pick<ExplainedLine, 'hits' | 'note'> {
  if (typeof hits === 'string') return { hits: null, note: hits };
  const field = FIRST_COUNTS.find((name) => rule[name].length > 0);
  if (field === undefined || hits === null || hits === 0) return { hits, note };
  const before = found.get(field);
  if (before === undefined) found.set(field, line);
  return { hits, note: before === undefined ? note : `line ${before} goes before it` };
}

/** A sentence where the line cannot be tried. */
function hitsOf(rule: SourceRule, html: string, page: Page): number | string | null {
  const budget = new StepBudget();
  const { document } = page;
  try {
    const patterns: readonly Pattern[] = [...FIRST_COUNTS.flatMap((name) => rule[name]), ...rule.strip];
    const [pattern] = patterns;
    if (pattern !== undefined) {
      const value = evaluatePattern(pattern, document, budget);
      if (value === null) return 'its condition does not hold';
      return isNodeSet(value) ? value.length : toText(value, budget).trim() === '' ? 0 : 1;
    }
    if (rule.stripIdOrClass.length + rule.stripImageSrc.length > 0)
      return elementsToStrip(rule, document, budget).length;
    const [replacement] = rule.replacements;
    return replacement === undefined ? null : html.split(replacement.find).length - 1;
  } catch (thrown) {
    if (thrown instanceof NewsmillError) return thrown.message;
    throw thrown;
  }
}
