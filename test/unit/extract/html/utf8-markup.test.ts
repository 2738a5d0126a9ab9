import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomDocument } from '../../../../src/extract/html/index.ts';
import { parseHtml, Utf8Markup } from '../../../../src/extract/html/index.ts';
import { MarkupSource } from '../../../../src/extract/html/utf8-markup.ts';

const URL_OF_PAGE = 'https://news.example/';
/** Long enough for a page to be mostly ASCII, whatever stands before and behind. */
const FILLER = '<p class="story">The ferry leaves at nine, whatever the weather.</p>\n'.repeat(60);

/** The bytes at a place in memory that is not divisible by four. */
function bytesAt(offset: number, text: string): Uint8Array {
  const bytes = Buffer.from(text);
  const whole = new Uint8Array(bytes.byteLength + offset + 3).fill(0xff);
  whole.set(bytes, offset);
  return whole.subarray(offset, offset + bytes.byteLength);
}

function markupOf(text: string, offset = 0): Utf8Markup | null {
  return Utf8Markup.of(bytesAt(offset, text), () => text);
}

const treeOf = (document: DomDocument): string | undefined => document.documentElement?.outerHTML;

const PIECES = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<a href="/ü?a=ß&amp;b">',
    '<i title=’>',
    '<x-ü é="ö">',
    '<!-- – -->',
    '<!--ä--!>b-->',
    '<!ü>',
  ],
  ...[
    '<script>var a = "“";</script>',
    '<style>a::before { content: "→" }</style>',
    '<title>ä &amp; ö</title>',
  ],
  ...[
    '<textarea>\r\n–</textarea>',
    '<svg><![CDATA[ñ]]></svg>',
    '<!doctype html “x”>',
    '&eacute;',
    '\0',
    '\r',
    '\r\n',
  ],
  ...['é', '漢字', '😀', '’', 'a', ' ', '<', '<script>–', '\ufeff'],
);

describe('markup that is read from its bytes', () => {
  it('gives the tree that the text gives, wherever it is cut and wherever the bytes lie', () => {
    let asBytes = 0;
    fc.assert(
      fc.property(
        fc.array(PIECES, { maxLength: 12 }),
        fc.array(PIECES, { maxLength: 12 }),
        fc.nat(3),
        (before, behind, offset) => {
          const text = before.join('') + FILLER + behind.join('');
          const markup = markupOf(text, offset);
          if (markup === null) return;
          asBytes++;
          expect(treeOf(parseHtml(markup, URL_OF_PAGE))).toBe(treeOf(parseHtml(text, URL_OF_PAGE)));
        },
      ),
      { numRuns: 300 },
    );
    expect(asBytes).toBeGreaterThan(200);
  });

  it('decodes what is asked for in any order', () => {
    const text = `${'a'.repeat(200)}é${'b'.repeat(200)}漢${'c'.repeat(200)}😀`;
    const source = new MarkupSource(markupOf(text) ?? '');
    const bytes = Buffer.from(text);
    const cuts = [0, 1, 199, 200, 202, 203, 401, 402, 405, 406, 604, 605, bytes.byteLength];
    for (const from of cuts.toReversed())
      for (const to of cuts)
        if (to >= from) expect(source.slice(from, to)).toBe(bytes.subarray(from, to).toString());
  });

  it('reads scripts when they are asked for, and again after they were written', () => {
    const document = parseHtml(markupOf(`<script>“one”</script>${FILLER}`) ?? '', URL_OF_PAGE);
    const script = document.querySelector('script');
    const copy = script?.cloneNode(true);
    expect(script?.textContent).toBe('“one”');
    expect(script?.firstChild?.nodeValue).toBe('“one”');
    expect(copy?.textContent).toBe('“one”');
    if (script?.firstChild) script.firstChild.nodeValue = 'two';
    expect(script?.outerHTML).toBe('<script>two</script>');
  });

  it('keeps the text as it came, newlines and all', () => {
    const text = `é\r\n${FILLER}`;
    const markup = markupOf(text);
    expect(markup?.text).toBe(text);
    expect(markup?.units).not.toContain('\r');
  });

  it('is refused where text costs less or the bytes are no UTF-8', () => {
    expect(markupOf(`${FILLER}${'Паром отходит в девять. '.repeat(100)}`)).toBeNull();
    expect(Utf8Markup.of(Buffer.from(`é${FILLER}`, 'latin1'), () => '')).toBeNull();
  });
});
