/** The kinds of pages as sites serve them: inside menus, lists of the latest news and footers. */
import { describe, expect, it } from 'vitest';
import { CHALLENGE_NAME, LOGIN_NAME, NOT_FOUND_NAME } from '../../../src/extract/kind/wordings.ts';
import { contentOf, failureOf, PARAGRAPHS, URL_OF_PAGE } from './read.ts';

const times = (count: number, write: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => write(n)).join('');
const MENU = `<header><nav><ul>${times(60, (n) => `<li><a href="/section-${n}">Section number ${n} of our paper</a></li>`)}</ul></nav></header>`;
const FOOTER = `<footer><p>Copyright Valley Herald. All rights reserved. Reproduction is not allowed without written permission.</p><ul>${times(20, (n) => `<li><a href="/about-${n}">About page ${n}</a></li>`)}</ul></footer>`;
const LATEST = `<section><h2>Latest news</h2>${times(12, (n) => `<article><h3><a href="/news/story-${n}">Council story number ${n} about the bridge</a></h3><p>Engineers measured the pillar for the ${n + 2}th time and found that it had moved again since spring.</p></article>`)}</section>`;
const ARTICLE_TYPE = '<meta property="og:type" content="article">';
const linked = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

function site(title: string, main: string, head = '', language = 'en'): string {
  return `<!doctype html><html lang="${language}"><head><title>${title}</title>${head}</head><body>${MENU}<main>${main}</main>${FOOTER}</body></html>`;
}

describe('what stands in the place of an article', () => {
  it.each([
    [
      'a missing page',
      site(
        'Page not found | Valley Herald',
        '<h1>Page not found</h1><p>Sorry, we could not find the page you were looking for. It may have been moved or deleted.</p>',
      ),
      'soft_not_found',
    ],
    [
      'a missing page with the latest news',
      site('Page not found | Valley Herald', `<h1>Page not found</h1><p>Try these instead.</p>${LATEST}`),
      'soft_not_found',
    ],
    [
      'a missing page after the name of the site',
      site('Valley Herald - Page Not Found', '<h1>Oops!</h1><p>Please check the address that you typed.</p>'),
      'soft_not_found',
    ],
    [
      'a missing page that only its heading names',
      site('Valley Herald', `<h1>404</h1><h2>We can’t find that page</h2><p>Use the search.</p>${LATEST}`),
      'soft_not_found',
    ],
    [
      'a missing page of a template that calls all pages articles',
      site('Page not found', '<h1>Page not found</h1><p>Please check the address.</p>', ARTICLE_TYPE),
      'soft_not_found',
    ],
    [
      'a log-in',
      site(
        'Sign in | Valley Herald',
        '<h1>Sign in</h1><form><label>Email<input name="u"></label><label>Password<input type="password"></label></form><p>Do not have an account yet? Register now to comment on our stories.</p>',
      ),
      'login_wall',
    ],
    [
      'a log-in in the place of a story',
      site(
        'Valley Herald',
        '<h1>Please log in to continue</h1><form><input type="password"></form><p>You need an account to read this page. Register for free within a minute.</p>',
      ),
      'login_wall',
    ],
    [
      'a long request for consent',
      `<html lang="en"><head><title>Valley Herald</title></head><body><div><h1>We value your privacy</h1><p>We and our 812 partners store information on a device, such as cookies, for personalised ads and content.</p>${times(12, (n) => `<p>With your consent, partner number ${n} may use precise location data and identify your device by its cookies for ${n} months.</p>`)}<button>Accept all</button></div></body></html>`,
      'consent_wall',
    ],
    [
      'a long request for consent in French',
      `<html lang="fr"><head><title>La Vallée</title></head><body><div><h1>Continuer sans accepter</h1>${times(14, (n) => `<p>Avec votre consentement, notre partenaire numéro ${n} utilise des traceurs et mesure la publicité pendant ${n} mois au plus sur cet appareil.</p>`)}</div></body></html>`,
      'consent_wall',
    ],
    [
      'a long check for bots',
      `<html><head><title>Just a moment...</title></head><body><h1>valley.example</h1>${times(14, (n) => `<p>valley.example needs to review the security of your connection before proceeding, which is step ${n} and cannot be skipped.</p>`)}</body></html>`,
      'bot_challenge',
    ],
    [
      'a check for bots that is nearly all script',
      `<html><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to continue</noscript><script>${'window.check = 1; '.repeat(600)}</script></body></html>`,
      'bot_challenge',
    ],
    [
      'a teaser and an offer, without a word for machines',
      site(
        'The bridge that moved',
        `<article><h1>The bridge that moved</h1><p>${PARAGRAPHS[0]}</p><div class="paywall"><h2>Subscribe to read on</h2><p>Already a subscriber? Log in. Subscribe to continue reading this article.</p></div></article>`,
      ),
      'paywall_stub',
    ],
    [
      'a teaser and an offer in German',
      site(
        'Die Brücke, die sich bewegte',
        '<article><h1>Die Brücke, die sich bewegte</h1><p>Der Rat hat am Dienstag über die alte Brücke und ihre Zukunft gesprochen, und Fachleute hatten schon im Frühling gewarnt.</p><p>Weiterlesen mit Abo: einen Monat lang alle Artikel.</p></article>',
        '',
        'de',
      ),
      'paywall_stub',
    ],
    ['a section page', site('Sport | Valley Herald', `<h1>Sport</h1>${LATEST}`), 'hub_page'],
    [
      'a section page with the linked data of its stories',
      site(
        'Sport | Valley Herald',
        `<h1>Sport</h1>${LATEST}`,
        linked({
          '@type': 'ItemList',
          itemListElement: [
            {
              '@type': 'NewsArticle',
              headline: 'Council story number 3',
              url: '/news/story-3',
              datePublished: '2025-05-01',
            },
          ],
        }),
      ),
      'hub_page',
    ],
  ])('%s', (_, html, code) => {
    expect(failureOf(html).code).toBe(code);
  });

  it('a home page, whatever it says of itself', () => {
    const html = site('Valley Herald', `<h1>Valley Herald</h1>${LATEST}`, ARTICLE_TYPE);
    expect(failureOf(html, { url: 'https://valley-herald.example/' }).code).toBe('hub_page');
  });

  it('a home page whose teasers are long', () => {
    const teaser = `<p>${PARAGRAPHS.join(' ')}</p>`;
    const stories = times(
      12,
      (n) =>
        `<div><h3><a href="/n/${n}">Council story number ${n} about the bridge</a></h3>${teaser}</div><ul>${times(12, (m) => `<li><a href="/n/${n}/${m}">What else was said about story ${n} in the council, part ${m}, with all pictures</a></li>`)}</ul>`,
    );
    const html = site('Valley Herald', `<h1>Valley Herald</h1>${stories}`);
    expect(failureOf(html, { url: 'https://valley-herald.example/' }).code).toBe('hub_page');
  });

  it('is told by its evidence', () => {
    const missing = site('Page not found | Valley Herald', '<h1>Oops</h1><p>Use the search.</p>');
    expect(failureOf(missing).message).toContain('titled “Page not found”');
    expect(failureOf(site('Sport', `<h1>Sport</h1>${LATEST}`)).message).toMatch(
      /12 headlines on it are links/,
    );
  });
});

