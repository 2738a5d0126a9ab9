/**
 * How pages speak that stand in the place of what was asked for, in the languages of the press: `name` is a whole title or
 * heading, `text` a sentence to the reader. Data only; sources of regular expressions, matched without regard to case.
 */

export interface NoticeWords {
  readonly name: readonly string[];
  readonly text: readonly string[];
}

/** Two things said within one sentence, in either order. */
const near = (one: string, other: string): string =>
  `(?:${one}).{0,50}(?:${other})|(?:${other}).{0,50}(?:${one})`;

/** The page is kept from readers in some countries. */
export const ELSEWHERE: NoticeWords = {
  name: [
    '(?:(?:error|http)[^\\p{L}\\p{N}]*)?451(?:[^\\p{L}\\p{N}]+unavailable (?:for|due to) legal reasons)?|unavailable (?:for|due to) legal reasons',
    '(?:(?:this|the|sorry,? (?:this|the)) )?(?:content|page|site|website|article|video|service)? ?(?:is )?(?:currently )?(?:not |un)available (?:in|to) your (?:country|region|location|area)',
    'geo-?(?:blocked|restricted|restriction)|(?:region|country) (?:blocked|restricted|not supported)',
  ],
  text: [
    near(
      "(?:not|n[’']t|un|cannot|can[’']t)(?: be| currently| yet)? ?(?:available|accessible|accessed|viewed|shown|provided|offered|supported|access|allow\\p{L}*)",
      '(?:in|to|for|from) (?:visitors (?:in|from) )?(?:your|this) (?:current )?(?:country|region|location|area|territory|jurisdiction)',
    ),
    'unavailable (?:for|due to) legal reasons|attempting to access this (?:web)?site from a country|(?:eu|european) (?:visitors|readers|users|countries).{0,40}(?:not|unavailable|block)|block\\p{L}* (?:access )?(?:from|in|to) your (?:country|region)',
    near(
      'nicht (?:verfügbar|abrufbar|zugänglich|erreichbar|angezeigt|erlaubt)|gesperrt',
      'in (?:ihrem|deinem) land|in (?:ihrer|deiner) region|aus (?:ihrem|deinem) land|an (?:ihrem|deinem) standort',
    ),
    near(
      '(?:pas|plus) (?:disponible|accessible|autorisée?)|indisponible|inaccessible',
      '(?:dans|depuis|de) votre (?:pays|région|zone|territoire)',
    ),
    'indisponible pour des raisons (?:juridiques|légales)',
    near(
      'no (?:está |esta |se encuentra )?(?:disponible|accesible|permitid\\p{L})|bloquead\\p{L}',
      '(?:en|desde|para) (?:tu|su) (?:país|región|ubicación|zona)',
    ),
    near(
      'non (?:è |sono )?(?:disponibil|accessibil|visibil|consentit)\\p{L}*',
      '(?:nel|nella|dal|dalla|per il|per la) (?:tuo|tua|suo|sua|vostro|vostra) (?:paese|regione|area|territorio|posizione)',
    ),
    near(
      'não (?:está )?(?:disponível|acessível|permitid\\p{L})|indisponível|bloquead\\p{L}',
      '(?:no|na|do|da|para o|em) (?:seu|sua|teu) (?:país|região|localização)',
    ),
    near(
      'niet (?:beschikbaar|toegankelijk|toegestaan)',
      '(?:in|vanuit|voor) (?:jouw|uw|je) (?:land|regio|locatie|gebied)',
    ),
    near(
      'nie(?: jest|)? ?(?:dostępn|dozwolon)\\p{L}+|niedostępn\\p{L}+',
      '(?:w|z|dla) (?:twoim|twojego|twojej|państwa) (?:kraj|region|lokalizac)\\p{L}*',
    ),
    near(
      'не ?(?:доступ|досяж)\\p{L}*|заблокирован\\p{L}*|ограничен\\p{L}*',
      'в ваш(?:ей|ем) (?:стране|регионе)|из вашей страны|для вашего региона',
    ),
    near('не ?доступ\\p{L}*|заблоковано', '(?:у|в) (?:вашій|вашому) (?:країні|регіоні)|з вашої країни'),
    near(
      'kullanılam\\p{L}+|mevcut değil|erişilem\\p{L}+|gösterilem\\p{L}+|kullanıma kapalı|erişime kapalı',
      'ülkenizde|bölgenizde|bulunduğunuz (?:ülke|bölge)\\p{L}*|ülkenizden',
    ),
    near('غير (?:متاح|متوفر|مسموح)\\p{L}*|لا يمكن', '(?:في|من) (?:بلد|منطقت|دولت|موقع)(?:ك|كم|تك)'),
    '(?:您|你)(?:所)?(?:在|处|處)?(?:的)?(?:国家|地区|國家|地區|所在地).{0,16}(?:不可用|无法|無法|不提供|不支持|不支援|暂不|不能|限制)|(?:因|由于|由於)(?:法律|版权|版權)(?:原因|限制).{0,16}(?:无法|無法|不可)',
    '(?:お住まい|お使い|ご利用|アクセス元|現在)の(?:国|地域|国や地域|国または地域)(?:で|から)?は?.{0,16}(?:いただけ|でき|対象外|ご覧)',
    '(?:귀하|사용자|현재|해당|고객)(?:의|님의|가 계신)? ?(?:국가|지역|위치)(?:에서는?|에는) .{0,24}(?:없|않|불가|제한)',
    near(
      'inte (?:tillgänglig|åtkomlig|tillåt)\\p{L}*',
      '(?:i|från|för) (?:ditt|din|er) (?:land|region|område|plats)',
    ),
    near(
      'ikke (?:tilgjengelig|tilgængelig|tilladt|tillatt)\\p{L}*|utilgængelig|utilgjengelig',
      '(?:i|fra|for|der) (?:ditt|dit|din|du) (?:land|region|område|er)',
    ),
    near('ei ole (?:saatavilla|käytettävissä|katsottavissa)', 'maassasi|alueellasi|sijainnissasi'),
    near(
      '(?:není|nie je|nejsou) (?:dostupn|k dispozici|povolen)\\p{L}*|nedostupn\\p{L}+',
      've? va[šs](?:í|ej|em|om) (?:zem|krajin|oblast|region|lokalit)\\p{L}*',
    ),
    near(
      'nem (?:érhető|elérhető|hozzáférhető|tekinthető meg)',
      '(?:országá|régiójá|térségé|országod)(?:ban|ben|ából)',
    ),
    near(
      'nu (?:este|e|sunt) (?:disponibil|accesibil|permis)\\p{L}*|indisponibil',
      '(?:în|din) (?:țara|ţara|regiunea|zona) (?:ta|dvs|dumneavoastră)',
    ),
    near(
      'δεν (?:είναι|διατίθεται|επιτρέπεται) ?(?:διαθέσιμ|προσβάσιμ)?\\p{L}*',
      '(?:στη|στην|από τη|για τη)ν? (?:χώρα|περιοχή|τοποθεσία) σας',
    ),
  ],
};

