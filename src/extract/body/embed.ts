/** What an element of the page embeds, as a link: players and posts in frames, in AMP's and other elements, in quotes of scripts. */
import type { DomElement } from '../html/dom.ts';
import { absoluteUrl } from '../page/page.ts';
import { foldSpace } from '../text.ts';
import { shownAt } from './players.ts';

export interface Embed {
  /** Where a reader sees it. */
  readonly url: string;
  /** What the page calls it, else the name of its host. */
  readonly label: string;
}

/** Elements that show another document or a film within the page. */
export const FRAMES: ReadonlySet<string> = new Set([
  'iframe',
  'embed',
  'object',
  'video',
  'audio',
  'amp-iframe',
  'amp-video',
  'amp-audio',
]);

/** Reads the address that an element stands for; null where it has none. */
type Reader = (element: DomElement) => string | null;

/** An attribute's value as an id: what is put into an address must not change where that leads. */
function id(element: DomElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = element.getAttribute(name)?.trim() ?? '';
    if (/^[\w-]{1,64}$/.test(value)) return value;
  }
  return null;
}

function byId(to: (id: string) => string, ...names: readonly string[]): Reader {
  return (element) => {
    const found = id(element, ...names);
    return found === null ? null : to(found);
  };
}

function attribute(...names: readonly string[]): Reader {
  return (element) => {
    for (const name of names) {
      const value = element.getAttribute(name)?.trim() ?? '';
      if (value !== '') return value;
    }
    return null;
  };
}

const youtube = byId(
  (video) => `https://www.youtube.com/watch?v=${video}`,
  'videoid',
  'video-id',
  'data-videoid',
  'data-video-id',
  'data-youtube-id',
  'data-id',
  'data-embed',
);
const vimeo = byId((video) => `https://vimeo.com/${video}`, 'videoid', 'video-id', 'data-videoid');

const brightcove: Reader = (element) => {
  const [account, video] = [id(element, 'data-account'), id(element, 'data-video-id')];
  const player = id(element, 'data-player', 'data-player-id') ?? 'default';
  return account === null || video === null
    ? null
    : `https://players.brightcove.net/${account}/${player}_default/index.html?videoId=${video}`;
};

/** Elements that are nothing but an embed. AMP's: https://amp.dev/documentation/components/ */
const BY_NAME: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['amp-youtube', (element) => youtube(element) ?? live(element)],
  ['lite-youtube', youtube],
  ['youtube-video', (element) => youtube(element) ?? element.getAttribute('src')],
  ['amp-vimeo', vimeo],
  ['lite-vimeo', vimeo],
  ['vimeo-video', attribute('src')],
  ['amp-dailymotion', byId((video) => `https://www.dailymotion.com/video/${video}`, 'data-videoid')],
  ['amp-instagram', byId((post) => `https://www.instagram.com/p/${post}/`, 'data-shortcode')],
  ['amp-twitter', byId((post) => `https://x.com/i/status/${post}`, 'data-tweetid')],
  ['amp-facebook', attribute('data-href')],
  [
    'amp-tiktok',
    (element) =>
      byId((post) => `https://www.tiktok.com/embed/v2/${post}`, 'data-src')(element) ??
      element.getAttribute('data-src'),
  ],
  [
    'amp-soundcloud',
    byId(
      (track) => `https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F${track}`,
      'data-trackid',
    ),
  ],
  ['amp-brightcove', brightcove],
  ['video-js', brightcove],
  [
    'amp-jwplayer',
    (element) => {
      const [media, player] = [
        id(element, 'data-media-id', 'data-playlist-id'),
        id(element, 'data-player-id'),
      ];
      return media === null || player === null
        ? null
        : `https://cdn.jwplayer.com/players/${media}-${player}.html`;
    },
  ],
  ['amp-reddit', attribute('data-src')],
  ['amp-gist', byId((gist) => `https://gist.github.com/${gist}`, 'data-gistid')],
  ['amp-imgur', byId((picture) => `https://imgur.com/${picture}`, 'data-imgur-id')],
  ['amp-pinterest', attribute('data-url')],
  ['amp-embedly-card', attribute('data-url')],
  [
    'amp-wistia-player',
    byId((media) => `https://fast.wistia.net/embed/iframe/${media}`, 'data-media-hashed-id'),
  ],
  [
    'amp-vk',
    (element) => {
      const [owner, post] = [id(element, 'data-owner-id'), id(element, 'data-post-id')];
      return owner === null || post === null ? null : `https://vk.com/wall${owner}_${post}`;
    },
  ],
  ['amp-google-document-embed', attribute('src')],
  ['amp-video-iframe', attribute('src')],
  ['amp-iframe', framed],
  ['amp-video', media],
  ['amp-audio', media],
  ['video', (element) => brightcove(element) ?? media(element)],
  ['audio', media],
  ['iframe', framed],
  ['embed', framed],
  ['object', framed],
  ['oembed', attribute('url')],
  ['tableau-viz', attribute('src')],
]);

