/** Snapshots as WARC 1.1 records (ISO 28500:2017), each a gzip member of its own, as readers of such files expect. */
import { STATUS_CODES } from 'node:http';
import { WARCRecord, WARCSerializer } from 'warcio';
import type { ArchivedPage } from './archived-page.ts';
import { headersOfDecoded } from './http-response.ts';

const VERSION = 'WARC/1.1';

/** The record that opens a file and says what made it. */
export function warcInfo(filename: string, software: string): Promise<Uint8Array> {
  const record = WARCRecord.createWARCInfo(
    { filename, warcVersion: VERSION },
    { software, format: 'WARC File Format 1.1' },
  );
  return WARCSerializer.serialize(record, { gzip: true });
}

/**
 * One page. What the HTTP client got is a `response` record; what a browser made of a page is no response that ever
 * was on the wire, so it is a `resource` record.
 */
export function warcRecord(page: ArchivedPage): Promise<Uint8Array> {
  const date = page.fetchedAt.toISOString();
  const body = (function* () {
    yield page.bytes;
  })();
  const kind = page.kind === undefined ? {} : { 'WARC-Newsmill-Kind': page.kind };
  if (page.via === 'render') {
    const warcHeaders = {
      ...kind,
      'Content-Type': page.contentType ?? 'text/html; charset=utf-8',
      'WARC-Newsmill-Via': 'render',
    };
    const record = WARCRecord.create(
      { url: page.url, date, type: 'resource', warcVersion: VERSION, warcHeaders },
      body,
    );
    return WARCSerializer.serialize(record, { gzip: true });
  }
  const record = WARCRecord.create(
    {
      url: page.url,
      date,
      type: 'response',
      warcVersion: VERSION,
      warcHeaders: kind,
      statusline: `HTTP/1.1 ${page.status} ${STATUS_CODES[page.status] ?? ''}`.trimEnd(),
      httpHeaders: headersOfDecoded(page.headers, page.bytes.byteLength),
      keepHeadersCase: true,
    },
    body,
  );
  return WARCSerializer.serialize(record, { gzip: true });
}