/** The host has trouble, or is being worked on. */
export const TROUBLE: NoticeWords = {
  name: [
    '(?:(?:http |http-)?(?:error|status|fehler|erreur)?[^\\p{L}\\p{N}]*5\\d\\d[^\\p{L}\\p{N}]*)(?:error|server error|fehler)?',
    '(?:(?:http )?(?:error )?5\\d\\d[^\\p{L}\\p{N}]*)?(?:bad gateway|gateway time-?out|service (?:is )?(?:temporarily )?unavailable|(?:internal )?server error|server is (?:down|busy)|web server is down|connection timed out|origin is unreachable|backend fetch failed|proxy error|bandwidth limit exceeded|application error|web server is returning an unknown error|a timeout occurred)',
    "(?:(?:we are|we[’']re|the|our|this|site|website|page|server|system|sorry,? we are|is|currently|temporarily) )*(?:down for|under|in|undergoing|scheduled|planned|closed for)? ?(?:scheduled |planned |routine )?maintenance(?: (?:mode|break|page|notice|in progress|work))?",
    "(?:sorry,? )?we(?:[’']ll| will) be (?:right )?back (?:soon|shortly|later|in a (?:moment|minute|few minutes))|be right back|temporarily (?:unavailable|offline|closed)|(?:the )?site (?:is )?(?:temporarily )?(?:unavailable|offline|down)",
    '(?:error establishing a )?database (?:connection|error|connection error)|technical (?:difficulties|problem|error)|(?:wordpress (?:›|>) )?error',
    'wartung(?:sarbeiten|smodus)?|wir sind (?:gleich|bald) (?:wieder|zurück)(?: da| für sie da)?|interner serverfehler|technische (?:störung|probleme)|serverfehler|(?:seite|website) (?:ist )?(?:derzeit|momentan|vorübergehend|zurzeit) nicht (?:verfügbar|erreichbar)',
    '(?:site )?(?:en )?(?:cours de )?maintenance(?: en cours| du site)?|erreur (?:interne )?(?:du )?serveur|service (?:temporairement )?indisponible|nous revenons (?:bientôt|vite)|site (?:temporairement )?indisponible|problème technique',
    '(?:sitio |página |web )?en mantenimiento|mantenimiento|error (?:interno )?del servidor|servicio no disponible|volvemos (?:pronto|enseguida)|problemas técnicos',
    '(?:sito )?in manutenzione|manutenzione(?: in corso| programmata)?|errore (?:interno )?del server|servizio (?:temporaneamente )?non disponibile|torniamo (?:subito|presto)|problema tecnico',
    '(?:site )?em manutenção|manutenção(?: programada)?|erro (?:interno )?(?:do|no) servidor|serviço (?:temporariamente )?indisponível|voltamos (?:já|em breve)',
    '(?:site |website )?(?:in )?onderhoud|(?:gepland )?onderhoud|(?:interne )?serverfout|(?:dienst|service|site) (?:tijdelijk )?niet (?:beschikbaar|bereikbaar)|(?:we|wij) zijn (?:zo|snel) terug|technische storing',
    '(?:przerwa|prace) (?:techniczn|konserwac|serwisow)\\p{L}*|(?:wewnętrzny )?błąd serwera|(?:usługa|strona|serwis) (?:jest )?(?:chwilowo |tymczasowo )?niedostępn\\p{L}|wracamy wkrótce|zaraz wracamy|błąd techniczny',
    '(?:ведутся )?(?:технические|профилактические) работы|(?:внутренняя )?ошибка сервера|(?:сервис|сайт|служба) (?:временно )?недоступ\\p{L}+|(?:сайт )?на (?:обслуживании|реконструкции)|скоро вернемся|мы скоро вернёмся',
    '(?:ведуться |проводяться )?(?:технічні|профілактичні) роботи|(?:внутрішня )?помилка сервера|(?:сервіс|сайт|служба) (?:тимчасово )?недоступ\\p{L}+|скоро повернемося',
    '(?:site(?:miz)? )?(?:bakım(?:da|dayız)|bakım çalışması)|(?:dahili )?sunucu hatası|(?:hizmet|servis|site) (?:geçici olarak )?(?:kullanılamıyor|kapalı)|birazdan döneceğiz',
    '(?:الموقع )?(?:قيد|تحت) الصيانة|صيانة(?: الموقع)?|خطأ (?:داخلي )?في الخادم|الخدمة غير متاحة|سنعود (?:قريبا|قريبًا)',
    '(?:系统|系統|网站|網站|服务器|伺服器)?(?:正在|升级|升級)?(?:维护|維護)(?:中|公告)?|(?:内部)?服务器(?:内部)?错误|(?:內部)?伺服器(?:內部)?錯誤|(?:服务|服務)(?:暂时|暫時)?(?:不可用|无法使用|無法使用)|网关(?:错误|超时)',
    '(?:ただいま|現在)?(?:システム|サーバー?|サイト)?(?:の)?(?:定期|緊急)?メンテナンス(?:中|のお知らせ)?(?:です)?|(?:内部)?サーバー?(?:内部)?エラー|(?:サービス|サイト)(?:は)?(?:一時的に)?(?:利用できません|停止中)',
    '(?:시스템|서버|사이트|서비스)? ?(?:정기 )?점검 ?(?:중(?:입니다)?|안내)|(?:내부 )?서버 오류|(?:서비스|사이트)(?:를|를 일시적으로)? ?(?:이용할 수 없습니다|일시 중단)',
    '(?:webbplatsen )?(?:underhåll|underhållsarbete|under underhåll)|(?:internt )?serverfel|tjänsten (?:är )?(?:tillfälligt )?(?:otillgänglig|inte tillgänglig)|vi är (?:snart|strax) tillbaka',
    'vedlikehold(?:sarbeid)?|vedligeholdelse|(?:intern )?(?:tjenerfeil|serverfeil|serverfejl)|(?:tjenesten|siden) er (?:midlertidig )?(?:utilgjengelig|utilgængelig|nede)|vi er (?:snart|straks) tilbake|vi er (?:snart|straks) tilbage',
    'huoltokatko|huoltotauko|(?:sivusto )?huollossa|(?:sisäinen )?palvelinvirhe|(?:palvelu|sivusto) (?:ei ole|on) (?:tilapäisesti )?(?:käytettävissä|poissa käytöstä)|palaamme pian',
    '(?:probíhá )?(?:údržba|údržba stránek|technická odstávka)|(?:interní |vnútorná )?chyba serveru|(?:služba|stránka) (?:je )?(?:dočasně |dočasne )?nedostupná|brzy jsme zpět',
    'karbantartás(?: alatt)?|(?:belső )?szerver(?:hiba| hiba)|(?:a )?szolgáltatás (?:átmenetileg )?nem (?:érhető el|elérhető)|hamarosan (?:visszatérünk|visszajövünk)',
    '(?:site )?(?:în )?(?:mentenanță|întreținere)|eroare (?:internă )?(?:de|a) server(?:ului)?|serviciu(?:l este)? (?:temporar )?indisponibil|revenim (?:imediat|în curând)',
    '(?:υπό |εργασίες |σε )?συντήρησης?|(?:εσωτερικό )?σφάλμα (?:του )?διακομιστή|(?:η )?υπηρεσία (?:δεν είναι|μη) (?:προσωρινά )?διαθέσιμη|επιστρέφουμε σύντομα',
  ],
  text: [
    "(?:down|closed|offline|unavailable) (?:for|due to) (?:\\p{L}+ )?maintenance|(?:performing|undergoing|carrying out|doing|under) (?:\\p{L}+ ){0,2}maintenance|(?:site|page) is being (?:updated|upgraded|moved)|we(?:[’']ll| will) be back (?:soon|shortly|online)",
    'server (?:is |was )?(?:temporarily |currently )?(?:unable to (?:service|handle|complete)|encountered (?:an|a)|too busy|overloaded)|unable to complete your request|(?:establishing|connecting to) (?:a |the )?database|(?:critical|technical|unexpected|internal|server) error (?:on this (?:web)?site|has occurred|occurred)|an error occurred while processing|(?:web|origin|upstream) server .{0,40}(?:error|down|time ?out|timed out|invalid response|not respond)|experiencing (?:some )?technical (?:difficulties|problems|issues)|5\\d\\d (?:bad gateway|service|gateway|internal)|(?:site|service|page|server) is (?:temporarily|currently) (?:unavailable|offline|down|overloaded)|varnish cache server',
    'wartungsarbeiten|(?:wird|werden) (?:gerade|derzeit|momentan|aktuell) (?:gewartet|überarbeitet|aktualisiert)|(?:derzeit|momentan|vorübergehend|zurzeit|aktuell) (?:leider )?nicht (?:erreichbar|verfügbar|zur verfügung)|technischen? (?:störung|probleme|schwierigkeiten|gründen)',
    'en (?:cours de )?maintenance|opération de maintenance|(?:temporairement|momentanément|actuellement) (?:indisponible|inaccessible)|(?:problème|incident|difficultés?) techniques?|erreur (?:interne|technique)',
    '(?:en|por|tareas de|labores de) mantenimiento|(?:temporalmente|momentáneamente|actualmente) (?:no disponible|fuera de servicio|inaccesible)|(?:problemas?|dificultades|error) técnic|error (?:interno|inesperado)',
    '(?:in|di|per|lavori di) manutenzione|(?:temporaneamente|momentaneamente|al momento) (?:non (?:disponibile|raggiungibile|accessibile)|fuori servizio)|(?:problem\\p{L}|difficoltà|errore) tecnic|errore (?:interno|imprevisto)',
    '(?:em|para|de) manutenção|(?:temporariamente|momentaneamente|de momento) (?:indisponível|fora d)|(?:problemas?|dificuldades|erro) técnic|erro (?:interno|inesperado)',
    '(?:wegens|in|voor|door|gepland|aan) (?:\\p{L}+ )?onderhoud|(?:tijdelijk|momenteel|op dit moment) (?:niet (?:beschikbaar|bereikbaar)|offline|buiten)|technische (?:storing|problemen)|interne (?:server)?fout',
    '(?:prac|przerw)\\p{L}* (?:techniczn|konserwac|serwisow|modernizac)|(?:chwilowo|tymczasowo|obecnie) (?:niedostępn|nieczynn)|(?:problem|trudnoś)\\p{L}* techniczn|błąd (?:wewnętrzny|serwera)',
    '(?:технические|технических|профилактические|плановые) (?:работы|работ|неполадк|проблем)\\p{L}*|временно (?:недоступ|не работает|приостановлен)|ведутся работы|внутренняя ошибка|(?:сайт|сервис) находится на (?:обслуживании|реконструкции)',
    '(?:технічн|профілактичн|планов)\\p{L}+ (?:робот|несправност|проблем|обслуговуван)\\p{L}*|тимчасово (?:недоступ|не працю)|внутрішня помилка',
    'bakım (?:çalışma|nedeniyle|yapıl)|bakımda|geçici olarak (?:kullanılam|hizmet|kapalı|erişilem)|teknik (?:bir )?(?:sorun|arıza|aksaklık)|sunucu hatası',
    '(?:أعمال|بأعمال|تحت|قيد|لل|بسبب) ?(?:ال)?صيانة|غير (?:متاح|متوفر)\\p{L}* (?:حاليا|مؤقتا|حاليًا|مؤقتًا)|(?:خطأ|مشكل\\p{L}|عطل) (?:فني|تقني|داخلي)',
    '(?:正在|进行|進行|系统|系統|网站|網站)(?:进行|進行)?(?:系统|系統|升级|升級|例行|定期)?(?:维护|維護)|(?:暂时|暫時|目前)(?:不可用|无法访问|無法存取|关闭|關閉|无法使用|無法使用)|(?:服务器|伺服器)(?:繁忙|错误|錯誤|发生)|系统繁忙|系統忙碌',
    'メンテナンス(?:中|を(?:行|実施)|のため)|(?:一時的に|現在|ただいま)(?:ご?利用(?:いただけません|できません)|停止|アクセスできません|アクセスが集中)|(?:サーバー?|システム)(?:エラー|障害)',
    '점검 ?(?:중|작업|으로)|일시적(?:으로|인) (?:이용|접속|오류|장애|중단)|(?:서버|시스템|내부)(?:에)? ?(?:오류|장애|문제)(?:가 발생|로)',
    '(?:pågående|planerat|på grund av|för) underhåll|underhållsarbete|(?:tillfälligt|just nu) (?:otillgänglig|inte tillgänglig|stängd|nere)|tekniska? (?:problem|fel)',
    'vedlikehold(?:sarbeid)?|vedligeholdelse|(?:midlertidig|for øyeblikket|i øjeblikket) (?:utilgjengelig|utilgængelig|ikke tilg|stengt|lukket|nede)|tekniske? (?:problem|feil|fejl)',
    'huolto(?:katko|tauko|töiden|työn|toimenpitei)\\p{L}*|(?:tilapäisesti|toistaiseksi) (?:poissa|suljettu|pois)|tekni(?:nen|sen|sten|siä) (?:vika|häiriö|ongelm|vian)\\p{L}*',
    '(?:probíhá|prebieha|z důvodu|kvůli|z dôvodu) (?:\\p{L}+ )?(?:údržb|odstávk)\\p{L}*|(?:dočasně|dočasne|momentálně|momentálne) (?:nedostupn|mimo)|technick\\p{L}+ (?:problém|závad|potíž|poruch)',
    'karbantartás (?:miatt|alatt|zajlik|folyik)|karbantartást|(?:átmenetileg|jelenleg) nem (?:érhető|elérhető|működik)|technikai (?:hiba|probléma|okok)',
    '(?:lucrări|operațiuni) de (?:mentenanță|întreținere)|în (?:mentenanță|întreținere)|(?:temporar|momentan) (?:indisponibil|inaccesibil|nu)|(?:probleme|eroare|dificultăți) tehnic',
    '(?:εργασίες|λόγω|υπό) (?:\\p{L}+ )?συντήρησ|(?:προσωρινά|αυτή τη στιγμή) (?:μη διαθέσιμ|εκτός|δεν)|τεχνικ\\p{L}+ (?:πρόβλημα|προβλήμ|βλάβ)',
  ],
};

