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
);

export const NOT_FOUND_TEXT = anyOf(
  "page (?:that )?you(?:[’']re| are| were|[’']ve| have)? (?:looking for|requested|trying to)",
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
  'お探しのページ',
  '요청하신 페이지',
);

export const CHALLENGE_NAME = whole(
  'just a moment(?: please)?',
  'attention required',
  'access (?:to this page (?:has been|is|was) )?denied',
  'are you (?:a )?(?:human|(?:ro)?bot)',
  '(?:please )?verify (?:that )?you are (?:a )?(?:human|not a (?:ro)?bot)',
  'security (?:check|checkpoint|verification)(?: required)?',
  '(?:\\p{L}+ )?security checkpoint',
  '(?:please wait[,.]* )?(?:verifying|checking)(?: your browser| you are human| if the site connection is secure| the site connection security)?',
  'checking your browser before accessing.{0,60}',
  'ddos-guard|pardon our interruption|one more step|human verification|(?:ro)?bot (?:check|verification)|captcha|client challenge|robot or human',
  'request (?:blocked|rejected|denied)|blocked|(?:sorry,? )?you have been blocked|your (?:request|access|ip(?: address)?) has been blocked',
  '(?:error[^\\p{L}\\p{N}]*)?403(?:[^\\p{L}\\p{N}]+forbidden)?|forbidden|unauthori[sz]ed(?: access)?',
  '(?:nur )?einen moment(?: bitte)?|un instant|un momento|um momento|even geduld|chwileczkę|один момент|зачекайте|bir dakika lütfen|لحظة|请稍候|請稍候|しばらくお待ちください|잠시만 기다리십시오',
  'zugriff verweigert|accès refusé|acceso denegado|accesso negato|acesso negado|toegang geweigerd|odmowa dostępu|доступ (?:запрещ[её]н|заборонено)|erişim engellendi|访问被拒绝|アクセスが拒否されました',
);

export const CHALLENGE_TEXT = anyOf(
  'enable javascript and cookies to continue',
  'checking (?:if the site connection is secure|your browser before)',
  'verify(?:ing)? (?:that )?you are (?:a )?human',
  'unusual (?:traffic|activity) from',
  'complete the security check',
  'needs to review the security of your connection',
  'prove you are (?:a )?human',
  'press (?:&|and) hold',
  'ray id:',
  'captcha',
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
);

export const LOGIN_TEXT = anyOf(
  '(?:log|sign) in (?:with|to|using|or)',
  'forgot(?:ten)? (?:your )?password|remember me|create an account|register (?:for free|now)|(?:need|have) an account|not a member',
  'passwort vergessen|noch kein konto|melden sie sich an|mot de passe oublié|connectez-vous|créer un compte',
  'contraseña|inicie sesión|iniciar sesión|password dimenticata|accedi (?:al|con)|senha|wachtwoord|hasł[ao]|zaloguj się',
  'парол[ья]|войдите|увійдіть|şifremi unuttum|giriş yap|كلمة المرور|密码|密碼|パスワード|비밀번호',
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
);
