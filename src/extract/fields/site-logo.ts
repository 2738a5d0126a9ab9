/** Tells the logo of a site from a picture of a logo. */
import { parse } from 'tldts';

/** Words beside the site's name in the file names of its logo: what it is for, how large, in which colours. */
const OF_LOGOS =
  /^(?:logos?|logotype|site|brand|og|opengraph|fb|facebook|twitter|social|share|sharing|default|fallback|image|img|pic|card|header|amp|seo|meta|preview|thumb|thumbnail|square|wide|icon|black|white|dark|light|colou?r|rgb|cmyk|transparent|big|large|small|medium|hd|retina|new|final|copy|main|www|v?\d+(?:x\d+)?(?:px|w|h)?)$/;

/**
 * Whether a picture's file is named as a logo and after nothing but the site, as in `valley-herald-logo-1200x630.jpg` on
 * valley-herald.example: a club's new logo has the club's name in it.
 * @param url  the picture's address
 * @param site an address of the page's site
 */
export function isSiteLogo(url: string, site: string): boolean {
  const path = URL.parse(url)?.pathname ?? '';
  const file = path.slice(path.lastIndexOf('/') + 1).slice(0, 200);
  if (!/logo/i.test(file)) return false;
  const name = (parse(URL.parse(site)?.hostname ?? '').domainWithoutSuffix ?? '').replaceAll('-', '');
  const words = file
    .replace(/\.\w{2,5}$/, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/^logo(?=\p{L})|(?<=\p{L})logo$/u, ''))
    .filter((word) => word !== '');
  return words.every((word) => OF_LOGOS.test(word) || (word.length >= 2 && name.includes(word)));
}
