/** The page that the XPath tests ask, in both DOMs, and nodes told apart by their way from the root. No doctype: jsdom counts it as a node. */
import { JSDOM } from 'jsdom';
import type { DomNode } from '../../../../src/extract/html/dom.ts';
import { parseHtml } from '../../../../src/extract/html/index.ts';
import { isAttribute, type XPathNode } from '../../../../src/extract/html/xpath/index.ts';

const URL_OF_PAGE = 'https://news.example/story';

export const PAGE = `<!-- before -->
<html lang="en-GB"><head><title>Ferry &amp; gulls</title>
<meta property="og:title" content="The ferry is late"><meta name="author" content="Ada Quill">
<!-- head --></head>
<body class="story wide" id="top">
<header><h1 id="headline">The ferry  is
 late</h1><p class="byline">By <a href="/ada" rel="author">Ada Quill</a> and <a href="/ben">Ben Oar</a></p></header>
<article class="post body"><!-- lead --><p class="lead">First words.</p>
<p>Second <b>bold <i>and italic</i></b> words.</p><div class="ad wide"><p>Buy 12 boats</p></div>
<ul><li data-n="3">three</li><li data-n="10">ten</li><li data-n="-1.5">minus</li><li>none</li></ul>
<p>Third words.</p><div><div class="ad"><p class="lead">Nested</p></div><p>Deep</p></div>
<figure><img src="a.jpg" alt=""><figcaption>A gull 🐦 flies</figcaption></figure></article>
<p lang="de">Nach <em lang="de-AT">dem</em> Text</p>
<footer id="foot"><p>12</p><p> 7 </p><p>12</p><a class="next" href="?page=2">Next</a></footer></body></html>`;

export const ownPage = parseHtml(PAGE, URL_OF_PAGE);
export const jsdomPage = new JSDOM(PAGE, { url: URL_OF_PAGE }).window.document;

/** `/1/0/@class`: the same for the same node of either DOM. */
export function wayTo(node: XPathNode | Node): string {
  if ('owner' in node && isAttribute(node)) return `${wayTo(node.owner)}/@${node.name}`;
  if ('ownerElement' in node) return `${wayTo((node as Attr).ownerElement as Node)}/@${(node as Attr).name}`;
  const at = node as DomNode;
  const parent = at.parentNode;
  return parent === null ? '' : `${wayTo(parent)}/${[...parent.childNodes].indexOf(at)}`;
}
