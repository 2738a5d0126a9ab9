import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Config } from '../../../src/config/schema.ts';
import { NewsmillError } from '../../../src/errors.ts';
import { createFetcher } from '../../../src/fetch/index.ts';
import { type H2Kind, startHostileH2Server } from '../../support/hostile-h2-server.ts';
import { TEST_CERTIFICATE, TEST_KEY } from '../../support/tls.ts';

const limited = (ms: number) =>
  Config.parse({
    fetch: {
      allowAddresses: ['127.0.0.0/8'],
      headersTimeoutMs: ms,
      bodyTimeoutMs: ms,
      maxBytes: 1_048_576,
    },
  }).fetch;

const config = limited(40_000);

/** What waits for a limit does not wait long; a flood must be known as one even where the machine is busy. */
const IS_SILENT: ReadonlySet<H2Kind> = new Set(['silent', 'stalled-body']);

/** What a request to a server that misbehaves in this way ends as: a code, or the text of a good answer. */
async function outcomeOf(kind: H2Kind): Promise<string> {
  await using server = await startHostileH2Server(kind);
  await using fetcher = createFetcher(IS_SILENT.has(kind) ? limited(300) : config, { ca: TEST_CERTIFICATE });
  try {
    const { bytes } = await fetcher.request(server.url);
    return new TextDecoder().decode(bytes);
  } catch (error) {
    if (error instanceof NewsmillError) return error.code;
    throw error;
  }
}

describe('HTTP/2', () => {
  const cases: [H2Kind, string][] = [
    ['page', 'a page'],
    ['push', 'protocol_error'],
    ['goaway', 'connection_lost'],
    ['goaway-error', 'connection_lost'],
    ['reset-stream', 'connection_lost'],
    ['refused-stream', 'connection_lost'],
    ['reset-in-body', 'connection_lost'],
    ['no-error-in-body', 'connection_lost'],
    ['no-error-after-page', 'a page'],
    ['reset-socket', 'connection_lost'],
    ['close-in-body', 'connection_lost'],
    ['settings-flood', 'protocol_error'],
    ['ping-flood', 'protocol_error'],
    ['empty-data-flood', 'protocol_error'],
    ['continuation-flood', 'protocol_error'],
    ['big-header', 'protocol_error'],
    ['hpack-bomb', 'connection_lost'],
    ['not-hpack', 'protocol_error'],
    ['http1', 'protocol_error'],
    ['silent', 'headers_timeout'],
    ['stalled-body', 'body_timeout'],
    ['endless', 'too_large'],
    ['wrong-length', 'connection_lost'],
  ];
  it.each(cases)('%s ends as %s', async (kind, expected) => {
    expect(await outcomeOf(kind)).toBe(expected);
  });

  it('asks many pages of one origin over few connections', async () => {
    let connections = 0;
    const server = createSecureServer({ key: TEST_KEY, cert: TEST_CERTIFICATE }, (_request, response) => {
      response.end('a page');
    });
    server.on('session', () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    {
      await using fetcher = createFetcher(config, { ca: TEST_CERTIFICATE });
      for (let round = 0; round < 3; round += 1) {
        const answers = await Promise.all(
          Array.from({ length: 10 }, (_, n) => fetcher.request(`https://127.0.0.1:${port}/${n}`)),
        );
        expect(answers.map((answer) => answer.status)).toEqual(new Array(10).fill(200));
      }
    }
    server.close();
    expect(connections).toBeLessThanOrEqual(10);
  });
});
