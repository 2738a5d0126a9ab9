/**
 * How pages that are no article call themselves: by a whole part of their title or a whole heading (`…_NAME`), and by
 * sentences (`…_TEXT`). Names match as a whole only, because “Blocked road reopens” and “404 new cases” are headlines.
 */
import { anyOf, whole } from './words/compile.ts';

export const NOT_FOUND_NAME = whole(
  '(?:http |http-)?(?:error|status|code|fehler|erreur|errore|erro|fout|błąd|ошибка|помилка|hata|خطأ|エラー|错误|錯誤|오류)?[^\\p{L}\\p{N}]*404(?:[^\\p{L}\\p{N}]+(?:error|fehler|(?:page |file |article )?not found))?',
  '(?:page |file |article |story |content )?not found|nothing (?:was )?found|no results found',
  "(?=.*(?:not|n[’']t|no longer|missing|unavailable|removed|deleted))(?:sorry[,!]? |oops[,!]? )?(?:this |that |the |your )?(?:requested )?(?:page|article|story|content|document|url|file|link|post)(?: (?:that )?(?:you(?: have|[’']ve)? requested|you(?: are|[’']re| were) looking for|you tried to (?:reach|open|view)))?,? (?:was |is |has |could |can |does |doesn[’']t |isn[’']t |wasn[’']t |cannot |can[’']t |couldn[’']t |no longer |not |been |be |longer )*(?:found|exist|exists|available|unavailable|missing|here|removed|deleted)(?: any ?more)?",
  "(?:sorry[,!]? |oops[,!]? )?(?:we )?(?:can(?:no|[’'])t|could ?n[o’']t) (?:be )?(?:seem to )?(?:find|found|locate) (?:that|the|this|your)? ?(?:page|article|story|content)?(?: you(?:[’']re| are| were) looking for)?",
  '(?:diese |die |der |dieser |das )?(?:angeforderte |gewünschte |gesuchte )?(?:seite|artikel|inhalt|beitrag|dokument) (?:wurde |konnte |kann |ist |existiert |leider |nicht |mehr |länger )*(?:nicht|gefunden|verfügbar|vorhanden|mehr|gefunden werden|existiert|gelöscht)',
  "(?:cette |la )?(?:page|article|contenu) (?:demandée? )?(?:est )?(?:introuvable|non trouvée?|inexistante?|n[’']existe (?:pas|plus)|n[’']a pas été trouvée?)",
  '(?:la |esta |lo sentimos[,.]? )?(?:página|pagina|noticia|artículo|contenido) (?:solicitad[ao] |que busca(?:s)? )?(?:no )(?:encontrad[ao]|existe|disponible|está disponible|se encuentra|ha sido encontrad[ao])',
  '(?:la )?pagina (?:richiesta |cercata |che cerchi )?non (?:trovata|disponibile|esiste|è stata trovata|è disponibile)',
  '(?:a |esta )?(?:página|notícia) (?:solicitada )?não (?:encontrada|existe|disponível|foi encontrada|está disponível)',
  '(?:deze |de )?pagina (?:is |bestaat |kan )?niet (?:gevonden|beschikbaar|meer|worden gevonden)',
  '(?:ta |ups[,!]? )?(?:strona|artykuł) (?:której szukasz )?nie (?:została |został )?(?:znaleziona|znaleziony|istnieje)',
  'nie znaleziono(?: strony)?',
  '(?:запрашиваемая |эта )?страница не (?:найдена|существует)',
  '(?:запитувану |цю )?сторінк[уа] не (?:знайдено|знайдена|існує)',
  '(?:aradığınız )?sayfa (?:bulunamadı|mevcut değil)',
  '(?:عفوا|عذرا)?[^\\p{L}]*الصفحة (?:المطلوبة )?غير (?:موجودة|متوفرة|متاحة)',
  '(?:抱歉)?[^\\p{L}]*(?:您(?:要)?(?:访问|查找|請求)的)?(?:页面|頁面|网页|網頁|文章|内容|內容)(?:不存在|未找到|没有找到|找不到|已(?:被)?删除|已刪除|不存在或已删除|走丢了)',
  '找不到(?:该|該|您访问的|此)?(?:页面|頁面|网页|網頁)?',
  '(?:お探しの|指定された|ご指定の)?(?:ページ|記事)(?:は|が)(?:見つかりません(?:でした)?|存在しません|ありません|削除されました)',
  '(?:요청하신 )?페이지를 찾을 수 없습니다',
  '존재하지 않는 페이지(?:입니다)?',
  'diese (?:seite|artikel) gibt es (?:leider )?nicht(?: mehr)?|(?:erreur 404[^\\p{L}\\p{N}]*)?(?:page|article|contenu) (?:non trouvée?|introuvable)',
  '(?:sidan|artikeln|den här sidan) (?:kunde inte hittas|hittades inte|finns inte(?: längre)?|saknas|existerar inte)',
  '(?:siden|artikkelen|artiklen|denne siden) (?:ble ikke funnet|blev ikke fundet|finnes ikke(?: lenger)?|findes ikke(?: længere)?|eksisterer ikke|kunne ikke (?:finnes|findes|bli funnet))|(?:fant|fandt) ikke siden',
  '(?:hakemaasi |etsimääsi )?(?:sivua|artikkelia) ei (?:löytynyt|löydy|ole(?: olemassa)?)|sivu (?:puuttuu|ei löytynyt)',
  '(?:požadovaná )?(?:stránka|článek|článok) (?:nebyla |nebyl |nebola |nebol )?(?:nalezen\\p{L}?|nenalezen\\p{L}?|nájden\\p{L}?|neexistuje|sa nenašl\\p{L}|nenašl\\p{L})|stránk[au] nelze najít',
  '(?:a |az )?(?:keresett |kért )?(?:oldal|cikk|tartalom) nem (?:található|létezik|elérhető)|nincs ilyen oldal',
  '(?:această )?(?:pagina|pagină|articolul) (?:căutată |solicitată )?(?:nu (?:a fost găsită?|există|este disponibilă?)|inexistentă|negăsită)',
  '(?:η |το )?(?:σελίδα|άρθρο) (?:δεν (?:βρέθηκε|υπάρχει|είναι διαθέσιμ\\p{L})|που .{0,24} δεν (?:βρέθηκε|υπάρχει))',
  'trang không tồn tại|halaman tidak ditemukan|(?:ไม่พบหน้า|पृष्ठ नहीं मिला|העמוד לא נמצא|صفحه (?:مورد نظر )?(?:پیدا نشد|یافت نشد))',
);