function live(element: DomElement): string | null {
  const channel = id(element, 'data-live-channelid');
  return channel === null ? null : `https://www.youtube.com/embed/live_stream?channel=${channel}`;
}

const MOST_ATTRIBUTES = 40;

/**
 * The address of a frame: its own, or the one that waits in another attribute until the reader scrolls or agrees. There is
 * a name for it in each script that makes frames wait, and all say that it is an address.
 */
function framed(element: DomElement): string | null {
  // WordPress frames other stories so, its own and others'.
  if (element.className.includes('wp-embedded-content')) return null;
  let left = MOST_ATTRIBUTES;
  for (const { name, value } of element.attributes) {
    if (left-- <= 0) break;
    if (!/src|href|url|^data$/.test(name) || !/^\s*(?:https?:)?\/\//i.test(value)) continue;
    const url = URL.parse(value.trim(), 'https://localhost/');
    if (url !== null && shownAt(url) !== null) return url.href;
  }
  return null;
}

/** A film or a recording by its file. */
function media(element: DomElement): string | null {
  for (const holder of [element, ...element.getElementsByTagName('source')]) {
    for (const name of ['src', 'data-src']) {
      const value = holder.getAttribute(name)?.trim() ?? '';
      if (value !== '' && !NO_MEDIA.test(value)) return value;
    }
  }
  return null;
}

/** What players have until they have something to play. */
const NO_MEDIA = /(?:^|\/)(?:blank|empty|silence|dummy|placeholder)\.\w+$/i;

function linkTo(pattern: RegExp): Reader {
  return (element) => {
    let last: string | null = null;
    for (const link of element.getElementsByTagName('a')) {
      const href = link.getAttribute('href') ?? '';
      if (pattern.test(href)) last = href;
    }
    return last;
  };
}

interface Widget {
  readonly name: RegExp;
  readonly read: Reader;
  /** What stands in it is the script's words (“View this post”), not the post's. */
  readonly boilerplate: boolean;
}

/** What a script of its site turns into a post or a chart, by its class. */
const WIDGETS: readonly Widget[] = [
  {
    name: /(?:^|\s)instagram-media(?:\s|$)/,
    read: (element) => element.getAttribute('data-instgrm-permalink') ?? linkTo(/instagram\.com\//)(element),
    boilerplate: true,
  },
  {
    name: /(?:^|\s)tiktok-embed(?:\s|$)/,
    read: (element) => element.getAttribute('cite') ?? linkTo(/tiktok\.com\/@[^/]+\/video/)(element),
    boilerplate: true,
  },
  { name: /(?:^|\s)fb-(?:post|video)(?:\s|$)/, read: attribute('data-href'), boilerplate: true },
  {
    name: /(?:^|\s)text-post-media(?:\s|$)/,
    read: attribute('data-text-post-permalink'),
    boilerplate: true,
  },
  {
    name: /(?:^|\s)bluesky-embed(?:\s|$)/,
    read: (element) => {
      const uri = /^at:\/\/(did:[\w:.]+)\/app\.bsky\.feed\.post\/(\w+)$/.exec(
        element.getAttribute('data-bluesky-uri') ?? '',
      );
      return uri === null ? null : `https://bsky.app/profile/${uri[1]}/post/${uri[2]}`;
    },
    boilerplate: false,
  },
  {
    name: /(?:^|\s)twitter-(?:tweet|video)(?:\s|$)/,
    read: linkTo(/(?:twitter|x)\.com\/.*status/),
    boilerplate: false,
  },
  {
    name: /(?:^|\s)(?:reddit-(?:card|embed-bq)|imgur-embed-pub)(?:\s|$)/,
    read: linkTo(/(?:reddit|imgur)\.com\//),
    boilerplate: false,
  },
  {
    name: /(?:^|\s)flourish-embed(?:\s|$)/,
    read: (element) => {
      const chart = /^(?:visualisation|story)\/\d+/.exec(element.getAttribute('data-src') ?? '');
      return chart === null ? null : `https://public.flourish.studio/${chart[0]}/`;
    },
    boilerplate: true,
  },
  {
    name: /(?:^|\s)infogram-embed(?:\s|$)/,
    read: (element) => {
      const chart = /^(?:_\/)?[\w-]{1,100}$/.exec(element.getAttribute('data-id') ?? '');
      return chart === null ? null : `https://infogram.com/${chart[0]}`;
    },
    boilerplate: true,
  },
  {
    name: /(?:^|\s)(?:lite-)?youtube(?:-(?:player|embed|video|lite))?(?:\s|$)/i,
    read: youtube,
    boilerplate: false,
  },
];

/** Looked for first: nearly all elements have none of the names. */
const ANY_WIDGET =
  /instagram-|tiktok-|fb-|text-post-|bluesky-|twitter-|reddit-|imgur-|flourish-|infogram-|youtube/i;

/** What a script that writes a post or chart in its own place names. */
function scripted(script: DomElement): string | null {
  const post = /^\w{3,40}\/\d{1,12}$/.exec(script.getAttribute('data-telegram-post') ?? '');
  if (post !== null) return `https://t.me/${post[0]}`;
  const src = URL.parse(script.getAttribute('src') ?? '', 'https://localhost/');
  if (src === null) return null;
  if (src.hostname === 'gist.github.com') return src.href;
  const player = /^\/players\/(\w{6,12}-\w{6,12})\.js$/.exec(src.pathname);
  if (player !== null && /(?:^|\.)jwp(?:layer|latform)\.com$/.test(src.hostname))
    return `https://cdn.jwplayer.com/players/${player[1]}.html`;
  return /^datawrapper\.dwcdn\.net$/.test(src.hostname) ? src.href : null;
}

/** Names of elements under which the scripts' widgets stand. */
const HOLDERS: ReadonlySet<string> = new Set(['blockquote', 'div', 'figure', 'section']);

/** The widget that an element's class names; looks at classes only. */
export function widgetOf(element: DomElement): Widget | null {
  if (!HOLDERS.has(element.localName)) return null;
  const { className } = element;
  if (className === '' || !ANY_WIDGET.test(className)) return null;
  return WIDGETS.find(({ name }) => name.test(className)) ?? null;
}

/** Whether elements of this name are read by their name alone. */
export function isEmbedName(name: string): boolean {
  return BY_NAME.has(name);
}

/**
 * What an element embeds.
 * @param base what relative addresses resolve against
 * @returns null when it is none of the known players, posts, maps, charts and documents
 */
export function embedOf(element: DomElement, base: string): Embed | null {
  const name = element.localName;
  const read = BY_NAME.get(name) ?? (name === 'script' ? scripted : widgetOf(element)?.read);
  const address = absoluteUrl(read?.(element), base);
  const parsed = address === null ? null : URL.parse(address);
  if (parsed === null) return null;
  // A film's file is what it is, wherever it lies.
  const isFile = FRAMES.has(name) && /video|audio/.test(name);
  const url = shownAt(parsed) ?? (isFile ? parsed.href : null);
  return url === null
    ? null
    : { url, label: labelOf(element) ?? new URL(url).hostname.replace(/^www\./, '') };
}

const LONGEST_LABEL = 200;

function labelOf(element: DomElement): string | null {
  for (const name of ['title', 'aria-label', 'data-title', 'playlabel']) {
    const label = foldSpace((element.getAttribute(name) ?? '').slice(0, LONGEST_LABEL));
    if (label !== '') return label;
  }
  return null;
}
