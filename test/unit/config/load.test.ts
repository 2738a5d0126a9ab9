import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoadOptions, loadConfig } from '../../../src/config/load.ts';
import { ConfigError, problemLine } from '../../../src/config/problems.ts';
import { Config } from '../../../src/config/schema.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'newsmill-config-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const load = (options: Partial<LoadOptions> = {}) => loadConfig({ projectRoot: root, env: {}, ...options });

function problemsOf(options: Partial<LoadOptions> = {}): string[] {
  try {
    load(options);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(problemLine);
    throw error;
  }
  throw new Error('the configuration was taken as it is');
}

const yaml = (text: string): string => write('config/newsmill.yaml', text);

describe('layers', () => {
  it('gives the defaults where nothing is set', () => {
    const { config, explicit, configFile } = load();
    expect(config).toEqual(Config.parse({}));
    expect([...explicit]).toEqual([]);
    expect(configFile).toBeNull();
  });

  it('lets the file go before defaults, the environment before the file, the command line before all', () => {
    const path = yaml('fetch:\n  delayMs: 1\n  maxRedirects: 2\n  maxBytes: 3000\napi:\n  port: 1\n');
    const { config, explicit, configFile } = load({
      env: { FETCH_DELAY_MS: '10', API_PORT: '20' },
      overrides: { 'api.port': 300, 'api.token': undefined },
    });
    expect(config.fetch).toMatchObject({ delayMs: 10, maxRedirects: 2, maxBytes: 3000, concurrency: 16 });
    expect(config.api.port).toBe(300);
    expect([...explicit].sort()).toEqual([
      'api.port',
      'fetch.delayMs',
      'fetch.maxBytes',
      'fetch.maxRedirects',
    ]);
    expect(configFile).toBe(path);
  });

  it('takes an empty file, and a section of which every line is commented out', () => {
    yaml('log:\n  #level: debug\nfetch:\n');
    expect(load().config).toEqual(Config.parse({}));
    yaml('');
    expect(load().config).toEqual(Config.parse({}));
  });

  it('reads the file that NEWSMILL_CONFIG names, relative to cwd, and --config before it', () => {
    const env = { NEWSMILL_CONFIG: 'conf/other.yaml' };
    write('conf/other.yaml', 'api: { port: 4 }\n');
    write('conf/third.yaml', 'api: { port: 5 }\n');
    expect(load({ env }).config.api.port).toBe(4);
    expect(load({ env, configFile: 'third.yaml', cwd: join(root, 'conf') }).config.api.port).toBe(5);
  });

  it('refuses a named file that is not there', () => {
    expect(problemsOf({ env: { NEWSMILL_CONFIG: 'gone.yaml' } })).toEqual([
      expect.stringMatching(
        /^gone\.yaml: the configuration file \(from NEWSMILL_CONFIG\) cannot be used: gone\.yaml cannot be read: there is no such file or folder\. Check the path/,
      ),
    ]);
    expect(problemsOf({ configFile: 'gone.yaml' })[0]).toMatch(/ \(from --config\) .*no such file/);
  });
});

describe('environment', () => {
  it('turns text into the types of the settings', () => {
    const env = {
      DEMO: '0',
      RENDER_NO_SANDBOX: 'TRUE',
      FETCH_CONCURRENCY: ' 7 ',
      FETCH_ALLOW_ADDRESSES: 'a.test, 10.0.0.0/8,,b.test:81',
      LOG_LEVEL: 'debug',
    };
    const { config } = load({ env });
    expect(config.demo).toBe(false);
    expect(config.render.noSandbox).toBe(true);
    expect(config.fetch.concurrency).toBe(7);
    expect(config.fetch.allowAddresses).toEqual(['a.test', '10.0.0.0/8', 'b.test:81']);
    expect(config.log.level).toBe('debug');
  });

  it('counts an empty variable as not set', () => {
    const { config, explicit } = load({ env: { DATABASE_URL: '', DATABASE_URL_FILE: '', DEMO: '' } });
    expect(config.databaseUrl).toBeNull();
    expect(explicit.size).toBe(0);
  });

  it('reads secrets from files, without the white space around them', () => {
    write('secrets/token', '\n  0123456789abcdef \n');
    const { config, explicit } = load({ env: { API_TOKEN_FILE: 'secrets/token' } });
    expect(config.api.token).toBe('0123456789abcdef');
    expect(explicit.has('api.token')).toBe(true);
  });

  it('names the variable, all of them at once, and never shows a secret', () => {
    write('short', 'hunter2');
    write('empty', '\n');
    const lines = problemsOf({
      env: {
        FETCH_DELAY_MS: 'fast',
        DEMO: 'yes',
        EXTRACT_DOM: 'linkedom',
        DATABASE_URL: 'mysql://root:hunter2@db/x',
        QUEUE_URL: 'redis://a',
        QUEUE_URL_FILE: 'short',
        API_TOKEN_FILE: 'short',
      },
    });
    expect(lines).toEqual([
      'environment: DEMO is "yes". Write true or false.',
      'environment: DATABASE_URL does not fit (its value is not shown). Write a URL that starts with postgres://.',
      'environment: QUEUE_URL and QUEUE_URL_FILE are both set. Set only one of them.',
      'environment: API_TOKEN_FILE does not fit (its value is not shown). Write text of at least 16 characters.',
      'environment: FETCH_DELAY_MS is "fast". Write a whole number from 0 to 86400000.',
      'environment: EXTRACT_DOM is "linkedom". Write one of own, jsdom.',
    ]);
    expect(lines.join()).not.toContain('hunter2');
    expect(problemsOf({ env: { API_TOKEN_FILE: 'gone' } })[0]).toMatch(
      /API_TOKEN_FILE names gone, .*: there is no such file or folder\. Name/,
    );
    expect(problemsOf({ env: { API_TOKEN_FILE: 'empty' } })[0]).toMatch(/it is empty/);
  });
});

