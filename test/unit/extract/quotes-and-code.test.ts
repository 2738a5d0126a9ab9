import { describe, expect, it } from 'vitest';
import { splitNames } from '../../../src/extract/fields/names.ts';
import { articleHtml, contentOf, PARAGRAPHS, TITLE } from './read.ts';

const of = (middle: string, head = '') => contentOf(articleHtml({ head, middle }));
const QUOTE = 'The bees take what they want, and they ask nobody.';

describe('whose words a quote has', () => {
  it.each([
    ['footer', `<blockquote><p>${QUOTE}</p><footer>— Nora Quell, <cite>teacher</cite></footer></blockquote>`],
    ['cite', `<blockquote><p>${QUOTE}</p><cite>— Nora Quell, teacher</cite></blockquote>`],
    [
      'the caption of its figure',
      `<figure><blockquote><p>${QUOTE}</p></blockquote><figcaption>— Nora Quell, teacher</figcaption></figure>`,
    ],
  ])('stays with it in every form: %s', (_, middle) => {
    const { text, markdown, html } = of(middle);
    expect(text).toContain(`\n${QUOTE}\n— Nora Quell, teacher\n`);
    expect(markdown).toContain(`\n> ${QUOTE}\n>\n> — Nora Quell, teacher\n`);
    const quote = /<blockquote>([\s\S]*?)<\/blockquote>/.exec(html)?.[1]?.replace(/<[^>]*>/g, '') ?? '';
    expect(quote.replace(/\s+/g, ' ')).toBe(`${QUOTE} — Nora Quell, teacher`);
  });

  it('goes with a pull quote, and a picture’s caption stays one', () => {
    const pulled = (PARAGRAPHS[2] ?? '').slice(0, 54);
    expect(of(`<blockquote><p>${pulled}</p><footer>— Nora Quell</footer></blockquote>`).text).toBe(
      PARAGRAPHS.join('\n'),
    );
    const { text, html } = of(
      `<figure><img src="/roof.jpg"><blockquote><p>${QUOTE}</p></blockquote><figcaption>Nora Quell in May</figcaption></figure>`,
    );
    expect(text).not.toContain('Nora Quell in May');
    expect(html).toContain('<figcaption>Nora Quell in May</figcaption>');
  });
});

describe('code in a table with its lines’ numbers', () => {
  it.each([
    [
      'numbers in one cell',
      '<table class="highlighttable"><tr><td class="linenos"><pre>1\n2\n3</pre></td><td class="code"><div><pre class="language-py"><span>a</span> = 1\nif a:\n    b = 2\n</pre></div></td></tr></table>',
    ],
    [
      'a row a line',
      '<table class="highlight language-py"><tr><td>1</td><td class="blob-code">a = 1</td></tr><tr><td>2</td><td class="blob-code">if a:</td></tr><tr><td>3</td><td class="blob-code">    b = 2</td></tr></table>',
    ],
    [
      'numbers that only the style shows',
      '<table><tr><td data-line-number="1"></td><td><code class="lang-py">a = 1</code></td></tr><tr><td data-line-number="2"></td><td><code>if a:</code></td></tr><tr><td data-line-number="3"></td><td><code>    b = 2</code></td></tr></table>',
    ],
  ])('is code: %s', (_, table) => {
    const { text, markdown, html } = of(table);
    expect(markdown).toMatch(/\n\n```(?:py)?\na = 1\nif a:\n {4}b = 2\n```\n\n/);
    expect(html).toContain('<pre>a = 1\nif a:\n    b = 2</pre>');
    expect(text).toContain('\na = 1\nif a:\n    b = 2\n');
  });

  it('a line that is marked up word by word is whole', () => {
    const line = (number: number, code: string) => `<tr><td>${number}</td><td>${code}</td></tr>`;
    const table = `<table>${line(1, '<code>let</code> <code>bees = 3</code>')}${line(2, '<code>bees</code><code> += 1</code>')}</table>`;
    expect(of(table).html).toContain('<pre>let bees = 3\nbees += 1</pre>');
  });

  it('a table of numbers and of words about code is a table', () => {
    const { text, html } = of(
      '<table><tr><td>1</td><td><code>ENOROOF</code> the roof is too weak for a hive</td></tr><tr><td>2</td><td><code>ENOBEE</code> the hive is empty</td></tr></table>',
    );
    expect(text).toContain('ENOROOF the roof is too weak for a hive');
    expect(html).not.toContain('<pre>');
  });

  it('a table of numbers and words is a table', () => {
    const { markdown } = of(
      '<table><tr><td>1</td><td>Roof</td></tr><tr><td>2</td><td>Meadow, see <code>map</code></td></tr></table>',
    );
    expect(markdown).toContain('| 1 | Roof |');
  });
});

