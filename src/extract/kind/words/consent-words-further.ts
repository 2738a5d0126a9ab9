/** `consent-words.ts` in further languages of the press. Data only. */
import type { ConsentWords } from './consent-words.ts';

const RUSSIAN: ConsentWords = {
  partners:
    'мы (?:и|вместе с) (?:[\\p{L}\\p{N}]+ ){0,4}партн[её]р|наш(?:и|ими|их|им) (?:[\\p{L}\\p{N}]+ ){0,2}партн[её]р',
  device:
    '(?:хран|доступ|сохран|записыва|получа).{0,70}(?:на|к|с) (?:\\p{L}+ )?(?:устройств|браузер|компьютер)',
  heading:
    '(?:мы )?(?:ценим|уважаем|заботимся о|бережно относимся к) (?:вашу|вашей) (?:конфиденциальност|приватност|частн)|ваша (?:конфиденциальность|приватность) .{0,12}важна|прежде чем продолжить|(?:ваше|нужно ваше) согласие',
  choice:
    '(?:отозвать|изменить|дать|настроить|управлять) .{0,30}(?:согласи|настройк|выбор|предпочтени)|вы (?:можете|соглашаетесь|даёте|даете) .{0,60}(?:соглас|отозвать|отказ|измен|настро|использован|обработк)|в любое время|в любой момент|нажимая .{0,50}(?:соглаша|прин)',
  purposes:
    'персонализированн\\p{L}+ (?:реклам|контент|объявлен)|(?:измерени|оценк)\\p{L} (?:эффективности )?(?:реклам|контент|объявлени)|(?:изучени|исследовани)\\p{L} аудитори|разработк\\p{L} (?:услуг|сервис|продукт)|точн\\p{L}+ (?:данн\\p{L}+ )?(?:о )?(?:гео|местополож)|законн\\p{L}+ интерес',
  cookies:
    '(?:мы|наш сайт|этот сайт|сайт) (?:\\p{L}+ ){0,3}использу\\p{L}+ .{0,40}(?:cookie|куки|технологи)|использу\\p{L}+ (?:файл\\p{L} )?(?:cookie|куки).{0,40}(?:вы|ваш)|оставаясь на сайте|продолжая (?:использовать|пользоваться|просмотр)',
  pay: '(?:продолжить|читать|пользоваться) (?:бесплатно )?с рекламой|(?:подпи\\p{L}+|оплат\\p{L}+) или (?:прин|соглас)|(?:принять|согласиться) или (?:подпис|оплат)|без рекламы и (?:отслежив|слежк)',
  button:
    '(?:принять|отклонить|отказаться|разрешить)(?: (?:вс[её]|все cookie|cookie|и (?:закрыть|продолжить)))?|принимаю|соглас(?:ен|на|иться)|(?:настро\\p{L}+|управл\\p{L}+|параметры|подробнее)(?: .{0,24})?|только необходимые|понятно|хорошо',
  about:
    'cookie|куки|согласи|конфиденциальн|приватност|партн[её]р|персональн|ваши данные|реклам|устройств|принять|отклонить|настройк|законн\\p{L}+ интерес',
};

const UKRAINIAN: ConsentWords = {
  partners:
    'ми (?:та|і|й|разом з) (?:[\\p{L}\\p{N}]+ ){0,4}партнер|наш(?:і|ими|их|им) (?:[\\p{L}\\p{N}]+ ){0,2}партнер',
  device: '(?:зберіг|доступ|збереж|запис|отрим).{0,70}(?:на|до|з) (?:\\p{L}+ )?(?:пристро|браузер|комп)',
  heading:
    '(?:ми )?(?:цінуємо|поважаємо|дбаємо про) (?:вашу|ваші|вашої) (?:приватн|конфіденц|дан)|ваша (?:приватність|конфіденційність) .{0,12}важлив|перш ніж продовжити|(?:ваша|потрібна ваша) згода',
  choice:
    '(?:відкликати|змінити|надати|налаштувати|керувати) .{0,30}(?:згод|налаштуван|вибор|вибір|параметр)|ви (?:можете|погоджуєтес|надаєте|даєте) .{0,60}(?:згод|відклик|відмов|змін|налашту|використан|обробк)|у будь-який (?:час|момент)|натискаючи .{0,50}(?:погодж|прий)',
  purposes:
    'персоналізован\\p{L}+ (?:реклам|контент|вміст|оголошен)|(?:вимірюванн|оцінк|оцінюванн)\\p{L} (?:ефективності )?(?:реклам|контент|вміст)|(?:вивчен|дослідж)\\p{L}+ аудиторі|розробк\\p{L} (?:послуг|сервіс|продукт)|точн\\p{L}+ (?:дан\\p{L}+ )?(?:про )?(?:гео|місце)|законн\\p{L}+ інтерес',
  cookies:
    '(?:ми|наш сайт|цей сайт|сайт) (?:\\p{L}+ ){0,3}використову\\p{L}+ .{0,40}(?:cookie|кукі|файли|технологі)|залишаючись на сайті|продовжуючи (?:використовувати|користуватися|перегляд)',
  pay: '(?:продовжити|читати) (?:безкоштовно )?з рекламою|(?:підпи\\p{L}+|передплат\\p{L}+|оплат\\p{L}+) або (?:прий|погод)|(?:прийняти|погодитися) або (?:підпис|передплат|оплат)',
  button:
    '(?:прийняти|відхилити|відмовитис[яь]|дозволити)(?: (?:все|всі|усе|усі|cookie|і (?:закрити|продовжити)))*|приймаю|згод(?:ен|на)|погоджуюс[яь]|(?:налашту\\p{L}+|керува\\p{L}+|параметри|детальніше|докладніше)(?: .{0,24})?|лише необхідні|зрозуміло',
  about:
    'cookie|кукі|згод[аиу]|погодж|конфіденційн|приватн|партнер|персональн|особист|ваші дані|реклам|пристро|прийняти|відхилити|налаштуван|законн\\p{L}+ інтерес',
};

