import { describe, expect, it } from 'vitest';
import { mayTellOf, mentionsOf } from '../../../src/extract/script-data/mentions.ts';

const ADDRESS = 'https://paper.example/world/2024/05/12/harbour-wall-4711234/';
const mentions = mentionsOf(
  ['The harbour’s new wall holds back the flood'],
  ['Été: the river rose over the quay on Sunday'],
  ADDRESS,
);

describe('what a script mentions of a page', () => {
  it.each([
    ['words of the title in a row', '{"headline":"Why the new wall holds back water"}'],
    [
      'the shown line, with other characters escaped',
      '"\\u00c9t\\u00e9: the river rose over the quay on Sunday"',
    ],
    ['the last part of the address', '{"slug":"harbour-wall-4711234"}'],
    ['a key in the address', '{"id":4711234}'],
  ])('is found: %s', (_, text) => {
    expect(mayTellOf(text, mentions)).toBe(true);
  });

  it('is not found in another story of the same day', () => {
    expect(mayTellOf('{"title":"A new bridge","url":"/world/2024/05/12/bridge-4711299/"}', mentions)).toBe(
      false,
    );
  });

  it('is not asked for where the title has no words to look for', () => {
    expect(mayTellOf('{}', mentionsOf(['洪水で堤防が決壊', 'Flood'], [], ADDRESS))).toBe(true);
  });
});
