/** The config schema walked: every single setting with its key, variable, default and meaning. */
import { z } from 'zod';
import { expectedOf } from './expected.ts';
import { metaOf } from './field.ts';
import { Config } from './schema.ts';
import { unwrap } from './unwrap.ts';

export interface Setting {
  /** `fetch.delayMs` */
  readonly key: string;
  readonly path: readonly string[];
  readonly schema: z.core.$ZodType;
  /** Environment variable that overrides it. */
  readonly env: string | undefined;
  readonly secret: boolean;
  readonly description: string;
  readonly default: unknown;
  /** What a value looks like, as a noun phrase: `a whole number from 1 to 1000`. */
  readonly expected: string;
}

/** Every setting, in the order of the schema. A list (webhooks) is one setting. */
export function listSettings(): Setting[] {
  return collect(Config, [], Config.parse({}));
}

function collect(object: z.ZodObject, path: readonly string[], defaults: Record<string, unknown>): Setting[] {
  return Object.entries(object.shape).flatMap(([name, schema]) => {
    const here = [...path, name];
    const inner = unwrap(schema);
    const value = defaults[name];
    if (inner instanceof z.ZodObject) return collect(inner, here, value as Record<string, unknown>);
    const { env, secret } = metaOf(schema);
    return [
      {
        key: here.join('.'),
        path: here,
        schema,
        env,
        secret: secret ?? false,
        description: z.globalRegistry.get(schema)?.description ?? '',
        default: value,
        expected: expectedOf(schema),
      },
    ];
  });
}
