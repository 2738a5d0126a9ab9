/** Pages that list articles or say little: front page, sections, notes about the paper, refusals. */
import type { Published } from '../edition.ts';
import { html, type Markup } from '../html.ts';
import type { Site } from '../paper.ts';
import { pictureUrl } from './article-head.ts';
import { frame } from './frame.ts';
import { isoDate, longDate } from './times.ts';

/** The front page, or with `section` the page of that section. */
export function listPage(site: Site, articles: readonly Published[], section: string | null): string {
  const title = section === null ? `${site.name}: ${site.motto}` : `${section} | ${site.name}`;
  return frame(site, {
    title,
    language: 'en-GB',
    head: html`<meta name="description" content="${site.motto}"><meta property="og:type" content="website"><meta property="og:site_name" content="${site.name}">`,
    body: html`<main class="front">
<h1>${section ?? 'Today'}</h1>
<div class="teasers">
${articles.map((article) => teaser(site, article))}
</div>
</main>`,
  });
}

/** A page with one sentence or two: about, contact, not found, gone. */
export function notePage(site: Site, title: string, sentences: string): string {
  return frame(site, {
    title: `${title} | ${site.name}`,
    language: 'en-GB',
    head: html``,
    body: html`<main class="note"><h1>${title}</h1><p>${sentences}</p></main>`,
  });
}

/** What any other host name on the port shows: where the papers are. */
export function newsstandPage(sites: readonly Site[]): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Newsstand</title></head>
<body><h1>Newsstand</h1><ul>
${sites.map((site) => html`<li><a href="${site.origin}/">${site.name}</a></li>`)}
</ul></body></html>
`.text;
}

function teaser(site: Site, article: Published): Markup {
  const { story } = article;
  return html`<article class="teaser">
${story.picture === undefined ? null : html`<a href="${article.path}" tabindex="-1"><img src="${pictureUrl(site, article)}" alt="" width="320" height="180" loading="lazy"></a>`}
<p class="kicker">${story.section}</p>
<h2><a href="${article.path}">${story.title}</a></h2>
<p>${story.standfirst}</p>
<time datetime="${isoDate(article.published)}">${longDate(article.published, story.language)}</time>
</article>`;
}
