/** Lines that a site writes around its articles and that are told by their form: paths, pages, calls to follow, authors. */
import type { Drop, DropReason, Seen } from './cleaning.ts';

const SEPARATOR = '[»›→>/|]';
/** Where a path begins: home pages and the like, as sites call them. */
const HOME =
  'home|homepage|start|startseite|accueil|inicio|início|portada|pagina iniziale|página inicial|strona główna|главная|головна|anasayfa|ana sayfa|forside|hjem|hem|startsida|etusivu|domů|úvod|főoldal|acasă|αρχική|początek|beranda|trang chủ|首页|首頁|ホーム|トップ|홈|الرئيسية|ראשי|blog|news|aktuelles';
const PATHS: readonly RegExp[] = [
  new RegExp(`^(?:${HOME})\\s{0,3}${SEPARATOR}\\s{0,3}\\S.{1,180}$`, 'iu'),
  // Two steps and more, however they are called: “Sport » Football » The cup is lost”.
  /^[\p{Lu}\p{N}][^»›→.!?]{1,40}\s?[»›→]\s?[^»›→.!?]{2,60}(?:\s?[»›→]\s?[^»›→]{2,120}){1,6}$/u,
];

/** Whether a line tells where in its site a page stands. */
export function isPath(text: string): boolean {
  return text.length <= 220 && PATHS.some((pattern) => pattern.test(text));
}

const NETWORK =
  '(?:facebook|twitter|instagram|threads|bluesky|mastodon|tiktok|youtube|telegram|whatsapp|linkedin|pinterest|x\\b|google|soundcloud|spotify|vk\\b|discord|twitch|signal|flipboard)';
/** Calls to follow somebody on a network: the imperative stands first, the network after a few words. */
const FOLLOW = new RegExp(
  `^(?:[^\\p{L}\\p{N}]{0,4})(?:${[
    `(?:please )?(?:follow|like|find|join|add|connect with)\\b(?! (?:these|this|those|that|along|a|an)\\b).{1,60}?\\b(?:on|at|via)`,
    `(?:you can )(?:also )?(?:follow|find|reach)\\b.{1,60}?\\bon`,
    `folg(?:e|t|en sie)\\b.{1,60}?\\b(?:auf|bei)`,
    `suivez\\b.{1,60}?\\b(?:sur)`,
    `(?:sigue|siga|síguenos|síganos|seguinos|seguí|siguenos)\\b.{0,60}?\\b(?:en|por)`,
    `(?:segui|seguici|seguite)\\b.{0,60}?\\b(?:su)`,
    `(?:siga|curta|acompanhe|segue)\\b.{0,60}?\\b(?:n[oa]s?)`,
    `volg\\b.{1,60}?\\b(?:op|via)`,
    `(?:obserwuj|polub|śledź)\\b.{0,60}?(?:\\bna)`,
    `(?:följ|følg|seuraa|sledujte|urmărește|urmăriți|kövess|kövessen)\\b.{0,60}?`,
  ].join(
    '|',
  )})\\s(?:our |the |her |his |their |dem |der |den |unserem |unserer |notre |la |le |nuestro |nuestra |il |o |a |onze )?(?:\\p{L}{2,14} ){0,2}${NETWORK}`,
  'iu',
);
const LONGEST_CALL = 260;

