import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, PARAGRAPHS } from './read.ts';

const BODY = PARAGRAPHS.join('\n');
const textOf = (parts: Parameters<typeof articleHtml>[0]): string => contentOf(articleHtml(parts)).text;

describe('rows of teasers behind the article', () => {
  const box = (i: number, href = `/news/story-${i}`): string =>
    `<li class="teaser teaser-${i}"><div class="text"><p class="over">Valley</p><h3><a href="${href}">The mill runs again, part ${i} of the story</a></h3><p>On the ${i}. of May the wheel of the old mill turned for the first time in years, and the baker came to see it.</p></div></li>`;
  const row = (boxes: readonly string[]): string => `<ul class="row">${boxes.join('')}</ul>`;

  it('go, without pictures too', () => {
    expect(textOf({ after: row([1, 2, 3, 4].map((i) => box(i))) })).toBe(BODY);
    const overlaid = [1, 2, 3].map(
      (i) =>
        `<div class="card"><p><a href="/news/story-${i}"></a>The mill runs again</p><p>The wheel turned for the first time in ${i} years.</p></div>`,
    );
    expect(textOf({ after: `<div>${overlaid.join('')}</div>` })).toBe(BODY);
  });

  it('stay where they lead to one page or to other sites, and where the article goes on behind them', () => {
    for (const after of [
      row([1, 2, 3].map((i) => box(i, '/news/mill'))),
      row([1, 2, 3].map((i) => box(i, `https://mill-${i}.example/`))),
      `${row([1, 2, 3].map((i) => box(i)))}${PARAGRAPHS.map((text) => `<p>Later, ${text}</p>`).join('')}`,
    ])
      expect(textOf({ after })).toContain('On the 2. of May');
  });
});

describe('what a site says below in its own name', () => {
  it('goes, in many languages', () => {
    for (const line of [
      'Was this article helpful?',
      'Hat Ihnen dieser Artikel gefallen? Dann erzählen Sie anderen davon.',
      'Um einen Kommentar zu hinterlassen, loggen Sie sich bitte ein.',
      'Lesermeinungen zu kürzen behält sich die Redaktion vor.',
      'Cet article vous a plu ? Soutenez-nous.',
      '¿Te gustó este artículo? Cuéntaselo a tus amigos.',
      'Ti è piaciuto questo articolo? Parlane con gli amici.',
      'Gostou desta notícia? Conte aos amigos.',
      'Vond je dit artikel interessant? Vertel het verder.',
      'Podobał ci się artykuł? Podziel się nim.',
      'Понравилась статья? Расскажите о ней друзьям.',
      'この記事が気に入ったら、友達に教えてください。',
    ])
      expect(textOf({ after: `<p>${line}</p>` }), line).toBe(BODY);
  });
});

describe('lines told by their form', () => {
  it('go: paths, calls to follow, pages, archives, initials', () => {
    for (const before of [
      'Home » Valley » Schools » News',
      'Startseite / Orchard keeps bees on the school roof',
      'Inicio > Noticias > Escuelas',
    ])
      expect(textOf({ before: `<p>${before}</p>` }), before).toBe(BODY);
    for (const after of [
      'Follow the Valley Herald on Twitter and Instagram @valleyherald.',
      'Folgen Sie dem Talboten auf Instagram.',
      'Suivez toute l’actualité de la vallée sur Facebook.',
      'Sigue a El Valle en Telegram.',
      'Pages: 1 2 3',
      'Herald/Ada Lindqvist',
      '(nq/ada)',
      'nq',
    ])
      expect(textOf({ after: `<p>${after}</p>` }), after).toBe(BODY);
  });

  it('stay where they say more', () => {
    for (const middle of [
      'Follow these steps that a keeper shared on Instagram to catch a swarm, and you will not be stung.',
      'Home – that is where the bees fly to every evening.',
    ])
      expect(textOf({ middle: `<p>${middle}</p>` })).toContain(middle);
  });
});

describe('who wrote it, in general words', () => {
  it('goes from the end, also before a last word of the site', () => {
    for (const line of [
      'The author is a lecturer at the college of agriculture, where she has taught beekeeping for many years.',
      'Der Autor ist Dozent an der Hochschule für Landwirtschaft, wo er seit vielen Jahren Imkerei lehrt.',
      'L’auteure est maîtresse de conférences à l’école d’agriculture, où elle enseigne l’apiculture.',
      'El autor es profesor de la escuela de agricultura, donde enseña apicultura desde hace muchos años.',
    ])
      for (const end of [
        '',
        '<p>This text stood in the valley’s almanac, which the keepers print each year for their friends.</p>',
      ])
        expect(textOf({ after: `<p>${line}</p>${end}` }), line).not.toContain(line);
  });

  it('stays in the text', () => {
    const middle =
      'The author is unknown, but the book on bees that lies in the school has been read by all of its pupils.';
    expect(textOf({ middle: `<p>${middle}</p>` })).toContain(middle);
    const after =
      'El autor es un hombre de cuarenta años, que abrió las colmenas de noche y fue detenido por la mañana.';
    expect(textOf({ after: `<p>${after}</p>` })).toContain(after);
  });
});

describe('endings', () => {
  it('of teasers go with them', () => {
    for (const end of [
      'Read more',
      'Weiterlesen …',
      'Lire la suite »',
      'Leer más',
      'Leggi tutto',
      'Leia mais',
      'Czytaj dalej',
      'Читать далее',
    ])
      expect(
        textOf({
          after: `<p>The mill in the valley turns again, and the baker came to see the wheel. ${end}</p>`,
        }),
        end,
      ).toBe(BODY);
    expect(
      textOf({
        after:
          '<h3>The mill turns again</h3><p>The wheel of the old mill in the valley was mended in […]</p>',
      }),
    ).toBe(BODY);
  });

  it('that announce what is dropped go', () => {
    expect(
      textOf({
        after:
          '<p>Some of our other reports on the hives:</p><p>Read also: <a href="/a">The swarm that came to the market</a></p>',
      }),
    ).toBe(BODY);
    const after =
      '<p>The keeper has only one rule for the children:</p><blockquote>Stand still, and wait.</blockquote>';
    expect(textOf({ after })).toContain('one rule for the children:');
  });

  it('that tell whom to ask go', () => {
    expect(
      textOf({
        after: '<p>Ada Lindqvist, Phone: +49 30 000000, Fax: +49 30 000001, press@school.example</p>',
      }),
    ).toBe(BODY);
    const after = '<p>The number of the swarm watch is Tel. 030 000000.</p>';
    expect(textOf({ after })).toContain('swarm watch');
  });

  it('that a template left open are none', () => {
    expect(textOf({ middle: '<p>[/box]</p><p>[#article: /articles/123]</p>' })).toBe(BODY);
  });
});

describe('vacancies between the lines', () => {
  it('go where there are several, and stay where a report is about one', () => {
    const job = (title: string): string => `<p>${title} (m/w/d) Valley Works Ltd</p>`;
    expect(textOf({ middle: ['Beekeeper', 'Baker', 'Roofer'].map(job).join('') })).toBe(BODY);
    expect(textOf({ middle: job('Beekeeper') })).toContain('Beekeeper (m/w/d)');
  });

  it('are told from icons, whose names are no text', () => {
    const middle =
      '<p><i class="material-icons md-12">lock</i>The keeper locks the hives at night, so that nobody falls into them.</p>';
    expect(textOf({ middle })).toContain('\nThe keeper locks the hives');
  });
});
