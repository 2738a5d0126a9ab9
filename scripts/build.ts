/**
 * `npm run build`: compiles src/ and workers/ into dist/ and puts beside the compiled files what they
 * read at run time (migrations, pages). dist/ then runs without the sources.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { compiledReferences } from './compiled-references.ts';

const root = dirname(import.meta.dirname);
const dist = join(root, 'dist');

await import('./generate.ts');
rmSync(dist, { recursive: true, force: true });
const compiler = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (compiler.status !== 0) process.exit(compiler.status ?? 1);

const leftovers: string[] = [];
const compiled = globSync('**/*.js', { cwd: dist }).map((file) => join(dist, file));
for (const file of compiled) {
  const { code, unknown } = compiledReferences(readFileSync(file, 'utf8'));
  writeFileSync(file, code);
  leftovers.push(...unknown.map((reference) => `${relative(root, file)}: ${reference}`));
}
if (leftovers.length > 0) {
  console.error(
    `These name a .ts file, which dist/ does not have. Write them as new URL('./x.ts', import.meta.url):\n${leftovers.join('\n')}`,
  );
  process.exit(1);
}

// Declaration files written by hand are read by the compiler only, but the emitted ones refer to them.
const assets = globSync('{src,workers}/**/*', { cwd: root, withFileTypes: true })
  .filter((entry) => entry.isFile() && (!entry.name.endsWith('.ts') || entry.name.endsWith('.d.ts')))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)));
for (const asset of assets) {
  mkdirSync(join(dist, dirname(asset)), { recursive: true });
  copyFileSync(join(root, asset), join(dist, asset));
}
console.log(`dist/: ${compiled.length} modules, ${assets.length} other files`);
