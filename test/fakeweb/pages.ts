/** Pages of a made-up newspaper, as many as a test wants, each with a text of its own. */

const SUBJECTS = [
  'The harbour council',
  'A school in the old town',
  'The regional railway',
  'The fishing cooperative',
  'The city library',
  'A team of divers',
  'The observatory on the hill',
  'The mill by the river',
];
const DEEDS = [
  'has agreed on a plan for the coming winter',
  'opened its doors to visitors for the first time',
  'asked the residents for their opinion',
  'published its figures for the past year',
  'will move to a larger building in spring',
  'found an unexpected guest in the cellar',
  'is looking for volunteers of any age',
  'celebrates its hundredth anniversary',
];
const DETAILS = [
  'Work is to begin as soon as the weather allows.',
  'The costs are shared between the town and the province.',
  'Nobody in the room could remember a similar decision.',
  'Neighbours followed the events from their balconies.',
  'The mayor thanked everybody who had taken part.',
  'A second meeting is planned for the end of the month.',
  'Experts had warned of delays, but none occurred.',
  'The results can be seen in the town hall until Friday.',
];

const pick = <T>(list: readonly T[], n: number): T =>
  list[((n % list.length) + list.length) % list.length] as T;

export interface FakeArticle {
  readonly n: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly published: string;
}

/** Article number `n`: always the same for the same number, different from all others. */
export function fakeArticle(n: number): FakeArticle {
  const title = `${pick(SUBJECTS, n)} ${pick(DEEDS, n * 3 + 1)}, report ${n}`;
  const paragraphs = Array.from({ length: 5 }, (_, p) => {
    const seed = n * 7 + p * 3;
    return `${pick(SUBJECTS, seed)} ${pick(DEEDS, seed + p)}, according to report ${n} in part ${p + 1}. ${pick(DETAILS, seed)} ${pick(DETAILS, seed + 3)} ${pick(DETAILS, seed + p + 5)}`;
  });
  return { n, title, paragraphs, published: new Date(Date.UTC(2026, 2, 1, 8, 0, n % 60)).toISOString() };
}

/** The article as a news site would serve it, boilerplate included. */
export function articlePage(
  article: FakeArticle,
  options: { readonly canonical?: string; readonly head?: string } = {},
): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: article.published,
    author: [{ '@type': 'Person', name: 'Ida Brandt' }],
    publisher: { '@type': 'Organization', name: 'The Harbour Light' },
  };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${article.title} | The Harbour Light</title>
<meta property="og:site_name" content="The Harbour Light">${options.canonical ? `<link rel="canonical" href="${options.canonical}">` : ''}${options.head ?? ''}
<script type="application/ld+json">${JSON.stringify(data)}</script></head><body>
<nav><a href="/">Home</a> <a href="/town/">Town</a> <a href="/sport/">Sport</a></nav>
<article><h1>${article.title}</h1><p class="byline">By Ida Brandt</p>
${article.paragraphs.map((p) => `<p>${p}</p>`).join('\n')}
</article><aside><h3>You may also like</h3><ul><li><a href="/other-1">Something else entirely</a></li></ul></aside>
<footer>© The Harbour Light. All rights reserved.</footer></body></html>`;
}

/** An RSS 2.0 feed of articles. */
export function feedOf(base: string, articles: readonly FakeArticle[]): string {
  const items = articles.map(
    (a) =>
      `<item><title>${a.title}</title><link>${base}/news/report-number-${a.n}</link><guid>${base}/news/report-number-${a.n}</guid><pubDate>${new Date().toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour Light</title><link>${base}/</link><description>News</description>${items.join('')}</channel></rss>`;
}
