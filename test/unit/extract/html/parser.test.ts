/** Where parse5, the oracle of the differential tests, departs from the standard: the standard's trees. */
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../../src/extract/html/index.ts';

function bodyOf(html: string): string | undefined {
  return parseHtml(`<!DOCTYPE html>${html}`, 'https://news.example/').body?.innerHTML;
}

describe('the parser', () => {
  it.each([
    [
      'reads CDATA within an SVG title',
      '<svg><title><![CDATA[<a>]]></title></svg>',
      '<svg><title>&lt;a&gt;</title></svg>',
    ],
    [
      'reads CDATA within MathML text',
      '<math><mi><![CDATA[<a>]]></mi></math>',
      '<math><mi>&lt;a&gt;</mi></math>',
    ],
    ['keeps unclosed CDATA', '<svg><g><![CDATA[a]]', '<svg><g>a]]</g></svg>'],
    ['makes a comment of CDATA in HTML', '<p><![CDATA[a]]>', '<p><!--[CDATA[a]]--></p>'],
    ['replaces every NUL in SVG', '<svg>\0\0<![CDATA[\0]]></svg>', '<svg>\ufffd\ufffd\ufffd</svg>'],
    ['drops NUL in HTML', '<p>a\0b', '<p>ab</p>'],
    ['counts search as special', '<b><search></b>x', '<b></b><search><b></b>x</search>'],
    [
      'lets template end table scope',
      '<table><template><td></table>e',
      '<table><template><td>e</td></template></table>',
    ],
    [
      'ignores the end of a section that is not open',
      '<table><tr><x></tfoot>y',
      '<x>y</x><table><tbody><tr></tr></tbody></table>',
    ],
    ['adds the attributes a second body tag brings', '<body a=1><body a=2 b=3>x', 'x'],
  ])('%s', (_name, html, body) => {
    expect(bodyOf(html)).toBe(body);
  });

  it('adds the attributes of repeated html and body tags that are new', () => {
    const document = parseHtml(
      '<html lang=de><body a=1><html lang=en dir=ltr><body a=2 b=3>',
      'https://news.example/',
    );
    expect(document.documentElement?.outerHTML).toBe(
      '<html lang="de" dir="ltr"><head></head><body a="1" b="3"></body></html>',
    );
  });

  it('reads the content of a noscript as elements, also when it is set', () => {
    const document = parseHtml('<noscript><img src=a></noscript>', 'https://news.example/');
    const noscript = document.querySelector('noscript');
    if (noscript === null) throw new Error('No noscript');
    expect(noscript.innerHTML).toBe('');
    noscript.innerHTML = '<p>a&amp;<img src=b>';
    expect(noscript.children.length).toBe(1);
    expect(noscript.innerHTML).toBe('<p>a&amp;<img src="b"></p>');
  });
});
