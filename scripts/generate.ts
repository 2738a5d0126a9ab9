/**
 * Writes what comes from the schemas: the editors' JSON Schemas, which are not kept in the repository
 * (set-up and build call this), and with `--config` the commented config/newsmill.yaml, which is; run
 * that after a change of src/config/schema.ts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commentedConfig } from '../src/config/commented-file.ts';
import { PUBLISHED_SCHEMAS } from '../src/config/json-schema.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const schemas = join(root, 'config/schemas');

mkdirSync(schemas, { recursive: true });
for (const [name, schema] of Object.entries(PUBLISHED_SCHEMAS)) {
  writeFileSync(join(schemas, `${name}.schema.json`), `${JSON.stringify(schema(), null, 2)}\n`);
}
if (process.argv.includes('--config')) {
  writeFileSync(join(root, 'config/newsmill.yaml'), commentedConfig(new Set(['demo'])));
}
