/** Walls on the pages of a site's own template, with its menu and “article” in the metas; and short news of their subjects. */
import { describe, expect, it } from 'vitest';
import { contentOf, failureOf } from './read.ts';

const OF_TYPE = '<meta property="og:type" content="article">';

const page = (language: string, title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="${language}"><head><title>${title}</title>${head}</head><body>
  <header><a href="/">Valley Herald</a><nav><a href="/sport">Sport</a></nav></header><main>${body}</main>
  <footer><a href="/imprint">Imprint</a></footer></body></html>`;

const list = (...items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

describe('a request for consent under a welcome', () => {
  it.each([
    [
      'en',
      'Welcome to the Valley Herald',
      'We and our 842 partners process data in order to',
      [
        'Store information on a device',
        'Create profiles for personalised advertising',
        'Understand audiences',
        'Improve services',
      ],
      'You can withdraw your consent at any time.',
    ],
    [
      'de',
      'Willkommen beim Talboten',
      'Wir und unsere 842 Partner verarbeiten Daten, um',
      [
        'Informationen auf einem Endgerät zu speichern',
        'Profile für personalisierte Werbung anzulegen',
        'Zielgruppen zu verstehen',
        'Angebote zu verbessern',
      ],
      'Sie können Ihre Einwilligung jederzeit widerrufen.',
    ],
    [
      'fr',
      'Bienvenue sur le Courrier du Val',
      'Nos 842 partenaires et nous traitons des données pour',
      [
        'Stocker des informations sur un appareil',
        'Créer des profils pour la publicité personnalisée',
        'Comprendre les publics',
      ],
      'Vous pouvez retirer votre consentement à tout moment.',
    ],
    [
      'es',
      'Bienvenido al Correo del Valle',
      'Nosotros y nuestros 842 socios tratamos datos para',
      [
        'Almacenar información en un dispositivo',
        'Crear perfiles para publicidad personalizada',
        'Comprender al público',
      ],
      'Puede retirar su consentimiento en cualquier momento.',
    ],
    [
      'it',
      'Benvenuto sul Corriere della Valle',
      'Noi e i nostri 842 partner trattiamo dati per',
      [
        'Archiviare informazioni su un dispositivo',
        'Creare profili per la pubblicità personalizzata',
        'Comprendere il pubblico',
      ],
      'Puoi revocare il tuo consenso in qualsiasi momento.',
    ],
    [
      'pl',
      'Witamy w Kurierze Dolinnym',
      'My i nasi partnerzy przetwarzamy dane, aby',
      [
        'Przechowywać informacje na urządzeniu',
        'Tworzyć profile spersonalizowanych reklam',
        'Poznawać odbiorców',
      ],
      'Możesz wycofać zgodę w dowolnym momencie.',
    ],
    [
      'ru',
      'Добро пожаловать в Вестник долины',
      'Мы и наши 842 партнёра обрабатываем данные, чтобы',
      [
        'Хранить информацию на устройстве',
        'Создавать профили для персонализированной рекламы',
        'Изучать аудиторию',
      ],
      'Вы можете отозвать согласие в любое время.',
    ],
    [
      'ja',
      '谷の新聞へようこそ',
      '当社と842のパートナーは次の目的でデータを処理します',
      ['デバイス上の情報の保存', 'パーソナライズされた広告', 'サービスの開発'],
      '同意はいつでも撤回できます。',
    ],
  ])('in %s: %s', (language, heading, asked, purposes, choice) => {
    const body = `<h1>${heading}</h1><p>${asked}</p>${list(...purposes)}<p>${choice}</p><button>OK</button>`;
    expect(failureOf(page(language, heading, body, OF_TYPE)).code).toBe('consent_wall');
    expect(failureOf(page(language, 'Valley Herald', body)).code).toBe('consent_wall');
  });
});

describe('a check for bots', () => {
  it.each([
    [
      'en',
      'valley.example',
      'Performing security verification',
      'A service protects this website against malicious bots.',
    ],
    [
      'en',
      'Pardon the interruption',
      'Pardon the interruption',
      'We noticed some activity that looks automated and have to ask.',
    ],
    ['en', 'Error', 'Error 16', 'This request was blocked by our security service. Incident 33.'],
    ['en', 'One moment, please...', 'Wait', 'Your request is being verified.'],
    [
      'en',
      'Valley Herald',
      'Just to be safe',
      'Please solve this puzzle so that we know that a person reads.',
    ],
    [
      'de',
      'Menschliche Überprüfung',
      'Kurze Prüfung',
      'Lassen Sie uns sicherstellen, dass Sie ein Mensch sind.',
    ],
    ['fr', 'Vérification humaine', 'Vérification', 'Effectuez le contrôle de sécurité avant de continuer.'],
    ['es', 'Se ha denegado el acceso a esta página', 'Antes de seguir', 'Mantén pulsado el botón.'],
    ['it', 'Ancora un momento', 'Attendi', 'Stiamo verificando che tu sia umano.'],
    ['pt', 'Verificação', 'valley.example', 'Precisamos de verificar a segurança da sua conexão.'],
    ['nl', 'Even geduld', 'valley.example', 'Controleren of je een mens bent.'],
    ['pl', 'Chwileczkę', 'valley.example', 'Sprawdzamy, czy połączenie jest bezpieczne.'],
    ['ru', 'Антибот', 'Антибот', 'Нажмите, чтобы подтвердить, что вы не робот.'],
    ['uk', 'Перевірка', 'Зачекайте', 'Перевіряємо, що ви не робот.'],
    ['tr', 'valley.example', 'Bir dakika', 'İnsan olduğunuzu doğrulayın.'],
    ['ar', 'التحقق من الأمان', 'لحظة', 'نتحقق من أنك لست روبوتا.'],
    ['zh', '访问受限', '提示', '请拖动下方滑块。'],
    ['ja', 'アクセスを確認しています', '確認中', 'ボットではないことを確認しています。'],
    ['ko', '보안 확인 중', '안내', '브라우저를 확인하는 중입니다.'],
  ])('%s: %s', (language, title, heading, text) => {
    const html = `<!doctype html><html lang="${language}"><head><title>${title}</title></head><body><h1>${heading}</h1><p>${text}</p></body></html>`;
    expect(failureOf(html).code).toBe('bot_challenge');
  });
});

describe('a page for signed-in readers', () => {
  it.each([
    ['en', 'Log in to read this article', 'Forgot password?'],
    ['de', 'Bitte melden Sie sich an', 'Passwort vergessen?'],
    ['fr', 'Connectez-vous pour lire cet article', 'Mot de passe oublié ?'],
    ['es', 'Inicia sesión para continuar', '¿Olvidaste tu contraseña?'],
    ['it', 'Accedi per continuare', 'Password dimenticata?'],
    ['pt', 'Inicie sessão para continuar', 'Esqueceu a palavra-passe?'],
    ['nl', 'Log in om verder te lezen', 'Wachtwoord vergeten?'],
    ['pl', 'Zaloguj się, aby czytać dalej', 'Nie pamiętasz hasła?'],
    ['ru', 'Войдите, чтобы продолжить', 'Забыли пароль?'],
    ['uk', 'Увійдіть, щоб продовжити', 'Забули пароль?'],
    ['tr', 'Devam etmek için giriş yapın', 'Şifremi unuttum'],
    ['ar', 'سجل الدخول للمتابعة', 'نسيت كلمة المرور؟'],
    ['zh', '请登录后继续阅读', '忘记密码？'],
    ['ja', '続きを読むにはログインしてください', 'パスワードを忘れた方'],
    ['ko', '계속하려면 로그인하세요', '비밀번호 찾기'],
  ])('in %s: %s', (language, heading, lost) => {
    const form = `<form><input name="u"><input type="password" name="p"><a href="/lost">${lost}</a></form>`;
    const body = `<h1>${heading}</h1><p>${lost}</p>${form}`;
    expect(failureOf(page(language, `${heading} | Valley Herald`, body)).code).toBe('login_wall');
    expect(failureOf(page(language, 'Valley Herald', body)).code).toBe('login_wall');
  });
});

describe('a teaser and an offer that no class names', () => {
  const TEASER =
    'The council spoke on Tuesday about the old bridge and its future. Experts had warned in spring.';
  it.each([
    ['en', 'Want to read more? Choose your subscription'],
    ['en', 'You have read all your free articles this month'],
    ['de', 'Sie möchten weiterlesen? Jetzt Abo wählen'],
    ['de', 'Lesen Sie diesen Artikel mit einem Abo'],
    ['fr', 'Pour lire cet article en entier, abonnez-vous'],
    ['es', 'Este artículo es solo para suscriptores'],
    ['es', 'Has alcanzado el límite de artículos gratuitos'],
    ['it', 'Questo articolo è riservato agli abbonati'],
    ['pt', 'Este artigo é exclusivo para assinantes'],
    ['nl', 'Word abonnee en lees verder'],
    ['pl', 'Kup prenumeratę, aby czytać dalej'],
    ['ru', 'Чтобы читать дальше, оформите подписку'],
    ['uk', 'Щоб читати далі, оформіть підписку'],
    ['tr', 'Haberin tamamını okumak için üye olun'],
    ['ar', 'لمتابعة القراءة يرجى الاشتراك'],
    ['zh', '成为会员，阅读全文'],
    ['ja', '残り1,234文字'],
    ['ko', '기사 전문을 보려면 구독하세요'],
  ])('in %s: %s', (language, offer) => {
    const body = `<article><h1>The bridge</h1><p>${TEASER}</p><div><h2>${offer}</h2><a href="/offers">OK</a></div></article>`;
    expect(failureOf(page(language, 'The bridge | Valley Herald', body)).code).toBe('paywall_stub');
  });
});

describe('short news of walls', () => {
  it.each([
    [
      'en',
      'Readers who want more pay more',
      'Readers who want to read more than five articles a month have to subscribe, the Dale Post announced on Monday. A year costs 60.',
    ],
    [
      'en',
      'One moment, please',
      'The new play by Ann Lee runs for eleven minutes. It opened on Friday in the old mill, and the hall was full three times in one evening.',
    ],
    [
      'de',
      'Wer weiterlesen will, zahlt',
      'Immer mehr Leser wollen nicht zahlen, um weiterzulesen, sagt eine Studie. Mit einem Plus-Abo lesen demnach nur neun Prozent.',
    ],
    [
      'de',
      'Bitte melden Sie sich an',
      'So steht es seit Montag an der Tür des Rathauses. Wer ohne Termin kommt, wird weggeschickt, bestätigt ein Sprecher der Stadt.',
    ],
    [
      'fr',
      'Le consentement en question',
      'Les partenaires sociaux discutent lundi du consentement au fichage. Les données personnelles des salariés seraient conservées un an.',
    ],
    [
      'it',
      'Abbonati in calo',
      'Il club ha perso mille abbonati in un anno. L’area riservata agli abbonati resterà chiusa fino a marzo, ha detto il presidente.',
    ],
    [
      'ru',
      'Проверка',
      'Прокуратура начала проверку после пожара на складе. Пострадавших нет, ущерб оценивают в два миллиона, сообщили в ведомстве.',
    ],
    [
      'zh',
      '报纸付费阅读人数上升',
      '一项研究周一显示，付费阅读的人数一年内上升三成。六成读者表示愿意每月支付十元，购买会员的主要是年轻人。',
    ],
    [
      'ko',
      '보안 검사 강화',
      '공항이 화요일부터 보안 검사를 강화한다. 승객은 두 시간 전에 도착해야 한다고 공항 측이 밝혔다.',
    ],
  ])('%s: %s', (language, title, text) => {
    const body = `<article><h1>${title}</h1><p>${text}</p></article>`;
    expect(contentOf(page(language, `${title} | Valley Herald`, body)).access).toBe('free');
    expect(contentOf(page(language, `${title} | Valley Herald`, body, OF_TYPE)).access).toBe('free');
  });
});
