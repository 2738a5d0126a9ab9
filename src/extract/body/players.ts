/**
 * The sites whose players, posts, maps, charts and documents articles carry in frames: where a frame's address leads a
 * reader. Addresses of frames often show nothing outside of one, so they become those of the page of the same thing,
 * where it can be told.
 */

/** Gives the address for readers, or null where the address is none of a thing that is shown in articles. */
type Site = (url: URL) => string | null;

const itself: Site = (url) => url.href;

/** By what the path begins with; the whole address stays. */
function under(path: RegExp): Site {
  return (url) => (path.test(url.pathname) ? url.href : null);
}

/** What stands in the path goes into another address. */
function moved(path: RegExp, to: (...found: string[]) => string): Site {
  return (url) => {
    const match = path.exec(url.pathname);
    return match === null ? null : to(...match.slice(1).map((part) => part ?? ''));
  };
}

/** The address that a parameter of the address has, if it leads to the same site. */
function parameter(path: RegExp, name: string, sites: RegExp): Site {
  return (url) => {
    const target = path.test(url.pathname) ? URL.parse(url.searchParams.get(name) ?? '') : null;
    return target !== null && /^https?:$/.test(target.protocol) && sites.test(target.hostname)
      ? target.href
      : null;
  };
}

function first(...sites: readonly Site[]): Site {
  return (url) => {
    for (const site of sites) {
      const found = site(url);
      if (found !== null) return found;
    }
    return null;
  };
}

/** A value of the query that is an id and nothing else. */
function idOf(url: URL, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = url.searchParams.get(name) ?? '';
    if (/^-?[\w-]{1,64}$/.test(value)) return value;
  }
  return null;
}

const youtube: Site = (url) => {
  const list = idOf(url, 'list');
  const channel = idOf(url, 'channel');
  if (/^\/embed\/live_stream/.test(url.pathname))
    return channel === null ? null : `https://www.youtube.com/channel/${channel}/live`;
  if (/^\/(?:embed\/(?:videoseries)?$|playlist)/.test(url.pathname))
    return list === null ? null : `https://www.youtube.com/playlist?list=${list}`;
  const id =
    /^\/(?:embed|v|e|shorts|live)\/([\w-]{6,20})/.exec(url.pathname)?.[1] ??
    (url.pathname === '/watch' ? idOf(url, 'v') : null);
  return id === null ? null : `https://www.youtube.com/watch?v=${id}`;
};

const vimeo: Site = (url) => {
  const [, event, id, inPath] =
    /^\/(?:video\/|(event)\/)?(\d{4,15})(?:\/([0-9a-f]{6,20}))?(?:\/|$)/.exec(url.pathname) ?? [];
  if (id === undefined) return under(/^\/showcase\/\d+/)(url);
  const hash = inPath ?? idOf(url, 'h');
  return `https://vimeo.com/${event === undefined ? '' : 'event/'}${id}${hash === null ? '' : `/${hash}`}`;
};