const TURKISH: ConsentWords = {
  partners:
    'biz ve (?:[\\p{L}\\p{N}]+ ){0,4}(?:ortak|tedarikçi)|(?:iş )?ortaklarımız|(?:\\d+ )?(?:iş )?ortağımız|tedarikçilerimiz',
  device:
    '(?:cihaz|tarayıcı|bilgisayar)\\p{L}* .{0,60}(?:sakl|depol|eriş)|(?:sakl|depol|eriş)\\p{L}* .{0,60}cihaz',
  heading:
    'gizliliğinize (?:önem|değer|saygı)|gizliliğiniz (?:bizim için )?önemli|kişisel verileriniz(?:in)? (?:bizim için )?önem|devam etmeden önce|verilerinizin (?:gizliliği|güvenliği)|onayınız(?:a| )',
  choice:
    '(?:izin|onay|rıza|tercih|seçim)\\p{L}* .{0,40}(?:geri (?:al|çek)|(?<!\\p{L})(?:değiştir|yönet|ver(?:mek|iyor|ebil|erek|dim)))|istediğiniz (?:zaman|an)|dilediğiniz (?:zaman|an)|(?:kabul|ret|red)\\p{L}* edebilirsiniz|tıklayarak .{0,60}(?:kabul|onay|izin)|kabul etmiş (?:olursunuz|sayılırsınız)',
  purposes:
    'kişiselleştirilmiş (?:reklam|içerik)|(?:reklam|içerik)\\p{L}* (?:ve içerik )?(?:ölçüm|performans)|(?:hedef )?kitle\\p{L}* (?:araştırma|içgörü|analiz)|hizmet(?:lerin)? geliştir|(?:kesin|hassas) (?:coğrafi )?konum|meşru menfaat',
  cookies:
    'çerez(?:ler)?(?:i|den|lerden)? (?:kullan|yararlan|faydalan)|(?:sitemiz|bu site|web sitemiz)\\p{L}* .{0,30}çerez',
  pay: 'reklamlarla devam|(?:abone ol|öde)\\p{L}* (?:veya|ya da) kabul|kabul et\\p{L}* (?:veya|ya da) (?:abone|öde)|reklamsız (?:üyelik|abonelik)',
  button:
    '(?:tümünü |hepsini |çerezleri )?(?:kabul et|kabul ediyorum|reddet|onayla|izin ver)(?: ve (?:kapat|devam et))?|(?:tercihleri|seçenekleri|ayarları|çerezleri) (?:yönet|düzenle|göster)|(?:çerez )?ayarlar(?:ı)?|daha fazla(?: .{0,20})?|anladım|tamam|yalnızca gerekli.{0,12}',
  about:
    'çerez|cookie|gizlilik|gizliliğ|onay|rıza|ortak|kişisel veri|verilerin|reklam|kişiselleştir|cihaz|kabul|reddet|tercih|meşru menfaat',
};

const ARABIC: ConsentWords = {
  partners: 'نحن و\\s?(?:[\\p{L}\\p{N}]+ ){0,2}شركا|شركا(?:ؤنا|ئنا|ءنا)|وشركاء(?: لنا)?',
  device: '(?:تخزين|نخزن|الوصول|نخزّن|حفظ|نصل).{0,60}(?:جهاز|متصفح)',
  heading:
    '(?:نحن )?(?:نهتم|نقدر|نقدّر|نحترم|نحرص على) (?:ب)?خصوصيت|خصوصيت(?:ك|كم) (?:تهمنا|مهمة|أولوي)|قبل (?:أن تتابع|المتابعة)|موافقت(?:ك|كم)',
  choice:
    '(?:سحب|تغيير|إدارة|تعديل|إعطاء) (?:موافقت|تفضيلات|خيارات|اختيارات|إعدادات)|يمكن(?:ك|كم) .{0,50}(?:قبول|رفض|سحب|تغيير|إدارة|الموافقة)|في أي وقت|بالنقر (?:على|فوق)|بالضغط على',
  purposes:
    '(?:إعلانات|محتوى|الإعلانات)(?: و\\p{L}+)? (?:ال)?مخصص|قياس (?:أداء )?(?:ال)?(?:إعلان|محتوى)|(?:أبحاث|دراسة|رؤى) (?:ال)?جمهور|تطوير (?:ال)?(?:خدمات|منتجات)|الموقع الجغرافي الدقيق|(?:ال)?مصلحة (?:ال)?مشروعة|المصالح المشروعة',
  cookies:
    '(?:نستخدم|يستخدم (?:هذا )?(?:ال)?موقع(?:نا)?) .{0,30}(?:ملفات تعريف الارتباط|الكوكيز|كوكيز|cookies)|(?:قبول|السماح ب)(?: جميع)? ?ملفات تعريف الارتباط',
  pay: '(?:المتابعة|القراءة|الاستمرار) (?:مجانا )?مع (?:ال)?إعلانات|(?:اشترك|الاشتراك) أو (?:القبول|اقبل|وافق|الموافقة)|(?:اقبل|القبول|وافق|الموافقة) أو (?:اشترك|الاشتراك)|بدون إعلانات',
  button:
    '(?:قبول|رفض|السماح ب|اقبل|أوافق|موافق|أرفض)(?: ?(?:الكل|الجميع|كل شيء|جميع ملفات تعريف الارتباط|وإغلاق|والمتابعة))?|(?:إدارة|تخصيص|إعدادات|المزيد)(?: .{0,24})?|حسنا|فهمت',
  about:
    'ملفات تعريف الارتباط|كوكيز|cookie|خصوصي|موافق|شركا|بيانات(?:ك|كم)? ?(?:ال)?شخصي|بياناتك|إعلان|مخصص|جهاز|قبول|رفض|تفضيلات|المصالح المشروعة',
};

