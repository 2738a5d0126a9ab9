import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../src/extract/extract.ts';
import { readFlight } from '../../../src/extract/script-data/flight.ts';
import { readLiteral } from '../../../src/extract/script-data/literal.ts';
import { readScriptData } from '../../../src/extract/script-data/scripts.ts';
import { inputOf } from './read.ts';

const TITLE = 'The ferry leaves the island at nine';
const PARAGRAPHS = [
  'The harbour master said on Monday that the ferry would leave at nine, whatever the weather might be by then.',
  'Nobody who had waited on the quay since the morning would be left behind, he said, and the crew agreed with him.',
  'The island has had no other connection since the bridge was closed in March, after a ship had run into it.',
  'A second ferry is to follow in June. Until then, one crossing a day has to do for all of the four villages.',
  'The villages have asked for more, and the county will answer them when it meets in the second week of May.',
];
const MARKUP = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');

const RECORD = { headline: TITLE, slug: 'ferry-leaves-island', publishedAt: '2024-05-01T09:30:00Z' };

function shell(script: string, shown = ''): string {
  return `<!doctype html><html lang="en"><head><title>${TITLE}</title></head>
<body><div id="__next">${shown}</div>${script}</body></html>`;
}

function json(value: unknown): string {
  return `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify(value).replaceAll('</', '<\\/')}</script>`;
}

function read(html: string) {
  return extractPage(inputOf(html, { url: 'https://news.example/2024/ferry-leaves-island' }));
}

/** Data in the ways in which frameworks and editorial systems write it. */
const FORMS: Readonly<Record<string, string>> = {
  'markup in one member': json({ props: { article: { ...RECORD, body: MARKUP } } }),
  'a list of texts': json({ article: { ...RECORD, paragraphs: PARAGRAPHS } }),
  'blocks with markup': json({
    story: {
      ...RECORD,
      content_elements: PARAGRAPHS.map((content) => ({ type: 'text', _id: 'x', content })),
    },
  }),
  'marked text': json({
    doc: {
      ...RECORD,
      content: PARAGRAPHS.map((text) => ({
        _type: 'block',
        style: 'normal',
        children: [
          { _type: 'span', text: text.slice(0, 40), marks: ['strong'] },
          { _type: 'span', text: text.slice(40) },
        ],
      })),
    },
  }),
  'nodes of an editor': json({
    ...RECORD,
    body: {
      nodeType: 'document',
      content: PARAGRAPHS.map((value) => ({
        nodeType: 'paragraph',
        content: [{ nodeType: 'text', value, marks: [] }],
      })),
    },
  }),
  'an assigned state': `<script>window.__INITIAL_STATE__={article:{${`headline:'${TITLE}',`}n:undefined,html:${JSON.stringify(MARKUP).replaceAll('</', '<\\/')}}};(function(){run()})()</script>`,
  'JSON in a string': `<script>window.__STATE__ = JSON.parse(${JSON.stringify(JSON.stringify({ ...RECORD, text: PARAGRAPHS.join('\n\n') })).replaceAll('</', '<\\/')});</script>`,
  'a called function': `<script>window.__NUXT__=(function(a,b){return {data:[{story:{title:a,url:"/x",body:b}}],ssr:!0}}(${JSON.stringify(TITLE)},${JSON.stringify(MARKUP).replaceAll('</', '<\\/')}));</script>`,
  'places in one list': json([['Reactive', 1], { story: 2 }, { headline: 3, html: 4 }, TITLE, MARKUP]),
  'streamed rows': [
    `1:{"title":${JSON.stringify(TITLE)},"url":"/x","contentHtml":"$2"}\n2:T${Buffer.byteLength(`<!--é-->${MARKUP}`).toString(16)},`,
    `<!--é-->${MARKUP}`,
    '3:["$","div",null,{}]\n',
  ]
    .map(
      (rows) => `<script>self.__next_f.push([1,${JSON.stringify(rows).replaceAll('</', '<\\/')}])</script>`,
    )
    .join(''),
};

describe('text that only scripts’ data holds', () => {
  it.each(Object.entries(FORMS))('is read from %s', (_name, script) => {
    const { content, failure } = read(shell(script));
    expect(failure).toBeUndefined();
    expect(content?.text.split('\n')).toEqual(PARAGRAPHS);
    expect(content?.provenance.text).toBe('script-data');
    expect(content?.title).toBe(TITLE);
  });

  it('gives date and authors where the page states none', () => {
    const { content } = read(
      shell(
        json({ article: { ...RECORD, authors: [{ firstName: 'Ada', lastName: 'Keeper' }], body: MARKUP } }),
      ),
    );
    expect(content).toMatchObject({
      published: '2024-05-01T09:30:00.000Z',
      authors: ['Ada Keeper'],
      provenance: { authors: 'script-data' },
    });
  });

  it('is left alone where the markup holds the article', () => {
    const { content } = read(
      shell(json({ ...RECORD, body: PARAGRAPHS }), `<article><h1>${TITLE}</h1>${MARKUP}</article>`),
    );
    expect(content?.provenance.text).not.toBe('script-data');
  });

  it('is not another story’s', () => {
    const other = PARAGRAPHS.map((text) => text.replaceAll(/ferry|island/g, 'train'));
    const { failure } = read(
      shell(
        json({
          next: {},
          feed: [{ headline: 'Trains are late in the whole country', url: '/t', body: other }],
        }),
      ),
    );
    expect(failure?.code).toBe('needs_browser');
  });

  it('is not read past a wall', () => {
    const wall =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The ferry leaves the island at nine","isAccessibleForFree":false}</script>';
    const { content } = read(shell(wall + json({ ...RECORD, body: MARKUP }), `<p>${PARAGRAPHS[0]}</p>`));
    expect(content).toBeUndefined();
  });
});

describe('readLiteral', () => {
  it('reads what JSON writes, to its end', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom('', ';run()', ' , 1'), (value, rest) => {
        const text = JSON.stringify(value);
        const literal = readLiteral(text + rest, 0);
        expect(JSON.stringify(literal?.value)).toBe(text);
        expect(literal?.end).toBe(text.length);
      }),
      { numRuns: 200 },
    );
  });

  it('never throws, and reads no code', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('{', '}', '[', ']', '"', "'", ',', ':', '!0', 'a', '\\u00e', '`${', '1e', ' '),
          {
            maxLength: 40,
          },
        ),
        (parts) => {
          readLiteral(parts.join(''), 0);
        },
      ),
      { numRuns: 500 },
    );
    expect(readLiteral('{a:run()}', 0)).toBeNull();
    expect(readLiteral('['.repeat(200_000), 0)).toBeNull();
  });
});

describe('readScriptData', () => {
  it('reads rows whose text runs over a line', () => {
    const { values, texts } = readFlight('a:T5,é\nbcb:{"x":1}\n:HL["/f"]\nc:"s"\n');
    expect(texts.get('$a')).toBe('é\nbc');
    expect(values).toEqual([{ x: 1 }]);
  });

  it('is bounded: a list that holds itself, many starts, no end', () => {
    const cyclic = JSON.stringify([{ a: 1 }, [1, 1], ...Array.from({ length: 10 }, () => [1])]);
    const data = readScriptData([
      { type: 'application/json', text: cyclic },
      { type: '', text: 'a={'.repeat(100_000) },
      { type: '', text: `a="${'x'.repeat(1_000_000)}` },
    ]);
    expect(data.values).toHaveLength(1);
  });
});