/** The host wants fewer requests. */
export const PACE: NoticeWords = {
  name: [
    '(?:(?:error|http)[^\\p{L}\\p{N}]*)?429(?:[^\\p{L}\\p{N}]+too many requests)?|(?:sorry,? )?too many requests|rate limit(?:ed)?(?: exceeded| reached)?|slow down',
    'zu viele anfragen|trop de requêtes|demasiadas (?:solicitudes|peticiones)|troppe richieste|(?:muitas|demasiadas) (?:solicitações|requisições)|demasiados pedidos|te veel (?:verzoeken|aanvragen)|zbyt wiele (?:żądań|zapytań)',
    'слишком много запросов|забагато запитів|çok fazla istek|(?:طلبات كثيرة|عدد (?:كبير )?جد?ا?ً? ?من الطلبات)|(?:请求|訪問|访问|請求)(?:过于|過於)频?頻?繁|请求(?:次数)?过多|リクエストが多すぎます|요청이 너무 많습니다',
    'för många (?:förfrågningar|anrop)|for mange (?:forespørsler|anmodninger)|liian monta pyyntöä|příliš mnoho (?:požadavků|žádostí)|túl sok kérés|prea multe (?:cereri|solicitări)|πάρα πολλά αιτήματα',
  ],
  text: [
    "(?:you (?:have|[’']ve)|your (?:ip|address|network)).{0,40}(?:rate[- ]limited|too many requests|exceeded .{0,20}(?:rate|limit|requests))|(?:sent|made|received) too many requests|rate limit (?:exceeded|reached)",
    'zu viele anfragen|trop de requêtes|demasiadas (?:solicitudes|peticiones)|troppe richieste|(?:muitas|demasiadas) (?:solicitações|requisições)|demasiados pedidos|te veel (?:verzoeken|aanvragen)|zbyt wiele (?:żądań|zapytań)',
    'слишком много запросов|забагато запитів|çok fazla istek|من الطلبات|(?:请求|访问|請求|訪問)(?:过于|過於)(?:频|頻)繁|リクエストが多すぎ|요청이 너무 많',
    'för många (?:förfrågningar|anrop)|for mange (?:forespørsler|anmodninger)|liian monta pyyntöä|příliš mnoho (?:požadavků|žádostí)|túl sok kérés|prea multe (?:cereri|solicitări)|πάρα πολλά αιτήματα',
  ],
};