export const NOT_FOUND_TEXT = anyOf(
  "(?:page|article|story|link) (?:that )?you(?:[’']re| are| were|[’']ve| have|[’']ve| followed)? ?(?:looking for|requested|trying to|asked for|wanted)",
  "(?:can(?:no|[’'])t|could ?n[o’']t|unable to|not) (?:be )?(?:found|find|locate) (?:that |the |this |your )?(?:requested )?(?:page|article|story)",
  "page (?:can ?not|could not|can[’']t|couldn[’']t) be found",
  '(?:page|article|story) (?:may|might) have (?:been )?(?:moved|removed|deleted|expired)',
  '(?:gesuchte|angeforderte|aufgerufene|gewünschte) (?:seite|artikel)',
  'page (?:que vous (?:cherchez|recherchez|demandez)|demandée|recherchée)',
  'página (?:que (?:busca|estás buscando|intenta)|solicitada)',
  'pagina (?:che (?:cerchi|stai cercando|hai richiesto)|richiesta|cercata)',
  'página (?:que (?:procura|você (?:procura|está procurando))|solicitada|requisitada)',
  'pagina (?:die (?:je|u) zoekt|bestaat niet)',
  'strona,? (?:której szukasz|o podanym adresie)',
  'страниц[аыу],? (?:которую вы ищете|не найдена|не существует)',
  'сторінк[аиу],? (?:яку ви шукаєте|не знайдено|не існує)',
  'aradığınız sayfa',
  'الصفحة (?:التي تبحث عنها|المطلوبة)',
  '(?:访问|查找)的(?:页面|内容)不存在',
  '(?:sidan|artikeln),? (?:som )?du (?:letar efter|söker|försöker|sökte)|(?:siden|artikkelen|artiklen),? (?:som )?du (?:leter etter|leder efter|søker|søger|prøver|ser etter|forsøger)',
  '(?:etsimääsi|hakemaasi|pyytämääsi) (?:sivua|sivu|artikkeli)|(?:stránka|stránku|článek|článok),? (?:kterou|ktorú|který|ktorý) (?:hledáte|hľadáte|jste|ste)|(?:a |az ön által )keresett (?:oldal|cikk)|pagina (?:pe care o (?:căutați|cauți|cautati)|căutată|solicitată)|(?:σελίδα|άρθρο) που (?:ψάχνετε|αναζητάτε|ζητήσατε)',
  'お探しのページ',
  '요청하신 페이지',
);

