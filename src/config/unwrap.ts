/** Looking into zod schemas: what is under defaults and nullables, and what stands at a path. */
import { z } from 'zod';

/** The schema without default, prefault, optional and nullable around it. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema;
  while (
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodPrefault ||
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodNullable
  ) {
    inner = inner.def.innerType;
  }
  return inner;
}

/** The schema of what stands at `path` in a value of `schema`; undefined where nothing can stand. */
export function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  let here: z.core.$ZodType | undefined = schema;
  for (const step of path) {
    const inner: z.core.$ZodType | undefined = here && unwrap(here);
    if (inner instanceof z.ZodObject) here = inner.shape[String(step)];
    else if (inner instanceof z.ZodArray) here = inner.element;
    else return undefined;
  }
  return here;
}