/** Cookies, or another browser, are asked for; scripts: `NEEDS_SCRIPT`. */
export const BROWSER: NoticeWords = {
  name: [
    '(?:please )?(?:enable|turn on|activate) (?:javascript|cookies|javascript and cookies)(?: to continue)?|(?:javascript|cookies?)(?: (?:is|are))? (?:required|disabled|not enabled|turned off)|(?:your )?browser (?:is )?(?:not supported|unsupported|out of date|outdated)|unsupported browser',
    'javascript (?:ist )?(?:deaktiviert|erforderlich)|javascript (?:désactivé|requis)|javascript (?:desactivado|deshabilitado|requerido|disabilitato|richiesto|desativado|necessário)|javascript (?:uitgeschakeld|vereist)|javascript (?:wyłączony|wymagany)|javascript (?:отключ[её]н|вимкнено|devre dışı)',
  ],
  text: [
    "(?:enable|turn on|switch on|activate) (?:your )?(?:browser[’']?s? )?cookies|cookies (?:are|is|must be|need to be|have to be|seem to be) (?:currently )?(?:disabled|enabled|blocked|turned (?:on|off)|required (?:to|for) (?:view|access|continu))|(?:your )?browser (?:is (?:not supported|out ?of ?date|outdated|no longer supported)|(?:does not|doesn[’']t) (?:support|accept|allow))",
    '(?:aktivieren sie|schalten sie) (?:bitte )?(?:die )?cookies|cookies (?:sind|müssen) .{0,24}(?:deaktiviert|aktiviert)|ihr browser (?:unterstützt|wird|ist) .{0,30}(?:nicht|veraltet)',
    "(?:activer|autoriser|activez) les cookies|cookies (?:sont|doivent) .{0,20}(?:désactivé|activé)|votre navigateur (?:n[’']est|ne|est) .{0,30}(?:pas|plus|obsolète)",
    '(?:habilit|activ)(?:e|a|ar|ez|i|are) (?:las |i |os )?cookies?|(?:su|tu|seu|il tuo|o seu) (?:navegador|browser) (?:no|non|não|está|è) .{0,30}(?:soporta|compatible|supporta|suporta|desactualizado|obsoleto|supportato|aggiornato)',
    '(?:schakel|zet) cookies|(?:je|uw) browser .{0,24}(?:niet ondersteund|verouderd)|włącz (?:obsługę )?(?:plik|cook|ciastecz)|(?:twoja )?przeglądarka .{0,24}(?:nie (?:jest )?(?:obsług|wspier)|przestarzał)',
    '(?:включите|увімкніть) (?:поддержку |підтримку )?(?:cookie|куки|файл)|(?:ваш|вашего|ваша) браузер\\p{L}* .{0,24}(?:устарел|не поддерж|застарі|не підтрим)|çerezleri etkinleştir|tarayıcınız .{0,24}(?:desteklen|güncel)|تفعيل (?:ملفات تعريف الارتباط|الكوكيز)|متصفحك',
    '(?:启用|啟用|开启|開啟|打开).{0,6}cookie|(?:您|你)的(?:浏览器|瀏覽器).{0,12}(?:不支持|不支援|过低|過舊|版本)|cookieを有効|クッキーを有効|(?:お使い|ご利用)の(?:ブラウザ|ブラウザー)は.{0,20}(?:対応|サポート)|쿠키를 (?:활성화|허용하도록)|(?:사용 ?중인|현재) 브라우저',
    '(?:aktivera|aktiver|slå på|slå til) (?:cookies|informasjonskapsler)|(?:din|nettleseren din|webbläsare).{0,30}(?:stöds inte|støttes ikke|understøttes ikke|föråldrad|utdatert|forældet)|ota evästeet käyttöön|selain\\p{L}* .{0,24}(?:ei (?:ole )?tueta|vanhentunut)|(?:povolte|zapněte|povoľte) (?:soubory |súbory )?cookie|prohlížeč .{0,24}(?:nen[ií] podporován|zastaral)|engedélyezze a (?:süti|cookie)|böngészője .{0,24}(?:nem támogat|elavult)|activați cookie|browserul .{0,24}(?:nu este|învechit)|ενεργοποι\\p{L}+ (?:τα )?cookies|πρόγραμμα περιήγησής σας',
  ],
};

