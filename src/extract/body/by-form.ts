/** Drops by a line's form alone: picture credits, counters, bare addresses, rules of stars. */
import type { Drop, DropReason, Seen } from './cleaning.ts';

/** Who took the picture, with little else: a caption or credit that nothing else marks as one. */
const AGENCY =
  'getty(?: images)?|afp|reuters|ap photo|ap|associated press|epa|efe|ansa|shutterstock|istock|imago(?: images)?|picture alliance|alamy|unsplash|pexels|pixabay|bloomberg|anadolu(?: agency)?|xinhua|zuma(?: press)?|dpa|keystone|scanpix|ntb|tt|lusa|pap|belga|anp|wikimedia(?: commons)?|press association|pa wire|연합뉴스|뉴스1|뉴시스';

const CREDIT_LINES: readonly RegExp[] = [
  new RegExp(`(?:[|/：]|\\s[–—-]|via)\\s?(?:${AGENCY})[)\\]]?\\s*$`, 'iu'),
  new RegExp(`^.{0,80}\\([^()]{0,60}(?:${AGENCY})\\b[^()]{0,40}\\)\\s*$`, 'iu'),
  /\((?:(?:ap|afp|file) )?(?:photos?|images?|photograph|pictures?|fotos?|bild|credits?|courtesy|illustration|supplied|handout|screenshot|사진)\b[^()]{0,120}\)\.?$/iu,
  /^(?:photos?|images?|fotos?|pictures?|credits?|photograph|bild|фото|crédit|fot\.|사진|写真|图|圖)\s?(?:by|:|：|=|\/|von|de|di)\s?.{2,80}$/iu,
  /\b(?:photo(?:graph)? (?:by|courtesy|credit)|bild:|foto:|fotos:|photo:|image:|photograph:)[^.]{2,80}$/iu,
  /^©\s?[^.]{2,160}\.?$/u,
];

/** What buttons under articles are called, several in one line: “FacebookTwitterLinkedinEMail”. */
const NETWORKS =
  /^(?:(?:facebook|twitter|linkedin|whatsapp|telegram|pinterest|reddit|tumblr|messenger|xing|vkontakte|viber|flipboard|pocket|bluesky|threads|mastodon|instagram|youtube|tiktok|weibo|line|skype|odnoklassniki|e-?mail|mail|print|drucken|imprimir|imprimer|stampa|copy link|link|sms|rss|x)[\s|·•,/&+]*){2,}$/iu;
/** How often the page was looked at, in the words of the plugins that count. */
const VIEWS =
  /^\(?(?:visited |hits: |zugriffe: |gelesen: |views: |aufrufe: |vistas: |visitas: |visite: |visualizzazioni: |просмотров: |просмотры: |перегляд\p{L}+: |wyświetleń: |okunma: |조회수 ?:? ?|浏览(?:量|次数)?[:：]? ?|瀏覽(?:數|人次)?[:：]? ?|閲覧数[:：]? ?|lượt xem: )?\d[\d.,\s]{0,12}[kм]?\s?(?:(?:total )?(?:views?|visits?|hits|reads)|times|followers?|seguidores|abonnés|aufrufe|mal gelesen|vues|vistas|visitas|lecturas|visualizaciones|visualizações|visualizzazioni|letture|keer (?:gelezen|bekeken)|wyświetle[nń]\p{L}*|odsłon\p{L}*|просмотр\p{L}*|перегляд\p{L}*|görüntüle(?:n)?me|okunma|مشاهدة|مشاهدات|次浏览|次瀏覽|阅读|回|회)?(?:, \d+ visits today)?\)?\s*$/iu;

