/** zod schemas of routes as parts of an OpenAPI 3.1 document, whose schemas are JSON Schema 2020-12. */
import { STATUS_CODES } from 'node:http';
import type { SwaggerTransform } from '@fastify/swagger';
import { z } from 'zod';
import { Article } from '../article/article.ts';
import { SourceDefinition } from '../config/source.ts';
import { ErrorBody } from './errors.ts';

/** Schemas that get a name in the document; all others are written out where they are used. */
const COMPONENTS: Readonly<Record<string, z.ZodType>> = { Article, SourceDefinition, Error: ErrorBody };
const names = new Map(Object.entries(COMPONENTS).map(([name, schema]) => [schema, name]));

type Json = Record<string, unknown>;

/** @param self a component that is written out itself, not referred to */
function toSchema(schema: z.core.$ZodType, self?: z.core.$ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    // What a client may send; of what it receives, objects that may grow stay open.
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // Where a format is named, zod's pattern for it says the same at thirty times the length.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      const name = names.get(originOf(zodSchema));
      if (name === undefined || originOf(zodSchema) === self) return;
      const { description } = jsonSchema;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, {
        $ref: `#/components/schemas/${name}`,
        ...(description && { description }),
      });
    },
  });
  return rest;
}

/** The schema that `.describe()` and others made a copy of. */
function originOf(schema: z.core.$ZodType): z.ZodType {
  let origin = schema;
  while (origin._zod.parent !== undefined && !names.has(origin as z.ZodType)) origin = origin._zod.parent;
  return origin as z.ZodType;
}

/** `components.schemas` of the document. */
export function componentSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(COMPONENTS).map(([name, schema]) => [name, toSchema(schema, schema)]),
  );
}

const PARTS = ['querystring', 'params', 'body', 'headers'] as const;

/** For @fastify/swagger: turns a route's zod schemas into JSON Schemas. */
export const transform: SwaggerTransform = ({ schema, url }) => {
  const route = (schema ?? {}) as Record<string, unknown>;
  if (route.hide === true) return { schema: { hide: true }, url };
  const converted: Json = { ...route };
  for (const part of PARTS) {
    if (isZod(route[part])) converted[part] = toSchema(route[part]);
  }
  if (typeof route.response === 'object' && route.response !== null) {
    converted.response = Object.fromEntries(
      Object.entries(route.response).map(([status, answer]) => [
        status,
        isZod(answer) ? { description: describeStatus(status), ...toSchema(answer) } : answer,
      ]),
    );
  }
  return { schema: converted, url };
};

const isZod = (value: unknown): value is z.core.$ZodType => value instanceof z.core.$ZodType;

function describeStatus(status: string): string {
  if (status === '4xx') return 'The request is refused';
  if (status === '5xx') return 'newsmill failed';
  return STATUS_CODES[status] ?? status;
}
