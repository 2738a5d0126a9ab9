/** Drops by company: lines that nothing marks by themselves, but what stands around them or begins as they do. */
import { type Drop, SENTENCE_END, type Seen } from './cleaning.ts';

/** An offer has few points. */
const MOST_POINTS = 6;

/** Points of a list between two lines that sell subscriptions, apps or newsletters: what the offer comes with. */
export function dropAmongOffers(seen: readonly Seen[], drop: Drop): void {
  for (let i = 0; i < seen.length; i++) {
    if (!isOffer(seen[i])) continue;
    let end = i + 1;
    while (end < seen.length && end - i <= MOST_POINTS && isPoint(seen[end])) end++;
    if (end > i + 1 && isOffer(seen[end]) && (isSure(seen[i]) || isSure(seen[end])))
      for (const point of seen.slice(i + 1, end)) drop(point, 'newsletter', 'stands among offers');
  }
}

function isOffer(item: Seen | undefined): boolean {
  return item?.reason === 'newsletter' || item?.reason === 'account';
}

/** A line that only begins like an offer may be the article's own advice. */
function isSure(item: Seen | undefined): boolean {
  return item?.reason === 'account' || item?.wordings.some((wording) => wording.how !== 'opens') === true;
}

function isPoint(item: Seen | undefined): boolean {
  return (
    item !== undefined &&
    item.reason === null &&
    item.weight < 160 &&
    (item.block.kind === 'item' || (item.weight < 60 && !SENTENCE_END.test(item.block.text)))
  );
}

/** What stands before a mark: “READ ANOTHER STORY HERE | …”. */
const OPENING = /^([^|»›]{8,48}?)\s*[|»›]\s*\S/u;

/** Two lines or more that lead to other stories under one and the same label, whatever its language. */
export function dropAlike(seen: readonly Seen[], drop: Drop): void {
  const byLabel = new Map<string, Seen[]>();
  for (const item of seen) {
    if (item.reason !== null || item.block.links === 0 || item.linkShare < 0.3 || item.block.kind === 'row')
      continue;
    const label = OPENING.exec(item.block.text)?.[1];
    if (label === undefined || !/\s/.test(label)) continue;
    byLabel.set(label, [...(byLabel.get(label) ?? []), item]);
  }
  for (const [label, items] of byLabel)
    if (items.length > 1)
      for (const item of items) drop(item, 'related', `${items.length} lines are “${label} | …”`);
}

const AGO = String.raw`\d{1,3}\s?(?:secs?|seconds?|mins?|minutes?|hrs?|hours?|days?)\s+ago`;
const DAY = String.raw`(?:\d{1,2}\.? \p{L}{3,12}\.? \d{4}|\p{L}{3,12}\.? \d{1,2}, \d{4})`;
const CLOCK = String.raw`\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?: (?:GMT|BST|UTC|E[SD]?T|CES?T))?`;
const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4}`;
/** When, and who wrote it: all that a line over an entry of a live blog says. */
const STAMP = new RegExp(
  `^(?:${AGO}\\s*(?:${CLOCK})?\\s*(?:${NAME})?|${NAME}\\s?${DAY},?\\s+${CLOCK}|${DAY},?\\s+${CLOCK}\\s+${NAME})$`,
  'u',
);
/** What each of them has, and hardly any other line. */
const TIME = /\d[:.]\d\d|\d \w{3,7} ago/;

/** The lines over a live blog's entries, where there are several: time and author are fields of the entry. */
export function dropStamps(seen: readonly Seen[], drop: Drop): void {
  const stamps = seen.filter(
    (item) =>
      item.reason === null &&
      item.block.text.length <= 90 &&
      TIME.test(item.block.text) &&
      STAMP.test(item.block.text),
  );
  if (stamps.length > 1) for (const item of stamps) drop(item, 'date', 'the line over an entry');
}

/** How job titles say that anybody may apply: “(m/w/d)”, “(m/f/d)”, “(h/f)”, “(k/m)”. */
const ANYBODY =
  /\((?:[mwdxfhkvi](?:\s?[/|]\s?[mwdxfhkvi*]){1,3}|all genders|alle geschlechter|tous genres)\)/iu;
const LONGEST_JOB = 160;
/** Share of the text that jobs are on a page that is not about them. */
const MOST_JOBS = 0.3;

/** Two jobs or more between the lines of an article: a box of vacancies. */
export function dropJobs(seen: readonly Seen[], drop: Drop): void {
  let total = 0;
  let weighs = 0;
  const jobs: Seen[] = [];
  for (const item of seen) {
    if (item.reason !== null) continue;
    total += item.weight;
    if (
      item.prose ||
      item.weight > LONGEST_JOB ||
      item.block.kind === 'row' ||
      !ANYBODY.test(item.block.text)
    )
      continue;
    weighs += item.weight;
    jobs.push(item);
  }
  if (jobs.length < 2 || weighs > MOST_JOBS * total) return;
  for (const job of jobs) drop(job, 'advert', `one of ${jobs.length} jobs`);
}
