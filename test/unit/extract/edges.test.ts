import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, PARAGRAPHS, TITLE } from './read.ts';

const BODY = PARAGRAPHS.join('\n');
const textOf = (parts: Parameters<typeof articleHtml>[0]): string => contentOf(articleHtml(parts)).text;

describe('what stands above the first paragraph', () => {
  it.each([
    'Home » News » Valley',
    'You are here: Home / Valley / Orchard keeps bees',
    'Startseite > Tal > Bienen',
    '28.04.2025 - 07:18 | Quelle: dpa | Lesedauer etwa 4 min.',
    'FTI3078.02-0.24%HONEY43.14-0.6%ROOF22.84-3.55%WAX42.48+1.29%HIVE31.95+0.16%LIME110.2-0.18%OAK33.99+0.71%ELM25.65±0%IVY12.04+0.21%',
  ])('goes: %s', (line) => {
    expect(textOf({ before: `<p>${line}</p>` })).toBe(BODY);
  });

  it('a kicker over a headline inside the body', () => {
    const first = `<div><h4>Valley</h4><h2>${TITLE}</h2></div>`;
    expect(textOf({ before: first })).toBe(BODY);
  });

  it('the section, a subject, and a kicker in capitals', () => {
    const head =
      '<meta property="article:section" content="Valley"><meta property="article:tag" content="Honey bees">';
    expect(textOf({ head, before: '<h3>Valley</h3><p>Honey bees</p>' })).toBe(BODY);
    expect(textOf({ before: '<h3>LIFE ON THE ROOF</h3>' })).toBe(BODY);
  });

  it('a date with the year of the issue over it', () => {
    expect(textOf({ before: '<p>Volume 2025<br>Date 25.01.2025</p>' })).toBe(BODY);
  });

  it('but not a first sentence, nor one with a slash', () => {
    const line = 'Home is where the hive is, and/or the roof.';
    expect(textOf({ before: `<p>${line}</p>` })).toContain(line);
  });
});

describe('a large first letter outside of its paragraph', () => {
  it('is read with it', () => {
    const middle =
      '<div><span class="x1">T</span> <p>he keeper waits for rain before he opens the hive.</p></div>';
    const { text, markdown } = contentOf(articleHtml({ middle }));
    expect(text).toContain('\nThe keeper waits for rain');
    expect(markdown).toContain('\nThe keeper waits for rain');
  });

  it('but a letter before a sentence of its own is none', () => {
    const middle = '<div><b>B</b><p>Bees fly over the playground without anybody noticing.</p></div>';
    expect(textOf({ middle })).not.toContain('BBees');
  });
});

describe('lines inside a paragraph', () => {
  it('rows of signs, and a link behind its last sentence, are blocks of their own', () => {
    const middle =
      '<p>The keeper waits for rain before he opens the hive.<br>+++<br>He closes it at noon.<br><a href="/hives">All about hives</a></p>';
    const text = textOf({ middle });
    expect(text).toMatch(/opens the hive\.\nHe closes it at noon\./);
    expect(text).not.toMatch(/\+\+\+/);
  });
});

describe('a text that stands on the page twice', () => {
  it('goes with its headings', () => {
    const part = `<h2>The roof</h2><p>${'The fence around the hives is new and was paid for by the town. '.repeat(3)}</p>`;
    const text = textOf({ middle: part, after: part });
    expect(text.match(/The roof/g)).toHaveLength(1);
  });
});

it('what somebody wrote on Twitter is news', () => {
  const line = 'Nora Quell wrote on Twitter: “The hives are open again.”';
  const whole = `${line.slice(0, -2)} Come and see them on the roof of the school.”`;
  expect(textOf({ middle: `<p>${whole}</p>` })).toContain(whole);
  expect(textOf({ middle: '<p>Follow Nora Quell on Twitter: @noraquell</p>' })).toBe(BODY);
});

it('a line that asks to share goes, though it ends in a colon; one that leads to a player stays', () => {
  expect(textOf({ after: '<p>Den Artikel mit anderen teilen oder diskutieren:</p>' })).toBe(BODY);
  const leads = 'Watch how the keeper opens the hive:';
  expect(
    textOf({ after: `<p>${leads}</p><iframe src="https://www.youtube.com/embed/x1"></iframe>` }),
  ).toContain(leads);
});

describe('lines at either end', () => {
  it.each(['이용민 기자 |', '記者巫其倫', '박지수 특파원 jisu@herald.example'])(
    'a name and its office: %s',
    (line) => {
      expect(textOf({ before: `<p>${line}</p>` })).toBe(BODY);
      expect(textOf({ after: `<p>${line}</p>` })).toBe(BODY);
    },
  );

  it('an account for donations', () => {
    expect(textOf({ after: '<p>Spendenkonto: IBAN DE00 1234 5678 0000 0000 00, Herald e.V.</p>' })).toBe(
      BODY,
    );
  });

  it('what announces links that are dropped behind it', () => {
    const after =
      '<p>These are the other roofs of the town:</p><p><a href="/a">The roof of the mill and its swallows</a></p>';
    expect(textOf({ after })).toBe(BODY);
  });
});
