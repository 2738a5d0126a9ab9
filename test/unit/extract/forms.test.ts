import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf } from './read.ts';

const htmlOf = (middle: string): string => contentOf(articleHtml({ middle })).html;
const markdownOf = (middle: string): string => contentOf(articleHtml({ middle })).markdown;

describe('the HTML of an article', () => {
  it.each([
    [
      'scripts',
      '<p>The keeper waits for rain before he opens the hive.<script>alert(1)</script></p>',
      /script|alert/,
    ],
    [
      'handlers',
      '<p onclick="steal()">The keeper waits for rain before he opens the hive.</p>',
      /onclick|steal/,
    ],
    [
      'script addresses',
      '<p>The keeper waits <a href="javascript:steal()">for rain</a> before he opens the hive.</p>',
      /javascript|steal/,
    ],
    [
      'script addresses in disguise',
      '<p>The keeper waits <a href=" java&#10;script:steal()">for rain</a> before he opens the hive.</p>',
      /steal/,
    ],
    [
      'data addresses',
      '<p>The keeper waits <a href="data:text/html,<script>x</script>">for rain</a> before he opens the hive.</p>',
      /data:/,
    ],
    [
      'styles',
      '<p style="position:fixed">The keeper waits for rain before he opens the hive.</p><style>p{color:red}</style>',
      /style|fixed|color/,
    ],
    [
      'forms',
      '<form action="/steal"><p>The keeper waits for rain before he opens the hive.</p><input name="card"></form>',
      /form|input|steal/,
    ],
    [
      'SVG with scripts',
      '<p>The keeper waits for rain before he opens the hive.<svg onload="steal()"><a xlink:href="javascript:x"></a></svg></p>',
      /svg|onload/,
    ],
    [
      'frames',
      '<p>The keeper waits for rain before he opens the hive.</p><iframe src="https://player.example/v/1" title="The film"></iframe>',
      /<iframe/,
    ],
  ])('has no %s', (_, middle, forbidden) => {
    expect(htmlOf(middle)).not.toMatch(forbidden);
  });

  it('makes addresses absolute and keeps captions in their place', () => {
    const html = htmlOf(
      '<figure><img src="/roof.jpg" alt="Hives" width="800" height="600"><figcaption>The hives on the roof.</figcaption></figure><p>See <a href="../plan.html">the plan</a> of the roof with its eleven stands.</p>',
    );
    expect(html).toContain(
      '<img src="https://valley-herald.example/roof.jpg" alt="Hives" width="800" height="600">',
    );
    expect(html).toContain('<figcaption>The hives on the roof.</figcaption>');
    expect(html).toContain('<a href="https://valley-herald.example/plan.html">the plan</a>');
  });

  it.each([
    ['a paragraph', '<p><b>Nora</b> <a href="/q">Quell</a> <i>said</i> that the bees had stung nobody.</p>'],
    [
      'an item',
      '<ul><li><b>Nora</b> <a href="/q">Quell</a> <i>said</i> that the bees had stung nobody.</li></ul>',
    ],
    [
      'a cell',
      '<table><tr><td><b>Nora</b> <a href="/q">Quell</a> <i>said</i> no.</td><td>2</td></tr></table>',
    ],
    [
      'emphasis',
      '<p><b>Nora</b><i> </i><a href="/q">Quell</a> <i>said</i> that the bees had stung nobody.</p>',
    ],
  ])('keeps the blank between two inline elements of %s', (_, middle) => {
    expect(htmlOf(middle).replace(/<[^>]*>/g, '')).toContain('Nora Quell said');
  });

  it('keeps the white space of preformatted text', () => {
    const code = 'def count(roof):\n    for hive in roof:\n\n        print(hive)\n\treturn';
    expect(htmlOf(`<pre>\n${code}\n</pre>`)).toContain(`<pre>${code}</pre>`);
    expect(
      htmlOf(
        '<pre><code class="language-py">if <span>a</span> <span>&lt;</span> <b>b</b>:\n    x<br>  y</code></pre>',
      ),
    ).toContain('<pre><code>if a &lt; <b>b</b>:\n    x\n  y</code></pre>');
    expect(
      htmlOf(
        `<ul><li>First, count them<pre>${code}</pre></li><li>Then open the smallest of the hives</li></ul>`,
      ),
    ).toContain(`<li>First, count them<pre>${code}</pre></li>`);
  });

  it('escapes text that looks like markup', () => {
    expect(
      htmlOf('<p>The label says &lt;script&gt;alert("bees")&lt;/script&gt; &amp; nobody knows why.</p>'),
    ).toContain('&lt;script&gt;alert("bees")&lt;/script&gt; &amp; nobody');
  });
});