const dailymotion: Site = (url) => {
  const id = /^\/(?:embed\/)?video\/(\w{5,20})/.exec(url.pathname)?.[1] ?? idOf(url, 'video');
  return id === null ? under(/^\/(?:embed\/)?playlist\//)(url) : `https://www.dailymotion.com/video/${id}`;
};

const twitch: Site = (url) => {
  const video = idOf(url, 'video');
  const clip = idOf(url, 'clip');
  const channel = idOf(url, 'channel');
  if (clip !== null) return `https://clips.twitch.tv/${clip}`;
  if (video !== null) return `https://www.twitch.tv/videos/${video.replace(/^v/, '')}`;
  if (channel !== null) return `https://www.twitch.tv/${channel}`;
  return under(/^\/(?:videos\/\d+|\w+\/clip\/)/)(url);
};

const FACEBOOK = /(?:^|\.)(?:facebook\.com|fb\.watch)$/;
const facebook = first(parameter(/^\/plugins\/(?:post|video)\.php$/, 'href', FACEBOOK), (url) =>
  /^\/(?:[^/]+\/(?:posts|videos|photos)\/|(?:watch|reel|share|photo|permalink\.php|video\.php|story\.php)(?:\/|$)|photo)/.test(
    url.pathname,
  )
    ? url.href
    : null,
);

const twitter: Site = (url) => {
  const id = /^\/embed\/(?:index|Tweet)\.html$/.test(url.pathname) ? idOf(url, 'id', 'tweetId') : null;
  if (id !== null) return `https://x.com/i/status/${id}`;
  return (
    moved(
      /^\/(\w{1,20})\/(?:web\/)?status(?:es)?\/(\d{1,25})/,
      (user, post) => `https://x.com/${user}/status/${post}`,
    )(url) ?? moved(/^\/i\/(?:web\/)?status\/(\d{1,25})/, (post) => `https://x.com/i/status/${post}`)(url)
  );
};

const bluesky = first(
  moved(
    /^\/embed\/(did:[\w:.]+)\/app\.bsky\.feed\.post\/(\w+)/,
    (author, post) => `https://bsky.app/profile/${author}/post/${post}`,
  ),
  under(/^\/profile\/[^/]+\/post\/\w+/),
);

const vk: Site = (url) => {
  const [owner, id] = [idOf(url, 'oid'), idOf(url, 'id')];
  if (/^\/video_ext\.php/.test(url.pathname))
    return owner === null || id === null ? null : `https://vk.com/video${owner}_${id}`;
  return under(/^\/(?:video|wall|clip)-?\d+_\d+/)(url);
};

const bilibili: Site = (url) => {
  const id = idOf(url, 'bvid');
  const number = idOf(url, 'aid');
  if (id !== null) return `https://www.bilibili.com/video/${id}`;
  if (number !== null) return `https://www.bilibili.com/video/av${number}`;
  return under(/^\/(?:video\/(?:BV|av)|blackboard\/live)/)(url);
};

const soundcloud = first(
  parameter(/^\/player/, 'url', /^(?:www\.|on\.)?soundcloud\.com$/),
  under(/^\/player/),
  // A track or a set; one name alone is somebody's page.
  (url) => (/^\/[\w-]+\/(?:sets\/)?[\w-]+/.test(url.pathname) ? url.href : null),
);

const google: Site = (url) => {
  const { hostname, pathname } = url;
  if (/^\/maps\/(?:d\/(?:u\/\d\/)?)?(?:embed|viewer)/.test(pathname)) return url.href;
  if (
    (/^\/maps/.test(pathname) || hostname.startsWith('maps.')) &&
    url.searchParams.get('output') === 'embed'
  )
    return url.href;
  // Forms ask for something.
  if (/^docs\./.test(hostname)) return under(/^\/(?:document|spreadsheets|presentation|viewer|gview)/)(url);
  if (/^drive\./.test(hostname)) return under(/^\/file\/d\//)(url);
  if (/^(?:lookerstudio|datastudio)\./.test(hostname)) return under(/^\/embed\//)(url);
  return /^trends\./.test(hostname) ? under(/^\/trends\/embed\//)(url) : null;
};

/** By host, or by the domain that the host ends in. */
const SITES: ReadonlyMap<string, Site> = new Map<string, Site>([
  // Films
  ['youtube.com', youtube],
  ['youtube-nocookie.com', youtube],
  ['youtu.be', moved(/^\/([\w-]{6,20})/, (id) => `https://www.youtube.com/watch?v=${id}`)],
  ['vimeo.com', vimeo],
  ['dailymotion.com', dailymotion],
  ['dai.ly', moved(/^\/(\w{5,20})/, (id) => `https://www.dailymotion.com/video/${id}`)],
  ['twitch.tv', twitch],
  [
    'rutube.ru',
    moved(/^\/(?:(?:play|video)\/embed|video)\/(\w{6,40})/, (id) => `https://rutube.ru/video/${id}/`),
  ],
  ['ok.ru', moved(/^\/(?:videoembed|video)\/(\d+)/, (id) => `https://ok.ru/video/${id}`)],
  ['tv.naver.com', moved(/^\/(?:embed|v)\/(\d+)/, (id) => `https://tv.naver.com/v/${id}`)],
  ['nmv.naver.com', itself],
  ['rmcnmv.naver.com', itself],
  ['tv.kakao.com', moved(/^\/(?:embed\/player\/cliplink|v)\/(\d+)/, (id) => `https://tv.kakao.com/v/${id}`)],
  ['play-tv.kakao.com', moved(/^\/embed\/player\/cliplink\/(\d+)/, (id) => `https://tv.kakao.com/v/${id}`)],
  ['bilibili.com', bilibili],
  [
    'nicovideo.jp',
    moved(
      /^\/(?:watch|thumb|thumb_watch)\/((?:sm|so|nm)?\d+)/,
      (id) => `https://www.nicovideo.jp/watch/${id}`,
    ),
  ],
  [
    'v.qq.com',
    (url) => {
      const id = idOf(url, 'vid');
      return id === null ? under(/^\/x\//)(url) : `https://v.qq.com/x/page/${id}.html`;
    },
  ],
  [
    'youku.com',
    moved(
      /^\/(?:embed\/|v_show\/id_)([\w=-]{6,40})/,
      (id) => `https://v.youku.com/v_show/id_${id.replace(/\.html$/, '')}.html`,
    ),
  ],
  [
    'aparat.com',
    moved(/^\/(?:video\/video\/embed\/videohash|v)\/(\w+)/, (id) => `https://www.aparat.com/v/${id}`),
  ],
  ['brightcove.net', under(/^\/\d+\//)],
  ['bcove.video', itself],
  ['jwplatform.com', under(/^\/(?:players|previews|videos)\//)],
  ['jwplayer.com', under(/^\/(?:players|previews|videos)\//)],
  ['kaltura.com', under(/^\/(?:p|html5|index\.php)\//)],
  ['wistia.net', under(/^\/(?:embed|medias)\//)],
  ['wistia.com', under(/^\/(?:embed|medias)\//)],
  ['streamable.com', moved(/^\/(?:[eos]\/)?(\w{4,12})/, (id) => `https://streamable.com/${id}`)],
  ['ted.com', moved(/^\/talks\/([\w/-]+)/, (talk) => `https://www.ted.com/talks/${talk}`)],
  ['archive.org', moved(/^\/(?:embed|details)\/([\w.-]+)/, (id) => `https://archive.org/details/${id}`)],
  ['upload.wikimedia.org', itself],
  ['3qsdn.com', itself],
  ['ultimedia.com', under(/^\/deliver\//)],
  ['mediadelivery.net', under(/^\/(?:embed|play)\//)],
  ['cloudflarestream.com', itself],
  ['sproutvideo.com', under(/^\/embed\//)],
  ['giphy.com', moved(/^\/(?:embed|gifs)\/([\w-]+)/, (id) => `https://giphy.com/gifs/${id}`)],
  // Posts
  ['facebook.com', facebook],
  ['fb.watch', itself],
  [
    'instagram.com',
    moved(
      /^\/(?:[\w.]{1,40}\/)?(p|reel|reels|tv)\/([\w-]{5,40})/,
      (kind, id) => `https://www.instagram.com/${kind === 'reels' ? 'reel' : kind}/${id}/`,
    ),
  ],
  [
    'tiktok.com',
    first(
      moved(
        /^\/(?:embed(?:\/v\d)?|player\/v\d)\/(\d{6,25})/,
        (id) => `https://www.tiktok.com/embed/v2/${id}`,
      ),
      moved(
        /^\/(@[\w.]+)\/(video|photo)\/(\d+)/,
        (user, kind, id) => `https://www.tiktok.com/${user}/${kind}/${id}`,
      ),
    ),
  ],
  ['twitter.com', twitter],
  ['x.com', twitter],
  ['twitframe.com', parameter(/^\/show/, 'url', /(?:^|\.)(?:twitter|x)\.com$/)],
  [
    'threads.net',
    moved(/^\/(@[\w.]+)\/post\/([\w-]+)/, (user, id) => `https://www.threads.com/${user}/post/${id}`),
  ],
  [
    'threads.com',
    moved(/^\/(@[\w.]+)\/post\/([\w-]+)/, (user, id) => `https://www.threads.com/${user}/post/${id}`),
  ],
  ['bsky.app', bluesky],
  ['reddit.com', moved(/^(\/(?:r|user)\/\w+\/comments\/.+)/, (path) => `https://www.reddit.com${path}`)],
  ['redditmedia.com', moved(/^(\/(?:r|user)\/\w+\/comments\/.+)/, (path) => `https://www.reddit.com${path}`)],
  ['t.me', moved(/^\/(?:s\/)?(\w{3,40})\/(\d+)/, (channel, id) => `https://t.me/${channel}/${id}`)],
  ['vk.com', vk],
  ['vk.ru', vk],
  ['vkvideo.ru', vk],
  [
    'linkedin.com',
    moved(
      /^\/(?:embed\/)?feed\/update\/(urn:li:\w+:\d+)/,
      (id) => `https://www.linkedin.com/feed/update/${id}/`,
    ),
  ],
  [
    'pinterest.com',
    (url) => {
      const id =
        /^\/pin\/(\d+)/.exec(url.pathname)?.[1] ??
        (/^\/ext\/embed/.test(url.pathname) ? idOf(url, 'id') : null);
      return id === null ? null : `https://www.pinterest.com/pin/${id}/`;
    },
  ],
  [
    'imgur.com',
    moved(/^\/((?:a\/|gallery\/)?[\w-]{5,40})(?:\/embed)?\/?$/, (id) => `https://imgur.com/${id}`),
  ],
  // Sound
  [
    'open.spotify.com',
    moved(
      /^\/(?:embed(?:-podcast)?\/)?(track|album|playlist|artist|episode|show)\/(\w+)/,
      (kind, id) => `https://open.spotify.com/${kind}/${id}`,
    ),
  ],
  ['soundcloud.com', soundcloud],
  ['embed.podcasts.apple.com', (url) => `https://podcasts.apple.com${url.pathname}${url.search}`],
  ['podcasts.apple.com', itself],
  ['embed.music.apple.com', (url) => `https://music.apple.com${url.pathname}${url.search}`],
  ['music.apple.com', itself],
  ['deezer.com', itself],
  ['mixcloud.com', itself],
  ['bandcamp.com', under(/^\/(?:EmbeddedPlayer|album|track)/)],
  ['acast.com', itself],
  ['megaphone.fm', itself],
  ['omny.fm', itself],
  ['podbean.com', itself],
  ['buzzsprout.com', itself],
  ['simplecast.com', itself],
  ['spreaker.com', itself],
  ['libsyn.com', itself],
  ['art19.com', itself],
  ['captivate.fm', itself],
  ['transistor.fm', itself],
  ['podigee.io', itself],
  ['ivoox.com', itself],
  ['audioboom.com', itself],
  ['ausha.co', itself],
  ['audiomeans.fr', itself],
  ['redcircle.com', itself],
  ['castos.com', itself],
  ['anchor.fm', itself],
  // Maps and charts
  ['openstreetmap.org', under(/^\/export\/embed/)],
  ['umap.openstreetmap.fr', under(/\/map\//)],
  ['umap.openstreetmap.de', under(/\/map\//)],
  ['yandex.ru', under(/^\/map-widget\//)],
  ['yandex.com', under(/^\/map-widget\//)],
  ['arcgis.com', under(/^\/(?:apps|home|stories)\//)],
  ['dwcdn.net', moved(/^\/(\w{5})(?:\/|$)/, (id) => `https://datawrapper.dwcdn.net/${id}/`)],
  [
    'flo.uri.sh',
    moved(/^\/(visualisation|story)\/(\d+)/, (kind, id) => `https://public.flourish.studio/${kind}/${id}/`),
  ],
  [
    'flourish.studio',
    moved(/^\/(visualisation|story)\/(\d+)/, (kind, id) => `https://public.flourish.studio/${kind}/${id}/`),
  ],
  ['infogram.com', moved(/^\/(?:_\/)?([\w-]+)/, (id) => `https://infogram.com/${id}`)],
  ['infogr.am', moved(/^\/(?:_\/)?([\w-]+)/, (id) => `https://infogram.com/${id}`)],
  ['public.tableau.com', under(/^\/(?:views|app|profile|static)\//)],
  ['everviz.com', itself],
  ['23degrees.io', itself],
  ['localfocuswidgets.net', itself],
  ['ourworldindata.org', under(/^\/(?:grapher|explorers)\//)],
  ['knightlab.com', under(/^\/libs\//)],
  ['knightlab.northwestern.edu', under(/^\/libs\//)],
  ['genial.ly', itself],
  ['genially.com', itself],
  ['thinglink.com', under(/^\/(?:card|scene|view|mediacard)\//)],
  // Documents
  ['documentcloud.org', under(/^\/documents\//)],
  ['scribd.com', moved(/^\/(?:embeds|document|doc)\/(\d+)/, (id) => `https://www.scribd.com/document/${id}`)],
  ['issuu.com', itself],
  ['slideshare.net', itself],
  ['calameo.com', under(/^\/(?:read|embed|books)/)],
  ['gist.github.com', (url) => url.href.replace(/\.js(?=\?|$)/, '')],
]);

const GOOGLE = /(?:^|\.)google\.(?:com?\.)?[a-z]{2,3}$/;
/** A file that can be read or played without a page around it. */
const FILE = /\.(?:pdf|mp4|m4v|webm|mp3|m4a|ogg|ogv|oga|wav|m3u8)$/i;
/** What sites call the addresses of their own players: a name of the host, or a folder. */
const PLAYER_HOST = /^(?:embed|embeds|player|players|video-?player)\./;
const PLAYER_FOLDER =
  /\/(?:av-)?(?:embed|embeds|embedded|embed-?video|video-?embed|embed-?player|video-?player|videoplayer)(?:[./]|$)/i;
/** What is framed under such names and shows nothing of the article: it sells, counts, asks, or lets readers talk. */
const NO_CONTENT =
  /(?:^|[^a-z])(?:ads?|advert\w*|adserver|doubleclick|banners?|sponsor\w*|affiliate\w*|newsletters?|subscri\w*|sign-?up|sign-?in|log-?in|register|forms?|typeform|jotform|mailchimp|substack|beehiiv|comments?|disqus|spotim|openweb|viafoura|coral|chat|poll|polls|opinary|pinpoll|quiz\w*|riddle|apester|playbuzz|votes?|survey\w*|crowdsignal|like|follow|share\w*|social-?buttons?|donat\w*|gofundme|ko-fi|patreon|paypal|stripe|checkout|shop|store|booking|tickets?|calendly|captcha|recaptcha|turnstile|consent|cookies?|privacy|tracking|tracker|analytics|beacon|pixel|weather|ticker|outbrain|taboola|related|recommend\w*)(?:[^a-z]|$)/i;

/**
 * Where a reader sees what is framed.
 * @returns null when the address is none of a known player, post, map, chart or document
 */
export function shownAt(url: URL): string | null {
  const host = url.hostname.replace(/^www\./, '');
  for (let name = host; name !== ''; name = name.replace(/^[^.]*\.?/, '')) {
    const site = SITES.get(name);
    if (site !== undefined) return site(url);
  }
  if (GOOGLE.test(host)) return google(url);
  if (FILE.test(url.pathname)) return url.href;
  return (PLAYER_HOST.test(host) || PLAYER_FOLDER.test(url.pathname)) &&
    !NO_CONTENT.test(`${host}${url.pathname}`)
    ? url.href
    : null;
}