describe('problems of the file', () => {
  it('lists every one with line, key, and what to write instead', () => {
    yaml(
      [
        'demo: no',
        'delayMs: 3',
        'fetch:',
        '  delayMS: 100',
        '  max_bytes: 5',
        '  userAgent: a',
        '  robots: maybe',
        '  allowAddresses: x',
        '  maxRedirects: 1.5',
        '  contact: [a]',
        '  concurrency:',
        'api:',
        '  token: hunter2',
        'extract: 5',
        'webhooks:',
        '  - name: A b',
        '    url: ftp://x.test/',
        '    batch: 0',
        '    secrte: 1',
        'zzz: 1',
      ].join('\n'),
    );
    const at = (line: number, text: string): string => `config/newsmill.yaml:${line}: ${text}`;
    expect(problemsOf()).toEqual([
      at(1, 'demo is "no". Write true or false.'),
      at(2, 'delayMs is not a setting. Did you mean fetch.delayMs?'),
      at(4, 'fetch.delayMS is not a setting. Did you mean fetch.delayMs?'),
      at(5, 'fetch.max_bytes is not a setting. Did you mean fetch.maxBytes?'),
      at(6, 'fetch.userAgent is "a". Write text of 3 to 200 characters.'),
      at(7, 'fetch.robots is "maybe". Write one of obey, ignore.'),
      at(8, 'fetch.allowAddresses is "x". Write a list, each item text.'),
      at(9, 'fetch.maxRedirects is 1.5. Write a whole number from 0 to 30.'),
      at(10, 'fetch.contact is a list. Write text of at most 200 characters.'),
      at(11, 'fetch.concurrency has no value. Write a whole number from 1 to 1000.'),
      at(13, 'api.token does not fit (its value is not shown). Write text of at least 16 characters.'),
      at(
        14,
        'extract is 5. Write a section with the keys threads, heapMb, timeoutMs, recycleAfter, maxDepth, maxNodes, dom, rulesDirs.',
      ),
      at(16, 'webhooks[0].name is "A b". Write lower-case letters, digits and hyphens, at most 63.'),
      at(17, 'webhooks[0].url is "ftp://x.test/". Write an http:// or https:// URL.'),
      at(18, 'webhooks[0].batch is 0. Write a whole number from 1 to 1000.'),
      at(19, 'webhooks[0].secrte is not a setting. Did you mean webhooks[0].secret?'),
      at(20, `zzz is not a setting. The keys here are ${Object.keys(Config.shape).join(', ')}.`),
    ]);
  });

  it('carries the code config_invalid and all lines in its message', () => {
    yaml('a: 1\nb: 2\n');
    try {
      load();
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'config_invalid', class: 'ours' });
      expect(String(error)).toMatch(
        /2 settings are wrong:\n {2}config\/newsmill\.yaml:1: a .*\n {2}.*:2: b /,
      );
    }
  });

  it('gives the line of a syntax error, of a key given twice, and of a document that is no mapping', () => {
    yaml('log:\n  level: "info\n');
    expect(problemsOf()[0]).toMatch(/^config\/newsmill\.yaml:\d: this is not YAML as it should be: /);
    yaml('demo: true\nlog: {}\ndemo: false\n');
    expect(problemsOf()[0]).toMatch(/^config\/newsmill\.yaml:3: .*unique/);
    yaml('- demo\n');
    expect(problemsOf()[0]).toMatch(
      /^config\/newsmill\.yaml:1: This is a list\. Write a section with the keys/,
    );
  });

  it('bounds what aliases can blow up to', () => {
    const rows = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed'] as const) {
      rows.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${of}`).join(', ')}]`);
    }
    yaml(rows.join('\n'));
    expect(problemsOf()[0]).toMatch(/alias/i);
  });
});

describe('an API that other machines can reach', () => {
  it('needs a token, and says where the address was set', () => {
    yaml('log: {}\napi:\n  host: 0.0.0.0\n');
    expect(problemsOf()).toEqual([
      expect.stringMatching(/^config\/newsmill\.yaml:3: api\.host is "0\.0\.0\.0", .*API_TOKEN_FILE/),
    ]);
    expect(problemsOf({ env: { API_HOST: '::' } })).toEqual([
      expect.stringMatching(/^environment: API_HOST is "::"/),
    ]);
    expect(load({ env: { API_TOKEN: '0123456789abcdef' } }).config.api.host).toBe('0.0.0.0');
    expect(load({ env: { API_HOST: '::1' } }).config.api.host).toBe('::1');
  });
});
