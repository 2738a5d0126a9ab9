import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainPage } from '../../../src/extract/explain.ts';
import { explanationAsHtml, explanationAsText } from '../../../src/extract/explain-format.ts';
import { type ExtractionInput, NO_ADDRESS } from '../../../src/extract/extraction.ts';
import { openRuleBook } from '../../../src/extract/rules/index.ts';
import { prose } from '../../hostile/pages.ts';

function pageOf(html: string): ExtractionInput {
  return {
    bytes: new TextEncoder().encode(html),
    url: 'https://harbour.example/ferry',
    contentType: 'text/html',
    fetchedAt: Date.UTC(2025, 5, 1),
  };
}

const deep = `${'['.repeat(10_000)}"x"${']'.repeat(10_000)}`;
const page = pageOf(
  `<!doctype html><html lang="en"><head><title>The ferry | Harbour</title><meta property="og:title" content="The &lt;script>alert(1)&lt;/script> ferry">
  <script type="application/ld+json">{"@type":"NewsArticle","headline":"The ferry","datePublished":"2024-05-01","author":${deep}}</script></head>
  <body><nav><p>Start page</p></nav><article><h1>The ferry</h1>${prose(5)}<p>Read more: <a href="/x">The pier burned down</a></p>${prose(2)}</article></body></html>`,
);

