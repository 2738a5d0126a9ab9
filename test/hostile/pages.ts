/**
 * Pages made to hurt a reader of pages: too deep, too wide, too long, mislabelled, or bait for regular
 * expressions. Generated, so that nothing of the kind is stored; the same bytes every time.
 */
import type { ExtractionInput } from '../../src/extract/extraction.ts';

export interface HostilePage {
  readonly name: string;
  /** Makes the bytes afresh; some are tens of megabytes, so none is kept. */
  readonly bytes: () => Uint8Array;
  /** `text/html` where it is not named. */
  readonly contentType?: string | null;
  readonly url?: string;
  /** Set where the page is an article in spite of it all and must come out as one. */
  readonly isArticle?: true;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const SENTENCES = [
  'The ferry left the quay at six, as it had done every morning since the harbour was widened.',
  'Nobody on board had slept, because the wind had turned in the night and the cabins faced the open sea.',
  'The pilot wrote two lines into the log, closed the book and asked for a cup of tea.',
  'By noon the island lay behind them, a grey line that could have been a cloud.',
];

/** Paragraphs of an ordinary article, each different from the others. */
export function prose(paragraphs: number): string {
  let out = '';
  for (let i = 0; i < paragraphs; i++)
    out += `<p>${SENTENCES.map((_, j) => SENTENCES[(i + j) % SENTENCES.length]).join(' ')} It was entry number ${i + 1}.</p>\n`;
  return out;
}

interface Parts {
  readonly head?: string;
  readonly title?: string;
  readonly before?: string;
  readonly after?: string;
}

/** An ordinary article with hostile parts in it. */
function article({ head = '', title = 'The ferry and the log', before = '', after = '' }: Parts): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>The ferry and the log</h1>${before}${prose(8)}${after}</article></body></html>`;
}

function paragraphsOf(texts: readonly string[]): string {
  return texts.map((text) => `<p>${text}</p>`).join('');
}

/** An article whose linked data has all of its paragraphs, and none of the lines between the last ones. */
function partlyStated(paragraphs: number, lines: number): string {
  const stated = Array.from(
    { length: paragraphs },
    (_, i) => `${SENTENCES[i % SENTENCES.length]} It was entry number ${i}.`,
  );
  const own = Array.from({ length: lines }, (_, i) => `<p>Noted by hand on page ${i}.</p>`);
  const data = { '@type': 'NewsArticle', headline: 'The ferry and the log', articleBody: stated.join('\n') };
  return `<!doctype html><html lang="en"><head><title>The ferry and the log</title><script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...data })}</script></head><body><article><h1>The ferry and the log</h1>${paragraphsOf(stated.slice(0, -3))}${own.join('')}${paragraphsOf(stated.slice(-3))}</article></body></html>`;
}

/** The page that runs beside the hostile ones and must not be harmed. */
export function ordinaryPage(): ExtractionInput {
  return {
    bytes: encode(article({})),
    url: 'https://harbour.example/ferry',
    contentType: 'text/html; charset=utf-8',
    fetchedAt: Date.UTC(2025, 5, 1),
  };
}

export function inputOf(page: HostilePage): ExtractionInput {
  return {
    bytes: page.bytes(),
    url: page.url ?? 'https://hostile.example/2024/05/story',
    contentType: page.contentType === undefined ? 'text/html' : page.contentType,
    fetchedAt: Date.UTC(2025, 5, 1),
  };
}

const MEGABYTE = 1_000_000;
const fill = (piece: string, length = MEGABYTE): string => piece.repeat(Math.ceil(length / piece.length));

/** Nesting, width, length, attributes, references, and markup that is never closed. */
const SHAPES: readonly HostilePage[] = [
  ...[20_000, 1_000_000].map(
    (count): HostilePage => ({
      name: `${count} nested div`,
      bytes: () => encode(`<body>${'<div>'.repeat(count)}${prose(8)}${'</div>'.repeat(count)}`),
    }),
  ),
  // Other elements: far more than may be open at once, at a fifth of the bytes.
  ...[20_000, 200_000].flatMap((count): HostilePage[] => [
    {
      name: `${count} nested b around an article`,
      bytes: () => encode(article({ before: '<b>'.repeat(count) })),
    },
    { name: `${count} nested lists`, bytes: () => encode(article({ after: '<ul><li>x'.repeat(count) })) },
    {
      name: `${count} nested font in p`,
      bytes: () => encode(article({ after: '<p><font>y'.repeat(count) })),
    },
    {
      name: `${count} nested a in div`,
      bytes: () => encode(article({ after: '<a href=x><div>z'.repeat(count / 2) })),
    },
    {
      name: `${count} nested table`,
      bytes: () => encode(article({ after: '<table><tr><td>'.repeat(count / 3) })),
    },
    {
      name: `${count} nested blockquote`,
      bytes: () => encode(article({ after: '<blockquote>q'.repeat(count) })),
    },
    { name: `${count} nested svg`, bytes: () => encode(article({ after: '<svg><g>'.repeat(count / 2) })) },
    { name: `${count} nested template`, bytes: () => encode(article({ after: '<template>'.repeat(count) })) },
    {
      name: `${count} nested select`,
      bytes: () => encode(article({ after: '<select><option>'.repeat(count / 2) })),
    },
  ]),
  {
    name: '5 million siblings',
    bytes: () => encode(`<body>${'<i>x'.repeat(5_000_000).slice(0, 30 * MEGABYTE)}`),
  },
  { name: '5 million closed siblings', bytes: () => encode(`<body>${'<b></b>'.repeat(4_500_000)}`) },
  {
    name: '300,000 siblings of text',
    bytes: () => encode(`<body>${'<p>one two three</p>'.repeat(120_000)}`),
  },
  {
    name: '40,000 radio buttons in one box',
    bytes: () => encode(article({ after: `<div>${'<input type=radio>line '.repeat(40_000)}</div>` })),
    isArticle: true,
  },
  ...(
    [
      ['div', '<div> ', 300, '</div>', 'p'],
      ['lists in div', '<div> <ul><li>', 150, '</li></ul></div>', 'li'],
      ['tables', '<table><tr><td> ', 100, '</td></tr></table>', 'p'],
    ] as const
  ).map(
    ([name, open, depth, close, line]): HostilePage => ({
      name: `${depth} ${name} around 8,000 lines`,
      bytes: () =>
        encode(
          article({
            after: nested(
              open,
              Array.from(
                { length: 8000 },
                (_, i) => `<${line}>a line of the log with number ${i}</${line}>`,
              ).join(''),
              close,
              depth,
            ),
          }),
        ),
      isArticle: true,
    }),
  ),
  {
    name: '20,000 small boxes in one box',
    bytes: () =>
      encode(
        article({
          after: `<div>${Array.from({ length: 20_000 }, (_, i) => `<div><p>an open line ${i}</p><p>and ${i}</p></div>`).join('')}</div>`,
        }),
      ),
    isArticle: true,
  },
  {
    name: '20,000 captions between texts',
    bytes: () =>
      encode(
        article({
          after: `<div>${Array.from({ length: 20_000 }, (_, i) => `more of the text ${i}<p class="wp-caption-text">an open line ${i}</p>`).join('')}</div>`,
        }),
      ),
    isArticle: true,
  },
  {
    name: '30,000 boxes of tags beside',
    bytes: () =>
      encode(
        `${article({})}<article>${prose(8)}<aside>${'<div class="tags"><a href="/sea">Sea</a></div>'.repeat(30_000)}</aside></article>`,
      ),
    isArticle: true,
  },
  {
    name: '400 KB of text with 1,200 lines that linked data leaves out',
    bytes: () => encode(partlyStated(3500, 1200)),
    isArticle: true,
  },
  { name: '200,000 br', bytes: () => encode(article({ after: 'x<br>'.repeat(200_000) })) },
  {
    name: '100,000 spans in one paragraph',
    bytes: () => encode(article({ after: `<p>${'<span>a b</span> '.repeat(100_000)}</p>` })),
  },
  { name: '50,000 h1', bytes: () => encode(article({ before: '<h1>The ferry</h1>'.repeat(50_000) })) },
  {
    name: '50,000 links',
    isArticle: true,
    bytes: () => encode(article({ after: '<a href="/a/b">go there now</a> '.repeat(50_000) })),
  },
  {
    name: '50,000 images',
    bytes: () =>
      encode(
        article({ after: '<figure><img src="/a.jpg"><figcaption>sea</figcaption></figure>'.repeat(50_000) }),
      ),
  },
  {
    name: '30,000 time elements',
    bytes: () => encode(article({ after: '<time datetime="2024-01-01">day</time>'.repeat(30_000) })),
  },
  {
    name: '20,000 forms',
    bytes: () => encode(article({ after: '<form><input type=text></form>'.repeat(20_000) })),
  },
  {
    name: '100,000 table rows',
    bytes: () => encode(article({ after: `<table>${'<tr><td>1<td>2<td>3'.repeat(100_000)}</table>` })),
  },
  {
    name: '50,000 metas',
    bytes: () =>
      encode(
        article({
          head: '<meta property="og:title" content="The ferry"><meta name="author" content="A B">'.repeat(
            25_000,
          ),
        }),
      ),
  },
  { name: 'one 50 MB text node', bytes: () => encode(`<body><p>${fill('word and word ', 50 * MEGABYTE)}`) },
  { name: 'one 30 MB text node', bytes: () => encode(`<body><p>${fill('word and word ', 30 * MEGABYTE)}`) },
  { name: 'one 10 MB word', bytes: () => encode(article({ after: `<p>${fill('w', 10 * MEGABYTE)}` })) },
  {
    name: '10 MB of spaces',
    bytes: () => encode(article({ after: `<p>a${fill(' ', 10 * MEGABYTE)}b</p>` })),
  },
  {
    name: '10 MB of line breaks and tabs',
    bytes: () => encode(article({ after: `<pre>a${fill(' \t\n ', 10 * MEGABYTE)}b</pre>` })),
  },
  {
    name: '100,000 attributes',
    bytes: () =>
      encode(
        article({
          before: `<div ${Array.from({ length: 100_000 }, (_, i) => `a${i}=${i}`).join(' ')}>`,
          after: '</div>',
        }),
      ),
    isArticle: true,
  },
  {
    name: '100,000 equal attributes',
    bytes: () => encode(article({ before: `<div ${'class=x '.repeat(100_000)}>`, after: '</div>' })),
    isArticle: true,
  },
  {
    name: 'one 10 MB attribute',
    bytes: () =>
      encode(article({ before: `<div class="${fill('post-author ', 10 * MEGABYTE)}">`, after: '</div>' })),
  },
  {
    name: '1,000 classes of 10 KB',
    bytes: () =>
      encode(
        article({
          after: Array.from(
            { length: 1000 },
            (_, i) => `<div class="c${i} ${fill('a-b_c', 10_000)}">hello there</div>`,
          ).join(''),
        }),
      ),
  },
  {
    name: '10 MB of entities',
    bytes: () => encode(article({ after: `<p>${fill('&amp;&lt;&notit;&#x41;&#0;&bogus;', 10 * MEGABYTE)}` })),
  },
  { name: '10 MB of ampersands', bytes: () => encode(article({ after: `<p>${fill('&', 10 * MEGABYTE)}` })) },
  {
    name: '1 MB digits in a reference',
    bytes: () => encode(article({ after: `<p>&#${fill('9')};` })),
    isArticle: true,
  },
  {
    name: 'everything unclosed',
    bytes: () =>
      encode(
        `<html<head<title>a<body<article>${prose(3)}${'<b><i><p><a href=x><table><td><ul><li><h2><span '.repeat(20_000)}`,
      ),
  },
  { name: 'unclosed comment', bytes: () => encode(`${article({})}<!--${fill('- ->', 5 * MEGABYTE)}`) },
  {
    name: 'unclosed script',
    bytes: () => encode(article({ after: `<script>${fill('</scrip <!--<script>', 5 * MEGABYTE)}` })),
  },
  { name: 'unclosed tag', bytes: () => encode(`${article({})}<a href="${fill('<b> ', 5 * MEGABYTE)}`) },
  { name: 'open angle brackets', bytes: () => encode(article({ after: fill('<', 5 * MEGABYTE) })) },
  {
    name: 'misnested formatting',
    bytes: () => encode(article({ after: '<b><p></b><i></p>'.repeat(50_000) })),
  },
  {
    name: 'text in tables',
    bytes: () => encode(article({ after: `<table>${'x<b>y<tr>z'.repeat(50_000)}` })),
  },
  { name: 'doctype of a megabyte', bytes: () => encode(`<!doctype ${fill('x "')}>${article({})}`) },
];