/** Lines that no article has as text, whatever surrounds them. */
const NOISE: readonly (readonly [DropReason, RegExp])[] = [
  [
    'navigation',
    /^(?:image|photo|slide|bild|foto|picture|page|seite)?\s*\d{1,3}\s*(?:of|\/|von|de|di|sur|из|z)\s*(?:\/\s*)?\d{1,3}$/iu,
  ],
  ['byline', /^[（(][^（）()]{0,30}(?:记者|記者|通讯员|編輯|编辑)[\s:：]?[^（）()]{2,40}[）)]$/u],
  ['title', /^原(?:标题|標題)[:：]\s?\S.{2,120}$/u],
  ['navigation', /^(?:打开|下载).{0,12}(?:app|客户端)[，,]?(?:查看|阅读|看).{2,12}$/iu],
  ['navigation', /^https?:\/\/\S+$/i],
  ['navigation', /^(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,12}\/\S{8,}$/i],
  // A smiley is the writer's.
  ['separator', /^(?![:;=]['^-]?[()[\]|/]+$)[^\p{L}\p{N}]{1,60}$/u],
  ['navigation', /^\d{1,3}(?:[.,]\d)?$/],
  ['media', /^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[/|]\s?\d{1,2}:\d{2}(?::\d{2})?)?$/],
  ['share', NETWORKS],
  ['tags', /^(?:#[\p{L}\p{N}_]{2,50}[\s,|·]*){3,40}$/u],
  // What servers and templates print where a script fails.
  [
    'code',
    /^(?:php )?(?:(?:user )?(?:warning|notice|deprecated)|(?:catchable )?fatal error|parse error|strict standards): .{1,700} on line \d+\b/i,
  ],
  ['code', /^(?:<!--|-->|(?:\/\/|\/\*)?\s*<!\[CDATA\[)/],
  ['code', /^[A-Za-z0-9+/]{100,}={0,2}$/],
];
/** What counts readers has a word to it: a figure alone is any figure. */
const COUNTED = /\p{L}/u;
const LONGEST_NOISE = 1500;

/** ISO 13616: where to send money. */
const IBAN = /\bIBAN\b[\s:]{0,3}[A-Z]{2}\d{2}/;

/** Shares and what they gained or lost, one after the other without a sentence. */
function isTicker(text: string): boolean {
  const changes = text.match(/[+\-−±]?\d{1,6}[.,]?\d{0,4}\s?%/g)?.length ?? 0;
  return changes >= 5 && changes * 28 > text.length;
}

/** Drops what is no text of any article, whatever the markup calls it. */
export function dropNoise(seen: readonly Seen[], drop: Drop): void {
  for (const item of seen) {
    if (
      item.reason !== null ||
      item.block.kind === 'row' ||
      item.block.kind === 'code' ||
      item.weight > LONGEST_NOISE
    )
      continue;
    const { text } = item.block;
    for (const [reason, pattern] of NOISE)
      if (pattern.test(text)) drop(item, reason, 'no words of an article');
    if (text.length > 120 && isTicker(text)) drop(item, 'navigation', 'prices and their changes');
    if (item.weight < 350 && IBAN.test(text)) drop(item, 'newsletter', 'gives an account for donations');
    if (text.length < 60 && COUNTED.test(text) && VIEWS.test(text))
      drop(item, 'navigation', 'counts its readers');
  }
}

/** Drops lines that end or begin like a picture credit. */
export function dropCredits(seen: readonly Seen[], drop: Drop): void {
  for (const item of seen) {
    const { kind, text } = item.block;
    if (item.reason !== null || item.weight >= 400 || kind === 'row' || kind === 'code' || kind === 'heading')
      continue;
    if (!isSigned(item, seen) && CREDIT_LINES.some((pattern) => pattern.test(text.slice(-240))))
      drop(item, 'credit', 'ends like a picture credit');
  }
}

/** A paragraph that the agency signs: “… in August. — Reuters”. */
const SIGNATURE = /[.!?…]["”»“’']?\s[–—-]\s?[\p{L} ]{2,20}$/u;

/** The end of a wire story: no caption is among the last two paragraphs, and none follows on so much text. */
function isSigned(item: Seen, seen: readonly Seen[]): boolean {
  if (item.weight < 120 || !SIGNATURE.test(item.block.text)) return false;
  const after = seen.slice(seen.indexOf(item) + 1);
  return !after.some((other) => other.prose && other.reason === null);
}
