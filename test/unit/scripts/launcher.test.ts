import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const launcher = join(import.meta.dirname, '../../../bin/newsmill');
let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "newsmill's launcher ")));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Lays a project below `folder` whose main file says what it was given. */
function lay(project: string, main: string): string {
  const root = join(folder, project);
  mkdirSync(join(root, 'bin'), { recursive: true });
  cpSync(launcher, join(root, 'bin/newsmill'));
  mkdirSync(dirname(join(root, main)), { recursive: true });
  writeFileSync(
    join(root, main),
    `import { fileURLToPath } from 'node:url';
     console.log(JSON.stringify({ main: fileURLToPath(import.meta.url), node: process.argv0, args: process.argv.slice(2) }));
     process.exit(7);`,
  );
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  return root;
}

/** A Node that is told from others by its path. */
function layNode(file: string): string {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  symlinkSync(process.execPath, join(folder, file));
  return join(folder, file);
}

function run(command: string, args: readonly string[], options: { cwd?: string; path?: string } = {}) {
  const PATH = [options.path, '/usr/bin', '/bin'].filter((part) => part !== undefined).join(delimiter);
  const { stdout, stderr, status } = spawnSync(command, args, {
    cwd: options.cwd ?? '/',
    env: { PATH },
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

describe('bin/newsmill', () => {
  it('runs the sources of a checkout under its Node, arguments and exit code intact', () => {
    const root = lay('check out', 'src/cli/main.ts');
    const node = layNode('check out/node_modules/.bin/node');
    const args = ['a b', '', '*', '"$HOME"', '--', '-x'];
    const { stdout, status } = run(join(root, 'bin/newsmill'), args);
    expect(JSON.parse(stdout)).toEqual({ main: join(root, 'src/cli/main.ts'), node, args });
    expect(status).toBe(7);
  });

  it('is found through links, relative ones among them, and the PATH', () => {
    const root = lay('checkout', 'src/cli/main.ts');
    layNode('checkout/node_modules/.bin/node');
    mkdirSync(join(folder, 'links'));
    symlinkSync('../checkout/bin/newsmill', join(folder, 'links/inner'));
    symlinkSync(join(folder, 'links/inner'), join(folder, 'links/newsmill'));
    for (const [command, options] of [
      [join(folder, 'links/newsmill'), {}],
      ['./newsmill', { cwd: join(folder, 'links') }],
      ['/bin/sh', { cwd: join(folder, 'links') }],
    ] as const) {
      const { stdout } = run(command, command === '/bin/sh' ? ['newsmill'] : [], options);
      expect(JSON.parse(stdout).main, command).toBe(join(root, 'src/cli/main.ts'));
    }
    const onPath = spawnSync('sh', ['-c', 'newsmill'], {
      env: { PATH: [join(folder, 'links'), '/usr/bin', '/bin'].join(delimiter) },
      encoding: 'utf8',
    });
    expect(JSON.parse(onPath.stdout).main).toBe(join(root, 'src/cli/main.ts'));
  });

  it('runs the compiled files of a package under the Node beside or above it', () => {
    const root = lay('app/node_modules/newsmill', 'dist/src/cli/main.js');
    const above = layNode('app/node_modules/node/bin/node');
    expect(JSON.parse(run(join(root, 'bin/newsmill'), []).stdout).node).toBe(above);
    const own = layNode('app/node_modules/newsmill/node_modules/node/bin/node');
    expect(JSON.parse(run(join(root, 'bin/newsmill'), []).stdout).node).toBe(own);
  });

  it('takes a Node 24 from the PATH where the package has none, but no older one', () => {
    const root = lay('image', 'dist/src/cli/main.js');
    const node = layNode('tools/node');
    const found = run(join(root, 'bin/newsmill'), [], { path: dirname(node) });
    expect(JSON.parse(found.stdout).node).toBe(node);

    rmSync(node);
    writeFileSync(node, '#!/bin/sh\necho v22.11.0\n');
    chmodSync(node, 0o755);
    const old = run(join(root, 'bin/newsmill'), [], { path: dirname(node) });
    expect(old.status).toBe(1);
    expect(old.stderr).toContain('npm rebuild node');
  });

  it('says how to set a fresh checkout up', () => {
    const root = lay('fresh', 'src/cli/main.ts');
    const { stderr, status } = run(join(root, 'bin/newsmill'), ['start']);
    expect(status).toBe(1);
    expect(stderr).toContain('node scripts/setup.mjs');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