const CHINESE: ConsentWords = {
  partners:
    '我们(?:以?及|和|与)(?:我们的)?.{0,12}(?:合作伙伴|供应商|第三方)|我們(?:以?及|和|與)(?:我們的)?.{0,12}(?:合作夥伴|供應商|第三方)|(?:我们|我們)的.{0,8}合作(?:伙伴|夥伴)',
  device:
    '(?:设备|設備|裝置|装置|终端|終端)(?:上)?.{0,20}(?:存储|存取|儲存|访问|保存|讀取|读取)|(?:存储|储存|儲存|存取|访问|读取).{0,24}(?:设备|設備|裝置|装置)',
  heading:
    '(?:我们|我們)?(?:重视|重視|尊重|珍视|珍視|关心|保護|保护)(?:您|你)的(?:隐私|隱私|私隱|个人数据)|(?:您|你)的(?:隐私|隱私|私隱).{0,8}(?:重要|至上|优先)|在(?:您|你)?(?:继续|繼續)(?:之)?前',
  choice:
    '(?:撤回|更改|管理|设置|設定|調整|给予|自定义)(?:您|你)?的?.{0,6}(?:同意|偏好|选择|選擇|设置|設定)|(?:随时|隨時)|(?:点击|點擊|按下).{0,24}(?:同意|接受)|(?:您|你)(?:可以|可).{0,20}(?:接受|拒绝|拒絕|同意|撤回|更改)',
  purposes:
    '(?:个性化|個人化|个人化|定向)(?:的)?(?:广告|廣告|内容|內容)|(?:广告|廣告|内容|內容)(?:和内容|及內容)?(?:效果)?(?:衡量|测量|測量|評估)|受众(?:研究|洞察|分析)|受眾(?:研究|洞察|分析)|精(?:确|準|准)(?:的)?(?:地理)?(?:位置|定位)|(?:合法|正当)(?:权益|利益)',
  cookies:
    '(?:我们|我們|本网站|本網站|本站|网站)(?:会|會)?(?:使用|采用|採用).{0,16}(?:cookie|曲奇|小型文字)|接受(?:所有|全部)?.{0,4}cookie',
  pay: '(?:订阅|訂閱|付费|付費)或(?:接受|同意)|(?:接受|同意)或(?:订阅|訂閱|付费|付費)|(?:无|無)(?:广告|廣告)(?:订阅|訂閱|阅读|閱讀)|(?:继续|繼續)(?:阅读|閱讀|浏览)?.{0,4}(?:含|带|帶|有)(?:广告|廣告)',
  button:
    '(?:全部|我|一律)?(?:接受|同意|拒绝|拒絕|允许|允許)(?:全部|所有|并继续|並繼續|并关闭|並關閉|所有cookie|所有 cookie)?|(?:管理|设置|設定|自定义|自訂|更多|查看)(?:偏好|选项|選項|设置|設定|详情|cookie| cookie)*|仅(?:限)?必要.{0,8}|知道了|了解更多|不同意',
  about:
    'cookie|隐私|隱私|私隱|同意|合作伙伴|合作夥伴|个人数据|個人資料|个人信息|广告|廣告|个性化|個人化|设备|設備|裝置|接受|拒绝|拒絕|偏好|合法权益',
};