/** Readers are asked how old they are. */
export const AGE: NoticeWords = {
  name: [
    'age (?:verification|check|gate|restriction|confirmation)(?: required)?|(?:please )?(?:verify|confirm|enter) your age|are you (?:over |at least )?(?:16|18|21)(?: years old)?(?: or (?:over|older))?|age[- ]restricted(?: content)?|adults only|(?:this )?(?:content|page) is age[- ]restricted',
    "altersprüfung|altersverifikation|altersverifizierung|alterskontrolle|vérification de (?:l[’'])?âge|verificación de (?:la )?edad|verifica (?:dell[’'])?(?:dell)?età|verificação de idade|leeftijdscontrole|leeftijdsverificatie|weryfikacja wieku|(?:подтверждение|проверка) возраста|(?:підтвердження|перевірка) віку|yaş doğrulama(?:sı)?|التحقق من العمر|(?:年龄|年齡)(?:验证|驗證|确认|確認)|年齢(?:確認|認証)|(?:연령|나이|성인) ?(?:확인|인증)|åldersverifiering|ålderskontroll|alderskontroll?|aldersbekreftelse|aldersverificering|ikärajatarkistus|iän vahvistus|ověření věku|overenie veku|életkor (?:ellenőrzése|megerősítése)|verificarea vârstei|verificare vârstă|επαλήθευση ηλικίας",
  ],
  text: [
    "(?:must|have to|need to) be (?:at least |over |aged )?(?:1[68]|21|eighteen)(?: years)?(?: old| of age)?(?: or (?:older|over|above))? .{0,24}to (?:view|enter|access|continue|visit|see)|(?:confirm|verify|enter|tell us|provide) your (?:age|date of birth|year of birth|birth date)|(?:are you|i am|i[’']m|confirm (?:that )?you are) (?:over |at least |above |older than )?(?:1[68]|21|of legal)|age[- ]restricted (?:content|page|site|video)|content (?:is )?(?:only )?(?:suitable|intended) (?:only )?for (?:adults|persons over|people over)",
    '(?:bestätigen|bestätige|verifizieren) (?:sie )?(?:bitte )?(?:ihr|dein|dass (?:sie|du)).{0,20}(?:alter|geburt|1[68]|volljährig)|(?:sie|du) (?:müssen|musst) (?:mindestens )?(?:1[68]|volljährig)|(?:ich bin|sind sie|bist du) (?:mindestens |über |älter als )?1[68]',
    "(?:confirmer|vérifier|confirmez|vérifiez) (?:votre (?:âge|date de naissance)|que vous avez)|vous (?:devez avoir|avez) (?:plus de |au moins )?1[68] ans|j[’']ai (?:plus de |au moins )?1[68] ans|réservée? aux (?:adultes|majeurs|plus de 1[68])",
    '(?:confirm|verific)\\p{L}+ (?:tu|su|que (?:eres|tienes|es|tiene)) .{0,16}(?:edad|mayor|1[68]|nacimiento)|(?:tengo|tienes|tener|debes? tener) (?:más de |al menos )?1[68] años|(?:solo|únicamente) para (?:adultos|mayores)|eres mayor de (?:edad|1[68])',
    '(?:conferma|verifica|confermare) (?:la tua età|di (?:avere|essere))|(?:ho|devi avere|hai|avere) (?:più di |almeno )?1[68] anni|(?:riservato|vietato) (?:agli adulti|ai (?:maggiorenni|minori))|sei maggiorenne|sono maggiorenne',
    '(?:confirm|verifi)\\p{L}+ (?:a sua idade|sua idade|que (?:tem|é))|(?:tenho|tem|deve ter|ter) (?:mais de |pelo menos )?1[68] anos|(?:apenas|somente|só) para (?:adultos|maiores)',
    '(?:bevestig|verifieer) (?:je|uw|dat (?:je|u)).{0,16}(?:leeftijd|1[68])|(?:je|u) (?:moet|dient) (?:minimaal |ten minste |minstens )?1[68] jaar|ik ben (?:ouder dan |minimaal )?1[68]|ben je (?:ouder dan |al )?1[68]',
    '(?:potwierdź|zweryfikuj|potwierdzam),? (?:swój|że (?:masz|mam)|ukończ).{0,20}(?:wiek|1[68]|lat)|(?:mam|masz|musisz mieć|ukończ\\p{L}+) (?:ukończone |co najmniej )?1[68] (?:lat|rok)|(?:tylko|wyłącznie) dla (?:dorosłych|osób pełnoletnich)',
    '(?:подтвердите|подтверждаю),? (?:ваш возраст|свой возраст|что (?:вам|мне|вы)).{0,24}|вам (?:уже )?(?:есть |исполнилось )?1[68] лет|мне (?:уже )?(?:есть |исполнилось )?1[68]|(?:лиц|только для) .{0,16}(?:старше 1[68]|совершеннолет|взрослых)',
    '(?:підтвердьте|підтверджую),? (?:ваш вік|свій вік|що (?:вам|мені|ви))|вам (?:вже )?(?:є |виповнилося |виповнилось )?1[68] років|мені (?:вже )?(?:є |виповнилося )?1[68]|(?:осіб|тільки для|лише для) .{0,16}(?:старше 1[68]|повнолітн|дорослих)',
    'yaşınızı (?:doğrula|onayla|girin)|1[68] yaşından (?:büyük|küçük)|1[68] yaşında(?:n)? (?:veya|ve) (?:daha )?büyük|تأكيد (?:عمرك|أن عمرك)|عمرك (?:عن )?1[68]|(?:فوق|أكثر من|أكبر من) (?:ال)?(?:سن )?1[68]',
    '(?:您|你)(?:是否)?(?:必须|必須|需要|须|已)?(?:年)?满?(?:滿|满)?(?:1[68]|十八)(?:周|週)?(?:岁|歲)|(?:确认|確認|验证|驗證)(?:您|你)的?(?:年龄|年齡)|(?:未满|未滿)(?:1[68]|十八)|1[68]歳(?:以上|未満)|年齢を(?:確認|入力)|(?:만 ?)?1[68]세 (?:이상|미만)|만 ?19세|(?:연령|나이)를 (?:확인|인증)',
    '(?:bekräfta|verifiera|bekreft|bekræft|verificer) (?:din (?:ålder|alder)|alderen din|att du|at du) ?|(?:du måste vara|du må være|du skal være|jag är|jeg er) (?:över |minst |over |mindst )?1[68]|vahvista (?:ikäsi|että)|(?:sinun on oltava|olen) (?:vähintään |yli )?1[68]|(?:potvrďte|potvrzuji|potvrďte),? (?:svůj věk|svoj vek|že)|(?:je mi|musí vám být|musíte mať|mám) (?:více než |alespoň |nejméně |aspoň )?1[68]|elmúlt(?:am|ál|ott)? ?(?:már )?1[68]|erősítse meg (?:az )?életkor|1[68] éves(?:nél)? (?:elmúlt|idősebb)|(?:confirmați|confirmă) (?:vârsta|că)|(?:am|aveți|ai) (?:peste |cel puțin )1[68] (?:de )?ani|επιβεβαιώστε (?:την ηλικία|ότι)|(?:είμαι|είστε|να είστε) (?:άνω των |τουλάχιστον )1[68]',
  ],
};

