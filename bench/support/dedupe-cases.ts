/**
 * Documents of which it is known which are one text, made of real articles by what happens to texts in the world: cut,
 * framed, edited, quoted, gathered. Made anew at each run, from a seed; nothing of the articles is kept.
 */

/** A document, and which text it is: documents with the same `truth` are copies. */
export interface LabelledDocument {
  readonly id: string;
  readonly class: string;
  readonly truth: string;
  readonly url: string;
  readonly title: string;
  readonly body: string;
}

/** What a real page was read as. */
export interface RealArticle {
  readonly title: string;
  readonly text: string;
}

/** Gives numbers from 0 to 1, without 1. */
export type Random = () => number;

/** Mulberry32 (public domain): numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of a list. */
export const pick = <T>(random: Random, list: readonly T[]): T => {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('Nothing to choose from');
  return one;
};

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
/** Words, or two characters for one where no spaces are written. */
export const wordCount = (text: string): number =>
  Math.round((text.match(SPACELESS)?.length ?? 0) / 2) +
  (text.replace(SPACELESS, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0);

const blocksOf = (text: string): string[] => text.split('\n').filter((block) => block.trim() !== '');
const sentencesOf = (block: string): string[] =>
  block.match(/[^。！？]+?(?:[.!?]+["”»]?\s+|[。！？]+」?|$)/gu) ?? [block];

/** The first blocks that make up `share` of the words; the last one is cut after a sentence. */
function beginning(text: string, share: number): string {
  const wanted = wordCount(text) * share;
  const kept: string[] = [];
  let words = 0;
  for (const block of blocksOf(text)) {
    if (words >= wanted) break;
    let cut = '';
    for (const sentence of sentencesOf(block)) {
      if (words >= wanted) break;
      cut += sentence;
      words += wordCount(sentence);
    }
    kept.push(cut.trim());
  }
  return kept.join('\n');
}

const quoted = (block: string): string => `“${block.replace(/["“”„«»]/gu, '')}”`;
const sentenceCase = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A headline of another desk: words of a sentence in the middle of the text. */
function otherHeadline(random: Random, article: RealArticle): string {
  const sentences = blocksOf(article.text)
    .slice(0, 6)
    .flatMap(sentencesOf)
    .filter((s) => wordCount(s) >= 6);
  if (sentences.length === 0) return article.title;
  const sentence = pick(random, sentences).trim();
  return sentence.includes(' ')
    ? sentenceCase(sentence.split(/\s+/u).slice(0, 9).join(' '))
    : sentence.slice(0, 24);
}

const CREDITS = [
  '(Reuters)',
  'AP',
  '(dpa)',
  'AFP',
  '(ANSA)',
  'EFE',
  'Von unserer Redaktion',
  'From our correspondent',
];
const PROMOS = [
  'Sign up for our morning briefing and never miss a story from your town again.',
  'Lesen Sie auch unseren großen Überblick mit allen Hintergründen zum Thema.',
  'Support independent journalism: become a member of our newsroom for the price of a coffee a week.',
  'Suscríbase a nuestro boletín y reciba cada mañana las noticias más importantes.',
  'Abonnez-vous pour lire tous nos articles, nos enquêtes et nos reportages.',
  'Follow us on all channels for live updates, pictures and videos from the scene.',
];

/** Spelling and marks as they differ between countries and desks. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(col|hon|lab|fav|neighb|harb|behavi)or(s|ed|ing|ite|able)?\b/giu, '$1our$2'],
  [/(\p{L}{3,})iz(e|ed|es|ing|ation)\b/gu, '$1is$2'],
  [/\bcenter(s|ed)?\b/giu, 'centre$1'],
  [/\bprogram\b/giu, 'programme'],
  [/\bdefense\b/giu, 'defence'],
  [/\bpercent\b/giu, 'per cent'],
  [/ß/gu, 'ss'],
  [/[“”„]/gu, '"'],
  [/[‘’]/gu, "'"],
  [/ – /gu, ' - '],
];
const respelt = (text: string): string => SPELLINGS.reduce((t, [form, to]) => t.replace(form, to), text);

/** Agency copy as a desk rewrites it: sentences of a paragraph swapped, some words left out. */
function rewritten(random: Random, text: string): string {
  return blocksOf(text)
    .map((block) => {
      const sentences = sentencesOf(block).map((s) => s.trim());
      if (sentences.length > 1 && random() < 0.6) sentences.push(sentences.shift() ?? '');
      return sentences
        .map((s) =>
          s.includes(' ')
            ? s
                .split(' ')
                .filter((_, i) => i === 0 || random() > 0.07)
                .join(' ')
            : s,
        )
        .join(' ');
    })
    .join('\n');
}

function houseIntro(random: Random, text: string): string {
  const [first = '', ...rest] = blocksOf(text);
  const words = first.split(' ').filter((_, i) => i === 0 || random() > 0.25);
  return [words.join(' '), ...rest].join('\n');
}

function withPromos(random: Random, text: string): string {
  const blocks = blocksOf(text);
  const count = 1 + Math.floor(random() * 3);
  for (let i = 0; i < count; i += 1)
    blocks.splice(1 + Math.floor(random() * blocks.length), 0, pick(random, PROMOS));
  return blocks.join('\n');
}

type Part = readonly [truth: string, title: string, body: string, host?: string];

/** A way to make documents of the next articles: `take` gives one that no other case has. */
type Maker = (random: Random, take: (fewest: number, most?: number) => RealArticle) => readonly Part[];

const copies =
  (change: (random: Random, article: RealArticle) => readonly [title: string, body: string]): Maker =>
  (random, take) => {
    const article = take(120);
    return [
      ['one', article.title, article.text],
      ['one', ...change(random, article)],
    ];
  };

const titleOf = (random: Random, article: RealArticle): string =>
  random() < 0.5 ? article.title : otherHeadline(random, article);

const cutTo = (share: number): Maker =>
  copies((random, article) => [
    titleOf(random, article),
    `${random() < 0.5 ? `${pick(random, CREDITS)} - ` : ''}${beginning(article.text, share)}`,
  ]);

const firstWords = (article: RealArticle, words: number): string =>
  beginning(article.text, Math.min(1, words / wordCount(article.text)));

/** All ways, by the name of their class. In the first ones all documents are copies, in the others none. */
export const MAKERS: Readonly<Record<string, Maker>> = {
  copy_cut_90: cutTo(0.9),
  copy_cut_70: cutTo(0.7),
  copy_cut_50: cutTo(0.5),
  copy_cut_30: cutTo(0.3),
  copy_intro_edited: copies((random, a) => [titleOf(random, a), houseIntro(random, a.text)]),
  copy_headline_swapped: copies((random, a) => [otherHeadline(random, a), a.text]),
  copy_promos: copies((random, a) => [titleOf(random, a), withPromos(random, a.text)]),
  copy_spelling: copies((_, a) => [respelt(a.title), respelt(a.text)]),
  copy_rewritten: copies((random, a) => [titleOf(random, a), rewritten(random, a.text)]),

  /** A third of a wire story at the end of a report of one's own. */
  own_reporting: (random, take) => {
    const [wire, own] = [take(200), take(200)];
    const borrowed = firstWords(wire, wordCount(own.text) * (0.3 + random() * 0.3));
    return [
      ['wire', wire.title, wire.text],
      ['own', own.title, `${own.text}\n${borrowed}`],
    ];
  },
  /** The same under the headline and behind the first sentences of the wire story. */
  own_reporting_framed: (_, take) => {
    const [wire, own] = [take(250), take(250)];
    const [lead = '', ...rest] = blocksOf(own.text);
    const words = Math.min(wordCount(wire.text) * 0.4, wordCount(own.text) * 0.7);
    return [
      ['wire', wire.title, wire.text],
      ['own', own.title, [lead, firstWords(wire, words), ...rest].join('\n')],
    ];
  },
  /** A statement in full on its own page, and at length in the report about it. */
  quoted_statement: (random, take) => {
    const [statement, report] = [take(120, 500), take(150)];
    const said = firstWords(statement, wordCount(statement.text) * (0.5 + random() * 0.5));
    const [lead = '', ...rest] = blocksOf(report.text);
    return [
      ['statement', statement.title, statement.text],
      ['report', report.title, [lead, ...blocksOf(said).map(quoted), ...rest].join('\n')],
    ];
  },
  /** A statement in full in two reports. */
  letter_in_two: (random, take) => {
    const [letter, one, other] = [take(120, 400), take(100), take(100)];
    const inQuotes = random() < 0.5;
    const words = wordCount(letter.text);
    const said = blocksOf(letter.text)
      .map((block) => (inQuotes ? quoted(block) : block))
      .join('\n');
    const within = (article: RealArticle): string => {
      const own = blocksOf(firstWords(article, words * (0.6 + random())));
      const half = Math.max(1, Math.floor(own.length * (0.2 + random() * 0.6)));
      return [...own.slice(0, half), said, ...own.slice(half)].join('\n');
    };
    return [
      ['one', one.title, within(one)],
      ['other', other.title, within(other)],
    ];
  },
  /** A reader's letter below two articles of two hosts: the letter is the longer part. */
  letter_after_two: (_, take) => {
    const [letter, one, other] = [take(200, 500), take(100), take(100)];
    const words = wordCount(letter.text) * 0.7;
    return [
      ['one', one.title, `${firstWords(one, words)}\n${letter.text}`],
      ['other', other.title, `${firstWords(other, words)}\n${letter.text}`],
    ];
  },
  /** Two reports over one background that is most of both: what a company says of itself below each release. */
  long_background: (random, take) => {
    const [background, one, other] = [take(200, 600), take(120), take(120)];
    const words = wordCount(background.text) * (0.2 + random() * 0.3);
    return [
      ['one', one.title, `${firstWords(one, words)}\n${background.text}`],
      ['other', other.title, `${firstWords(other, words)}\n${background.text}`],
    ];
  },
  /** Two articles of one matter: the odd paragraphs in one, the even ones in the other. */
  one_topic: (random, take) => {
    const article = take(300);
    const blocks = blocksOf(article.text);
    const half = (odd: number): string => blocks.filter((_, i) => i % 2 === odd).join('\n');
    return [
      ['one', article.title, half(0)],
      ['other', otherHeadline(random, article), half(1)],
    ];
  },
  /** The same with a background that both end with. */
  one_topic_background: (random, take) => {
    const [article, background] = [take(300), take(120)];
    const blocks = blocksOf(article.text);
    const half = (odd: number): string => blocks.filter((_, i) => i % 2 === odd).join('\n');
    const shared = firstWords(background, (wordCount(article.text) / 2) * (0.4 + random() * 0.4));
    return [
      ['one', article.title, `${half(0)}\n${shared}`],
      ['other', otherHeadline(random, article), `${half(1)}\n${shared}`],
    ];
  },
  roundup: (random, take) => {
    const parts = [take(100), take(100), take(100)];
    const briefs = parts.map((article) => firstWords(article, 50 + random() * 80));
    const withHeads = random() < 0.5;
    return [
      ...parts.map((a, i): Part => [`part ${i}`, a.title, random() < 0.5 ? a.text : (briefs[i] ?? '')]),
      [
        'roundup',
        pick(random, ['The day in brief', 'Nachrichten am Morgen', parts[0]?.title ?? '', 'News in short']),
        briefs.map((brief, i) => (withHeads ? `${parts[i]?.title ?? ''}\n${brief}` : brief)).join('\n'),
      ],
    ];
  },
  /** Short articles of one host with more furniture than text. */
  furniture: (random, take) => {
    const furniture = firstWords(take(200), 120 + random() * 80);
    const host = `furniture-${Math.floor(random() * 1e9)}.example`;
    return [take(80), take(80), take(80), take(80)].map(
      (a, i): Part => [`article ${i}`, a.title, `${firstWords(a, 60 + random() * 60)}\n${furniture}`, host],
    );
  },
  furniture_before: (random, take) => {
    const furniture = firstWords(take(200), 80 + random() * 60);
    const host = `furniture-${Math.floor(random() * 1e9)}.example`;
    return [take(80), take(80), take(80)].map(
      (a, i): Part => [`article ${i}`, a.title, `${furniture}\n${firstWords(a, 60 + random() * 60)}`, host],
    );
  },
  /** What comes after a report: new lead, and most of yesterday's text as its background. */
  follow_up: (random, take) => {
    const [before, news] = [take(250), take(200)];
    const old = firstWords(before, Math.min(wordCount(before.text) * 0.45, wordCount(news.text) * 0.8));
    return [
      ['before', before.title, before.text],
      [
        'after',
        otherHeadline(random, news),
        `${firstWords(news, wordCount(old) * (0.8 + random()))}\n${old}`,
      ],
    ];
  },
};

/**
 * `count` cases of each class, as long as there are articles. Documents of one case stand in a random order, and
 * each on a host of its own, if the class says no other.
 */
export function realCases(articles: readonly RealArticle[], count: number, seed: number): LabelledDocument[] {
  const random = randomOf(seed);
  const pool = articles
    .map((a) => ({ a, order: random(), words: wordCount(a.text) }))
    .sort((x, y) => x.order - y.order);
  const documents: { readonly order: number; readonly document: LabelledDocument }[] = [];
  const take = (fewest: number, most = Number.POSITIVE_INFINITY): RealArticle => {
    const at = pool.findIndex(({ words }) => words >= fewest && words <= most);
    const [found] = at === -1 ? [] : pool.splice(at, 1);
    if (found === undefined) throw new RangeError('There are no more articles');
    return found.a;
  };
  for (let n = 0; n < count; n += 1)
    for (const [name, make] of Object.entries(MAKERS)) {
      let parts: readonly Part[];
      try {
        parts = make(random, take);
      } catch (error) {
        if (error instanceof RangeError) return shuffled(documents);
        throw error;
      }
      parts.forEach(([truth, title, body, host], i) => {
        const id = `${name}/${n}/${i}`;
        documents.push({
          order: random(),
          document: {
            id,
            class: name,
            truth: `${name}/${n}/${truth}`,
            url: `https://${host ?? `outlet-${documents.length}.example`}/story-${name}-${n}-${i}`,
            title,
            body,
          },
        });
      });
    }
  return shuffled(documents);
}

const shuffled = (
  list: readonly { readonly order: number; readonly document: LabelledDocument }[],
): LabelledDocument[] => list.toSorted((x, y) => x.order - y.order).map(({ document }) => document);
