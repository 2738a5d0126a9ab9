/** What class names, ids, roles and element names say an element is for. */
import type { DomElement } from '../html/dom.ts';

export type Mark =
  | 'caption'
  | 'credit'
  | 'related'
  | 'newsletter'
  | 'share'
  | 'tags'
  | 'byline'
  | 'bio'
  | 'date'
  | 'breadcrumb'
  | 'comments'
  | 'legal'
  | 'advert'
  | 'contents'
  | 'navigation'
  | 'quote'
  | 'factbox'
  | 'headline'
  | 'standfirst'
  | 'media'
  | 'account';

/** Words in class names and ids, with the mark they stand for; first match wins. */
const WORDS: readonly (readonly [Mark, string])[] = [
  [
    'share',
    'share|shares|sharing|social|sharedaddy|addthis|addtoany|sharethis|socials|sharebar|sharebuttons|sharetools|sociallinks|socialshare|jetpack-likes|teilen|partager|partage|compartir|condividi|paylas|udostepnij',
  ],
  [
    'newsletter',
    'newsletter|newsletters|subscribe|subscription|signup|mailchimp|optin|mailing|mailinglist|newslettersignup|inscription|abo|abonnement|boletin|subscriptions',
  ],
  [
    'comments',
    'comments|comment|disqus|respond|commenting|fb-comments|commentlist|coral|viafoura|spotim|comms|comm|reacties|reactie|yorum|yorumlar|kommentare|commentaire|commentaires|comentarios|commenti|komentarze',
  ],
  [
    'related',
    'related|relateds|relatedposts|relatedarticles|relatedcontent|recirc|recirculation|recommended|recommendation|recommendations|recommend|readmore|readalso|seealso|yarpp|outbrain|taboola|trending|popular|mostread|mostpopular|morestories|morefrom|moreon|furtherreading|inlinerelated|upnext|nextpost|prevnext|suggested|suggestions|zergnet|teads|jp-relatedposts|crosslink|crosslinks|leseempfehlung|teaserlist|lireaussi|relacionadas|relacionados|relacionada|relacionado|correlati|leiamais|powiazane|czytajtez',
  ],
  [
    'tags',
    'tags|tag|taglist|tagcloud|topics|topiclist|keywords|keyword|etiquetas|articletags|posttags|etiketler|schlagworte|motscles|tagslist|tagslinks|categories|category|cats',
  ],
  [
    'breadcrumb',
    'breadcrumb|breadcrumbs|crumb|crumbs|ariadne|breadcrumblist|kicker|eyebrow|overline|dachzeile|spitzmarke|surtitre|volanta|antetitulo',
  ],
  [
    'byline',
    'byline|bylines|author|authors|authorname|articleauthor|postauthor|authorline|autor|autores|auteur|auteurs|vcard|writer|contributors',
  ],
  ['bio', 'bio|authorbio|authorbox|aboutauthor|biography|authorinfo|authorcard|authordesc'],
  [
    'date',
    'date|dateline|timestamp|datetime|published|pubdate|publishdate|postdate|entrydate|articledate|postmeta|entrymeta|articlemeta|articleinfo|metadata|byinfo',
  ],
  [
    'credit',
    'credit|credits|photocredit|imagecredit|copyright|imgcredit|mediacredit|photographer|attribution',
  ],
  [
    'caption',
    'caption|captions|figcaption|imagecaption|imgcaption|photocaption|wpcaption|legend|legende|pie|piefoto|bildunterschrift|bu|cutline|mediacaption|captiontext|imagedesc|pictext|bildtext|playertitle|videotitle',
  ],
  [
    'advert',
    'ad|ads|adv|advert|advertisement|advertising|adslot|adunit|adsense|adsbygoogle|dfp|gpt|sponsor|sponsored|promo|promos|promotion|promobox|affiliate|cta|callout-promo|donate|donation|banner|publicidad|pubblicita|anzeige|werbung|reklama',
  ],
  [
    'account',
    'gating|gate|regwall|registerwall|registrationwall|loginwall|signinwall|paywallprompt|paywallbanner|paywalloverlay|paywallmessage|subscribewall|upsell|gatedoverlay',
  ],
  ['contents', 'toc|tableofcontents|eztoc|tocbox'],
  [
    'legal',
    'disclaimer|copyrights|legal|cookie|cookies|consent|gdpr|dsgvo|rgpd|lgpd|rodo|privacy|datenschutz|license|licence|terms',
  ],
  ['navigation', 'nav|navigation|menu|pagination|pager|navbar|subnav|skip|sitemap|toolbar|sidebar'],
  [
    'standfirst',
    'standfirst|subtitle|subheadline|dek|deck|lead|lede|chapo|summary|excerpt|intro|teaser|abstract|strapline|subhead|entradilla|bajada|sommario',
  ],
  ['headline', 'headline|title|posttitle|entrytitle|articletitle|pagetitle'],
  [
    'factbox',
    'factbox|infobox|sidenote|keypoints|highlights|faktenbox|infokasten|aisummary|aiarticlesummary|summarybox|tldr',
  ],
  ['quote', 'pullquote|blockquote|quote|zitat'],
  [
    'media',
    'image|images|img|picture|pictures|pic|picbox|photo|photos|foto|fotos|media|figure|gallery|slideshow|video|imageembed|inlineimage|articleimage|leadimage|heroimage|mediabox|bild|imgbox|imagen|wpblockimage',
  ],
];

