/**
 * How newsrooms word what stands around an article, by purpose and language. Data only: `wording.ts`
 * says how it is matched. Lower case; a block must begin with, equal or contain the phrase.
 */

/** What a block is for when it is not the article's text. */
export type Purpose =
  | 'related'
  | 'newsletter'
  | 'share'
  | 'comments'
  | 'tags'
  | 'byline'
  | 'date'
  | 'caption'
  | 'advert'
  | 'legal'
  | 'account'
  | 'navigation'
  | 'contact';

export interface Phrases {
  /** The block begins with it; what follows must look like a link, a label or a short line. */
  readonly opens?: string;
  /** The block is nothing but it (a colon, arrow or number may follow). */
  readonly whole?: string;
  /** The block is short and has it somewhere. */
  readonly has?: string;
}

/** Phrases are separated by `|`. */
export const PHRASES: Readonly<Record<Purpose, Readonly<Record<string, Phrases>>>> = {
  related: {
    en: {
      opens:
        "read:|more:|more ap|click to tweet|scroll down for|swipe to|swipe for|read also|also read|read more|read next|read this|read the full|read our|see also|see more|also see|also on|related|more on|more from|more in|more great|also:|more about|more news|more stories|more information|further reading|you may also like|you might also like|you may also be interested|recommended|don’t miss|don't miss|do not miss|must read|must-read|click here|click for|click to|tap here|watch more|watch now|watch the video|watch live|watch|listen|up next|next article|previous article|in case you missed|trending|most read|most popular|popular now|editor’s picks|editor's picks|editors' picks|editors’ picks|latest posts|latest news|top stories|featured|story continues below|article continues below|continue reading|keep reading|full story|full coverage|find out more|learn more|discover more|for more information|for more news|for more on|for the latest|get the latest|explore more|check out|what to read next|dig deeper|go deeper|in pictures|photos|gallery|video|live updates",
      whole:
        "click to tweet|scroll down for video|tap here to see more|swipe to see more|swipe for more|story highlights|watch the video|see more|read also|also read|read more|read next|see also|related|related articles|related article|related stories|related story|related news|related content|related topics|related posts|related links|related coverage|related video|related videos|related reading|more on this story|more on this topic|more on this|more like this|more stories|more news|you may also like|you might also like|you might be interested in|you may have missed|recommended|recommended for you|recommended stories|recommended reading|recommended articles|don’t miss|don't miss|trending|trending now|trending stories|most read|most popular|most viewed|popular|popular stories|editor’s picks|editor's picks|editors' picks|editors’ picks|latest|latest posts|latest news|latest stories|top stories|featured|featured video|featured stories|video|videos|photos|gallery|photo gallery|image gallery|next|previous|next article|previous article|next story|previous story|next post|previous post|post navigation|continue reading|continue reading below|keep reading|story continues below|article continues below|article continues after ad|story continues|in this article|in this story|further reading|full story|explore|explore more|discover more|find out more|learn more|view more|view all|see all|show more|load more|more|links|what to read next|go deeper|dig deeper|watch|listen|watch live|live|podcast|interactive|in pictures|from the archives|our picks|around the web|from our partners|from the web|sponsored stories|promoted stories|suggested reading|top comments|read in app|external links|on this topic|also of interest|similar articles|similar stories|similar posts|key points|at a glance|play video|show caption|hide caption|close|open gallery|view gallery",
      has: 'for more stories like this|click here to read|click here for more|for more news, visit|read the full story|read the original|this article originally appeared|this story originally appeared|this article was originally published|this article first appeared|this story was originally published|originally published on|originally published in|originally published at|first appeared on|the post appeared first',
    },
    de: {
      opens:
        'weiterführender link|weiterführende links|zum weiterlesen|schon gelesen|mehr themen|entdecke weitere|vorschau auf den nächsten|weitere infos|lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie dazu|lesen sie weiter|lesen sie|lies auch|auch interessant|mehr zum thema|mehr dazu|mehr zu|mehr aus|mehr lesen|mehr über|zum thema|passend dazu|siehe auch|hier lesen sie|weiterlesen|das könnte sie auch interessieren|interessant|empfohlen|empfehlung|sehen sie auch|sehen sie|video|zur galerie|bilderstrecke|fotostrecke|lesetipp|auch lesenswert|weitere artikel|weitere nachrichten|weitere informationen|weitere meldungen|verwandte artikel|meistgelesen|häufig gelesen|lest auch|lest mehr|neues aus|neue angebote|alle news|alles zum|alle entwicklungen|mehr nachrichten|newsblog|im video|hören sie|podcast|hintergrund|kommentar|interview|analyse',
      whole:
        'hier finden sie weitere nachrichten|der artikel wird nach der anzeige fortgesetzt|artikel wird unten fortgesetzt|schon gelesen|zum weiterlesen|weiterführender link|weiterführende informationen|mehr themen|noch mehr infos|das thema könnte dich auch interessieren|das thema könnte sie auch interessieren|lade weitere inhalte|häufig gelesen|lest auch|meistgelesen|lesen sie auch|auch interessant|mehr zum thema|mehr dazu|mehr|zum thema|siehe auch|das könnte sie auch interessieren|das könnte dich auch interessieren|auch lesenswert|weitere artikel|weitere nachrichten|weitere themen|weiterführende links|verwandte artikel|verwandte themen|ähnliche artikel|meistgelesen|meistgelesene artikel|empfehlungen der redaktion|empfehlungen|themen|video|videos|fotostrecke|bilderstrecke|links|lesen sie mehr|mehr aus dem ressort|mehr aus|neueste artikel|aktuelle nachrichten|top-themen|weiterlesen|mehr anzeigen|mehr laden|zur startseite|startseite|übersicht|inhalt|hintergrund|lesetipps|das wichtigste in kürze',
      has: 'artikel wird nach der anzeige|artikel wird unten fortgesetzt|text wird nach der anzeige|nach der werbung weiterlesen|unter der anzeige geht es weiter|lesen sie hier mehr|mehr lesen sie hier|hier geht es zum|hier gelangen sie',
    },
    fr: {
      opens:
        "à lire ou relire|a lire ou relire|lire la suite|lire aussi|à lire aussi|a lire aussi|à lire|a lire|lire également|lire plus|lire la suite|lire :|lire:|lire notre|voir aussi|à voir aussi|à voir|voir également|sur le même sujet|sur le même thème|notre dossier|retrouvez|pour aller plus loin|en savoir plus|plus d’infos|plus d'infos|plus d’informations|à écouter|écoutez|regardez|vidéo|en images|article réservé|à découvrir|découvrez|cliquez ici|pour lire|dans la même rubrique|les plus lus|articles liés|recommandé|le live|en direct",
      whole:
        'ce sujet pourrait vous intéresser|déjà lu|lire aussi|à lire aussi|a lire aussi|à lire|à lire également|voir aussi|à voir aussi|sur le même sujet|sur le même thème|pour aller plus loin|en savoir plus|les plus lus|articles liés|articles similaires|recommandé pour vous|dans la même rubrique|vidéo|vidéos|vidéo à la une|la suite après la publicité|la suite après cette publicité|lire la suite|plus d’articles|voir plus|à la une|notre sélection|nos derniers articles|vous aimerez aussi|sommaire|thématiques associées|thèmes associés|sur le web',
      has: 'la suite après cette publicité|la suite après la publicité|article publié initialement',
    },
    es: {
      opens:
        'lee también|lea también|leer también|lee más|lea más|leer más|le puede interesar|te puede interesar|puede interesarte|te podría interesar|le recomendamos|te recomendamos|también puede leer|también puedes leer|también te puede interesar|además|ver también|vea también|mira también|mirá también|mira:|vea:|lea:|lee:|más información|más sobre|más noticias|relacionado|noticias relacionadas|noticia relacionada|no te pierdas|ver más|siga leyendo|sigue leyendo|seguir leyendo|puede leer|puedes leer|conoce más|video|vídeo|en fotos|galería|recomendado|haga clic|haz clic|clic aquí|pincha aquí|consulta aquí|descubre',
      whole:
        'mira también|mirá también|mire también|este tema te puede interesar|otras noticias|más temas|lee también|lea también|leer también|lee más|lea más|leer más|le puede interesar|te puede interesar|te podría interesar|también te puede interesar|ver también|vea también|más información|más noticias|más leídas|lo más leído|lo más visto|relacionado|relacionados|noticias relacionadas|noticia relacionada|artículos relacionados|temas relacionados|contenido relacionado|no te pierdas|ver más|siga leyendo|sigue leyendo|video|vídeo|videos|vídeos|galería|recomendados|recomendado|últimas noticias|temas|además|archivado en',
      has: 'te puede interesar|le puede interesar|noticias relacionadas',
    },
    it: {
      opens:
        "leggi anche|leggi pure|leggi qui|leggi tutto|leggi:|leggi l'articolo|per approfondire|approfondisci|approfondimenti|vedi anche|guarda anche|guarda il video|guarda|potrebbe interessarti|ti potrebbe interessare|potrebbe interessarti anche|articoli correlati|correlati|scopri di più|continua a leggere|clicca qui|ascolta|video|fotogallery|altre notizie|le ultime|tutte le notizie|segui",
      whole:
        "continua a leggere dopo la pubblicità|continua dopo la pubblicità|la lettura prosegue dopo la pubblicità|leggi di più|altri temi|altri articoli|leggi anche|leggi tutto|per approfondire|approfondimenti|vedi anche|guarda anche|potrebbe interessarti|potrebbe interessarti anche|ti potrebbe interessare|articoli correlati|correlati|notizie correlate|continua a leggere|video|foto|gallery|fotogallery|i più letti|più letti|ultime notizie|ultim'ora|altre notizie|argomenti|in evidenza|da non perdere|contenuti correlati|scopri di più",
    },
    pt: {
      opens:
        'leia também|leia mais|leia ainda|leia a íntegra|leia:|veja também|veja mais|veja:|saiba mais|confira também|confira|assista|ver também|mais sobre|mais notícias|notícias relacionadas|relacionado|continua após|continua depois|ouça|clique aqui|acompanhe|vídeo|acesse|entenda|não perca',
      whole:
        'a reportagem continua após o anúncio|continua depois do anúncio|recomendamos|leia a seguir|mais sobre o assunto|leia também|leia mais|leia ainda|veja também|veja mais|saiba mais|confira também|mais lidas|mais lidos|as mais lidas|notícias relacionadas|relacionadas|relacionados|artigos relacionados|conteúdo relacionado|continua após a publicidade|continua depois da publicidade|vídeo|vídeos|ver mais|últimas notícias|mais notícias|tópicos|recomendados|recomendado para você|não perca|em destaque',
      has: 'continua após a publicidade|continua depois da publicidade',
    },
    nl: {
      opens:
        'tekst gaat verder|tekst loopt door|artikel gaat verder|artikel loopt door|het artikel gaat verder|lees ook|lees meer|lees verder|lees hier|lees:|bekijk ook|bekijk hier|bekijk|zie ook|meer over|meer nieuws|meer lezen|ook interessant|gerelateerd|gerelateerde|beluister|luister|kijk ook|dit vind je misschien|aanbevolen|klik hier|video',
      whole:
        "lees meer over|tekst loopt door onder de foto|tekst loopt door onder de advertentie|artikel gaat verder onder de foto|artikel gaat verder onder de advertentie|artikel loopt door onder de advertentie|het verhaal gaat verder|meer onderwerpen|verder lezen|al gelezen|lees ook|lees meer|lees verder|bekijk ook|zie ook|meer over|meer nieuws|gerelateerd|gerelateerde artikelen|gerelateerd nieuws|meest gelezen|aanbevolen|ook interessant|net binnen|tags|meer over dit onderwerp|video|foto's|bekijk meer",
    },
    pl: {
      opens:
        'czytaj także|czytaj też|czytaj więcej|czytaj również|czytaj:|czytaj dalej|zobacz także|zobacz też|zobacz również|zobacz:|zobacz więcej|przeczytaj także|przeczytaj również|przeczytaj też|przeczytaj:|przeczytaj więcej|więcej o|więcej na|polecamy|warto przeczytać|zobacz|dowiedz się więcej|obejrzyj|sprawdź|powiązane',
      whole:
        'dalsza część tekstu pod reklamą|dalsza część artykułu pod reklamą|ciąg dalszy pod reklamą|czytaj także|czytaj też|czytaj więcej|czytaj również|zobacz także|zobacz też|zobacz również|przeczytaj także|przeczytaj również|polecamy|polecane|powiązane|powiązane artykuły|najnowsze|najczęściej czytane|popularne|warto przeczytać|więcej|dalszy ciąg materiału pod wideo|dalsza część artykułu pod materiałem wideo|dalszy ciąg artykułu pod materiałem wideo|reszta tekstu pod materiałem wideo|wideo|zobacz więcej|podobne artykuły',
      has: 'część artykułu pod|ciąg materiału pod|ciąg artykułu pod|dalsza część tekstu pod',
    },
    ru: {
      opens:
        'читайте на|смотрите на|читать подробнее|читайте также|читать также|читайте ещё|читайте еще|читайте подробнее|читайте:|читать далее|читать полностью|смотрите также|смотрите:|см. также|подробнее|по теме|материалы по теме|ранее по теме|рекомендуем|вам может быть интересно|также по теме|ещё по теме|еще по теме|другие новости|больше новостей|самое читаемое|слушайте|видео|фото|продолжение',
      whole:
        'читайте также|читать также|читайте ещё|читайте еще|смотрите также|по теме|материалы по теме|рекомендуем|вам может быть интересно|подробнее|новости по теме|другие новости|самое читаемое|популярное|главное|последние новости|ещё по теме|еще по теме|также по теме|связанные новости|похожие новости|видео|фото|реклама|далее|новости партнёров|новости партнеров',
      has: 'подписывайтесь на наш|подпишитесь на наш|читайте нас в',
    },
    uk: {
      opens:
        'читайте також|читати також|читайте ще|читайте:|читайте більше|дивіться також|дивіться:|також читайте|більше новин|більше про|за темою|матеріали за темою|рекомендуємо|вас може зацікавити|нагадаємо також|детальніше|докладніше|відео|фото',
      whole:
        'читайте також|читати також|читайте ще|дивіться також|також читайте|за темою|матеріали за темою|рекомендуємо|вас може зацікавити|новини за темою|популярне|головне|останні новини|схожі новини|більше новин|відео|фото|реклама|детальніше',
    },
    tr: {
      opens:
        'ayrıca okuyun|bunları da okuyun|ilgili haber|ilgili haberler|ayrıca oku|ayrıca bakınız|bunu da oku|bunlar da ilginizi|ilginizi çekebilir|daha fazla|devamını oku|haberin devamı|okumaya devam|i̇lgili haber|i̇lginizi çekebilir|izle|videoyu izle|tıklayın',
      whole:
        'ayrıca okuyun|son dakika haberler|son dakika haberleri|diğer haberler|ilginizi çekebilecek haberler|ilgili haber|ilgili haberler|i̇lgili haber|i̇lgili haberler|ilginizi çekebilir|i̇lginizi çekebilir|bunlar da ilginizi çekebilir|daha fazla|devamını oku|haberin devamı|çok okunanlar|son haberler|son dakika|öne çıkanlar|önerilen haberler|video|galeri|etiketler',
    },
    ar: {
      opens:
        'اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|اقرأ كذلك|شاهد أيضا|شاهد أيضًا|شاهد أيضاً|شاهد|مواضيع ذات صلة|أخبار ذات صلة|ذات صلة|للمزيد|المزيد|قد يعجبك|قد يهمك|طالع أيضا|تابع القراءة',
      whole:
        'إقرأ أيضاً|اقرؤوا أيضا|اقرؤوا أيضاً|شاهدوا أيضاً|أهم الأخبار|آخر الأخبار|الأكثر مشاهدة|اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|إقرأ أيضا|اقرأ المزيد|شاهد أيضا|شاهد أيضاً|مواضيع ذات صلة|مواضيع متعلقة|أخبار ذات صلة|أخبار متعلقة|ذات صلة|المزيد|قد يعجبك أيضا|الأكثر قراءة|مقالات ذات صلة|مواضيع مقترحة|فيديو|اخترنا لك',
    },
    zh: {
      opens:
        '相关阅读|相關閱讀|延伸阅读|延伸閱讀|相关新闻|相關新聞|相关报道|相關報導|推荐阅读|推薦閱讀|更多新闻|更多新聞|查看更多|点击|點擊|阅读更多|閱讀更多|看更多|更多|往下看更多|你可能也想看|编辑推荐|編輯推薦|热门新闻|熱門新聞|影片|视频',
      whole:
        '点击进入专题|點擊進入專題|相关专题|精彩推荐|今日推荐|为您推荐|更多精彩|相关阅读|相關閱讀|延伸阅读|延伸閱讀|相关新闻|相關新聞|相关文章|相關文章|相关报道|相關報導|推荐阅读|推薦閱讀|热门新闻|熱門新聞|热点|更多新闻|更多新聞|查看更多|阅读更多|閱讀更多|看更多|更多|最新文章|最新新聞|编辑推荐|編輯推薦|热门|熱門|视频|影片|图集|猜你喜欢|你可能也想看|你可能還想看|相關標籤|相关标签|责任编辑|返回首页',
    },
    ja: {
      opens:
        '関連記事|関連ニュース|関連リンク|関連|あわせて読みたい|こちらもおすすめ|おすすめ記事|おすすめ|次の記事|前の記事|続きを読む|もっと見る|もっと読む|詳しくはこちら|この記事の続き|人気記事|【関連|【写真|【画像|【動画|【動画】|【図|【あわせて|■関連|▼関連|▶|→',
      whole:
        'この記事を読んだ人におすすめ|こちらの記事もおすすめ|関連記事一覧|合わせて読みたい|あわせて読む|関連記事|関連ニュース|関連リンク|関連する記事|関連|関連キーワード|関連トピックス|あわせて読みたい|こちらもおすすめ|おすすめ記事|おすすめ|次の記事|前の記事|続きを読む|もっと見る|もっと読む|人気記事|人気記事ランキング|ランキング|アクセスランキング|新着記事|最新記事|最新ニュース|動画|写真|写真一覧|目次|この記事をシェア|シェア|トップ|ホーム|特集|注目記事|この記事のキーワード|キーワード',
    },
    ko: {
      opens:
        '관련기사|관련 기사|관련뉴스|관련 뉴스|추천기사|추천 기사|추천뉴스|더보기|더 보기|이 기사도|함께 읽으면|많이 본|다른 기사|바로가기|▶|☞|■ 관련|[관련',
      whole:
        '관련기사|관련 기사|관련뉴스|관련 뉴스|추천기사|추천 기사|더보기|더 보기|많이 본 뉴스|많이 본 기사|인기기사|인기 기사|최신기사|주요기사|주요뉴스|이 시각 주요뉴스|다른기사 보기|이전 기사|다음 기사|태그|공유하기|기사 공유하기|댓글|본문|목록|동영상|핫이슈',
    },
  },
  newsletter: {
    en: {
      opens:
        'sign up|signup|subscribe|get our|get the|get more|join our|join the|download our|download the|stay up to date|stay informed|stay connected|stay in the loop|never miss|want more|like what you|enjoying|enjoy this|support our|support independent|become a|donate|make a donation|thank you for reading|thanks for reading|please consider|start your day|delivered|our newsletter|newsletter|add us|install our|turn on notifications',
      whole:
        'newsletter|newsletters|subscribe|subscribe now|subscribe today|sign up|sign up now|get the newsletter|join our newsletter|our newsletter|daily newsletter|get email alerts|email newsletters|donate|donate now|support us|support our work|become a member|membership|stay connected|stay informed|stay up to date|breaking news alerts|thank you for subscribing|thanks for signing up|thank you for signing up',
      has: 'download our app|download the app|apps for ios|app for ios|supporting our work|if you enjoyed reading this|if you enjoyed this post|support our journalism|our newsletter|newsletter|our newsletters|our daily newsletter|our weekly newsletter|our free newsletter|to your inbox|in your inbox|straight to your inbox|subscribe to our|subscribe to the|sign up for our|sign up to our|sign up here|sign up for the|get the latest news|our whatsapp|our telegram|whatsapp channel|telegram channel|our youtube channel|our podcast|download our app|download the app|google news|apple podcasts|breaking news alerts|push notifications|by signing up|you can unsubscribe|unsubscribe at any time|support our journalism|independent journalism|make a donation|become a member|become a subscriber|follow us on|follow us in|like us on|join us on|join our community|find us on|subscribe now|subscribe today',
    },
    de: {
      opens:
        'newsletter|abonnieren sie|abonniere|jetzt abonnieren|jetzt anmelden|melden sie sich|jetzt newsletter|folgen sie uns|folge uns|bleiben sie|nichts verpassen|hier können sie|unterstützen sie|jetzt kostenlos',
      whole:
        'e-paper und news in einer app|kostenlos herunterladen|nein danke|push-nachrichten|newsletter|newsletter abonnieren|jetzt abonnieren|jetzt anmelden|abo|zum newsletter|newsletter-anmeldung|e-mail-adresse',
      has: 'unseren newsletter|unserem newsletter|newsletter anmelden|newsletter abonnieren|folgen sie uns|folge uns auf|whatsapp-kanal|telegram-kanal|in ihr postfach|e-mail-postfach|jetzt abonnieren|auch bei google news|unsere app|in unserer app|kostenlosen newsletter',
    },
    fr: {
      opens:
        "newsletter|inscrivez-vous|abonnez-vous|recevez|s'abonner|s’abonner|suivez-nous|rejoignez|ne manquez|soutenez|restez informé|restez connecté|téléchargez",
      whole:
        "newsletter|newsletters|la newsletter|s’abonner|s'abonner|je m’abonne|je m'abonne|abonnez-vous|inscription|inscrivez-vous|merci|faire un don|je m’inscris|je m'inscris",
      has: 'notre newsletter|nos newsletters|la newsletter|à notre newsletter|abonnez-vous|inscrivez-vous|dans votre boîte|suivez-nous sur|notre chaîne whatsapp|chaîne whatsapp|votre adresse email|votre adresse e-mail|désinscrire|google actualités|notre application',
    },
    es: {
      opens:
        'suscríbete|suscríbase|suscribite|suscribirse|newsletter|boletín|recibe|reciba|regístrate|síguenos|siga a|sigue a|síganos|únete|apúntate|descarga|apoya|inscríbete|seguinos',
      whole:
        'newsletter|boletín|suscríbete|suscribirse|suscripción|síguenos|regístrate gratis|newsletters|boletines',
      has: 'nuestro boletín|nuestra newsletter|nuestro newsletter|suscríbete|suscríbase|en tu correo|en su correo|síguenos en|síganos en|sigue toda la información|nuestro canal de|canal de whatsapp|canal de telegram|canal de youtube|nuestras redes|google noticias|google news|recibe las noticias|descarga la app',
    },
    it: {
      opens:
        'iscriviti|abbonati|newsletter|ricevi|registrati|seguici|segui la|scarica|sostieni|resta aggiornato|rimani aggiornato|unisciti',
      whole: 'newsletter|iscriviti|abbonati|la newsletter|iscriviti alla newsletter|seguici|registrati',
      has: 'nostra newsletter|alla newsletter|iscriviti alla|iscriviti al|seguici su|canale whatsapp|canale telegram|nostro canale|google news|abbonati a|resta sempre aggiornato|rimanere aggiornato',
    },
    pt: {
      opens:
        'assine|inscreva-se|newsletter|receba|cadastre-se|siga o|siga a|siga-nos|baixe|apoie|subscreva|entre no canal|participe do',
      whole:
        'newsletter|newsletters|assine|assine já|inscreva-se|siga-nos|subscrever|receba nossa newsletter|assinar',
      has: 'nossa newsletter|nossas newsletters|a newsletter|canal do whatsapp|canal no whatsapp|grupo de whatsapp|nosso canal|no seu e-mail|em seu e-mail|siga-nos|siga o canal|google notícias|google news|baixe o app|nas redes sociais|grupo do whatsapp',
    },
    nl: {
      opens:
        'nieuwsbrief|abonneer|meld je aan|schrijf je in|volg ons|ontvang|blijf op de hoogte|word lid|steun|download',
      whole: 'nieuwsbrief|nieuwsbrieven|abonneer|abonneren|aanmelden|schrijf je in|volg ons',
      has: 'onze nieuwsbrief|de nieuwsbrief|nieuwsbrief|volg ons op|in je mailbox|in je inbox|whatsapp-kanaal|onze app|meld je hier aan',
    },
    pl: {
      opens:
        'newsletter|zapisz się|subskrybuj|zaprenumeruj|obserwuj nas|polub nas|dołącz|śledź nas|bądź na bieżąco|wesprzyj|pobierz',
      whole: 'newsletter|zapisz się|subskrybuj|prenumerata|obserwuj nas|zapisz się na newsletter',
      has: 'naszego newslettera|na newsletter|newsletter|obserwuj nas|google news|nasz kanał|nas na facebooku|wiadomości google|naszą aplikację',
    },
    ru: {
      opens:
        'подписывайтесь|подпишитесь|подписаться|подпишись|рассылка|присоединяйтесь|следите за|поддержите|получайте|установите|скачайте|хотите получать|оставайтесь',
      whole: 'подписаться|подпишитесь|рассылка|подписка|подписывайтесь|поддержать|подпишись',
      has: 'подписывайтесь на|подпишитесь на|подпишись на|telegram-канал|телеграм-канал|наш канал|в telegram|в телеграм|в яндекс|google новости|нашу рассылку|в соцсетях|в социальных сетях',
    },
    uk: {
      opens:
        'підписуйтесь|підписуйтеся|підпишіться|підписатися|приєднуйтесь|слідкуйте|стежте за|підтримайте|отримуйте|розсилка|долучайтесь',
      whole: 'підписатися|підпишіться|розсилка|підписуйтесь|підтримати|підписка',
      has: 'підписуйтесь на|підпишіться на|підписуйтеся на|telegram-канал|телеграм-канал|наш канал|в telegram|у telegram|у телеграм|google новини|у соцмережах|в google news',
    },
    tr: {
      opens: 'abone ol|bültenimize|bizi takip|e-bülten|haber bülteni|kaydol|uygulamamızı|takip edin',
      whole: 'abone ol|e-bülten|bülten|abone olun|takip et',
      has: 'bültenimize|abone olun|bizi takip edin|whatsapp kanal|telegram kanal|google news|uygulamamızı indirin|sosyal medya hesap',
    },
    ar: {
      opens: 'اشترك|اشتركوا|تابعنا|تابعونا|انضم|سجل|النشرة البريدية|احصل على',
      whole: 'النشرة البريدية|اشترك|اشترك الآن|تابعنا|تابعونا',
      has: 'النشرة البريدية|نشرتنا|تابعنا على|تابعونا على|قناتنا على|جوجل نيوز|أخبار جوجل|عبر واتساب',
    },
    zh: {
      opens: '订阅|訂閱|关注我们|關注我們|下载|下載|加入|扫码|掃碼|扫描|追蹤|按讚|點我',
      whole: '订阅|訂閱|电子报|電子報|关注我们|追蹤我們|订阅我们|立即訂閱|立即订阅|下载app|下載app',
      has: '订阅我们|訂閱電子報|关注我们|關注我們|微信公众号|官方微信|公众号|下載app|下载app|下载客户端|google新聞|google news|追蹤我們|加入line|line好友|電子報',
    },
    ja: {
      opens: 'メルマガ|メールマガジン|ニュースレター|会員登録|無料会員|購読|フォロー|アプリ|有料会員',
      whole:
        'メルマガ登録|メールマガジン|ニュースレター|会員登録|新規会員登録|フォローする|購読する|有料会員限定|ログイン',
      has: 'ニュースレター|メールマガジン|メルマガ|有料会員|会員限定|公式line|フォローして|友だち追加|アプリをダウンロード|公式アカウント',
    },
    ko: {
      opens: '뉴스레터|구독|팔로우|카카오톡|네이버에서|채널 추가|제보',
      whole: '뉴스레터|뉴스레터 구독|구독하기|구독|뉴스레터 신청|팔로우|제보하기',
      has: '뉴스레터|카카오톡|네이버에서 구독|채널 추가|구독하기|유튜브에서|제보는|제보를|홈페이지 구독|구독해주세요',
    },
  },
  share: {
    en: {
      opens:
        'share this|share on|share via|share|tweet|follow|follow us|print this|email this|print article|order reprints|save this|copy link|pin it|like this|facebook|twitter|whatsapp|linkedin|reddit',
      whole:
        'view this post on instagram|a post shared by|love this article|share|share this|share this article|share this story|share this post|share this page|share on facebook|share on twitter|share on x|share via email|share on linkedin|share on whatsapp|tweet|email|e-mail|print|print this page|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|tumblr|flipboard|copy link|link copied|copied|save|save article|bookmark|follow|follow us|following|like|like this|likes|send|more sharing options|share article|share options|gift this article|add to favorites|text size|font size|listen to this article|listen to article|hear this story|article share|sharing|comment|messenger|sms|rss|tiktok|threads|bluesky|mastodon|line|viber|vk|a a|aa|click to share|like loading',
      has: 'a post shared by|click to tweet|share this article|share this story|share this post|opens in new window|click to share on|click to email this',
    },
    de: {
      opens:
        'den artikel mit anderen teilen|diesen artikel teilen|diesen beitrag teilen|teilen|artikel teilen|jetzt teilen|drucken|folgen',
      whole:
        'teilen|artikel teilen|merken|drucken|artikel drucken|auf facebook teilen|auf twitter teilen|per mail|link kopieren|folgen|e-mail|feedback|vorlesen|anhören|artikel anhören|merkliste|schrift|kopieren|speichern|gefällt mir',
      has: 'artikel teilen',
    },
    fr: {
      opens: 'partager|partagez|tweeter|imprimer|suivre',
      whole:
        'partager|partagez|partager cet article|partager sur|tweeter|imprimer|envoyer|copier le lien|suivre|réagir|commenter|enregistrer|écouter|lire plus tard|écouter cet article|e-mail|courriel',
      has: 'partager cet article|partager sur facebook|partager sur twitter',
    },
    es: {
      opens: 'compartir|comparte|compártelo|tuitear|imprimir|seguir',
      whole:
        'valora esta noticia|califica esta noticia|compartir|comparte|compártelo|compartir en|compartir en facebook|compartir en twitter|compartir en whatsapp|imprimir|enviar|copiar enlace|guardar|seguir|escuchar|comentar|enviar por email|copiar link|copiar url|tuitear|correo|correo electrónico',
      has: 'compartir en facebook|comparte esta noticia|comparte este artículo|compartir esta noticia',
    },
    it: {
      opens: 'condividi|stampa|tweet|segui',
      whole:
        "condividi|condividi su|condividi su facebook|condividi su twitter|stampa|invia|copia link|salva|segui|ascolta|commenta|ascolta l'articolo|condividi l'articolo|condividi questo articolo",
      has: 'condividi questo articolo',
    },
    pt: {
      opens: 'compartilhar|compartilhe|partilhar|partilhe|imprimir|seguir',
      whole:
        'compartilhar|compartilhe|compartilhe:|partilhar|partilhe|imprimir|enviar|copiar link|copiar o link|guardar|salvar|seguir|ouvir|comentar|compartilhar no facebook|compartilhar no whatsapp|compartilhe isso|partilhar artigo',
      has: 'compartilhe esta notícia|compartilhe no',
    },
    nl: {
      opens: 'deel|delen|deel dit',
      whole:
        'deel|delen|deel dit|deel dit artikel|deel artikel|kopieer link|opslaan|bewaar|print|luister|mailen|reageer|volg',
      has: 'deel dit artikel',
    },
    pl: {
      opens: 'udostępnij|podziel się|drukuj|obserwuj',
      whole:
        'udostępnij|udostępnij artykuł|podziel się|drukuj|wydrukuj|skopiuj link|kopiuj link|zapisz|obserwuj|posłuchaj|skomentuj|lubię to|wyślij|tweetnij',
      has: 'udostępnij na',
    },
    ru: {
      opens: 'поделиться|поделитесь|распечатать|твитнуть',
      whole:
        'поделиться|поделитесь|поделиться в|поделиться новостью|распечатать|скопировать ссылку|сохранить|твитнуть|отправить|нравится|в закладки|вконтакте|одноклассники|фейсбук|копировать ссылку',
      has: 'поделиться в|расскажите друзьям',
    },
    uk: {
      opens: 'поділитися|поділіться|поширити|друкувати',
      whole:
        'поділитися|поділіться|поширити|поширити новину|друкувати|скопіювати посилання|зберегти|надіслати|поділитись|фейсбук',
      has: 'поділитися в|поділіться з друзями',
    },
    tr: {
      opens: 'paylaş|tweetle|yazdır|takip et',
      whole:
        "paylaş|tweetle|yazdır|kopyala|linki kopyala|kaydet|takip et|facebook'ta paylaş|twitter'da paylaş|yorum yap|abone ol",
      has: "facebook'ta paylaş",
    },
    ar: {
      opens: 'شارك|مشاركة|غرد|اطبع',
      whole:
        'شارك|شاركها|مشاركة|شارك المقال|مشاركة عبر|طباعة|نسخ الرابط|حفظ|غرد|تويتر|فيسبوك|واتساب|تابع|استمع',
      has: 'شارك هذا المقال',
    },
    zh: {
      opens: '分享|转发|打印|列印',
      whole:
        '分享|分享到|分享至|转发|打印|列印|收藏|点赞|微信|微博|复制链接|複製連結|关注|字号|字級|分享本文|朋友圈|qq空间|大|中|小|字體|朗讀',
      has: '分享到微信|分享到微博|分享至',
    },
    ja: {
      opens: 'シェア|ツイート|印刷',
      whole:
        'シェア|シェアする|ツイート|ツイートする|ポスト|印刷|保存|保存する|コピー|リンクをコピー|はてなブックマーク|ブックマーク|いいね|line|記事をシェア|メール|文字サイズ|クリップ',
      has: 'この記事をシェア',
    },
    ko: {
      opens: '공유|인쇄|스크랩',
      whole:
        '공유|공유하기|인쇄|인쇄하기|스크랩|페이스북|트위터|카카오스토리|카카오톡|밴드|url복사|url 복사|글자크기|글씨크기|좋아요|가|기사저장|메일|프린트',
      has: 'sns 공유',
    },
  },
  comments: {
    en: {
      opens:
        'to comment, please|send letters|submit a letter|leave a comment|leave a reply|add a comment|post a comment|view comments|show comments|comments|join the conversation|join the discussion|what do you think|tell us what you think|let us know|have your say|have a tip|got a tip|got a story|do you have|send us|please log in|comments are|your comment|sound off|share your thoughts|share your views|have an opinion|write to',
      whole:
        'comments|comment|leave a comment|leave a reply|add a comment|post a comment|view comments|show comments|read comments|no comments|no comments yet|join the conversation|join the discussion|conversation|discussion|loading comments|comments are closed|reply|cancel reply|report abuse|be the first to comment|your comment|submit|view all comments|name|email|website|have your say|what do you think|letters to the editor|reader comments|post comment|see all comments',
      has: 'akismet|moderating all comments|comments submitted to|comments are moderated|comments will be moderated|in the comments|comments section|comment section|comments below|comment below|leave a comment|join the conversation|join the discussion|post a comment|to comment on this|your email address will not be published|required fields are marked|letters to the editor|letter to the editor',
    },
    de: {
      opens: 'kommentar|kommentieren|diskutieren sie|schreiben sie|was meinen sie|ihre meinung|forum:',
      whole:
        'kommentare|kommentar|kommentieren|kommentar schreiben|kommentare anzeigen|kommentar verfassen|diskussion|leserkommentare|diskutieren|antworten|zu den kommentaren|kommentar hinterlassen',
      has: 'dass ihre kommentare|achten sie bei ihrem kommentar|akismet|kommentare erscheinen erst|kommentare werden moderiert|kommentieren zu können|ihre kommentare|kommentare im forum|ihre meinung zählt|in den kommentaren|kommentar schreiben|kommentare anzeigen',
    },
    fr: {
      opens: 'commenter|commentaires|laisser un commentaire|réagissez|donnez votre avis|votre avis',
      whole:
        'commentaires|commentaire|commenter|laisser un commentaire|réactions|réagir|votre commentaire|voir les commentaires|ajouter un commentaire|aucun commentaire|soyez le premier à commenter',
      has: 'akismet|commentaires sont modérés|dans les commentaires|laisser un commentaire|en commentaire',
    },
    es: {
      opens:
        'comentarios|comentar|deja un comentario|deja tu comentario|deje su comentario|envía tu comentario',
      whole:
        'comentarios|comentario|comentar|deja un comentario|ver comentarios|sin comentarios|deja una respuesta|escribe un comentario|normas de comentarios',
      has: 'akismet|comentarios son moderados|en los comentarios|deja un comentario|deja tu comentario',
    },
    it: {
      opens: 'commenti|commenta|lascia un commento|scrivi un commento',
      whole:
        'commenti|commenta|lascia un commento|scrivi un commento|vedi i commenti|nessun commento|i commenti dei lettori',
      has: 'akismet|commenti sono moderati|nei commenti|lascia un commento',
    },
    pt: {
      opens: 'comentários|comentar|deixe um comentário|deixe seu comentário|comente',
      whole:
        'comentários|comentar|deixe um comentário|deixe seu comentário|ver comentários|sem comentários|deixe uma resposta|comente',
      has: 'akismet|comentários são moderados|nos comentários|deixe um comentário|deixe seu comentário|os comentários não representam',
    },
    nl: {
      opens: 'reacties|reageer|laat een reactie|plaats een reactie|praat mee',
      whole:
        'reacties|reageer|reageren|plaats een reactie|laat een reactie achter|bekijk reacties|praat mee|geef een reactie',
      has: 'akismet|reacties worden gemodereerd|laat een reactie|in de reacties',
    },
    pl: {
      opens: 'komentarze|skomentuj|dodaj komentarz|napisz komentarz',
      whole:
        'komentarze|komentarz|skomentuj|dodaj komentarz|zobacz komentarze|brak komentarzy|zostaw komentarz',
      has: 'w komentarzach|dodaj komentarz',
    },
    ru: {
      opens: 'комментарии|комментировать|оставить комментарий|напишите нам|обсудить',
      whole:
        'отзывы|добавить отзыв|комментарии|комментарий|комментировать|оставить комментарий|обсуждение|обсудить|комментариев нет|добавить комментарий|написать комментарий',
      has: 'в комментариях|оставить комментарий',
    },
    uk: {
      opens: 'коментарі|коментувати|залишити коментар|обговорити',
      whole:
        'коментарі|коментар|коментувати|залишити коментар|обговорення|обговорити|додати коментар|коментарів немає',
      has: 'у коментарях|в коментарях|залишити коментар',
    },
    tr: {
      opens: 'yorum|yorumlar|yorum yap|yorum yaz',
      whole: 'yorum|yorumlar|yorum yap|yorum yaz|yorumları gör|ilk yorumu sen yap',
      has: 'yorumlarda|yorum yapmak için',
    },
    ar: {
      opens: 'تعليقات|التعليقات|اترك تعليقا|أضف تعليق',
      whole: 'تعليقات|التعليقات|تعليق|اترك تعليقا|اترك تعليقاً|أضف تعليق|أضف تعليقا|لا توجد تعليقات',
      has: 'اترك تعليق',
    },
    zh: {
      opens: '评论|評論|留言|发表评论|發表評論|网友评论',
      whole: '评论|評論|留言|发表评论|發表評論|我要评论|网友评论|全部评论|最新评论|登录后评论|我有話說',
      has: '发表评论|登录后发表',
    },
    ja: {
      opens: 'コメント|コメントを',
      whole: 'コメント|コメントする|コメントを書く|コメント一覧|コメントを投稿|コメントを見る|コメント欄',
      has: 'コメントを投稿',
    },
    ko: {
      opens: '댓글|의견',
      whole: '댓글|댓글쓰기|댓글 쓰기|댓글달기|댓글 0|전체 댓글|등록',
      has: '댓글을 작성',
    },
  },
  tags: {
    en: {
      opens:
        'tags|tag:|topics|topic:|filed under|posted in|categories|category:|keywords|in this article:|tagged|labels|sections',
      whole:
        'tags|topics|related topics|filed under|categories|keywords|more topics|article tags|tagged in|labels',
    },
    de: {
      opens: 'schlagworte|schlagwörter|tags|themen:|stichworte|stichwörter|kategorien|mehr zu:',
      whole: 'schlagworte|schlagwörter|tags|themen|stichworte|kategorien|orte',
    },
    fr: {
      opens: 'mots-clés|mots clés|tags|thèmes|sujets|catégories',
      whole: 'mots-clés|mots clés|tags|thèmes|sujets|catégories',
    },
    es: {
      opens:
        'etiquetas|tags|temas:|temas relacionados|palabras clave|archivado en|en este artículo|más sobre',
      whole: 'etiquetas|tags|temas|palabras clave|archivado en|categorías',
    },
    it: {
      opens: 'tag|tags|argomenti|parole chiave|etichette',
      whole: 'tag|tags|argomenti|parole chiave|categorie',
    },
    pt: {
      opens: 'tags|assuntos|etiquetas|palavras-chave|tópicos|marcadores|mais sobre',
      whole: 'tags|assuntos|etiquetas|palavras-chave|tópicos|categorias|tudo sobre',
    },
    nl: {
      opens: 'tags|onderwerpen|trefwoorden|categorieën',
      whole: 'tags|onderwerpen|trefwoorden|categorieën',
    },
    pl: {
      opens: 'tagi|tematy|słowa kluczowe|kategorie',
      whole: 'tagi|tematy|słowa kluczowe|kategorie|więcej na temat',
    },
    ru: {
      opens: 'теги|метки|темы|рубрики|тэги|ключевые слова',
      whole: 'теги|метки|темы|рубрики|тэги|ключевые слова|сюжет',
    },
    uk: { opens: 'теги|мітки|теми|рубрики|ключові слова', whole: 'теги|мітки|теми|рубрики|ключові слова' },
    tr: { opens: 'etiketler|konular|anahtar kelimeler', whole: 'etiketler|konular|anahtar kelimeler|etiket' },
    ar: {
      opens: 'كلمات مفتاحية|الكلمات الدالة|وسوم|الوسوم|كلمات دلالية',
      whole: 'كلمات مفتاحية|الكلمات الدالة|وسوم|الوسوم|كلمات دلالية|تصنيفات',
    },
    zh: { opens: '标签|標籤|关键词|關鍵字|关键字|tags', whole: '标签|標籤|关键词|關鍵字|关键字|話題' },
    ja: { opens: 'タグ|キーワード|カテゴリ', whole: 'タグ|キーワード|カテゴリ|カテゴリー|トピックス' },
    ko: { opens: '태그|키워드|#', whole: '태그|키워드|카테고리' },
  },
  byline: {
    en: {
      opens:
        'by |written by|reported by|posted by|published by|story by|author:|authors:|about the author|words by|text by|contact the|contact reporter|follow the author|follow him|follow her|view all posts|reporting by|editing by|additional reporting|compiled by|produced by|edited by',
      whole:
        'about the author|author|authors|staff|contributor|staff writer|staff reporter|reporter|view bio|see all posts|by|written by|more from this author|view author archive|follow author|contributors|about the writer|author bio',
    },
    de: {
      opens:
        'von |autor:|autorin:|autoren:|text:|über den autor|über die autorin|zur autorin|zum autor|redaktion:',
      whole: 'autor|autorin|autoren|zum autor|zur autorin|über den autor|über die autorin|redaktion',
    },
    fr: {
      opens: 'par |auteur :|auteur:|propos recueillis par|à propos de l’auteur|texte :',
      whole: 'auteur|auteurs|à propos de l’auteur|l’auteur|la rédaction|rédaction',
    },
    es: {
      opens: 'por |por:|autor:|autora:|redacción:|texto:|sobre el autor|escrito por',
      whole: 'autor|autores|sobre el autor|redacción|acerca del autor|sobre la firma',
    },
    it: { opens: 'di |a cura di|autore:|testo di|scritto da', whole: 'autore|autori|redazione|di redazione' },
    pt: {
      opens: 'por |por:|autor:|autora:|escrito por|texto:|sobre o autor',
      whole: 'autor|autores|sobre o autor|redação|da redação',
    },
    nl: { opens: 'door |auteur:|tekst:|geschreven door', whole: 'auteur|auteurs|redactie|over de auteur' },
    pl: {
      opens: 'autor:|autorzy:|opracowanie:|oprac.|tekst:|redakcja:',
      whole: 'autor|autorzy|redakcja|o autorze',
    },
    ru: { opens: 'автор:|авторы:|текст:|автор |редактор:', whole: 'автор|авторы|редакция|об авторе' },
    uk: { opens: 'автор:|автори:|текст:|автор |редактор:', whole: 'автор|автори|редакція|про автора' },
    tr: { opens: 'yazan:|yazar:|haber:|editör:|muhabir:', whole: 'yazar|editör|yazar hakkında' },
    ar: { opens: 'بقلم|كتب |كتبت |الكاتب|تحرير:|المصدر:|المصدر', whole: 'الكاتب|المصدر|عن الكاتب' },
    zh: {
      opens:
        '作者|记者|記者|文/|文／|编辑|編輯|责任编辑|責任編輯|责编|責編|来源|來源|撰文|撰稿|编译|編譯|校对|本文来源|出品',
      whole: '作者|编辑|編輯|来源|來源|责任编辑',
    },
    ja: {
      opens: '著者|筆者|文=|文・|取材・文|記者|執筆|ライター|編集部|文：|文/|（文',
      whole: '著者|筆者|この記事を書いた人|プロフィール|ライター|編集部|執筆者|著者プロフィール',
    },
    ko: { opens: '기자|글=|글 |편집|취재', whole: '기자|기자 정보|기자명|작성자' },
  },
  date: {
    en: {
      opens:
        'published|updated|last updated|posted|posted on|first published|last modified|date:|originally published|created|modified',
      whole: 'published|updated|last updated|posted|just now|today|yesterday',
    },
    de: {
      opens: 'veröffentlicht|aktualisiert|stand:|erstellt|zuletzt aktualisiert|erschienen',
      whole: 'veröffentlicht|aktualisiert|stand',
    },
    fr: {
      opens: 'publié|mis à jour|modifié|mise à jour|date de publication|publié le',
      whole: 'publié|mis à jour',
    },
    es: {
      opens: 'publicado|actualizado|fecha|última actualización|creado',
      whole: 'publicado|actualizado|fecha',
    },
    it: { opens: 'pubblicato|aggiornato|ultimo aggiornamento|data:', whole: 'pubblicato|aggiornato' },
    pt: { opens: 'publicado|atualizado|última atualização|postado|criado', whole: 'publicado|atualizado' },
    nl: {
      opens: 'gepubliceerd|bijgewerkt|laatst bijgewerkt|geplaatst|laatste update',
      whole: 'gepubliceerd|bijgewerkt',
    },
    pl: {
      opens: 'opublikowano|aktualizacja|data publikacji|zaktualizowano|dodano|utworzono|data utworzenia',
      whole: 'opublikowano|aktualizacja|dodano',
    },
    ru: { opens: 'опубликовано|обновлено|дата публикации|дата:|размещено', whole: 'опубликовано|обновлено' },
    uk: { opens: 'опубліковано|оновлено|дата публікації|дата:', whole: 'опубліковано|оновлено' },
    tr: {
      opens: 'yayınlanma|güncelleme|son güncelleme|giriş|oluşturulma|yayın tarihi|eklenme|güncellenme',
      whole: 'yayınlanma|güncelleme|giriş',
    },
    ar: {
      opens: 'نشر في|نُشر في|نشر بتاريخ|آخر تحديث|تاريخ النشر|تم النشر|تحديث|حدث في',
      whole: 'تاريخ النشر|آخر تحديث',
    },
    zh: {
      opens: '发布时间|發布時間|发布于|更新时间|更新時間|发表于|發表時間|日期|發佈|时间',
      whole: '发布时间|更新时间',
    },
    ja: { opens: '公開日|更新日|投稿日|掲載日|公開|更新|配信|最終更新', whole: '公開日|更新日|投稿日' },
    ko: { opens: '입력|수정|등록|기사입력|최종수정|승인|업데이트|발행일|게시', whole: '입력|수정|등록' },
  },
  caption: {
    en: {
      opens:
        'featured image:|header image:|cover photo:|cover image:|lead image:|banner image:|photo:|photos:|photo by|photo credit|photograph:|photograph by|photography by|image:|images:|image credit|image source|image via|image courtesy|picture:|pictures:|picture by|pic:|credit:|credits:|illustration:|illustration by|graphic:|video:|videography|source:|screenshot|file photo|feature image|featured image|header image|getty|lead image|(photo|[photo|(image|(picture|(credit|photo courtesy|courtesy of|caption|view gallery|enlarge|enlarge image|toggle caption|hide caption|click to enlarge|footage',
      whole:
        'image|photo|picture|caption|getty images|getty|shutterstock|reuters|ap|afp|file photo|handout|supplied|photograph|enlarge|enlarge image|advertisement|toggle caption|image caption|media caption|video caption|image source|image copyright|expand image|view full size',
    },
    de: {
      opens:
        'titelbild:|beitragsbild:|aufmacherbild:|artikelbild:|headerbild:|coverfoto:|foto:|fotos:|bild:|bilder:|bildquelle|quelle:|quellen:|grafik:|fotocredit|© |(foto|(bild|symbolbild|symbolfoto|archivbild|archivfoto|illustration:|bildrechte|fotograf',
      whole: 'symbolbild|archivbild|bild|foto|quelle|bildunterschrift|bildquelle',
    },
    fr: {
      opens:
        "photo :|photos :|crédit|crédits|image :|(photo|photo d'illustration|photo d’illustration|illustration :|légende|source :|© |©",
      whole: "photo|illustration|photo d’illustration|photo d'illustration",
    },
    es: {
      opens:
        'foto:|fotos:|imagen:|crédito|fotografía|fuente:|(foto|video:|ilustración|foto de|foto |imagen de archivo|archivo',
      whole: 'foto|imagen|imagen de archivo|foto de archivo',
    },
    it: {
      opens:
        'foto ansa|(foto ansa|ansa foto|foto:|foto di|immagine:|fonte:|(foto|credits|crediti|credit photo|ph.|video:',
      whole: 'foto|immagine|foto di repertorio',
    },
    pt: {
      opens: 'foto:|fotos:|imagem:|crédito|fonte:|(foto|reprodução|divulgação|legenda|foto |arte:',
      whole: 'foto|imagem|reprodução|divulgação',
    },
    nl: {
      opens: "foto:|foto's:|beeld:|bron:|(foto|afbeelding|© |illustratie",
      whole: 'foto|beeld|archieffoto',
    },
    pl: {
      opens:
        'fot.|foto:|zdjęcie:|źródło:|źródło zdjęcia|(fot|autor zdjęcia|zdjęcie ilustracyjne|grafika:|foto |źródło',
      whole: 'zdjęcie ilustracyjne|zdjęcie|fot',
    },
    ru: { opens: 'фото:|фото |источник:|(фото|иллюстрация|изображение|© |видео:', whole: 'фото|иллюстрация' },
    uk: { opens: 'фото:|фото |джерело:|(фото|ілюстрація|зображення|відео:', whole: 'фото|ілюстрація' },
    tr: { opens: 'fotoğraf:|foto:|kaynak:|görsel:|(fotoğraf', whole: 'fotoğraf|görsel|arşiv' },
    ar: { opens: 'صورة|الصورة|تصوير|مصدر الصورة|(صورة', whole: 'صورة|أرشيفية|صورة أرشيفية' },
    zh: {
      opens:
        '图:|图：|图片来源|圖片來源|图为|圖為|▲|▼|△|圖／|图/|图源|（图|（圖|摄影|攝影|（资料|资料图|圖：|圖/|图片说明|圖片說明|照片|示意圖',
      whole: '图片来源|资料图|资料图片|示意圖|图|圖',
    },
    ja: {
      opens:
        '写真：|写真:|写真＝|写真=|（写真|画像：|画像:|画像は|（c）|(c)|撮影|写真／|写真/|写真提供|※写真|※画像|出典|提供：|提供:|photo|イメージ写真|（撮影|写真はイメージ',
      whole:
        '写真|画像|拡大|拡大する|写真を拡大|画像を拡大|イメージ画像|画像はイメージです|写真はイメージです',
    },
    ko: {
      opens: '사진=|사진:|사진 |[사진|(사진|▲|△|출처|자료사진|이미지|/사진',
      whole: '사진|자료사진|이미지|사진 확대',
    },
  },
  advert: {
    en: {
      opens:
        'advertisement|advertising|ad feedback|sponsored|promoted|paid content|this article contains affiliate|we may earn|buy now|shop now|article continues|story continues|advertise with|scroll to continue',
      whole:
        'advertisement|advertisements|ad|ads|advertising|sponsored|sponsored content|promoted|promoted content|paid content|paid post|partner content|advertorial|skip ad|skip advertisement|ad feedback|remove ads|loading|loading...|please wait|scroll to continue|story continues after ad|report this ad|close ad|sponsor message|sponsored links|sponsor|advert',
      has: 'embedded content|to view this content, please|this content is hosted by|allow third-party content|due to your privacy preferences|due to your privacy settings|not available due to your|requires cookies to be enabled|article continues below|story continues below|continues after advertisement|continues below advertisement|affiliate links|affiliate and/or|may contain affiliate|affiliate commission|earn a commission|javascript to view|enable javascript|browser does not support|allow ads|disable your ad blocker|ad blocker|skip advertisement',
    },
    de: {
      opens: 'anzeige|werbung|sponsored',
      whole: 'anzeige|anzeigen|werbung|gesponsert|advertorial|affiliate-link',
      has: 'um eingebettete inhalte anzuzeigen|widerrufliche einwilligung|eingebettete inhalte laden|dieser inhalt wurde von externen|inhalte von drittanbietern|um externe inhalte|dieser beitrag enthält werbung|dieser artikel enthält werbung|enthält affiliate-links|externen inhalt|externer inhalt|empfohlener redaktioneller inhalt|affiliate-link|personenbezogene daten an drittplattformen|cookies von|drittanbieter',
    },
    fr: {
      opens: 'publicité|annonce|contenu sponsorisé',
      whole: 'publicité|annonce|sponsorisé|contenu sponsorisé|pub|votre publicité ici',
      has: 'ce contenu est bloqué|vous avez refusé les cookies|accepter les cookies|autoriser les cookies',
    },
    es: {
      opens: 'publicidad|anuncio|patrocinado',
      whole: 'publicidad|anuncio|anuncios|patrocinado|contenido patrocinado|pub',
      has: 'continúa después de la publicidad',
    },
    it: {
      opens: 'pubblicità|annuncio|sponsorizzato',
      whole: 'pubblicità|annuncio|sponsorizzato|contenuto sponsorizzato|messaggio pubblicitario',
    },
    pt: {
      opens: 'publicidade|anúncio|patrocinado',
      whole: 'publicidade|anúncio|anúncios|patrocinado|pub|conteúdo patrocinado|propaganda',
    },
    nl: {
      opens: 'advertentie|gesponsord',
      whole: 'advertentie|advertenties|gesponsord|reclame|ingezonden mededeling',
      has: 'accepteer cookies|geef toestemming',
    },
    pl: {
      opens: 'reklama|materiał sponsorowany',
      whole: 'reklama|reklamy|sponsorowane|materiał sponsorowany|artykuł sponsorowany|autopromocja',
    },
    ru: {
      opens: 'реклама|на правах рекламы',
      whole: 'реклама|на правах рекламы|спонсорский материал|партнёрский материал',
    },
    uk: { opens: 'реклама|на правах реклами', whole: 'реклама|на правах реклами|партнерський матеріал' },
    tr: { opens: 'reklam', whole: 'reklam|reklamlar|sponsorlu içerik|advertorial' },
    ar: { opens: 'إعلان|اعلان', whole: 'إعلان|اعلان|إعلانات|محتوى ممول' },
    zh: { opens: '广告|廣告', whole: '广告|廣告|赞助|推广|贊助內容' },
    ja: {
      opens: '広告|pr|スポンサー',
      whole: '広告|pr|スポンサーリンク|スポンサードリンク|advertisement|［広告］|[pr]',
    },
    ko: { opens: '광고', whole: '광고|ad|스폰서|광고문의' },
  },
  legal: {
    en: {
      opens:
        '© |©|copyright|(c) |all rights reserved|this material may not|terms of use|privacy policy|disclaimer|the views expressed|the opinions expressed|views expressed|opinions expressed|disclosure|corrections|editor’s note: the views|any opinions|the content of this|this content was|this website uses|we use cookies|cookies|by clicking|read our privacy|for licensing|to license|reprints|subject to|listed|reuse this content|republish|request a correction|report an error|report a correction|report a typo|spotted an error|found an error|suggest a correction|our standards|licensing rights|your ad choices',
      whole:
        'copyright|all rights reserved|terms of use|terms of service|terms and conditions|privacy policy|privacy|cookie policy|disclaimer|about us|contact us|reprints|permissions|corrections|legal|our standards|cookie settings|accept all|accept cookies|reject all|manage cookies|terms|sitemap|accessibility|disclosure',
      has: 'this entry was posted in|bookmark the permalink|follow any responses to this entry|suggested citation|all rights reserved|may not be published, broadcast|may not be reproduced|privacy policy|terms of use|terms of service|opinions expressed|views expressed|without permission|reproduction is prohibited|recaptcha|this site uses cookies|we use cookies|cookie policy|copyright ©|© copyright|© 20|©20|(c) 20',
    },
    de: {
      opens:
        '© |©|copyright|alle rechte vorbehalten|datenschutz|impressum|hinweis:|transparenzhinweis|quelle:|alle angaben',
      whole:
        'impressum|datenschutz|agb|alle rechte vorbehalten|kontakt|datenschutzerklärung|nutzungsbedingungen|copyright',
      has: 'dies ist eine maschinelle übersetzung|maschinell übersetzt|automatisiert übersetzt|über dieses thema berichtete|über dieses thema berichteten|diese nachricht wurde am|dieses thema im programm|dieser eintrag wurde veröffentlicht|dieser beitrag wurde veröffentlicht in|setze ein lesezeichen|alle rechte vorbehalten|datenschutzerklärung|datenschutzhinweise|© dpa|dpa-infocom|urheberrechtlich|dpa.com',
    },
    fr: {
      opens: '© |©|tous droits réservés|mentions légales|copyright|reproduction',
      whole:
        'mentions légales|tous droits réservés|politique de confidentialité|cgu|contact|données personnelles',
      has: 'tous droits réservés|reproduction interdite|politique de confidentialité|toute reproduction',
    },
    es: {
      opens: '© |©|todos los derechos|copyright|aviso legal|prohibida',
      whole:
        'aviso legal|todos los derechos reservados|política de privacidad|contacto|términos y condiciones|política de cookies',
      has: 'todos los derechos reservados|prohibida la reproducción|prohibida su reproducción|política de privacidad|reproducción total o parcial|derechos reservados',
    },
    it: {
      opens: '© |©|riproduzione riservata|copyright|tutti i diritti|©riproduzione',
      whole: 'riproduzione riservata|tutti i diritti riservati|privacy|contatti|note legali|copyright',
      has: 'riproduzione riservata|tutti i diritti riservati|diritti riservati|informativa privacy|informativa sulla privacy',
    },
    pt: {
      opens: '© |©|todos os direitos|copyright|proibida',
      whole: 'todos os direitos reservados|política de privacidade|contato|termos de uso|contacto',
      has: 'todos os direitos reservados|direitos reservados|proibida a reprodução|reprodução total ou parcial|política de privacidade',
    },
    nl: {
      opens: '© |©|alle rechten|copyright',
      whole: 'alle rechten voorbehouden|privacy|contact|colofon|disclaimer|privacybeleid',
      has: 'alle rechten voorbehouden|privacyverklaring|privacybeleid',
    },
    pl: {
      opens: '© |©|wszelkie prawa|wszystkie prawa|copyright|materiał chroniony',
      whole: 'wszelkie prawa zastrzeżone|polityka prywatności|kontakt|regulamin',
      has: 'wszelkie prawa zastrzeżone|materiał chroniony prawem|polityka prywatności|polityce prywatności|prawem autorskim',
    },
    ru: {
      opens: '© |©|все права|копирование|перепечатка|использование материалов',
      whole: 'все права защищены|контакты|политика конфиденциальности|о проекте|правообладателям',
      has: 'все права защищены|перепечатка|использование материалов|нашли ошибку|нашли опечатку|выделите её|выделите ее|ctrl+enter|ctrl + enter|политика конфиденциальности|признан иностранным агентом',
    },
    uk: {
      opens: '© |©|усі права|всі права|передрук|використання матеріалів',
      whole: 'усі права захищені|всі права захищені|контакти|політика конфіденційності',
      has: 'усі права захищені|всі права захищені|використання матеріалів|знайшли помилку|помітили помилку|виділіть її|ctrl+enter|ctrl + enter|передрук матеріалів',
    },
    tr: {
      opens: '© |©|tüm hakları|telif',
      whole: 'tüm hakları saklıdır|gizlilik politikası|iletişim|künye|yasal uyarı',
      has: 'tüm hakları saklıdır|izinsiz|kaynak gösterilmeden|kişisel verilerin',
    },
    ar: {
      opens: '© |©|جميع الحقوق|حقوق النشر',
      whole: 'جميع الحقوق محفوظة|سياسة الخصوصية|اتصل بنا|من نحن',
      has: 'جميع الحقوق محفوظة|حقوق النشر|سياسة الخصوصية',
    },
    zh: {
      opens:
        '©|版权|版權|免责声明|免責聲明|声明|特别声明|本文版权|未经授权|未經授權|转载请|轉載請|本网站|郑重声明|（免责|本文仅代表',
      whole: '版权声明|版權聲明|免责声明|联系我们|聯絡我們|隐私政策|隱私權政策|关于我们|關於我們|版权所有',
      has: '版权所有|版權所有|未经授权|未經授權|不得转载|不得轉載|转载请注明|轉載請註明|免责声明|著作權|著作权|侵权|隱私權',
    },
    ja: {
      opens: '©|copyright|無断転載|※この記事|※記事|※掲載|※本記事|本記事は|転載|※価格',
      whole: '無断転載禁止|著作権|利用規約|プライバシーポリシー|お問い合わせ|運営会社|特定商取引法|会社概要',
      has: '無断転載|転載を禁|著作権|複製を禁|all rights reserved|無断複写|利用規約',
    },
    ko: {
      opens: '©|ⓒ|copyright|저작권자|<저작권|무단|(c)|<ⓒ|[ⓒ|[저작권',
      whole: '무단전재 및 재배포 금지|무단 전재 및 재배포 금지|저작권|개인정보처리방침|이용약관|회사소개',
      has: '무단전재|무단 전재|재배포 금지|저작권자|재배포금지|ai 학습|copyright',
    },
  },
  account: {
    en: {
      opens:
        "log in|login|sign in|register|create an account|already a subscriber|already a member|already have an account|this article is for|this content is|to continue reading|to read the full|you have reached|you've reached|you have read|subscribers only|subscriber-only|unlock|start your free|you need to|please log|please sign|please enter|please enable|exclusive to subscribers|thank you for your",
      whole:
        'please enter a valid email address|you are not logged in|log in|login|sign in|register|register now|log out|my account|create account|create an account|subscribe to continue|subscribers only|premium|exclusive|members only|forgot password|username|password|email address|your email|remember me|premium content|subscriber only|try for free|free trial',
      has: 'already a subscriber|to continue reading|subscribe to read|subscribe to continue|log in to|sign in to|free articles|create a free account|exclusive to subscribers|for subscribers only|subscriber-only|already have an account|your subscription',
    },
    de: {
      opens:
        'anmelden|einloggen|registrieren|jetzt testen|weiterlesen mit|bereits abonnent|sie haben bereits|als abonnent|jetzt registrieren|melden sie sich',
      whole:
        'sie sind aktuell nicht eingeloggt|sie sind nicht eingeloggt|sie sind nicht angemeldet|du bist nicht angemeldet|du bist nicht eingeloggt|anmelden|einloggen|login|registrieren|abmelden|mein konto|passwort vergessen|bereits abonnent|plus|jetzt testen|zum angebot',
      has: 'bereits abonnent|bereits registriert|zugang zu allen|monatlich kündbar|jetzt testen|abo abschließen|als abonnent',
    },
    fr: {
      opens:
        'se connecter|connectez-vous|connexion|déjà abonné|cet article est réservé|réservé aux abonnés|il vous reste|pour lire la suite|identifiez-vous',
      whole:
        'vous n’êtes pas connecté|se connecter|connexion|s’inscrire|mon compte|déjà abonné|réservé aux abonnés|abonnés|créer un compte|mot de passe oublié',
      has: 'réservé aux abonnés|réservé à nos abonnés|déjà abonné|déjà un compte|créer un compte|pour lire la suite',
    },
    es: {
      opens:
        'iniciar sesión|inicia sesión|inicie sesión|regístrate|ya eres suscriptor|solo para suscriptores|contenido exclusivo|accede',
      whole:
        'no has iniciado sesión|iniciar sesión|regístrate|registrarse|mi cuenta|acceder|solo suscriptores|exclusivo suscriptores|ingresar',
      has: 'solo para suscriptores|exclusivo para suscriptores|ya eres suscriptor|inicia sesión|iniciar sesión',
    },
    it: {
      opens: 'accedi|registrati|sei già abbonato|contenuto riservato|già abbonato',
      whole: 'non sei collegato|accedi|registrati|login|il mio account|sei già abbonato|esci',
      has: 'riservato agli abbonati|sei già abbonato|già abbonato|per continuare a leggere',
    },
    pt: {
      opens: 'entrar|faça login|já é assinante|conteúdo exclusivo|exclusivo para assinantes|cadastre-se',
      whole: 'entrar|login|cadastre-se|minha conta|já é assinante|iniciar sessão',
      has: 'exclusivo para assinantes|já é assinante|faça login|para continuar lendo',
    },
    nl: {
      opens: 'inloggen|log in|registreer|al abonnee|dit artikel is exclusief',
      whole: 'inloggen|log in|registreren|mijn account|al abonnee|account aanmaken',
      has: 'alleen voor abonnees|al abonnee|exclusief voor abonnees',
    },
    pl: {
      opens: 'zaloguj|zarejestruj|masz już|dostęp dla|treść dostępna',
      whole: 'zaloguj|zaloguj się|zarejestruj się|moje konto|wyloguj',
      has: 'tylko dla subskrybentów|dla prenumeratorów|zaloguj się',
    },
    ru: {
      opens: 'войти|войдите|зарегистрируйтесь|авторизуйтесь|только для подписчиков',
      whole: 'войти|вход|регистрация|выйти|личный кабинет',
      has: 'только для подписчиков|авторизуйтесь|чтобы оставить',
    },
    uk: {
      opens: 'увійти|увійдіть|зареєструйтесь|авторизуйтесь',
      whole: 'увійти|вхід|реєстрація|вийти',
      has: 'лише для підписників|авторизуйтесь',
    },
    tr: {
      opens: 'giriş yap|üye ol|oturum aç',
      whole: 'giriş yap|üye ol|oturum aç|hesabım',
      has: 'üye girişi',
    },
    ar: { opens: 'تسجيل الدخول|سجل دخول', whole: 'تسجيل الدخول|حسابي|تسجيل', has: 'تسجيل الدخول' },
    zh: {
      opens: '登录|登入|注册|註冊|會員',
      whole: '登录|登入|注册|註冊|登录注册|我的账号|會員登入|會員專區',
      has: '登录后|登入後|會員專屬',
    },
    ja: {
      opens: 'ログイン|会員登録|この記事は有料|この記事は会員|残り',
      whole: 'ログイン|会員登録|新規登録|マイページ|ログアウト|有料記事',
      has: 'ログインして|この記事は有料|残り文字|会員になると|有料記事',
    },
    ko: {
      opens: '로그인|회원가입',
      whole: '로그인|회원가입|마이페이지|로그아웃',
      has: '로그인 후|로그인이 필요',
    },
  },
  navigation: {
    en: {
      opens: 'back to|skip to|jump to|go to|home |return to|menu|table of contents|scroll|page ',
      whole:
        'home|menu|search|back|back to top|top|skip to content|skip to main content|navigation|toggle navigation|table of contents|contents|news|sport|sports|opinion|business|world|politics|local|national|international|entertainment|lifestyle|culture|technology|health|weather|breaking|breaking news|exclusive|analysis|feature|features|skip|close|open|expand|collapse|previous|next|start|help|feedback|go back|more information',
    },
    de: {
      opens: 'zurück|zur startseite|zum inhalt|springe zu|startseite',
      whole:
        'startseite|menü|suche|zurück|nach oben|inhaltsverzeichnis|inhalt|nachrichten|politik|wirtschaft|sport|kultur|panorama|meinung|schließen|zurück zur startseite',
    },
    fr: {
      opens: 'retour|accueil|aller au',
      whole:
        'accueil|menu|recherche|retour|haut de page|sommaire|fermer|actualités|économie|politique|monde|société|culture|retour en haut',
    },
    es: {
      opens: 'volver|inicio|ir a|saltar',
      whole:
        'inicio|menú|buscar|volver|volver arriba|portada|cerrar|noticias|política|economía|deportes|mundo|opinión|siguiente|anterior',
    },
    it: {
      opens: 'torna|vai a|home',
      whole:
        'home|menu|cerca|torna su|indice|chiudi|cronaca|politica|economia|esteri|sport|precedente|successivo',
    },
    pt: {
      opens: 'voltar|início|ir para',
      whole:
        'início|menu|buscar|pesquisar|voltar|voltar ao topo|fechar|notícias|política|economia|esportes|mundo|próximo|anterior',
    },
    nl: {
      opens: 'terug|naar|home',
      whole:
        'home|menu|zoeken|terug|terug naar boven|inhoud|sluiten|nieuws|sport|economie|politiek|buitenland|binnenland',
    },
    pl: {
      opens: 'wróć|powrót|przejdź',
      whole:
        'strona główna|menu|szukaj|wróć|powrót|do góry|spis treści|zamknij|wiadomości|polityka|gospodarka|świat|kraj|sport',
    },
    ru: {
      opens: 'назад|вернуться|на главную|перейти',
      whole:
        'главная|меню|поиск|назад|наверх|содержание|закрыть|новости|политика|экономика|общество|мир|спорт|культура|вернуться назад|на главную',
    },
    uk: {
      opens: 'назад|повернутися|на головну|перейти',
      whole:
        'головна|меню|пошук|назад|вгору|зміст|закрити|новини|політика|економіка|суспільство|світ|спорт|культура',
    },
    tr: {
      opens: 'geri|anasayfa|ana sayfa',
      whole:
        'anasayfa|ana sayfa|menü|ara|geri|yukarı|kapat|gündem|ekonomi|spor|dünya|siyaset|haberler|içindekiler',
    },
    ar: {
      opens: 'العودة|الرئيسية',
      whole: 'الرئيسية|القائمة|بحث|العودة|إغلاق|أخبار|سياسة|اقتصاد|رياضة|ثقافة',
    },
    zh: {
      opens: '返回|首页|首頁|回首頁',
      whole:
        '首页|首頁|菜单|選單|搜索|搜尋|返回|返回顶部|回頂部|关闭|關閉|上一篇|下一篇|目录|目錄|新闻|新聞|要闻|财经|體育|体育|回首頁',
    },
    ja: {
      opens: '戻る|トップへ|ページトップ',
      whole:
        'ホーム|トップ|メニュー|検索|戻る|閉じる|ページトップへ|トップへ戻る|目次|次へ|前へ|ニュース|社会|政治|経済|国際|スポーツ|一覧へ|記事一覧|一覧',
    },
    ko: {
      opens: '처음으로|목록으로|홈',
      whole:
        '홈|메뉴|검색|뒤로|닫기|맨위로|목차|이전|다음|뉴스|정치|경제|사회|국제|문화|스포츠|목록|전체메뉴',
    },
  },
  contact: {
    en: {
      opens:
        'contact:|contact us|email:|e-mail:|email us|phone:|tel:|telephone:|follow him|follow her|follow them|reach her|reach him|write to us|send tips|send your|for more information, contact|media contact|press contact|notes to editors|about us|twitter:|tips:',
      whole: 'contact|contacts|media contact|contact us|press contact|notes to editors',
      has: 'can be reached at|can be contacted at|follow him on|follow her on|follow them on|follow us on|on twitter at|on twitter:|on twitter @|email him at|email her at|reach him at|reach her at|contact him at|contact her at|is a staff writer|is a freelance|is a senior reporter|send tips to|have a story tip|have a news tip|more about our',
    },
    de: {
      opens: 'kontakt:|e-mail:|rückfragen|pressekontakt|rückfragehinweis|schreiben sie uns',
      whole: 'kontakt|pressekontakt',
      has: 'schreiben sie an|schreiben sie uns',
    },
    fr: {
      opens: 'contact :|contact presse',
      whole: 'contact|contact presse',
      has: 'écrivez-nous|contactez-nous',
    },
    es: { opens: 'contacto:|correo:', whole: 'contacto', has: 'escríbenos|contáctanos' },
    it: { opens: 'contatti:', whole: 'contatti', has: 'scrivici' },
    pt: { opens: 'contato:', whole: 'contato', has: 'fale conosco|entre em contato' },
    nl: { opens: 'contact:', whole: 'contact', has: 'mail de redactie|heb je een tip|tip de redactie' },
    pl: { opens: 'kontakt:', whole: 'kontakt', has: 'napisz do nas|napisz do autora|masz temat' },
    ru: { opens: 'контакты:', whole: 'контакты', has: 'пишите нам|присылайте' },
    uk: { opens: 'контакти:', whole: 'контакти', has: 'пишіть нам|надсилайте' },
    tr: { opens: 'iletişim:', whole: 'iletişim', has: 'bize ulaşın' },
    ar: { opens: 'للتواصل', whole: 'للتواصل', has: 'راسلنا' },
    zh: { opens: '联系|聯絡|投稿', whole: '联系我们', has: '联系邮箱|投稿邮箱' },
    ja: {
      opens: 'お問い合わせ|お問合せ|問い合わせ',
      whole: 'お問い合わせ|問い合わせ先',
      has: 'お問い合わせは',
    },
    ko: { opens: '제보|문의', whole: '기사제보|기사 제보|제보하기|문의', has: '제보하기|이메일' },
  },
};
