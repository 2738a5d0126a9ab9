import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROLES } from '../../src/config/schema.ts';
import { listSettings } from '../../src/config/settings.ts';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');

const Condition = z.object({ condition: z.string() });
const Service = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), target: z.string() }).optional(),
  command: z.array(z.string()),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  ports: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), Condition).default({}),
  healthcheck: z.object({ test: z.array(z.string()).optional(), disable: z.boolean().optional() }),
  restart: z.string(),
  container_name: z.string().optional(),
  stop_grace_period: z.string().optional(),
  mem_limit: z.string().optional(),
  cpus: z.number().optional(),
  pids_limit: z.number().optional(),
  logging: z.object({ driver: z.string(), options: z.record(z.string(), z.string()) }).optional(),
});
type Service = z.infer<typeof Service>;

const Compose = z.object({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.unknown()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});
type Compose = z.infer<typeof Compose>;

/** `newsmill COMMAND --help`, asked once for each command; null where there is no such command. */
const helps = new Map<string, string | null>();
function helpOf(command: string): string | null {
  const known = helps.get(command);
  if (known !== undefined) return known;
  const answer = execFileSync(process.execPath, [join(root, 'src/cli/main.ts'), command, '--help'], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  // For an unknown command, the help is that of newsmill as a whole.
  const help = answer.includes(`Usage: newsmill ${command} `) ? answer : null;
  helps.set(command, help);
  return help;
}

const settings = listSettings().flatMap(({ env, secret }) => (env === undefined ? [] : [{ env, secret }]));
const variables = new Set(settings.flatMap(({ env, secret }) => (secret ? [env, `${env}_FILE`] : [env])));

/** What is wrong with the file, one sentence each. */
function problemsOf(compose: Compose): string[] {
  const problems: string[] = [];
  const workers = Object.entries(compose.services).filter(([, service]) => service.build !== undefined);
  for (const [name, service] of Object.entries(compose.services)) {
    const say = (sentence: string) => problems.push(`${name}: ${sentence}`);
    if (service.mem_limit === undefined || service.cpus === undefined || service.pids_limit === undefined) {
      say('has no limit of memory, processors or processes');
    }
    if (service.logging?.options['max-size'] === undefined) say('writes logs without a bound');
    if (service.healthcheck.test === undefined && service.restart !== 'no') say('has no health check');
    for (const port of service.ports) if (!port.startsWith('127.0.0.1:')) say(`publishes ${port}`);
    for (const secret of service.secrets) if (!compose.secrets[secret]) say(`no secret ${secret} is defined`);
    for (const network of service.networks) if (!compose.networks[network]) say(`no network ${network}`);
    for (const [variable, value] of Object.entries(service.environment)) {
      const file = /^\/run\/secrets\/(.+)$/.exec(value)?.[1];
      if (file !== undefined && !service.secrets.includes(file)) say(`${variable} names no secret it has`);
      if (/PASSWORD$|TOKEN$|SECRET$|_URL$/.test(variable)) say(`${variable} holds a secret in the file`);
    }
    for (const volume of service.volumes) {
      const [source = ''] = volume.split(':');
      if (!source.startsWith('.') && !(source in compose.volumes)) say(`no volume ${source} is defined`);
    }
    for (const [other, { condition }] of Object.entries(service.depends_on)) {
      const wanted = compose.services[other];
      if (wanted === undefined) say(`depends on ${other}, which is no service`);
      else if (condition === 'service_healthy' && !wanted.healthcheck.test) say(`${other} tells no health`);
      else if (condition === 'service_completed_successfully' && wanted.restart !== 'no')
        say(`waits for the end of ${other}, which restarts`);
    }
  }
  for (const [name, service] of workers) {
    const say = (sentence: string) => problems.push(`${name}: ${sentence}`);
    problems.push(...commandProblems(name, service.command));
    const { test } = service.healthcheck;
    if (test?.[1] === 'newsmill') problems.push(...commandProblems(name, test.slice(2)));
    for (const variable of Object.keys(service.environment)) {
      if (!variables.has(variable)) say(`${variable} is no variable that newsmill reads`);
    }
    if (!dockerfile.includes(`AS ${service.build?.target}\n`))
      say('its build target is not in the Dockerfile');
    if (name === 'migrate') continue;
    if (service.depends_on.migrate?.condition !== 'service_completed_successfully') {
      say('does not wait for the migrations');
    }
    if (service.container_name !== undefined || (name !== 'api' && service.ports.length > 0)) {
      say('cannot be scaled');
    }
    if (service.stop_grace_period === undefined) say('has no time to end its work');
  }
  for (const role of ROLES) {
    const own = compose.services[role]?.command.join(' ');
    if (own !== `start --roles ${role}`) problems.push(`${role}: no service of its own runs this role`);
  }
  return problems;
}

/** A command line against the help of its command: the command exists, and so does every option. */
function commandProblems(name: string, [command = '', ...options]: readonly string[]): string[] {
  const help = helpOf(command);
  if (help === null) return [`${name}: newsmill has no command ${command}`];
  const problems = options
    .filter((option) => option.startsWith('--') && !new RegExp(`^ +.*${option}\\b`, 'm').test(help))
    .map((option) => `${name}: ${command} has no option ${option}`);
  const roles = options[options.indexOf('--roles') + 1]?.split(',') ?? [];
  if (options.includes('--roles')) {
    const known: readonly string[] = ROLES;
    problems.push(
      ...roles.filter((role) => !known.includes(role)).map((role) => `${name}: there is no role ${role}`),
    );
  }
  return problems;
}

function load(): Compose {
  return Compose.parse(parse(text, { merge: true }));
}

function service(compose: Compose, name: string): Service {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`no service ${name}`);
  return found;
}

