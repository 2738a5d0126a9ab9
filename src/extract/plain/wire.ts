/** What wire services write around a text: place, day and agency before its first sentence, who wrote it behind the last. */
import { parseDate, type ReadDate } from '../fields/date-text.ts';
import { isOrganisation, splitNames } from '../fields/names.ts';
import { foldSpace } from '../text.ts';

/** How far into a paragraph the dash of a dateline stands at most. */
const LONGEST = 100;
const DASH = /\s?(?:--|[–—-])\s/gu;
/** A town in capitals, or as names are written, with its country; then a comma, a bracket or the end. */
const PLACE =
  /^(?:\p{Lu}[\p{L}\p{M}.’'-]*(?:[\s/-](?:\p{Lu}|d[aeiou]\s|l[ae]\s)[\p{L}\p{M}.’'-]*){0,4})(?=\s?[,(（]|$)/u;
const AGENCY = /[(（]([^()（）]{2,40})[)）]\s*$/u;

/** What a dateline says. */
export interface Dateline {
  /** The day, where it is told with its year. */
  readonly date: ReadDate | null;
  readonly agency: string | null;
}

/** The dateline of a paragraph, as in “HARROW, May 12, 2025 (Reuters) - The council…”; null without. */
export function datelineOf(paragraph: string): Dateline | null {
  const start = foldSpace(paragraph.slice(0, LONGEST + 4));
  for (const dash of start.matchAll(DASH)) {
    const line = start.slice(0, dash.index);
    if (line.length > LONGEST) return null;
    if (!PLACE.test(line)) continue;
    const named = AGENCY.exec(line)?.[1]?.trim();
    const agency = named !== undefined && isOrganisation(named) ? named : null;
    const read = parseDate(line, { monthFirst: false });
    // Beside the place stands nothing but the day.
    const date = read !== null && isDayAlone(line, read) ? read : null;
    if (agency !== null || date !== null) return { date, agency };
  }
  return null;
}

function isDayAlone(line: string, { index, end }: ReadDate): boolean {
  const before = line.slice(0, index);
  const behind = line.slice(end).replace(AGENCY, '');
  return (
    before.trim() !== '' && /[,(（]\s*(?:\p{L}{2,12}\.?,?\s)?$/u.test(before) && behind.trim().length < 12
  );
}

const SIGNATURE =
  /^[(（[]\s*((?:additional\s+|further\s+)?(?:reporting|writing|reported|written)\s+by|(?:reportage|reportaje|reportagem|información|informação|berichterstattung|bericht)\s+(?:de|di|by|por|par|von)|(?:écrit|rédigé)\s+par|(?:escrito|reportado)\s+por|(?:geschrieben|verfasst|bearbeitet)\s+von|(?:scritto|redatto)\s+da)\b[\s:]*(.{3,200}?)\s*[)）\]]\.?$/iu;
/** Work on a text that is not writing it: its part of the signature, and what follows, names other people. */
const OTHER_PART =
  /\s*(?:[;.]|,)\s*(?:(?:additional|further|with)\s|(?:edit|edición|edição|éditée?|editado|redigiert|redaktion|translat|compil|montage|graphics)).*$/iu;

/** Who a line behind the text says has reported it, in brackets: “(Reporting by Ann Lee; Editing by …)”; none without. */
export function signatureOf(line: string): readonly string[] {
  const match = line.length > 300 ? null : SIGNATURE.exec(foldSpace(line));
  if (match === null || /^(?:additional|further)/i.test(match[1] ?? '')) return [];
  const names = (match[2] ?? '')
    .replace(OTHER_PART, '')
    .replace(/\s+in\s+\p{Lu}[\p{L}\s]{2,30}(?=,|\band\b|$)/gu, '');
  return splitNames(names).filter((name) => !isOrganisation(name));
}
