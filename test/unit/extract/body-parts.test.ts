import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, PARAGRAPHS, TITLE } from './read.ts';

const BODY = PARAGRAPHS.join('\n');
const textOf = (parts: Parameters<typeof articleHtml>[0]): string => contentOf(articleHtml(parts)).text;

describe('paragraphs that Readability takes out', () => {
  const boxed = (text: string): string =>
    `<div class="block"><div class="inner"><p class="copy">${text}</p></div></div>`;
  const page = (parts: readonly string[]): string =>
    `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body><main><article><h1>${TITLE}</h1>${parts.join('')}</article></main></body></html>`;

  it.each([[''], ['&nbsp;<br><br> &nbsp;']])(
    'come back to their place when they carry the names of those kept, with “%s” at their end',
    (end) => {
      const linked =
        'The <a href="/engineers">engineers of the district and their report on the roofs</a> will decide in November.';
      const plain = linked.replace(/<[^>]+>/g, '');
      const boxes = PARAGRAPHS.map(boxed);
      const { text } = contentOf(page([...boxes.slice(0, 3), boxed(linked + end), ...boxes.slice(3)]));
      expect(text.split('\n')).toEqual([...PARAGRAPHS.slice(0, 3), plain, ...PARAGRAPHS.slice(3)]);
    },
  );

  it('come back from between two others when one of those kept is like them', () => {
    const linked =
      'The <a href="/engineers">engineers of the district, who measured every beam of the old school and of the new one in the same week,</a> will tell the town in November which of the roofs carries the weight of so many hives.';
    const plain = linked.replace(/<[^>]+>/g, '');
    const boxes = PARAGRAPHS.map((text, i) => (i === 1 ? boxed(text) : `<p>${text}</p>`));
    const { text } = contentOf(page([...boxes.slice(0, 3), boxed(linked), ...boxes.slice(3)]));
    expect(text.split('\n')).toEqual([...PARAGRAPHS.slice(0, 3), plain, ...PARAGRAPHS.slice(3)]);
  });

  it('come back behind the figure whose caption they followed', () => {
    const linked =
      'The <a href="/engineers">engineers of the district and their report on the roofs</a> will decide in November.';
    const caption = 'The roof of the school in April.';
    const figure = `<figure><img src="/roof.jpg" width="900" height="600"><figcaption><p class="copy">${caption}</p></figcaption></figure>`;
    const boxes = PARAGRAPHS.map(boxed);
    const { html } = contentOf(page([...boxes.slice(0, 3), figure, boxed(linked), ...boxes.slice(3)]));
    expect(html).toMatch(
      /roof of the school in April\.(?:<\/p>)?<\/figcaption><\/figure>\s*<p>The <a [^>]*>engineers/,
    );
  });

  it('come back when only screen readers were to skip them', () => {
    const late =
      'The beekeeper has promised to bring the honey to the autumn fair, if the weather lets the bees work.';
    const parts = PARAGRAPHS.map((text) => `<p>${text}</p>`);
    const { text } = contentOf(
      page([...parts.slice(0, 4), `<p aria-hidden="true">${late}</p>`, ...parts.slice(4)]),
    );
    expect(text).toBe([...PARAGRAPHS.slice(0, 4), late, ...PARAGRAPHS.slice(4)].join('\n'));
  });

  it('stay out from a footer, a form or a figure, whatever they are called', () => {
    const parts = PARAGRAPHS.map((text) => `<p class="copy">${text}</p>`);
    const foreign =
      '<footer><p class="copy">The valley’s paper has been printed in the old mill since 1904, and still is.</p></footer>' +
      '<form><p class="copy">Tell us your address and we shall bring you the paper every morning.</p><input><input></form>';
    expect(contentOf(page([...parts, foreign])).text).toBe(BODY);
  });
});

