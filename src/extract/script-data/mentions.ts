/** Whether a script's text may tell of this page at all: looking for a few words costs far less than reading data. */

/** What a text has to hold one of. */
export type Mentions = readonly string[];

const MAX_TEXT = 1000;
const MAX_PHRASES = 24;
/** Letters as every script writes them: others may stand as escapes, and apostrophes as several characters. */
const RUNS = /[A-Za-z0-9]+(?: [A-Za-z0-9]+)*/g;
const LEAST_PHRASE = 8;

/**
 * Phrases of the page's titles and of lines it shows, and what names it in its address.
 * @param titles the page's headline and its document's title
 * @param lines  lines and description, as shown
 * @returns null where the titles have no phrase to look for (other writing than Latin, a single word)
 */
export function mentionsOf(
  titles: readonly string[],
  lines: readonly string[],
  address: string,
): Mentions | null {
  const phrases = new Set<string>();
  for (const title of titles) for (const phrase of triplesOf(title)) phrases.add(phrase);
  if (phrases.size === 0) return null;
  for (const line of lines) {
    const longest = longestRun(line.slice(0, 120));
    if (longest.length >= LEAST_PHRASE) phrases.add(longest);
  }
  for (const name of namesIn(address)) phrases.add(name);
  return [...phrases];
}

/** Three words in a row. Another wording of a headline shares some of them with it. */
function triplesOf(title: string): string[] {
  const triples: string[] = [];
  for (const run of title.slice(0, MAX_TEXT).match(RUNS) ?? []) {
    const words = run.split(' ');
    for (let i = 0; i + 3 <= words.length && triples.length < MAX_PHRASES; i++) {
      const triple = words.slice(i, i + 3).join(' ');
      if (triple.length >= LEAST_PHRASE) triples.push(triple);
    }
  }
  return triples;
}

function longestRun(line: string): string {
  let longest = '';
  for (const run of line.match(RUNS) ?? []) if (run.length > longest.length) longest = run;
  return longest;
}

/** The last part of the path, and every number or key in it that is too long for a date's part. */
function namesIn(address: string): string[] {
  const path = (URL.parse(address)?.pathname ?? '/').slice(0, MAX_TEXT).replace(/\/+$/, '');
  if (path.length < LEAST_PHRASE) return [];
  const last = path.slice(path.lastIndexOf('/') + 1);
  const keys = (path.match(/[A-Za-z0-9]{5,}/g) ?? []).filter((key) => /\d/.test(key));
  return [...(last === '' ? [] : [last]), ...keys.slice(0, MAX_PHRASES)];
}

export function mayTellOf(text: string, mentions: Mentions | null): boolean {
  return mentions === null || mentions.some((phrase) => text.includes(phrase));
}
