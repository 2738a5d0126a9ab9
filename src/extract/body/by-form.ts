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

/** Lines that no article has as text, whatever surrounds them. */
const NOISE: readonly (readonly [DropReason, RegExp])[] = [
  [
    'navigation',
    /^(?:image|photo|slide|bild|foto|picture|page|seite)?\s*\d{1,3}\s*(?:of|\/|von|de|di|sur|из|z)\s*(?:\/\s*)?\d{1,3}$/iu,
  ],
  ['navigation', /^https?:\/\/\S+$/i],
  ['separator', /^[\s_*~=\-–—•·.…#+|/<>«»◇◆■□▼▲●○★☆]{1,60}$/u],
  ['navigation', /^\d{1,3}$/],
  ['media', /^\d{1,2}:\d{2}(?::\d{2})?$/],
];

export function dropNoise(seen: readonly Seen[], drop: Drop): void {
  for (const item of seen) {
    if (item.reason !== null || item.block.kind === 'row' || item.block.kind === 'code' || item.weight > 600)
      continue;
    const { text } = item.block;
    for (const [reason, pattern] of NOISE)
      if (pattern.test(text)) drop(item, reason, 'no words of an article');
    if (
      item.weight < 400 &&
      item.block.kind !== 'heading' &&
      CREDIT_LINES.some((pattern) => pattern.test(text.slice(-240)))
    )
      drop(item, 'credit', 'ends like a picture credit');
  }
}