describe('the markdown of an article', () => {
  it('writes headings, lists, quotes, code and tables', () => {
    const markdown = markdownOf(
      '<h2>What a hive needs</h2><ul><li>A <b>dry</b> stand<ul><li>of larch</li></ul></li><li>Water</li></ul><ol start="3"><li>Third</li><li>Fourth</li></ol>' +
        '<blockquote><p>They only sting who waves his arms, the keeper told the class.</p></blockquote><pre>count = 11\nprint(count)</pre>' +
        '<table><tr><th>Month</th><th>Honey</th></tr><tr><td>May</td><td>12 | kg</td></tr></table>',
    );
    expect(markdown).toContain('## What a hive needs');
    expect(markdown).toContain('- A **dry** stand\n\n  - of larch\n- Water');
    expect(markdown).toContain('3. Third\n4. Fourth');
    expect(markdown).toContain('> They only sting');
    expect(markdown).toContain('```\ncount = 11\nprint(count)\n```');
    expect(markdown).toContain('| Month | Honey |\n| --- | --- |\n| May | 12 \\| kg |');
  });

  it('has what stands over a table, cells over several columns and rows, and lines within a cell', () => {
    expect(
      markdownOf(
        '<table><caption>Honey by month</caption><tr><th>Month</th><th colspan="2">Honey and wax</th></tr>' +
          '<tr><td rowspan="2">May</td><td>12</td><td>first<br>second</td></tr><tr><td>4</td><td>5</td></tr></table>',
      ),
    ).toContain(
      '*Honey by month*\n\n| Month | Honey and wax |  |\n| --- | --- | --- |\n| May | 12 | first<br>second |\n|  | 4 | 5 |',
    );
  });

  it('has the lines and the language of code, terms, and what is raised or lowered', () => {
    const markdown = markdownOf(
      '<pre><code class="language-Py"><div>for hive in roof:</div><div>    count()<br>    stop()</div></code></pre>' +
        '<dl><dt>Drone</dt><dd>A male bee, who does none of the work.</dd></dl>' +
        '<p>The roof carries 10<sup>6</sup> bees, and the air above it has more CO<sub>2</sub> than before.</p>',
    );
    expect(markdown).toContain('```py\nfor hive in roof:\n    count()\n    stop()\n```');
    expect(markdown).toContain('**Drone**\n\nA male bee, who does none of the work.');
    expect(markdown).toContain('10<sup>6</sup> bees, and the air above it has more CO<sub>2</sub> than');
  });

  it('escapes what would be read as marks', () => {
    expect(
      markdownOf(
        '<p>1. The keeper writes *bees* and [hive] in his book_of_days every evening before sunset.</p>',
      ),
    ).toContain('1\\. The keeper writes \\*bees\\* and \\[hive\\] in his book\\_of\\_days');
  });

  it('writes links and pictures with absolute addresses', () => {
    const markdown = markdownOf(
      '<p>The keeper waits for <a href="/rain(1)">rain</a> before he opens the hive on the roof.</p>',
    );
    expect(markdown).toContain('[rain](https://valley-herald.example/rain%281%29)');
  });
});
