/** What an article's head tells programs: Open Graph, article: properties, schema.org as JSON-LD. */
import type { Published } from '../edition.ts';
import { html, jsonLd, type Markup } from '../html.ts';
import type { Site } from '../paper.ts';
import { PICTURE_HEIGHT, PICTURE_WIDTH } from '../picture.ts';
import { sectionPath } from './frame.ts';
import { isoDate } from './times.ts';

export function articleHead(site: Site, article: Published): Markup {
  const { story } = article;
  const url = `${site.origin}${article.path}`;
  return html`<meta name="description" content="${story.standfirst}">
<meta name="author" content="${story.authors.join(', ')}">
<link rel="canonical" href="${url}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${site.name}">
<meta property="og:title" content="${story.title}">
<meta property="og:description" content="${story.standfirst}">
<meta property="og:url" content="${url}">
<meta property="og:locale" content="${LOCALES[story.language]}">
${story.picture === undefined ? null : html`<meta property="og:image" content="${pictureUrl(site, article)}">`}
<meta property="article:published_time" content="${isoDate(article.published)}">
${article.modified === null ? null : html`<meta property="article:modified_time" content="${isoDate(article.modified)}">`}
<meta property="article:section" content="${story.section}">
${story.tags.map((tag) => html`<meta property="article:tag" content="${tag}">`)}
${jsonLd(site.id === 'courier' ? { '@context': 'https://schema.org', ...newsArticle(site, article) } : graph(site, article))}`;
}

export function pictureUrl(site: Site, article: Published): string {
  return `${site.origin}/pictures/${article.story.id}.png`;
}

const LOCALES = { 'en-GB': 'en_GB', de: 'de_DE', fr: 'fr_FR', es: 'es_ES' } as const;

function graph(site: Site, article: Published): object {
  return {
    '@context': 'https://schema.org',
    '@graph': [
      publisher(site),
      { '@type': 'WebSite', '@id': `${site.origin}/#website`, url: `${site.origin}/`, name: site.name },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Home', item: `${site.origin}/` },
          {
            '@type': 'ListItem',
            position: 2,
            name: article.story.section,
            item: `${site.origin}${sectionPath(site, article.story.section)}`,
          },
        ],
      },
      newsArticle(site, article),
    ],
  };
}

function newsArticle(site: Site, article: Published): object {
  const { story } = article;
  const isPaywalled = story.access === 'paywalled';
  return {
    '@type': 'NewsArticle',
    mainEntityOfPage: `${site.origin}${article.path}`,
    headline: story.title,
    description: story.standfirst,
    inLanguage: story.language,
    articleSection: story.section,
    keywords: story.tags,
    datePublished: isoDate(article.published),
    dateModified: isoDate(article.modified ?? article.published),
    author: story.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: publisher(site),
    ...(story.picture === undefined
      ? {}
      : {
          image: {
            '@type': 'ImageObject',
            url: pictureUrl(site, article),
            width: PICTURE_WIDTH,
            height: PICTURE_HEIGHT,
            caption: story.picture.caption,
            creditText: story.picture.credit,
          },
        }),
    isAccessibleForFree: !isPaywalled,
    ...(isPaywalled
      ? {
          hasPart: {
            '@type': 'WebPageElement',
            isAccessibleForFree: false,
            cssSelector: '.subscribers-only',
          },
        }
      : {}),
  };
}

function publisher(site: Site): object {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': `${site.origin}/#publisher`,
    name: site.name,
    url: `${site.origin}/`,
    logo: { '@type': 'ImageObject', url: `${site.origin}/logo.svg` },
  };
}