const JAPANESE: ConsentWords = {
  partners:
    '(?:当社|弊社|私たち|当サイト|我々)(?:と|および|及び|ならびに)(?:その|当社の|弊社の|私たちの)?.{0,10}(?:パートナー|ベンダー|第三者)|(?:当社|弊社|私たち)の.{0,8}(?:パートナー|ベンダー)',
  device:
    '(?:デバイス|端末|機器|ブラウザ).{0,20}(?:保存|アクセス|格納)|(?:保存|アクセス).{0,16}(?:デバイス|端末)',
  heading:
    'プライバシー(?:を|の).{0,12}(?:尊重|大切|重視|重要)|(?:お客様|あなた|皆様)のプライバシー|続行する前に|同意のお願い|(?:ご|の)?同意をお願い',
  choice:
    '(?:同意|設定|選択).{0,16}(?:撤回|変更|管理|取り消|拒否)|いつでも|(?:クリック|タップ|押す).{0,20}(?:同意|許可)|(?:同意|拒否|許可)(?:する)?ことができます|同意(?:した|する)(?:もの|こと)と(?:み|見)なし',
  purposes:
    '(?:パーソナライズ|カスタマイズ)(?:された|した|ド)?.{0,4}(?:広告|コンテンツ)|(?:広告|コンテンツ)(?:と|や|および)?(?:コンテンツ|広告)?(?:の)?(?:測定|効果測定|パフォーマンス)|(?:オーディエンス|視聴者|利用者層)(?:に関する)?(?:の)?(?:調査|リサーチ|インサイト|分析)|(?:正確な|詳細な)位置情報|正当な利益',
  cookies:
    '(?:cookie|クッキー)(?:\\s?(?:[（(].{0,20}[)）]))?(?:等|など)?を.{0,6}(?:使用|利用)(?:して|します)|すべての(?:cookie|クッキー)',
  pay: '広告(?:付き|あり|を見て)(?:で)?(?:続ける|読む|閲覧)|(?:購読|登録|有料).{0,6}(?:または|か)(?:同意|許可)|(?:同意|許可).{0,6}(?:または|か)(?:購読|有料)|広告なし(?:で|の)(?:プラン|購読|読む)',
  button:
    '(?:すべて|全て|全部)?(?:に|を)?(?:同意|許可|拒否|承諾|受け入れ)(?:する|して閉じる|して続ける|る|します)?|同意しない|(?:設定|オプション|詳細|cookie設定|クッキー設定|プライバシー設定)(?:を(?:管理|変更|見る|表示)(?:する)?)?|(?:cookie|クッキー)の設定|必要なもののみ|閉じる|詳しく(?:は|見る)',
  about:
    'cookie|クッキー|プライバシー|同意|パートナー|個人(?:データ|情報)|広告|パーソナライズ|デバイス|端末|許可|拒否|設定|正当な利益',
};

const KOREAN: ConsentWords = {
  partners:
    '(?:당사|저희|우리)(?:와|과|는|및| 및|의)? ?(?:당사의 |저희 )?(?:\\S{1,12} ){0,2}(?:파트너|협력사|제휴사|공급업체)',
  device:
    '(?:기기|단말|장치|디바이스|브라우저)\\S{0,3} .{0,24}(?:저장|액세스|접근)|(?:저장|액세스|접근).{0,24}(?:기기|장치|디바이스)',
  heading:
    '(?:개인\\s?정보|프라이버시|사생활)(?: ?보호)?(?:를|을) (?:소중|존중|중요|중시)|계속하기 전에|(?:귀하|고객|사용자|여러분)(?:의|님의) (?:개인\\s?정보|프라이버시)|동의를 구|동의가 필요',
  choice:
    '(?:동의|설정|선택|환경설정)(?:를|을|사항을)? .{0,16}(?:철회|변경|관리|거부)|언제든지|(?:클릭|누르)\\S{0,4} .{0,24}동의|동의(?:하거나|하실| 또는) .{0,16}|(?:수락|거부|동의)할 수 있',
  purposes:
    '(?:맞춤|개인화된|개인 맞춤)(?:형)? ?(?:광고|콘텐츠)|(?:광고|콘텐츠)(?: 및 (?:콘텐츠|광고))? ?(?:성과 )?(?:측정|평가)|(?:잠재고객|오디언스|이용자|대상)(?: 층)? ?(?:조사|연구|분석|인사이트)|(?:서비스|제품) 개발|정확한 (?:지리적 )?위치|정당한 이익',
  cookies:
    '(?:쿠키|cookie)(?:를|와|를 |\\(.{0,12}\\)를) .{0,16}(?:사용|이용)(?:합니다|하고|하며|해)|모든 쿠키',
  pay: '광고(?:와 함께|를 보고|로) (?:계속|읽기)|(?:구독|결제)(?:하거나|\\s?또는) (?:동의|수락)|(?:동의|수락)(?:하거나|\\s?또는) (?:구독|결제)|광고 없이 (?:구독|읽기|보기)',
  button:
    '(?:모두|전체|모든 쿠키) ?(?:수락|동의|허용|거부)(?:하기|함)?|(?:동의|수락|거부|허용)(?:합니다|하기|하고 계속|함|안 함|하지 않음)?|(?:설정|옵션|쿠키 설정|개인정보 설정|환경설정)(?: ?(?:관리|변경|보기))?|필수 .{0,8}|자세히(?: 보기| 알아보기)?|확인',
  about:
    '쿠키|cookie|개인\\s?정보|개인 데이터|프라이버시|동의|파트너|협력사|광고|맞춤|기기|장치|수락|거부|정당한 이익',
};

