/**
 * How a request for consent speaks, by language and by what it says: the vocabulary of the Transparency and Consent
 * Framework (IAB Europe, TCF policies, appendix B) as sites word it, in the first person and to the reader. Data only;
 * sources of regular expressions, matched without regard to case. Reports on the matter speak of others.
 */

export interface ConsentWords {
  /** “we and our partners”. */
  readonly partners: string;
  /** “store and/or access information on a device”. */
  readonly device: string;
  /** “we value your privacy”. */
  readonly heading: string;
  /** “you can withdraw your consent at any time”. */
  readonly choice: string;
  /** “personalised ads and content, ad and content measurement”. */
  readonly purposes: string;
  /** “we use cookies”. */
  readonly cookies: string;
  /** “read on with ads and tracking”, “accept or subscribe”. */
  readonly pay: string;
  /** Whole lines on buttons. */
  readonly button: string;
  /** Stems of what each of its lines is about. */
  readonly about: string;
}

/** A few words between two that belong together. */
const few = (words: number): string => `(?:[\\p{L}\\p{N}.,'/-]+ ){0,${words}}`;

const ENGLISH: ConsentWords = {
  partners: `(?<!\\p{L})we,? (?:and|&|with) ${few(5)}(?:partners|vendors|third parties)|(?<!\\p{L})our (?:\\d[\\d,. ]* )?(?:trusted |selected |third[- ]party |advertising |iab |tcf )*(?:partners|vendors)|partners and (?:we|us)(?!\\p{L})`,
  device: `(?:stor|access|sav|read|plac|set)\\p{L}* .{0,50}(?:on|from) (?:a|your|the|their) ${few(2)}(?:device|browser|computer|terminal)`,
  heading: `(?:we|\\p{L}+) (?:value|respect|care about|protect)s? your (?:privacy|data|choice)|your (?:privacy|data)(?: ${few(1)}choices)? (?:matters?|is important|comes first|is our priority)|your privacy choices|before you continue|you(?:'re| are) in control of your (?:data|privacy)|(?:asks? for|needs?|requires?) your consent|privacy gate`,
  choice: `(?:withdraw|change|give|manage|set|customi[sz]e|review|revoke|update) (?:your )?(?:consent|preferences|choices|(?:privacy|cookie) (?:settings|preferences|choices))|consent to (?:the use of |our use of )?(?:cookies|the|our|us)|by (?:clicking|pressing|tapping|selecting) .{0,40}(?:accept|agree|consent)|you (?:can|may) (?:accept|consent|agree|reject|refuse|object)|accept (?:all )?(?:cookies )?(?:and|to) continue`,
  purposes:
    'personali[sz]ed (?:ads?|advertis\\p{L}+|content)|(?:ads?|advertising) and content measurement|measure (?:ad|advertising|content) performance|audience (?:insights|research|measurement)|services development|precise (?:geo)?location data|device characteristics|legitimate interest',
  cookies: `(?<!\\p{L})we ${few(6)}(?:use|set|place|store) .{0,40}(?:cookies|similar technologies)|(?:this|our) (?:web)?site uses cookies|accept all cookies|we use cookies|(?:which )?cookies (?:that )?we (?:may|can|set|use|place)`,
  pay: '(?:continue|read|use .{0,20}) with (?:ads|advertising)|(?:subscribe|pay) or (?:accept|consent|agree)|(?:accept|consent|agree) or (?:subscribe|pay)|consent or pay|pay or consent|reject (?:and|&) (?:pay|subscribe|purchase)|(?:ad|tracking)[- ]free subscription|without (?:ads|advertising) (?:and|or) (?:without )?tracking|free with (?:ads|advertising)',
  button:
    '(?:i )?accept(?: all| everything)?(?: cookies)?(?: (?:and|&) (?:close|continue|proceed))?|(?:i )?agree(?: to all)?(?: (?:and|&) (?:close|continue|proceed))?|allow all(?: cookies)?|(?:reject|decline|refuse|deny)(?: all)?(?: cookies)?|(?:do not )?consent|got it|(?:manage|more|set|cookie|privacy) (?:my )?(?:options|preferences|cookies|settings|choices|consent)|customi[sz]e|continue without (?:accepting|agreeing)|(?:save|confirm) .{0,20}(?:exit|choices|settings)|show (?:purposes|details|vendors)|(?:strictly |only )?(?:necessary|essential)(?: cookies)?(?: only)?',
  about:
    'cookie|consent|privacy|partners?(?!\\p{L})|vendors|personal(?:i[sz]ed)? (?:data|ads|content)|your data|device|tracking|advertis|(?<!\\p{L})ads(?!\\p{L})|accept|reject|preferences|purposes|legitimate interest',
};