/** Names that only checks for bots have. */
export const CERTAIN_CHALLENGE = whole(
  'just a moment(?: please)?',
  'attention required',
  'access to this page (?:has been|is|was) denied',
  '(?:please )?verify (?:that )?you are (?:a )?(?:human|not a (?:ro)?bot)',
  '(?:\\p{L}+ )?security checkpoint',
  'checking your browser before accessing.{0,60}',
  'ddos-guard|pardon our interruption|client challenge|robot or human',
  "making sure you(?:[’']re| are) not a (?:ro)?bot|additional security check is required|sucuri website firewall|access denied[^\\p{L}\\p{N}]+sucuri website firewall|radware (?:captcha|bot manager captcha)(?: page)?|your access to this site has been limited(?: by the site owner)?|(?:error[^\\p{L}\\p{N}]*)?(?:the )?request could not be satisfied",
);

/** These, and those that stories have as well. */
export const CHALLENGE_NAME = whole(
  CERTAIN_CHALLENGE.source,
  'access denied',
  'are you (?:a )?(?:human|(?:ro)?bot)',
  'security (?:check|checkpoint|verification)(?: required)?',
  '(?:please wait[,.]* )?(?:verifying|checking)(?: your browser| you are human| if the site connection is secure| the site connection security)?',
  'one more step|human verification|(?:ro)?bot (?:check|verification)|captcha',
  "verification required|before we continue|403 error|not acceptable|(?:i am|i[’']m) not a robot",
  'vercel-sicherheitscheckpoint|ich stelle sicher,? dass du kein bot bist|(?:bitte )?bestätigen sie,? dass sie (?:ein mensch|kein (?:ro)?bot(?:er)?) sind|sind sie ein (?:mensch|roboter)|sicherheits(?:prüfung|überprüfung|abfrage|check)|zugriff auf diese seite wurde (?:verweigert|blockiert)',
  "vérification (?:de sécurité|requise)|(?:nous )?vérifi\\p{L}+ que vous (?:êtes (?:un )?humain|n[’']êtes pas un robot)|êtes-vous un (?:robot|humain)|point de contrôle de sécurité.{0,12}|contrôle de sécurité",
  '(?:verificación|control|comprobación) de seguridad|(?:verifi\\p{L}+|confirm\\p{L}+) que (?:eres|usted es|es|no eres) (?:un )?(?:ser )?(?:humano|robot)|¿?eres un robot|verifica di sicurezza|controllo di sicurezza|(?:verifica|conferma) di essere (?:un )?(?:essere )?umano|sei un robot|verificação de segurança|(?:confirme|verifique) que (?:você )?(?:é|não é) (?:um )?(?:ser )?(?:humano|robô)|solo un momento|apenas um momento',
  'een ogenblik(?: geduld)?|beveiligingscontrole|(?:bevestig|controleer|verifieer) dat (?:je|u) (?:een mens|geen robot) bent|(?:jeszcze )?chwil(?:a|eczkę)|weryfikacja (?:bezpieczeństwa|użytkownika)|potwierdź,? że (?:jesteś człowiekiem|nie jesteś robotem)|sprawdzanie bezpieczeństwa',
  'проверка(?: безопасности| браузера| пользователя)?|проверка браузера перед .{0,60}|подтвердите,? что (?:вы не робот|вы человек|запросы отправляли вы,? а не робот)|вы не робот|перевірка (?:безпеки|браузера)|підтвердьте,? що ви (?:не робот|людина)|ви не робот',
  'güvenlik (?:kontrolü|doğrulaması)|(?:robot olmadığınızı|insan olduğunuzu) doğrulayın|robot musunuz|(?:ال)?تحقق (?:من )?(?:ال)?(?:أمان|أمني|الأمني)|هل أنت (?:روبوت|إنسان)|تحقق من أنك (?:إنسان|لست روبوتا?)',
  '(?:安全|访问|訪問|人机|人機|真人|身份|滑块|滑動)(?:验证|驗證|检查|檢查|检测|檢測)|(?:请|請)?(?:完成|进行|進行)(?:安全)?(?:验证|驗證)|(?:セキュリティ|アクセス)(?:チェック|確認|検証)|(?:あなたは)?(?:ロボット|人間)(?:ではない|である)?(?:こと)?(?:を|の)?確認.{0,12}|(?:보안|접속|로봇) ?(?:확인|검사|인증|점검)|사람인지 확인.{0,10}',
  '(?:vänta )?(?:bara )?ett ögonblick|säkerhetskontroll|(?:bekräfta|verifiera) att du (?:är (?:en )?människa|inte är en robot)|(?:bare )?et øyeblikk|et øjeblik|sikkerhets(?:sjekk|kontroll|tjek|kontrol)|(?:bekreft|bekræft) at du (?:er (?:et )?menneske|ikke er en robot)|hetkinen|hetki|turvatarkistus|vahvista,? että olet ihminen|(?:okamžik|moment) prosím|bezpečnostní kontrola|bezpečnostná kontrola|(?:ověřte|potvrďte|overte),? že (?:jste člověk|nejste robot|ste človek|nie ste robot)|egy pillanat|biztonsági ellenőrzés|(?:erősítse meg|igazolja),? hogy (?:ember|nem robot)|un moment|verificare de securitate|(?:confirmați|verificați) că sunteți (?:om|uman)|μια στιγμή|έλεγχος ασφαλείας|επιβεβαιώστε ότι (?:είστε άνθρωπος|δεν είστε ρομπότ)',
  'request (?:blocked|rejected|denied)|blocked|(?:sorry,? )?you have been blocked|your (?:request|access|ip(?: address)?) has been blocked',
  '(?:error[^\\p{L}\\p{N}]*)?403(?:[^\\p{L}\\p{N}]+forbidden)?|forbidden|unauthori[sz]ed(?: access)?',
  '(?:nur )?einen moment(?: bitte)?|un instant|un momento|um momento|even geduld|chwileczkę|один момент|зачекайте|bir dakika lütfen|لحظة|请稍候|請稍候|しばらくお待ちください|잠시만 기다리십시오',
  'zugriff verweigert|accès refusé|acceso denegado|accesso negato|acesso negado|toegang geweigerd|odmowa dostępu|доступ (?:запрещ[её]н|заборонено)|erişim engellendi|访问被拒绝|アクセスが拒否されました',
);

