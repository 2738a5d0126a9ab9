/** The page at `/`: what newsmill has, what it is doing, and what came in last. */
import type { QueueName } from '../../queue/jobs.ts';
import type { Counts } from '../../queue/queues.ts';
import type { FrontierCounts } from '../../store/frontier.ts';
import type { ArticleHead } from '../../store/overview.ts';
import type { VisitRow } from '../../store/visits.ts';
import { type Html, html, webHref } from './html.ts';

export interface Overview {
  readonly now: Date;
  readonly articles: number;
  readonly sources: number;
  readonly frontier: FrontierCounts;
  /** Null when the queues do not answer: the rest of the page is still worth seeing. */
  readonly queues: readonly (readonly [QueueName, Counts])[] | null;
  readonly newest: readonly ArticleHead[];
  readonly failures: readonly VisitRow[];
}

/** The part of the page that changes. */
export function overviewBody(overview: Overview): Html {
  const { frontier } = overview;
  return html`
<dl class="tiles">
${tile('articles', overview.articles, true)}
${tile('sources', overview.sources)}
${tile('URLs waiting', frontier.waiting)}
${tile('due now', frontier.due)}
${tile('being fetched', frontier.granted)}
${tile('being read', frontier.fetched)}
${tile('done', frontier.resting)}
</dl>
<div class="columns">
<section class="card"><h2>Newest articles</h2>${articleList(overview.newest, overview.now)}</section>
<div>
<section class="card"><h2>Queues</h2>${queueTable(overview.queues)}</section>
<section class="card"><h2>Failed last</h2>${failureList(overview.failures, overview.now)}</section>
</div>
</div>`;
}

const numbers = new Intl.NumberFormat('en');

function tile(label: string, value: number, lead = false): Html {
  return html`<div class="tile${lead ? ' lead' : ''}"><dt>${label}</dt><dd>${numbers.format(value)}</dd></div>`;
}

function articleList(articles: readonly ArticleHead[], now: Date): Html {
  if (articles.length === 0) {
    return html`<p class="empty">None yet. They appear here as they come in: add a file to config/sources, or run <code>newsmill crawl URL</code>.</p>`;
  }
  return html`<ol class="articles">${articles.map((article) => articleItem(article, now))}</ol>`;
}

function articleItem(article: ArticleHead, now: Date): Html {
  const { published } = article;
  const site = article.siteName ?? hostOf(article.url);
  return html`<li>
<a class="title" href="${webHref(article.url)}" rel="noopener noreferrer">${article.title}</a>${badges(article)}
<p><span>${site}</span>${published ? html` <time datetime="${published.toISOString()}">${when(published)}</time>` : null} <span>fetched ${ago(article.fetched, now)}</span> <span><a href="/v1/articles/${article.id}">JSON</a></span></p>
</li>`;
}

function badges(article: ArticleHead): Html[] {
  const { revision, copies, access } = article;
  return [
    ...(revision > 1 ? [html` <span class="badge">revision ${revision}</span>`] : []),
    ...(copies > 1 ? [html` <span class="badge">${copies} copies</span>`] : []),
    ...(access === 'free' ? [] : [html` <span class="badge">${access}</span>`]),
  ];
}

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

function queueTable(queues: Overview['queues']): Html {
  if (queues === null) return html`<p class="wrong">The queues do not answer.</p>`;
  const cell = (state: (typeof STATES)[number], jobs: number): Html => {
    const kind = jobs === 0 ? 'zero' : state === 'failed' ? 'failed' : '';
    return html`<td class="${kind}">${numbers.format(jobs)}</td>`;
  };
  const rows = queues.map(
    ([name, counts]) =>
      html`<tr><td>${name}</td>${STATES.map((state) =>
        cell(state, state === 'waiting' ? counts.waiting + counts.paused : counts[state]),
      )}</tr>`,
  );
  return html`<table><thead><tr><th scope="col">queue</th>${STATES.map(
    (state) => html`<th scope="col">${state}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table>`;
}

function failureList(failures: readonly VisitRow[], now: Date): Html {
  if (failures.length === 0) return html`<p class="empty">Nothing.</p>`;
  const items = failures.map(
    (visit) =>
      html`<li title="${visit.message}"><code>${visit.code}</code> ${ago(visit.endedAt, now)}<br><a href="${webHref(visit.url)}" rel="noopener noreferrer">${shorten(visit.url)}</a></li>`,
  );
  return html`<ul class="failures">${items}</ul>`;
}

const MAX_SHOWN_URL = 120;
const shorten = (url: string): string =>
  url.length > MAX_SHOWN_URL ? `${url.slice(0, MAX_SHOWN_URL)}…` : url;

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

/** `2026-03-01 07:30 UTC` */
const when = (date: Date): string => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** `12 s ago`, `5 min ago`, `3 h ago`, `2 days ago`. */
export function ago(date: Date, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - date.getTime()) / 1000));
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 2 * 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  return `${Math.floor(seconds / 86_400)} days ago`;
}