const GERMAN: ConsentWords = {
  partners: `wir (?:und|sowie|&) ${few(4)}(?:partner|dritt|anbieter)|(?:unsere[nr]? |bis zu )(?:\\d[\\d. ]* )?(?:\\p{L}+ )?partner`,
  device: `(?:speicher|zugriff|zugreif|abruf|ablegen|auslesen|greifen).{0,70}(?:auf (?:einem|ihrem|deinem|dem|ihr|dein)|vo[nm] (?:einem|ihrem)?) ?(?:\\p{L}+)?(?:gerät|rechner|browser)|auf (?:einem|ihrem|deinem) (?:end)?gerät|informationen über (?:ihr|dein) (?:end)?gerät`,
  heading:
    'wir (?:schätzen|respektieren|achten|schützen) ihre (?:privatsphäre|daten)|(?:ihre|deine) (?:privatsphäre|daten) (?:ist|sind|liegt|liegen) uns|datenschutz ?-?einstellungen|(?:ihre|deine) (?:einwilligung|zustimmung|privatsphäre)|bevor (?:sie|du) (?:fortfahren|weiter)|wir (?:brauchen|benötigen) (?:ihre|deine) (?:einwilligung|zustimmung)',
  choice:
    '(?:einwilligung|zustimmung) .{0,60}(?:jederzeit|widerrufen|erteilen|verweigern)|(?:sie|du) (?:können|kannst|willigen|willigst|stimmen|stimmst) .{0,60}(?:zustimmen|ablehnen|ändern|widerrufen|ein|zu)(?!\\p{L})|zustimmen und weiter|mit (?:ihrer|deiner) (?:einwilligung|zustimmung)|(?:ihre|deine) (?:auswahl|einstellungen) .{0,40}(?:ändern|verwalten|anpassen)',
  purposes:
    'personalisierte (?:anzeigen|werbung|inhalte)|(?:anzeigen|werbe|inhalts)-? ?(?:und inhalts)?-?(?:messung|leistung)|zielgruppenforschung|entwicklung (?:und verbesserung )?von (?:angeboten|dienst)|genaue standortdaten|berechtigte[ns]? interesse',
  cookies:
    'wir (?:und .{0,30}partner )?(?:verwenden|nutzen|setzen|speichern) .{0,60}(?:cookies|daten|technologien)|(?:diese|unsere) (?:web)?seite (?:verwendet|nutzt) cookies|cookies (?:zulassen|akzeptieren)|(?:welche )?cookies,? (?:die )?wir (?!nicht)',
  pay: 'mit werbung (?:und (?:cookies|tracking) )?(?:weiter|lesen|nutzen)|weiter(?:lesen)? mit (?:werbung|cookies)|mit werbung und tracking|(?:pur|werbefrei\\p{L}*)[ -]?(?:abo|lesen|nutzen|weiterlesen)|ohne (?:werbung|werbetracking) (?:und tracking )?(?:weiter|lesen|nutzen)|(?:abonnieren|abo abschließen) oder (?:akzeptieren|zustimmen)|(?:akzeptieren|zustimmen) oder (?:abonnieren|abo)',
  button:
    '(?:alle(?:s|n)? |allen )?(?:cookies )?(?:akzeptieren|zustimmen|annehmen|ablehnen|zulassen|erlauben)(?: (?:und|&) (?:weiter|schließen))?|einverstanden|ich stimme zu|einstellungen(?: verwalten| ändern)?|datenschutzeinstellungen|mehr optionen|optionen verwalten|nur (?:notwendige|erforderliche|essenzielle).{0,20}|auswahl (?:bestätigen|speichern)',
  about:
    'cookie|datenschutz|privatsphäre|einwillig|zustimm|partner|personenbezogen|nutzungsdaten|tracking|werbung|werbefrei|anzeigen|gerät|akzeptier|ablehn|einstellungen|interesse|(?<!\\p{L})abo(?!\\p{L})',
};

