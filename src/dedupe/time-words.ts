/** How languages write “5 minutes ago” and dates, as Unicode's CLDR has them (through Intl). */

const LANGUAGES =
  'ar bg bn ca cs da de el en es et fa fi fr gu he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-PT ro ru sk sl sr sv sw ta te th tr uk ur vi zh zh-Hant'.split(
    ' ',
  );
const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
/** One of each plural form of the languages above. */
const AMOUNTS = [1, 2, 3, 5, 11, 21, 100];

/** Words of times and dates that are in no calendar: clocks, zones, and what joins them. */
const JOINING = new Set(
  (
    'at on and the of am pm a p m st nd rd th uhr um den le la el il di de del da do d à às as a las os op om o ob w dnia r г в во у о от kl klokken den la ' +
    'utc gmt bst cet cest est edt et cst cdt ct mst mdt mt pst pdt pt mez mesz ist jst kst hkt aest aedt msk мск tsi h hrs hr min ngày lúc في عند الساعة ص م ve saat'
  ).split(' '),
);
/** 2026年3月4日 午後12時30分, 3월 4일 오후 12시 30분. */
const EAST_ASIAN =
  /^[\p{Nd}\s年月日号號時时点點分秒週周星期曜一二三四五六日金木水火土上下午前後년월일시분초오전후:：/.()（）-]+$/u;

const squeezed = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\p{Nd}+/gu, '#')
    .replace(/\b(min|hr|sec|yr|wk|mo)s\b/gu, '$1')
    .replace(/[\s.\p{Cf}]+/gu, '');

let past: ReadonlySet<string> | undefined;
let calendar: ReadonlySet<string> | undefined;

/** Whether `text` is a distance into the past, with nothing before or behind it: “5 minutes ago”. */
export function isPastTime(text: string): boolean {
  past ??= new Set(
    LANGUAGES.flatMap((language) =>
      (['long', 'short', 'narrow'] as const).flatMap((style) => {
        const format = new Intl.RelativeTimeFormat(language, { style });
        return UNITS.flatMap((unit) => AMOUNTS.map((n) => squeezed(format.format(-n, unit))));
      }),
    ).filter((form) => form.includes('#')),
  );
  return past.has(squeezed(text));
}

/** Whether `text` is a date or a time of day, with nothing before or behind it. */
export function isTimeOnly(text: string): boolean {
  if (!/\p{Nd}/u.test(text)) return false;
  if (EAST_ASIAN.test(text)) return /\p{Nd}\s*[年月日時时点點分년월일시분:：/.-]/u.test(text);
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  calendar ??= calendarWords();
  const known = calendar;
  const isDated = /\p{Nd}[:./-]\p{Nd}/u.test(text) || /\p{Nd}\s?[ap]\.?m/iu.test(text);
  return (
    words.every((word) => known.has(word) || JOINING.has(word)) &&
    (isDated || words.some((w) => known.has(w)))
  );
}

/** Names of months and of days of the week, long and short. */
function calendarWords(): ReadonlySet<string> {
  const words = new Set<string>();
  for (const language of LANGUAGES)
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
        day: 'numeric',
        month: style,
        weekday: style,
        timeZone: 'UTC',
      });
      for (let month = 0; month < 12; month += 1)
        for (const part of format.formatToParts(Date.UTC(2024, month, 1 + month)))
          if (part.type === 'month' || part.type === 'weekday')
            // Two letters (“to”, “on”: weekdays in the north) are too many other words.
            for (const [word] of part.value.toLowerCase().matchAll(/[\p{L}\p{M}]{3,}/gu)) words.add(word);
    }
  return words;
}