const SWEDISH: ConsentWords = {
  partners:
    'vi (?:och|samt|tillsammans med) (?:\\S+ ){0,4}(?:partner|leverantör)|(?:våra|vår) (?:\\d[\\d ]* )?(?:\\p{L}+ )?(?:partner|samarbetspartner|leverantör)',
  device:
    '(?:lagr|spar|åtkomst|komma åt|läs).{0,60}(?:på|till|från) (?:en|din|er) (?:\\p{L}+ )?(?:enhet|dator|webbläsare)',
  heading:
    'vi (?:värnar om|värdesätter|respekterar|bryr oss om|värderar) (?:din|ditt) (?:integritet|personliga|privatliv)|din integritet (?:är|betyder)|innan du fortsätter|ditt samtycke',
  choice:
    '(?:återkalla|ändra|ge|hantera|anpassa|dra tillbaka) (?:ditt |dina )?(?:samtycke|inställningar|val|preferenser)|du kan .{0,60}(?:samtyck|återkall|ändra|godkänn|avvisa|neka)|när som helst|genom att (?:klicka|trycka|välja) .{0,40}(?:godkänn|samtyck|accept)',
  purposes:
    '(?:anpassad|personanpassad|personlig|personaliserad)\\p{L}* (?:annons|reklam|innehåll|marknadsföring)|(?:annons|innehålls)-? ?(?:och innehålls)?-?mätning|målgrupps(?:insikter|undersökning|forskning)|produktutveckling|exakt\\p{L}* (?:geo|platsuppgift|position)|(?:berättigat|legitimt) intresse',
  cookies:
    'vi (?:och våra .{0,30})?(?:använder|sätter) .{0,50}(?:cookies|kakor|teknik)|(?:webbplatsen|sajten|sidan) använder (?:cookies|kakor)|godkänn (?:alla )?(?:cookies|kakor)',
  pay: '(?:fortsätt|läs) (?:gratis )?med (?:annonser|reklam)|(?:prenumerera|betala) eller (?:acceptera|godkänn)|(?:acceptera|godkänn)\\p{L}* eller (?:prenumerera|betala)|utan (?:annonser|reklam) och spårning',
  button:
    '(?:acceptera|godkänn|tillåt|avvisa|neka)(?: alla?(?: cookies| kakor)?)?(?: och (?:stäng|fortsätt))?|jag (?:godkänner|accepterar|samtycker)|(?:hantera|anpassa|ändra|fler|visa)(?: .{0,24})?|inställningar|(?:endast|bara) nödvändiga.{0,12}',
  about:
    'cookie|kakor|integritet|samtyck|partner|leverantör|personuppgift|annons|reklam|enhet|acceptera|godkänn|avvisa|inställning|intresse',
};

const NORWEGIAN_DANISH: ConsentWords = {
  partners:
    'vi (?:og|samt|sammen med) (?:\\S+ ){0,4}(?:partner|leverandør)|(?:våre|vores) (?:\\d[\\d. ]* )?(?:\\p{L}+ )?(?:partner|samarbeidspartner|samarbejdspartner|leverandør)',
  device:
    '(?:lagr|gem|opbevar|tilgang|adgang|lese|læse).{0,60}(?:på|til|fra) (?:en|et|din|dit|enheten) ?(?:\\p{L}+ )?(?:enhet|enhed|nettleser|browser|datamaskin|computer)',
  heading:
    'vi (?:verdsetter|respekterer|værdsætter|værner om|tar vare på|passer på|bryr oss om) (?:personvernet ditt|ditt personvern|dit privatliv|din(?:e)? (?:personvern|data|privatliv|privatsfære))|(?:personvernet ditt|ditt personvern|dit privatliv) (?:er|betyr|betyder)|(?:før|inden) du (?:fortsetter|fortsætter|går videre)|ditt samtykke|dit samtykke',
  choice:
    '(?:trekke tilbake|trække|tilbagekalde|endre|ændre|gi|give|administrere|tilpasse) (?:ditt |dit |dine )?(?:samtykke|innstillinger|indstillinger|valg|præferencer|preferanser)|du kan .{0,60}(?:samtykk|trekk|træk|endre|ændre|godta|godkend|avvise|afvise|nekte)|når som helst|til enhver tid|når du vil|ved å (?:klikke|trykke)|ved at (?:klikke|trykke)',
  purposes:
    '(?:tilpass|personlig|persontilpass|personaliser)\\p{L}* (?:annonse|reklame|innhold|indhold|markedsføring)|(?:annonse|innholds|indholds)-? ?(?:og (?:innholds|indholds))?-?måling|(?:målgruppe|publikums)\\p{L}* ?(?:innsikt|indsigt|undersøk|undersøg|forskning)|(?:tjeneste|produkt)utvikling|udvikling af (?:tjenester|produkter)|(?:presis|nøyaktig|præcis|nøjagtig)\\p{L}* (?:geo|posisjon|lokation|placering)|(?:berettiget|legitim) interesse',
  cookies:
    'vi (?:og (?:våre|vores) .{0,30})?(?:bruker|bruger|anvender|benytter) .{0,50}(?:cookies|informasjonskapsler|teknologi)|(?:nettstedet|siden|hjemmesiden|websitet) (?:bruker|bruger|anvender) (?:cookies|informasjonskapsler)|(?:godta|accepter) (?:alle )?(?:cookies|informasjonskapsler)',
  pay: '(?:fortsett|fortsæt|les|læs) (?:gratis )?med (?:annonser|reklamer?)|(?:abonner|betal)\\p{L}* eller (?:godta|accepter)|(?:godta|accepter)\\p{L}* eller (?:abonner|betal)|(?:uten|uden) (?:annonser|reklamer?) og sporing',
  button:
    '(?:godta|aksepter|accepter|tillat|tillad|avvis|afvis|nei til|nej til)(?: alle?)?(?: (?:cookies|og (?:lukk|luk|fortsett|fortsæt)))?|jeg (?:godtar|samtykker|accepterer)|(?:administrer|tilpass|tilpas|endre|flere|vis)(?: .{0,24})?|innstillinger|indstillinger|(?:kun|bare) nødvendige.{0,12}',
  about:
    'cookie|informasjonskaps|personvern|privatliv|samtykke|partner|leverandør|personopplysning|personoplysning|persondata|annonse|reklame|enhet|enhed|godta|accepter|avvis|afvis|innstilling|indstilling|interesse',
};