describe('explainPage of other things', () => {
  it('names the rule in force and what its lines find', () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsmill-rule-'));
    try {
      writeFileSync(join(folder, 'harbour.example.txt'), 'title: //h9\nbody: //article\n');
      const explanation = explainPage(page, { rules: openRuleBook([folder]) });
      expect(explanation.candidates.find(({ chosen }) => chosen)?.name).toBe('source rule');
      const text = explanationAsText(explanation);
      expect(text).toContain('1: title: //h9 — nothing');
      expect(text).toContain('2: body: //article — 1 found');
      expect(explanationAsHtml(explanation)).toContain('Source rule');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('says of plain text which lines are no text', () => {
    const lines = [
      'The ferry leaves at nine',
      'By Ada Keeper',
      ...(prose(3).match(/(?<=<p>)[^<]+/g) ?? []),
      'Subscribe to our newsletter',
    ];
    const { blocks, article } = explainPage({ ...pageOf(lines.join('\n\n')), contentType: 'text/plain' });
    expect(article?.authors).toEqual(['Ada Keeper']);
    expect(blocks.map(({ text }) => text)).toEqual(lines);
    expect(blocks[1]).toMatchObject({ fate: 'dropped', reason: 'head' });
    expect(blocks.at(-1)).toMatchObject({ fate: 'dropped', reason: 'newsletter' });
    expect(blocks[2]?.fate).toBe('kept');
  });
});

describe('explainPage', () => {
  const explanation = explainPage(page);

  it('says what became of every block, and why', () => {
    const fates = explanation.blocks.map(({ fate }) => fate);
    expect(fates.filter((fate) => fate === 'kept').length).toBeGreaterThanOrEqual(5);
    const dropped = explanation.blocks.find(({ text }) => text.startsWith('Read more'));
    expect(dropped).toMatchObject({ fate: 'dropped', reason: 'related' });
    expect(explanation.blocks.find(({ text }) => text === 'Start page')).toMatchObject({
      fate: 'outside',
      reason: 'apart',
      evidence: 'in <nav>',
    });
  });

  it('says of each block outside of the body what holds it', () => {
    const boxes = [
      '<div class="related-stories"><p>A word on the pier</p></div>',
      '<footer class="f"><p>Printed by hand</p></footer>',
      '<div hidden><p>Not shown at all</p></div>',
      '<div><p><a href="/1">The pier burned down</a></p></div>',
    ];
    const { blocks } = explainPage(
      pageOf(`<html><body><article><h1>The ferry</h1>${prose(6)}</article>${boxes.join('')}</body></html>`),
    );
    const outside = new Map(blocks.map(({ text, reason, evidence }) => [text, `${reason}: ${evidence}`]));
    expect(outside.get('A word on the pier')).toBe('related: in <div class="related-stories">');
    expect(outside.get('Printed by hand')).toBe('apart: in <footer class="f">');
    expect(outside.get('Not shown at all')).toBe('hidden: in <div>');
    expect(outside.get('The pier burned down')).toBe('links: 100 % of it');
  });

  it('names bylines and dates that the page shows or has in its address', () => {
    const before = '<p class="byline">By Ida Brandt</p><p class="date">4 May 2024, 9:00</p>';
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The ferry","author":"Jon Veld","datePublished":"2024-05-01"}</script>';
    const { fields } = explainPage({
      ...pageOf(
        `<html><head>${head}</head><body><article><h1>The ferry</h1>${before}${prose(6)}</article></body></html>`,
      ),
      url: 'https://harbour.example/2024/05/03/ferry',
    });
    const of = (field: string) => fields.find(({ name }) => name === field)?.alternatives;
    expect(of('authors')).toContainEqual({ where: 'byline', value: 'Ida Brandt' });
    expect(of('published')).toContainEqual({ where: 'address', value: '2024-05-03' });
    expect(of('published')).toContainEqual({ where: 'shown', value: '2024-05-04T09:00:00.000Z' });
  });

  it('names one chosen candidate and the other places that state a field', () => {
    expect(explanation.candidates.filter(({ chosen }) => chosen)).toHaveLength(1);
    const title = explanation.fields.find(({ name }) => name === 'title');
    expect(title?.value).toBe('The ferry');
    expect(title?.alternatives.map(({ where }) => where)).toEqual(
      expect.arrayContaining(['JSON-LD headline', 'meta og:title', 'title element', 'h1']),
    );
  });

  it('is readable as text and harmless as HTML', () => {
    const text = explanationAsText(explanation);
    expect(text).toMatch(/^ {2}title: The ferry \(markup, 0\.\d\d\)$/m);
    expect(text).toMatch(/^ {2}ampUrl: –$/m);
    expect(text).toMatch(/^- Read more: .*\[related: /m);
    const html = explanationAsHtml(explanation);
    expect(html).toContain('<div class="block paragraph dropped" dir="auto">Read more');
    const cells: readonly string[] = html.match(/(?<=<td dir="auto">)[^<]*/g) ?? [];
    expect(cells.slice(cells.indexOf('title')).slice(0, 3)).toEqual(['title', 'The ferry', 'markup']);
    expect(html).not.toContain('<script');
  });

  it('shows the page itself with its blocks marked, in a frame that runs and loads nothing', () => {
    const html =
      '<html><head><title>The ferry</title><script>steal()</script></head><body onload="steal()"><nav><a href="/">Start page</a></nav>' +
      `<article><h1>The ferry</h1>${prose(4)}<p><img src="/boat.jpg" onerror="steal()">A boat <b>leaves</b>.</p>loose words of the harbour<p data-newsmill-fate="kept">Read more: <a href="javascript:steal()">Tides</a></p>${prose(2)}</article><iframe src="/ad"></iframe></body></html>`;
    const { layout } = explainPage(pageOf(html));
    expect(layout).toMatch(/<p data-newsmill-fate="kept">/);
    expect(layout).toMatch(/<p data-newsmill-fate="dropped" title="related: [^"]+">Read more/);
    expect(layout).toMatch(/<span data-newsmill-fate="\w+"[^>]*>loose words of the harbour<\/span>/);
    expect(layout).toMatch(/default-src 'none'/);
    expect(layout).not.toMatch(/steal|boat\.jpg|href|<iframe/);
    const framed = explanationAsHtml(explainPage(pageOf(html)));
    expect(framed).toMatch(
      /<iframe sandbox title="The page" srcdoc="&lt;|<iframe sandbox title="The page" srcdoc="<!doctype/,
    );
  });

  it('lets text run from the right where the page does, and shows no candidates where there are none', () => {
    const html = `<html dir="RTL"><head><title>The ferry</title></head><body><article><h1>The ferry</h1>${prose(6)}</article></body></html>`;
    expect(explainPage(pageOf(html)).layout).toMatch(/^<!doctype html><html dir="RTL"><head>/);
    const foreign = html.replace('RTL', '&quot;><script>');
    expect(explainPage(pageOf(foreign)).layout).toMatch(/^<!doctype html><html><head>/);
    const lines = explainPage({
      ...pageOf(`The ferry leaves\n\n${prose(6).replace(/<[^>]+>/g, '\n\n')}`),
      contentType: 'text/plain',
    });
    expect(explanationAsText(lines)).toMatch(/^Fields\n/);
    expect(explanationAsHtml(lines)).not.toContain('Candidates');
  });

  it('weighs every candidate that was looked at, whichever was chosen', () => {
    const body = (prose(9).match(/(?<=<p>)[^<]+/g) ?? []).join('\n');
    const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'The ferry', articleBody: body });
    const { candidates } = explainPage(
      pageOf(
        `<html><head><title>The ferry</title><script type="application/ld+json">${data}</script></head><body><h1>The ferry</h1>${prose(1)}</body></html>`,
      ),
    );
    const weights = Object.fromEntries(candidates.map(({ name, weight }) => [name, weight]));
    expect(candidates.find(({ chosen }) => chosen)?.name).toBe('JSON-LD articleBody');
    expect(weights.readability).toBeGreaterThan(100);
    expect(weights['JSON-LD articleBody']).toBeGreaterThan(4 * (weights.readability ?? 0));
  });

  it('reads a page that came without an address under the one that it states, rule and all', () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsmill-rule-'));
    try {
      writeFileSync(join(folder, 'harbour.example.com.txt'), 'body: //article\n');
      const html = `<html><head><title>The ferry</title><link rel="canonical" href="https://harbour.example.com/ferry"></head><body><article><h1>The ferry</h1>${prose(6)}</article></body></html>`;
      const explanation = explainPage(
        { ...pageOf(html), url: NO_ADDRESS },
        { rules: openRuleBook([folder]) },
      );
      expect(explanation.candidates.find(({ chosen }) => chosen)?.name).toBe('source rule');
      expect(explanation.rule?.file).toContain('harbour.example.com.txt');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('shows what a page that is no article would have given, and where an article goes on', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The ferry","isAccessibleForFree":false}</script>';
    const paid = explainPage(
      pageOf(
        `<html><head><title>The ferry</title>${head}</head><body><article><h1>The ferry</h1>${prose(1)}</article></body></html>`,
      ),
    );
    expect(paid.failure?.code).toBe('paywall_stub');
    expect(paid.blocks.some(({ fate }) => fate === 'kept')).toBe(true);
    expect(paid.fields.find(({ name }) => name === 'access')?.alternatives).toEqual([
      { where: 'JSON-LD isAccessibleForFree', value: 'false' },
    ]);
    const first = explainPage(
      pageOf(
        `<html><head><title>The ferry</title><link rel="next" href="?page=2"></head><body><article><h1>The ferry</h1>${prose(6)}</article></body></html>`,
      ),
    );
    expect(explanationAsText(first)).toContain('Goes on at https://harbour.example/ferry?page=2');
  });

  it('explains a failure by its code', () => {
    const failed = explainPage(pageOf('<html><title>404 Not Found</title><body><p>Gone.</p></body></html>'));
    expect(failed.failure?.code).toBe('soft_not_found');
    expect(explanationAsText(failed)).toContain('failure soft_not_found');
  });
});