/** Bytes that are no text, and texts that are no Unicode. */
const BYTES: readonly HostilePage[] = [
  { name: 'NUL bytes between all letters', bytes: () => encode(article({}).split('').join('\0')) },
  {
    name: 'NUL bytes in tags and text',
    bytes: () => encode(article({ after: '<p\0 cl\0ass=x>a\0b\0</p>'.repeat(10_000) })),
    isArticle: true,
  },
  { name: '5 MB of NUL bytes', bytes: () => new Uint8Array(5 * MEGABYTE) },
  {
    name: 'lone surrogates as references',
    bytes: () => encode(article({ before: `<p>${'&#xD800;&#xDFFF;a'.repeat(20_000)}</p>` })),
    isArticle: true,
  },
  {
    name: 'lone surrogates as bytes',
    bytes: () =>
      Buffer.concat([encode(article({ before: '<p>' })), Buffer.from('eda080edbfbf'.repeat(50_000), 'hex')]),
  },
  {
    name: 'lone surrogates in UTF-16',
    bytes: () => Buffer.from(`\ufeff${article({ before: `<p>${'\ud800 '.repeat(20_000)}</p>` })}`, 'utf16le'),
    isArticle: true,
  },
  {
    name: 'lone surrogates in JSON-LD',
    bytes: () =>
      encode(
        article({
          head: jsonLd(
            `{"@type":"NewsArticle","headline":"\\ud800 The ferry","author":{"@type":"Person","name":"\\udfff Ann Lee"},"datePublished":"2024-01-0\\ud8001"}`,
          ),
        }),
      ),
    isArticle: true,
  },
  { name: 'every code point', bytes: () => encode(article({ after: `<p>${everyCodePoint()}</p>` })) },
  {
    name: 'combining marks',
    bytes: () =>
      encode(
        article({ title: `Z${fill('\u0301')}`, after: `<p>Z${fill('\u0301\u0323', 3 * MEGABYTE)}</p>` }),
      ),
  },
  {
    name: 'right-to-left marks and zero widths',
    bytes: () => encode(article({ after: `<p>${fill('\u202e\u200b\u2066\ufeff', 3 * MEGABYTE)}</p>` })),
  },
  {
    name: 'letters that grow when decomposed',
    bytes: () => encode(article({ title: fill('\ufdfa'), after: `<p>${fill('\ufdfa', 3 * MEGABYTE)}</p>` })),
  },
  { name: 'random bytes', bytes: () => randomBytes(2 * MEGABYTE) },
  {
    name: 'random bytes in an article',
    bytes: () => Buffer.concat([encode(article({ before: '<p>' })), randomBytes(2 * MEGABYTE)]),
  },
];