/** Readers with blockers of advertising are kept out. */
export const BLOCKER: NoticeWords = {
  name: [
    'ad[- ]?block(?:er)?(?: (?:detected|is (?:on|enabled|active)|erkannt|détecté|detectado|rilevato|gedetecteerd|wykryty))?|(?:please )?(?:disable|turn off|deactivate) (?:your )?ad[- ]?blocker',
  ],
  text: [
    near(
      '(?:your|an|my|ihren?|deinen?|votre|ton|tu|su|il tuo|o seu|je|uw|swój|ваш|свой|свій|din|sin|váš|az|reklam) ?(?:an? )?(?:ad[- ]?block|werbeblocker|bloqueur de pub|bloqueador de (?:anuncios|publicidad)|adblock|блокировщик|блокувальник|engelleyici|annonsblockerare|annonceblok|reklameblok|mainosten ?esto)\\p{L}*',
      '(?:please )?(?:disabl|turn(?:ed)? off|deactivat|switch(?:ed)? off|paus|whitelist|detected|noticed|using|allow|ausschalt|ausgeschalt|abschalt|deaktivier|erkannt|désactiv|détect|desactiv|detect|disattiv|rilevat|desativ|uitschakel|schakel|gedetecteer|wyłącz|wykry|отключ|обнаруж|вимкн|вияв|kapat|devre dışı|algıla|inaktivera|stäng|deaktiver|slå (?:av|fra)|poista|vypn|zjist|kapcsol|dezactiv|απενεργοποι)\\p{L}*',
    ),
    '(?:关闭|停用|禁用|關閉)(?:您的|你的)?(?:广告|廣告)(?:拦截|屏蔽|攔截|封鎖)|(?:検测|检测|偵測)到.{0,8}(?:广告|廣告)(?:拦截|攔截)|広告ブロック(?:機能|ツール)?.{0,12}(?:無効|オフ|解除|検出)|광고 차단.{0,12}(?:해제|꺼|감지|사용)|(?:تعطيل|إيقاف) (?:مانع|حاجب) (?:ال)?إعلانات',
  ],
};

