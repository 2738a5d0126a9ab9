import { describe, expect, it } from 'vitest';
import { isAgencyHost, wireCredit } from '../../../src/dedupe/credit.ts';
import { type Member, primaryOf } from '../../../src/dedupe/primary.ts';

const credit = (text: string, authors: string[] = [], organisations: string[] = []) =>
  wireCredit({ text, authors, organisations });

describe('wireCredit', () => {
  it.each([
    ['OSTBY (Reuters) - The bridge is open.', 'Reuters'],
    ['OSTBY, Norway (AP) — The bridge is open.', 'AP'],
    ['Ostby (dpa/lno) - Die Brücke ist offen.', 'dpa'],
    ['OSTBY, March 3 (Xinhua) -- The bridge is open.', 'Xinhua'],
    ['(ANSA) - OSTBY, 3 MAR - Il ponte è aperto.', 'ANSA'],
    ['Ostby, 3 mar (EFE).- El puente está abierto.', 'EFE'],
    ['新华社奥斯特比3月3日电 大桥开通。', 'Xinhua'],
    ['OSTBY AP — The bridge is open.', 'AP'],
    ['Ostby/dpa – Die Brücke ist offen.', 'dpa'],
    ['OSTBY - AFP - Le pont est ouvert.', 'AFP'],
    ['Ostby (AFP) Die Brücke ist offen.', 'AFP'],
    ['OSTBY, Jan. 3 (Reuters) - The bridge is open.', 'Reuters'],
    ['The bridge is open\nOSTBY (Reuters) - The bridge is open.', 'Reuters'],
    ['(서울=연합뉴스) 다리가 열렸다.', 'Yonhap'],
    ['OSTBY (AP) The bridge is open.', 'AP'],
    ['NEW OSTBY, Mar 3 (PTI) The bridge is open.', 'PTI'],
    ['Ostby, 3. März (Keystone-SDA) Die Brücke ist offen.', 'Keystone-SDA'],
    ['OSTBY, March 3. /TASS/. The bridge is open.', 'TASS'],
    ['OSTBY (AA) - The bridge is open.', 'Anadolu'],
    ['【共同通信】橋が開通した。', 'Kyodo'],
    ['据新华社3月3日报道，大桥开通。', 'Xinhua'],
    ['أوستبي (رويترز) - افتتح الجسر.', 'Reuters'],
  ])('reads the dateline of %s', (text, agency) => {
    expect(credit(text)).toEqual({ agency, stated: 'dateline' });
  });
  it('reads bylines and closing lines', () => {
    expect(credit('The bridge is open.', ['Ida Brandt', 'The Associated Press'])).toEqual({
      agency: 'AP',
      stated: 'byline',
    });
    expect(credit('The bridge is open.', ['Ida Brandt'], ['AFP'])).toEqual({
      agency: 'AFP',
      stated: 'byline',
    });
    expect(credit('Le pont est ouvert.\n© AFP')).toEqual({ agency: 'AFP', stated: 'closing' });
  });
  it.each([
    ['Die Brücke ist offen.\ndpa', 'dpa'],
    ['Le pont est ouvert.\nAFP', 'AFP'],
    ['Die Brücke ist offen.\ndpa/AFP', 'dpa'],
    ['Die Brücke ist offen.\n© dpa-infocom, dpa:260303-99-1/2', 'dpa'],
    ['Die Brücke ist offen.\ndpa-infocom, dpa:260303-99-1/2', 'dpa'],
    ['The bridge is open. (AP)', 'AP'],
    ['The bridge is open.\n(PA)', 'PA'],
  ])('reads the signature of %j', (text, agency) => {
    expect(credit(`${'The river is calm. '.repeat(20)}\n${text}`)).toEqual({ agency, stated: 'closing' });
  });
  it.each([
    ['橋が開通した。（共同）', 'Kyodo'],
    ['大桥开通。\n来源：新华社', 'Xinhua'],
    ['Il ponte è aperto.\nFonte: ANSA', 'ANSA'],
    ['El puente está abierto. (Con información de EFE)', 'EFE'],
    ['Le pont est ouvert. (avec AFP)', 'AFP'],
    ['Die Brücke ist offen. (mit dpa)', 'dpa'],
  ])('reads the closing credit of %s', (text, agency) => {
    expect(credit(text)).toEqual({ agency, stated: 'closing' });
  });
  it('does not take people for agencies', () => {
    expect(credit('The bridge is open.', ['Michael Bloomberg', 'Lusa Moreira'])).toBeNull();
    expect(credit('The bridge is open.', ['Ida Brandt, Bloomberg'])?.agency).toBe('Bloomberg');
  });
  it('does not take a mention for a credit', () => {
    expect(credit('The mayor told Reuters that the bridge is open. PA systems were tested.')).toBeNull();
    expect(credit('Sen. John Doe (PA) said on Monday that the bridge is open.')).toBeNull();
    expect(credit('The bridge was praised by Sen. John Doe (PA).')).toBeNull();
    expect(credit('Students took the Advanced Placement (AP) exam in May.')).toBeNull();
    expect(credit('He works for (AP)-style rules.')).toBeNull();
    expect(credit('The APP is new.', ['Pat Reutersward'])).toBeNull();
  });
  it('knows an agency’s own hosts', () => {
    expect(isAgencyHost('AP', 'apnews.com')).toBe(true);
    expect(isAgencyHost('AP', 'www.apnews.com')).toBe(true);
    expect(isAgencyHost('AP', 'notapnews.com')).toBe(false);
  });
});