export const CHALLENGE_TEXT = anyOf(
  'enable javascript and cookies to continue',
  "verify (?:that )?you(?: are|[’']re) (?:a human|human|not a (?:ro)?bot)|made us think (?:that )?you (?:were|are) a (?:ro)?bot|confirm (?:that )?you are (?:a )?(?:human|not a (?:ro)?bot)|(?:making sure|confirm|checking) (?:that )?you(?: are|[’']re) (?:human|not a (?:ro)?bot)|not a robot (?:checkbox|test)|slide (?:right|the) .{0,30}(?:secure|complete|verify)|(?:behaviou?r of the browser|something about your browser) .{0,40}|set up anubis|you have been blocked in error|access to this (?:service|site|page) has been (?:limited|denied|blocked)|the requested url was rejected|whitelist your ip|generated by cloudfront|mod_?security|incapsula incident|using a security service to protect itself|you(?:[’']re| are) (?:a power user|browsing .{0,30}speed)",
  'bestätigen sie,? dass sie (?:ein mensch|kein (?:ro)?bot)|ungewöhnlichen (?:datenverkehr|zugriff)|überprüfen (?:sie,? ob sie ein mensch|ihren browser)|drücken und halten',
  '(?:vérifi|confirm)\\p{L}+ que vous êtes (?:un )?(?:être )?humain|comportement du navigateur|vérifier la sécurité de votre connexion|trafic inhabituel|nous vérifions votre navigateur|(?:verifi|confirm)\\p{L}+ que (?:usted |você )?(?:es|eres|é) (?:un |um )?(?:ser )?humano|tráfico inusual|tráfego incomum|(?:verifica|conferma) di essere (?:un )?(?:essere )?umano|traffico (?:insolito|anomalo)',
  '(?:verifieer|bevestig|controleer) (?:of|dat) (?:je|u) (?:een )?mens|ongebruikelijk verkeer|potwierdź,? że (?:jesteś człowiekiem|nie jesteś robotem)|nietypowy ruch|подтвердите,? что (?:вы |запросы )|запросы .{0,40}похожи на автоматические|провер(?:яем|ка) (?:ваш(?:его)? )?браузер|підтвердьте,? що ви (?:людина|не робот)|перевіряємо (?:ваш )?браузер|(?:gerçek kişi|insan|robot) (?:olduğunuzu|olmadığınızı) doğrula|olağan dışı trafik',
  'تحقق من أنك (?:إنسان|لست)|حركة (?:مرور|بيانات) غير (?:عادية|معتادة)|(?:验证|驗證|确认|確認)(?:您|你)是(?:真人|人类|人類)|(?:拖动|拖動|滑动|滑動)(?:滑块|滑塊)|(?:完成|通过|通過)(?:下方|以下|安全)?(?:的)?(?:验证|驗證)(?:后|後)|异常流量|異常流量|(?:人間|ロボット)(?:である|ではない|でない)ことを(?:確認|証明)|通常と異なるトラフィック|사람인지 확인|로봇이 아닙니다|비정상적인 (?:접근|트래픽|활동)',
  '(?:verifiera|bekräfta) att du är (?:en )?människa|ovanlig trafik|(?:bekreft|bekræft) at du er (?:et )?menneske|uvanlig trafikk|usædvanlig trafik|vahvista,? että olet ihminen|epätavallista liikennettä|(?:ověřte|potvrďte),? že jste člověk|neobvykl\\p{L}+ provoz|(?:erősítse meg|igazolja),? hogy (?:ön )?(?:ember|nem robot)|szokatlan forgalom|(?:confirmați|verificați) că sunteți (?:om|uman)|trafic neobișnuit|επιβεβαιώστε ότι είστε άνθρωπος|ασυνήθιστη κίνηση',
  'checking (?:if the site connection is secure|your browser before)',
  'verify(?:ing)? (?:that )?you are (?:a )?human',
  'unusual (?:traffic|activity) from',
  'complete the security check',
  'needs to review the security of your connection',
  'prove you are (?:a )?human',
  'press (?:&|and) hold',
  'ray id:',
  '(?:complete|solve|enter|fill in|type|pass) (?:the |this |a )?captcha|captcha (?:below|challenge|to (?:continue|prove|proceed))',
  'why have i been blocked',
  'automated access',
  'your request (?:has been|was) blocked',
  "don[’']t have permission to access",
  'bestätigen sie, dass sie kein roboter|ich bin kein roboter',
  'vérifi\\p{L}+ que vous n.êtes pas un robot|je ne suis pas un robot',
  'no (?:eres|soy) un robot|non sono un robot|não (?:é|sou) um robô|ik ben geen robot|nie jestem robotem|я не робот|robot değilim|أنا لست برنامج روبوت|我不是机器人|我不是機器人|私はロボットではありません|로봇이 아닙니다',
);

