/** What an insertion mode is (https://html.spec.whatwg.org/#the-insertion-mode). */
import type { TagName } from '../../names.ts';
import type { TreeBuilder } from '../builder.ts';
import type { Doctype, StartTag } from '../tokens.ts';

export interface InsertionMode {
  text(builder: TreeBuilder, text: string): void;
  startTag(builder: TreeBuilder, tag: StartTag): void;
  endTag(builder: TreeBuilder, name: TagName): void;
  comment(builder: TreeBuilder, data: string): void;
  doctype(builder: TreeBuilder, doctype: Doctype): void;
  endOfFile(builder: TreeBuilder): void;
}

export function insertComment(builder: TreeBuilder, data: string): void {
  builder.insertComment(data);
}
