/**
 * What sites write below an article in their own name: whether it was liked, whom to support, where the whole can be
 * read, who reports errors, under which licence it stands. Data only, by language and then by purpose, and matched
 * together with the other wordings.
 */
import type { Phrases, Purpose } from './phrases.ts';

export const AFTER_PHRASES: Readonly<Record<string, Readonly<Partial<Record<Purpose, Phrases>>>>> = {
  en: {
    comments: {
      has: 'did you like this article|did you enjoy this article|did you find this article|was this article helpful|was this article useful|was this page helpful|how useful was this|rate this article|if you liked this article|if you like this article|if you enjoyed this article|if you enjoyed this story|to leave a comment|you must be logged in to|comment policy|commenting guidelines',
      whole:
        'was this helpful|was this page helpful|was this article helpful|did you like this article|thanks for your feedback|thank you for your feedback|thank you for rating|rate this article|rate this post|yes no|yesno',
    },
    newsletter: {
      has: 'support our work|support our reporting|support independent journalism|reader-supported|readers like you|turn on notifications|enable notifications|get notifications|join now or renew|unlimited digital access',
      whole: 'notifications|enable notifications|turn on notifications|while you are here|before you go',
    },
    contact: {
      has: 'to reach the reporter|reporter behind this story|contact the reporter|contact the author of this',
    },
    related: {
      has: 'a version of this article|app, click here|click here to watch|this article appeared in the|this article appears in the|this piece originally appeared|this story first appeared|this piece first appeared',
      whole:
        'articles and videos|more videos|more articles|you might also enjoy|read full article|read the full article|read full story',
    },
    legal: {
      has: 'this article is republished|this article was republished|republished under a creative|licensed under a creative|published under a creative|to report an error|spotted a mistake|report a mistake',
      whole: 'report error|report an error|report a mistake|report this article|error|sent',
    },
    account: { has: 'free articles left|free articles this month|free articles remaining|your free article' },
  },
  de: {
    advert: {
      has: 'entstand in kooperation mit|entstanden in kooperation mit|in bezahlter kooperation|in bezahlter partnerschaft|provision vom händler|erhalten wir eine provision|bekommen wir eine provision|erhält die redaktion eine provision',
    },
    comments: {
      has: 'hat dir dieser artikel gefallen|hat ihnen dieser artikel gefallen|hat dir der artikel gefallen|hat ihnen der artikel gefallen|hat euch der artikel gefallen|hat dir dieser beitrag gefallen|hat ihnen dieser beitrag gefallen|hat dir der beitrag gefallen|hat ihnen der beitrag gefallen|gefällt dir dieser|gefällt dir unser|gefällt ihnen dieser|gefällt ihnen unser|gefällt euch unser|war dieser artikel|war dieser beitrag|wie hat ihnen dieser|wie hat dir dieser|um einen kommentar zu|um kommentieren zu können|um zu kommentieren|ihr kommentar ist|absenden ihres kommentar|lesermeinungen zu kürzen|leserbriefe zu kürzen|kommentare zu kürzen|zuschriften zu kürzen|die kommentare der user|die kommentare der leser|die kommentare geben nicht|kommentare zu diesem text|kommentare zu diesem artikel|kommentare zu diesem beitrag|lasst uns gerne einen kommentar|schreibt es uns in die kommentare|schreib es uns in die kommentare|schreibt uns in die kommentare',
      whole:
        'war dieser artikel hilfreich|war dieser beitrag hilfreich|war das hilfreich|gefällt dir dieser beitrag|gefällt ihnen dieser artikel|hat ihnen der artikel gefallen|hat dir der artikel gefallen|ja nein|janein|vielen dank für deine stimme|vielen dank für ihre stimme|vielen dank für deine bewertung|vielen dank für ihre bewertung|danke für deine bewertung|danke für ihre bewertung|vielen dank für ihr feedback|vielen dank für dein feedback|artikel bewerten|jetzt bewerten|neue kommentare|neueste kommentare|kommentar melden|kommentar abschicken',
    },
    newsletter: {
      has: 'unterstützen sie unsere arbeit|unterstütze unsere arbeit|unterstützt unsere arbeit|unterstützen sie unseren journalismus|unterstütze unseren journalismus|ist spendenfinanziert|unabhängigen journalismus|benachrichtigung aktivieren|benachrichtigungen aktivieren|push-benachrichtigungen|updates direkt auf|ihnen gefällt unser|dir gefällt unser|ihnen gefällt, was|dir gefällt, was|auch als kostenlose app|probeabo|kostenlos probelesen|aktuelle ausgabe hier|ausgabe hier bestellen',
      whole:
        'benachrichtigungen aktivieren|benachrichtigung aktivieren|unterstützen sie uns|unterstütze uns|jetzt spenden|jetzt unterstützen|spenden|bleib auf dem laufenden|bleiben sie auf dem laufenden',
    },
    related: {
      has: 'den kompletten beitrag lesen|den kompletten artikel|den ganzen artikel|den vollständigen artikel|den ganzen beitrag|den vollständigen beitrag|den ganzen text lesen|dieser artikel erschien zuerst|dieser beitrag erschien zuerst|dieser text erschien zuerst|dieser artikel ist zuerst|dieser beitrag ist zuerst|dieser text ist zuerst|diesen artikel im internet|als pdf herunterladen|als pdf zum download',
      whole:
        'artikel und videos zum thema|weitere videos|mehr videos|mehr artikel|diese artikel könnten sie ebenfalls interessieren|diese artikel könnten sie auch interessieren|diese artikel könnten dich auch interessieren|das könnte euch auch interessieren|das könnte ihnen auch gefallen|das könnte ihnen gefallen|das könnte dir auch gefallen|das könnte dir gefallen|auch spannend|beliebte artikel|beliebte beiträge|neueste beiträge|aktuelle beiträge|weitere beiträge|ähnliche beiträge|verwandte beiträge|vorheriger beitrag|nächster beitrag|vorheriger artikel|nächster artikel|lesetipp der redaktion|unsere empfehlung|unsere empfehlungen|passende artikel|lesen sie dazu auch|zum video|zum originalartikel|originalartikel|entdecke mehr|mehr entdecken|produkt-tipps|produkttipps',
      opens: 'zugehörige themen|lesen sie dazu auch|artikel und videos zum',
    },
    caption: {
      opens:
        'bildnachweis:|bildnachweise:|bildcredit:|bildcredits:|fotonachweis:|fotocredits:|photocredits:|photocredit:|symbolgrafik:|textquelle:|titelfoto:|aufmacherfoto:|vorschaubild:|teaserbild:|header-bild:|headerfoto:|titelgrafik:',
    },
    legal: {
      has: 'dieser text wurde veröffentlicht unter|dieser artikel wurde veröffentlicht unter|steht unter einer creative|steht unter der lizenz|und abgelegt unter|meinungen in beiträgen auf|pressebilder nur für die redaktionelle',
      whole:
        'fehler gefunden|fehler melden|inhalt melden|rechtliche hinweise|artikel melden|korrektur melden',
    },
    account: {
      has: 'keine freien artikel|freien artikel mehr|kostenlosen artikel in diesem monat|um den ganzen artikel zu lesen|diesen artikel weiterzulesen',
    },
    share: {
      whole:
        'teile mich|teile diesen beitrag|beitrag teilen|teilen auf|teilen mit|jetzt anhören|diesen artikel anhören|artikel vorlesen|artikel vorlesen lassen',
    },
    navigation: {
      whole:
        'fenster schließen|weiter zum artikel|zum artikel|zur übersicht|zurück zur übersicht|seite drucken',
    },
  },
  fr: {
    advert: {
      has: 'contenu réalisé en partenariat|article réalisé en partenariat|en collaboration commerciale|nous percevons une commission',
    },
    comments: {
      has: 'vous avez aimé cet article|cet article vous a plu|cet article vous a-t-il|avez-vous aimé cet article|vous avez apprécié cet article|pour laisser un commentaire|connectez-vous pour commenter|connecté pour commenter|les commentaires sont fermés|pour commenter cet article',
      whole:
        'cet article vous a plu|cet article vous a-t-il été utile|merci pour votre vote|merci de votre vote|oui non|notez cet article|évaluez cet article',
    },
    newsletter: {
      has: 'soutenez-nous|soutenir notre travail|soutenez notre travail|soutenez notre journal|soutenez notre rédaction|soutenez un média|soutenez une presse|activer les notifications|activez les notifications',
      whole: 'soutenez-nous|faire un don|je fais un don|activer les notifications',
    },
    related: {
      has: "la version intégrale de cet article|l'intégralité de cet article|cet article est paru dans|cet article est initialement paru|article initialement publié|cet article, initialement publié",
      whole:
        'articles les plus lus|plus de vidéos|articles récents|derniers articles|article précédent|article suivant|à propos de|vous pourriez aussi aimer|ces articles peuvent vous intéresser|cela peut vous intéresser|à lire dans ce dossier|dans le même dossier',
    },
    legal: {
      has: 'sous licence creative commons|republié à partir de|signaler une erreur|une faute dans cet article',
      whole: "signaler une erreur|signaler une faute|une erreur dans l'article|signaler ce contenu",
    },
    account: { has: 'articles gratuits|tous vos articles gratuits' },
    share: {
      whole:
        "écouter l'article|écoutez cet article|écoutez l'article|partager l'article|partagez cet article|partagez l'article",
    },
  },
  es: {
    advert: {
      has: 'contenido elaborado en colaboración|podemos recibir una comisión|recibimos una comisión|contenido patrocinado por',
    },
    comments: {
      has: 'te gustó este artículo|te ha gustado este artículo|le gustó este artículo|te ha gustado la noticia|te gustó esta nota|te gustó esta noticia|te ha gustado esta noticia|te resultó útil|te ha resultado útil|te fue útil|para comentar debes|debes iniciar sesión para comentar|el derecho de la publicación de los comentarios',
      whole:
        'te gustó este artículo|te ha gustado este artículo|te resultó útil|sí no|gracias por tu voto|tus comentarios|últimos comentarios',
    },
    newsletter: {
      has: 'apoya nuestro periodismo|apoya el periodismo|periodismo independiente necesita|hazte socio|hazte miembro|hazte suscriptor|activar notificaciones|activar las notificaciones|recibe notificaciones|recibir notificaciones|apoyo de sus lectores|apoyo de nuestros lectores|beneficios exclusivos',
      whole: 'hazte socio|hazte miembro|hazte suscriptor|activar notificaciones|notificaciones',
    },
    related: {
      opens:
        'también:|lea aquí|lee aquí|ver además|lea además|lee además|leer además|leer artículo completo|leer articulo completo|leer nota completa|ver nota completa|lea la nota|lee la nota',
      whole:
        'también|lea aquí|lee aquí|leer artículo completo|leer articulo completo|leer nota completa|leer noticia completa|ver nota completa|lo último|últimas notas|más videos|más vídeos|más noticias de|nota relacionada|notas relacionadas|artículo relacionado|noticia anterior|noticia siguiente|artículo anterior|artículo siguiente|esto te puede interesar|quizás te interese|contenidos relacionados',
      has: 'para leer sobre otros|para leer más sobre|lea la nota completa|lee la nota completa|lea el artículo completo|lee el artículo completo',
    },
    legal: {
      has: 'bajo licencia creative commons|bajo una licencia creative|reportar un error',
      whole:
        'reportar error|reportar un error|reportar noticia|reportar nota|notificar error|enviado|error|encontraste un error|aviso importante',
    },
    account: { has: 'artículos gratuitos|artículos gratis|para suscriptores', whole: 'para suscriptores' },
    share: {
      whole:
        'escucha la noticia|escuchar la noticia|escuchar noticia|escucha esta noticia|escuchar nota|escucha la nota|escuchar artículo|escucha este artículo|escuchar este artículo|oír noticia|copiar|whatsappear',
    },
  },
  it: {
    advert: { has: 'potremmo ricevere una commissione|riceviamo una commissione|contenuto sponsorizzato da' },
    comments: {
      has: "ti è piaciuto questo articolo|ti è piaciuto l'articolo|vi è piaciuto questo articolo|questo articolo ti è stato utile|per commentare devi|devi essere connesso per",
      whole:
        "ti è piaciuto questo articolo|ti è piaciuto l'articolo|ti è stato utile|sì no|grazie per il tuo voto",
    },
    newsletter: {
      has: 'sostieni il nostro|sostieni il giornalismo|sostieni la nostra|sostienici|attiva le notifiche|ricevi le notifiche',
      whole: 'sostienici|dona ora|attiva le notifiche',
    },
    related: {
      has: "leggi l'articolo completo|l'articolo completo è|questo articolo è stato pubblicato originariamente|questo articolo è apparso",
      whole:
        "articolo precedente|articolo successivo|prossimo articolo|potrebbero interessarti|ti potrebbero interessare|articoli recenti|altri video|leggi l'articolo completo|forse ti può interessare|leggi articolo|leggi l'articolo",
    },
    legal: {
      has: 'con licenza creative commons|sotto licenza creative commons|segnala un errore',
      whole: 'segnala un errore|segnala errore|segnala un refuso|segnalazione errori',
    },
    account: { has: 'articoli gratuiti' },
    share: {
      whole:
        "ascolta la notizia|ascolta questo articolo|ascolta ora|condividi l'articolo|condividi la notizia",
    },
  },
  pt: {
    advert: { has: 'podemos receber uma comissão|recebemos uma comissão|conteúdo patrocinado por' },
    comments: {
      has: 'gostou deste artigo|gostou desse artigo|gostou desta notícia|gostou dessa notícia|gostou da matéria|gostou desta matéria|gostou do artigo|esta matéria foi útil|este artigo foi útil|este conteúdo foi útil|para comentar é preciso|faça login para comentar',
      whole:
        'gostou deste artigo|gostou da matéria|este artigo foi útil|este conteúdo foi útil|sim não|obrigado pelo seu voto',
    },
    newsletter: {
      has: 'apoie o jornalismo|apoie nosso jornalismo|apoie o nosso|seja assinante|torne-se assinante|seja um apoiador|ativar notificações|ative as notificações|receba notificações|nosso grupo do whatsapp',
      whole: 'seja assinante|torne-se assinante|ativar notificações|apoie',
    },
    related: {
      has: 'leia a matéria completa|leia a reportagem completa|leia o artigo completo|publicado originalmente em|publicado originalmente no',
      whole:
        'mais vídeos|matéria anterior|próxima matéria|artigo anterior|próximo artigo|notícia anterior|próxima notícia|você pode gostar|você também pode gostar|pode te interessar|pode interessar|matérias relacionadas|leia a matéria completa|notícias recentes|posts relacionados',
    },
    legal: {
      has: 'sob licença creative commons|encontrou um erro|reportar erro|comunicar erro',
      whole:
        'encontrou um erro|reportar erro|reportar um erro|comunicar erro|comunicar um erro|informar erro',
    },
    account: { has: 'matérias gratuitas|limite de matérias|artigos gratuitos' },
    share: {
      whole:
        'ouça esta notícia|ouvir notícia|ouvir esta notícia|ouça a notícia|ouça este conteúdo|ouvir o texto|ouça o artigo|ouça a reportagem',
    },
  },
  nl: {
    advert: { has: 'ontvangen wij een commissie|krijgen wij een commissie|in samenwerking met adverteerder' },
    comments: {
      has: 'vond je dit artikel|vond u dit artikel|was dit artikel nuttig|wat vond je van dit artikel|om te reageren moet|om te kunnen reageren',
      whole: 'vond je dit artikel interessant|was dit artikel nuttig|was dit nuttig|ja nee',
    },
    newsletter: {
      has: 'steun ons werk|steun onze journalistiek|onafhankelijke journalistiek steunen|meldingen inschakelen|zet meldingen aan',
      whole: 'steun ons|doneer|doneer nu|meldingen aanzetten',
    },
    related: {
      has: 'dit artikel verscheen eerder|dit artikel verscheen in|dit artikel is eerder verschenen',
      whole:
        "vorig artikel|volgend artikel|meer video's|laatste nieuws|recente berichten|ook interessant voor jou|misschien vind je dit ook leuk|gerelateerde berichten",
    },
    legal: {
      has: 'onder een creative commons|fout in dit artikel|fout gezien|fout gevonden',
      whole: 'fout gezien|fout gevonden|meld een fout|foutje gezien|correctie melden',
    },
    share: { whole: 'luister naar dit artikel|artikel beluisteren|beluister dit artikel|artikel delen' },
  },
  pl: {
    advert: {
      has: 'otrzymujemy prowizję|otrzymać prowizję|artykuł powstał we współpracy|materiał powstał we współpracy',
    },
    comments: {
      has: 'podobał ci się artykuł|podobał ci się ten artykuł|spodobał ci się artykuł|czy artykuł był|oceń artykuł|oceń ten artykuł|aby dodać komentarz|żeby dodać komentarz',
      whole: 'oceń artykuł|oceń ten artykuł|oceń tekst|czy artykuł był przydatny|tak nie|dziękujemy za ocenę',
    },
    newsletter: {
      has: 'wesprzyj nas|wspieraj nas|wesprzyj naszą|wspieraj niezależne|włącz powiadomienia',
      whole: 'wesprzyj nas|wspieraj nas|włącz powiadomienia',
    },
    related: {
      has: 'poniżej dalsza część|tekst ukazał się w|artykuł ukazał się w|cały tekst przeczytasz|cały artykuł przeczytasz|pełny tekst artykułu',
      whole:
        'poniżej dalsza część artykułu|poniżej dalsza część tekstu|poprzedni artykuł|następny artykuł|ostatnie artykuły|więcej wideo|może cię zainteresować|mogą cię zainteresować|zobacz podobne|zobacz również',
    },
    legal: {
      has: 'na licencji creative commons|zgłoś błąd|znalazłeś błąd|zauważyłeś błąd|widzisz błąd',
      whole: 'zgłoś błąd|znalazłeś błąd|zgłoś naruszenie',
    },
    share: { whole: 'posłuchaj artykułu|odsłuchaj artykuł|udostępnij ten artykuł' },
  },
  ru: {
    comments: {
      has: 'понравилась статья|понравился материал|понравилась новость|статья была полезна|оцените статью|оцените материал|чтобы комментировать|чтобы добавить комментарий',
      whole: 'оцените статью|оцените материал|оцените новость|понравилась статья|да нет',
    },
    newsletter: {
      has: 'поддержите нас|поддержите нашу|поддержите редакцию|поддержите независим|включить уведомления|включите уведомления',
      whole: 'поддержите нас|включить уведомления',
    },
    related: {
      has: 'полный текст статьи|полную версию читайте',
      whole:
        'предыдущая статья|следующая статья|предыдущая новость|следующая новость|вам может понравиться|вам также может понравиться|вас может заинтересовать|смотрите ещё|ещё новости|свежие новости|последние записи|похожие материалы|похожие записи|похожие статьи',
    },
    legal: { whole: 'сообщить об ошибке|нашли ошибку|пожаловаться' },
    share: { whole: 'прослушать новость|слушать новость|послушать статью|поделиться ссылкой' },
  },
  uk: {
    comments: {
      has: 'сподобалась стаття|сподобалася стаття|сподобався матеріал|оцініть статтю|оцініть матеріал|щоб залишити коментар|щоб коментувати',
      whole: 'оцініть статтю|оцініть матеріал|сподобалась стаття|так ні',
    },
    newsletter: {
      has: 'підтримайте нас|підтримайте редакцію|підтримайте незалежн|увімкнути сповіщення',
      whole: 'підтримайте нас|увімкнути сповіщення',
    },
    related: {
      whole:
        'попередня стаття|наступна стаття|попередня новина|наступна новина|вам може сподобатися|вас може зацікавити|схожі матеріали|схожі статті|останні записи|ще новини',
    },
    legal: { whole: 'повідомити про помилку|знайшли помилку|поскаржитися' },
  },
  tr: {
    comments: { has: 'bu haberi beğendiniz|bu yazıyı beğendiniz|haberi nasıl buldunuz|yazıyı beğendiyseniz' },
    newsletter: {
      has: 'bildirimleri aç|bildirimlere izin|bağımsız gazeteciliği destekle',
      whole: 'bildirimleri aç|destek ol',
    },
    related: {
      whole:
        'önceki haber|sonraki haber|önceki yazı|sonraki yazı|benzer haberler|benzer yazılar|bunlara da bakın',
    },
    legal: { whole: 'hata bildir|haberi bildir|yanlış bildir' },
    share: { whole: 'haberi dinle|haberi paylaş|bu haberi paylaş' },
  },
  ar: {
    comments: { has: 'هل أعجبك المقال|هل أعجبك هذا المقال|هل كان المقال مفيد|هل كان هذا المقال' },
    newsletter: { has: 'تفعيل الإشعارات|فعل الإشعارات', whole: 'تفعيل الإشعارات' },
    related: {
      whole:
        'المقال السابق|المقال التالي|الخبر السابق|الخبر التالي|أخبار مشابهة|مقالات مشابهة|قد يعجبك أيضاً|قد يهمك أيضا|قد يهمك أيضاً',
    },
    share: { whole: 'استمع للخبر|استمع إلى المقال|شارك الخبر|شارك هذا الخبر' },
  },
  zh: {
    comments: { has: '这篇文章对你有帮助|这篇文章对您有帮助|喜欢这篇文章|喜歡這篇文章|这篇文章有帮助吗' },
    newsletter: { has: '开启通知|開啟通知|支持我们的报道|支持獨立媒體' },
    related: {
      whole:
        '上一篇文章|下一篇文章|前一篇|后一篇|後一篇|你可能喜欢|你可能喜歡|您可能感兴趣|您可能感興趣|相关推荐|相關推薦',
    },
    legal: { whole: '我要纠错|我要糾錯|纠错|举报|檢舉' },
  },
  ja: {
    comments: { has: 'この記事は役に立ち|この記事が気に入ったら|この記事はいかが|参考になりましたか' },
    newsletter: { has: '通知をオン|プッシュ通知を|通知を受け取る' },
    account: { has: '会員登録が必要|会員登録が必要です|ご利用には会員登録|マイページに保存' },
    related: {
      whole: '前の記事へ|次の記事へ|前のページ|次のページ|こちらの記事も読まれています|この記事もおすすめ',
    },
  },
  ko: {
    comments: { has: '이 기사가 마음에|이 기사를 추천|이 기사 어떠셨|기사가 유익하셨' },
    newsletter: { has: '알림을 받아|알림 설정|푸시 알림' },
    related: { whole: '이전기사|다음기사|이전글|다음글|비슷한 기사|관련 콘텐츠' },
    legal: { whole: '오류신고|오류 신고|기사 신고' },
  },
  sv: {
    comments: { has: 'tyckte du om artikeln|gillade du artikeln|var artikeln till hjälp' },
    newsletter: { has: 'stöd vår journalistik|aktivera notiser|slå på notiser' },
    related: { whole: 'föregående artikel|nästa artikel|liknande artiklar|du kanske också gillar' },
    share: { whole: 'lyssna på artikeln|lyssna på texten' },
  },
  nb: {
    comments: { has: 'likte du artikkelen|likte du denne saken|var artikkelen nyttig' },
    newsletter: { has: 'støtt vår journalistikk|slå på varsler' },
    related: { whole: 'forrige artikkel|neste artikkel|forrige sak|neste sak' },
    share: { whole: 'lytt til artikkelen|lytt til saken' },
  },
  da: {
    comments: { has: 'kunne du lide artiklen|synes du om artiklen|var artiklen nyttig' },
    newsletter: { has: 'støt vores journalistik|slå notifikationer til' },
    related: { whole: 'forrige artikel|næste artikel|lignende artikler' },
    share: { whole: 'lyt til artiklen|lyt til historien' },
  },
  fi: {
    comments: { has: 'piditkö artikkelista|oliko artikkeli hyödyllinen|oliko tästä artikkelista' },
    related: { whole: 'edellinen artikkeli|seuraava artikkeli|edellinen juttu|seuraava juttu' },
    share: { whole: 'kuuntele juttu|kuuntele artikkeli' },
  },
  cs: {
    comments: { has: 'líbil se vám článek|líbil se vám tento článek|byl pro vás článek|ohodnoťte článek' },
    newsletter: { has: 'podpořte naši práci|podpořte nezávislou|zapnout upozornění' },
    related: { whole: 'předchozí článek|další článek|podobné články' },
    share: { whole: 'poslechnout článek|poslechněte si článek' },
  },
  hu: {
    comments: { has: 'tetszett a cikk|tetszett ez a cikk|hasznos volt a cikk' },
    newsletter: { has: 'támogassa a munkánkat|támogasd a munkánkat|értesítések bekapcsolása' },
    related: { whole: 'előző cikk|következő cikk|hasonló cikkek' },
  },
  ro: {
    comments: {
      has: 'ți-a plăcut articolul|v-a plăcut articolul|ți-a plăcut acest articol|v-a plăcut acest articol|ți-a fost util',
    },
    newsletter: { has: 'susține jurnalismul|susțineți jurnalismul|activează notificările' },
    related: { whole: 'articolul precedent|articolul următor|articolul anterior|articole similare' },
  },
  el: {
    comments: { has: 'σας άρεσε το άρθρο|σου άρεσε το άρθρο|ήταν χρήσιμο το άρθρο' },
    related: { whole: 'προηγούμενο άρθρο|επόμενο άρθρο|σχετικά άρθρα' },
  },
  id: {
    comments: { has: 'apakah artikel ini|suka artikel ini|suka dengan artikel ini' },
    related: { whole: 'artikel sebelumnya|artikel selanjutnya|berita sebelumnya|berita selanjutnya' },
  },
  vi: {
    comments: { has: 'bạn thấy bài viết|bài viết này có hữu ích|bạn thích bài viết' },
    related: { whole: 'bài trước|bài sau|bài viết liên quan|tin liên quan' },
  },
};
