/** Behind `</body>` and `</html>`: what still comes belongs to the body. */
import { knownName } from '../../names.ts';
import type { TreeBuilder } from '../builder.ts';
import { leadingSpace } from '../characters.ts';
import { ignore } from '../rules.ts';
import type { InsertionMode } from './mode.ts';

const HTML_NAME = knownName('html');

function textIntoBody(builder: TreeBuilder, text: string): void {
  if (leadingSpace(text) < text.length) builder.enter('inBody');
  builder.modes.inBody.text(builder, text);
}

/** https://html.spec.whatwg.org/#parsing-main-afterbody */
export const afterBody: InsertionMode = {
  text: textIntoBody,
  startTag(builder, tag) {
    if (tag.name !== HTML_NAME) builder.enter('inBody');
    builder.modes.inBody.startTag(builder, tag);
  },
  endTag(builder, name) {
    if (name === HTML_NAME) {
      if (builder.context === null) builder.enter('afterAfterBody');
      return;
    }
    builder.enter('inBody');
    builder.mode.endTag(builder, name);
  },
  comment(builder, data) {
    const root = builder.open.items[0];
    if (root !== undefined) builder.appendComment(root, data);
  },
  doctype: ignore,
  endOfFile: (builder) => builder.modes.inBody.endOfFile(builder),
};

/** https://html.spec.whatwg.org/#the-after-after-body-insertion-mode */
export const afterAfterBody: InsertionMode = {
  text: textIntoBody,
  startTag(builder, tag) {
    if (tag.name !== HTML_NAME) builder.enter('inBody');
    builder.modes.inBody.startTag(builder, tag);
  },
  endTag(builder, name) {
    builder.enter('inBody');
    builder.mode.endTag(builder, name);
  },
  comment: (builder, data) => builder.appendComment(builder.document, data),
  doctype: ignore,
  endOfFile: (builder) => builder.modes.inBody.endOfFile(builder),
};
