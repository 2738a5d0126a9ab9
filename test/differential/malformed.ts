/** Small pages that go wrong in one way each, with enough text around the fault for Readability to find an article. */

const SENTENCE =
  'The council met on Tuesday, heard the engineers, weighed the costs, and put off its vote until the autumn. ';

function paragraphs(count: number): string {
  return Array.from({ length: count }, (_, i) => `<p>Part ${i + 1}. ${SENTENCE.repeat(3)}</p>`).join('\n');
}

function page(body: string, head = '<title>The council puts off its vote - The Example</title>'): string {
  return `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
}

/** Name and markup of each page. */
export function malformedPages(): [name: string, html: string][] {
  const text = paragraphs(4);
  return [
    ['empty', ''],
    ['white space only', ' \n\t '],
    ['text only', SENTENCE.repeat(10)],
    ['no html, head or body', `<title>T</title>${text}`],
    ['two bodies', `<body class=a>${text}<body id=b dir=rtl>${text}`],
    ['text after html', `${page(text)}${SENTENCE.repeat(4)}`],
    ['two heads', page(text, '<title>A</title></head><head><title>B</title>')],
    ['unclosed paragraphs', page(text.replaceAll('</p>', ''))],
    ['unclosed everything', page(`<div><section><article>${text.replaceAll('</p>', '<b><i><a href=x>')}`)],
    ['misnested formatting', page(`<article><b><p>${SENTENCE}<i></b>${text}</i></article>`)],
    ['adoption across blocks', page(`<a href=/a><div>${text}<a href=/b>${text}</div></a>`)],
    ['text in a table', page(`<table>stray ${SENTENCE}<tr><td>${text}</table>`)],
    ['paragraph in a table row', page(`<table><tr><p>${SENTENCE}</p><td>${text}</table>`)],
    ['form in a table', page(`<table><form><tr><td>${text}</form></table>`)],
    ['layout tables', page(`<table><tr><td><table><tr><td>${text}</table></table>`)],
    ['data table', page(`${text}<table summary=x><tr><td>1<td>2<tr><td>3<td>4</table>${text}`)],
    ['template', page(`${text}<template><p>${SENTENCE.repeat(9)}</p></template>${text}`)],
    ['select in a paragraph', page(`${text}<select><option>a<p>b<option>c</select>${text}`)],
    [
      'svg with a title',
      page(`${text}<svg class=share><title>x</title><a xlink:href="#q"><text>y</text></a></svg>`),
    ],
    ['svg broken out of', page(`<svg><g><p>${SENTENCE}</p></g></svg>${text}`)],
    ['foreignObject', page(`<svg><foreignObject><div>${text}</div></foreignObject></svg>${text}`)],
    [
      'MathML',
      page(`${text}<math class=share id=c><mi>x</mi><annotation-xml encoding="text/html"><p>z</p></math>`),
    ],
    ['CDATA in HTML and SVG', page(`<![CDATA[x]]>${text}<svg><g><text><![CDATA[<p>y]]></text></g></svg>`)],
    ['comments everywhere', `<!--a-->${page(`<!-->${text}<!--b--!>${text}<!c>`)}<!--d`],
    ['bogus end tags', page(`</p></div></br></x>${text}</body></span>${text}</html></p>`)],
    [
      'frameset',
      '<html><head><title>T</title></head><frameset><frame src=a><noframes><p>no</noframes></frameset>',
    ],
    ['frameset after text', `${text}<frameset><frame>`],
    ['plaintext', page(`${text}<plaintext><p>${SENTENCE}</p>`)],
    ['unclosed script', page(`${text}<script>var a = "<p>";`)],
    ['script with a comment', page(`<script><!--<script></script>--></script>${text}`)],
    ['unclosed textarea', page(`${text}<textarea><p>${SENTENCE}`)],
    [
      'noscript image',
      page(`<p><img class=lazy data-x=1><noscript><img src="/a.jpg?x=1&amp;y"></noscript></p>${text}`),
    ],
    [
      'noscript in head',
      page(text, '<noscript><img src=/pixel.gif><style>p{}</style></noscript><title>T</title>'),
    ],
    [
      'character references',
      page(`<p title="&amp;&ampx&notit;&#x80;&#0;">&copy &AMP; &notit; &#128512; &#xD800;</p>${text}`),
    ],
    ['duplicate attributes', page(`<div class=a class=sidebar ID=x id=y>${text}</div>`)],
    ['odd attributes', page(`<div =a "b' <c d=e/f/ ðŸ x:y=1 data-ſ=K>${text}</div>`)],
    ['NUL bytes', page(`<p>a\0b</p><div cl\0ass="x\0">${text}</div><svg>\0</svg>`)],
    ['carriage returns', page(`<pre>\r\n\r\na\r b</pre>${text.replaceAll('\n', '\r\n')}`)],
    ['lone surrogates', page(`<p>\ud800 x \udc00</p>${text}`)],
    [
      'hidden parts',
      page(
        `<div style="DISPLAY : none">${text}</div><div hidden>${text}</div><p style="visibility:hidden">q</p>${text}`,
      ),
    ],
    [
      'fonts and breaks',
      page(`<font color=red>${SENTENCE}</font><br><br>${SENTENCE}<br> <br>${SENTENCE.repeat(3)}<br><br>`),
    ],
    ['image and isindex', page(`<image src=/a.png>${text}<isindex prompt=x>`)],
    [
      'nested headings, lists, buttons',
      page(`<h1>A<h2>B</h1><ul><li>a<li>b<ul><li>c</ul></ul><button>x<button>y${text}`),
    ],
    [
      'ruby, dl, optgroups',
      page(`<ruby>a<rb>b<rt>c<rp>d</ruby><dl><dt>e<dd>f<dt>g</dl><optgroup><option>h${text}`),
    ],
    [
      'marquee and applet',
      page(`<marquee><b>x</marquee>${text}<applet><p>y</applet><object><i>z</object>${text}`),
    ],
    [
      'base and relative links',
      page(`<a href=x>l</a><img src=y.png srcset="a.jpg 1x, b.jpg 2x">${text}`, '<base href="/sub/">'),
    ],
    [
      'javascript links',
      page(
        `<p><a href="javascript:x()">only text</a> ${SENTENCE}<a href="javascript:y()"><b>b</b>c</a></p>${text}`,
      ),
    ],
    [
      'hash links with a base',
      page(`<p><a href="#a">a</a> ${SENTENCE}</p>${text}`, '<base href="https://other.example/">'),
    ],
    [
      'JSON-LD',
      page(
        text,
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"H &amp; h","author":[{"name":"A B"}],"datePublished":"2024-05-01"}</script>',
      ),
    ],
    [
      'byline with itemprop',
      page(`<div class="byline">By <span itemprop="name"> Ann Other </span></div>${text}`),
    ],
    [
      'thin page, three retries',
      page(`<div class=comment><p>${SENTENCE}</p></div><div class=sidebar>x, y, z</div>`),
    ],
  ];
}
