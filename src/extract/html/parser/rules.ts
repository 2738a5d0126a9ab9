/** Tables of rules: what an insertion mode does for which tag. */
import { knownName, NAME_COUNT, type TagName } from '../names.ts';
import type { TreeBuilder } from './builder.ts';
import type { StartTag } from './tokens.ts';

export type StartRule = (builder: TreeBuilder, tag: StartTag) => void;
export type EndRule = (builder: TreeBuilder, name: TagName) => void;

/**
 * A table from tag names to rules, looked up by the names' numbers.
 *
 * @param rules     pairs of names, separated by spaces, and the rule for them
 * @param otherwise the rule for all other names
 */
export function ruleTable<Rule>(
  rules: readonly (readonly [names: string, rule: Rule])[],
  otherwise: Rule,
): readonly Rule[] {
  const table: Rule[] = new Array<Rule>(NAME_COUNT).fill(otherwise);
  for (const [names, rule] of rules) {
    for (const name of names.split(' ')) table[knownName(name).id] = rule;
  }
  return table;
}

export function applyStart(table: readonly StartRule[], builder: TreeBuilder, tag: StartTag): void {
  table[tag.name.id]?.(builder, tag);
}

export function applyEnd(table: readonly EndRule[], builder: TreeBuilder, name: TagName): void {
  table[name.id]?.(builder, name);
}

/** The rule for tags that have no effect. */
export function ignore(): void {
  // Parse errors of this kind leave no trace in the tree.
}
