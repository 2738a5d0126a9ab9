/**
 * What the papers offer to programs: RSS 2.0, Atom (RFC 4287), a news sitemap (sitemaps.org 0.9 with
 * Google's news fields) below a sitemap index, robots.txt (RFC 9309).
 */
import type { Published } from './edition.ts';
import { slugOf } from './edition.ts';
import { html, type Markup } from './html.ts';
import { isoDate } from './pages/times.ts';
import type { Site } from './paper.ts';

/** The section that robots.txt closes, although the front page links to it. */
export const CLOSED_SECTION = 'Members';

/** Links carry campaign parameters, as feeds of newspapers do. */
export function rss(site: Site, articles: readonly Published[]): string {
  return xml(html`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${site.name}</title>
<link>${site.origin}/</link>
<description>${site.motto}</description>
<language>en-gb</language>
<ttl>5</ttl>
<atom:link href="${site.origin}${site.feedPath}" rel="self" type="application/rss+xml"/>
${listed(articles).map(
  (article) => html`<item>
<title>${article.story.title}</title>
<link>${site.origin}${article.path}?utm_source=rss&amp;utm_medium=feed</link>
<guid isPermaLink="false">${site.id}:${article.story.id}</guid>
<pubDate>${article.published.toUTCString()}</pubDate>
${article.story.authors.map((author) => html`<dc:creator>${author}</dc:creator>`)}
<category>${article.story.section}</category>
<description>${article.story.standfirst}</description>
</item>`,
)}
</channel>
</rss>`);
}

export function atom(site: Site, articles: readonly Published[], openedAt: Date): string {
  const latest = new Date(
    Math.max(
      openedAt.getTime(),
      ...articles.map((article) => (article.modified ?? article.published).getTime()),
    ),
  );
  return xml(html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<title>${site.name}</title>
<subtitle>${site.motto}</subtitle>
<id>tag:${site.host},2026:feed</id>
<link rel="self" href="${site.origin}${site.feedPath}"/>
<link href="${site.origin}/"/>
<updated>${isoDate(latest)}</updated>
${listed(articles).map(
  (article) => html`<entry xml:lang="${article.story.language}">
<title>${article.story.title}</title>
<id>tag:${site.host},2026:${article.story.id}</id>
<link href="${site.origin}${article.path}"/>
<published>${isoDate(article.published)}</published>
<updated>${isoDate(article.modified ?? article.published)}</updated>
${article.story.authors.map((author) => html`<author><name>${author}</name></author>`)}
<category term="${slugOf(article.story.section)}" label="${article.story.section}"/>
<summary>${article.story.standfirst}</summary>
</entry>`,
)}
</feed>`);
}

export function newsSitemap(site: Site, articles: readonly Published[]): string {
  return xml(html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${listed(articles)
  .filter((article) => !article.story.gone)
  .map(
    (article) => html`<url>
<loc>${site.origin}${article.path}</loc>
<lastmod>${isoDate(article.modified ?? article.published)}</lastmod>
<news:news>
<news:publication><news:name>${site.name}</news:name><news:language>${article.story.language.slice(0, 2)}</news:language></news:publication>
<news:publication_date>${isoDate(article.published)}</news:publication_date>
<news:title>${article.story.title}</news:title>
</news:news>
</url>`,
  )}
</urlset>`);
}

export function sitemapIndex(site: Site): string {
  return xml(html`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>${site.origin}/sitemap-news.xml</loc></sitemap>
</sitemapindex>`);
}

export function robots(site: Site): string {
  return `User-agent: *
Disallow: /search
Disallow: /${slugOf(CLOSED_SECTION)}/

Sitemap: ${site.origin}${site.sitemapPath}
`;
}

function listed(articles: readonly Published[]): Published[] {
  return articles.filter((article) => article.story.section !== CLOSED_SECTION);
}

function xml(markup: Markup): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup.text}\n`;
}
