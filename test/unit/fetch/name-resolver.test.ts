import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AnswerCache } from '../../../src/fetch/dns/answer-cache.ts';
import { openHostsFile, parseHosts } from '../../../src/fetch/dns/hosts-file.ts';
import { createNameResolver } from '../../../src/fetch/index.ts';
import { startDnsServer } from '../../support/dns-server.ts';

const noHosts = { addressesOf: () => [] };

describe('the name resolver', () => {
  it('answers addresses of both families, and keeps them for as long as they are good', async () => {
    await using dns = await startDnsServer({ 'paper.example': [['192.0.2.1', '2001:db8::1']] }, { ttl: 60 });
    const resolve = createNameResolver({ nameServers: [dns.server], hosts: noHosts });
    expect(await resolve('paper.example')).toEqual(['192.0.2.1', '2001:db8::1']);
    expect(await resolve('Paper.Example')).toEqual(['192.0.2.1', '2001:db8::1']);
    expect(dns.asked).toEqual(['paper.example']);
  });

  it('asks again where an answer is good for no time at all', async () => {
    await using dns = await startDnsServer({ 'turning.example': [['192.0.2.1'], ['10.0.0.1']] });
    const resolve = createNameResolver({ nameServers: [dns.server], hosts: noHosts });
    expect(await resolve('turning.example')).toEqual(['192.0.2.1']);
    expect(await resolve('turning.example')).toEqual(['10.0.0.1']);
  });

  it('makes one question of many at the same time', async () => {
    await using dns = await startDnsServer({ 'paper.example': [['192.0.2.1']] });
    const resolve = createNameResolver({ nameServers: [dns.server], hosts: noHosts });
    const answers = await Promise.all(Array.from({ length: 20 }, () => resolve('paper.example')));
    expect(new Set(answers.flat())).toEqual(new Set(['192.0.2.1']));
    expect(dns.asked).toHaveLength(1);
  });

  it('remembers what does not exist', async () => {
    await using dns = await startDnsServer({});
    const resolve = createNameResolver({ nameServers: [dns.server], hosts: noHosts });
    for (let i = 0; i < 3; i += 1) {
      await expect(resolve('gone.example')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    }
    expect(dns.asked).toHaveLength(1);
  });

  it('does without IPv6 answers that never come', async () => {
    await using dns = await startDnsServer(
      { 'paper.example': [['192.0.2.1']] },
      { silentAboutIPv6: true, ttl: 60 },
    );
    const resolve = createNameResolver({ nameServers: [dns.server], hosts: noHosts });
    expect(await resolve('paper.example')).toEqual(['192.0.2.1']);
  });

  it('lets no name wait for the servers of other names, and leaves the threads of files alone', async () => {
    const dead = Array.from({ length: 64 }, (_, n) => `dead-${n}.example`);
    await using dns = await startDnsServer({
      'paper.example': [['192.0.2.1']],
      ...Object.fromEntries(dead.map((name) => [name, 'silent' as const])),
    });
    const resolve = createNameResolver({ nameServers: [dns.server], hosts: noHosts });
    let ended = 0;
    const waiting = dead.map((name) =>
      resolve(name)
        .catch(() => undefined)
        .finally(() => {
          ended += 1;
        }),
    );
    expect(await resolve('paper.example')).toEqual(['192.0.2.1']);
    await stat(tmpdir());
    expect(ended).toBe(0);
    expect(waiting).toHaveLength(64);
  });

  it('takes addresses and ports as name servers, and nothing else', () => {
    expect(() => createNameResolver({ nameServers: ['[2001:db8::1]:5353', '192.0.2.1'] })).not.toThrow();
    expect(() => createNameResolver({ nameServers: ['dns.example'] })).toThrow(
      expect.objectContaining({ code: 'config_invalid' }),
    );
  });
});

describe('the hosts file', () => {
  it('goes before the DNS', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsmill-hosts-'));
    const path = join(folder, 'hosts');
    writeFileSync(path, '192.0.2.7 intranet paper.example # ours\n');
    await using dns = await startDnsServer({ 'paper.example': [['192.0.2.1']] });
    const resolve = createNameResolver({ nameServers: [dns.server], hosts: openHostsFile(path) });
    expect(await resolve('Paper.example.')).toEqual(['192.0.2.7']);
    expect(await resolve('intranet')).toEqual(['192.0.2.7']);
    expect(dns.asked).toEqual([]);
    rmSync(folder, { recursive: true });
    expect(openHostsFile(path).addressesOf('intranet')).toEqual([]);
  });

  it('is read line by line, whatever else stands in it', () => {
    const names = parseHosts(
      '# comment\r\n127.0.0.1\tlocalhost  Localhost.\r\n::1 localhost\nfe80::1%lo0 localhost\n0177.1 octal\nnonsense here\n10.0.0.1\n10.0.0.2 a b#c\n',
    );
    expect(Object.fromEntries(names)).toEqual({
      localhost: ['127.0.0.1', '::1', 'fe80::1'],
      a: ['10.0.0.2'],
      b: ['10.0.0.2'],
    });
  });
});

describe('the cache of answers', () => {
  it('is bounded in time and number', () => {
    let now = 0;
    const cache = new AnswerCache(2, () => now);
    const answer = { addresses: ['192.0.2.1'] };
    cache.put('a', answer, 10);
    cache.put('b', answer, 20);
    cache.put('c', answer, 20);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([undefined, answer, answer]);
    now = 20_000;
    expect(cache.get('b')).toBeUndefined();
    cache.put('d', answer, 0);
    expect(cache.get('d')).toBeUndefined();
  });
});
