/** What surrounds every page of a paper: head, masthead, navigation, newsletter box, footer. */
import { slugOf } from '../edition.ts';
import { html, type Markup } from '../html.ts';
import type { Site } from '../paper.ts';

export interface Frame {
  readonly title: string;
  readonly language: string;
  /** Further elements of the head. */
  readonly head: Markup;
  readonly body: Markup;
}

export function frame(site: Site, page: Frame): string {
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" type="image/svg+xml" href="/logo.svg">
<link rel="alternate" type="${site.id === 'courier' ? 'application/rss+xml' : 'application/atom+xml'}" title="${site.name}" href="${site.origin}${site.feedPath}">
${page.head}
</head>
<body class="${site.id}">
<a class="skip-link" href="#main">Skip to the page</a>
<header class="masthead">
<a class="brand" href="/"><img src="/logo.svg" alt="" width="44" height="44"> <span>${site.name}</span></a>
<p class="motto">${site.motto}</p>
<form class="search" action="/search" role="search"><input type="search" name="q" aria-label="Search" placeholder="Search the paper"><button>Search</button></form>
<nav class="main-nav" aria-label="Sections">
<ul>
<li><a href="/">Home</a></li>
${site.sections.map((section) => html`<li><a href="${sectionPath(site, section)}">${section}</a></li>`)}
</ul>
</nav>
</header>
<div id="main">
${page.body}
</div>
<section class="newsletter">
<h2>The morning letter</h2>
<p>Five stories and the tide table, in your letter box before the kettle boils. Leave your address and we will send the first one tomorrow.</p>
<form action="/letter" method="post"><input type="email" name="mail" placeholder="you@example.org" aria-label="Your address"><button>Send it to me</button></form>
</section>
<footer class="site-footer">
<ul>
<li><a href="/about">About us</a></li>
<li><a href="/contact">Contact</a></li>
<li><a href="${site.feedPath}">Feed</a></li>
</ul>
<p>${site.name} is a newspaper of the newsmill demo. Its towns, people, boats and apples do not exist.</p>
</footer>
</body>
</html>
`.text;
}

export function sectionPath(site: Site, section: string): string {
  return `${site.sectionFolder}${slugOf(section)}/`;
}
