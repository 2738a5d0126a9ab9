import { expect, it } from 'vitest';
import { headersOfDecoded, splitHttpResponse } from '../../../src/archive/http-response.ts';

it('fields that mean something each for itself stay apart in archives and out of them', () => {
  const headers = { 'x-robots-tag': 'otherbot: noindex\nnoai', vary: 'a, b' };
  const fields = headersOfDecoded(headers, 2);
  expect(fields).toEqual([
    ['x-robots-tag', 'otherbot: noindex'],
    ['x-robots-tag', 'noai'],
    ['vary', 'a, b'],
    ['content-length', '2'],
  ]);
  const block = `HTTP/1.1 200 OK\r\n${fields.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\nhi`;
  expect(splitHttpResponse(Buffer.from(block)).headers).toEqual({ ...headers, 'content-length': '2' });
});