describe('words with a hover box', () => {
  it('stay in their sentence, and the box goes', () => {
    const middle =
      '<p>The mayor <span class="rollover-person"><a class="rollover-person-link" href="/p/1">Ada Lindqvist</a><span class="rollover-person-block">More about her office and her votes</span></span> cut the ribbon of the hives in April.</p>';
    expect(textOf({ middle })).toContain('The mayor Ada Lindqvist cut the ribbon of the hives in April.');
  });
});

describe('text beside a picture', () => {
  it('is the article’s where it is a whole sentence', () => {
    const sentence =
      'The keeper wears no gloves, because the bees of this valley have never minded a slow and steady hand.';
    expect(textOf({ middle: `<p><img src="/roof.jpg" alt="">${sentence}</p>` })).toContain(sentence);
  });

  it('is a caption where it is short or open', () => {
    for (const caption of [
      'The hives on the roof.',
      'The hives on the roof of the primary school as they are seen from the tower (left) of the church (right)',
    ])
      expect(textOf({ middle: `<p><img src="/roof.jpg" alt="">${caption}</p>` })).toBe(BODY);
  });
});

describe('lines that only surround an article', () => {
  it('go where the linked data states the same body without them', () => {
    const linked = (body: string): string =>
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: body })}</script>`;
    const line = 'All about the valley’s schools in one place, every day and for nothing at all.';
    const middle = `<p>${line}</p>`;
    expect(textOf({ head: linked(BODY), middle })).toBe(BODY);
    expect(textOf({ head: linked(PARAGRAPHS.slice(2).join('\n')), middle })).toContain(line);
  });

  it('go with the box that asks readers to sign in, even inside a box of that name', () => {
    const before =
      '<div class="article-gating"><p>Join the Herald to read on</p><p>Plus access to the best stories of the valley with your account, free of charge.</p></div>';
    const html = articleHtml({ before }).replace(
      '<article>',
      '<article><div class="gated-text has-gate gate">',
    );
    expect(contentOf(html).text).toBe(BODY);
  });

  it('go when they say again what a marked box said', () => {
    const life =
      'Nora has written about roofs, bees and the people under them for twenty years and keeps a hive of her own.';
    const after = `<div class="author-bio"><p>${life}</p></div><div class="c7"><p>${life}</p></div>`;
    expect(textOf({ after })).toBe(BODY);
  });

  it('go when they tell of the author at length after the end', () => {
    const life =
      'After twenty years at the harbour office she came to the Herald, where she writes about roofs, bees and the people who live under them. She keeps a hive of her own, sings in the choir of the mill, and has won the valley’s prize for the best report on honey three times, most lately for a series about the drones of the upper farms.';
    expect(textOf({ after: `<div class="author-bio"><p>${life}</p></div>` })).toBe(BODY);
  });

  it('go when a whole paragraph after the end is a link', () => {
    const offer =
      'Get the Herald’s almanac of the valley for as little as nine crowns in the first year, with the calendar of all markets, the table of the tides and the map of the footpaths, and a jar of honey for the first hundred who order it.';
    expect(textOf({ after: `<p><a href="/almanac">${offer}</a></p>` })).toBe(BODY);
  });
});

describe('the standfirst', () => {
  const page = (language: string, standfirst: string): string =>
    articleHtml({ head: `<meta name="description" content="${standfirst}">` })
      .replace('lang="en"', `lang="${language}"`)
      .replace('<main>', `<header><h1>${TITLE}</h1><p class="sub">${standfirst}</p></header><main>`)
      .replace(`<article><h1>${TITLE}</h1>`, '<article>');

  it('is the first paragraph, but for an English dek', () => {
    const short = 'Elf Bienenstöcke stehen nun auf dem Dach, und niemand wurde bisher gestochen.';
    expect(contentOf(page('de', short)).text).toBe(`${short}\n${BODY}`);
    const dek = 'Eleven hives now stand on the roof, and nobody has been stung so far.';
    expect(contentOf(page('en', dek)).text).toBe(BODY);
    const whole = `${dek} The children count the bees before their first lesson, and the kitchen bakes a cake with the honey every Friday.`;
    expect(contentOf(page('en', whole)).text).toBe(`${whole}\n${BODY}`);
  });

  it('is left out where it is the headline in other words or a headline of its own', () => {
    expect(contentOf(page('de', `Dorf: ${TITLE}`)).text).toBe(BODY);
    const second = page('de', 'Elf Bienenstöcke, vierzig Kinder und noch immer kein einziger Stich').replace(
      /<p class="sub">(.*?)<\/p>/,
      '<h3>$1</h3>',
    );
    expect(contentOf(second).text).toBe(BODY);
  });
});

describe('other stories on the page', () => {
  const STORY = [
    'The wasps of the town hall have been counted for the first time since the clock was mended in spring.',
    'Nobody knows where they come from, but the clerk has closed the window of the archive, just to be safe.',
    'The council will hear a gardener next week who says that he can lead them back to the quarry by night.',
  ];
  const page = (own: string, others: string): string =>
    `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body><main><div class="wrap">${own}${others}</div></main></body></html>`;
  const own = (inner = ''): string =>
    `<article><h1>${TITLE}</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}${inner}</article>`;
  const story = `<article><h2>Wasps are counted</h2>${STORY.map((text) => `<p>${text}</p>`).join('')}</article>`;

  it('go, however long, when they are articles of their own', () => {
    expect(contentOf(page(own(), story + story.replaceAll('wasps', 'moths'))).text).toBe(BODY);
  });

  it('go from inside the article when their headline leads to another page', () => {
    const teaser = `<article><h3><a href="/news/wasps">Wasps are counted</a></h3><p>${STORY[0]}</p></article>`;
    expect(contentOf(page(own(teaser), '')).text).toBe(BODY);
  });

  it('stay where they are parts of the article', () => {
    const part = `<article><h2>What the engineers say</h2><p>${STORY[0]}</p></article>`;
    expect(contentOf(page(own(part), '')).text).toContain(STORY[0]);
  });

  it('stay where the page’s own article is only a head', () => {
    const head = `<article><h1>${TITLE}</h1><p>Eleven hives now stand on the roof.</p></article>`;
    const rest = `<article><h2>How it came</h2>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article>`;
    expect(contentOf(page(head, rest)).text).toContain(BODY);
  });
});

describe('a lead that the page states nowhere else', () => {
  const LEAD =
    'Elf Bienenstöcke stehen seit April auf dem Dach der Schule, und niemand wurde bisher gestochen.';
  const page = (language: string, lead: string): string =>
    articleHtml()
      .replace('lang="en"', `lang="${language}"`)
      .replace('<main>', `<header><h1>${TITLE}</h1>${lead}</header><main>`)
      .replace(`<article><h1>${TITLE}</h1>`, '<article>');

  it('is found by its name', () => {
    expect(
      contentOf(page('de', `<div class="meta">2 Min.</div><div class="chapo"><p>${LEAD}</p></div>`)).text,
    ).toBe(`${LEAD}\n${BODY}`);
  });

  it('is found behind the headline', () => {
    expect(contentOf(page('de', `<h4>${LEAD}</h4>`)).text).toBe(`${LEAD}\n${BODY}`);
  });

  it('is no teaser, no caption and no English dek', () => {
    for (const other of [
      `<div class="related"><p class="teaser">${LEAD}</p></div>`,
      `<a href="/other"><p class="lead">${LEAD}</p></a>`,
      `<figure><figcaption class="intro">${LEAD}</figcaption></figure>`,
    ])
      expect(contentOf(page('de', other)).text).toBe(BODY);
    expect(
      contentOf(page('en', `<p class="lead">Eleven hives now stand on the roof of the school.</p>`)).text,
    ).toBe(BODY);
  });
});

describe('a page whose text stands in noscript', () => {
  it('is read, also when an element left open in one swallows all', () => {
    const whole = `<html lang="en"><head><title>${TITLE}</title></head><body><noscript><div id="plain"></noscript><h1>${TITLE}</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
    expect(contentOf(whole).text).toBe(BODY);
  });
});

