/** Reads people and organisations out of bylines. */
import { decodeEntities, foldSpace } from '../text.ts';
import { sourceIn, withCommas, withoutBrackets, withoutOffice } from './byline-forms.ts';
import { isMonthName } from './calendar-words.ts';
import { isGivenName } from './given-names.ts';

const BY =
  /^(?:(?:alle (?:artikel|beiträge)|beiträge|mehr|all (?:articles|posts|stories)|articles|posts|view all posts|tous les articles|todos los artículos|tutti gli articoli) (?:by|von|de|di)|(?:text|words|story|texte|texto|testo) (?:&|and|und|et|y|e|\+) (?:fotos?|photos?|pictures|bilder|images?|video)|(?:escrito|publicado|redactado|elaborado|postado) por|(?:écrit|publié|rédigé|posté|recueilli|propos recueillis) par|(?:scritto|pubblicato|postato) da|(?:geschrieben|verfasst|erstellt|veröffentlicht|gepostet|eingestellt|aufgezeichnet|protokolliert) von|(?:geschreven|geplaatst|gepost) door|(?:skrevet|publisert|publiceret) a[fv]|(?:skriven|skrivet|publicerad) av|(?:ditulis|diposting) oleh|(?:написал|опубликовал|подготовил|розповів|підготував)а?|(?:napisał|opublikował|dodał)a?|(?:written|posted|reported|published|story|text|words|report|article|opinion|analysis|photography|created|submitted|edited|reviewed)\s+(?:and [a-z]+\s+)?by|by|von|vom|de la rédaction de|par|por|di|de|a cura di|door|av|af|od|autor(?:in|en|es|[*:/_]in(?:nen)?|in\/autor)?|author(?:s)?|auteur|autore|autori|writer|text(?: von)?|texte|texto|testo|tekst|tekst:|(?:ein |eine )?(?:interview|kommentar|gastbeitrag|kolumne|reportage|pressemitteilung|analyse|essay) (?:von|by|par|por|di)|текст|автор|автори|авторы|yazar|yazan|haber|przez|skrev|kirjoittaja|írta|scris de|ditulis oleh|piše|napsal(?:a)?|tác giả|γράφ(?:ει|ουν) (?:ο|η|οι)|par:|作者|記者|记者|文|撰文|責任編輯|责任编辑|责编|責編|编辑|編輯|글|بقلم|كتب|كتبت)\s*[:：|]?\s+(?=\S)|^(?:by|von|par|por|di|door|(?:text|words|story) (?:&|and|und) (?:fotos?|photos?|pictures|bilder)|autor(?:in|[*:/_]in(?:nen)?|in\/autor)?|autor(?:en|innen)|authors?|auteur|autore|text|texte|tekst|interview|kommentar|gastbeitrag|kolumne|redaktion|reportage|entrevista|intervista|wywiad|интервью|текст|автор|yazar|teksti|(?:toimittaja|skribent|journalist|reporter|reportér|redaktor)(?=\s*[:：])|kirjoittaja|írta|szerzők?|scris de|oleh|penulis|pewarta|piše|autori|tác giả|συντάκτ(?:ης|ρια)|κείμενο|作者|記者|记者|文|撰文|責任編輯|责任编辑|责编|責編|编辑|編輯|글|基자|बाय|द्वारा|بقلم)\s*[:：/／|]\s*/iu;

/** “By” that markup runs into the name. */
const GLUED_BY = /^(?:By|Von|Par|Por|Door|Autor|Autoren|Author)(?=\p{Lu}[\p{Ll}.])/u;

/** What begins the part of a byline that is not about who wrote the text. */
const OTHER_WORK =
  /[\s,;|](?:fotos?|photos?|bild(?:er)?|illustration(?:en|s)?|video|grafik(?:en)?|graphics|übersetzung|übersetzt|translat(?:ion|ed)|mitarbeit|pictures|images?|kamera|camera)\s*(?:von|by|par|por|di|:)(?=\s|$).*$/iu;