const FRENCH: ConsentWords = {
  partners: `nous (?:et|ainsi que|avec) ${few(4)}(?:partenaires|fournisseurs|tiers)|nos (?:\\d[\\d. ]* )?(?:\\p{L}+ )?partenaires|partenaires et nous`,
  device: `(?:stock|accéd|accèd|enregistr|conserv|dépos|lire|lisons).{0,60}(?:sur|de|depuis) (?:un|votre|le|l') ?(?:\\p{L}+ )?(?:appareil|terminal|navigateur|ordinateur|équipement)`,
  heading:
    '(?:nous )?respect(?:ons|e|er)? (?:de )?votre (?:vie privée|choix|confidentialité)|votre (?:vie privée|confidentialité|consentement) (?:est|nous|compte)|(?:votre|vos) (?:vie privée|données|choix) .{0,20}(?:important|priorité|importe)|avant de continuer|continuer sans accepter|gestion de vos (?:consentements|cookies)',
  choice:
    '(?:retirer|modifier|donner|gérer|paramétrer|personnaliser|révoquer) (?:vos|votre|ce) (?:consentement|choix|préférences)|vous (?:pouvez|consentez|acceptez) .{0,60}(?:consent|accept|refus|choix|moment|oppos|trait)|en cliquant sur .{0,40}(?:accept|consent)|accepter et continuer|à tout moment|avec votre (?:accord|consentement)',
  purposes:
    "(?:publicités?|annonces|contenus?)(?: et (?:du |de )?(?:contenus?|publicités?))? personnalisée?s?|mesure(?:r)? (?:de |la |d'|l'|les )?(?:performance|audience|publicit|contenu)|études? d'audience|développement (?:de |des )?(?:services|produits)|géolocalisation précise|intérêts? légitimes?",
  cookies:
    'nous (?:et nos .{0,30}partenaires )?(?:utilisons|déposons|stockons) .{0,60}(?:cookies|traceurs|informations|technologies)|(?:ce|notre) site utilise des cookies|accepter les cookies|tout accepter|cookies que nous (?:déposons|utilisons)',
  pay: "(?:s')?abonne(?:r|z-vous)? ou accepte[rz]|accepte[rz] ou (?:s'abonner|abonnez-vous|vous abonner)|(?:continuer|lire|accéder) avec (?:la )?(?:publicité|pub)|sans publicité (?:ciblée|et sans)|refuser et s'abonner|accepter les cookies ou s'abonner|gratuitement en acceptant|accéder (?:gratuitement )?au site en acceptant",
  button:
    "(?:tout )?accepter(?: tout)?(?: les cookies)?(?: (?:et|&) (?:fermer|continuer))?|j'accepte|(?:tout )?refuser(?: tout)?|je refuse|continuer sans accepter|(?:paramétrer|gérer|personnaliser)(?: .{0,30})?|en savoir plus|paramètres(?: des cookies)?|plus d'options|je m'abonne|s'abonner",
  about:
    'cookie|traceurs|vie privée|confidentialité|consent|partenaires|fournisseurs|données (?:personnelles|à caractère)|publicit|personnalis|appareil|terminal|accept|refus|préférences|finalités|abonn|intérêts? légitime',
};

