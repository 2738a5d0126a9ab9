/** What the papers answer to a path, at a moment. Knows no sockets. */
import { edition, type History, offsetMs, type Published, pathOf } from './edition.ts';
import { atom, newsSitemap, robots, rss, sitemapIndex } from './feeds.ts';
import { articlePage } from './pages/article.ts';
import { sectionPath } from './pages/frame.ts';
import { listPage, notePage } from './pages/lists.ts';
import type { Site } from './paper.ts';
import { picture } from './picture.ts';
import type { Story } from './story.ts';
import { LOGO, STYLE } from './style.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly lastModified?: Date;
  /** How long the reader is kept waiting. */
  readonly delayMs?: number;
  /** Of a story whose first reading starts the clock of its edit. */
  readonly readStoryId?: string;
}

const HTML = 'text/html; charset=utf-8';

export function answer(
  site: Site,
  path: string,
  stories: readonly Story[],
  history: History,
  now: Date,
): Answer {
  const articles = edition(stories, site.id, history, now);
  const article = articles.find((candidate) => candidate.path === path);
  if (article !== undefined) return articleAnswer(site, article, articles);
  return (
    fileAnswer(site, path, articles, stories, history) ?? {
      status: 404,
      type: HTML,
      body: notePage(site, 'Not here', 'There is no such page in this paper, or not yet.'),
    }
  );
}

function articleAnswer(site: Site, article: Published, articles: readonly Published[]): Answer {
  const { story } = article;
  if (story.gone) {
    const [sentences = ''] = story.blocks.map((block) => block.text);
    return { status: 410, type: HTML, body: notePage(site, 'Withdrawn', sentences) };
  }
  return {
    status: 200,
    type: HTML,
    body: articlePage(site, article, current(articles)),
    lastModified: article.modified ?? article.published,
    delayMs: story.slowMs,
    ...(story.edits.length > 0 ? { readStoryId: story.id } : {}),
  };
}

function fileAnswer(
  site: Site,
  path: string,
  articles: readonly Published[],
  stories: readonly Story[],
  history: History,
): Answer | null {
  const page = (body: string): Answer => ({ status: 200, type: HTML, body });
  const xml = (type: string, body: string): Answer => ({ status: 200, type: `${type}; charset=utf-8`, body });
  const section = site.sections.find((name) => sectionPath(site, name) === path);
  if (section !== undefined) {
    return page(
      listPage(
        site,
        current(articles).filter((item) => item.story.section === section),
        section,
      ),
    );
  }
  switch (path) {
    case '/':
      return page(listPage(site, current(articles), null));
    case site.feedPath:
      return site.id === 'courier'
        ? xml('application/rss+xml', rss(site, articles))
        : xml('application/atom+xml', atom(site, articles, history.openedAt));
    case '/sitemap-news.xml':
      return xml('application/xml', newsSitemap(site, articles));
    case '/sitemap.xml':
      return xml('application/xml', sitemapIndex(site));
    case '/robots.txt':
      return { status: 200, type: 'text/plain; charset=utf-8', body: robots(site) };
    case '/style.css':
      return { status: 200, type: 'text/css; charset=utf-8', body: STYLE };
    case '/logo.svg':
      return { status: 200, type: 'image/svg+xml', body: LOGO[site.id] };
    case '/about':
      return page(
        notePage(site, 'About us', `${site.name} has been printed since the year of the great flood.`),
      );
    case '/contact':
      return page(notePage(site, 'Contact', 'Letters reach us at the green door. Knock twice.'));
    default:
      return pictureAnswer(path, stories);
  }
}

function pictureAnswer(path: string, stories: readonly Story[]): Answer | null {
  const id = /^\/pictures\/([a-z-]+)\.png$/.exec(path)?.[1];
  const seed = stories.find((story) => story.id === id)?.picture?.seed;
  return seed === undefined ? null : { status: 200, type: 'image/png', body: pictureOf(seed) };
}

const pictures = new Map<number, Buffer>();

/** Each is drawn once; there are as many as stories. */
function pictureOf(seed: number): Buffer {
  const known = pictures.get(seed);
  if (known !== undefined) return known;
  const drawn = picture(seed);
  pictures.set(seed, drawn);
  return drawn;
}

function current(articles: readonly Published[]): Published[] {
  return articles.filter((article) => !article.story.gone);
}

/** What a crawler is to make of a story's page. */
export type StoryKind = 'article' | 'reprint' | 'paywalled' | 'closed' | 'gone';

/** One story as tests and people look it up. */
export interface StoryEntry {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly kind: StoryKind;
  /** When it comes out, counted from the papers' opening; 0 or less for those that are out by then. */
  readonly arrivesAfterMs: number;
  /** Whether its text changes after its first reading. */
  readonly isEdited: boolean;
}

export function entryOf(site: Site, story: Story, closedSection: string): StoryEntry {
  return {
    id: story.id,
    url: `${site.origin}${pathOf(story)}`,
    title: story.title,
    kind: kindOf(story, closedSection),
    arrivesAfterMs: offsetMs(story),
    isEdited: story.edits.length > 0,
  };
}

function kindOf(story: Story, closedSection: string): StoryKind {
  if (story.gone) return 'gone';
  if (story.section === closedSection) return 'closed';
  if (story.access === 'paywalled') return 'paywalled';
  return story.reprintOf === undefined ? 'article' : 'reprint';
}