export const LOGIN_NAME = whole(
  '(?:please )?(?:log ?in|sign ?in)(?: or (?:register|sign up|create an account))?(?: to (?:continue|read on|read this|keep reading|your account|view this).{0,40})?',
  '(?:member|subscriber|user|account) (?:log ?in|sign ?in)|log ?in (?:required|page)|register|create (?:an |your )?account',
  '(?:bitte )?(?:anmelden|einloggen|anmeldung)|melden sie sich (?:bitte )?an',
  '(?:se )?connexion|se connecter|connectez-vous|identifiez-vous|identification',
  'iniciar sesi[óo]n|inicia sesión|acceder|inicie sesión|accedi|accesso|entrar|fa[çc]a login|inloggen|log in',
  'zaloguj(?: się)?|logowanie|вход|войти|авторизация|увійти|вхід|авторизація|giriş yap|üye girişi|تسجيل الدخول',
  '登录|登入|登錄|用户登录|ログイン|로그인',
  'iniciar sessão|logga in|inloggning|logg (?:inn|på)|innlogging|log (?:ind|på)|kirjaudu(?: sisään)?|kirjautuminen|přihlášení|přihlásit(?: se)?|přihlaste se|prihlásenie|prihlásiť sa|bejelentkezés|belépés|autentificare|conectare|intră în cont|σύνδεση|είσοδος|đăng nhập|masuk|התחברות|ورود|เข้าสู่ระบบ',
);