const FINNISH: ConsentWords = {
  partners:
    'me ja (?:\\S+ ){0,4}(?:kumppan|toimittaj)|(?:kumppani|yhteistyökumppani|toimittaja)(?:mme|emme|namme|eidemme|idemme)',
  device:
    '(?:tallen|pääsy|käyt|luke)\\p{L}* .{0,60}(?:laitte|selaime|tietokone)|laitteel\\p{L}+ .{0,50}(?:tallen|käyt|tieto)',
  heading:
    '(?:arvostamme|kunnioitamme|välitämme) (?:sinun )?(?:yksityisyyt|yksityisyyd|tietosuoj)|yksityisyytesi on|tietosuojasi on|ennen kuin jatkat|suostumuksesi',
  choice:
    '(?:peruuttaa|muuttaa|antaa|hallita|muokata) (?:\\p{L}+ )?(?:suostumu|asetu|valin|evästeaset)|voit .{0,60}(?:suostu|peru|muutt|hyväksy|hylä|kieltäy|hallit)|milloin tahansa|koska tahansa|(?:napsauttamalla|klikkaamalla|painamalla|valitsemalla) .{0,40}(?:hyväksy|suostu)',
  purposes:
    '(?:personoi|kohdenne|yksilöi|räätälöi)\\p{L}* (?:mainon|mainok|sisäl)|(?:mainonnan|mainosten|sisällön) (?:ja sisällön )?mittaa?m|yleisö\\p{L}*tutkimu|palvelujen kehittämi|tuotekehity|tark\\p{L}+ sijain|oikeutet\\p{L}+ (?:etu|edu)',
  cookies: '(?:käytämme|käyttää|tallennamme) .{0,40}eväste|hyväksy (?:kaikki )?evästeet',
  pay: '(?:jatka|lue) (?:ilmaiseksi )?mainosten kanssa|(?:tilaa|maksa) tai hyväksy|hyväksy tai (?:tilaa|maksa)|ilman mainoksia ja seurantaa',
  button:
    '(?:hyväksy|salli|hylkää|kiellä|estä)(?:n)?(?: kaikki)?(?: evästeet)?(?: ja (?:sulje|jatka))?|(?:hallitse|muokkaa|näytä|lisää)(?: .{0,24})?|(?:eväste)?asetukset|vain välttämättömät.{0,12}',
  about:
    'eväste|cookie|yksityisyy|tietosuoj|suostumu|kumppan|henkilötie|tietojasi|mainon|mainok|laitte|hyväksy|hylkää|asetuks|oikeutet',
};

const CZECH_SLOVAK: ConsentWords = {
  partners:
    '(?:my )?(?:a|spolu s) (?:naši|našimi|našich|naši) (?:\\S+ ){0,3}(?:partne|dodavatel)|(?:naši|našimi|našich|naším) (?:\\d[\\d ]* )?(?:\\p{L}+ )?(?:partne|dodavatel)',
  device:
    '(?:ukl[áa]d|uchov|přístup|prístup|přistup|čte|čít).{0,60}(?:v|na|do|ze|k|vo) (?:\\p{L}+ )?(?:zařízen|zariaden|prohlížeč|prehliadač)',
  heading:
    '(?:vážíme si|respektujeme|záleží nám na|ceníme si|dbáme na) (?:va[šs]eho |vaše |vašej )?(?:soukromí|súkromi|vašem soukromí)|va[šs]e (?:soukromí|súkromie) (?:je|nám)|(?:než|skôr ako|předtím než) budete pokračovat|váš souhlas|váš súhlas',
  choice:
    '(?:odvolat|změnit|udělit|spravovat|nastavit|odvolať|zmeniť|udeliť|spravovať|nastaviť) (?:\\p{L}+ )?(?:souhlas|súhlas|nastaven|předvolb|volb)|(?:můžete|môžete) .{0,60}(?:souhlas|súhlas|odvol|změn|zmen|odmítn|odmiet|přij|prij|nastav)|kdykoli|kedykoľvek|kliknut[ií]m na .{0,40}(?:souhlas|súhlas|přij|prij)',
  purposes:
    '(?:personalizovan|přizpůsoben|prispôsoben)\\p{L}* (?:reklam|obsah|inzer)|měření (?:reklam|obsah|výkon)|meranie (?:reklam|obsah|výkon)|(?:průzkum|prieskum|poznatky o)\\p{L}* (?:publik|cílov|cieľov)|(?:vývoj|rozvoj) (?:služ|produkt)|přesn\\p{L}+ (?:geo|poloh)|presn\\p{L}+ (?:geo|poloh)|oprávněn\\p{L}+ zájm|oprávnen\\p{L}+ záuj',
  cookies:
    '(?:používáme|využíváme|používame|využívame) .{0,40}(?:cookie|technologi)|(?:tento web|tyto stránky|táto stránka|web) (?:používá|využívá|používa) .{0,12}cookie|přijmout (?:všechny )?cookie',
  pay: '(?:pokračovat|číst|čítať) (?:zdarma )?s reklam|(?:předplatit|předplaťte|predplatiť|zaplatit) (?:si )?nebo (?:přij|souhlas)|(?:přijmout|souhlasit) nebo (?:předplat|zaplat)|bez reklam a sledování',
  button:
    '(?:přijmout|přijímám|odmítnout|povolit|prijať|odmietnuť|povoliť)(?: v[šs]e(?:chny|tko|tky)?)?(?: (?:cookies|a (?:zavřít|pokračovat|zavrieť|pokračovať)))?|souhlasím|súhlasím|rozumím|(?:spravovat|přizpůsobit|upravit|více|nastavení|nastavenia|spravovať)(?: .{0,24})?|(?:jen|pouze|len|iba) nezbytn.{0,12}',
  about:
    'cookie|soukrom|súkrom|souhlas|súhlas|partne|osobn\\p{L}+ [úu]daj|reklam|personaliz|zařízen|zariaden|přijm|prija|odmít|odmiet|nastaven|oprávn',
};