describe('a cell over several rows', () => {
  it('does not make a page many times as long', () => {
    const head = `<tr>${'<td rowspan="1000">honey of the upper meadow in the first week of May</td>'.repeat(20)}<td>0</td></tr>`;
    const rows = Array.from({ length: 999 }, (_, i) => `<tr><td>${i} kg</td></tr>`).join('');
    const html = articleHtml({ middle: `<table>${head}${rows}</table>` });
    const { text } = contentOf(html);
    expect(text).toContain('998 kg');
    expect(text.length).toBeLessThan(2 * html.length);
  });

  it('is said in each of them, so that the others stay under their heads', () => {
    const { text } = of(
      '<table><tr><th rowspan="2">Month</th><th colspan="2">Honey</th></tr><tr><th>Roof</th><th>Meadow</th></tr>' +
        '<tr><td rowspan="3">May</td><td>12</td><td>4</td></tr><tr><td></td><td></td></tr><tr><td>13</td><td>5</td></tr>' +
        '<tr><td>June</td><td>9</td><td>2</td></tr></table>',
    );
    const rows = text.split('\n').filter((line) => line.includes(' | '));
    expect(rows).toEqual([
      'Month | Honey',
      'Month | Roof | Meadow',
      'May | 12 | 4',
      'May | 13 | 5',
      'June | 9 | 2',
    ]);
  });
});

describe('answers that the linked data leaves out', () => {
  const linked = (body: string): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: TITLE, articleBody: body })}</script>`;
  const answer = 'The town and the county, each one half.';

  it.each(['Who pays?', 'Häufig gestellte Fragen', 'Questions and answers', '一問一答'])(
    'are text behind “%s”',
    (heading) => {
      const { text } = of(`<h3>${heading}</h3><p>${answer}</p>`, linked(PARAGRAPHS.join('\n')));
      expect(text).toContain(`${heading}\n${answer}`);
    },
  );

  it('but no other line, nor one behind a paragraph that it has', () => {
    const head = linked(PARAGRAPHS.join('\n'));
    expect(of(`<p>${answer}</p>`, head).text).toBe(PARAGRAPHS.join('\n'));
    const [first, second, ...rest] = PARAGRAPHS;
    const html = `<html lang="en"><head><title>${TITLE}</title>${head}</head><body><article><h1>${TITLE}</h1><p>${first}</p><h3>Who pays?</h3><p>${second}</p><p>${answer}</p>${rest.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
    expect(contentOf(html).text).not.toContain(answer);
  });
});

describe('“and” between the family names of one person', () => {
  it.each([
    ['José Ortega y Gasset', ['José Ortega y Gasset']],
    ['Von José Ortega y Gasset und Anna Meier', ['José Ortega y Gasset', 'Anna Meier']],
    ['By María García y López and Tom Hale', ['María García y López', 'Tom Hale']],
    ['Tom Hale, José Ortega y Gasset', ['Tom Hale', 'José Ortega y Gasset']],
    ['Por Ana Pérez y Juan López', ['Ana Pérez', 'Juan López']],
    ['Por Ana Pérez, Luis Gil y Juan López', ['Ana Pérez', 'Luis Gil', 'Juan López']],
    ['Por Ana Pérez y Reuters', ['Ana Pérez', 'Reuters']],
    ['Por Ana y Juan', ['Ana', 'Juan']],
    ['Por Ana García y Pedro', ['Ana García', 'Pedro']],
    ['Ana García y Pedro, Tom Hale', ['Ana García', 'Pedro', 'Tom Hale']],
    ['Di Marco Bianchi e Giulia', ['Marco Bianchi', 'Giulia']],
    ['Anna Nowak i Piotr', ['Anna Nowak', 'Piotr']],
    ['Antoni Gaudí i Cornet', ['Antoni Gaudí i Cornet']],
    ['Por João Volta e Pinto', ['João Volta e Pinto']],
  ])('%s', (line, names) => {
    expect(splitNames(line)).toEqual(names);
  });
});
