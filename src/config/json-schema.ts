/**
 * The published JSON Schemas (draft 2020-12), generated from the zod types: for editors that check
 * config files, and for programs that read articles.
 */
import { z } from 'zod';
import { Article } from '../article/article.ts';
import { Config } from './schema.ts';
import { SourceDefinition } from './source.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What is read is described, so defaults are optional and objects that may grow stay open. */
const options = {
  io: 'input',
  target: 'draft-2020-12',
  // Where a format is named, zod's pattern for it says the same at thirty times the length.
  override: ({ jsonSchema }) => {
    if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  },
} as const satisfies z.core.ToJSONSchemaParams;

/** Of config/newsmill.yaml. */
export function configJsonSchema(): JsonSchema {
  return {
    ...z.toJSONSchema(withEmptySections(), options),
    title: 'newsmill configuration',
    description: 'config/newsmill.yaml: every setting has a default, so all of them are optional.',
  };
}

/** A section whose lines are all commented out is null in YAML. */
function withEmptySections(): z.ZodType {
  const shape = Object.entries(Config.shape).map(([key, schema]): [string, z.core.$ZodType] => [
    key,
    schema instanceof z.ZodPrefault ? z.nullable(schema) : schema,
  ]);
  return z.strictObject(Object.fromEntries(shape));
}

/** Of a file under config/sources, and of `definition` in POST /v1/sources. */
export function sourceJsonSchema(): JsonSchema {
  return {
    ...z.toJSONSchema(SourceDefinition, options),
    title: 'newsmill source',
    description: 'Where one publication or section is looked for, and how often.',
    anyOf: ['feeds', 'sitemaps', 'hubs'].map((key) => ({
      required: [key],
      properties: { [key]: { minItems: 1 } },
    })),
    oneOf: [{ required: ['every'] }, { required: ['cron'] }],
  };
}

/** Of an article as the API, the change feed and exports give it. */
export function articleJsonSchema(): JsonSchema {
  return {
    ...z.toJSONSchema(Article, options),
    title: 'newsmill article',
    description: 'One normalised news article at one revision. Field names follow schema.org/NewsArticle.',
  };
}

/** The schemas by the name they are published under (`GET /v1/schemas/NAME`, config/schemas/NAME.schema.json). */
export const PUBLISHED_SCHEMAS: Readonly<Record<'article' | 'config' | 'source', () => JsonSchema>> = {
  article: articleJsonSchema,
  config: configJsonSchema,
  source: sourceJsonSchema,
};
