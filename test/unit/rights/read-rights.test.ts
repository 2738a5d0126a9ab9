import { describe, expect, it } from 'vitest';
import { Rights } from '../../../src/article/rights.ts';
import { rightsQuestion } from '../../../src/cli/check/rights.ts';

const question = rightsQuestion('newsmill/0.1');

async function rights(asked: Record<string, unknown>): Promise<Rights> {
  return Rights.parse(await question.answer(asked));
}
const head = (...metas: string[]): { html: string } => ({
  html: `<html><head>${metas.join('')}</head><body>x`,
});
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

describe('robots directives', () => {
  const cases: [string, Record<string, unknown>, string[], string[]][] = [
    ['nothing', {}, [], []],
    ['a meta element', head(meta('robots', 'NoAI, NoImageAI')), ['noai', 'noimageai'], ['noai', 'noimageai']],
    ['none', head(meta('robots', 'none')), ['noindex'], ['none']],
    [
      'no snippet',
      head(meta('robots', 'max-snippet: 0, follow')),
      ['nosnippet'],
      ['max-snippet:0', 'follow'],
    ],
    ['a long snippet', head(meta('robots', 'max-snippet:-1')), [], ['max-snippet:-1']],
    ['our own element', head(meta('newsmill', 'noarchive')), ['noarchive'], ['noarchive']],
    ['an element for another', head(meta('googlebot', 'noarchive'), meta('robots', 'all')), [], ['all']],
    ['a header', { headers: { 'X-Robots-Tag': 'noai' } }, ['noai'], ['noai']],
    ['a header for us', { headers: { 'x-robots-tag': 'newsmill: noindex' } }, ['noindex'], ['noindex']],
    ['a header for another', { headers: { 'x-robots-tag': 'otherbot: noindex, nofollow' } }, [], []],
    [
      'several fields, each for itself',
      { headers: { 'x-robots-tag': ['otherbot: noindex', 'noai', 'newsmill: nocache, noimageai'] } },
      ['noai', 'noimageai', 'noarchive'],
      ['noai', 'nocache', 'noimageai'],
    ],
    [
      'a date in a header',
      { headers: { 'x-robots-tag': 'unavailable_after: 25 Jun 2030 15:00:00 PST, noai' } },
      ['noai'],
      ['unavailable_after:25 jun 2030 15:00:00 pst', 'noai'],
    ],
    [
      'both add up',
      { ...head(meta('robots', 'noarchive')), headers: { 'x-robots-tag': 'noai' } },
      ['noai', 'noarchive'],
      ['noai', 'noarchive'],
    ],
    ['a description that is none', head(meta('robots', ''), meta('description', 'none of this')), [], []],
  ];
  it.each(cases)('%s', async (_, asked, reserved, robots) => {
    expect(await rights(asked)).toMatchObject({ reserved, robots });
  });
});

