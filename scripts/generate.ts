/**
 * Writes the files that come from the schemas: run it after a change of src/config/schema.ts,
 * src/config/source.ts or src/article/article.ts. `node scripts/generate.ts`
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PUBLISHED_SCHEMAS } from '../src/config/json-schema.ts';
import { commentedConfig, settingsPage } from '../src/config/settings-table.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const schemas = join(root, 'config/schemas');

mkdirSync(schemas, { recursive: true });
for (const [name, schema] of Object.entries(PUBLISHED_SCHEMAS)) {
  writeFileSync(join(schemas, `${name}.schema.json`), `${JSON.stringify(schema(), null, 2)}\n`);
}
writeFileSync(join(root, 'config/newsmill.yaml'), commentedConfig(new Set(['demo'])));
writeFileSync(join(root, 'docs/settings.md'), settingsPage());
execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', 'config/schemas'], { cwd: root });