describe('what only sounds like it', () => {
  const brief = (title: string, more = ''): string =>
    `<html lang="en"><head><title>${title} | Valley Herald</title></head><body><article><h1>${title}</h1><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p></article>${more}</body></html>`;

  it.each([
    '404 new cases of measles reported in the valley',
    'Blocked road reopens after the landslide',
    'Access denied: why the archive stays closed',
    'Access denied – why the archive stays closed',
    'Forbidden love in the old theatre',
    'Security check finds three knives at the station',
    'Sign in the window saves the bakery',
    'The page you never wrote was found in an attic',
    'Story was removed from the school play',
  ])('a brief under “%s” is one', (title) => {
    expect(contentOf(brief(title)).type).toBe('brief');
  });

  it.each([
    ['a banner about cookies', '<div>We use cookies. Accept all cookies to continue.</div>'],
    ['a log-in box', '<form><input name="u"><input type="password"><button>Sign in</button></form>'],
    [
      'an offer in the footer',
      '<footer><p>Subscribe to read all our stories. Subscribe to continue reading.</p></footer>',
    ],
    ['the latest news below it', LATEST],
  ])('a brief with %s is one', (_, more) => {
    expect(contentOf(brief('Bakery gives away a cake', more)).title).toBe('Bakery gives away a cake');
  });

  it('a note about cookies that states that it is an article is one', () => {
    const data = linked({ '@type': 'NewsArticle', headline: 'Court rules on banners', url: URL_OF_PAGE });
    const html = site(
      'Court rules on banners',
      `<article><h1>Court rules on banners</h1><p>The court said on Monday that a banner is no consent to cookies where nobody can say no.</p><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p></article>`,
      data,
    );
    expect(contentOf(html).title).toBe('Court rules on banners');
  });
});

