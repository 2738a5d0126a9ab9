/** Title, authors and dates that a page states nowhere but in the scripts' data its body is from. */
import { found } from '../fields/field.ts';
import { organisationsAmong, splitNames } from '../fields/names.ts';
import { readDateText } from '../fields/published.ts';
import type { Metadata } from '../metadata.ts';
import { isObject, type LooseObject, stringOf } from '../page/json-ld.ts';
import type { Page } from '../page/page.ts';
import { plain } from '../text.ts';
import { headlineOf } from './blocks.ts';

const PUBLISHED =
  /^(?:date_?published|(?:first_?)?publish(?:ed)?(?:_?(?:at|on|date|time|time_?stamp))?|(?:first_?)?publish_?date|publication_?date|pub_?date|display_?date|release_?date)$/i;
const MODIFIED =
  /^(?:date_?modified|(?:last_?)?(?:modified|updated)(?:_?(?:at|on|date|time))?|modification_?date|update_?date)$/i;
const AUTHORS = /^(?:authors?|by_?lines?|writers?|creators?|contributors|reporters?)$/i;
/** A day without a zone, and a time of it somewhere on earth. */
const DAY_AND_ZONE = 38 * 3_600_000;
const NAMES = ['name', 'fullName', 'full_name', 'displayName', 'display_name', 'authorName', 'title'];

/**
 * The metadata, with what is missing taken from the record. What the page states stays, but for a day whose time
 * the record has, and a title that goes on behind the record's.
 * @param fetchedAt epoch milliseconds; no later date is believed
 */
export function completeFromRecord(
  meta: Metadata,
  record: LooseObject,
  page: Page,
  fetchedAt: number,
): Metadata {
  const headline = plain((headlineOf(record) ?? '').slice(0, 2000));
  const goesOn = meta.title?.value.startsWith(headline) === true && meta.title.value.length > headline.length;
  const dateOf = (key: RegExp) => {
    for (const value of valuesAt(record, key)) {
      const date = readDateText(dateText(value), page, meta.language?.value ?? null, fetchedAt);
      if (date !== null) return { ...date, source: 'script-data' } as const;
    }
    return null;
  };
  const names = meta.authors === null ? namesOf(record) : [];
  const stated = meta.dates.published;
  const own = stated === null || stated.precision === 'day' ? dateOf(PUBLISHED) : null;
  const isFiner = own !== null && stated !== null && Math.abs(own.at - stated.at) <= DAY_AND_ZONE;
  const published = stated === null || isFiner ? own : stated;
  const modified = meta.dates.modified ?? dateOf(MODIFIED);
  return {
    ...meta,
    title: headline !== '' && (meta.title === null || goesOn) ? found(headline, 'script-data') : meta.title,
    authors: names.length === 0 ? meta.authors : found(names, 'script-data'),
    organisations: names.length === 0 ? meta.organisations : organisationsAmong(names),
    dates: {
      published,
      modified: modified !== null && published !== null && modified.at < published.at ? null : modified,
    },
  };
}

function valuesAt(record: LooseObject, key: RegExp): unknown[] {
  return Object.entries(record)
    .slice(0, 500)
    .flatMap(([name, value]) => (key.test(name) ? [value] : []));
}

/** Numbers are seconds or milliseconds since 1970. */
function dateText(value: unknown): string {
  if (typeof value !== 'number') return stringOf(value) ?? '';
  const at = value < 1e11 ? value * 1000 : value;
  return at > 0 && at < 8.64e15 ? new Date(at).toISOString() : '';
}

function namesOf(record: LooseObject): readonly string[] {
  const names = valuesAt(record, AUTHORS).flatMap((value) =>
    (Array.isArray(value) ? value.slice(0, 20) : [value]).flatMap((item) => splitNames(nameOf(item))),
  );
  return [...new Set(names)];
}

function nameOf(value: unknown): string {
  if (!isObject(value)) return stringOf(value) ?? '';
  const first = stringOf(value.firstName ?? value.first_name ?? null);
  const last = stringOf(value.lastName ?? value.last_name ?? null);
  for (const key of NAMES) {
    const name = stringOf(value[key] ?? null);
    if (name !== null) return name;
  }
  return first !== null && last !== null ? `${first} ${last}` : '';
}
