/** All insertion modes by name. */
import { afterAfterBody, afterBody } from './after-body.ts';
import { beforeHead, beforeHtml, initial } from './before-body.ts';
import { inBody } from './body.ts';
import { inForeignContent } from './foreign.ts';
import { afterAfterFrameset, afterFrameset, inFrameset } from './frameset.ts';
import { afterHead, inHead, inHeadNoscript } from './head.ts';
import { inSelect, inSelectInTable } from './select.ts';
import { inCaption, inColumnGroup, inTable, inTableText } from './table.ts';
import { inCell, inRow, inTableBody } from './table-rows.ts';
import { inTemplate } from './template.ts';
import { text } from './text.ts';

export type { InsertionMode } from './mode.ts';

export const MODES = {
  initial,
  beforeHtml,
  beforeHead,
  inHead,
  inHeadNoscript,
  afterHead,
  inBody,
  text,
  inTable,
  inTableText,
  inCaption,
  inColumnGroup,
  inTableBody,
  inRow,
  inCell,
  inSelect,
  inSelectInTable,
  inTemplate,
  afterBody,
  inFrameset,
  afterFrameset,
  afterAfterBody,
  afterAfterFrameset,
  inForeignContent,
} as const;

export type ModeName = keyof typeof MODES;