const MARK_OF: ReadonlyMap<string, Mark> = new Map(
  WORDS.toReversed().flatMap(([mark, words]) => words.split('|').map((word) => [word, mark] as const)),
);
const NONE: readonly Mark[] = [];
const MOST_CACHED = 10_000;
/** Longer names are looked at anew each time; one page must not be able to fill the memory with them. */
const LONGEST_CACHED = 200;
const ofClass = new Map<string, readonly Mark[]>();
const ofName = new Map<string, readonly Mark[]>();

/** Marks of one element by its names and attributes; no mark is proof alone. */
export function marksOf(element: DomElement): readonly Mark[] {
  const { id, className, localName } = element;
  const byClass = className === '' ? NONE : marksOfClass(className);
  const role = element.getAttribute('role');
  const itemprop = element.getAttribute('itemprop');
  const isNamed = localName === 'figcaption' || localName === 'nav';
  if (!isNamed && id === '' && role === null && itemprop === null) return byClass;
  const more: Mark[] = [];
  if (localName === 'figcaption') more.push('caption');
  else if (localName === 'nav') more.push('navigation');
  for (const other of [id, role, itemprop]) {
    if (other !== null && other !== '' && other.length <= 60) more.push(...marksOfClass(other));
  }
  return more.length === 0 ? byClass : [...new Set([...byClass, ...more])];
}

function marksOfClass(className: string): readonly Mark[] {
  const known = ofClass.get(className);
  if (known !== undefined) return known;
  const marks = new Set<Mark>();
  for (const name of className.trim().split(/\s+/, 40)) for (const mark of marksOfName(name)) marks.add(mark);
  return remember(ofClass, className, marks.size === 0 ? NONE : [...marks]);
}

function marksOfName(name: string): readonly Mark[] {
  const known = ofName.get(name);
  if (known !== undefined) return known;
  // “has-image” and the like describe the whole box, not what it is.
  if (/^(?:has|with|no|is-not|hide|show)[-_A-Z]/.test(name) || /(?:^|[-_])has[A-Z-]/.test(name))
    return remember(ofName, name, NONE);
  const marks = new Set<Mark>();
  for (const word of wordsOf(name)) {
    const mark = MARK_OF.get(word);
    if (mark !== undefined) marks.add(mark);
  }
  return remember(ofName, name, marks.size === 0 ? NONE : [...marks]);
}

function remember(cache: Map<string, readonly Mark[]>, key: string, marks: readonly Mark[]): readonly Mark[] {
  if (key.length > LONGEST_CACHED) return marks;
  if (cache.size >= MOST_CACHED) cache.clear();
  // The key is cut from the page's text: a copy keeps the page itself from staying in memory.
  cache.set(Buffer.from(key).toString(), marks);
  return marks;
}

/** The words of a class name, single and joined in pairs: `post-author__name` → post, author, name, postauthor, authorname. */
function wordsOf(name: string): string[] {
  const parts = name
    .slice(0, 80)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_:.]+/)
    .map((part) => part.replace(/\d+$/, ''))
    .filter((part) => part !== '');
  const out = [...parts];
  for (let i = 0; i + 1 < parts.length; i++) out.push(`${parts[i]}${parts[i + 1]}`);
  for (let i = 0; i + 2 < parts.length; i++) out.push(`${parts[i]}${parts[i + 1]}${parts[i + 2]}`);
  return out;
}
