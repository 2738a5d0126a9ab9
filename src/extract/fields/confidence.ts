/** How sure a field is, by where its value was found. */
import type { FieldSource } from '../../article/article.ts';

/**
 * Title, authors, publication day and lead image: the share of values from that place that was right
 * on labelled pages, two right and two wrong ones added, in steps of .05 (`node bench/fields.ts`).
 */
const MEASURED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  title: { 'json-ld': 0.85, markup: 0.9, meta: 0.7, opengraph: 0.65 },
  authors: {
    'json-ld': 0.9,
    markup: 0.8,
    meta: 0.7,
    microdata: 0.7,
    opengraph: 0.75,
    'visible-text': 0.7,
  },
  published: {
    'json-ld': 0.95,
    markup: 0.95,
    meta: 0.85,
    microdata: 0.95,
    opengraph: 0.85,
    url: 0.95,
    'visible-text': 0.9,
  },
  image: { markup: 0.95, opengraph: 0.45 },
};

/** The other fields have no labels: what is written for machines before what is read off the page, judged. */
const JUDGED: Readonly<Record<string, number>> = {
  rule: 0.95,
  http: 1,
  'json-ld': 0.9,
  opengraph: 0.9,
  microdata: 0.85,
  meta: 0.85,
  feed: 0.85,
  markup: 0.8,
  readability: 0.9,
  'script-data': 0.8,
  'plain-text': 0.7,
  computed: 0.8,
  url: 0.7,
  'visible-text': 0.6,
};

/** The confidence of every field that has a source. */
export function confidences(provenance: Readonly<Record<string, FieldSource>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(provenance).map(([field, source]) => [field, confidenceOf(field, source)]),
  );
}

/**
 * @param source where the value was found (`FieldSource`)
 * @returns from 0 to 1; .5 for a source that is not known
 */
export function confidenceOf(field: string, source: string): number {
  return MEASURED[field]?.[source] ?? JUDGED[source] ?? 0.5;
}