describe('wording around articles', () => {
  it.each([
    ['a post’s record', '<p>This entry was posted in Bees and tagged roofs. Bookmark the permalink.</p>'],
    ['a note on comments', '<p>Note: we are moderating all comments for the time being.</p>'],
    ['a note on spam in Spanish', '<p>Este sitio usa Akismet para reducir el spam y cuida tus datos.</p>'],
    ['an app', '<p>For all the news of the valley download our app for the phone in your pocket.</p>'],
    ['a cover picture’s credit in German', '<p>Titelbild: Ada Lindqvist, Talbote</p>'],
    ['a label of links in German', '<p>Zum Weiterlesen:</p>'],
    ['a log-in state in German', '<p>Sie sind nicht eingeloggt.</p>'],
  ])('goes: %s', (_, after) => {
    expect(textOf({ after })).toBe(BODY);
  });
});

describe('rows of cards behind the article', () => {
  const card = (n: number, href: string, text: string): string =>
    `<div class="card"><div class="pic"><a href="${href}"><img src="/p${n}.jpg" alt=""></a></div><div class="name"><a href="${href}">The orchard’s tree number ${n}</a></div><div class="body">${text}</div></div>`;
  const LINES = [
    'An apple that keeps until Easter and never minds a late frost.',
    'A pear for the kitchen, sweet when it has lain for a fortnight.',
    'A plum that the wasps find first, so be quick with the basket.',
  ];

  it('go when each leads to another page of the site', () => {
    const row = LINES.map((line, n) => card(n, `/trees/${n}`, line)).join('');
    const { text } = contentOf(articleHtml({ after: `<div id="row">${row}</div>` }));
    expect(text).toBe(BODY);
  });

  it('go when a link without a word lies over each, titled like it', () => {
    const row = LINES.map(
      (line, n) =>
        `<li class="tree"><div><a href="/trees/${n}" title="Tree number ${n} of all"></a><img src="/p${n}.jpg"></div><div><div>Tree number ${n} of all</div><p>${line}</p></div></li>`,
    ).join('');
    expect(textOf({ after: `<ul>${row}</ul>` })).toBe(BODY);
  });

  it.each([
    ['£24', 'Buy it at the shop'],
    ['24,90 €', 'Zum Angebot im Laden'],
    ['1 990 kr', 'Köp den i butiken här'],
    ['3,200円', 'この店でこの商品を購入する方はこちら'],
  ])('stay when the article tells of each and names its price: %s', (price, call) => {
    const row = LINES.map(
      (line, n) =>
        `<div class="card"><img src="/p${n}.jpg"><h3>Tree number ${n} of all</h3><span>${price}</span><p>${line} It did well in the trial, and the nursery sends it with bare roots.</p><a href="/out/${n}">${call}</a></div>`,
    ).join('');
    const { markdown } = contentOf(articleHtml({ middle: `<div id="row">${row}</div>` }));
    for (const [n, line] of LINES.entries()) {
      expect(markdown).toContain(`### Tree number ${n} of all`);
      expect(markdown).toContain(line);
    }
  });

  it('go when they name a price and tell nothing', () => {
    const row = LINES.map(
      (_, n) =>
        `<div class="card"><a href="/shop/${n}"><img src="/p${n}.jpg"></a><h3><a href="/shop/${n}">Tree number ${n} of all</a></h3><p>£2${n}</p></div>`,
    ).join('');
    expect(textOf({ after: `<div id="row">${row}</div>` })).toBe(BODY);
  });

  it('stay when they lead to other sites, as in a list of what to buy', () => {
    const row = LINES.map((line, n) => card(n, `https://nursery-${n}.example/trees`, line)).join('');
    expect(textOf({ middle: `<div id="row">${row}</div>` })).toContain(LINES[0]);
  });
});
