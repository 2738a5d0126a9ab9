/** One rule tried on one received page: does it do what its file says? */
import { extractPage } from '../extract.ts';
import type { ExtractionInput } from '../extraction.ts';
import { foldSpace } from '../text.ts';
import type { RuleTest, SourceRule } from './rule.ts';
import { ruleBookOf } from './rule-book.ts';

/** What is wrong with a rule on a page, as sentences; nothing when all is well. */
export function tryRule(
  rule: SourceRule,
  test: RuleTest,
  page: Omit<ExtractionInput, 'url'>,
): readonly string[] {
  const book = ruleBookOf(rule);
  // Under the address of the test: the one after redirects may belong to another rule.
  const { content, failure } = extractPage({ ...page, url: test.url }, { rules: book });
  const problems = book.takeReports();
  if (failure !== undefined) return [...problems, `${failure.code}: ${failure.message}`];
  if (rule.body.length > 0 && content.provenance.text !== 'rule')
    problems.push('no body pattern finds anything');
  if (rule.title.length > 0 && content.provenance.title !== 'rule')
    problems.push('no title pattern finds anything');
  const text = foldSpace(content.text);
  for (const sentence of test.contains)
    if (!text.includes(foldSpace(sentence))) problems.push(`the text does not contain “${sentence}”`);
  return problems;
}
