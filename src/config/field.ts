/** How a config field says which environment variable overrides it, beside its zod type. */
import { z } from 'zod';

export interface FieldMeta {
  /** Environment variable that overrides the field. */
  readonly env?: string;
  /** Never printed; `ENV_FILE` may name a file that holds it. */
  readonly secret?: boolean;
}

/** A registry, not a map: what it holds is inherited by the copies that `.describe()` and others make. */
const metas = z.registry<FieldMeta>();

/** Attaches `meta` to a field's schema. The schema itself is returned, so types are kept. */
export function field<T extends z.ZodType>(schema: T, meta: FieldMeta): T {
  metas.add(schema, meta);
  return schema;
}

export function metaOf(schema: z.core.$ZodType): FieldMeta {
  return metas.get(schema) ?? {};
}
