/** Which news agency a text credits, as outlets write it: `(Reuters) -`, `By The Associated Press`, `© AFP`. */

export interface Credit {
  /** Short name of the agency. */
  readonly agency: string;
  /** Where it was stated. */
  readonly stated: 'dateline' | 'byline' | 'closing';
}

interface Agency {
  readonly name: string;
  /** How it is written; tried as a whole word. */
  readonly written: readonly string[];
  /** How it is written in brackets only. */
  readonly bracketed?: readonly string[];
  /** It is the name of people, too. */
  readonly isPersonal?: boolean;
  /** Domains of its own, where its texts come from first hand. */
  readonly domains: readonly string[];
}

const AGENCIES: readonly Agency[] = [
  {
    name: 'Reuters',
    written: ['Thomson Reuters', 'Reuters', 'رويترز', 'ロイター', 'Рейтер', '路透社'],
    domains: ['reuters.com'],
  },
  {
    name: 'AP',
    written: ['The Associated Press', 'Associated Press', 'AP'],
    domains: ['apnews.com', 'ap.org'],
  },
  {
    name: 'AFP',
    written: ['Agence France-Presse', 'AFP', 'أ ف ب', 'فرانس برس', '法新社'],
    domains: ['afp.com'],
  },
  { name: 'dpa', written: ['Deutsche Presse-Agentur', 'dpa-AFX', 'dpa'], domains: ['dpa.com'] },
  { name: 'PA', written: ['PA Media', 'Press Association', 'PA'], domains: ['pa.media'] },
  { name: 'ANSA', written: ['ANSA'], domains: ['ansa.it'] },
  { name: 'EFE', written: ['Agencia EFE', 'EFE'], domains: ['efe.com'] },
  { name: 'Xinhua', written: ['Xinhua', '新华社', '新華社'], domains: ['xinhuanet.com', 'news.cn'] },
  {
    name: 'Kyodo',
    written: ['Kyodo News', 'Kyodo', '共同通信'],
    bracketed: ['共同'],
    domains: ['kyodonews.net', 'kyodo.co.jp'],
  },
  { name: 'Jiji', written: ['Jiji Press', '時事通信'], bracketed: ['時事'], domains: ['jiji.com'] },
  { name: 'Yonhap', written: ['Yonhap', '연합뉴스'], domains: ['yna.co.kr'] },
  { name: 'UPI', written: ['United Press International', 'UPI'], domains: ['upi.com'] },
  {
    name: 'Bloomberg',
    written: ['Bloomberg News', 'Bloomberg'],
    isPersonal: true,
    domains: ['bloomberg.com'],
  },
  { name: 'APA', written: ['Austria Presse Agentur', 'APA'], domains: ['apa.at'] },
  { name: 'Keystone-SDA', written: ['Keystone-SDA', 'SDA', 'ATS'], domains: ['keystone-sda.ch'] },
  { name: 'ANP', written: ['ANP'], domains: ['anp.nl'] },
  { name: 'Belga', written: ['Belga'], domains: ['belganewsagency.eu', 'belga.be'] },
  { name: 'TT', written: ['TT'], domains: ['tt.se'] },
  { name: 'NTB', written: ['NTB'], domains: ['ntb.no'] },
  { name: 'Ritzau', written: ['Ritzau'], domains: ['ritzau.dk', 'ritzau.com'] },
  { name: 'PAP', written: ['PAP'], domains: ['pap.pl'] },
  { name: 'Lusa', written: ['Agência Lusa', 'Lusa'], isPersonal: true, domains: ['lusa.pt'] },
  { name: 'TASS', written: ['TASS', 'ТАСС'], domains: ['tass.com', 'tass.ru'] },
  { name: 'PTI', written: ['Press Trust of India', 'PTI'], domains: ['ptinews.com'] },
  { name: 'ANI', written: ['ANI'], domains: ['aninews.in'] },
  { name: 'AAP', written: ['Australian Associated Press', 'AAP'], domains: ['aap.com.au'] },
  {
    name: 'CP',
    written: ['The Canadian Press', 'Canadian Press'],
    domains: ['thecanadianpress.com'],
  },
  { name: 'Anadolu', written: ['Anadolu Agency', 'Anadolu Ajansı', 'Anadolu', 'AA'], domains: ['aa.com.tr'] },
  { name: 'IANS', written: ['IANS'], domains: ['ians.in'] },
  { name: 'Interfax', written: ['Interfax', 'Интерфакс'], domains: ['interfax.com', 'interfax.ru'] },
  { name: 'RIA Novosti', written: ['RIA Novosti', 'РИА Новости'], domains: ['ria.ru'] },
  { name: 'Ukrinform', written: ['Ukrinform', 'Укрінформ'], domains: ['ukrinform.net', 'ukrinform.ua'] },
  { name: 'UNIAN', written: ['UNIAN', 'УНІАН'], domains: ['unian.net', 'unian.ua'] },
  { name: 'Europa Press', written: ['Europa Press', 'EUROPA PRESS'], domains: ['europapress.es'] },
];

