/** Short news in the words of notices, and notices in the shape of news: templates that write “article” on every page. */
import { describe, expect, it } from 'vitest';
import { contentOf, failureOf } from './read.ts';

const OF_TYPE = '<meta property="og:type" content="article">';

const page = (language: string, title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="${language}"><head><title>${title} | Valley Herald</title>${head}</head><body>
  <header><a href="/">Valley Herald</a><nav><a href="/sport">Sport</a></nav></header><main>${body}</main>
  <footer><a href="/imprint">Imprint</a></footer></body></html>`;

const shown = (heading: string, ...lines: readonly string[]): string =>
  `<h1>${heading}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}`;

describe('short news that could be a notice', () => {
  const NEWS: readonly (readonly [string, string, string])[] = [
    [
      'en',
      'Line shut for maintenance',
      'The valley line is closed for maintenance until Friday. Buses run every half hour from the station, and tickets are valid on both.',
    ],
    [
      'en',
      'You have been blocked',
      'That was all that forty pupils of the school read on their tablets on Monday. The school had locked them out by mistake and apologised.',
    ],
    [
      'en',
      'Something went wrong',
      'Nobody noticed for eleven weeks that the clock on the town hall ran backwards. The clockmaker found a wheel the wrong way round.',
    ],
    [
      'en',
      'Site of the old mill for sale',
      'The old mill has stood empty since spring. Its owner asks for two million, half a million less than last year, after no buyer was found.',
    ],
    [
      'en',
      'Must be 18 or over to enter',
      'Visitors must be 18 or over to enter the pub after eight from Friday, and the door staff will scan passports, the landlord said.',
    ],
    [
      'en',
      'Thank you for your message',
      'That is what the answering machine of the clinic said for eleven days, and nobody called back. Forty patients have complained.',
    ],
    [
      'en',
      'Newsletter',
      'Firms have to let customers go with one click from January. Parliament passed the bill on Thursday with a large majority.',
    ],
    [
      'en',
      'Paper removes story after complaint',
      'The Dale Post has taken a story about a councillor off its site. The article is no longer available after a court ruled that it had named the wrong man.',
    ],
    [
      'de',
      'S-Bahn fährt nicht',
      'Wegen Wartungsarbeiten fährt die S-Bahn am Wochenende nicht. Busse halten alle zehn Minuten am Rathaus, ab Montag rollen die Züge wieder.',
    ],
    [
      'de',
      'Zugriff verweigert',
      'So heißt der neue Roman von Nora Quell, der am Montag erscheint. Er erzählt von einer Beamtin, die ihren eigenen Akten nicht mehr traut.',
    ],
    [
      'fr',
      'Panne à la gare',
      'Un problème technique a paralysé la gare lundi matin. Les trains sont actuellement indisponibles sur la ligne, annonce l’exploitant.',
    ],
    [
      'es',
      'Una avería deja sin tren a miles',
      'Un problema técnico dejó el lunes sin tren a 4.000 viajeros. La línea estuvo fuera de servicio por trabajos de mantenimiento.',
    ],
    [
      'it',
      'Treni fermi',
      'La linea della valle resta chiusa per lavori di manutenzione fino a venerdì. Al posto dei treni ci saranno autobus ogni mezz’ora.',
    ],
    [
      'pt',
      'Avaria para o metro',
      'Um problema técnico parou o metro na segunda-feira. A linha esteve em manutenção até à tarde e 4000 passageiros ficaram à espera.',
    ],
    [
      'nl',
      'Storing legt treinen stil',
      'Door een technische storing reden er maandag geen treinen in het dal. De lijn is wegens onderhoud tot vrijdag gesloten, er rijden bussen.',
    ],
    [
      'pl',
      'Awaria wodociągów',
      'Z powodu awarii i prac technicznych mieszkańcy trzech ulic nie mają wody. Wodociągi podstawiły cysterny, naprawa potrwa do piątku.',
    ],
    [
      'ru',
      'Метро встало',
      'На линии метро до пятницы ведутся технические работы. Поезда временно не работают, вместо них ходят автобусы каждые десять минут.',
    ],
    [
      'uk',
      'Рух поїздів зупинено',
      'Через технічні роботи поїзди долиною тимчасово не працюють до п’ятниці. Замість них кожні десять хвилин курсують автобуси.',
    ],
    [
      'tr',
      'Metro seferlerine ara',
      'Metro hattında bakım çalışması nedeniyle seferler cuma gününe kadar yapılmayacak. Yolcular için her on dakikada bir otobüs kalkacak.',
    ],
    [
      'ar',
      'توقف القطارات',
      'تسبب عطل فني في توقف القطارات في الوادي يوم الاثنين. وقالت الشركة إن أعمال الصيانة ستستمر حتى يوم الجمعة وإن الحافلات متوفرة.',
    ],
    [
      'zh',
      '地铁停运检修',
      '由于系统维护，地铁周末停运。公司每十分钟安排一班公共汽车，周一恢复正常运营，票价不变。',
    ],
    [
      'ja',
      '鉄道が終日運休',
      'システム障害のため月曜日、谷を走る鉄道が終日運休した。会社はバスを十分おきに走らせ、金曜日までに復旧させるとしている。',
    ],
    [
      'ko',
      '지하철 멈춰',
      '서버 장애로 월요일 지하철이 멈췄다. 회사는 금요일까지 점검 작업을 한다고 밝혔으며 버스가 십 분마다 다닌다.',
    ],
  ];

  it.each(NEWS)('%s: %s', (language, title, text) => {
    const body = `<article>${shown(title, text)}</article>`;
    expect(contentOf(page(language, title, body)).title).toBe(title);
    expect(contentOf(page(language, title, body, OF_TYPE)).title).toBe(title);
    expect(contentOf(page(language, 'News', body)).text).toContain(text);
  });
});

it('a story to the reader about what cannot be seen abroad', () => {
  const title = 'Streaming rights and borders';
  const text =
    'Many series are not available in your country even if a neighbour abroad can see them. Rights are sold by territory, and broadcasters pay for each. A new rule would let travellers take their subscription with them.';
  expect(contentOf(page('en', title, `<article>${shown(title, text)}</article>`)).title).toBe(title);
});

describe('an error that names no cause', () => {
  it.each([
    ['en', 'Oops, something went wrong', 'We are working on it. Please try again in a few minutes.'],
    ['de', 'Ein Fehler ist aufgetreten', 'Bitte versuchen Sie es in einigen Minuten noch einmal.'],
    ['fr', 'Une erreur est survenue', 'Veuillez réessayer dans quelques instants.'],
    ['es', 'Algo ha salido mal', 'Inténtalo de nuevo más tarde o vuelve a la portada.'],
    ['it', 'Si è verificato un errore', 'Riprova più tardi oppure torna alla home page.'],
    ['pt', 'Ocorreu um erro', 'Por favor, tente novamente mais tarde.'],
    ['nl', 'Er is iets misgegaan', 'Probeer het later opnieuw.'],
    ['pl', 'Wystąpił błąd', 'Coś poszło nie tak. Spróbuj ponownie później.'],
    ['ru', 'Произошла ошибка', 'Что-то пошло не так. Попробуйте обновить страницу.'],
    ['uk', 'Сталася помилка', 'Щось пішло не так. Спробуйте оновити сторінку.'],
    ['tr', 'Bir hata oluştu', 'Lütfen daha sonra tekrar deneyin.'],
    ['ar', 'حدث خطأ ما', 'يرجى المحاولة مرة أخرى لاحقا.'],
    ['zh', '出错了', '抱歉，请稍后再试，或返回首页。'],
    ['ja', 'エラーが発生しました', 'しばらくしてからもう一度お試しください。'],
    ['ko', '오류가 발생했습니다', '잠시 후 다시 시도해 주세요.'],
  ])('%s: %s', (language, heading, text) => {
    expect(failureOf(page(language, heading, shown(heading, text))).code).toBe('http_server_error');
    expect(failureOf(page(language, heading, shown(heading, text), OF_TYPE)).code).toBe('http_server_error');
  });
});

describe('an article that was taken down', () => {
  it.each([
    ['en', 'This article has been removed because our licence has expired.'],
    ['de', 'Dieser Artikel ist aus rechtlichen Gründen nicht mehr verfügbar.'],
    ['fr', 'Cet article n’est plus disponible.'],
    ['es', 'Este artículo ya no está disponible.'],
    ['it', 'Questo articolo non è più disponibile.'],
    ['pt', 'Este artigo já não está disponível.'],
    ['nl', 'Dit artikel is niet meer beschikbaar.'],
    ['pl', 'Ten artykuł nie jest już dostępny.'],
    ['ru', 'Этот материал был удалён или больше не доступен.'],
    ['uk', 'Цей матеріал було видалено.'],
    ['tr', 'Bu haber yayından kaldırılmıştır.'],
    ['ar', 'تم حذف هذا المقال أو لم يعد متاحا.'],
    ['zh', '该文章已被作者删除。'],
    ['ja', 'この記事は掲載期間が終了したため、ご覧いただけません。'],
    ['ko', '해당 기사는 언론사의 요청으로 삭제되었습니다.'],
  ])('%s: %s', (language, text) => {
    expect(failureOf(page(language, 'News', `<div>${shown('Oh', text)}</div>`)).code).toBe('soft_not_found');
  });

  it('is kept under the headline of the story, whose takedown it tells', () => {
    const title = 'Bridge moved in the night';
    const { type, text } = contentOf(page('en', title, shown(title, 'This article has been removed.')));
    expect([type, text]).toEqual(['brief', 'This article has been removed.']);
  });

  it('is told from a correction at the end of a story', () => {
    const html = page(
      'en',
      'Bridge moved in the night',
      `<article>${shown('Bridge moved in the night', 'The old bridge was moved by nine metres on Sunday while the valley slept, and buses cross it again since Monday.', 'Forty workers pulled it on rails, which took four hours, and a choir sang when it stood.', 'This article has been updated.')}</article>`,
    );
    expect(contentOf(html).title).toBe('Bridge moved in the night');
  });
});

describe('a page to sign up for letters', () => {
  it.each([
    [
      'en',
      'Sign up for our newsletter',
      'The best stories of the dale in your inbox every morning.',
      'By signing up you agree to our terms. You can unsubscribe at any time.',
    ],
    [
      'de',
      'Newsletter abonnieren',
      'Die wichtigsten Nachrichten aus dem Tal jeden Morgen in Ihrem Postfach.',
      'Mit der Anmeldung stimmen Sie unseren Regeln zu. Sie können sich jederzeit abmelden.',
    ],
    [
      'fr',
      'Inscrivez-vous à notre newsletter',
      'Chaque matin l’essentiel dans votre boîte mail.',
      'En vous inscrivant, vous acceptez nos conditions.',
    ],
    [
      'es',
      'Suscríbete a nuestra newsletter',
      'Recibe cada mañana las mejores historias en tu correo.',
      'Al suscribirte aceptas nuestras condiciones.',
    ],
    [
      'it',
      'Iscriviti alla newsletter',
      'Ogni mattina le notizie più importanti nella tua casella di posta.',
      'Iscrivendoti accetti le condizioni.',
    ],
    [
      'pt',
      'Subscreva a nossa newsletter',
      'As notícias mais importantes no seu e-mail.',
      'Ao subscrever aceita as condições.',
    ],
    [
      'nl',
      'Schrijf je in voor onze nieuwsbrief',
      'Elke ochtend het belangrijkste nieuws in je inbox.',
      'Je kunt je altijd uitschrijven.',
    ],
    [
      'pl',
      'Zapisz się do newslettera',
      'Co rano najważniejsze wiadomości na swoją skrzynkę.',
      'Zapisując się, akceptujesz regulamin.',
    ],
    [
      'ru',
      'Подпишитесь на рассылку',
      'Главные новости каждое утро на вашу почту.',
      'Отписаться можно в любой момент.',
    ],
    [
      'uk',
      'Підпишіться на розсилку',
      'Головні новини щоранку на вашу пошту.',
      'Відписатися можна будь-коли.',
    ],
    [
      'tr',
      'Bültenimize abone olun',
      'En önemli haberler her sabah e-posta kutunuzda.',
      'Abone olarak kuralları kabul etmiş olursunuz.',
    ],
    [
      'ar',
      'اشترك في نشرتنا الإخبارية',
      'أهم الأخبار كل صباح في بريدك الإلكتروني.',
      'بالاشتراك فإنك توافق على الشروط.',
    ],
    ['zh', '订阅我们的电子报', '每天早上将最重要的新闻发送到您的邮箱。', '您可以随时退订。'],
    [
      'ja',
      'メールマガジンに登録',
      '毎朝、主要なニュースをメールでお届けします。',
      '登録すると、規約に同意したことになります。',
    ],
    [
      'ko',
      '뉴스레터 구독하기',
      '매일 아침 주요 뉴스를 이메일로 보내 드립니다.',
      '언제든지 구독을 취소할 수 있습니다.',
    ],
  ])('%s: %s', (language, heading, what, terms) => {
    const form = '<form><input type="email" name="email"><button>OK</button></form>';
    const html = page(language, heading, `${shown(heading, what)}${form}<p>${terms}</p>`);
    expect(failureOf(html).code).toBe('no_article');
  });
});

describe('a notice whose template says “article”', () => {
  it.each([
    ['soft_not_found', 'en', 'The page that you were looking for may have been moved.'],
    ['soft_not_found', 'de', 'Leider ist die von Ihnen gesuchte Seite nicht mehr da.'],
    ['soft_not_found', 'ja', 'お探しのページは移動または削除された可能性があります。'],
    ['http_server_error', 'en', 'Our site is down for maintenance right now.'],
    ['bot_challenge', 'en', 'Press & Hold to confirm you are a human.'],
  ])('%s in %s', (code, language, text) => {
    expect(failureOf(page(language, 'Valley Herald', shown('Oh', text), OF_TYPE)).code).toBe(code);
  });
});

it('a list of files', () => {
  const html = page(
    'en',
    'Index of /pub',
    '<h1>Index of /pub</h1><p>Index of /pub</p><pre>notes.txt 2025-05-01 12K</pre>',
  );
  expect(failureOf(html).code).toBe('no_article');
});

it('a short story that quotes an offer to subscribe', () => {
  const text =
    '“Subscribe to continue reading” is what more and more visitors of local papers see, a study of 340 titles says.';
  const html = page(
    'en',
    'Papers charge readers',
    `<article>${shown('Papers charge readers', text)}</article>`,
  );
  expect(contentOf(html)).toMatchObject({ access: 'free', title: 'Papers charge readers' });
});

it('a short story above a box for letters', () => {
  const title = 'Ferry returns to the old harbour';
  const text =
    'The ferry returned to the old harbour on Friday, and you can buy a ticket at the quay, where the first trip is free for children.';
  const html = page('en', title, `${shown(title, text)}<div><h2>Newsletter</h2></div>`);
  expect(contentOf(html)).toMatchObject({ title, text });
});
