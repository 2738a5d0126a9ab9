/** Rules at work on whole pages: fields, body, replacements, what is stripped, and rules that break. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { extractPage } from '../../../../src/extract/extract.ts';
import { parseHtml } from '../../../../src/extract/html/index.ts';
import type { DomChoice } from '../../../../src/extract/options.ts';
import { limitsOf } from '../../../../src/extract/options.ts';
import { readPage } from '../../../../src/extract/page/page.ts';
import { prepareDom } from '../../../../src/extract/page/parse.ts';
import { parseRule, ruleBookOf, ruleFor } from '../../../../src/extract/rules/index.ts';
import { replaceStrings } from '../../../../src/extract/rules/replace.ts';

const page = readFileSync(new URL('../../../fixtures/extract/rules/story.html', import.meta.url), 'utf8');
const address = 'https://news.example/2024/05/ferry-late';

function extract(rule: string, html = page, dom: DomChoice = 'own') {
  const book = ruleBookOf(parseRule(rule, 'news.example.txt').rule);
  const input = {
    bytes: new TextEncoder().encode(html),
    url: address,
    contentType: 'text/html; charset=utf-8',
    fetchedAt: Date.UTC(2024, 5, 1),
  };
  const { content, failure } = extractPage(input, { rules: book, dom });
  return { content, failure, reports: book.takeReports() };
}

function articleOf(rule: string, html?: string, dom?: DomChoice) {
  const { content, failure, reports } = extract(rule, html, dom);
  if (content === undefined) throw new Error(failure?.message);
  expect(reports).toEqual([]);
  return content;
}

const BODY = "body: //div[@class='preface'] | //div[contains(@class, 'story-text')]";

beforeAll(() => prepareDom('jsdom'));

describe('fields', () => {
  it('go before what the page states, and say where they are from', () => {
    const article = articleOf(
      `title: //nothing\ntitle: //h1\nauthor: //p[@class='byline']/a\ndate: //span[@class='when']`,
    );
    expect(article).toMatchObject({
      title: 'The evening ferry was late again',
      authors: ['Ada Quill', 'Ben Oar'],
      published: '2024-05-03T17:45:00.000Z',
      publishedPrecision: 'minute',
      provenance: { title: 'rule', authors: 'rule', published: 'rule' },
    });
    expect(article.provenance.text).not.toBe('rule');
  });

  it('split a byline that is one text', () => {
    expect(articleOf("author: //p[@class='byline']").authors).toEqual(['Ada Quill', 'Ben Oar']);
  });

  it('are the page’s own where the rule finds nothing or nothing believable', () => {
    const without = articleOf('');
    const article = articleOf("title: //h7\nauthor: //li[1]\ndate: 'in 2031-01-01 or never'");
    expect(article).toEqual(without);
    expect(without).toMatchObject({
      authors: ['Ada Quill', 'Ben Oar'],
      published: '2024-05-02T08:00:00.000Z',
    });
  });

  it('are read before anything is stripped', () => {
    expect(articleOf('title: //h1\nstrip: //h1').title).toBe('The evening ferry was late again');
  });
});

describe('body', () => {
  const lines = (rule: string, dom?: DomChoice): string[] => articleOf(rule, page, dom).text.split('\n');

  it('is everything that the first pattern that finds text selects, in order', () => {
    const [first, second, third, ...more] = lines(`body: //nothing\n${BODY}`);
    expect(first).toMatch(/^Passengers waited/);
    expect(second).toMatch(/^On Friday/);
    expect(third).toMatch(/^The harbour office/);
    expect(more.join()).not.toMatch(/bakery|Aside/);
    expect(articleOf(BODY).provenance.text).toBe('rule');
  });

  it.each<DomChoice>(['own', 'jsdom'])('is the same on either DOM (%s)', (dom) => {
    expect(articleOf(BODY, page, dom)).toEqual(articleOf(BODY));
  });

  it('keeps asides when prune is no', () => {
    expect(lines(BODY).join('\n')).not.toContain('our guide to all the piers');
    expect(lines(`${BODY}\nprune: no`).join('\n')).toContain('our guide to all the piers');
  });

  it('has the outer of nested matches once', () => {
    expect(
      lines("body: //div[contains(@class, 'story-text')]//p | //div[contains(@class, 'story-text')]"),
    ).toEqual(lines("body: //div[contains(@class, 'story-text')]"));
  });

  it('loses what the rule strips: by pattern, by class or id, by image address', () => {
    const article = articleOf(
      `${BODY}\nprune: no\nstrip: //aside | //div[@class='preface']/@class\nstrip_id_or_class: newsletter-box\nstrip_image_src: pixel`,
    );
    expect(article.text).not.toMatch(/Aside|harbour letter/);
    expect(article.html).toContain('ferry.jpg');
    expect(article.html).not.toContain('pixel.gif');
    expect(articleOf(`${BODY}\nprune: no`).html).toContain('pixel.gif');
  });

  it('is read after texts were replaced', () => {
    expect(lines(BODY).join()).not.toContain('forty passengers');
    const rule = `${BODY}\nreplace_string(<noscript>): <div>\nfind_string: </noscript>\nreplace_string: </div>`;
    expect(lines(rule).join()).toContain('forty passengers');
  });

  it('is found without the rule where it selects nothing, from what it left of the page', () => {
    const article = articleOf('body: //nothing\nstrip_id_or_class: more');
    expect(article.provenance.text).toBe('readability');
    expect(article.text).toContain('On Friday');
    expect(article.text).not.toContain('bakery');
  });

  it('is found without the rule where nothing of its choice is kept', () => {
    const article = articleOf("body: //p[@class='byline']\nstrip_id_or_class: more");
    expect(article.text).toContain('On Friday');
    expect(article.text).not.toContain('bakery');
  });

  it('is not looked for elsewhere when the rule forbids it', () => {
    const { failure } = extract('body: //nothing\nautodetect_on_failure: no');
    expect(failure).toMatchObject({
      code: 'no_article',
      message: expect.stringContaining('news.example.txt'),
    });
  });

  it('never takes the page’s root or body away', () => {
    const article = articleOf('strip: /html\nstrip: /html/body\nstrip: /\nstrip_id_or_class: story-page');
    expect(article.text).toContain('On Friday');
    expect(articleOf('body: /html').text).toContain('On Friday');
  });
});

describe('a rule that breaks', () => {
  const long = page.replace('</body>', `${'<p>word</p>'.repeat(5000)}</body>`);

  it.each([
    'title: string(//p[count(//*[count(//*) > 1]) > 1])',
    'strip: //aside\nstrip: //p[count(//*[count(//*) > 1]) > 1]',
    'strip: //h1\nbody: //p[count(//*[count(//*) > 1]) > 1]',
  ])('costs a report, not the page: %s', (rule) => {
    const { content, reports } = extract(rule, long);
    expect(reports).toEqual([
      expect.stringMatching(/^news\.example\.txt: The patterns took more than \d+ steps/),
    ]);
    expect(content).toEqual(extract('', long).content);
  });

  it('is reported when it takes texts for nodes', () => {
    const { content, reports } = extract("title: ('a')/b");
    expect(content).toEqual(extract('').content);
    expect(reports).toHaveLength(1);
  });
});

describe('links', () => {
  const read = (rule: string) => {
    const document = parseHtml(page, address);
    const book = ruleBookOf(parseRule(rule, 'x.txt').rule);
    return ruleFor(new URL(address), book)?.links(readPage(document, address, limitsOf({})));
  };

  it('are absolute, from elements, attributes and texts', () => {
    expect(
      read("next_page_link: //a[@rel='next']\nsingle_page_link: //a[@class='print-view']/@href"),
    ).toEqual({
      nextPage: `${address}?page=2`,
      singlePage: 'https://news.example/print/ferry',
    });
    expect(read("single_page_link: concat('/all', '?x=1')")).toEqual({
      nextPage: null,
      singlePage: 'https://news.example/all?x=1',
    });
  });

  it('hold only where the page has what they ask for', () => {
    const link = "single_page_link: //a[@class='print-view']\nif_page_contains:";
    expect(read(`${link} //ol[@class='pages']`)?.singlePage).toBe('https://news.example/print/ferry');
    expect(read(`${link} //ol[@class='chapters']`)?.singlePage).toBeNull();
    expect(read(`${link} count(//ol/li) > 1`)?.singlePage).toBe('https://news.example/print/ferry');
  });

  it('are never the page itself, nor anything but http', () => {
    expect(read(`next_page_link: '${address}'\nsingle_page_link: 'javascript:x'`)).toEqual({
      nextPage: null,
      singlePage: null,
    });
  });
});

describe('replaceStrings', () => {
  it('takes everything literally', () => {
    expect(replaceStrings('a.b a+b', [{ find: '.', replace: '$&' }], 100).text).toBe('a$&b a+b');
  });

  it('does one after another', () => {
    const pairs = [
      { find: 'a', replace: 'b' },
      { find: 'b', replace: 'c' },
    ];
    expect(replaceStrings('ab', pairs, 100).text).toBe('cc');
  });

  it('lets no page grow past its limit', () => {
    const pairs = Array.from({ length: 200 }, () => ({ find: 'a', replace: 'aa' }));
    const { text, refused } = replaceStrings('aaaa', pairs, 1000);
    expect(refused).toBe(true);
    expect(text.length).toBeLessThanOrEqual(1000);
    expect(replaceStrings('x'.repeat(2000), [{ find: 'x', replace: '' }], 1000).text).toBe('');
  });
});