const SPANISH: ConsentWords = {
  partners: `nosotros y ${few(4)}(?:socios|proveedores|terceros|partners)|nuestros (?:\\d[\\d. ]* )?(?:\\p{L}+ )?(?:socios|proveedores|partners)|socios y nosotros`,
  device: `(?:almacen|acced|guard|instal).{0,70}(?:en|de|desde) (?:un|su|tu|el) (?:dispositivo|equipo|terminal|navegador)`,
  heading:
    '(?:valoramos|respetamos|cuidamos|protegemos|nos importa) (?:tu|su|la) (?:privacidad|datos)|(?:tu|su) (?:privacidad|consentimiento) (?:es|nos|importa)|antes de continuar|(?:tu|su) privacidad (?:es|nos)|solicita su consentimiento',
  choice:
    '(?:retirar|cambiar|gestionar|configurar|modificar|dar|revocar) (?:tu|su|sus|tus|el) (?:consentimiento|preferencias|opciones|elecci)|(?:puede|puedes) .{0,60}(?:acept|rechaz|retirar|cambiar|configurar|oponer)|en cualquier momento|aceptar y continuar|al (?:hacer clic|pulsar) .{0,40}acept|con (?:su|tu) (?:consentimiento|acuerdo|permiso)',
  purposes:
    '(?:publicidad|anuncios|contenidos?)(?: y (?:contenidos?|publicidad|anuncios))? personalizad|medición de (?:la )?(?:publicidad|anuncios|contenido|audiencia)|investigación de audiencia|desarrollo de (?:servicios|productos)|localización (?:geográfica )?precisa|interés legítimo|intereses legítimos',
  cookies:
    '(?:usamos|utilizamos|almacenamos) .{0,60}(?:cookies|tecnologías)|(?:este|nuestro) sitio (?:web )?(?:usa|utiliza) cookies|aceptar (?:todas )?(?:las )?cookies',
  pay: '(?:suscr[ií]b\\p{L}+|pagar?) o acept|acept\\p{L}* o (?:suscri|pag)|(?:continuar|leer|navegar|seguir) (?:gratis )?con publicidad|rechazar y (?:suscri|pag)|sin publicidad (?:personalizada|ni)|(?:gratis|gratuit\\p{L}+) (?:con|aceptando) (?:la )?(?:publicidad|cookies)',
  button:
    '(?:aceptar|rechazar|permitir|denegar)(?: todas?| todo| cookies| y (?:cerrar|continuar))*|acepto|no acepto|estoy de acuerdo|(?:configurar|gestionar|administrar|personalizar|más)(?: .{0,30})?|saber más|preferencias|solo (?:las )?necesarias|suscribirse|consentir',
  about:
    'cookie|privacidad|consent|socios|proveedores|datos personales|publicidad|anuncios|personalizad|dispositivo|acept|rechaz|preferencias|finalidades|suscri|interés legítimo',
};

