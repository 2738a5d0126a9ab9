/**
 * How newsrooms ask readers to be sent something, where the box has neither a field nor a name that says so: by
 * language. What reaches “your inbox” or is “received every morning” is a call wherever it stands. Data only,
 * matched together with the lists of `phrases.ts`.
 */
import type { Phrases, Purpose } from './phrases.ts';

export const SIGNUP_PHRASES: Readonly<Record<string, Readonly<Partial<Record<Purpose, Phrases>>>>> = {
  de: {
    newsletter: {
      has: 'in ihrem postfach|in deinem postfach|in dein postfach|in eurem postfach|in ihrer mailbox|in deiner mailbox|in dein e-mail|kostenlos abonnieren|jetzt kostenlos anmelden|gratis abonnieren|jeden morgen das wichtigste|jeden tag das wichtigste',
    },
  },
  fr: {
    newsletter: {
      has: 'recevez chaque|recevez tous les|recevez gratuitement|recevez par mail|recevez par e-mail|recevez l’essentiel|recevez nos|dans votre messagerie|par mail chaque',
    },
  },
  es: {
    newsletter: {
      has: 'recibe en tu|recibí en tu|cada mañana en tu|cada día en tu|en tu bandeja|en su bandeja de|en tu email|en tu e-mail|en tu buzón|suscribite a',
    },
  },
  it: {
    newsletter: {
      has: 'nella tua casella|nella vostra casella|nella tua posta|nella tua mail|nella tua email|nella tua e-mail|nella tua inbox|sulla tua mail|sulla tua email|ricevi ogni|ricevi gratis|ricevi gratuitamente|ricevi le notizie',
    },
  },
  pt: {
    newsletter: {
      has: 'no seu email|no teu e-mail|no teu email|na sua caixa de|na tua caixa de|receba as principais notícias|receba as últimas notícias|receba no seu|cadastre-se para receber',
    },
  },
  nl: {
    newsletter: {
      has: 'in jouw mailbox|in uw mailbox|in jouw inbox|in uw inbox|ontvang elke|ontvang dagelijks|ontvang wekelijks|ontvang gratis|gratis in je|abonneer je gratis|meld je gratis aan',
    },
  },
  pl: {
    newsletter: {
      has: 'na twojej skrzynce|na twoją skrzynkę|do twojej skrzynki|w twojej skrzynce|na twój e-mail|na twój mail|na twoją pocztę|prosto na skrzynkę|otrzymuj codziennie|otrzymuj najważniejsze|zapisz się i otrzymuj|zapisz się na nasz|zapisz się za darmo',
    },
  },
  ru: {
    newsletter: {
      has: 'на вашу почту|на вашей почте|на ваш e-mail|на ваш email|на вашу электронную|в вашем почтовом|подпишитесь и получайте|подписывайтесь и получайте|получайте главные|получайте новости|получайте самые|получайте свежие|подпишитесь бесплатно',
    },
  },
  uk: {
    newsletter: {
      has: 'на вашу пошту|на вашій пошті|на ваш e-mail|на вашу електронну|на вашу скриньку|підпишіться і отримуйте|підпишіться та отримуйте|отримуйте головні|отримуйте найважливіші|отримуйте новини|підпишіться, щоб',
    },
  },
  tr: {
    newsletter: {
      has: 'e-posta kutunuz|e-posta kutuna|e-posta adresinize gelsin|e-postanıza gelsin|gelen kutunuz|gelen kutuna|ücretsiz abone ol|hemen abone ol|her sabah e-posta',
    },
  },
  ar: {
    newsletter: {
      has: 'إلى بريدك|في بريدك|على بريدك|اشترك في نشرت|اشترك في النشرة|اشترك مجان|سجل بريدك|أدخل بريدك',
    },
  },
  zh: {
    newsletter: {
      has: '免费订阅|免費訂閱|立即订阅|立即訂閱|订阅邮件|邮件订阅|訂閱我們|订阅本报|訂閱本報|到您的邮箱|到你的邮箱|您的電子信箱|你的電子信箱|每天早上获取',
    },
  },
  ja: {
    newsletter: {
      has: 'メールでお届け|メールにお届け|メールでお送りします|メールで受け取|受信箱にお届け|無料で購読|今すぐ購読|今すぐ登録',
    },
  },
  ko: {
    newsletter: {
      has: '이메일로 보내 드|이메일로 보내드|메일로 보내 드|메일로 보내드|이메일로 받아보|메일로 받아보|이메일로 만나|메일함으로|무료로 구독|지금 구독',
    },
  },
};
