/** Calls to be sent something, in boxes without a field or a name; reports of such things stay. */
import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, PARAGRAPHS } from './read.ts';

describe('a box that asks for readers', () => {
  it.each([
    [
      'Der Bienenbrief',
      'Jetzt kostenlos abonnieren: jeden Morgen das Wichtigste in Ihrem Postfach.',
      'Weiter',
    ],
    ['La lettre des ruches', 'Recevez chaque matin l’essentiel de l’actualité de la vallée.', 'Je m’inscris'],
    ['El panal', 'Cada mañana en tu bandeja, lo más importante del valle.', 'Quiero recibirlo'],
    ['La voce dell’alveare', 'Ogni mattina le notizie della valle nella tua casella di posta.', 'Iscriviti'],
    ['A colmeia', 'As notícias do vale, todo dia cedo, na sua caixa de entrada.', 'Quero receber'],
    ['De bijenkorf', 'Elke ochtend het belangrijkste nieuws uit de vallei in uw mailbox.', 'Aanmelden'],
    ['Ul', 'Codziennie rano najważniejsze wiadomości z doliny na Twojej skrzynce.', 'Dalej'],
    ['Улей', 'Каждое утро главные новости долины на вашу почту.', 'Далее'],
    ['Kovan', 'Vadinin öne çıkan haberleri her sabah e-posta kutunuzda.', 'Devam'],
    ['みつばち便り', '毎朝、谷のニュースをメールでお届けします。', '登録する'],
    ['꿀벌 편지', '매일 아침 골짜기 소식을 이메일로 보내 드립니다.', '구독하기'],
    ['蜂巢早报', '免费订阅，每天早上把山谷要闻送到您的邮箱。', '订阅'],
    ['خلية النحل', 'أهم أخبار الوادي كل صباح إلى بريدك الإلكتروني مباشرة.', 'اشترك'],
  ])('is left out: %s', (name, call, button) => {
    const middle = `<div class="x6"><h3>${name}</h3><p>${call}</p><a href="/letters"><button>${button}</button></a></div>`;
    expect(contentOf(articleHtml({ middle })).text.split('\n')).toEqual(PARAGRAPHS);
  });

  it.each([
    'Die Eltern fanden am Montag einen Brief der Schule in ihrem Postfach, in dem von den neuen Bienenstöcken die Rede war.',
    'El hospital de la comarca recibe cada día a cien pacientes, según explicó ayer la directora ante los vecinos.',
    'De school kan van de gemeente gratis bijenkasten krijgen, en elke klas ontvang elke maand een pot honing, zei zij.',
  ])('a report of such things stays: %s', (line) => {
    expect(contentOf(articleHtml({ middle: `<p>${line}</p>` })).text).toContain(line);
  });
});
