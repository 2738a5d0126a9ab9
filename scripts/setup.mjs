/**
 * Sets the checkout up: installs what package-lock.json names into node_modules, unless that was done.
 *
 * Runs on the machine's own Node (18 or newer) before anything is installed, so it is plain JavaScript
 * without dependencies. Every npm script that needs the project's Node or packages starts with it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants as system } from 'node:os';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupFailure, withSetupLock } from './setup-lock.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MODULES = join(ROOT, 'node_modules');
/** Lies inside node_modules, so that whoever removes that folder removes it too. */
const STAMP = join(MODULES, '.newsmill-setup');
const PROJECT_NODE = join(MODULES, '.bin', 'node');
const OWN_FOLDER = join(ROOT, '.newsmill');
const TAIL_BYTES = 20_000;

const lockText = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
const lock = JSON.parse(lockText);
const nodeVersion = lock.packages['node_modules/node'].version;
const wanted = createHash('sha256').update(`${process.platform} ${process.arch}\n${lockText}`).digest('hex');

try {
  if (!isSetUp()) {
    mkdirSync(OWN_FOLDER, { recursive: true });
    await withSetupLock(join(OWN_FOLDER, 'setup.lock'), say, async () => {
      if (!isSetUp()) await setUp();
    });
  }
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error;
  say(error.message);
  process.exitCode = error.exitCode;
}

function isSetUp() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted && projectNodeAnswers();
}