describe('names of such pages in other languages', () => {
  it.each([
    [
      NOT_FOUND_NAME,
      [
        '404',
        'Error 404',
        'HTTP 404 Not Found',
        '404 - Page not found',
        'Fehler 404',
        'Seite nicht gefunden',
        'Die gesuchte Seite existiert leider nicht mehr',
        'Page introuvable',
        'Cette page n’existe plus',
        'Página no encontrada',
        'Pagina non trovata',
        'Página não encontrada',
        'Pagina niet gevonden',
        'Strona nie została znaleziona',
        'Страница не найдена',
        'Сторінку не знайдено',
        'Sayfa bulunamadı',
        'الصفحة غير موجودة',
        '页面不存在',
        'ページが見つかりません',
        '페이지를 찾을 수 없습니다',
        'The page you are looking for does not exist',
        'This article is no longer available',
        'We can’t find that page',
      ],
    ],
    [
      CHALLENGE_NAME,
      [
        'Just a moment...',
        'Attention Required!',
        'Access to this page has been denied',
        'Are you a robot?',
        '403 Forbidden',
        'Nur einen Moment…',
        'Один момент…',
        'しばらくお待ちください...',
        'Доступ запрещён',
      ],
    ],
    [
      LOGIN_NAME,
      [
        'Log in',
        'Sign in to continue reading',
        'Anmelden',
        'Connexion',
        'Iniciar sesión',
        'Accedi',
        'Inloggen',
        'Zaloguj się',
        'Вход',
        'Увійти',
        'Giriş Yap',
        'تسجيل الدخول',
        '登录',
        'ログイン',
        '로그인',
      ],
    ],
  ])('%#', (pattern, names) => {
    expect(names.filter((name) => !pattern.test(name))).toEqual([]);
  });
});

describe('the kinds that are stored, without a word for machines', () => {
  const figure = (n: number): string =>
    `<figure><img src="/p${n}.jpg" width="800" height="600"><figcaption>${PARAGRAPHS[n % 5]?.slice(0, 90)} number ${n} (Photo: Ann Lee)</figcaption></figure>`;

  it('a page of pictures is a gallery, and its captions are its text', () => {
    const content = contentOf(
      site('The hives in pictures', `<article><h1>The hives in pictures</h1>${times(8, figure)}</article>`),
    );
    expect(content).toMatchObject({ type: 'gallery', title: 'The hives in pictures' });
    expect(content.images).toHaveLength(8);
    expect(content.text).toContain('number 7');
  });

  it('a film and a sentence are a video', () => {
    const film = (player: string): string =>
      site('Bees at work', `<div>${player}</div><h1>Bees at work</h1><p>${PARAGRAPHS[0]}</p>`);
    expect(contentOf(film('<video src="/v.mp4"></video>')).type).toBe('video');
    expect(contentOf(film('<iframe src="https://www.youtube.com/embed/x"></iframe>')).type).toBe('video');
    expect(contentOf(film('<iframe src="https://maps.example/embed"></iframe>')).type).toBe('brief');
  });

  it('an article with a picture beside each paragraph stays one', () => {
    const text = PARAGRAPHS.map(
      (paragraph, n) => `<p>${paragraph}</p>${figure(n)}<p>${paragraph.replaceAll('the', 'their')}</p>`,
    );
    expect(contentOf(site('The hives', `<article><h1>The hives</h1>${text.join('')}</article>`)).type).toBe(
      'article',
    );
  });
});

describe('who may read it', () => {
  const story = (head: string, more = ''): string =>
    site(
      'The bridge',
      `<article${more === '' ? '' : ' itemscope'}>${more}<h1>The bridge</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article>`,
      head,
    );
  const node = (more: object): string => linked({ '@type': 'NewsArticle', headline: 'The bridge', ...more });

  it.each([
    [
      'a part that is not free',
      story(node({ hasPart: { '@type': 'WebPageElement', isAccessibleForFree: 'False' } })),
      'paywalled',
      'json-ld',
    ],
    [
      'a part, where the whole is free',
      story(node({ isAccessibleForFree: true, hasPart: [{ isAccessibleForFree: false }] })),
      'free',
      'json-ld',
    ],
    [
      'microdata',
      story('', '<meta itemprop="isAccessibleForFree" content="false">'),
      'paywalled',
      'microdata',
    ],
    ['a tier', story('<meta property="article:content_tier" content="metered">'), 'metered', 'opengraph'],
    ['nothing', story(''), 'free', undefined],
    [
      'an offer below an opening',
      site(
        'The bridge',
        `<article><h1>The bridge</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}<div class="paywall"><p>Subscribe to continue reading.</p></div></article>`,
      ),
      'paywalled',
      'markup',
    ],
  ])('%s', (_, html, access, source) => {
    const content = contentOf(html);
    expect([content.access, content.provenance.access]).toEqual([access, source]);
  });
});