const ITALIAN: ConsentWords = {
  partners: `noi e ${few(4)}(?:partner|fornitori|terze parti|terzi)|(?:i )?nostri (?:\\d[\\d. ]* )?(?:\\p{L}+ )?(?:partner|fornitori)|partner e noi`,
  device: `(?:archivi|acced|memorizz|conserv|salv).{0,70}(?:su|sul|da|dal|di) (?:un |tuo |suo |vostro )?(?:dispositivo|terminale|browser|computer)`,
  heading:
    '(?:rispettiamo|teniamo alla|tuteliamo|ci sta a cuore|valorizziamo|apprezziamo|diamo valore alla) (?:la )?(?:tua|vostra|sua) (?:privacy|riservatezza)|la (?:tua|vostra|sua) privacy (?:è|per noi|ci)|prima di continuare|informativa sui cookie',
  choice:
    '(?:revocare|modificare|gestire|prestare|negare|personalizzare|rifiutare) (?:il |le |la )?(?:tuo|tue|tua|suo|sue|vostro|vostre|proprio)? ?(?:consenso|preferenze|scelte|impostazioni)|(?:puoi|può|potete) .{0,60}(?:accett|rifiut|revoc|modific|gestire|acconsent|consenso)|in qualsiasi momento|accetta e continua|con il (?:tuo|suo|vostro) consenso|cliccando (?:su|sul) .{0,40}acc',
  purposes:
    "(?:annunci|pubblicità|contenuti)(?: e (?:contenuti|annunci|pubblicità))? personalizzat|(?:misurazione|valutazione) (?:delle prestazioni )?(?:degli annunci|dei contenuti|della pubblicità|di annunci|del contenuto|dell'annuncio)|(?:ricerche|osservazioni) (?:di mercato|sul pubblico)|ricerca sul pubblico|sviluppo (?:di|dei) (?:servizi|prodotti)|geolocalizzazione precis|legittimo interesse",
  cookies:
    '(?:usiamo|utilizziamo|archiviamo) .{0,60}(?:cookie|tecnologie)|(?:questo|il nostro) sito (?:usa|utilizza) (?:i )?cookie|accetta(?:re)? (?:tutti )?i cookie',
  pay: 'accett\\p{L}* o abbon|abbon\\p{L}* o accett|(?:continua|leggi|naviga|accedi) (?:gratis )?con (?:la )?pubblicità|rifiut\\p{L}* e abbon|(?:gratis|gratuitamente) (?:accettando|con (?:la )?pubblicità)|senza (?:pubblicità|cookie) (?:profilat|abbon)|abbonati per (?:rifiutare|navigare senza)',
  button:
    '(?:accetta|accetto|accettare|rifiuta|rifiuto|consenti)(?: tutt[oi]| i cookie| e (?:chiudi|continua|abbonati|prosegui))*|acconsento|(?:gestisci|personalizza|imposta|modifica|mostra)(?: .{0,30})?|(?:scopri di )?più (?:opzioni|informazioni)?|impostazioni(?: cookie)?|preferenze(?: cookie)?|continua senza accettare|abbonati|solo (?:i )?necessari',
  about:
    'cookie|privacy|riservatezza|consen[st]|partner|fornitori|dati personali|pubblicit|annunci|personalizz|dispositivo|accett|rifiut|preferenze|scelte|finalità|abbon|legittimo interesse',
};

const PORTUGUESE: ConsentWords = {
  partners: `nós e ${few(4)}(?:parceiros|fornecedores|terceiros)|(?:os )?nossos (?:\\d[\\d. ]* )?(?:\\p{L}+ )?(?:parceiros|fornecedores)|parceiros e nós`,
  device: `(?:armazen|aced|acess|guard).{0,70}(?:n?um|no seu|no|em seu|do seu|do|em um|de um) (?:dispositivo|aparelho|equipamento|navegador|terminal)`,
  heading:
    '(?:valorizamos|respeitamos|prezamos|protegemos|damos valor à|nos preocupamos com) (?:a )?(?:sua|tua) privacidade|a (?:sua|tua) privacidade (?:é|importa)|sua privacidade (?:é|importa)|antes de continuar',
  choice:
    '(?:retirar|alterar|gerir|gerenciar|configurar|dar|revogar|personalizar) (?:o |as |a )?(?:seu|sua|suas) (?:consentimento|preferências|escolhas|opções)|(?:pode|você pode) .{0,60}(?:aceit|rejeit|recus|retirar|alterar|configurar|opor)|a qualquer momento|aceita\\p{L}* e continuar|com o seu (?:consentimento|acordo)|ao clicar em .{0,40}(?:aceit|concord)',
  purposes:
    '(?:anúncios|publicidade|conteúdos?)(?: e (?:conteúdos?|anúncios|publicidade))? personalizad|medição de (?:anúncios|publicidade|conteúdo|desempenho)|(?:pesquisa|estudos?) (?:de|do) (?:público|audiência)|desenvolvimento de (?:serviços|produtos)|geolocalização precisa|interesse legítimo|interesses legítimos',
  cookies:
    '(?:usamos|utilizamos|armazenamos) .{0,60}(?:cookies|tecnologias)|(?:este|nosso) site (?:usa|utiliza) cookies|aceitar (?:todos )?(?:os )?cookies',
  pay: '(?:assin\\p{L}*|subscrev\\p{L}*|pagar) ou aceit|aceit\\p{L}* ou (?:assin|subscrev|pag)|(?:continuar|ler|navegar) (?:grátis )?com (?:publicidade|anúncios)|rejeitar e (?:assinar|subscrever|pagar)|sem publicidade (?:personalizada|e sem)',
  button:
    '(?:aceitar?|rejeitar?|recusar?|permitir)(?: tudo| todos| cookies| os cookies| e (?:fechar|continuar))*|aceito|concordo|(?:gerir|gerenciar|configurar|personalizar|mais)(?: .{0,30})?|saiba mais|saber mais|preferências|definições(?: de cookies)?|apenas necessários',
  about:
    'cookie|privacidade|consent|parceiros|fornecedores|dados pessoais|publicidade|anúncios|personalizad|dispositivo|aceit|rejeit|recus|preferências|finalidades|assin|subscrev|interesse legítimo',
};

