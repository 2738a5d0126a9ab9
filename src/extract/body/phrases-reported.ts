/**
 * Wordings of `phrases.ts` that reports use of other people as well: “wrote on his Telegram channel”, “under copyright”,
 * “said in the comments”. In a whole sentence that speaks to nobody they are no call. Data only; lower case.
 */
const LISTS: readonly string[] = [
  'newsletter|whatsapp channel|telegram channel|google news|apple podcasts|push notifications|by signing up',
  'independent journalism|make a donation|become a member|become a subscriber|in the comments|comments section',
  'comment section|letters to the editor|letter to the editor|privacy policy|terms of use|terms of service',
  'opinions expressed|views expressed|without permission|log in to|sign in to|your subscription|is a freelance',
  'on twitter at|in your inbox|to your inbox|subscribe to the|sign up for the',
  'whatsapp-kanal|telegram-kanal|e-mail-postfach|in den kommentaren|drittanbieter|cookies von|urheberrechtlich',
  'datenschutzerklärung|datenschutzhinweise|zugang zu allen|ihre kommentare|als abonnent',
  'dans les commentaires|en commentaire|chaîne whatsapp|politique de confidentialité|dans votre boîte|déjà un compte|créer un compte',
  'en los comentarios|canal de whatsapp|canal de telegram|canal de youtube|en su correo|política de privacidad|iniciar sesión|derechos reservados',
  'nei commenti|canale whatsapp|canale telegram|rimanere aggiornato|abbonati a',
  'nos comentários|nas redes sociais|canal do whatsapp|canal no whatsapp|grupo de whatsapp|grupo do whatsapp|a newsletter|direitos reservados|google notícias|entre em contato',
  'nieuwsbrief|whatsapp-kanaal|in de reacties|privacybeleid|privacyverklaring|geef toestemming',
  'w komentarzach|polityka prywatności|polityce prywatności|prawem autorskim|na newsletter',
  'telegram-канал|телеграм-канал|в telegram|в телеграм|в соцсетях|в социальных сетях|в яндекс|в комментариях|использование материалов|присылайте',
  'у telegram|у телеграм|у соцмережах|у коментарях|в коментарях|використання матеріалів|надсилайте',
  'izinsiz|kişisel verilerin|telegram kanal|whatsapp kanal|sosyal medya hesap|yorumlarda',
  'عبر واتساب|حقوق النشر|سياسة الخصوصية|النشرة البريدية|تسجيل الدخول',
  '公众号|官方微信|著作權|著作权|侵权|隱私權|未经授权|未經授權|電子報',
  '公式アカウント|著作権|利用規約|ニュースレター|フォローして',
  '카카오톡|유튜브에서|이메일|제보를|제보는|copyright|ai 학습|저작권자',
  'kênh youtube|यूट्यूब चैनल|व्हाट्सएप चैनल|वॉट्सऐप चैनल|फेसबुक और ट्विटर पर|ইউটিউব চ্যানেল|کانال تلگرام|לערוץ הטלגרם|זכויות יוצרים',
  'saluran whatsapp|channel whatsapp|kanal whatsapp|channel telegram|todas as newsletters|πνευματικά δικαιώματα',
  'with your support|we want to hear from you|love to hear from you|help us keep|help us continue|copied to your clipboard',
  'mit ihrer unterstützung|nur mit ihrer unterstützung|mit ihrer spende|ihr kommentar|ihres kommentar|ihren kommentar|partnerlinks',
  'in ihrem postfach|kostenlos abonnieren|ontvang elke|ontvang dagelijks|ontvang wekelijks|par mail chaque|メールで受け取|立即订阅|立即訂閱|免费订阅|免費訂閱|메일함으로|무료로 구독|получайте новости',
  'sans engagement|faire un don|sin permanencia|точка зрения автора|tidak mencerminkan pandangan',
];

export const REPORTED: ReadonlySet<string> = new Set(LISTS.flatMap((list) => list.split('|')));
