/** Source rules: per-site patterns in the public ftr-site-config format. */
export { type ExplainedLine, explainRule } from './explain-rule.ts';
export { parseRule } from './parse-rule.ts';
export type { ParsedRule, Pattern, Replacement, RuleNote, RuleTest, SourceRule } from './rule.ts';
export {
  listRuleFiles,
  openRuleBook,
  type RuleBook,
  type RuleFile,
  readRuleFile,
  readRuleText,
  ruleBookOf,
  ruleFileNames,
} from './rule-book.ts';
export { type RuleLinks, type RuleOnPage, ruleFor } from './rule-on-page.ts';
