import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, PARAGRAPHS } from './read.ts';

const BODY = PARAGRAPHS.join('\n');
const textOf = (middle: string): string => contentOf(articleHtml({ middle })).text;

describe('lines that no article has as text', () => {
  it.each([
    'Warning: mysql_connect(): Access denied for user in /var/www/herald/db.php on line 12',
    'Deprecated: Function split() is deprecated in /var/www/herald/tags.php on line 7',
    'Strict Standards: Non-static method Roof::bees() should not be called statically in /srv/roof.php on line 3',
    '&lt;!--//--&gt;&lt;![CDATA[// window.queue.push("roof"); //--&gt;',
    '--&gt;',
    `${'UExFQVNFIGFjY2VwdA'.repeat(8)}==`,
    'pictures.example/roof/hives-on-the-roof.jpg',
    'FacebookTwitterLinkedInE-Mail',
    'Facebook | X | WhatsApp | Telegram',
    '(Visited 215 times, 55 visits today)',
    '37 views',
    '1.204 Aufrufe',
    'Visitas: 311',
    '412 просмотров',
    '조회수 1,204',
    '浏览次数：88',
    '#hives #roof #honey',
    '“',
    '%',
    '243.8',
  ])('%s', (line) => {
    expect(textOf(`<p>${line}</p>`)).toBe(BODY);
  });

  it.each([
    '=)',
    'Version 2.4 of the hive has been ready since the spring.',
    '31 hives stood on the roof.',
    'Twitter and Facebook took the video down.',
    'roof.example',
  ])('but not %s', (line) => {
    expect(textOf(`<p>${line}</p>`)).toContain(line);
  });

  it('whatever the markup calls them: numbers of pictures on a page of captions', () => {
    const pictures = PARAGRAPHS.map(
      (text, i) => `<figure><img src="/${i}.jpg" width="600"><p>${i + 1}/5</p><p>${text}</p></figure>`,
    ).join('');
    const html = `<html lang="en"><head><title>Bees</title></head><body><article><h1>Bees</h1>${pictures}</article></body></html>`;
    expect(contentOf(html).text).not.toMatch(/\d\/5/);
  });

  it('a last paragraph that the agency signs is no caption', () => {
    const last =
      'The council meets again in August to choose the engineers, and the beekeepers of the upper farms are to be heard before it decides. — Reuters';
    expect(contentOf(articleHtml({ after: `<p>${last}</p>` })).text).toContain(last);
    const caption = 'The beekeepers of the upper farms wait for the council on Monday. — Reuters';
    expect(textOf(`<p>${caption}</p>`)).not.toContain(caption);
  });
});