export const LOGIN_TEXT = anyOf(
  '(?:log|sign) in (?:with|to|using|or)',
  'forgot(?:ten)? (?:your )?password|remember me|create an account|register (?:for free|now)|(?:need|have) an account|not a member',
  'passwort vergessen|noch kein konto|melden sie sich an|mot de passe oublié|connectez-vous|créer un compte',
  'contraseña|inicie sesión|iniciar sesión|password dimenticata|accedi (?:al|con)|senha|wachtwoord|hasł[ao]|zaloguj się',
  'парол[ья]|войдите|увійдіть|şifremi unuttum|giriş yap|كلمة المرور|密码|密碼|パスワード|비밀번호',
  'lösenord|logga in|passord|logg inn|adgangskode|log ind|salasana|kirjaudu|hesl[oa]|přihlas|prihlás|jelszó|jelszav|jelentkezz|parol[ăa]|autentific|κωδικό|συνδεθείτε|palavra-passe|crie? uma conta',
);

/** What a page says that sells the rest of its text. */
export const OFFER_TEXT = anyOf(
  'subscribe (?:now )?to (?:read|continue|keep reading|unlock|get (?:full|unlimited) access)|to (?:continue|keep) reading,? (?:please )?(?:subscribe|log in|sign in|register|start)|(?:subscribe|register|sign up|log in|sign in) to (?:continue|keep) reading',
  "(?:article|story|content) is (?:only |exclusively )?(?:for|available to|reserved for) (?:our )?(?:paying |paid |premium )?(?:subscribers|members)|subscriber[- ]only|(?:for|to) subscribers only|already a (?:subscriber|member)\\?|unlock this (?:article|story)|you(?:[’']ve| have) reached your (?:limit|article limit)|start your free trial",
  '(?:weiterlesen|lesen) mit (?:\\S+ )?(?:abo|plus|premium)|(?:nur |exklusiv )?für (?:unsere )?abonnent|(?:bereits|schon) (?:ein )?(?:abo|abonnent|abonniert)|jetzt (?:weiterlesen|abonnieren und|freischalten)|diesen (?:artikel|inhalt) (?:jetzt )?(?:freischalten|weiterlesen)|artikel ist (?:kostenpflichtig|nur für)|um weiterzulesen',
  '(?:article|contenu|suite)(?: de cet article)? (?:est )?réservée? (?:aux|à nos) abonné|il vous reste .{0,20}(?:de cet article )?à lire|abonnez-vous pour (?:lire|continuer|accéder)|pour lire la suite|déjà abonnée? ?\\?',
  '(?:contenido|artículo) (?:exclusivo|solo) para (?:suscriptores|socios)|suscríbe(?:te|se) para (?:leer|seguir|continuar)|para (?:seguir|continuar) leyendo|¿ya (?:eres|es) suscriptor',
  '(?:contenuto|articolo) (?:riservato|esclusivo) (?:agli|per gli) abbonati|abbonati per (?:leggere|continuare)|per continuare a leggere|sei già abbonato',
  '(?:conteúdo|artigo|matéria) exclusiv[ao] para (?:assinantes|subscritores)|assine para (?:ler|continuar)|para continuar a? ?lendo|já é assinante',
  'verder lezen\\?|lees verder met|(?:alleen|exclusief) voor abonnees|al abonnee\\?|word abonnee om',
  '(?:tylko|wyłącznie) dla (?:subskrybentów|prenumeratorów|abonentów)|dostęp do (?:całego|pełnego) artykułu|czytaj dalej z subskrypcją|masz już (?:konto|subskrypcję)\\?|zostało .{0,10}% (?:artykułu|tekstu)',
  '(?:только|доступ\\p{L}+) (?:для )?(?:по )?подпис(?:чик|к)|оформите подписку,? чтобы|(?:лише|тільки) для (?:перед)?платник|оформіть (?:перед)?плату,? щоб',
  'sadece aboneler|aboneler(?:e|imize) özel|devamını okumak için (?:abone|üye)|للمشتركين فقط|اشترك (?:الآن )?لقراءة|لمواصلة القراءة',
  '(?:订阅|訂閱|付费|付費|会员|會員)(?:后|後|才能|可)?(?:继续|繼續)?(?:阅读|閱讀)|(?:仅限|僅限|只限)(?:订阅|訂閱|会员|會員)',
  '会員限定|(?:続き|全文)(?:を|は).{0,16}(?:会員|登録|購読|ログイン)|(?:구독자|회원|유료회원) 전용|구독(?:하고| 후) .{0,12}(?:읽|보)',
  '(?:bli|teckna|börja) .{0,30}(?:för att (?:läsa|fortsätta)|läs vidare)|prenumerera för att (?:läsa|fortsätta)|(?:endast|bara|exklusivt) för (?:våra )?prenumeranter|läs (?:vidare|hela artikeln) med|redan prenumerant\\?',
  '(?:bli|bliv) (?:abonnent|abonnement|medlem) .{0,12}for å? ?(?:at )?(?:lese|læse)|(?:abonner|køb|kjøp|få) .{0,20}for å? ?(?:at )?(?:lese|læse)|(?:kun|bare|forbeholdt) (?:for )?(?:våre |vores )?abonnenter|(?:allerede|er du) abonnent\\?|les videre med|læs videre med',
  'tilaa (?:ja |jatkaaksesi |niin ).{0,24}luke|(?:vain|ainoastaan) tilaajille|jatka lukemista (?:tilaamalla|tilaajana)|oletko jo tilaaja|(?:předplaťte|predplaťte) si .{0,40}(?:čt|čít|člán)|(?:pouze|jen|iba|len) pro (?:předplatitele|predplatiteľov)|(?:jste|ste) (?:už|již) (?:předplatitel|predplatiteľ)|pro pokračování ve čtení|dočtěte? s předplatným',
  'fizessen elő|előfizetőink(?:nek)? (?:számára|olvashat)|(?:csak|kizárólag) előfizetők|(?:már|ön) előfizető|a (?:cikk )?folytatásához (?:előfizet|jelentkezz)|abonează-te (?:ca să|pentru a) (?:citi|continua)|(?:doar|exclusiv|numai) pentru abonați|ești deja abonat|(?:γίνετε|εγγραφείτε) .{0,24}για να (?:συνεχίσετε|διαβάσετε)|(?:μόνο|αποκλειστικά) για συνδρομητές|είστε ήδη συνδρομητ',
);
