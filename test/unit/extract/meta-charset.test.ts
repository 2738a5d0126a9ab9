import fc from 'fast-check';
import sniffEncoding from 'html-encoding-sniffer';
import { describe, expect, it } from 'vitest';
import { metaCharset } from '../../../src/extract/page/meta-charset.ts';

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** What the package says of the same bytes. */
function reference(bytes: Uint8Array, most: number): string | null {
  const name = sniffEncoding(bytes, { defaultEncoding: 'x-none', maxPrescanBytes: most });
  return name === 'x-none' ? null : name.toLowerCase();
}

describe('metaCharset', () => {
  it.each([
    ['<meta charset="windows-1251">', 'windows-1251'],
    ['<!-- <meta charset=koi8-r> --><META/charset=big5 >', 'big5'],
    [
      '<a title="<meta charset=koi8-r>"><meta http-equiv=content-type content="text/html; charset=gbk">',
      'gbk',
    ],
    ['<meta content="text/html; charset=gbk"><meta charset=utf-16>', 'utf-8'],
    ['<?xml version="1.0" encoding="iso-8859-2"?><html>', 'iso-8859-2'],
    ['<meta charset="utf-8', null],
    ['<p>no word</p>', null],
  ])('of %s is %s', (markup, encoding) => {
    expect(metaCharset(ascii(markup), 1024)).toBe(encoding);
    expect(reference(ascii(markup), 1024)).toBe(encoding);
  });

  it('says what the package says of any bytes, whole and cut', () => {
    const pieces = (
      '<meta|<META/|< meta|<metal |charset|CHARSET=|=|"|\'| |\t|/|>|<|</|<!|<!--|-->|->|--|<!-->|<?|?>|<?xml |encoding=|' +
      'utf-8|windows-1251|gbk|x-user-defined|utf-16le|no-such|http-equiv="Content-Type"|http-equiv=refresh|' +
      'content="text/html; charset=koi8-r"|content=\'charset="big5"|content=charset=euc-jp|<a href="x>y"|<p|x|ÿ|\0'
    ).split('|');
    const page = fc
      .tuple(
        fc.constantFrom('', '<?xml ', '<!doctype html>', '<meta '),
        fc.array(fc.constantFrom(...pieces), { maxLength: 24 }),
      )
      .map(([first, rest]) => ascii(first + rest.join('')));
    fc.assert(
      fc.property(page, fc.nat(80), (bytes, most) => {
        expect(metaCharset(bytes, most)).toBe(reference(bytes, most));
        expect(metaCharset(bytes, 1024)).toBe(reference(bytes, 1024));
      }),
      { numRuns: 2000 },
    );
  });
});