describe('TDM Reservation Protocol', () => {
  const url = 'https://news.example/a/story.html';
  const file = [
    { location: '/a/*.jpg$', 'tdm-reservation': 0 },
    { location: '/a/', 'tdm-reservation': 1, 'tdm-policy': 'https://news.example/policy.json' },
    { location: '/a/story', 'tdm-reservation': 0 },
  ];

  it('the first rule of the file that covers the path holds', async () => {
    expect(await rights({ url, tdmrep: file })).toEqual({
      reserved: ['tdm'],
      tdm: { reserved: true, policy: 'https://news.example/policy.json', from: 'tdmrep.json' },
      robots: [],
      signals: { search: null, 'ai-input': null, 'ai-train': null },
      evidence: [{ from: 'tdmrep.json', name: '/a/', value: 'tdm-reservation: 1' }],
    });
    expect((await rights({ url: 'https://news.example/a/b.jpg', tdmrep: file })).tdm?.reserved).toBe(false);
    expect((await rights({ url: 'https://news.example/b', tdmrep: file })).tdm).toBeNull();
    expect((await rights({ url: 'https://news.example/%61/b', tdmrep: file })).tdm?.reserved).toBe(true);
  });

  it('a header goes before the file, and the page before both', async () => {
    const headers = { 'TDM-Reservation': '0' };
    expect((await rights({ url, tdmrep: file, headers })).tdm).toEqual({
      reserved: false,
      policy: null,
      from: 'header',
    });
    const page = head(meta('tdm-reservation', '1'), meta('tdm-policy', 'https://x.example/p'));
    expect((await rights({ url, tdmrep: file, headers, ...page })).tdm).toEqual({
      reserved: true,
      policy: 'https://x.example/p',
      from: 'meta',
    });
    const odd = head(meta('tdm-reservation', 'perhaps'));
    expect((await rights({ url, headers, ...odd })).tdm).toMatchObject({ reserved: false, from: 'header' });
  });

  it.each([
    ['<!doctype html><p>Not found', null],
    ['', null],
    ['[]', null],
    ['[{"location": "/", "tdm-reservation": 2}]', null],
    ['{"location": "/", "tdm-reservation": "1"}', true],
    ['\ufeff[{"location": "/", "tdm-reservation": 1, "tdm-policy": null}]', true],
    ['[{"location": 7}, {"location": "/", "tdm-reservation": 1}]', true],
  ])('a file as hosts have it: %s', async (tdmrep, reserved) => {
    expect((await rights({ url, tdmrep })).tdm?.reserved ?? null).toBe(reserved);
  });
});

describe('Content-Signal and Content-Usage', () => {
  const url = 'https://news.example/a/b';
  const cases: [string, string, object][] = [
    [
      'for everybody',
      'User-agent: *\nContent-Signal: search=yes, ai-train=no',
      { search: true, 'ai-train': false },
    ],
    [
      'without spaces',
      'User-agent: *\ncontent-signal:search=no,ai-input=no',
      { search: false, 'ai-input': false },
    ],
    ['outside any group', 'Content-Signal: ai-train=no\nUser-agent: x\nDisallow: /', { 'ai-train': false }],
    [
      'for us',
      'User-agent: newsmill\nContent-Signal: ai-train=yes\nUser-agent: *\nContent-Signal: ai-train=no',
      { 'ai-train': true },
    ],
    [
      'for another',
      'User-agent: x\nContent-Signal: ai-train=no\nUser-agent: *\nAllow: /',
      { 'ai-train': null },
    ],
    [
      'in the other words',
      'User-agent: *\nContent-Usage: train-ai=n, search=y',
      { 'ai-train': false, search: true },
    ],
    [
      'for a path',
      'User-agent: *\nContent-Usage: /a/ train-ai=n\nContent-Usage: train-ai=y',
      { 'ai-train': false },
    ],
    ['for another path', 'User-agent: *\nContent-Usage: /c/ train-ai=n', { 'ai-train': null }],
    [
      'both ways',
      'User-agent: *\nContent-Signal: ai-train=yes\nContent-Signal: ai-train=no',
      { 'ai-train': false },
    ],
    [
      'words that say nothing',
      'User-agent: *\nContent-Signal: use=reference, ai-train=maybe',
      { 'ai-train': null },
    ],
  ];
  it.each(cases)('%s', async (_, robotstxt, signals) => {
    expect((await rights({ url, robotstxt })).signals).toMatchObject(signals);
  });

  it('a header goes before robots.txt', async () => {
    const robotstxt = 'User-agent: *\nContent-Signal: ai-train=no, search=no';
    const found = await rights({ url, robotstxt, headers: { 'Content-Signal': 'ai-train=yes' } });
    expect(found).toMatchObject({ reserved: ['search'], signals: { search: false, 'ai-train': true } });
    expect(found.evidence.map((e) => e.from)).toEqual(['header', 'robots.txt']);
  });
});