const DUTCH: ConsentWords = {
  partners: `(?:wij|we) (?:en|samen met) ${few(4)}(?:partners|leveranciers|derden)|onze (?:\\d[\\d. ]* )?(?:\\p{L}+ )?(?:partners|leveranciers)|partners en wij`,
  device: `(?:opslaan|slaan|bewaren|openen|toegang|raadplegen|plaats|lezen).{0,70}(?:op|tot|van) (?:een|je|jouw|uw|het) (?:apparaat|toestel|computer|browser)`,
  heading:
    '(?:wij|we) (?:respecteren|waarderen|hechten (?:veel )?(?:waarde )?aan|geven om|beschermen) (?:jouw|uw|je) privacy|(?:jouw|uw|je) privacy (?:is|vinden)|voordat (?:je|u) verdergaat|(?:jouw|uw|je) (?:toestemming|privacy-?instellingen)|waardeert (?:jouw|uw|je) privacy',
  choice:
    '(?:toestemming|voorkeuren|keuzes?|instellingen) .{0,40}(?:intrekken|wijzigen|aanpassen|beheren|geven|weigeren)|(?:je|u) (?:kunt|kan|geeft|gaat) .{0,60}(?:toestemming|akkoord|weiger|wijzig|intrek|bezwaar|accepteren)|op elk moment|door (?:op )?.{0,40} te klikken|met (?:jouw|uw|je) toestemming|akkoord (?:en|gaan)',
  purposes:
    'gepersonaliseerde (?:advertenties|inhoud|content)|(?:advertentie|inhouds?|content)-? ?(?:en (?:inhoud|content)s?)?-?meting|(?:doelgroep|publieks)\\p{L}*onderzoek|inzichten? in (?:het )?publiek|ontwikkeling van (?:diensten|producten)|precieze (?:geo)?locatie|gerechtvaardigd belang',
  cookies:
    '(?:wij|we) (?:en onze .{0,30}partners )?(?:gebruiken|plaatsen) .{0,60}(?:cookies|technieken|technologie)|(?:deze|onze) (?:web)?site (?:gebruikt|maakt gebruik van) cookies|cookies (?:accepteren|toestaan)',
  pay: '(?:lees|verder(?:lezen)?|doorgaan) (?:gratis )?met (?:advertenties|reclame|cookies)|(?:abonneren|betalen) of accepteren|accepteren of (?:abonneren|betalen)|zonder (?:advertenties|tracking) (?:en|lezen|verder)|weigeren en (?:abonneren|betalen)',
  button:
    '(?:alles |alle cookies |cookies )?(?:accepteren|weigeren|toestaan|afwijzen)(?: en (?:doorgaan|sluiten))?|(?:ja, )?(?:ik ga )?akkoord|(?:voorkeuren|opties|instellingen|cookies)(?: (?:beheren|wijzigen|aanpassen|instellen))?|cookie-?instellingen|meer (?:opties|informatie)|alleen (?:noodzakelijke?|functionele).{0,12}|nee,? bedankt',
  about:
    'cookie|privacy|toestemming|partners|leveranciers|persoonsgegevens|persoonlijke gegevens|advertenti|gepersonaliseerd|apparaat|accepteren|akkoord|weiger|voorkeuren|doeleinden|gerechtvaardigd belang',
};

