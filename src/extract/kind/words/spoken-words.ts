/**
 * What a page says of itself or to its reader: “we”, “please”, “try again”, “this site”. News speak of others, in quotes at
 * most. No word that is another one in another language: “du”, “din”, “am”, “we” before a weekday. Data only; sources of
 * regular expressions, matched without regard to case.
 */

/** Whole words, in scripts with spaces between them. */
const WORDS = [
  "your?s?|please|sorry|refresh|reload|retry|try again|our (?:web)?(?:site|page|server|service|team|engineer|reader|apologie)s?|we(?: (?:are|will|have|can(?:not)?|could|apologi[sz]e|hope|know|appreciate)|['’]\\p{L}+)|this (?:web)?(?:site|page|service|server|content)",
  'wir|uns|unsere?[mnrs]?|bitte|(?:versuchen|laden|kehren|schauen|kommen|gehen|wenden|besuchen|entschuldigen|müssen|haben) sie|dein\\p{L}*|dir|versuch es|(?:vielen )?dank für ihr|diese[rs]? (?:web)?(?:seite|site|inhalt)|für sie da',
  "nous|notre|nos (?:services?|serveurs|équipes|excuses|lecteurs|techniciens|abonnés)|vous|votre|vos|veuillez|merci de|réessayez|désolés?|rechargez|ce (?:site|contenu)|cette page|j['’]ai",
  'nuestr\\p{L}+|por favor|(?:lo )?sentimos|disculpen?|disculpa las|inténte[nl]\\p{L}*|inténtal[oa]|vuelv[ae] (?:a (?:la portada|intentar\\p{L}*)|más tarde|pronto)|est[ea] (?:sitio|contenido|página|web)|gracias por s?u|estamos|volvemos|volveremos|usted|tu|tengo|tienes|eres',
  'nostr[aeio]|riprova(?:re)?|ci scusiamo|spiacenti|scusate|quest[ao] (?:sito|pagina|contenuto)|stiamo|torniamo|torneremo|torna (?:alla home|più tardi|presto)|vi (?:preghiamo|invitiamo)|tu[aeo]|ho|hai|sei maggiorenne',
  'noss[ao]s?|por favor|lamentamos|pedimos desculpas?|desculpe|tente (?:novamente|de novo|mais tarde|outra vez)|este (?:site|conteúdo)|esta página|estamos|voltamos|voltaremos|volte (?:mais tarde|à página)|você|tenho|tens',
  'wij|(?:je|u) (?:kunt|kan|moet|bent|hebt|zoekt|dient)|jouw|jij|uw|onze (?:web)?(?:site|pagina|dienst\\p{L}*|servers?|systemen)|we (?:zijn|werken|hebben|kunnen|komen)|probeer|deze (?:web)?(?:site|pagina|inhoud)|bedankt',
  'przepraszamy|prosimy|proszę|spróbuj\\p{L}*|nasz\\p{L}*|ta (?:strona|treść)|wróć|wracamy|odśwież\\p{L}*|dziękujemy|pracujemy|zapraszamy|mam|masz|musisz|twoj\\p{L}*|jesteś|potwierdź|potwierdzam',
  'пожалуйста|попробуйте|извините|приносим|наш\\p{L}{0,3}|мы|вы|вам|вас|ваш\\p{L}{0,3}|мне|повторите|обновите|зайдите|вернитесь|эт(?:от сайт|а страница|от материал)|подтвер(?:дите|ждаю)',
  'будь ласка|спробуйте|вибачте|перепрошуємо|наш\\p{L}{0,3}|ми|ви|вам|вас|ваш\\p{L}{0,3}|мені|оновіть|зайдіть|поверніться|ц(?:ей сайт|я сторінка|ей матеріал)|підтвер(?:діть|джую)',
  'lütfen|(?:tekrar|yeniden) deneyin\\p{L}*|özür dileriz|üzgünüz|(?:site|sayfa|sistem)miz\\p{L}*|hizmetimiz\\p{L}*|bu (?:web )?(?:sitesi|site|sayfa|içerik)|anlayışınız\\p{L}*|siz(?:e|i|in|ler)?|teşekkür ederiz|döneceğiz|\\p{L}{2,}yız|yaşınızı',
  'vi|vårt?(?: (?:webb|sajt|tjänst)\\p{L}*)|våre|vores|dig|deg|försök|prøv|vänligen|vennligst|venligst|ursäkta|undskyld|den(?:na|ne) (?:webb|nett)?(?:sida?n?|side|plats)|tack för|takk for|tak for|jag|jeg',
  'yritä|pahoittelemme|(?:sivusto|palvelu|sivu)(?:mme|ltamme)|kiitos|ole hyvä|palaamme|tämä (?:sivu|sivusto|sisältö)|olen|sinun|vahvista',
  'zkuste|skúste|omlouváme|ospravedlňujeme|prosím\\p{L}*|naš\\p{L}+|náš|děkujeme|ďakujeme|t(?:ato|áto) stránka|vám|váš|svůj|svoj|potvrďte|potvrzuji',
  'kérjük|próbálj\\p{L}*|elnézést|(?:oldal|szolgáltatás|rendszer)unk\\p{L}*|köszönjük|ez az oldal|erősítse|vagyok|elmúltam',
  'vă|te rugăm|încearcă|încercați|ne pare rău|scuze|nostru|noastră|această pagină|acest (?:site|conținut)|mulțumim|aveți|confirmați|confirmă',
  'παρακαλ(?:ώ|ούμε)|δοκιμάστε|προσπαθήστε|λυπούμαστε|συγγνώμη|μας|σας|αυτ(?:ή η σελίδα|ός ο ιστότοπος)|ευχαριστούμε|είμαι|είστε',
];

/** Parts of words: scripts without spaces, and languages that put words together. */
const PARTS = [
  'يرجى|الرجاء|نعتذر|عذر[اًا]|نأسف|حاول مرة|المحاولة مرة|سنعود|موقعنا|خدماتنا|هذا الموقع|هذه الصفحة|عمرك|أنك',
  '(?<![申邀聘宴])[请請](?![求愿願])|您|你|我们|我們|很抱歉|本站|本(?:网站|網站|页|頁)|返回(?:首|上)|刷新(?:页|本)|重新整理',
  'ください|下さい|お手数|お待ち|ご迷惑|申し訳|お詫び|[当本]サイト|お試し|お戻り|いただ|いたし|致しま|ございま|あなた|ですか',
  '주세요|주십시오|바랍니다|죄송합니다|양해를? 부탁|고객님|귀하|저희|(?:본|현재) (?:사이트|페이지)|하십시오|습니까|하세요|드립니다',
];

export const SPOKEN = new RegExp(`(?<!\\p{L})(?:${WORDS.join('|')})(?!\\p{L})|${PARTS.join('|')}`, 'iu');
