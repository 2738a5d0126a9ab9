/** How pages on which readers choose their cookies are called, as a whole: “Cookie-Einstellungen”, “Gestion des cookies”. */
import { whole } from './compile.ts';

export const SETTINGS_NAME = whole(
  // English
  '(?:your |my |our |manage (?:your |my )?|change (?:your |my )?|about )?(?:cookies?|consent|privacy|tracking)(?: and (?:cookies?|privacy))?(?:[ -](?:and |& )?(?:consent|privacy))? ?-?(?:settings?|preferences?|choices|options|consent|cent(?:er|re)|manager|management|notice|control)',
  '(?:manage|change|customi[sz]e|choose) (?:your |my )?(?:cookies|consents?|cookie (?:settings|preferences)|privacy)|(?:the )?use of cookies|we use cookies',
  // German
  '(?:ihre |deine |meine |unsere )?(?:cookies?|datenschutz|privatsphären?|tracking|einwilligungs?|consent)[ -]*(?:einstellungen?|präferenzen|auswahl|verwaltung|verwalten|zustimmung|hinweise?|manager|center|optionen)(?: (?:ändern|verwalten|anpassen))?|einstellungen (?:zu|für|zum|der) (?:cookies|datenschutz|privatsphäre)|(?:verwendung|nutzung|einsatz) von cookies|wir (?:verwenden|nutzen) cookies',
  // French
  "(?:gérer |modifier |vos |mes )?(?:paramètres?|paramétrage|préférences?|gestion|gérer|choix|réglages?|configuration|personnalisation|paramétrer|utilisation)(?: (?:de|des|les|vos|mes|en matière de|relatifs aux|sur les)| d[e’'])* ?(?:cookies|traceurs|confidentialité|consentements?|vie privée)(?: et (?:autres )?traceurs)?|cookies et (?:autres )?traceurs|cent(?:re|er) de (?:préférences?|gestion)(?: de la confidentialité)?|nous utilisons des cookies",
  // Spanish, Portuguese, Italian
  '(?:configuración|configurar|ajustes|preferencias|gestión|gestionar|panel de configuración|uso)(?: (?:de|del|tus|sus|las|sobre))* (?:cookies|privacidad|consentimiento)|centro de (?:preferencias|privacidad)(?: de (?:la )?privacidad)?|(?:usamos|utilizamos) cookies',
  '(?:configurações|configuração|definições|preferências|gestão|gerir|gerenciar|uso|utilização)(?: (?:de|dos|os|as|das|seus|sobre))* (?:cookies|privacidade|consentimento)|centro de (?:preferências|privacidade)|usamos cookies',
  '(?:impostazioni|preferenze|gestione|gestisci|configurazione|uso)(?: (?:dei|sui|i|le|tue|di|della|sulla|relative ai))* (?:cookies?|privacy|consensi?)|centro (?:preferenze|privacy)(?: (?:sulla|della) privacy)?|(?:usiamo|utilizziamo) (?:i )?cookie',
  // Dutch and the north
  '(?:uw |jouw |je |mijn )?(?:cookie|privacy)s?[ -]*(?:instellingen|voorkeuren|keuzes?|beheer|toestemming|melding)(?: (?:beheren|wijzigen|aanpassen))?|cookies (?:beheren|instellen)|(?:gebruik van|wij gebruiken) cookies',
  '(?:cookies?|kakor|informasjonskapsler|integritets|personvern|privatlivs|samtykke|samtycke)s?[ -]*(?:inställningar(?:na)?|innstillinger|indstillinger|valg|val|preferenser|samtykke|samtycke)|(?:inställningar|innstillinger|indstillinger) för (?:cookies|kakor)|(?:hantera|administrer|håndter|hanter) (?:cookies|kakor|samtykke|samtycke|informasjonskapsler)|eväste(?:asetukset|valinnat|iden hallinta)|evästeet',
  // The east
  '(?:ustawienia|preferencje|zarządzanie|zarządzaj)(?: (?:plików|plikami|dotyczące plików))? (?:cookies?|ciasteczek|prywatności|zgodami)|nastavení (?:souborů )?(?:cookies?|soukromí)|nastaven(?:ia|ie) (?:súborov )?(?:cookies?|súkromia)|(?:cookie|süti)[ -]*(?:k kezelése|beállítások)|sütik kezelése|setări(?:le)? (?:pentru )?(?:cookie(?:-uri|-urile|s)?|confidențialitate)|postavke (?:kolačića|privatnosti)|nastavitve (?:piškotkov|zasebnosti)|ρυθμίσεις (?:cookies|απορρήτου)',
  '(?:настройк[аи]|управление|использование) (?:файл(?:ов|ами) )?(?:cookies?|куки|конфиденциальности)|(?:налаштування|керування) (?:файл(?:ів|ами) )?(?:cookies?|кукі|конфіденційності)|çerez (?:ayarları|tercihleri|yönetimi|politikası ve ayarları)',
  'إعدادات (?:ملفات تعريف الارتباط|الخصوصية|الكوكيز)|(?:cookie|クッキー|プライバシー)(?:の|に関する)?(?:設定|管理|同意)|(?:cookie|隐私|隱私)(?: )?(?:设置|設定|偏好|首选项)|(?:쿠키|개인정보) ?(?:설정|관리)',
);
