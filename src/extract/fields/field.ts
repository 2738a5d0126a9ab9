/** A field's value with where it came from. */
import type { FieldSource } from '../../article/article.ts';

export interface Found<T> {
  readonly value: T;
  readonly source: FieldSource;
}

export function found<T>(value: T, source: FieldSource): Found<T> {
  return { value, source };
}

/** Provenance of a `<meta>` by its name: Open Graph and article: names, or any other. */
export function metaSource(name: string): FieldSource {
  return /^(?:og|article|book|profile|video|music|product|fb):/.test(name) ? 'opengraph' : 'meta';
}
