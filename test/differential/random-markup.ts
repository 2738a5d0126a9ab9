/** Random markup from a seed: tags of every kind, well and badly nested, with odd text between them. */

/** A small generator of uniform numbers (mulberry32); the same seed gives the same numbers everywhere. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TAGS = (
  'a a b b i u em font nobr s code p p p div div span h1 h2 h6 ul ol li li dl dt dd table table tr td th tbody ' +
  'thead tfoot caption colgroup col form button select option optgroup input textarea template template script ' +
  'style title head body html frameset frame noframes noscript iframe noembed plaintext xmp pre listing br hr img ' +
  'image area base link meta applet marquee object param embed ruby rb rt rp rtc svg svg math math mi mo mtext ' +
  'annotation-xml foreignObject desc g path mglyph malignmark address article section main center details summary ' +
  'menu search hgroup keygen isindex custom-x x blink strike tt big small strong sub sup label wbr source track'
).split(' ');

const ATTRIBUTES = [
  'a=b',
  'id="x"',
  "class='c d'",
  'type=hidden',
  'type="HIDDEN"',
  'color=red',
  'encoding="text/html"',
  'encoding=application/xhtml+xml',
  'definitionurl=u',
  'viewbox=0',
  'xlink:href=#',
  'xml:lang=en',
  'xmlns:xlink=u',
  'A=1 a=2',
  'href="?a&copy=1&amp;b&lt"',
  'x',
  'y=',
  '=z',
  'q="un',
  "r='un",
  '/',
  '"',
  'n\0="\0"',
  't="a>b"',
];

const TEXT = [
  'x',
  ' ',
  '\n',
  '\t ',
  'some text',
  '\0',
  'a\0b',
  '\r\n',
  '\r',
  '&amp;',
  '&ampx',
  '&notit;',
  '&not',
  '&#x41;',
  '&#65',
  '&#0;',
  '&#x80;',
  '&#xD800;',
  '&#1114112;',
  '&;',
  '&#;',
  '&#x;',
  '&NotEqualTilde;',
  '&CounterClockwiseContourIntegral;',
  '<',
  '< a',
  '</',
  '</>',
  '</ x>',
  '<?pi?>',
  '<!',
  '<!x>',
  '<!-- c -->',
  '<!-->',
  '<!--->',
  '<!--a--!>',
  '<!--a--',
  '<!--a-',
  '<!--<!--x-->',
  '<![CDATA[x]]>',
  '<![CDATA[<a>\0]]>',
  '<![CDATA[',
  ']]>',
  '<!doctype html>',
  '<!DOCTYPE>',
  '<!doctype html public "-//W3C//DTD HTML 3.2//EN">',
  '<!doctype html system "about:legacy-compat">',
  '<!doctype x public \'a\' "b" c>',
  '<!--<script>-->',
  '<!--<script></script>--></script>',
  '</script>',
  '</title>',
  '</textarea>',
  '</style>',
  '\ufeff',
  '\ud800',
  'é漢',
  '😀',
];

/** One input of up to `length` pieces. */
export function randomMarkup(random: () => number, length: number): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  let markup = random() < 0.5 ? '<!DOCTYPE html>' : '';
  const pieces = 1 + Math.floor(random() * length);
  for (let i = 0; i < pieces; i += 1) {
    const kind = random();
    const name = random() < 0.05 ? pick(TAGS).toUpperCase() : pick(TAGS);
    if (kind < 0.5) {
      let attributes = '';
      while (random() < 0.25) attributes += ` ${pick(ATTRIBUTES)}`;
      markup += `<${name}${attributes}${random() < 0.08 ? '/' : ''}${random() < 0.98 ? '>' : ''}`;
    } else if (kind < 0.75) {
      markup += `</${name}${random() < 0.05 ? ' a=b' : ''}>`;
    } else {
      markup += pick(TEXT);
    }
  }
  return markup;
}

/** Elements that fragments are parsed for. */
export const CONTEXTS = (
  'div body html head p table tbody tr td caption colgroup select option template title textarea style script ' +
  'noscript plaintext form frameset'
).split(' ');