const HUNGARIAN: ConsentWords = {
  partners: '(?:mi és|mi, valamint|mi, és) (?:\\S+ ){0,4}partner|partnereink|(?:a )?partnerünk',
  device:
    '(?:eszköz|böngésző|számítógép)\\p{L}* .{0,60}(?:tárol|hozzáfér|olvas|ment)|(?:tárol|hozzáfér)\\p{L}* .{0,60}eszköz',
  heading:
    '(?:fontos számunkra|tiszteletben tartjuk|nagyra értékeljük|értékeljük|tiszteljük) (?:az )?(?:ön )?(?:adat|magán|személyes)|(?:az )?(?:ön )?(?:adatvédelme|magánszférája|adatainak védelme|személyes adatainak) .{0,20}fontos|mielőtt (?:folytatná|továbblép)|az ön hozzájárulása',
  choice:
    '(?:hozzájárulás|beállítás|választás)\\p{L}* .{0,40}(?:visszavon|módosít|megad|kezel|megváltoztat)|bármikor|(?:elfogadhatja|elutasíthatja|hozzájárulhat|módosíthatja|visszavonhatja)|(?:kattintva|kattintással)',
  purposes:
    '(?:személyre szabott|testre szabott|személyreszabott) (?:hirdetés|reklám|tartalom|tartalm)|(?:hirdetés|reklám|tartalom)\\p{L}*(?:-? és tartalom)?-?(?:mérés| mérése)|(?:közönség|célcsoport)\\p{L}*(?:kutatás|elemzés|mérés)|szolgáltatás\\p{L}* fejleszt|termékfejleszt|pontos (?:földrajzi )?hely|jogos érdek',
  cookies:
    '(?:sütiket|cookie-?kat|cookie-?t|sütit) .{0,30}(?:használ|alkalmaz)|(?:használunk|alkalmazunk) .{0,30}(?:süti|cookie)|(?:minden|összes) (?:süti|cookie) elfogad',
  pay: 'hirdetésekkel (?:folytat|olvas)|(?:előfizet|fizet)\\p{L}* vagy (?:elfogad)|elfogad\\p{L}* vagy (?:előfizet|fizet)|reklámmentes',
  button:
    '(?:mindet |az összes |összes )?(?:elfogad|elutasít|engedélyez)\\p{L}*(?: (?:mindent|az összeset|és (?:bezár|tovább)).{0,12})?|(?:egyetértek|hozzájárulok|rendben|értem)|(?:beállítások|további|testreszabás|lehetőségek)(?: .{0,24})?|csak a szükséges.{0,12}',
  about:
    'süti|cookie|adatvédel|magánszf|hozzájárul|partner|személyes adat|adatait|hirdetés|reklám|eszköz|elfogad|elutasít|beállítás|jogos érdek',
};

const ROMANIAN: ConsentWords = {
  partners:
    'noi (?:și|şi|si) (?:\\S+ ){0,4}partener|partenerii noștri|partenerii noştri|(?:cei )?(?:\\d+ )?(?:de )?parteneri (?:ai noștri|ai noştri)',
  device:
    '(?:stoc|acces|păstr|salv).{0,60}(?:pe|de pe|la|din) (?:un |dumneavoastră |tău )?(?:dispozitiv|terminal|browser|calculator)',
  heading:
    '(?:respectăm|prețuim|preţuim|apreciem|ne pasă de|protejăm) (?:confidențialitatea|confidenţialitatea|intimitatea|viața (?:dvs|ta))|(?:confidențialitatea|confidenţialitatea|intimitatea) (?:ta|dvs|dumneavoastră) (?:este|contează)|înainte de a continua|consimțământul (?:tău|dvs|dumneavoastră)',
  choice:
    '(?:retrage|modifica|gestiona|acorda|schimba|personaliza|seta) (?:\\p{L}+ )?(?:consimțământ|consimţământ|preferințe|preferinţe|opțiuni|setări|alegeri)|(?:puteți|poți|puteţi|poţi) .{0,60}(?:accept|refuz|retrag|modific|consim|gestion)|(?:în )?orice moment|oricând|(?:făcând|dând|prin) clic pe',
  purposes:
    '(?:reclame|anunțuri|publicitate|conținut)(?: (?:și|şi) (?:conținut|reclame|publicitate))? personaliza|măsurarea (?:reclamelor|anunțurilor|performanței|conținutului|publicității)|(?:cercetarea|studierea|analiza) (?:audienței|publicului)|dezvoltarea (?:de )?(?:servicii|produse|serviciilor|produselor)|(?:geolocaliz|localiz)\\p{L}+ (?:geografică )?(?:precis|exact)|interes\\p{L}* legitim',
  cookies:
    '(?:folosim|utilizăm|stocăm) .{0,50}(?:cookie|tehnologii)|(?:acest site|site-ul (?:nostru)?) ?(?:folosește|utilizează) .{0,12}cookie|accept(?:ă|ați|a) (?:toate )?cookie',
  pay: '(?:continuă|citește) (?:gratuit )?cu reclame|(?:abonează-te|plătește|abonați-vă) sau accept|accept\\p{L}* sau (?:abon|plăt)|fără reclame și (?:fără )?(?:urmărire|tracking)',
  button:
    '(?:accept(?:ă|ați|are)?|refuz(?:ă|ați|are)?|resping(?:e|eți)?|permite(?:ți)?)(?: (?:tot|toate|cookie-urile|și (?:închide|continuă)))*|sunt de acord|(?:gestionează|gestionați|personalizează|setări|mai multe|opțiuni)(?: .{0,24})?|(?:doar|numai) (?:cele )?necesare',
  about:
    'cookie|confidenți|confidenţi|consim[țţ]|partener|date(?:le)? (?:tale|dvs|cu caracter|personale)|reclam|publicit|personaliz|dispozitiv|accept|refuz|preferin|setări|interes\\p{L}* legitim',
};

