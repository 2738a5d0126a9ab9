/** Requests for consent in the place of an article, and articles beside or about them. */
import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, failureOf, PARAGRAPHS, TITLE, URL_OF_PAGE } from './read.ts';

const page = (language: string, title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="${language}"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;

/** A heading, what is asked, what can be chosen, and two buttons, as sites of each language word them. */
const WALLS: readonly (readonly [string, string, string, string, string, string])[] = [
  [
    'en',
    'We care about your privacy',
    'We and our 612 vendors store or access information on your device, for example cookies, to show personalised advertising.',
    'You can withdraw your consent at any time.',
    'Agree and continue',
    'Reject all',
  ],
  [
    'de',
    'Ihre Privatsphäre ist uns wichtig',
    'Wir und unsere 612 Partner greifen auf Informationen auf Ihrem Endgerät zu, etwa Cookies, um personalisierte Werbung zu zeigen.',
    'Sie können Ihre Einwilligung jederzeit widerrufen.',
    'Alle akzeptieren',
    'Einstellungen',
  ],
  [
    'fr',
    'Nous respectons votre vie privée',
    'Nous et nos 612 partenaires accédons à des informations sur votre appareil, par exemple des cookies, pour des publicités personnalisées.',
    'Vous pouvez retirer votre consentement à tout moment.',
    'Tout accepter',
    'Continuer sans accepter',
  ],
  [
    'es',
    'Nos importa tu privacidad',
    'Nosotros y nuestros 612 socios guardamos información en tu dispositivo, por ejemplo cookies, para mostrar anuncios personalizados.',
    'Puedes retirar tu consentimiento en cualquier momento.',
    'Aceptar y cerrar',
    'Configurar',
  ],
  [
    'it',
    'La tua privacy è importante',
    'Noi e i nostri 612 fornitori memorizziamo informazioni sul tuo dispositivo, per esempio i cookie, per mostrare annunci personalizzati.',
    'Puoi revocare il tuo consenso in qualsiasi momento.',
    'Accetta tutto',
    'Gestisci le preferenze',
  ],
  [
    'pt',
    'Respeitamos a sua privacidade',
    'Nós e os nossos 612 parceiros guardamos informações no seu dispositivo, por exemplo cookies, para mostrar anúncios personalizados.',
    'Pode retirar o seu consentimento a qualquer momento.',
    'Aceitar tudo',
    'Gerir opções',
  ],
  [
    'nl',
    'Wij hechten waarde aan uw privacy',
    'Wij en onze 612 leveranciers bewaren informatie op uw apparaat, bijvoorbeeld cookies, voor gepersonaliseerde advertenties.',
    'U kunt uw toestemming op elk moment intrekken.',
    'Akkoord',
    'Voorkeuren beheren',
  ],
  [
    'pl',
    'Dbamy o Twoją prywatność',
    'My i nasi partnerzy uzyskujemy dostęp do informacji na urządzeniu, na przykład plików cookie, aby pokazywać spersonalizowane reklamy.',
    'Możesz wycofać zgodę w dowolnym momencie.',
    'Akceptuję wszystko',
    'Ustawienia',
  ],
  [
    'ru',
    'Мы заботимся о вашей конфиденциальности',
    'Мы и наши партнёры получаем доступ к информации на устройстве, например к файлам cookie, чтобы показывать персонализированную рекламу.',
    'Вы можете отозвать согласие в любое время.',
    'Принять все',
    'Настройки',
  ],
  [
    'uk',
    'Ми дбаємо про вашу приватність',
    'Ми та наші партнери отримуємо доступ до інформації на пристрої, наприклад до файлів cookie, щоб показувати персоналізовану рекламу.',
    'Ви можете відкликати згоду в будь-який час.',
    'Прийняти все',
    'Налаштування',
  ],
  [
    'tr',
    'Gizliliğiniz bizim için önemli',
    'Biz ve iş ortaklarımız, kişiselleştirilmiş reklamlar göstermek için çerez gibi bilgileri cihazınızda saklıyoruz.',
    'Onayınızı istediğiniz zaman geri alabilirsiniz.',
    'Tümünü kabul et',
    'Tercihleri yönet',
  ],
  [
    'ar',
    'خصوصيتك تهمنا',
    'نحن وشركاؤنا نصل إلى معلومات على جهازك، مثل ملفات تعريف الارتباط، لعرض إعلانات مخصصة.',
    'يمكنك سحب موافقتك في أي وقت.',
    'قبول الكل',
    'إدارة الخيارات',
  ],
  [
    'zh',
    '我们尊重您的隐私',
    '我们和我们的合作伙伴在您的设备上存储和访问信息，例如 Cookie，以便展示个性化广告。',
    '您可以随时撤回您的同意。',
    '全部接受',
    '管理选项',
  ],
  [
    'ja',
    'お客様のプライバシーを大切にします',
    '当社と当社のパートナーは、パーソナライズされた広告を表示するため、Cookieなどの情報を端末に保存し、アクセスします。',
    '同意はいつでも撤回することができます。',
    'すべて許可する',
    '設定を管理する',
  ],
  [
    'ko',
    '개인정보를 존중합니다',
    '당사와 파트너는 맞춤형 광고를 보여 드리기 위해 쿠키와 같은 정보를 기기에 저장하고 액세스합니다.',
    '동의는 언제든지 철회할 수 있습니다.',
    '모두 동의',
    '설정 관리',
  ],
  [
    'sv',
    'Vi värnar om din integritet',
    'Vi och våra partner lagrar uppgifter på din enhet, till exempel kakor, för att visa anpassade annonser.',
    'Du kan när som helst återkalla ditt samtycke.',
    'Godkänn alla',
    'Inställningar',
  ],
  [
    'nb',
    'Vi tar vare på personvernet ditt',
    'Vi og våre partnere lagrer opplysninger på din enhet, for eksempel informasjonskapsler, for å vise tilpassede annonser.',
    'Du kan når som helst trekke tilbake samtykke.',
    'Godta alle',
    'Innstillinger',
  ],
  [
    'da',
    'Vi værner om dit privatliv',
    'Vi og vores partnere gemmer oplysninger på din enhed, for eksempel cookies, for at vise tilpassede annoncer.',
    'Du kan til enhver tid trække dit samtykke tilbage.',
    'Accepter alle',
    'Indstillinger',
  ],
  [
    'fi',
    'Kunnioitamme yksityisyyttäsi',
    'Me ja kumppanimme tallennamme laitteellesi tietoja, esimerkiksi evästeitä, näyttääksemme kohdennettua mainontaa.',
    'Voit peruuttaa suostumuksesi milloin tahansa.',
    'Hyväksy kaikki',
    'Asetukset',
  ],
  [
    'cs',
    'Záleží nám na vašem soukromí',
    'My a naši partneři ukládáme informace ve vašem zařízení, například soubory cookie, abychom zobrazovali personalizované reklamy.',
    'Svůj souhlas můžete kdykoli odvolat.',
    'Přijmout vše',
    'Nastavení',
  ],
  [
    'hu',
    'Tiszteletben tartjuk az Ön adatait',
    'Mi és partnereink adatokat tárolunk az Ön eszközén, például sütiket, hogy személyre szabott hirdetéseket mutassunk.',
    'Hozzájárulását bármikor visszavonhatja.',
    'Mindet elfogadom',
    'Beállítások',
  ],
  [
    'ro',
    'Respectăm confidențialitatea dvs',
    'Noi și partenerii noștri stocăm informații pe dispozitiv, de exemplu cookie-uri, pentru a afișa reclame personalizate.',
    'Puteți retrage consimțământul în orice moment.',
    'Acceptă toate',
    'Setări',
  ],
  [
    'el',
    'Σεβόμαστε το απόρρητό σας',
    'Εμείς και οι συνεργάτες μας αποθηκεύουμε πληροφορίες στη συσκευή σας, για παράδειγμα cookies, για εξατομικευμένες διαφημίσεις.',
    'Μπορείτε να ανακαλέσετε τη συγκατάθεσή σας ανά πάσα στιγμή.',
    'Αποδοχή όλων',
    'Ρυθμίσεις',
  ],
];

describe('a request for consent in the place of an article', () => {
  it.each(WALLS)('in %s', (language, heading, asked, choice, yes, no) => {
    const html = page(
      language,
      'Valley Herald',
      `<div><h1>${heading}</h1><p>${asked}</p><p>${choice}</p><button>${yes}</button> <button>${no}</button></div>`,
    );
    expect(failureOf(html).code).toBe('consent_wall');
    // A heading without a word of it, and with the metas of the story that it stands before.
    const behind = page(
      language,
      TITLE,
      `<h1>${TITLE}</h1><div><h2>${heading}</h2><p>${asked}</p><p>${choice}</p><button>${yes}</button></div>`,
      '<meta property="og:type" content="article"><meta property="article:published_time" content="2025-05-30T08:00:00Z">',
    );
    expect(failureOf(behind).code).toBe('consent_wall');
  });

  it.each(WALLS)('is none beside an article: %s', (language, heading, asked, choice, yes, no) => {
    const banner = `<div id="consent-banner"><h2>${heading}</h2><p>${asked}</p><p>${choice}</p><button>${yes}</button><button>${no}</button></div>`;
    for (const html of [articleHtml({ after: banner }), articleHtml().replace('<main>', `${banner}<main>`)]) {
      const { title, text } = contentOf(html.replace('lang="en"', `lang="${language}"`));
      expect([title, text.includes(PARAGRAPHS[1] ?? '')]).toEqual([TITLE, true]);
    }
  });

  it.each([
    [
      'en',
      'Read on with advertising',
      'Use our site with advertising and tracking, free of charge. Accept or subscribe.',
    ],
    [
      'de',
      'Mit Werbung weiterlesen',
      'Besuchen Sie uns wie gewohnt mit Werbung und Tracking, oder im Pur-Abo ohne Werbetracking.',
    ],
    [
      'fr',
      'Abonnez-vous ou acceptez',
      'Accéder gratuitement au site en acceptant les cookies publicitaires, ou s’abonner.',
    ],
    [
      'es',
      'Aceptar o suscribirse',
      'Navegar gratis con publicidad aceptando las cookies, o rechazar y suscribirse.',
    ],
    [
      'it',
      'Accetta o abbonati',
      'Naviga gratis con la pubblicità accettando i cookie, oppure rifiuta e abbonati.',
    ],
    ['nl', 'Accepteren of abonneren', 'Lees gratis met advertenties en cookies, of weigeren en abonneren.'],
  ])('to accept or to pay: %s', (language, heading, asked) => {
    const html = page(language, 'Valley Herald', `<h1>${heading}</h1><p>${asked}</p>`);
    expect(failureOf(html).code).toBe('consent_wall');
  });
});

describe('a request for consent that lists what else is done with the data', () => {
  it.each([
    [
      'en',
      'Before you continue to the Valley Herald',
      '<p>We use cookies and data to</p><ul><li>Deliver and maintain services</li><li>Track outages and protect against spam, fraud, and abuse</li></ul><p>If you choose to accept all, we will also use cookies and data to</p><ul><li>Develop and improve new services</li><li>Show personalised ads, depending on your settings</li></ul>',
    ],
    [
      'de',
      'Das Tal mit Werbung',
      '<p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Details stehen in der Datenschutzerklärung.</p><p>Einwilligen und weiter</p><h2>Tal Pur</h2><p>Nutzen Sie unser Angebot ohne Werbetracking für 5 Euro im Monat.</p><p>Jetzt abonnieren</p><p>Zur Verbesserung unseres Angebots verarbeiten wir und unsere Partner Informationen über Ihr Endgerät mithilfe von Cookies.</p>',
    ],
    ['en', 'Please confirm', '<p>This site needs your consent before it can show this page.</p>'],
  ])('%s: %s', (language, heading, body) => {
    expect(failureOf(page(language, 'Valley Herald', `<h1>${heading}</h1>${body}`)).code).toBe(
      'consent_wall',
    );
  });
});

describe('an article about requests for consent', () => {
  it.each([
    [
      'de',
      'Cookie-Banner: Was Verbraucher wissen müssen',
      [
        'Wer im Netz liest, muss ständig zustimmen. Verbraucherschützer raten, die Einstellungen zu öffnen und nur notwendige Cookies zuzulassen.',
        'Sie können Ihre Einwilligung jederzeit widerrufen, heißt es in den meisten Bannern. Der Knopf dafür ist aber oft versteckt, zeigt ein Test.',
        'Werbung wird dann nicht weniger, aber beliebiger. Das Gesetz verlangt seit 2021 eine echte Wahl.',
      ],
    ],
    [
      'tr',
      'Çerez cezası',
      [
        'Kurul, kullanıcıların cihazına onay almadan çerez yerleştiren bir alışveriş sitesine iki milyon lira ceza verdi. Şirket karara itiraz edecek.',
      ],
    ],
  ])('of few words and without a date: %s', (language, title, paragraphs) => {
    const body = `<article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`;
    expect(contentOf(page(language, `${title} | Valley Herald`, body)).title).toBe(title);
  });

  const story = (title: string, ...paragraphs: string[]): string =>
    page(
      'en',
      `${title} | Valley Herald`,
      `<div id="onetrust-banner"><button>Accept all</button><button>Reject all</button></div><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`,
    );

  it.each([
    [
      'a fine',
      story(
        'Cookie banners cost shop two million',
        'The data protection office fined a shop two million on Tuesday because its cookie banner hid the button to reject tracking behind four pages.',
        'The shop and its partners had stored cookies on the devices of visitors before anybody gave consent, the office found after a year of complaints.',
        'A spokesman for the shop said that personalised ads pay for its low prices and that it would appeal against the decision.',
      ),
    ],
    [
      'what banners say',
      story(
        'What cookie banners do not tell',
        'Most of them begin with “We value your privacy” and end with “We and our partners store information on a device”, says the study on consent that was published on Monday.',
        'Its authors counted 900 banners, of which one in three had a button that says “Reject all”, and half of which placed cookies all the same.',
      ),
    ],
    [
      'a law',
      story(
        'Parliament votes on consent',
        'Parliament voted on Friday to let browsers send the choice about cookies and tracking so that banners disappear, with publishers and advertisers against it.',
        'Under the law, sites have to ask for consent once a year, and no longer may they make readers pay for privacy.',
      ),
    ],
  ])('%s', (_, html) => {
    expect(['article', 'brief']).toContain(contentOf(html).type);
  });

  it('a long explanation in the second person', () => {
    const html = articleHtml({
      title: 'How to say no to cookies',
      before:
        '<p>You can reject all cookies at any time, and you may withdraw your consent in the settings of most sites, where the button often hides.</p>',
    });
    expect(contentOf(html, { url: URL_OF_PAGE }).type).toBe('article');
  });
});

/** Names of pages for settings, what they say of three kinds of cookies, and two buttons; nothing of partners. */
const SETTINGS: readonly (readonly [string, string, string, string, string, string])[] = [
  [
    'de',
    'Cookie-Einstellungen',
    'Wir verwenden Cookies, damit unsere Seite läuft. Welche Sie zulassen, entscheiden Sie hier selbst.',
    'Notwendige Cookies braucht die Seite für ihren Betrieb; sie lassen sich nicht ausschalten.',
    'Cookies für die Statistik zählen, wie oft eine Seite gelesen wird, ohne zu sagen, von wem.',
    'Auswahl speichern',
  ],
  [
    'de',
    'Datenschutz-Einstellungen',
    'Hier legen Sie fest, welche Dienste auf unseren Seiten Cookies setzen dürfen.',
    'Technisch notwendige Cookies merken sich die Anmeldung und den Inhalt des Warenkorbs.',
    'Cookies für Werbung zeigen Anzeigen, die zu dem passen, was zuvor gelesen wurde.',
    'Alle ablehnen',
  ],
  [
    'fr',
    'Gestion des cookies',
    'Choisissez ici les cookies que vous autorisez pendant votre visite de notre journal.',
    'Les cookies nécessaires font fonctionner les pages et ne peuvent pas être désactivés.',
    'Les cookies de statistique comptent les visites sans dire de qui elles viennent.',
    'Enregistrer mes choix',
  ],
  [
    'fr',
    'Paramètres de confidentialité',
    'Les cookies gardent en mémoire la langue du site et la connexion des abonnés.',
    'Les cookies publicitaires montrent des annonces selon les pages déjà lues.',
    'Les cookies des réseaux sociaux permettent de partager un article depuis la page.',
    'Tout refuser',
  ],
  [
    'nl',
    'Cookie-instellingen',
    'Kies hier welke cookies onze site tijdens uw bezoek mag plaatsen.',
    'Noodzakelijke cookies laten de site werken en kunnen niet worden uitgezet.',
    'Statistische cookies tellen de bezoeken zonder te zeggen van wie die komen.',
    'Keuze opslaan',
  ],
  [
    'es',
    'Configuración de cookies',
    'Elige aquí qué cookies puede usar el periódico durante tu visita.',
    'Las cookies necesarias hacen que la página funcione y no se pueden apagar.',
    'Las cookies de estadística cuentan las visitas sin decir de quién son.',
    'Guardar',
  ],
];

describe('a page of settings for cookies', () => {
  it.each(SETTINGS)('is no article: %s, %s', (language, name, first, second, third, button) => {
    const body = `<main><h1>${name}</h1><p>${first}</p><h2>1</h2><p>${second}</p><h2>2</h2><p>${third}</p><button>${button}</button></main>`;
    expect(failureOf(page(language, `${name} | Valley Herald`, body)).code).toBe('consent_wall');
  });

  it.each([
    [
      'de',
      'Gericht verbietet vorangekreuzte Cookie-Einstellungen',
      'Cookie-Einstellungen',
      'Vorangekreuzte Cookies sind nicht erlaubt, hat der Gerichtshof am Dienstag entschieden. Geklagt hatten Verbraucherschützer gegen ein Gewinnspiel mit Cookies.',
    ],
    [
      'fr',
      'Une amende pour la gestion des cookies',
      'Gestion des cookies',
      'Un site de vente a été condamné jeudi pour ses cookies publicitaires, déposés sans consentement. Refuser les cookies y demandait cinq clics, dit le jugement.',
    ],
  ])('is not a story about them beside a banner: %s', (language, title, banner, text) => {
    const body = `<div><h2>${banner}</h2></div><article><h1>${title}</h1><p>${text}</p></article>`;
    expect(contentOf(page(language, `${title} | Valley Herald`, body)).title).toBe(title);
  });
});
