/** Within an element that holds only text (https://html.spec.whatwg.org/#parsing-main-incdata). */
import type { TreeBuilder } from '../builder.ts';
import { ignore } from '../rules.ts';
import type { InsertionMode } from './mode.ts';

export const text: InsertionMode = {
  text: (builder, data) => builder.insertText(data),
  // The tokenizer finds nothing but text before the end tag.
  startTag: ignore,
  comment: ignore,
  doctype: ignore,
  endTag: leaveText,
  endOfFile(builder) {
    leaveText(builder);
    builder.mode.endOfFile(builder);
  },
};

function leaveText(builder: TreeBuilder): void {
  builder.open.pop();
  builder.mode = builder.originalMode;
}
