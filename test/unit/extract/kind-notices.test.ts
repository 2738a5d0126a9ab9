/** Short pages that tell why there is no article, and articles about such pages. */
import { describe, expect, it } from 'vitest';
import { contentOf, failureOf, PARAGRAPHS } from './read.ts';

const page = (language: string, title: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><title>${title}</title></head><body>${body}</body></html>`;
const said = (language: string, heading: string, ...lines: string[]): string =>
  page(
    language,
    'Valley Herald',
    `<h1>${heading}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}<form><input type="search"></form>`,
  );

const SEARCH = 'Valley Herald 1 2 3';

describe('a notice in the place of an article', () => {
  const CASES: readonly (readonly [string, string, string, string])[] = [
    // Missing, by a sentence and by a name
    ['soft_not_found', 'en', 'Lost your way?', 'The page that you asked for does not exist.'],
    ['soft_not_found', 'de', 'Hoppla', 'Die gewünschte Seite ist nicht mehr da.'],
    ['soft_not_found', 'sv', 'Hoppsan', 'Sidan du letar efter finns inte längre.'],
    ['soft_not_found', 'nb', 'Oisann', 'Siden du leter etter er flyttet.'],
    ['soft_not_found', 'fi', 'Hups', 'Etsimääsi sivua ei enää ole.'],
    ['soft_not_found', 'cs', 'Jejda', 'Stránka, kterou hledáte, byla odstraněna.'],
    ['soft_not_found', 'hu', 'Hoppá', 'A keresett oldal nem létezik.'],
    ['soft_not_found', 'ro', 'Hopa', 'Pagina pe care o căutați a fost mutată.'],
    ['soft_not_found', 'el', 'Ωχ', 'Η σελίδα που ψάχνετε δεν υπάρχει.'],
    ['soft_not_found', 'da', 'Siden findes ikke', SEARCH],
    ['soft_not_found', 'sv', 'Sidan kunde inte hittas', SEARCH],
    ['soft_not_found', 'fi', 'Sivua ei löytynyt', SEARCH],
    ['soft_not_found', 'cs', 'Stránka nenalezena', SEARCH],
    ['soft_not_found', 'hu', 'Az oldal nem található', SEARCH],
    ['soft_not_found', 'ro', 'Pagina nu a fost găsită', SEARCH],
    ['soft_not_found', 'el', 'Η σελίδα δεν βρέθηκε', SEARCH],
    // Kept from readers in some countries
    ['legal_block', 'en', 'Sorry', 'This video is not available in your country because of rights.'],
    [
      'legal_block',
      'en',
      '451',
      'You are attempting to access this website from a country where we do not offer it.',
    ],
    ['legal_block', 'de', 'Hinweis', 'Dieser Inhalt ist in Ihrem Land leider nicht verfügbar.'],
    ['legal_block', 'fr', 'Désolé', 'Ce contenu n’est pas disponible dans votre pays.'],
    ['legal_block', 'es', 'Aviso', 'Este contenido no está disponible en su país.'],
    ['legal_block', 'it', 'Avviso', 'Questo contenuto non è disponibile nel tuo paese.'],
    ['legal_block', 'pt', 'Aviso', 'Este conteúdo não está disponível no seu país.'],
    ['legal_block', 'nl', 'Helaas', 'Deze inhoud is niet beschikbaar in jouw land.'],
    ['legal_block', 'pl', 'Przepraszamy', 'Ta treść nie jest dostępna w Twoim kraju.'],
    ['legal_block', 'ru', 'Извините', 'Этот материал недоступен в вашей стране.'],
    ['legal_block', 'uk', 'Вибачте', 'Цей матеріал недоступний у вашій країні.'],
    ['legal_block', 'tr', 'Üzgünüz', 'Bu içerik ülkenizde kullanılamıyor.'],
    ['legal_block', 'ar', 'عذرا', 'هذا المحتوى غير متاح في بلدك.'],
    ['legal_block', 'zh', '抱歉', '您所在的地区无法观看此内容。'],
    ['legal_block', 'ja', 'お知らせ', 'お住まいの地域ではご覧いただけません。'],
    ['legal_block', 'ko', '안내', '현재 국가에서는 이 콘텐츠를 볼 수 없습니다.'],
    ['legal_block', 'sv', 'Tyvärr', 'Innehållet är inte tillgängligt i ditt land.'],
    ['legal_block', 'da', 'Beklager', 'Indholdet er ikke tilgængeligt i dit land.'],
    ['legal_block', 'fi', 'Pahoittelut', 'Sisältö ei ole saatavilla maassasi.'],
    ['legal_block', 'cs', 'Omlouváme se', 'Tento obsah není dostupný ve vaší zemi.'],
    ['legal_block', 'ro', 'Ne pare rău', 'Acest conținut nu este disponibil în țara dumneavoastră.'],
    ['legal_block', 'el', 'Λυπούμαστε', 'Αυτό το περιεχόμενο δεν είναι διαθέσιμο στη χώρα σας.'],
    // Trouble of the host
    ['http_server_error', 'en', '502 Bad Gateway', 'nginx'],
    ['http_server_error', 'en', '504 Gateway Time-out', 'The upstream server timed out.'],
    ['http_server_error', 'en', 'Service Temporarily Unavailable', 'Please try again later.'],
    ['http_server_error', 'en', 'Back in a moment', 'The site is down for scheduled maintenance.'],
    ['http_server_error', 'en', 'Oh no', 'There has been a critical error on this website.'],
    [
      'http_server_error',
      'de',
      'Gleich wieder da',
      'Wegen Wartungsarbeiten ist die Seite vorübergehend nicht erreichbar.',
    ],
    ['http_server_error', 'fr', 'Site en maintenance', 'Merci de revenir plus tard.'],
    ['http_server_error', 'es', 'Volvemos pronto', 'El sitio está en mantenimiento.'],
    ['http_server_error', 'it', 'Torniamo subito', 'Il sito è in manutenzione.'],
    ['http_server_error', 'pt', 'Aviso', 'O site está em manutenção.'],
    ['http_server_error', 'nl', 'Even geduld', 'De site is wegens onderhoud tijdelijk niet bereikbaar.'],
    ['http_server_error', 'pl', 'Przerwa techniczna', 'Wracamy wkrótce.'],
    ['http_server_error', 'ru', 'Технические работы', 'Сайт временно недоступен.'],
    ['http_server_error', 'uk', 'Технічні роботи', 'Сайт тимчасово недоступний.'],
    ['http_server_error', 'tr', 'Bakımdayız', 'Birazdan döneceğiz.'],
    ['http_server_error', 'ar', 'الموقع تحت الصيانة', 'سنعود قريبا.'],
    ['http_server_error', 'zh', '系统维护中', '请稍后再来。'],
    ['http_server_error', 'ja', 'メンテナンス中', 'しばらくしてからお試しください。'],
    ['http_server_error', 'ko', '점검 중입니다', '잠시 후 다시 찾아 주세요.'],
    ['http_server_error', 'sv', 'Underhåll', 'Vi är strax tillbaka.'],
    ['http_server_error', 'fi', 'Huoltokatko', 'Palaamme pian.'],
    ['http_server_error', 'cs', 'Údržba', 'Probíhá údržba stránek.'],
    ['http_server_error', 'hu', 'Karbantartás', 'Hamarosan visszatérünk.'],
    ['http_server_error', 'ro', 'Site în mentenanță', 'Revenim în curând.'],
    ['http_server_error', 'el', 'Υπό συντήρηση', 'Επιστρέφουμε σύντομα.'],
    ['rate_limited', 'en', 'Too Many Requests', 'Please slow down.'],
    ['rate_limited', 'de', 'Fehler', 'Zu viele Anfragen von Ihrer Adresse.'],
    ['rate_limited', 'ru', 'Слишком много запросов', 'Подождите.'],
    // A browser's scripts and cookies
    ['needs_browser', 'en', 'Valley Herald', 'Please enable cookies in your browser and reload.'],
    ['needs_browser', 'en', 'Your browser is not supported', 'Please install a newer one.'],
    ['needs_browser', 'fr', 'Attention', 'Votre navigateur n’est pas à jour : veuillez activer JavaScript.'],
    [
      'needs_browser',
      'de',
      'Hinweis',
      'Bitte aktivieren Sie JavaScript, damit die Seite erscheint, denn ohne geht es nicht.',
    ],
    // Who may read
    ['access_denied', 'en', 'Age check', 'You must be 18 years or older to enter this site.'],
    ['access_denied', 'de', 'Altersprüfung', 'Bitte bestätigen Sie Ihr Alter.'],
    ['access_denied', 'fr', 'Avant d’entrer', 'Vous devez avoir plus de 18 ans. Confirmez votre âge.'],
    ['access_denied', 'es', 'Aviso', 'Confirma que eres mayor de edad.'],
    ['access_denied', 'ja', '年齢確認', 'あなたは18歳以上ですか。'],
    ['access_denied', 'en', 'Support us', 'Please turn off your ad blocker and reload the page.'],
    ['access_denied', 'de', 'Werbung finanziert uns', 'Bitte deaktivieren Sie Ihren Adblocker.'],
    ['login_wall', 'en', 'Hello again', 'Your session has expired.'],
    ['login_wall', 'de', 'Hallo', 'Ihre Sitzung ist abgelaufen.'],
    ['login_wall', 'es', 'Hola', 'Su sesión ha caducado.'],
    ['login_wall', 'zh', '提示', '会话已过期，请重新登录。'],
    ['login_wall', 'sv', 'Logga in', 'Glömt lösenordet?'],
    ['login_wall', 'nb', 'Logg inn', 'Glemt passord?'],
    ['login_wall', 'fi', 'Kirjaudu sisään', 'Unohditko salasanan?'],
    ['login_wall', 'cs', 'Přihlášení', 'Zapomněli jste heslo?'],
    ['login_wall', 'hu', 'Bejelentkezés', 'Elfelejtett jelszó'],
    ['login_wall', 'ro', 'Autentificare', 'Ai uitat parola?'],
    ['login_wall', 'el', 'Σύνδεση', 'Ξεχάσατε τον κωδικό σας;'],
    // Nothing at all
    ['no_article', 'en', 'Search', 'Your search for bridge returned no results.'],
    ['no_article', 'de', 'Keine Ergebnisse gefunden', 'Versuchen Sie es anders.'],
    ['no_article', 'ja', '検索', '一致する記事は見つかりませんでした。'],
    ['no_article', 'en', 'Goodbye', 'You have been unsubscribed from our newsletter.'],
    ['no_article', 'en', 'Thank you', 'Thank you for subscribing. Check your inbox to confirm.'],
    ['no_article', 'fr', 'Merci', 'Merci pour votre inscription à la lettre.'],
    ['no_article', 'en', 'valley.example', 'This domain may be for sale. Buy this domain.'],
    ['no_article', 'en', 'Redirecting', 'You are being redirected to the front page.'],
    // Checks for bots
    ['bot_challenge', 'en', 'Making sure you’re not a bot!', 'Calculating, difficulty 4.'],
    ['bot_challenge', 'en', 'Valley Herald', 'Press & Hold to confirm you are a human.'],
    [
      'bot_challenge',
      'en',
      'Pardon Our Interruption',
      'Something about your browser made us think you were a bot.',
    ],
    ['bot_challenge', 'en', '403 ERROR', 'The request could not be satisfied.'],
    ['bot_challenge', 'de', 'Hinweis', 'Bitte bestätigen Sie, dass Sie ein Mensch sind.'],
    ['bot_challenge', 'fr', 'Un instant', 'Confirmez que vous êtes un être humain.'],
    ['bot_challenge', 'es', 'Aviso', 'Verifique que usted es un ser humano.'],
    ['bot_challenge', 'it', 'Avviso', 'Verifica di essere un essere umano.'],
    ['bot_challenge', 'nl', 'Een ogenblik geduld', 'Wij kijken even.'],
    ['bot_challenge', 'pl', 'Uwaga', 'Potwierdź, że jesteś człowiekiem.'],
    ['bot_challenge', 'ru', 'Ой', 'Запросы с вашего устройства похожи на автоматические.'],
    ['bot_challenge', 'tr', 'Uyarı', 'Gerçek kişi olduğunuzu doğrulayın.'],
    ['bot_challenge', 'zh', '安全验证', '请完成下方验证后继续。'],
    ['bot_challenge', 'ja', 'お知らせ', 'あなたが人間であることを確認してください。'],
    ['bot_challenge', 'ko', '안내', '사람인지 확인하십시오.'],
    ['bot_challenge', 'sv', 'Ett ögonblick', 'Vi kontrollerar.'],
  ];

  it.each(CASES)('%s in %s: %s', (code, language, heading, text) => {
    expect(failureOf(said(language, heading, text)).code).toBe(code);
  });

  it.each([
    ['a frame', '<iframe src="/_Incapsula_Resource?SWUDNSAI=31"></iframe>'],
    [
      'a script',
      '<script src="https://ct.captcha-delivery.com/c.js"></script><script>var dd={"rt":"c"}</script>',
    ],
    ['settings', '<script>window.KPSDK={}</script><script src="/149e/2d20/ips.js"></script>'],
    ['a container', '<div id="px-captcha"></div><script src="/x.js"></script><script src="/y.js"></script>'],
  ])('a check for bots that shows nothing, by %s', (_, body) => {
    expect(failureOf(page('en', 'valley.example', body)).code).toBe('bot_challenge');
  });

  it.each([
    ['sv', 'Bli prenumerant för att läsa vidare'],
    ['nb', 'Kun for abonnenter'],
    ['fi', 'Vain tilaajille'],
    ['cs', 'Předplaťte si a pokračujte ve čtení'],
    ['hu', 'Csak előfizetők olvashatják'],
    ['ro', 'Abonează-te pentru a citi mai departe'],
    ['el', 'Μόνο για συνδρομητές'],
  ])('a teaser and an offer in %s', (language, offer) => {
    const html = page(
      language,
      'The bridge',
      `<article><h1>The bridge</h1><p>${PARAGRAPHS[0]}</p><div class="paywall"><p>${offer}</p></div></article>`,
    );
    expect(failureOf(html).code).toBe('paywall_stub');
  });
});

describe('an article about such pages', () => {
  it.each([
    [
      'en',
      'Town turns its 404 page into a gallery',
      'Whoever follows a dead link on the site of the town now meets paintings by pupils instead of the words “Page not found”.',
      'The idea came from the clerk who runs the site, and the first forty pictures were hung on Monday, with a vote on the best of them in June.',
    ],
    [
      'en',
      'Check for bots locks readers out of the library',
      'For two days nobody could order a book, because a new check for bots asked every reader to click on traffic lights and then sent them back.',
      'The firm behind the service said that a captcha had been set too strictly, and that some hundred people a minute failed it before it was turned off.',
    ],
    [
      'en',
      'Paywalls rise again',
      'One in five regional papers has put its articles behind a paywall since spring, and most let readers open five a month before they must subscribe.',
      'The study counted 340 papers. A year in print still costs twice as much as one online, said its author, who expects more to follow.',
    ],
    [
      'en',
      'Streaming service goes dark for maintenance',
      'Thousands could not watch the final on Sunday, because the service had planned maintenance for that night and told nobody.',
      'It apologised on Monday and said that its servers would be updated on weekdays from now on. Subscribers get back the fee of a week.',
    ],
    [
      'en',
      'Minister wants age checks for all video sites',
      'Sites with films for adults shall ask for a passport from next year, under a bill that the minister presented on Thursday.',
      'Critics say that checking the age of every visitor hands their names to the firms that do it, and that the young will find a way around it.',
    ],
    [
      'en',
      'Why the series cannot be seen abroad',
      'Fans on holiday met a black screen this week: the rights for the series end at the border, and the broadcaster blocks addresses from elsewhere.',
      'It regrets that, a spokeswoman said, but each country is sold on its own, which brought it nine million last year.',
    ],
    [
      'en',
      'Publishers fight ad blockers in court',
      'Three publishers have sued the maker of an ad blocker, whose users they say cost them a fifth of their income from advertising.',
      'The maker answers that readers may decide for themselves what their browsers load. The court will hear both sides in the autumn.',
    ],
    [
      'de',
      'Störung legt Rathaus lahm',
      'Wegen einer technischen Störung blieb das Rathaus am Dienstag geschlossen, und auch die Anmeldung für Kitas war den ganzen Tag nicht erreichbar.',
      'Fachleute tauschten am Abend zwei Speicher aus. Die Stadt rechnet damit, dass am Mittwoch wieder alle Ämter öffnen und die Termine nachgeholt werden.',
    ],
    [
      'de',
      'Seitensprung einer Seite: Kunst statt Fehler 404',
      'Wer sich auf der Seite des Museums verirrt, landet nun in einem Saal mit Bildern, die es nie gab, gemalt von Schülern der Stadt.',
      'Die Idee dazu hatte eine Praktikantin, der die alte Fehlermeldung zu traurig war. Vierzig Bilder hängen dort bereits.',
    ],
    [
      'fr',
      'Le site de la mairie en panne pendant trois jours',
      'Une panne a rendu le site de la mairie inaccessible de lundi à mercredi, et les habitants ont dû revenir aux guichets pour leurs papiers.',
      'Le prestataire explique avoir perdu deux disques le même soir. La maire demande un rapport avant la fin du mois.',
    ],
    [
      'es',
      'Un robot resuelve las pruebas contra robots',
      'Estudiantes de la universidad han construido un programa que resuelve nueve de cada diez pruebas con semáforos y pasos de cebra.',
      'El trabajo costó seis meses. Sus autores piden otras formas de distinguir a las personas, que no molesten a quien ve mal.',
    ],
    [
      'ru',
      'Сайт поликлиники не работал два дня',
      'Жители не могли записаться к врачу с понедельника: сервер не выдержал, когда открыли запись на осмотры для школьников.',
      'Главный врач извинилась и пообещала новый сервер к осени. До тех пор по утрам будут работать два телефона.',
    ],
    [
      'ja',
      '市のサイト、二日間つながらず',
      '月曜の朝から市のサイトにつながらず、住民は窓口に並んだ。健診の受け付けが始まったため、一度に三万人が訪れたという。',
      '市長は火曜日の会見で謝罪し、秋までに新しい機械を入れると述べた。それまでは電話でも受け付ける。',
    ],
  ])('%s: %s', (language, title, ...paragraphs) => {
    const html = page(
      language,
      `${title} | Valley Herald`,
      `<article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`,
    );
    expect(contentOf(html).title).toBe(title);
  });

  it('a review of a film that is called like one, with its author', () => {
    const html = page(
      'en',
      'Forbidden | Valley Herald',
      `<article><h1>Forbidden</h1><p class="byline">By <a rel="author" href="/ann">Ann Lee</a></p>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article>`,
    );
    expect(contentOf(html).title).toBe('Forbidden');
  });
});
