/**
 * A stream of made-up news as a fleet meets it. Of twenty documents thirteen are new, two are copies with
 * lines of another outlet around them, one is an exact copy, two are pages seen before and two are edits.
 * The same for the same seed; lengths and sizes are those of ordinary articles (about 500 words).
 */
import { createHash } from 'node:crypto';
import type { ArticleContent } from '../../src/article/article.ts';
import { textKey } from '../../src/dedupe/fingerprint.ts';
import type { NewExtraction } from '../../src/store/articles.ts';

const SYLLABLES = 'ba co den fi gur hal is jo kem lan mor nes ol pra quin ros sta tur ul ven wes zor'.split(
  ' ',
);
const VOCABULARY = 20_000;
const RECENT = 400;

function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function wordOf(n: number): string {
  let word = '';
  for (let rest = n + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  return word;
}

const words = Array.from({ length: VOCABULARY }, (_, n) => wordOf(n));

interface Story {
  readonly number: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly url: string;
}

export class NewsStream {
  readonly #next: () => number;
  readonly #seed: number;
  readonly #recent: Story[] = [];
  #count = 0;
  /** Fetch times only grow. */
  #clock = Date.UTC(2026, 0, 1);

  constructor(seed: number) {
    this.#seed = seed;
    this.#next = random(seed);
  }

  take(count: number): NewExtraction[] {
    return Array.from({ length: count }, () => this.#document());
  }

  #document(): NewExtraction {
    const place = this.#count % 20;
    this.#count += 1;
    const old = this.#recent[Math.floor(this.#next() * this.#recent.length)];
    if (old === undefined || place < 13) return this.#asExtraction(this.#story());
    if (place < 15)
      return this.#asExtraction({
        ...old,
        url: this.#address(`copy-${this.#count}`),
        paragraphs: [`Seen in ${this.#word()} by ${this.#word()}.`, ...old.paragraphs.slice(0, -1)],
      });
    if (place < 16) return this.#asExtraction({ ...old, url: this.#address(`again-${this.#count}`) });
    if (place < 18) return this.#asExtraction(old);
    const edited = { ...old, paragraphs: [...old.paragraphs, this.#paragraph()] };
    this.#recent[this.#recent.indexOf(old)] = edited;
    return this.#asExtraction(edited);
  }

  #word(): string {
    // Common words are met often, rare ones seldom.
    return words[Math.floor(this.#next() ** 3 * VOCABULARY)] ?? '';
  }

  #sentence(): string {
    const parts = Array.from({ length: 8 + Math.floor(this.#next() * 14) }, () => this.#word());
    const name = parts[3] ?? '';
    parts[3] = name.charAt(0).toUpperCase() + name.slice(1);
    if (this.#next() < 0.2) parts[5] = String(Math.floor(this.#next() * 5000));
    const text = parts.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }

  #paragraph(): string {
    return Array.from({ length: 2 + Math.floor(this.#next() * 3) }, () => this.#sentence()).join(' ');
  }

  #address(path: string): string {
    return `https://paper-${Math.floor(this.#next() * 500)}.example/${this.#seed}/${path}`;
  }

  #story(): Story {
    const story = {
      number: this.#count,
      title: this.#sentence(),
      paragraphs: Array.from({ length: 6 + Math.floor(this.#next() * 10) }, () => this.#paragraph()),
      url: this.#address(`story-${100_000 + this.#count}`),
    };
    this.#recent.push(story);
    if (this.#recent.length > RECENT) this.#recent.shift();
    return story;
  }

  #asExtraction({ title, paragraphs, url }: Story): NewExtraction {
    const text = paragraphs.join('\n');
    this.#clock += 1000;
    const content: ArticleContent = {
      url,
      canonicalUrl: url,
      ampUrl: null,
      syndication: [],
      siteName: 'The Paper',
      title,
      subtitle: null,
      authors: ['Ida Brandt'],
      organisations: [],
      section: 'News',
      tags: ['harbour', 'council'],
      language: 'en',
      published: new Date(this.#clock).toISOString(),
      publishedPrecision: 'minute',
      modified: null,
      text,
      markdown: paragraphs.join('\n\n'),
      html: paragraphs.map((p) => `<p>${p}</p>`).join('\n'),
      excerpt: paragraphs[0] ?? null,
      image: `${url}/lead.jpg`,
      entries: [],
      images: [{ url: `${url}/lead.jpg`, caption: title, credit: null, width: 1200, height: 800 }],
      wordCount: text.split(' ').length,
      type: 'article',
      access: 'free',
      contentHash: createHash('sha256').update(`${title}\n${text}`).digest('hex'),
      provenance: { title: 'json-ld', published: 'json-ld', authors: 'json-ld', text: 'readability' },
      confidence: {},
    };
    return {
      content,
      urls: [url, url],
      textKey: textKey(content),
      sourceId: null,
      snapshotId: null,
      fetchedAt: new Date(this.#clock),
    };
  }
}
