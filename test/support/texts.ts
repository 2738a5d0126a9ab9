/** Made-up news prose: as many different sentences as a test needs, the same for the same number. */

const WHO = [
  'The harbour master',
  'A teacher from Lindholm',
  'The council of Weststrand',
  'Captain Orre',
  'The miller Adda Krone',
  'A reader of this paper',
  'The choir of Tarn',
  'Professor Immanuel Voss',
  'The ferry company',
  'A baker in Quay Lane',
  'The museum at Sund',
  'Two students',
];
const DID = [
  'has repaired',
  'wants to sell',
  'found again',
  'will not give up',
  'painted over',
  'counted',
  'forgot',
  'promised to return',
  'measured',
  'opened',
  'has bought',
  'described',
];
const WHAT = [
  'the oldest bell of the town',
  'a box of letters',
  'the blue lighthouse lamp',
  'nine wooden boats',
  'the winter timetable',
  'a map of the salt marsh',
  'the bridge over the Alke',
  'a clock without hands',
  'the garden behind the library',
  'three barrels of tar',
  'the keys of the granary',
  'a painting of geese',
];
const WHEN = [
  'before the regatta began',
  'after a long night',
  'while it was raining',
  'in the week of the fair',
  'when nobody looked',
  'on the last day of the month',
  'as the tide went out',
  'during the sermon',
  'between two storms',
  'shortly after breakfast',
  'on the way to Ostby',
  'with the help of neighbours',
];
const WHY = [
  'because the old one was lost',
  'to the surprise of the mayor',
  'although the weather was bad',
  'so that the children could see it',
  'and gave no reason',
  'for the price of a loaf',
  'as the law demands',
  'to general applause',
  'without a single complaint',
  'as far as anybody can tell',
  'and will do so again',
  'in spite of the cost',
];

/** A small generator of its own (Lehmer): tests must not differ from run to run. */
function numbers(seed: number): () => number {
  let state = (seed * 48_271 + 11) % 2_147_483_647;
  for (let i = 0; i < 5; i += 1) state = (state * 48_271) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
}

const SYLLABLES = 'ka lo mi ru ten val dor es nim por sal ti ver ul bra gon hel ist jo kre'.split(' ');

/** `count` sentences of story number `story`. Made-up names keep stories from sharing longer passages. */
export function sentences(story: number, count: number): string[] {
  const next = numbers(story);
  const pick = (list: readonly string[]): string => list[next() % list.length] ?? '';
  const name = (): string => {
    const word = pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES);
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  return Array.from(
    { length: count },
    () =>
      `${pick(WHO)} and ${name()} ${name()} ${pick(DID)} ${pick(WHAT)} at ${name()} ${pick(WHEN)}, ${name()} says, ${pick(WHY)}.`,
  );
}

/** The same as one text, a sentence a line. */
export function report(story: number, count: number): string {
  return sentences(story, count).join('\n');
}