/** Whether the Node of the npm package `node` is the right one and runs on this machine. */
function projectNodeAnswers() {
  const answer = spawnSync(PROJECT_NODE, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return answer.status === 0 && answer.stdout.trim() === `v${nodeVersion}`;
}

async function setUp() {
  const started = Date.now();
  const packages = packagesForThisMachine();
  say(
    `installing ${packages.length} packages (Node ${nodeVersion} and PostgreSQL among them) into node_modules; needed once`,
  );
  // A production environment would leave out what the tests need, and a careful user's ignore-scripts the
  // project's Node. Which scripts may run is said by allowScripts in package.json; npm before 11 runs all.
  await npm(
    [
      'ci',
      '--include=dev',
      '--include=optional',
      '--ignore-scripts=false',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    packages,
  );
  if (!projectNodeAnswers()) await npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'], []);
  if (!projectNodeAnswers()) {
    throw new SetupFailure(
      `npm installed the packages, but ${PROJECT_NODE} does not answer as Node ${nodeVersion}. Node's own builds need glibc 2.28 or newer (Alpine's musl does not do) on Linux; try "npm rebuild node --foreground-scripts" to see what its install script says.`,
    );
  }
  // The schemas that editors check the configuration with; newsmill itself does not need them.
  spawnSync(PROJECT_NODE, [join(ROOT, 'scripts/generate.ts')], { stdio: 'inherit', timeout: 60_000 });
  writeFileSync(STAMP, wanted);
  say(`done in ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * Runs npm in the project's folder, with progress on stderr.
 *
 * @param {string[]} args
 * @param {string[]} packages folders that npm is going to fill; their count is the progress
 */
async function npm(args, packages) {
  const { command, prefix } = npmCommand();
  const child = spawn(command, [...prefix, ...args, '--progress=false'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: pathWithoutModules() },
  });
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      tail = (tail + text).slice(-TAIL_BYTES);
    });
  }

  const parent = process.ppid;
  let stoppedBy = /** @type {'SIGINT' | 'SIGTERM' | 'SIGHUP' | undefined} */ (undefined);
  const stop = (/** @type {'SIGINT' | 'SIGTERM' | 'SIGHUP'} */ signal) => {
    stoppedBy ??= signal;
    child.kill('SIGTERM');
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, stop);
  const progress = showProgress(packages);
  const orphaned = setInterval(() => {
    // The shell of an npm script dies of SIGTERM without passing it on.
    if (process.ppid !== parent) stop('SIGTERM');
  }, 500);

  const failure = await new Promise((resolve) => {
    child.on('error', (error) => resolve(`npm does not start: ${error.message}`));
    child.on('close', (code, signal) =>
      resolve(code === 0 ? '' : `npm ${args[0]} ended with ${signal ?? `exit code ${code}`}`),
    );
  });
  clearInterval(orphaned);
  progress.end();
  for (const signal of signals) process.off(signal, stop);
  if (stoppedBy !== undefined) {
    throw new SetupFailure(
      `stopped by ${stoppedBy}; the next start begins the set-up again`,
      128 + system.signals[stoppedBy],
    );
  }
  if (failure !== '') {
    process.stderr.write(tail);
    throw new SetupFailure(`${failure}. ${adviceFor(tail)}`);
  }
}

/** What a person can do, told from what npm said. */
function adviceFor(/** @type {string} */ output) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/.test(
      output,
    )
  ) {
    return 'The npm registry cannot be reached. The set-up needs the network this once: check the connection and any proxy ("npm ping" tries both), then start again.';
  }
  if (/ENOSPC/.test(output)) return 'The disk is full: about 900 MB are needed.';
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `This user cannot write to ${ROOT} or to npm's cache ("npm config get cache"). Give the folder to the user who starts newsmill.`;
  }
  if (/EUSAGE/.test(output)) {
    return 'package.json and package-lock.json do not belong together: run "npm install" and commit both.';
  }
  return 'What npm said is above; start again once it is mended.';
}

/** The npm that runs us, else the one on the PATH; under the machine's Node, for npm ci removes the project's. */
function npmCommand() {
  const execPath = process.env.npm_execpath ?? '';
  if (!/npm-cli\.c?js$/.test(execPath) || !existsSync(execPath)) return { command: 'npm', prefix: [] };
  return { command: nodeOutside() ?? process.execPath, prefix: [execPath] };
}

function nodeOutside() {
  return pathWithoutModules()
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

function pathWithoutModules() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !`${folder}${sep}`.startsWith(`${MODULES}${sep}`))
    .join(delimiter);
}

/** Folders that npm ci fills on this machine. */
function packagesForThisMachine() {
  const fits = (/** @type {string[] | undefined} */ list, /** @type {string} */ own) =>
    list === undefined || (list.includes(own) && !list.includes(`!${own}`));
  return Object.entries(lock.packages)
    .filter(
      ([path, entry]) =>
        path !== '' &&
        fits(entry.os, process.platform) &&
        fits(entry.cpu, process.arch) &&
        fits(entry.libc, 'glibc'),
    )
    .map(([path]) => join(ROOT, path, 'package.json'));
}

/** A bar that is redrawn on a terminal; elsewhere a line every ten seconds. */
function showProgress(/** @type {string[]} */ files) {
  const started = Date.now();
  const isTerminal = process.stderr.isTTY === true;
  if (files.length === 0) return { end() {} };
  const count = () => files.filter((file) => existsSync(file)).length;
  // npm ci first removes what an earlier set-up has left.
  const before = count();
  let isRemoving = before > 0;
  const line = () => {
    const done = count();
    isRemoving &&= done > before / 5 && done <= before;
    const seconds = Math.round((Date.now() - started) / 1000);
    if (isRemoving) return `removing the old packages, ${seconds} s`;
    const filled = Math.floor((done / files.length) * 30);
    return `[${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${done} of ${files.length} packages, ${seconds} s`;
  };
  const timer = isTerminal
    ? setInterval(() => process.stderr.write(`\r\x1b[K${line()}`), 250)
    : setInterval(() => say(line()), 10_000);
  return {
    end() {
      clearInterval(timer);
      if (isTerminal) process.stderr.write('\r\x1b[K');
    },
  };
}

function say(/** @type {string} */ sentence) {
  process.stderr.write(`set-up: ${sentence}\n`);
}