const GREEK: ConsentWords = {
  partners:
    'εμείς και (?:\\S+ ){0,4}(?:συνεργάτ|προμηθευτ)|(?:οι )?(?:\\d+ )?(?:συνεργάτες|προμηθευτές|συνεργατών|συνεργάτη) μας',
  device: '(?:αποθηκε|πρόσβαση|προσπέλασ|αποκτούμε).{0,70}(?:συσκευ|πρόγραμμα περιήγησης|υπολογιστ)',
  heading:
    '(?:σεβόμαστε|εκτιμάμε|εκτιμούμε|μας ενδιαφέρει|νοιαζόμαστε για|προστατεύουμε) (?:το |τη |την |η )?(?:ιδιωτικό|ιδιωτικότητ|απόρρητ|προστασία)|(?:το απόρρητ|η ιδιωτικότητ)\\p{L}+ σας (?:είναι|έχει)|πριν συνεχίσετε|τη συγκατάθεσή σας',
  choice:
    '(?:ανακαλέσ|αλλάξ|διαχειρ|δώσ|προσαρμόσ|ρυθμίσ)\\p{L}* .{0,30}(?:συγκατάθεσ|προτιμήσ|επιλογ|ρυθμίσ)|μπορείτε να .{0,60}(?:αποδεχ|απορρίψ|ανακαλ|αλλάξ|συναιν|διαχειρ|ρυθμ)|ανά πάσα στιγμή|οποιαδήποτε στιγμή|κάνοντας κλικ|πατώντας',
  purposes:
    'εξατομικευμέν\\p{L}+ (?:διαφημ|περιεχ)|μέτρηση (?:της |του )?(?:απόδοσης |διαφημ|περιεχ)|(?:έρευνα|μελέτη|πληροφορίες) (?:για το |του )?κοινο?[ύυό]|ανάπτυξη (?:υπηρεσι|προϊόν)|ακριβ\\p{L}+ (?:δεδομέν\\p{L}+ )?(?:γεω|τοποθ)|έννομ\\p{L}+ συμφέρ',
  cookies: '(?:χρησιμοποιούμε|χρησιμοποιεί) .{0,40}(?:cookie|τεχνολογ)|αποδοχή (?:όλων )?(?:των )?cookie',
  pay: '(?:συνέχεια|συνεχίστε|διαβάστε) (?:δωρεάν )?με διαφημίσεις|(?:εγγραφ|συνδρομ|πληρώστε)\\p{L}* ή (?:αποδ)|αποδοχή ή (?:συνδρομ|εγγραφ|πληρωμ)|χωρίς διαφημίσεις και',
  button:
    '(?:αποδοχή|απόρριψη|αποδέχομαι|απορρίπτω|συμφωνώ|διαφωνώ|επιτρέπω)(?: (?:όλων|όλα|και (?:κλείσιμο|συνέχεια)))?|(?:διαχείριση|προσαρμογή|ρυθμίσεις|περισσότερ\\p{L}+|προτιμήσεις)(?: .{0,24})?|μόνο (?:τα )?(?:απαραίτητα|αναγκαία)',
  about:
    'cookie|ιδιωτικ|απόρρητ|συγκατάθεσ|συναίνε|συνεργάτ|προσωπικ\\p{L}+ δεδομέν|δεδομένων|διαφημ|εξατομικευ|συσκευ|αποδοχ|αποδέχ|απόρριψ|ρυθμίσ|έννομ',
};

export const FURTHER: readonly ConsentWords[] = [
  RUSSIAN,
  UKRAINIAN,
  TURKISH,
  ARABIC,
  CHINESE,
  JAPANESE,
  KOREAN,
  SWEDISH,
  NORWEGIAN_DANISH,
  FINNISH,
  CZECH_SLOVAK,
  HUNGARIAN,
  ROMANIAN,
  GREEK,
];