function jsonLd(json: string): string {
  return `<script type="application/ld+json">${json}</script>`;
}

function nested(open: string, middle: string, close: string, depth: number): string {
  return open.repeat(depth) + middle + close.repeat(depth);
}

/** JSON-LD that is too deep, too wide, or breaks off. */
const LINKED_DATA: readonly HostilePage[] = [
  ...(
    [
      ['objects', nested('{"@type":"NewsArticle","a":', '1', '}', 10_000)],
      ['arrays', nested('[', '"x"', ']', 100_000)],
      ['arrays as headline', `{"@type":"NewsArticle","headline":${nested('[', '"x"', ']', 10_000)}}`],
      [
        'arrays as author',
        `{"@type":"NewsArticle","headline":"x","author":${nested('[', '"x"', ']', 10_000)}}`,
      ],
      [
        'values as headline',
        `{"@type":"NewsArticle","headline":${nested('{"@value":', '"x"', '}', 10_000)}}`,
      ],
      ['arrays as date', `{"@type":"NewsArticle","datePublished":${nested('[', '"x"', ']', 10_000)}}`],
      ['objects, unclosed', '{"@type":"NewsArticle","a":'.repeat(10_000)],
      ['spaces before a lost end', `{"@type":"NewsArticle" ${fill(' ', 1_900_000)} x`],
      ['commas', `[${fill(',', MEGABYTE)}]`],
      ['commas and spaces', `[${fill(', '.padEnd(2000), MEGABYTE)}1}`],
      ['quotes', fill('"a":', MEGABYTE)],
      ['a type over and over', fill('"@type": "NewsArticle', MEGABYTE)],
      ['backslashes', `{"headline":"${fill('\\', MEGABYTE)}`],
      [
        'ids that point at each other',
        JSON.stringify(
          Array.from({ length: 5000 }, (_, i) => ({
            '@type': 'NewsArticle',
            '@id': `#${i}`,
            author: { '@id': `#${(i + 1) % 5000}` },
          })),
        ),
      ],
      [
        'a prototype',
        '{"@type":"NewsArticle","__proto__":{"x":1},"constructor":{"prototype":1},"headline":"h","author":{"__proto__":null,"name":"Ann Lee"}}',
      ],
      [
        '100,000 authors',
        JSON.stringify({
          '@type': 'NewsArticle',
          author: Array.from({ length: 60_000 }, (_, i) => ({ name: `Ann Lee ${i}` })),
        }),
      ],
      [
        'a megabyte of author',
        JSON.stringify({ '@type': 'NewsArticle', author: { name: `Ann${fill(' a-')}x` } }),
      ],
      [
        'a megabyte of dashes as author',
        JSON.stringify({ '@type': 'NewsArticle', author: { name: `Ann${fill('-')}x` } }),
      ],
      ['a megabyte of headline', JSON.stringify({ '@type': 'NewsArticle', headline: fill(' | a -') })],
      ['a megabyte of body', JSON.stringify({ '@type': 'NewsArticle', articleBody: fill('a \n<p ') })],
      ['a megabyte of date', JSON.stringify({ '@type': 'NewsArticle', datePublished: fill('1/1/1') })],
      ['a megabyte of type', JSON.stringify({ '@type': fill('/#:'), headline: 'x' })],
      [
        'a megabyte of publisher',
        JSON.stringify({ '@type': 'NewsArticle', publisher: { name: fill('a & b ') } }),
      ],
      [
        'a megabyte of address',
        JSON.stringify({
          '@type': 'NewsArticle',
          url: `https://a.example/${fill('?#')}`,
          image: fill('http://'),
        }),
      ],
    ] as const
  ).map(
    ([name, json]): HostilePage => ({
      name: `JSON-LD: ${name}`,
      bytes: () => encode(article({ head: jsonLd(json) })),
      isArticle: true,
    }),
  ),
];