/** A dateline stands at the very beginning, a closing credit at the very end. */
const EDGE = 160;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What sets a dateline off from the text: a dash: a long one, or a hyphen that joins no words. */
const DASH = '(?:[.,]?\\s*(?:[–—]|--)|[.,]?-(?=\\s)|\\s-)';
/** Place and date: “OSTBY, Norway, March 3”, in a few words. */
const PLACE = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}\\p{Nd}.,'’/-]*(?:\\s[\\p{L}\\p{M}\\p{Nd}.,'’/-]+){0,6}";
const PLACE_IN_CAPITALS = "\\p{Lu}[\\p{Lu}.'’-]+(?: [\\p{Lu}.'’-]+){0,3}(?:, [\\p{L}\\p{Nd}. ]{1,30})?";

/** Of two letters are states, exams and titles too: “Sen. Doe (PA)”, “Advanced Placement (AP)”. */
const isAmbiguous = (written: string): boolean => written.length <= 2;

/** “with AFP”, in brackets around a credit. */
const WITH =
  '(?:(?:[Ww]ith|[Mm]it|[Aa]vec|[Cc]on(?: información de)?|[Cc]om(?: informações d[ae])?|[Zz]|[Mm]ed|[Mm]et)\\s)?';
/** What a source is stated with below a text. */
const SOURCE =
  '(?:Source|Quelle|Fonte|Fuente|Bron|Kilde|Källa|Źródło|Источник|Джерело|Kaynak|المصدر|来源|來源|出典)\\s?[:：]';

const patterns = AGENCIES.map((agency) => {
  const written = agency.written.map(escaped).join('|');
  const inBrackets = [...agency.written, ...(agency.bracketed ?? [])].map(escaped).join('|');
  const distinct = agency.written.filter((name) => !isAmbiguous(name)).map(escaped);
  const bracketed = (names: string): string =>
    `[(（[【]${WITH}(?:[^)）\\]】\\s]{1,20}[=\\s])?(?:${names})(?:[/\\s,–-][^)）\\]】]{0,30})?[)）\\]】]`;
  const signature = `(?:${written})(?:/\\p{L}{1,10}){0,3}`;
  const unmistakable =
    distinct.length === 0
      ? []
      : [
          // “Ostby (AFP) Le pont …”, “AFP - Le pont …”
          `${PLACE}\\s?${bracketed(distinct.join('|'))}\\s+\\p{Lu}`,
          `${PLACE}\\s?/(?:${distinct.join('|')})/`,
          `(?:${distinct.join('|')})\\s[–—-]{1,2}\\s`,
        ];
  return {
    agency,
    dateline: new RegExp(
      `^(?:${[
        // “OSTBY (Reuters) -”, “Ostby (dpa/lno) -”, “(ANSA) - OSTBY”
        `(?:${PLACE}\\s?)?${bracketed(written)}${DASH}`,
        `${PLACE_IN_CAPITALS} ${bracketed(written)}\\s+\\p{Lu}`,
        bracketed(inBrackets),
        // “OSTBY AP —”, “Ostby/dpa –”, “OSTBY - AFP -”
        `${PLACE_IN_CAPITALS} (?:${written})\\s?${DASH}`,
        `${PLACE}\\s?/\\s?${signature}${DASH}`,
        `${PLACE}\\s[–—-]\\s${signature}${DASH}`,
        ...unmistakable,
      ].join('|')})`,
      'mu',
    ),
    cjk: new RegExp(`^[据據]?(?:${written})`, 'u'),
    byline: new RegExp(
      agency.isPersonal === true
        ? `(?:^|[/,|(–-]\\s?)(?:${written})(?:$|\\s?[/,|)–-])`
        : `(?:^|[^\\p{L}\\p{N}])(?:${written})(?:$|[^\\p{L}\\p{N}])`,
      'u',
    ),
    closing: new RegExp(
      [
        `(?:©|Copyright|${SOURCE}|\\(c\\))\\s*(?:\\d{4}\\s*)?(?:${written})(?:$|[^\\p{L}\\p{N}])`,
        // The last line, or brackets behind the last sentence.
        `(?:^|\\n)\\s*[–—-]?\\s*${signature}(?:-infocom)?(?:, \\p{L}+:[\\d/-]+)?\\.?\\s*$`,
        `(?:^|[\\n.!?…。！？"”»’])\\s*${bracketed(inBrackets)}\\.?\\s*$`,
        ...(distinct.length === 0 ? [] : [`${bracketed(distinct.join('|'))}\\.?\\s*$`]),
      ].join('|'),
      'u',
    ),
  };
});

/**
 * The agency that a text credits, or null. Of several statements the dateline counts most. A name in
 * brackets counts where a dateline or a signature stands; elsewhere it is a part of the sentence.
 */
export function wireCredit(content: {
  readonly text: string;
  readonly authors: readonly string[];
  readonly organisations: readonly string[];
}): Credit | null {
  const opening = content.text.slice(0, EDGE);
  const ending = content.text.slice(-EDGE);
  for (const { agency, dateline, cjk } of patterns) {
    const startsCjk = /^[^\x00-\x7f]/.test(opening) && cjk.test(opening);
    if (dateline.test(opening) || startsCjk) return { agency: agency.name, stated: 'dateline' };
  }
  for (const { agency, byline } of patterns)
    if ([...content.authors, ...content.organisations].some((name) => byline.test(name)))
      return { agency: agency.name, stated: 'byline' };
  for (const { agency, closing } of patterns)
    if (closing.test(ending)) return { agency: agency.name, stated: 'closing' };
  return null;
}

/** Whether `host` is one that the agency publishes on itself. */
export function isAgencyHost(agency: string, host: string): boolean {
  const domains = AGENCIES.find((a) => a.name === agency)?.domains ?? [];
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
