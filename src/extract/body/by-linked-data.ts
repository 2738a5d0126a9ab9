/** Drops by agreement: lines on the page that the article's linked data does not state. */
import { comparable } from '../text.ts';
import { type Drop, SENTENCE_END, type Seen } from './cleaning.ts';

/** How much of the kept text must be stated, and how much of what is stated must be kept. */
const STATED = 0.85;
const SHOWN = 0.9;
/** A lead is often left out of the stated body; a label before it is shorter. */
const LABEL = 60;

/** What newsrooms write over questions and their answers. */
const FAQ =
  /[?？؟]\s*$|(?<!\p{L})faqs?(?!\p{L})|frequently asked|questions? (?:and|&) answers?|q\s?[&+]\s?a|häufig(?:e| gestellte)+ fragen|fragen und antworten|questions (?:fréquentes|et réponses)|foire aux questions|preguntas (?:frecuentes|y respuestas)|perguntas (?:frequentes|e respostas)|domande (?:frequenti|e risposte)|veelgestelde vragen|vragen en antwoorden|pytania i odpowiedzi|najczęściej zadawane|вопросы и ответы|част(?:ые|о задаваемые) вопросы|питання (?:та|і|й) відповіді|часті (?:за)?питання|sık(?:ça)? sorulan|soru(?:lar)? ve (?:cevap|yanıt)|الأسئلة الشائعة|أسئلة وأجوبة|常见问题|常見問題|问答|問答|よくある質問|一問一答|자주 묻는|일문일답/iu;

/**
 * Where the body that a publisher states and the one that was found are nearly the same, the lines between
 * its paragraphs that are only on the page are of the page.
 * @param stated schema.org `articleBody`
 */
export function dropUnstated(seen: readonly Seen[], stated: string, drop: Drop): void {
  const whole = squeeze(stated);
  const unstated: { readonly item: Seen; readonly index: number; readonly isAsked: boolean }[] = [];
  let kept = 0;
  let shared = 0;
  let first = -1;
  // Whether the last heading is of questions, and nothing that is stated has followed it.
  let isAsked = false;
  for (const [index, item] of seen.entries()) {
    if (item.reason !== null && !isAsked) continue;
    const text = squeeze(item.block.text);
    const isStated = whole.includes(text);
    if (item.reason === null) {
      kept += text.length;
      if (isStated) {
        shared += text.length;
        if (first < 0 && item.prose) first = index;
      } else unstated.push({ item, index, isAsked });
    }
    if (isStated) isAsked = false;
    else if (item.block.kind === 'heading' || item.block.kind === 'term')
      isAsked = item.reason === null && FAQ.test(item.block.text);
  }
  if (first < 0 || shared < STATED * kept || shared < SHOWN * whole.length) return;
  for (const { item, index, isAsked: isUnderQuestion } of unstated) {
    if ((index < first && item.weight >= LABEL) || (isUnderQuestion && isAnswer(item))) continue;
    const { kind } = item.block;
    if (kind === 'paragraph' || (kind === 'item' && item.linkShare > 0.3))
      drop(item, 'unstated', 'the linked data leaves it out');
  }
}

/** Questions and answers are often left out of the stated body whole, heading and all. */
function isAnswer({ block, linkShare }: Seen): boolean {
  return block.kind === 'paragraph' && linkShare <= 0.3 && SENTENCE_END.test(block.text);
}

function squeeze(text: string): string {
  return comparable(text).replaceAll(' ', '');
}