/** What makes backtracking patterns slow: long runs of what they may and may not match. */
const RUNS: readonly (readonly [string, string])[] = [
  ['spaces', ' '],
  ['separators', ' | '],
  ['bars', '|'],
  ['dashes', ' - '],
  ['hyphens', '-'],
  ['letters', 'a'],
  ['capital words', 'Aa '],
  ['by and by', 'by by '],
  ['names and names', 'Ann Lee and '],
  ['at signs', 'a@'],
  ['dots', 'a.'],
  ['digits', '1'],
  ['dates', '1/1/1 '],
  ['half dates', '2024-2024-'],
  ['clocks', '12:12:'],
  ['months', 'May 1 May '],
  ['brackets', '(('],
  ['closed brackets', '()'],
  ['quotes', '“”'],
  ['not found', '404 '],
  ['angle brackets', '< a '],
  ['entities', '&amp;amp;'],
  ['photo', 'photo: '],
  ['copyright', '© '],
  ['colons', ' :: '],
  ['stops', '.'],
  ['ideographic', '年月'],
];

function bait(run: string, length = MEGABYTE): string {
  return `x${fill(run, length)}!x`;
}

/** What each of twenty places holds at once; a title, date or byline alone holds a megabyte. */
const BAIT_EVERYWHERE = 100_000;