/** The reader was signed in, and is not any more. */
export const SESSION: NoticeWords = {
  name: [
    '(?:your )?session (?:has )?(?:expired|timed ?out|ended)|(?:ihre )?(?:sitzung|session) (?:ist )?abgelaufen|(?:votre )?session (?:a |est )?expirée?|(?:su |tu )?sesión (?:ha )?(?:expirad\\p{L}|caducad\\p{L})|sessione (?:è )?scaduta|sessão (?:expirada|expirou)|(?:je |uw )?sessie (?:is )?verlopen|sesja wygasła|(?:сессия|сеанс) (?:истекла?|истёк|заверш[её]н)|(?:сесія|сеанс) (?:закінчи\\p{L}+|заверш\\p{L}+)|oturum(?:unuz(?:un)?)? (?:süresi )?(?:doldu|sona erdi)|انتهت (?:صلاحية )?(?:ال)?جلس\\p{L}+|(?:会话|登录|登入|會話)(?:已)?(?:过期|失效|逾時|超时|過期)|セッション(?:が|の有効期限が)?(?:切れ|終了|タイムアウト)(?:ました)?|세션(?:이)? 만료(?:되었습니다|됨)?',
    'sessionen har (?:gått ut|upphört|löpt ut)|(?:økten|sesjonen) (?:er|har) (?:utløpt|gått ut)|sessionen er udløbet|istunto(?:si)? on (?:vanhentunut|päättynyt)|relace (?:vypršela|skončila)|relácia vypršala|(?:a )?munkamenete? lejárt|sesiunea (?:a )?expirat|η (?:συνεδρία|σύνδεσή) (?:σας )?(?:έχει )?(?:λήξει|έληξε)',
  ],
  text: [
    'your (?:login |browser )?session (?:has )?(?:expired|timed ?out|ended)|you have been (?:logged|signed) out|(?:ihre|deine) (?:sitzung|session) ist abgelaufen|votre session (?:a |est )?expiré|(?:su|tu) sesión ha (?:expirado|caducado)|(?:tua|sua) sessione è scaduta|sua sessão (?:expirou|terminou)|(?:je|jouw|uw) sessie is verlopen|(?:twoja|państwa) sesja wygasła|ваш(?:а|е|) (?:сессия|сеанс) (?:истек|истёк|заверш)|ваш(?:а|) (?:сесія|сеанс) (?:закінчи|заверш)|oturumunuz(?:un)? .{0,16}(?:doldu|sona erdi|kapatıldı)|انتهت (?:صلاحية )?(?:ال)?جلس|(?:会话|登录|登入|會話).{0,4}(?:过期|失效|逾時|超时|過期)|セッション.{0,8}(?:切れ|終了|タイムアウト)|세션이 만료',
    'sessionen har (?:gått ut|upphört|löpt ut)|(?:økten|sesjonen) .{0,8}(?:utløpt|gått ut)|session(?:en)? er udløbet|istunto(?:si)? on (?:vanhentunut|päättynyt)|relace (?:vypršela|skončila)|relácia vypršala|munkamenete? lejárt|sesiunea .{0,16}expirat|(?:συνεδρία|σύνδεσή) .{0,12}(?:λήξει|έληξε)',
  ],
};