/** Each command's help is a process of its own. */
const timeout = 120_000;

describe('docker-compose.yml', { timeout }, () => {
  it('has nothing wrong', () => {
    expect(problemsOf(load())).toEqual([]);
  });

  it('runs Redis so that no job is evicted or forgotten', () => {
    const command = service(load(), 'redis').command.join(' ');
    expect(command).toContain('--maxmemory-policy noeviction');
    expect(command).toContain('--appendonly yes');
  });

  it('keeps database and queue in a network without a way in or out', () => {
    const compose = load();
    expect(compose.networks.inside?.internal).toBe(true);
    expect(service(compose, 'postgres').networks).toEqual(['inside']);
    expect(service(compose, 'redis').networks).toEqual(['inside']);
  });

  it('turns the demo off', () => {
    expect(service(load(), 'maintain').environment.DEMO).toBe('false');
  });

  it('names only secrets that scripts/make-secrets.sh makes', () => {
    const script = readFileSync(join(root, 'scripts/make-secrets.sh'), 'utf8');
    for (const [name, { file }] of Object.entries(load().secrets)) {
      expect(file).toBe(`./secrets/${name}`);
      expect(script).toMatch(new RegExp(`^keep ${name} `, 'm'));
    }
  });
});

describe('the check of docker-compose.yml notices', { timeout }, () => {
  it.each<[string, (compose: Compose) => void, RegExp]>([
    ['an unknown command', (c) => service(c, 'migrate').command.splice(0, 1, 'migrat'), /no command migrat/],
    ['an unknown option', (c) => service(c, 'fetch').command.push('--fast'), /start has no option --fast/],
    ['an unknown role', (c) => service(c, 'fetch').command.splice(2, 1, 'fetsh'), /no role fetsh/],
    ['a role without a service', (c) => delete c.services.extract, /extract: no service of its own/],
    [
      'an unknown variable',
      (c) => Object.assign(service(c, 'fetch').environment, { FETCH_CONCURENCY: '2' }),
      /FETCH_CONCURENCY is no variable/,
    ],
    [
      'a _FILE of what is no secret',
      (c) => Object.assign(service(c, 'fetch').environment, { LOG_LEVEL_FILE: '/x' }),
      /LOG_LEVEL_FILE is no variable/,
    ],
    [
      'a secret the service is not given',
      (c) => service(c, 'api').secrets.pop(),
      /API_TOKEN_FILE names no secret it has/,
    ],
    [
      'a secret in the open',
      (c) => Object.assign(service(c, 'api').environment, { API_TOKEN: 'x' }),
      /API_TOKEN holds a secret/,
    ],
    ['a missing limit', (c) => delete service(c, 'render').mem_limit, /render: has no limit/],
    [
      'a missing health check',
      (c) => delete service(c, 'redis').healthcheck.test,
      /redis: has no health check/,
    ],
    [
      'a health check that newsmill does not know',
      (c) => service(c, 'deliver').healthcheck.test?.push('--now'),
      /doctor has no option --now/,
    ],
    ['a port for everybody', (c) => service(c, 'api').ports.push('8080:8080'), /publishes 8080:8080/],
    [
      'a worker that cannot be scaled',
      (c) => service(c, 'fetch').ports.push('127.0.0.1:1:1'),
      /cannot be scaled/,
    ],
    ['a start before the migrations', (c) => delete service(c, 'fetch').depends_on.migrate, /does not wait/],
    ['an unknown volume', (c) => service(c, 'fetch').volumes.push('blobs:/blobs'), /no volume blobs/],
    ['endless logs', (c) => delete service(c, 'postgres').logging, /postgres: writes logs without a bound/],
  ])('%s', (_what, spoil, problem) => {
    const compose = load();
    spoil(compose);
    expect(problemsOf(compose).join('\n')).toMatch(problem);
  });
});

describe('Dockerfile', { timeout }, () => {
  it('copies only what is there and not kept from the builder', () => {
    const kept = readFileSync(join(root, '.dockerignore'), 'utf8')
      .match(/^!.+$/gm)
      ?.map((line) => line.slice(1));
    const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) =>
      (match[1] ?? '').split(' '),
    );
    expect(sources).toContain('bin');
    for (const source of sources.filter((path) => path !== '.')) {
      expect(existsSync(join(root, source)), source).toBe(true);
      expect(kept, source).toContain(source.split('/')[0]);
    }
  });

  it('runs as an ordinary user, under an init, with a health check that exists', () => {
    const stages = dockerfile.split(/^FROM /m).slice(1);
    const users = stages.map((stage) => [...stage.matchAll(/^USER (.+)$/gm)].at(-1)?.[1]);
    expect(users).toEqual([undefined, undefined, 'newsmill', 'newsmill', undefined]);
    expect(stages.at(-1)).toMatch(/^base AS app\n/);
    expect(dockerfile).toContain('ENTRYPOINT ["tini", "--", "newsmill"]');
    const health = /^HEALTHCHECK [^[]*CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]';
    const [program, ...rest] = z.array(z.string()).parse(JSON.parse(health));
    expect(program).toBe('newsmill');
    expect(commandProblems('HEALTHCHECK', rest)).toEqual([]);
  });

  it('sets only variables that newsmill reads, besides those of the system', () => {
    const names = [...dockerfile.matchAll(/^(?:ENV| ) *([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(names).toContain('DATA_DIR');
    const own = names.filter((name) => !['NODE_ENV', 'HOME'].includes(name ?? ''));
    expect(own.filter((name) => !variables.has(name ?? ''))).toEqual([]);
  });
});
