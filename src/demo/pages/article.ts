/** The page of one article. Each paper has a template of its own, as two publishers would. */
import type { Published } from '../edition.ts';
import { html, type Markup } from '../html.ts';
import type { Site } from '../paper.ts';
import { PICTURE_HEIGHT, PICTURE_WIDTH } from '../picture.ts';
import type { Block } from '../story.ts';
import { articleHead, pictureUrl } from './article-head.ts';
import { comments } from './comments.ts';
import { frame, sectionPath } from './frame.ts';
import { isoDate, longDate } from './times.ts';

/** @param others what else the paper has, newest first; some of it is shown beside the article */
export function articlePage(site: Site, article: Published, others: readonly Published[]): string {
  const related = others.filter((other) => other.path !== article.path).slice(0, 3);
  return frame(site, {
    title: `${article.story.title} | ${site.name}`,
    language: article.story.language,
    head: articleHead(site, article),
    body: site.id === 'courier' ? courierBody(site, article, related) : gazetteBody(site, article, related),
  });
}

function courierBody(site: Site, article: Published, related: readonly Published[]): Markup {
  const { story } = article;
  const [first, ...rest] = article.blocks.map(element);
  return html`<nav class="breadcrumb" aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="${sectionPath(site, story.section)}">${story.section}</a></li></ol></nav>
<main>
<article class="story">
<header>
<p class="kicker">${story.section}</p>
<h1>${story.title}</h1>
<p class="standfirst">${story.standfirst}</p>
<p class="byline">By ${names(story.authors)}</p>
<p class="dates"><time datetime="${isoDate(article.published)}">${longDate(article.published, story.language)}</time>${article.modified === null ? null : html` · Updated <time datetime="${isoDate(article.modified)}">${longDate(article.modified, story.language)}</time>`}</p>
<ul class="share"><li><a href="/share?to=post">Post</a></li><li><a href="/share?to=mail">Mail</a></li><li><button>Copy link</button></li></ul>
</header>
${leadPicture(site, article)}
<div class="story-body">
${first ?? null}
${relatedBox('More from the Courier', related)}
${rest}
${story.access === 'paywalled' ? subscribeBox() : null}
</div>
<ul class="tags">${story.tags.map((tag) => html`<li><a href="/tag/${encodeURIComponent(tag)}" rel="tag">${tag}</a></li>`)}</ul>
</article>
${comments(story.picture?.seed ?? 0)}
</main>`;
}

function gazetteBody(site: Site, article: Published, related: readonly Published[]): Markup {
  const { story } = article;
  return html`<div class="trail"><a href="/">Gazette</a> › <a href="${sectionPath(site, story.section)}">${story.section}</a></div>
<div class="columns">
<div class="col-main">
<h1 class="headline">${story.title}</h1>
<div class="lead-in">${story.standfirst}</div>
<div class="meta"><span class="author">${names(story.authors)}</span> <span class="sep">|</span> <time datetime="${isoDate(article.published)}">${longDate(article.published, story.language)}</time> <span class="sep">|</span> <a href="#comments">3 comments</a></div>
${leadPicture(site, article)}
<div class="text">
${article.blocks.map(element)}
${story.wire === undefined ? null : html`<p class="wire">${story.wire}</p>`}
</div>
<div class="tags">Filed under: ${story.tags.map((tag) => html`<a href="/tag/${encodeURIComponent(tag)}" rel="tag">${tag}</a>`)}</div>
${comments((story.picture?.seed ?? 0) + 3)}
</div>
<aside class="col-side">
${relatedBox('Most read', related)}
<div class="promo"><h3>Thursday’s print edition</h3><p>Sixteen pages, one of them blank for your shopping. At the kiosk by the weir.</p></div>
</aside>
</div>`;
}

function element(block: Block): Markup {
  if (block.kind === 'heading') return html`<h2>${block.text}</h2>`;
  if (block.kind === 'quotation') return html`<blockquote><p>${block.text}</p></blockquote>`;
  return html`<p>${block.text}</p>`;
}

function leadPicture(site: Site, article: Published): Markup | null {
  const picture = article.story.picture;
  if (picture === undefined) return null;
  return html`<figure class="lead-picture">
<img src="${pictureUrl(site, article)}" alt="" width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}">
<figcaption><span class="caption">${picture.caption}</span> <span class="credit">${picture.credit}</span></figcaption>
</figure>`;
}

function relatedBox(title: string, related: readonly Published[]): Markup | null {
  if (related.length === 0) return null;
  return html`<aside class="related">
<h2>${title}</h2>
<ul>
${related.map((other) => html`<li><a href="${other.path}">${other.story.title}</a></li>`)}
</ul>
</aside>`;
}

function subscribeBox(): Markup {
  return html`<div class="subscribers-only paywall">
<h2>Read on with a subscription</h2>
<p>This story is for subscribers. From four crowns a month, porridge not included.</p>
<a class="button" href="/subscribe">Subscribe</a>
</div>`;
}

function names(authors: readonly string[]): string {
  return authors.length < 2 ? authors.join('') : `${authors.slice(0, -1).join(', ')} and ${authors.at(-1)}`;
}
