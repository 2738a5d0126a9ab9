/**
 * An S3-compatible server for tests, behind a gate that checks each request's signature the way AWS documents it
 * (Signature Version 4), because the server itself looks at the access key only.
 */
import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';

export interface TestBucket extends AsyncDisposable {
  /** Address of the bucket. */
  readonly url: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  /** Requests so far, as `METHOD path status`. */
  readonly seen: readonly string[];
  /** The next requests are answered with 503. */
  failNext(requests: number): void;
}

const ACCESS_KEY = 'S3RVER';
const SECRET_KEY = 'a secret of the tests only';
const REGION = 'test-1';

export async function startBucket(name = 'news'): Promise<TestBucket> {
  const directory = mkdtempSync(join(tmpdir(), 'newsmill-bucket-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    // The gate has checked the signature already, for an address that is not this server's.
    allowMismatchedSignatures: true,
    configureBuckets: [{ name, configs: [] }],
  });
  const { port } = await server.run();
  const seen: string[] = [];
  let failing = 0;
  const gate = createServer((incoming, outgoing) => {
    const answer = (status: number, body: string): void => {
      seen.push(`${incoming.method} ${incoming.url} ${status}`);
      outgoing.writeHead(status, { 'content-type': 'application/xml' }).end(body);
    };
    if (failing > 0) {
      failing -= 1;
      incoming.resume();
      return answer(503, '<Error><Code>SlowDown</Code></Error>');
    }
    if (!isSigned(incoming.method ?? '', incoming.url ?? '', incoming.headers)) {
      incoming.resume();
      return answer(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>');
    }
    const onward = request(
      { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      (response) => {
        seen.push(`${incoming.method} ${incoming.url} ${response.statusCode}`);
        outgoing.writeHead(response.statusCode ?? 500, response.headers);
        response.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(gate.address() as AddressInfo).port}/${name}`,
    accessKeyId: ACCESS_KEY,
    secretAccessKey: SECRET_KEY,
    region: REGION,
    seen,
    failNext(requests) {
      failing = requests;
    },
    async [Symbol.asyncDispose]() {
      gate.closeAllConnections();
      await new Promise((resolve) => gate.close(resolve));
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Whether a request without query carries the right AWS4-HMAC-SHA256 Authorization. */
function isSigned(method: string, path: string, headers: IncomingHttpHeaders): boolean {
  const authorization =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request,\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (!authorization) return false;
  const [, keyId, day = '', region = '', names = '', signature] = authorization;
  const canonicalHeaders = names
    .split(';')
    .map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`)
    .join('');
  const canonical = [
    method,
    path,
    '',
    canonicalHeaders,
    names,
    String(headers['x-amz-content-sha256'] ?? ''),
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = [
    'AWS4-HMAC-SHA256',
    String(headers['x-amz-date'] ?? ''),
    scope,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${SECRET_KEY}`, day), region), 's3'), 'aws4_request');
  return keyId === ACCESS_KEY && region === REGION && hmac(key, toSign).toString('hex') === signature;
}
