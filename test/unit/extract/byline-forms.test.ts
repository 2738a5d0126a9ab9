import { describe, expect, it } from 'vitest';
import { isByline, isOrganisation, splitNames } from '../../../src/extract/fields/names.ts';
import { articleHtml, contentOf } from './read.ts';

const LINES: [string, string[]][] = [
  ['김하늘 기자 haneul@valley.example', ['김하늘']],
  ['【山川花子】', ['山川花子']],
  ['文・山川花子', ['山川花子']],
  ['取材・文：山川花子', ['山川花子']],
  ['山川花子 編集委員', ['山川花子']],
  ['记者林小雨 周明 报道', ['林小雨', '周明']],
  ['ليلى حداد وكريم منصور', ['ليلى حداد', 'كريم منصور']],
  ['بقلم: ليلى حداد وكريم منصور', ['ليلى حداد', 'كريم منصور']],
  ['كريم محمد وليد', ['كريم محمد وليد']],
  ['ليلى حداد - القاهرة', ['ليلى حداد']],
  ['By Ines Maroto — London', ['Ines Maroto']],
  ['Ines Maroto – São Paulo', ['Ines Maroto']],
  ['Ines Maroto – Jon Veld', ['Ines Maroto', 'Jon Veld']],
  ['By Ines Maroto – Reuters', ['Ines Maroto', 'Reuters']],
  ['Oprac. Jan Gil', ['Jan Gil']],
  ['Propos recueillis par Ines Maroto', ['Ines Maroto']],
  ['来源：新华社', ['新华社']],
  ['Źródło: PAP', ['PAP']],
  ['Quelle: Ines Maroto', []],
  ['Von unserer Redakteurin Eva Braunfeld', ['Eva Braunfeld']],
  ['Aus Wien berichtet Eva Braunfeld', ['Eva Braunfeld']],
  ['Dal nostro inviato a Roma Marco Neri', ['Marco Neri']],
  ['Door onze redacteur Piet Vos', ['Piet Vos']],
  ['De notre envoyée spéciale à Rome, Ines Maroto', ['Ines Maroto']],
  ['De nuestro corresponsal en Lima, Luis Mora', ['Luis Mora']],
  ['By our correspondent Jon Veld', ['Jon Veld']],
  ['Written by: Ines Maroto. Edited by: Jon Veld', ['Ines Maroto']],
  ['Reporting by Ines Maroto; Editing by Jon Veld', ['Ines Maroto']],
  ['By Ines Maroto, PhD', ['Ines Maroto']],
  ['By Ines Maroto, M.D., and Jon Veld', ['Ines Maroto', 'Jon Veld']],
  ['JON VEE', ['Jon Vee']],
];

describe('bylines', () => {
  it.each(LINES)('name who wrote it: %s', (line, names) => {
    expect(splitNames(line)).toEqual(names);
  });

  it.each([
    'Our correspondents have seen the bees',
    'Von unserem Garten aus sieht man die Bienen',
    'De notre jardin on voit les abeilles',
    '文・写真',
  ])('are none: %s', (line) => {
    expect(isByline(line)).toBe(false);
  });

  it('know agencies by how their names end', () => {
    expect(['新华社', '山川新聞社', '山川花子'].map(isOrganisation)).toEqual([true, true, false]);
  });

  it('have name and role apart, though the markup has no blank between them', () => {
    const before = '<p class="author"><span>Ines Maroto</span><span>Political editor</span></p>';
    expect(contentOf(articleHtml({ before })).authors).toEqual(['Ines Maroto']);
  });
});
