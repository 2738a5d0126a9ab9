import { describe, expect, it } from 'vitest';
import { isTeaserOf } from '../../../src/dedupe/teaser.ts';

const paragraphs = Array.from(
  { length: 8 },
  (_, i) =>
    `Paragraph ${i} tells of the harbour, the ferry and what the council said about them on day ${i}.`,
);
const full = { text: paragraphs.join('\n'), access: 'free' as const };

describe('isTeaserOf', () => {
  it('knows the beginning of a known text, with an offer behind it', () => {
    expect(
      isTeaserOf(full, {
        text: [...paragraphs.slice(0, 3), 'Read on with a subscription.'].join('\n'),
        access: 'free',
      }),
    ).toBe(true);
  });
  it('takes a page that became less open and much shorter for one, whatever it says', () => {
    expect(
      isTeaserOf(full, { text: 'A summary for those who have not subscribed yet.', access: 'paywalled' }),
    ).toBe(true);
  });
  it('takes no edit for one: a shortened text, a new beginning, a correction', () => {
    expect(isTeaserOf(full, { text: paragraphs.slice(0, 6).join('\n'), access: 'free' })).toBe(false);
    expect(
      isTeaserOf(full, {
        text: `Correction: the ferry sails on Friday.\n${paragraphs.slice(4, 6).join('\n')}`,
        access: 'free',
      }),
    ).toBe(false);
    expect(isTeaserOf(full, { ...full, access: 'paywalled' })).toBe(false);
  });
});
