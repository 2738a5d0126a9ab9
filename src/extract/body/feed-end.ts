/** The line with which publishing systems end the texts in their feeds. */
import type { Drop, Seen } from './cleaning.ts';

/** “The post TITLE appeared first on SITE.” as WordPress writes it in the languages of its feeds. */
const END =
  /^(?:the (?:post|article|story) .{3,200} (?:appeared first on|first appeared on) |der (?:beitrag|artikel) .{3,200} (?:erschien zuerst|ist zuerst erschienen) (?:auf|bei) |(?:l[’']article|cet article) .{3,200} est apparu en premier sur |la entrada .{3,200} (?:se publicó primero en|apareció primero en|aparece primero en) |l[’']articolo .{3,200} (?:proviene da|sembra essere il primo su) |o (?:post|conteúdo) .{3,200} (?:apareceu primeiro em|aparece primeiro em) |het bericht .{3,200} verscheen eerst op |(?:artykuł|wpis) .{3,200} pochodzi z (?:serwisu )?|(?:сообщение|запись) .{3,200} (?:появились|появилась|впервые появилась) (?:сначала |впервые )?(?:на|в) )/iu;
const LONGEST = 400;

/** Looks at the last line that is kept. */
export function dropFeedEnd(seen: readonly Seen[], drop: Drop): void {
  const last = seen.findLast(({ reason }) => reason === null);
  if (last !== undefined && last.block.text.length <= LONGEST && END.test(last.block.text))
    drop(last, 'related', 'ends a feed’s text');
}