/** A date that follows the name in one line, with the word before it. */
const DATE_TAIL =
  /[\s,|–—·-]+(?:(?:am|on|vom|le|el|il|op|den|at|um|last edited|published|posted)\s+)?(?:\p{L}{2,10}[.,]{1,2}\s+)?(?:\p{L}{3,12}\.?\s+)?\d{1,4}(?:st|nd|rd|th)?[\s.,:/-].*$/iu;
const WEEKDAY =
  /\s+(?:(?:am|on|le|el)\s+)?(?:mon|tues?|wed|thurs?|fri|sat|sun|mo|di|mi|do|fr|sa|so|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[.,]*$/iu;

/** What stands in a byline where nobody is named: the editors as a whole. */
const DESK =
  /^(?:die |la |the )?(?:redaktion|redakteur|redacción|redaccion|rédaction|redazione|redação|redactie|redakcja|редакция|редакція|newsroom|news desk|editorial (?:staff|team|board)|agencies|staff|nachrichtenredaktion|onlineredaktion|online-redaktion|redaktionen|redaksjonen|toimitus|szerkesztőség|redacția|redacţia|redakce|redakcija|redakcia|redaksi|tim redaksi)$/iu;

/** What follows a name and is no name: a role, a place, a time. */
const ROLE =
  /(?:^|\s)(?:staff|senior|chief|political|foreign|editor|editor-in-chief|reporter|correspondent|columnist|contributor|writer|journalist|producer|redakteur(?:in)?|redaktion|chefredakteur|korrespondent(?:in)?|journaliste|correspondant(?:e)?|grand reporter|envoyé(?:e)? spécial(?:e)?|rédact(?:eur|rice)|redactor(?:a)?|corresponsal|periodista|enviado especial|corrispondente|inviato|giornalista|redattore|jornalista|repórter|redacteur|verslaggever|correspondente|dziennikarz|журналист(?:ка)?|корреспондент|кореспондент|редактор|журналістка?|muhabir|editör|photographer|fotograf(?:ie)?|foto|professor|lecturer|director|analyst|fellow|phd|m\.?d\.?)(?:\s|$|,|\.)/iu;

/** What somebody writes about or from where, without their name: “Redactora de Cultura”, “Redakteur für Politik”. */
const ROLE_OF =
  /^(?:redactora?|periodista|corresponsal|enviad[oa] especial|journaliste|correspondante?|envoyée? spéciale?|rédact(?:eur|rice)|giornalista|corrispondente|inviat[oa]|redattore|redattrice|jornalista|repórter|correspondente|redakteur(?:in)?|korrespondent(?:in)?|redacteur|redactrice|verslag(?:gever|geefster))\s(?:de|del|da|do|das|dos|du|des|di|della|dei|en|em|in|von|für|voor)\s/iu;

/** Whose writer somebody is, in a line of its own: “AP Entertainment Writer”, “BBC political editor”. */
const AGENCY_ROLE =
  /^(?-i:\p{Lu}{2,5}|Ap|Afp|Upi|Bbc|Cnn)\s(?:\S+\s){0,3}(?:writer|editor|reporter|correspondent|staff|producer|photographer)$/iu;

/** Roles that Korean, Japanese and Chinese bylines put behind the name as a word of their own. */
const EASTERN_ROLE =
  /(?<=\p{Script=Hangul}{2,4})(?:기자|특파원|논설위원)$|\s+(?:\p{Script=Hangul}{0,4}(?:기자|특파원|논설위원)|(?:\p{Script=Han}{0,4})(?:記者|记者|特派員|编辑|編輯|編集委員|論説委員|編集長|支局長))$/u;

/** The paper or the place that Korean bylines put before the name: “부산=…”. */
const KOREAN_PLACE = /^[^=]{1,20}=\s?(?=\p{Script=Hangul}{2,4}(?:\s|기자|$))/u;

const STOP =
  /\b(?:no author|creative commons|not available|publiziert|erschienen|updated|published|posted|aktualisiert|veröffentlicht|publié|mis à jour|actualizado|publicado|aggiornato|pubblicato|min(?:ute)?s? read|read more|comments?|share|follow|twitter|facebook|view (?:all|more)|see (?:all|more)|(?:zur )?artikelübersicht|alle artikel|tous les articles|cc by|über uns|about us|impressum|privacy policy|contact us|more from|more by|about the author|subscribe|newsletter|photo(?:s)? by|photo:|email|log ?in|sign ?up|copyright|all rights|©)\b/iu;

const ORGANISATION =
  /(?:\b(?:news|press|agency|agencia|agence|agentur|agencies|redaktion|redacción|redaccion|rédaction|redazione|redação|redactie|redakcja|editorial|desk|staff|team|media|newspaper|magazine|times|post|tribune|gazette|herald|today|online|digital|bureau|network|group|inc|ltd|gmbh|llc|corp(?:oration)?|company|foundation|institute|university|ministry|department|committee|council|board|reuters|afp|dpa|apa|ansa|efe|lusa|tass|ria|xinhua|yonhap|kyodo|jiji|bernama|ritzau|agerpres|tanjug|belga|pap|upi|bloomberg|service|services|wire|channel|tv|radio|com|org|net|www|admin|administrator|webmaster|editors?|contributors?|correspondents?|reporters?|desk|web|studio|club|association|society|community|office|report|gmbh|ag|se|kg|e\.?\s?v|bund|institut|universität|hochschule|stiftung|agentur|redakteur|verein|verband|anstalt|ministerium|pressestelle|nachrichten|zeitung|ajansı)\b|(?:verband|verein|anstalt|ministerium|stiftung|redaktion|zeitung)(?=\s|$)|редакция|редакція|編集部|新聞|新闻|通讯社|通信社|編輯部|편집부|뉴스|신문)/iu;

/** What leads to a person's other articles, behind the name. */
const MORE_OF_THEM =
  /\s+(?:(?:otros|más|todos los) (?:artículos|posts)|ver (?:todos|todas|más)|(?:alle|mehr|weitere|zu den) (?:artikeln?|beiträgen?|texten?)|(?:all|more|other) (?:posts|articles|stories)|tous (?:les|ses) articles|plus d['’]articles|(?:tutti gli|altri) articoli|(?:mais|outros|todos os) (?:artigos|posts|textos)|(?:alle|meer) (?:artikelen|berichten)|(?:все|другие) (?:статьи|материалы|публикации)|(?:усі|всі|інші) (?:статті|матеріали|публікації)|tüm (?:yazıları|haberleri)|(?:wszystkie|inne|więcej) artykuł(?:y|ów))(?:\s.*)?$/iu;
/** For whom somebody wrote: “Jon Veld for Valley Herald”. */
const WRITTEN_FOR = /\s(?:[Ff]or|FOR|für|pour|para|voor|för|dla|для)\s\S.*$/u;
/** A line about a picture or a translation, and what an account is named before anybody gives it a name. */
const NOBODY =
  /^(?:(?:foto|photo|фото|imagen|immagine|zdjęcie|fotografía|fotografia|illustration|übersetzung|traducción|traduction|źródło|source|quelle|fuente|fonte|источник|джерело|kaynak|bron|kilde|källa|traduzione|tradução|translation|translated|zitat|quote|cita|citation|перевод|переклад)s?(?=[\s:]|$)|(?:admin|administrator|webmaster|root|superuser|super user|user|guest|gast|anonymous|anonym|unknown|unbekannt|wordpress|author|autor|null|undefined|none|n\/a|default|test|system|moderator)\d*$)/iu;
/** An office whose name says what it is for: the “and” in it parts nobody. */
const OFFICE =
  /(?:\b(?:ministry|department|office|bureau|institute?|agency|council|commission|committee|cent(?:er|re)|society|association|federation|ministère|ministerio|ministero|ministério|secretaría|direction|université|universidad|università|universidade)|(?:ministerium|anstalt|amt|behörde|agentur|institut|verband|verein|gesellschaft|zentrum|kommission|stiftung|universität|hochschule))\s(?:für|for|of|de|des|du|del|della|dei|da|do|di|der|van|voor|för)\s/iu;
const LONGEST_OFFICE = 90;

const PARTICLE = new Set([
  'de',
  'da',
  'do',
  'dos',
  'das',
  'del',
  'della',
  'di',
  'van',
  'von',
  'der',
  'den',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'ben',
  'y',
  'e',
  'zu',
  'zur',
  'af',
  'du',
  'des',
  'ter',
  'ten',
  'ibn',
  'abu',
  'o',
]);

/** Whether a name is that of an organisation, desk or agency rather than a person. */
export function isOrganisation(name: string): boolean {
  return (
    DESK.test(name) ||
    ORGANISATION.test(name) ||
    /^\p{Script=Han}{2,10}(?:社|网|網|報|报|台)$/u.test(name) ||
    /^\p{Lu}{2,6}(?:\/[A-Za-z]{2,6})*$/u.test(name) ||
    /\.(?:com|org|net|[a-z]{2})$/i.test(name)
  );
}

/** Those of a list of names that are organisations, desks or agencies, in order. */
export function organisationsAmong(list: readonly string[]): string[] {
  return list.filter(isOrganisation);
}

/** Whether a short line begins like a byline and names somebody. */
export function isByline(line: string): boolean {
  return (
    line.length <= 200 &&
    (BY.test(unwrapped(line)) || GLUED_BY.test(line) || withoutOffice(line) !== null) &&
    splitNames(line).length > 0
  );
}

/** A line without the brackets around all of it. */
function unwrapped(line: string): string {
  return /^[(（[【][^()（）[\]【】]*[)）\]】]$/u.test(line) ? line.slice(1, -1).trim() : line;
}

/** Takes "By" and the like off the front. */
export function stripBy(text: string): string {
  let out = text;
  for (let i = 0; i < 2; i++) out = out.replace(BY, '');
  return out.replace(GLUED_BY, '').trim();
}

/**
 * Names in one byline, in order, each once: split at commas, slashes and "and" in many languages;
 * roles, places, dates, addresses and handles left out.
 */
export function splitNames(raw: string): string[] {
  const shown = foldSpace(decodeEntities(raw.slice(0, 1000)).replace(/(?:https?:\/\/|www\.)\S+/gi, ' '));
  const source = sourceIn(shown);
  if (source !== null) return isOrganisation(source) ? [source] : [];
  const bare = withoutBrackets(shown);
  const line = withCommas(withoutOffice(bare) ?? bare, isOrganisation);
  const inner = unwrapped(line);
  const text = stripBy(
    inner !== line && BY.test(inner) ? inner : line.replace(/\((?:[^()]{0,80})\)|\[[^\][]{0,80}\]/g, ' '),
  );
  const office = officeOf(text);
  if (office !== null) return [office];
  const out: string[] = [];
  const named = withoutClient(withoutTail(BY_WITHIN.exec(text)?.[1] ?? text));
  const parts = withFamilyNames(named).split(
    /\s*(?:[;|•·\n/＆、，]|&(?!\s*(?:co\b|söhne|sons|partners?\b))|,(?!\s*(?:jr|sr|ph\.?d|m\.?d|esq)\b)|\s[–—-]\s|\s(?:and|und|et|(?-i:y|e|i|a)|og|och|en|ja|és|și|şi|dan|và|και|ve|и|і|та|und von|with|mit|avec|con|com|und|sowie|from|for|in|aus)\s|\s\+\s)\s*/iu,
  );
  for (const part of parts) {
    const name = tidyName(part.replaceAll(BOUND, ' '));
    if (name !== null && !out.some((known) => sameName(known, name))) out.push(name);
    if (out.length >= 20) break;
  }
  const whole = out.length === 2 && isOneName(named, out) ? tidyName(named) : null;
  return whole === null ? out : [whole];
}

/** Stands for a blank that parts nobody. */
const BOUND = '\u0001';
/** A full name, “and”, and one more name that nothing but the next person or the end follows. */
const TWO_FAMILY_NAMES =
  /(?<=(?:^|[\s,;|/])\p{Lu}[\p{L}\p{M}'’.-]+(?:\s(?:de|del|la|las|los|da|dos|do|di|\p{Lu}[\p{L}\p{M}'’.-]+)){1,3})\s([yei])\s(\p{Lu}[\p{L}\p{M}'’-]+)(?=\s*(?:[,;|•·/&]|$)|\s(?:and|und|et|y|e|i|og|och|en|with|mit|avec|con|com)\s)/gu;

/** A line in which “and” between one person's family names parts nobody. */
function withFamilyNames(line: string): string {
  if (!/\s[yei]\s/u.test(line)) return line;
  return line.replaceAll(TWO_FAMILY_NAMES, (found, and: string, family: string) =>
    isOrganisation(family) || isGivenName(family) ? found : `${BOUND}${and}${BOUND}${family}`,
  );
}

/** “And” between two family names of one person, as Iberian ones have it: “Volta e Pinto”, “Ortega y Gasset”. */
function isOneName(line: string, [first = '', second = '']: readonly string[]): boolean {
  return (
    FAMILY_NAMES.test(line) &&
    /\s/.test(first) &&
    !/\s/.test(second) &&
    !isGivenName(second) &&
    line.endsWith(second) &&
    !isOrganisation(first) &&
    !isOrganisation(second)
  );
}

const FAMILY_NAMES = /^\p{Lu}[^,;|/&•·]{2,40}\s(?:e|y|i)\s\p{Lu}[\p{L}\p{M}'’-]+$/u;
/** What stands before “By” in the middle of a line is a rubric: “Black Country By Jon Veld”. */
const BY_WITHIN = /^[^|,;]{2,40}\s(?:By|BY)\s(\p{Lu}.*)$/u;

function officeOf(text: string): string | null {
  const office = text.length > LONGEST_OFFICE ? null : OFFICE.exec(text);
  if (office === null || /[,;|/•]/.test(text.slice(0, office.index))) return null;
  const name = text.split(/\s[|–—-]\s/, 1)[0]?.replace(DECORATION, '') ?? '';
  return name.length >= 8 && /^\p{Lu}/u.test(name) && !/[.!?]\s|\d/.test(name) ? name : null;
}

/** A byline without dates and other people's work behind the names. */
function withoutTail(text: string): string {
  const names = text.replace(OTHER_WORK, '');
  if (!/\d/.test(names)) return names;
  const cut = names.replace(DATE_TAIL, '');
  if (cut === names || cut.length < 3) return names;
  const words = cut.replace(WEEKDAY, '').split(' ');
  while (words.length > 1 && isMonthName(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** A name to log in with rather than a person's: one lower-case word, or words joined by dots, dashes, underscores. */
export function isHandle(name: string): boolean {
  return (
    !/\s/.test(name) &&
    (/[_.\d-]/.test(name) || /^\p{Ll}/u.test(name)) &&
    !/^\p{Lu}\p{L}+-\p{Lu}\p{L}+$/u.test(name)
  );
}

const DECORATION = /^[@\s"'“”‘’«».,:;*()[\]©–—-]+|[\s"'“”«»,:;*([\]–—|-]+$/g;

/** One name without decoration, or null when it cannot be a name. */
export function tidyName(raw: string): string | null {
  let name = foldSpace(decodeEntities(raw.slice(0, 1000)));
  // Decoration may stand before a “By” and behind it.
  for (let round = 0; round < 4; round += 1) {
    const bare = stripBy(name).replace(DECORATION, '');
    if (bare === name) break;
    name = bare;
  }
  if (/^https?:|^www\.|\.(?:html?|php|aspx?)\b/i.test(name)) return null;
  name = name
    .replace(/\s*\S+@\S+\.\S+/g, '')
    .replace(/\s@\w+$/u, '')
    .replace(KOREAN_PLACE, '')
    .replace(EASTERN_ROLE, '')
    .replace(MORE_OF_THEM, '')
    .trim();
  name = withoutClient(loggedIn(name)).replace(/(?<=\p{L}{4})\.$/u, '');
  if (name.length < 2 || name.length > 60) return null;
  if (
    STOP.test(name) ||
    NOBODY.test(name) ||
    /:\s|[!?]$/.test(name) ||
    /\d{3,}|(?:^|\s)\d+(?:\s|$)|\d[:.]\d/.test(name)
  )
    return null;
  if (DESK.test(name)) return name;
  const words = name.split(' ');
  if (words.length > 7 || /[.!?]\s+\p{Lu}\p{Ll}{3,}.*\s.*\s/u.test(name)) return null;
  if ((ROLE.test(name) && !/^\p{Lu}/u.test(name)) || ROLE_OF.test(name)) return null;
  if (words.length > 1 && ROLE.test(` ${words.at(-1)} `) && !isOrganisation(words.slice(0, -1).join(' '))) {
    const kept = [...words];
    if (AGENCY_ROLE.test(name)) return null;
    while (kept.length > 2 && ROLE.test(` ${kept.at(-1)} `)) kept.pop();
    name = kept.join(' ');
  }
  if (words.every((word) => ROLE.test(` ${word} `))) return null;
  if (words.length > 2 && /^\p{Ll}/u.test(name) && !PARTICLE.has(words[0] ?? '')) return null;
  // Running text is no name: names have few lower-case words.
  const lower = words.filter((word) => /^\p{Ll}/u.test(word) && !PARTICLE.has(word.toLowerCase())).length;
  if (words.length > 2 && lower > words.length / 2) return null;
  const half = words.length / 2;
  // A picture's caption and the name beside it say the same twice.
  if (words.length >= 4 && words.slice(0, half).join(' ') === words.slice(half).join(' '))
    name = words.slice(0, half).join(' ');
  return fixCase(name);
}

/** A log-in name made of first and family name: “jon.veld”. */
function loggedIn(name: string): string {
  if (
    !/^\p{Ll}{2,}\.\p{Ll}{3,}$/u.test(name) ||
    /\.(?:com|org|net|info|news|press|online|blog|media|html?)$/.test(name)
  )
    return name;
  return name.replace('.', ' ').replace(/(?:^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function withoutClient(name: string): string {
  const bare = name.replace(WRITTEN_FOR, '');
  return /\s/.test(bare) && !isOrganisation(bare) ? bare : name;
}

/** ALL CAPS names of people become title case; short ones may be initials or agencies. */
function fixCase(name: string): string {
  const isShort = name.length < 8 && !/^\p{Lu}{3,} \p{Lu}{3,}$/u.test(name);
  if (isShort || !/\s/.test(name) || name !== name.toUpperCase() || name === name.toLowerCase()) return name;
  if (isOrganisation(name)) return name;
  // The dot that a Turkish İ leaves behind when it becomes an i is no letter of the name.
  return name.replace(
    /(\p{L})([\p{L}\p{M}]*)/gu,
    (_, first: string, rest: string) => first + rest.toLowerCase().replaceAll('i\u0307', 'i'),
  );
}

function sameName(a: string, b: string): boolean {
  const fold = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim();
  return fold(a) === fold(b);
}