describe('primaryOf', () => {
  const member = (articleId: string, published: string | null, more: Partial<Member> = {}): Member => ({
    articleId,
    url: `https://${articleId}.example/a`,
    text: 'The bridge is open.',
    authors: [],
    organisations: [],
    published,
    publishedPrecision: 'second',
    seen: new Date('2026-03-04T12:00:00Z'),
    withdrawn: false,
    ...more,
  });
  it('is the earliest credible publication', () => {
    expect(
      primaryOf([
        member('a', '2026-03-04T09:00:00.000Z'),
        member('b', '2026-03-04T08:00:00.000Z'),
        member('c', null),
        member('d', '2026-03-04T00:00:00.000Z', { publishedPrecision: 'day' }),
        member('e', '2031-01-01T00:00:00.000Z'),
      ]),
    ).toBe('b');
    expect(primaryOf([])).toBeNull();
  });
  it('is the agency’s own page where copies credit it', () => {
    expect(
      primaryOf([
        member('a', '2026-03-04T08:00:00.000Z', { text: 'OSTBY (Reuters) - The bridge is open.' }),
        member('b', '2026-03-04T09:00:00.000Z', { url: 'https://www.reuters.com/world/bridge' }),
      ]),
    ).toBe('b');
  });
  it('is a member that was withdrawn only where all were', () => {
    const early = member('a', '2026-03-04T08:00:00.000Z', { withdrawn: true });
    const late = member('b', '2026-03-04T09:00:00.000Z');
    expect(primaryOf([early, late])).toBe('b');
    expect(primaryOf([early, { ...late, withdrawn: true }])).toBe('a');
    const agency = { url: 'https://www.reuters.com/bridge', text: 'OSTBY (Reuters) - The bridge is open.' };
    expect(primaryOf([member('a', '2026-03-04T08:00:00.000Z', { ...agency, withdrawn: true }), late])).toBe(
      'b',
    );
  });
  it('is not the one with a date long past that no other host bears out', () => {
    const today = member('a', '2026-03-04T08:00:00.000Z');
    expect(primaryOf([today, member('b', '1970-01-01T00:00:00.000Z')])).toBe('a');
    expect(
      primaryOf([today, member('b', '1970-01-01T00:00:00.000Z'), member('c', '1970-01-01T00:00:00.000Z')]),
    ).toBe('a');
    expect(primaryOf([today, member('b', '2024-05-01T00:00:00.000Z')])).toBe('a');
    const twice = member('c', '2024-05-02T00:00:00.000Z');
    expect(primaryOf([today, member('b', '2024-05-01T00:00:00.000Z'), twice])).toBe('b');
    expect(
      primaryOf([today, member('b', '2024-05-01T00:00:00.000Z'), { ...twice, url: 'https://b.example/old' }]),
    ).toBe('a');
  });
});