/** Nothing is there: an empty search, thanks for a form, a host's own pages. */
export const NOTHING: NoticeWords = {
  name: [
    '(?:sorry,? )?no (?:search )?results(?: (?:were |was )?found)?(?: for .{0,60})?|0 results?(?: found)?(?: for .{0,60})?|(?:your )?search (?:returned no results|did not match any .{0,20})|no (?:articles|posts|matches|items) (?:were )?found',
    'keine (?:ergebnisse|treffer|suchergebnisse|artikel)(?: (?:gefunden|für .{0,60}))?|aucun résultat(?: (?:trouvé|pour .{0,60}))?|(?:no hay|sin|no se (?:han )?encontr\\p{L}+) resultados(?: para .{0,60})?|nessun risultato(?: (?:trovato|per .{0,60}))?|nenhum resultado(?: (?:encontrado|para .{0,60}))?|geen (?:zoek)?resultaten(?: (?:gevonden|voor .{0,60}))?|brak wyników(?: (?:wyszukiwania|dla .{0,60}))?|ничего не найдено|(?:нічого не знайдено|немає результатів)|sonuç bulunamadı|لا توجد نتائج|(?:没有|沒有|未)(?:找到)?(?:相关|相關|搜索|符合)?(?:的)?(?:结果|結果|内容)|(?:検索結果は?|該当する記事が?)(?:ありません|見つかりません)(?:でした)?|검색 ?결과가 없습니다',
    'inga (?:sök)?(?:resultat|träffar)(?: (?:hittades|för .{0,60}))?|ingen (?:treff|resultater)(?: .{0,60})?|ei (?:haku)?tuloksia|žádné výsledky|žiadne výsledky|nincs (?:találat|eredmény)|niciun rezultat|nu (?:s-au găsit|există) rezultate|δεν βρέθηκαν αποτελέσματα',
    '(?:successfully )?unsubscribed?(?: (?:success\\p{L}*|confirmed|confirmation))?|(?:thank you|thanks)(?: for (?:subscribing|signing up|registering|your (?:order|subscription|registration|message|feedback)))|(?:subscription|registration|e-?mail) (?:confirmed|confirmation)',
    'index of /.{0,80}|(?:[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+ |(?:(?:this|the|premium) )?domain (?:name )?){1,2}(?:is |may be )?for sale|(?:domain )?parked(?: domain)?|(?:object|document) moved|301 moved permanently|302 found|redirecting(?: .{0,40})?|welcome to nginx|apache2? .{0,20}default page.{0,20}|it works|coming soon|under construction|test page .{0,40}|iis windows server|default web (?:site )?page',
  ],
  text: [
    "no (?:search )?results (?:were |was )?(?:found|for|match)|search .{0,60}(?:did not match|didn[’']t match|returned no|found no|no results|0 results)|nothing (?:matched|matches) your (?:search|criteria)|(?:could not|couldn[’']t|did not|didn[’']t) find any(?:thing)? (?:results|matching|articles|for)",
    '(?:keine|leider nichts) .{0,20}(?:ergebnisse|treffer|artikel)? ?(?:gefunden|für ihre suche|zu ihrer suche)|aucun (?:résultat|article) (?:ne |trouvé|pour votre)|(?:ningún|no .{0,16}) (?:resultados?) .{0,20}(?:búsqueda|encontr)|nessun (?:risultato|articolo) .{0,24}(?:ricerca|trovat)|nenhum (?:resultado|artigo) .{0,24}(?:pesquisa|busca|encontrad)|geen (?:resultaten|artikelen) .{0,24}(?:gevonden|zoek)|(?:brak|nie znaleziono) wyników|по (?:вашему )?запросу .{0,40}(?:ничего|не найден)|за (?:вашим )?запитом .{0,40}(?:нічого|не знайден)|aramanız\\p{L}* .{0,30}(?:sonuç|bulunam)|لم يتم العثور على (?:أي )?نتائج|لا توجد نتائج|(?:没有|沒有|未)找到.{0,12}(?:结果|結果|内容|內容)|一致する(?:記事|結果|検索結果|情報)(?:は|が).{0,12}(?:ありません|見つかりません)|(?:에 대한|검색) ?(?:검색 )?결과가 없',
    'inga (?:resultat|träffar|artiklar) .{0,20}(?:sökning|hittades|matchade)|ingen (?:resultater|treff) .{0,20}(?:søk|søg|fundet|funnet)|haullasi ei|ei löytynyt|(?:nebyly nalezeny|nenašli jsme|neboli nájdené) (?:žádné|žiadne)|nincs találat|nem található (?:a keresés|találat)|nu am găsit (?:niciun|rezultate)|δεν βρέθηκαν (?:αποτελέσματα|άρθρα)',
    "(?:thank you|thanks) for (?:subscribing|signing up|registering|your (?:order|subscription|registration|message|submission|feedback|payment|purchase))|you (?:have|are|[’']ve|[’']re|will be) (?:been |now )?(?:successfully )?(?:been )?(?:unsubscribed|subscribed (?:to|from)|removed from (?:our|the|this) (?:mailing )?list)|check your (?:inbox|e-?mail) (?:to|for|and) |(?:subscription|registration|e-?mail address) (?:has been|is now|was) (?:successfully )?(?:confirmed|cancelled|canceled|removed)",
    "vielen dank für (?:ihre|deine) (?:anmeldung|bestellung|registrierung|nachricht)|(?:erfolgreich|wurden|wurdest) .{0,24}(?:abgemeldet|ausgetragen)|(?:abmeldung|anmeldung) (?:war )?erfolgreich|merci (?:de|pour) (?:votre (?:inscription|abonnement|commande|message)|vous être)|(?:avez été|êtes) (?:bien )?(?:désinscrit|désabonné)|gracias por (?:suscrib|registr|tu|su (?:suscripción|registro|mensaje|compra))|(?:te has|se ha|ha) (?:dado de baja|desuscrito)|grazie per (?:esserti|esserci|la (?:tua )?(?:iscrizione|registrazione|richiesta)|l[’'](?:iscrizione|ordine|acquisto))|(?:sei stato|cancellazione) .{0,20}(?:cancellat|disiscritt|avvenuta|completata)|obrigad[oa] (?:por|pela) (?:se |sua |subscrever|assinar)|(?:cancelada|cancelou|removido) .{0,24}(?:subscrição|inscrição|lista|newsletter)|bedankt voor (?:je|uw) (?:aanmelding|inschrijving|bestelling|bericht)|(?:bent|je) .{0,16}(?:uitgeschreven|afgemeld)|dziękujemy za (?:zapis|rejestrac|subskryp|zamówi|wiadomo)|(?:został\\p{L}*|zostałeś) .{0,16}wypisan",
    'спасибо за (?:подписку|регистрацию|заказ|обращение)|вы (?:успешно )?(?:отписа|подписа)л|дякуємо за (?:підписку|реєстрацію|замовлення|звернення)|ви (?:успішно )?(?:відписа|підписа)л|(?:abone|kayıt|üye) olduğunuz için teşekkür|abonelikten (?:çıkt|ayrıld|çıkarıld)|شكرا (?:لك )?(?:على )?(?:ل)?(?:اشتراك|تسجيل)|تم إلغاء (?:ال)?اشتراك|(?:感谢|感謝)(?:您|你)的?(?:订阅|訂閱|注册|註冊)|(?:已|成功)(?:取消|退订|退訂)(?:订阅|訂閱)?|(?:ご登録|ご購読|お申し込み|お問い合わせ)(?:いただき)?ありがとう|配信(?:を)?(?:停止|解除)(?:しました|いたしました)|(?:구독|가입|등록)해 ?주셔서 감사|구독(?:이)? (?:취소|해지)(?:되었|됐)',
    'tack för (?:din (?:anmälan|prenumeration|beställning|registrering)|att du (?:prenumererar|anmäl))|du har (?:nu )?(?:avregistrerat|avslutat)|takk for (?:din )?(?:påmelding|bestilling|registrering)|tak for (?:din )?(?:tilmelding|bestilling|registrering)|du er (?:nå|nu) (?:avmeldt|afmeldt)|kiitos (?:tilauksesta|ilmoittautumisesta|rekisteröitymisestä)|tilauksesi on peruttu|děkujeme za (?:registraci|přihlášení|objednávku|odběr)|byli jste odhlášeni|odběr byl zrušen|köszönjük (?:a |hogy )?(?:feliratkoz|regisztr|megrendel)|sikeresen leiratkozott|mulțumim pentru (?:abonare|înregistrare|comandă|înscriere)|(?:ați fost|te-ai) dezabonat|ευχαριστούμε για την (?:εγγραφή|παραγγελία)|διαγραφήκατε',
    '^index of /|domain .{0,60}(?:is|may be) for sale|buy this domain|this domain (?:is parked|has (?:been registered|expired)|name is)|domain (?:steht|ist) zum verkauf|ce (?:nom de )?domaine est à vendre|este dominio está (?:en venta|a la venta)|questo dominio è in vendita|домен (?:прода[её]тся|припаркован)|(?:you are|you will|page is) (?:being|be) redirected|if (?:you are not|nothing happens|the page does not|your browser does not) .{0,30}(?:redirect|click)|(?:sie werden|du wirst) .{0,24}weitergeleitet|vous (?:allez être|êtes) redirigé|(?:serás|será) redirigid|(?:sarai|verrai|stai per essere) re(?:in)?dirizzat|(?:je wordt|u wordt) doorgestuurd|вы будете перенаправлены|if you see this page, the nginx web server',
  ],
};