const REGEX_BAIT: readonly HostilePage[] = RUNS.flatMap(([name, run]): HostilePage[] => [
  {
    name: `title of ${name}`,
    bytes: () =>
      encode(article({ title: bait(run), head: `<meta property="og:title" content="${bait(run)}">` })),
  },
  {
    name: `date of ${name}`,
    bytes: () =>
      encode(
        article({
          head: `<meta property="article:published_time" content="${bait(run)}">`,
          before: `<time datetime="${bait(run)}">${bait(run)}</time><p class="date">${bait(run)}</p>`,
        }),
      ),
  },
  {
    name: `byline of ${name}`,
    bytes: () =>
      encode(
        article({
          head: `<meta name="author" content="By ${bait(run)}">`,
          before: `<p class="byline">By ${bait(run)}</p><a rel="author">${bait(run)}</a><address itemprop="author">${bait(run)}</address>`,
        }),
      ),
  },
  {
    name: `everything else of ${name}`,
    bytes: () =>
      encode(
        article({
          head: [
            'description',
            'keywords',
            'og:site_name',
            'og:url',
            'og:image',
            'og:locale',
            'section',
            'article:tag',
          ]
            .map((key) => `<meta name="${key}" property="${key}" content="${bait(run, BAIT_EVERYWHERE)}">`)
            .join(''),
          before: `<div class="${bait(run, BAIT_EVERYWHERE)}" id="${bait(run, BAIT_EVERYWHERE)}">a</div><figure><img src="${bait(run, BAIT_EVERYWHERE)}" srcset="${bait(run, BAIT_EVERYWHERE)}" alt="${bait(run, BAIT_EVERYWHERE)}" style="${bait(run, BAIT_EVERYWHERE)}"><figcaption>${bait(run, BAIT_EVERYWHERE)}</figcaption></figure><a href="${bait(run, BAIT_EVERYWHERE)}">${bait(run, BAIT_EVERYWHERE)}</a>`,
          after: `<h2>${bait(run, BAIT_EVERYWHERE)}</h2><ul><li>${bait(run, BAIT_EVERYWHERE)}</li></ul><table><tr><td>${bait(run, BAIT_EVERYWHERE)}</td><td>b</td></tr></table><pre>${bait(run, BAIT_EVERYWHERE)}</pre>`,
        }),
      ),
  },
]);