const LINES: readonly (readonly [DropReason, RegExp])[] = [
  [
    'navigation',
    /^(?:pages?|seiten?|páginas?|pagin[ae]|strony?|страницы?|sivut?|sid[ao]r?):?\s{0,2}\d{1,3}(?:[\s|,·/]{1,3}\d{1,3}){1,30}$/iu,
  ],
  // The agency or archive, and who took it: “Archive/Jane Doe”.
  [
    'credit',
    /^[\p{Lu}\p{N}][\p{L}\p{N}.&-]{1,20}(?: [\p{Lu}\p{N}][\p{L}\p{N}.&-]{0,20}){0,2}\s?\/\s?(?:\p{Lu}[\p{L}.’'-]{1,20} \p{Lu}[\p{L}.’'-]{1,20}|[a-z]{2,20}\d{0,6})$/u,
  ],
  // What a template should have replaced.
  [
    'code',
    /^\[(?:\/[a-z][\w-]{1,30}|#\w{2,30}:[^\]]{1,200}|[a-z][\w-]{1,30}\s[^\]=]{1,40}=[^\]]{1,200})\]?$/i,
  ],
  [
    'caption',
    /^via (?:giphy|tenor|instagram|twitter|youtube|facebook|tiktok|reddit|imgur|vimeo|unsplash|pexels)$/i,
  ],
];

/** Drops them wherever they stand. */
export function dropSiteLines(seen: readonly Seen[], drop: Drop): void {
  for (const item of seen) {
    const { kind, text } = item.block;
    if (
      item.reason !== null ||
      item.weight > LONGEST_CALL ||
      kind === 'row' ||
      kind === 'code' ||
      kind === 'quote'
    )
      continue;
    if (FOLLOW.test(text.slice(0, 160))) drop(item, 'newsletter', 'asks to be followed');
    if (item.weight > 90 || kind !== 'paragraph') continue;
    for (const [reason, pattern] of LINES)
      if (pattern.test(text)) drop(item, reason, 'no words of an article');
  }
}

/** What authors are by profession; in the Romance languages the word for them is that for a culprit, too. */
const PROFESSION = {
  fr: 'professeur|maître|maîtresse|journaliste|écrivain|économiste|avocat|direct|docteur|chercheu|sociologue|historien|président|philosophe|ancien|enseignant|essayiste|politologue|consultant|médecin|éditorialiste',
  es: 'profesor|periodista|escritor|economista|abogad|director|doctor|catedrátic|investigador|analista|sociólog|politólog|historiador|ex|presidente|miembro|ingenier|consultor|docente|columnista|médic|académic|maestr',
  it: 'professor|giornalista|scrittor|economista|avvocat|direttor|dottor|ricercator|docente|storic|sociolog|presidente|ex |consulente|medico|saggista|ordinario',
  pt: 'professor|jornalista|escritor|economista|advogad|diretor|doutor|pesquisador|cientista|sociólog|historiador|presidente|mestre|membro|médic|consultor|colunista|ex-',
} as const;
/** Who wrote it, told in general words, as the last paragraphs tell it: “The author is a lecturer in …”. */
const OF_THE_AUTHOR = new RegExp(
  `^[*_([–—-]{0,3}\\s?(?:${[
    '(?:the (?:author|writer|columnist)s?|our (?:author|columnist|reporter|correspondent)) (?:is an?|are|was an?|has been|works?|lives?|teaches|writes)\\b',
    '(?:der|die|unsere?) (?:autor(?:in|en|innen)?|verfasser(?:in)?|kolumnist(?:in)?|gastautor(?:in)?) (?:ist|sind|war|arbeitet|lebt|lehrt|leitet|schreibt|forscht)\\b',
    `(?:l[’']aut(?:eur|rice|eure)|les aut(?:eurs|rices)) (?:est|sont) (?:une? )?(?:${PROFESSION.fr})`,
    `(?:el|la|los|las) autor(?:a|es|as)? (?:es|son) (?:una? )?(?:${PROFESSION.es})`,
    `l[’']aut(?:ore|rice) è (?:un |una )?(?:${PROFESSION.it})`,
    `(?:o|a|os|as) autor(?:a|es|as)? (?:é|são) (?:um |uma )?(?:${PROFESSION.pt})`,
    'de (?:auteur|schrijver|schrijfster) (?:is|was|werkt|doceert)\\b',
    'autor(?:ka|zy)? (?:jest|są)\\b',
    'автор(?:ка)? (?:—|–|-|является|є) ',
    '(?:författaren|skribenten|forfatteren|kronikøren) (?:är|er|arbetar|arbejder)\\b',
    'kirjoittaja on ',
    'autor(?:ul|oarea) este ',
    'penulis adalah ',
    '作者(?:是|为|為|系|係)',
  ].join('|')})`,
  'iu',
);

export function tellsOfAuthor(text: string): boolean {
  return OF_THE_AUTHOR.test(text.slice(0, 120));
}

/** A newsroom's mark below its text: “(dpa/gem)”, “ks”, “LK”. */
const INITIALS =
  /^[([–—-]{0,2}\s?(?:\p{Ll}{2,3}|\p{Lu}{2,3}|\p{L}{2,6}(?:[/,.-]\p{L}{2,6}){1,3})\s?[)\]]?\.?$/u;

/** Drops it from under the last paragraph. */
export function dropInitials(seen: readonly Seen[], drop: Drop): void {
  const last = seen.findLast(({ reason }) => reason === null);
  if (last?.block.kind === 'paragraph' && last.block.text.length <= 16 && INITIALS.test(last.block.text))
    drop(last, 'byline', 'initials below the text');
}
