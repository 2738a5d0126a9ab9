/** Numbers that a change exchanged for others, in digits of any script or in small number words. */
import { isWord, wordsOf } from '../diff/words.ts';

/** More words on one side make a passage that was written anew, in which numbers have no counterpart. */
const MOST_WORDS = 12;

/** Two to twelve and the great units, as news of the larger markets writes them out. */
const NUMBER_WORDS = new Set(
  [
    'two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million billion trillion',
    'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dutzend hundert hunderte tausend tausende millionen milliarde milliarden',
    'deux trois quatre cinq sept huit neuf dix onze douze cent cents mille millions milliard milliards',
    'dos tres cuatro cinco seis siete ocho nueve diez once doce cien cientos mil millón millones',
    'due tre quattro cinque sei sette otto nove dieci undici dodici cento mila milione milioni miliardo miliardi',
    'dois duas três quatro cinco sete oito nove dez onze doze cem milhão milhões bilhão bilhões',
    'twee drie vier vijf zes zeven negen tien twaalf honderd duizend miljoen miljard',
    'dwa dwie dwóch trzy trzech cztery czterech pięć pięciu sześć sześciu siedem siedmiu osiem ośmiu dziewięć dziesięć tysiąc tysiące tysięcy milion milionów',
    'два две двух три трех трёх четыре четырех четырёх пять пяти шесть шести семь семи восемь восьми девять десять сто тысяча тысяч миллион миллионов',
    'два дві двох три трьох чотири чотирьох п’ять п’яти шість шести сім семи вісім восьми дев’ять десять тисяча тисяч мільйон мільйонів',
    'iki üç dört beş altı yedi sekiz dokuz on yüz bin milyon milyar',
    'اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر مئة ألف مليون مليار',
    '두 세 네 다섯 여섯 일곱 여덟 아홉 열 백 천 만 억',
  ].flatMap((line) => line.split(' ')),
);

/** Chinese numerals with the counter behind them, as a segmenter gives them. */
const HAN_NUMBER = /^[一二三四五六七八九十百千万萬亿億两兩]+\p{Script=Han}?$/u;

export interface Figure {
  readonly before: string;
  readonly after: string;
  /** The words around it, after the change. */
  readonly context: string;
}

/** The figures that a change exchanged, in their order. None where it is more than an exchange. */
export function figuresIn(change: {
  readonly removed: string;
  readonly added: string;
  readonly leading: string;
  readonly trailing: string;
}): Figure[] {
  const [one, other] = [wordsOf(change.removed), wordsOf(change.added)];
  if (one.filter(isWord).length > MOST_WORDS || other.filter(isWord).length > MOST_WORDS) return [];
  const [before, after] = [one.filter(isFigure), other.filter(isFigure)];
  const gone = before.filter((figure) => !after.includes(figure));
  const come = after.filter((figure) => !before.includes(figure));
  if (gone.length === 0 || gone.length !== come.length) return [];
  // Cut at the words that the context begins and ends in the middle of.
  const leading = change.leading.replace(/^\S*\s/u, '');
  const trailing = change.trailing.replace(/\s\S*$/u, '');
  const context = `${leading}${change.added}${trailing}`.replace(/\s+/gu, ' ').trim();
  return gone.map((figure, i) => ({ before: figure, after: come[i] ?? '', context }));
}

function isFigure(word: string): boolean {
  return (
    /\p{Nd}/u.test(word) ||
    HAN_NUMBER.test(word) ||
    NUMBER_WORDS.has(word.toLowerCase().normalize('NFC').replaceAll("'", '’'))
  );
}
