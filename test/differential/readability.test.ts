/**
 * The unmodified Readability must say the same on newsmill's tree as on jsdom's, to the character, and
 * newsmill's engine must find the same article as the unmodified Readability.
 * Every run compares pages spread over all corpora; DIFFERENTIAL=all compares all of them.
 */
import { Readability } from '@mozilla/readability';
import { describe, expect, it } from 'vitest';
import { Engine } from '../../src/extract/body/engine.ts';
import type { DomDocument } from '../../src/extract/html/dom.ts';
import { parseHtml } from '../../src/extract/html/index.ts';
import { closeJsdom, parseHtmlWithJsdom } from '../../src/extract/html/jsdom.ts';
import { corpusPages, haveCorpora, readPage, spread } from '../support/corpora.ts';
import { malformedPages } from './malformed.ts';
import { randomNumbers } from './random-markup.ts';

const SAMPLE = 25;
const URL_OF_PAGE = 'https://news.example/2024/05/a-story.html';

function read(document: DomDocument): object | null {
  return new Readability(document as unknown as Document).parse();
}

/** The first field that differs, and a little of both values around the first difference. */
function difference(own: unknown, reference: unknown): string | null {
  const [mine, theirs] = [JSON.stringify(own), JSON.stringify(reference)];
  if (mine === theirs) return null;
  let at = 0;
  while (mine.charAt(at) === theirs.charAt(at)) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 80);
  return `own …${around(mine)}…\njsdom …${around(theirs)}…`;
}

/**
 * A second `<html>` or `<body>` tag adds the attributes that the first one lacks; jsdom 31 lets it
 * overwrite the others too. On such pages (one in a thousand) jsdom's two elements get ours.
 */
function mendRepeatedTags(html: string, reference: DomDocument, own: DomDocument): void {
  if ((html.match(/<html[\s>]/gi) ?? []).length < 2 && (html.match(/<body[\s>]/gi) ?? []).length < 2) return;
  for (const name of ['documentElement', 'body'] as const) {
    for (const { name: attribute, value } of own[name]?.attributes ?? []) {
      reference[name]?.setAttribute(attribute, value);
    }
  }
}

/** The article's HTML from newsmill's engine and from the package, on the same tree. */
function compareEngines(html: string): void {
  const fresh = (): DomDocument => parseHtml(html, URL_OF_PAGE);
  const options = { keepClasses: true, disableJSONLD: true };
  const theirs = new Readability(fresh() as unknown as Document, options).parse();
  const mine = new Engine(fresh(), fresh).read();
  expect(difference(mine?.innerHTML ?? null, theirs?.content ?? null)).toBeNull();
}

async function compare(html: string): Promise<void> {
  compareEngines(html);
  const document = parseHtml(html, URL_OF_PAGE);
  const reference = parseHtmlWithJsdom(html, URL_OF_PAGE);
  mendRepeatedTags(html, reference, document);
  try {
    expect(difference(read(document), read(reference))).toBeNull();
  } finally {
    closeJsdom(reference);
    // jsdom's windows are collected only once the event loop has turned.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe.skipIf(!haveCorpora())('Readability on corpus pages', () => {
  const pages = haveCorpora() ? corpusPages() : [];
  const chosen = process.env.DIFFERENTIAL === 'all' ? pages : spread(pages, SAMPLE);
  it.each(chosen.map((path) => [path.split('/').slice(-3).join('/'), path]))(
    '%s',
    async (_name, path) => compare(readPage(path)),
    120_000,
  );
});

describe('Readability on malformed pages', () => {
  it.each(malformedPages())('%s', async (_name, html) => compare(html));
});

const BOXES = [
  'div',
  'ul',
  'ol',
  'table><tr><td',
  'form',
  'fieldset',
  'section',
  'figure',
  'blockquote',
  'li',
  'span',
];
const THINGS = [
  '<p>The ferry left the quay at six</p>',
  '<p>By noon, the island, a grey line, lay behind them, and nobody, it seems, had slept, eaten, or read.</p>',
  '<li>tea</li>',
  '<li><img src=/a.jpg></li>',
  '<a href=/x>go there now</a>',
  '<a href=#x>further down</a>',
  '<img src=/a.jpg>',
  '<h3>A line of the log</h3>',
  '<input>',
  '<iframe src=https://a.example/></iframe>',
  '<iframe src=https://www.youtube.com/embed/x></iframe>',
  'Advertisement',
  'loading...',
  '<code>let a</code>',
  '<th>Day</th>',
  ' ',
];

/** Boxes of all kinds in one another, beside a text that is long enough to be chosen. */
function randomBoxes(random: () => number): string {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  let out = '';
  const open: string[] = [];
  for (let i = 0; i < 60; i++) {
    const at = random();
    if (at < 0.25) {
      const box = pick(BOXES);
      const name = random() < 0.2 ? ` class=${pick(['content', 'widget', 'text'])}` : '';
      out += `<${box}${name}>`;
      open.push(box.split('>')[0] ?? '');
    } else if (at < 0.4) out += `</${open.pop() ?? 'div'}>`;
    else out += pick(THINGS).repeat(1 + Math.floor(random() * 3));
  }
  return out;
}

describe('the engine on boxes within boxes', () => {
  const prose =
    '<p>The pilot wrote two lines into the log, closed the book and asked for a cup of tea.</p>'.repeat(8);
  it.each(Array.from({ length: 8 }, (_, seed) => seed + 1))('seed %i', (seed) => {
    const random = randomNumbers(seed);
    for (let i = 0; i < 50; i++)
      compareEngines(`<article>${prose}<div>${randomBoxes(random)}</div></article>`);
  });

  it('with texts too long to be kept at each level', () => {
    const random = randomNumbers(9);
    const long = `<div><p>${'the open sea and '.repeat(4500)}</p></div>`;
    for (let i = 0; i < 10; i++)
      compareEngines(
        `<article>${prose}<div> <ul><li>${long} <a href=/x>go</a><div>${randomBoxes(random)}</div></ul></div></article>`,
      );
  });
});