const POLISH: ConsentWords = {
  partners: `my (?:i|oraz|wraz z) ${few(4)}(?:partner|dostawc)|nas(?:zymi|zych|zym|i|ze) (?:\\d[\\d. ]* )?(?:\\p{L}+ )?(?:partner|dostawc)|(?:zaufan\\p{L}+|\\d+) partner(?:zy|ów|ami)`,
  device: `(?:przechow|dostęp|zapis|odczyt|uzysk).{0,70}(?:na|do|z|w) (?:\\p{L}+ )?(?:urządzeni|przeglądar|komputer)`,
  heading:
    '(?:szanujemy|cenimy|dbamy o) (?:sobie )?(?:twoją|państwa|pani|pana|waszą) prywatność|(?:twoja|państwa) prywatność (?:jest|ma)|drog\\p{L}+ (?:użytkowni|czytelni)|zanim (?:przejdziesz|kontynuuj)|prosimy o (?:twoją )?zgodę|twoja zgoda',
  choice:
    '(?:wycofać|cofnąć|zmienić|zarządzać|wyrazić|wyrażasz|wyrażam|odmówić|udzielić) .{0,40}(?:zgod|ustawieni|preferencj|wybor)|mo(?:żesz|że pan|gą państwo) .{0,60}(?:zgod|wycofa|zmieni|odmówi|zarządz|sprzeciw|zaakcept)|w (?:dowolnym|każdej) (?:momencie|chwili)|klikając .{0,50}(?:zgadza|akceptuj|wyraża|przejd)|przejdź do serwisu',
  purposes:
    'spersonalizowan\\p{L}+ (?:reklam|treści)|pomiar\\p{L}* (?:reklam|treści|wydajności|efektywności)|bada\\p{L}+ (?:odbiorców|opinii|grup)|rozw(?:ój|oju|ijanie) (?:usług|produktów)|(?:dokładn|precyzyjn)\\p{L}+ (?:danych )?(?:geo)?lokalizac|uzasadnion\\p{L}+ interes',
  cookies:
    '(?:używamy|wykorzystujemy|stosujemy|przechowujemy) .{0,60}(?:cookie|ciasteczk|technologi)|(?:ta|nasza) strona (?:używa|wykorzystuje|korzysta z) .{0,15}(?:cookie|ciasteczk)',
  pay: '(?:czytaj|przejdź|kontynuuj|korzystaj) .{0,20}z reklamami|(?:subskrybuj|zapłać|wykup) .{0,20}(?:lub|albo) (?:zaakceptuj|zgódź)|(?:akceptuj|zaakceptuj|zgódź się) (?:lub|albo) (?:subskrybuj|zapłać|kup)|bez reklam (?:i|oraz) śledzenia',
  button:
    '(?:zgadzam się|akceptuj\\p{L}*|zaakceptuj|odrzu[ćc]\\p{L}*|odmawiam|zezwól|wyrażam zgodę)(?: (?:wszystk\\p{L}+|na wszystk\\p{L}+|i (?:przechodzę|zamykam|kontynuuję|przejdź)).{0,20})?|(?:zarządzaj|dostosuj|zmień|więcej)(?: .{0,30})?|ustawienia(?: .{0,24})?|przejdź do serwisu|tylko niezbędne|nie zgadzam się|rozumiem',
  about:
    'cookie|ciastecz|prywatnoś|zgod[aęy]|zgadza|partner|dostawc|dan\\p{L}+ osobow|twoich danych|reklam|spersonalizowan|urządzeni|akceptuj|odrzu[cć]|ustawieni|preferencj|uzasadnion\\p{L}+ interes',
};

export const WESTERN: readonly ConsentWords[] = [
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  PORTUGUESE,
  DUTCH,
  POLISH,
];