const LABELS = [
  'utf-8',
  'utf-16',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'euc-kr',
  'windows-874',
  'x-user-defined',
  'replacement',
  'iso-2022-kr',
  'utf-7',
  'utf-32',
  'no such thing',
  '',
  '\u0000',
  'x'.repeat(10_000),
];

const TRUE_BYTES: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['UTF-8', encode],
  ['UTF-8 with a byte order mark', (text) => encode(`\ufeff${text}`)],
  ['UTF-16LE without a mark', (text) => Buffer.from(text, 'utf16le')],
  ['Latin-1', (text) => Buffer.from(text, 'latin1')],
  [
    'Latin-1 after a UTF-16 mark',
    (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'latin1')]),
  ],
  ['seven-bit escapes', (text) => Buffer.from(text.replaceAll(' ', '\x1b$B !\x1b(B '), 'latin1')],
];

/** Each label on each kind of bytes, in the header and in the page. */
const LABEL_LIES: readonly HostilePage[] = TRUE_BYTES.flatMap(([kind, write]) =>
  LABELS.map(
    (label): HostilePage => ({
      name: `${kind} labelled ${JSON.stringify(label.slice(0, 20))}`,
      contentType: `text/html; charset=${label.replace('\0', '')}`,
      bytes: () =>
        write(
          article({
            head: `<meta charset="${label}">`,
            after: '<p>Été à l’île, übermäßig schön, señor. </p>',
          }),
        ),
    }),
  ),
);

const ADDRESSES: readonly HostilePage[] = [
  {
    name: 'address of a megabyte',
    bytes: () => encode(article({})),
    url: `https://a.example/${fill('2024/')}`,
  },
  {
    name: 'address of dashes',
    bytes: () => encode(article({})),
    url: `https://a.example/${fill('-', 100_000)}`,
  },
  {
    name: 'content type of a megabyte',
    bytes: () => encode(article({})),
    contentType: `text/html;${fill('charset ')}`,
  },
  {
    name: 'plain text of one line',
    bytes: () => encode(fill('word. ', 10 * MEGABYTE)),
    contentType: 'text/plain',
  },
  {
    name: 'plain text of short lines',
    bytes: () => encode(fill('a\n\n', 10 * MEGABYTE)),
    contentType: 'text/plain',
  },
  {
    name: 'plain text of bylines',
    bytes: () => encode(fill('By Ann Lee and \n', 10 * MEGABYTE)),
    contentType: 'text/plain',
  },
  {
    name: 'plain text of dates',
    bytes: () => encode(fill('1 May 2024 | \n', 10 * MEGABYTE)),
    contentType: 'text/plain',
  },
  {
    name: 'plain text of spaces',
    bytes: () => encode(`a${fill(' ', 10 * MEGABYTE)}b`),
    contentType: 'text/plain',
  },
];

/** All of them, by what they attack. */
export const HOSTILE_PAGES: Readonly<Record<string, readonly HostilePage[]>> = {
  shapes: SHAPES,
  bytes: BYTES,
  'linked data': LINKED_DATA,
  'regular expressions': REGEX_BAIT,
  labels: LABEL_LIES,
  addresses: ADDRESSES,
};

function everyCodePoint(): string {
  let out = '';
  for (let code = 0x20; code <= 0x10ffff; code += code < 0x3000 ? 1 : 7)
    if (!(code >= 0xd800 && code <= 0xdfff) && code !== 0x3c && code !== 0x26)
      out += String.fromCodePoint(code);
  return out;
}

/** A linear congruential generator (Numerical Recipes' constants): the same bytes in every run. */
function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 1;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}
