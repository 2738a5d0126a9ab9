/** Changes that are none: what a page says about itself, and not about the world. */

/** A line with more words says something. */
const MOST_WORDS = 7;

/** What lines about the page itself speak of, in the languages of the larger news markets. */
const ABOUT_THE_PAGE = new RegExp(
  `(?:^|[^\\p{L}])(?:${[
    'ago',
    'min read',
    'minute read',
    'updated',
    'comments?',
    'shares',
    'views',
    'likes',
    'aktualisiert',
    'vor \\d+ (?:minuten?|stunden?|tagen?)',
    'kommentare?',
    'aufrufe',
    'min\\.? lesezeit',
    'mis à jour',
    'il y a',
    'commentaires?',
    'vues',
    'actualizado',
    'hace',
    'comentarios?',
    'aggiornato',
    'commenti',
    'atualizado',
    'há \\d+',
    'bijgewerkt',
    'reacties',
    'обновлено',
    'комментари(?:й|я|ев)',
    'просмотр(?:ов|а)?',
  ].join('|')})(?:$|[^\\p{L}])|更新|評論|评论|コメント|분 전`,
  'iu',
);

/**
 * Whether only lines changed that count (comments, views) or tell when the page was updated. The title,
 * and a line that says anything else, are never trivial.
 */
export function isTrivialChange(
  before: { readonly title: string; readonly text: string },
  after: { readonly title: string; readonly text: string },
): boolean {
  if (fold(before.title) !== fold(after.title)) return false;
  const [one, two] = [substance(before.text), substance(after.text)];
  return one !== '' && one === two;
}

const fold = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

function substance(text: string): string {
  return text
    .split('\n')
    .map(fold)
    .filter((line) => line !== '' && !isAboutThePage(line))
    .join('\n');
}

/** Whether a line only counts (comments, views) or tells when the page was updated. */
export function isAboutThePage(line: string): boolean {
  return /\p{Nd}/u.test(line) && line.split(' ').length <= MOST_WORDS && ABOUT_THE_PAGE.test(line);
}
