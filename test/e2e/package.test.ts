import { execFile, spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { removeEmbeddedPostgres } from '../../src/store/embedded/embedded-postgres.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
/** Compiling, packing, and fetching every dependency from the registry. */
const INSTALL_MS = 480_000;

const Manifest = z.object({ name: z.string(), version: z.string(), bin: z.record(z.string(), z.string()) });
const Article = z.object({ title: z.string(), text: z.string(), url: z.string() });

/** As a user has it: without what npm and vitest put into the environment of this test. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_|VITEST|INIT_CWD|DATABASE_URL|QUEUE_URL)/i.test(name),
  );
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path };
}

describe('the npm package', { timeout: INSTALL_MS }, () => {
  let work: string;
  let folder: string;
  const env = plainEnvironment();
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'newsmill package '));
    await run('npm', ['pack', '--silent', '--pack-destination', work], { cwd: root, env });
    const [tarball = ''] = globSync('*.tgz', { cwd: work });
    folder = join(work, 'app');
    const app = { name: 'app', private: true, allowScripts: { node: true } };
    await run('mkdir', [folder]);
    writeFileSync(join(folder, 'package.json'), JSON.stringify(app));
    await run('npm', ['install', '--no-audit', '--no-fund', join(work, tarball)], { cwd: folder, env });
  }, INSTALL_MS);

  afterAll(async () => {
    // As root, the database lies outside its data folder.
    await removeEmbeddedPostgres(join(work, '.newsmill'));
    rmSync(work, { recursive: true, force: true });
  });

  const installed = () => join(folder, 'node_modules/newsmill');
  const bin = () => join(folder, 'node_modules/.bin/newsmill');
  const fixture = join(root, 'test/fixtures/package/article.html');

  it('ships compiled code, declarations and migrations, and no sources or tests', () => {
    const files = globSync('**/*', { cwd: installed(), exclude: ['node_modules/**'] });
    expect(files).toContain('dist/src/cli/main.js');
    expect(files).toContain('dist/src/article/article.d.ts');
    expect(files).toContain('config/newsmill.yaml');
    expect(files.filter((file) => /^(src|test|scripts|node_modules|\.newsmill)\b/.test(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))).toEqual([]);
    for (const asset of globSync('{src,workers}/**/*.{sql,txt,css,html,json}', { cwd: root })) {
      expect(files).toContain(join('dist', asset));
    }
  });

  it('answers --version under its own Node, through the bin link and a link to that', async () => {
    const { stdout } = await run(bin(), ['--version'], { env });
    expect(stdout.trim()).toBe(manifest.version);
    const link = join(work, 'link to newsmill');
    symlinkSync(bin(), link);
    expect((await run(link, ['--version'], { cwd: '/', env })).stdout.trim()).toBe(manifest.version);
  });

  it('answers through npx', async () => {
    const { stdout } = await run('npx', ['--no-install', 'newsmill', '--version'], { cwd: folder, env });
    expect(stdout.trim()).toBe(manifest.version);
  });

  it('extracts an article, worker threads included', async () => {
    const url = 'https://courier.example/harbour/clock';
    const { stdout } = await run(bin(), ['extract', fixture, '--url', url, '--format', 'json'], {
      cwd: work,
      env,
    });
    const article = Article.parse(JSON.parse(stdout));
    expect(article.title).toBe('Ferry bell returns to the quay after repairs');
    expect(article.text).toContain('rang at six in the morning, as it had for eighty years');
    expect(article.text).not.toContain('Subscribe to the letter');

    const lines = ['a', 'b', 'c'].map((id) => JSON.stringify({ id, url, file: fixture }));
    writeFileSync(join(work, 'in.jsonl'), `${lines.join('\n')}\n`);
    await run(bin(), ['extract', '--batch', 'in.jsonl', '--out', 'out.jsonl'], { cwd: work, env });
    const answers = readFileSync(join(work, 'out.jsonl'), 'utf8').trim().split('\n');
    const Answer = z.object({ id: z.string(), article: Article, error: z.null().optional() });
    expect(answers.map((line) => Answer.parse(JSON.parse(line)).id)).toEqual(['a', 'b', 'c']);
  });

  it('passes arguments on as they are, and exit codes back', async () => {
    const failure = await run(bin(), ['extract', 'no such "file" *.html'], { cwd: work, env }).then(
      () => null,
      (error: unknown) => z.object({ code: z.number(), stderr: z.string() }).parse(error),
    );
    expect(failure?.code).toBe(3);
    expect(failure?.stderr).toContain('no such "file" *.html');
  });

  it('starts with the demo and its own PostgreSQL, and ends on a signal', async () => {
    const child = spawn(bin(), ['start', '--port', '0'], {
      cwd: work,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const up = new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          output += text;
          if (/^ +data: /m.test(output)) resolve();
        });
      }
      child.once('exit', () => reject(new Error(`newsmill ended before it was up:\n${output}`)));
    });
    try {
      await up;
      expect(output).toMatch(/^newsmill is up: http:\/\/127\.0\.0\.1:\d+$/m);
      expect(output).toContain(join(work, '.newsmill'));
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended, output).toBe(0);
  });
});
