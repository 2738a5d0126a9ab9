/**
 * The wordings of `phrases.ts` in further languages of the press, here by language and then by purpose. Data only, and
 * matched together with the others: what a language shares with another stands where it was first.
 */
import type { Phrases, Purpose } from './phrases.ts';

export const FURTHER_PHRASES: Readonly<Record<string, Readonly<Partial<Record<Purpose, Phrases>>>>> = {
  sv: {
    related: {
      opens:
        'läs även|läs också|läs mer|läs vidare|läs hela|läs:|missa inte|se också|se även|se mer|mer om|mer från|relaterat|rekommenderat|fler nyheter|just nu:|lyssna på|titta på|klicka här|grafik:',
      whole:
        'läs även|läs också|läs mer|läs vidare|relaterat|relaterade artiklar|liknande artiklar|mer i ämnet|mer om ämnet|mer från|rekommenderat|rekommenderad läsning|mest läst|mest lästa|senaste nytt|senaste nyheterna|fler nyheter|missa inte|visa mer|visa fler|artikeln fortsätter efter annonsen|artikeln fortsätter under bilden|texten fortsätter under bilden|fortsätt läsa|bildspel|se bilderna',
      has: 'artikeln fortsätter|texten fortsätter',
    },
    newsletter: {
      opens:
        'nyhetsbrev|prenumerera|anmäl dig|få våra|följ oss|ladda ner|ladda hem|håll dig uppdaterad|bli medlem|stöd oss|tipsa oss',
      whole: 'nyhetsbrev|prenumerera|anmäl dig|följ oss|bli prenumerant|tipsa oss|tipsa',
      has: 'vårt nyhetsbrev|våra nyhetsbrev|prenumerera på|följ oss på|ladda ner appen|ladda hem appen',
    },
    share: {
      opens: 'dela artikeln|dela på',
      whole:
        'dela|dela artikeln|dela artikel|dela på facebook|dela på twitter|kopiera länk|spara|skriv ut|lyssna|följ',
    },
    comments: {
      opens: 'kommentera|kommentarer|skriv en kommentar|vad tycker du',
      whole: 'kommentarer|kommentera|kommentera artikeln|visa kommentarer|skriv en kommentar',
    },
    tags: { opens: 'ämnen:|taggar', whole: 'ämnen|taggar|ämnen i artikeln|nyckelord' },
    byline: { opens: 'av: |text: |skribent:|reporter:', whole: 'skribent|redaktionen|om skribenten' },
    date: {
      opens: 'publicerad|publicerat|uppdaterad|uppdaterat|senast uppdaterad',
      whole: 'publicerad|uppdaterad',
    },
    caption: {
      opens: 'foto:|foto |bild:|arkivbild|genrebild|(foto|källa:|illustration:',
      whole: 'foto|bild|arkivbild|genrebild|bilden är ett montage|visa bildtext',
    },
    advert: {
      opens: 'sponsrat|annonssamarbete',
      whole: 'annons|annonser|reklam|sponsrat innehåll|annonssamarbete|annons från',
      has: 'artikeln innehåller annonslänkar|innehåller reklamlänkar',
    },
    legal: {
      opens: 'alla rättigheter',
      whole: 'alla rättigheter förbehållna|kontakta oss|om oss|rätta artikeln|rapportera fel|rättelse',
      has: 'så jobbar vi med|hittat något fel|ansvarig utgivare',
    },
    account: {
      opens: 'logga in|redan prenumerant|bli prenumerant|skapa konto',
      whole: 'logga in|mina sidor|skapa konto|redan prenumerant|endast för prenumeranter',
      has: 'redan prenumerant|för att läsa vidare|för att fortsätta läsa',
    },
  },
  nb: {
    related: {
      opens:
        'les også|les mer|les hele|les saken|les videre|les:|se også|se mer|se video|mer om|relatert|anbefalt|flere saker|siste nytt|klikk her|hør også|saken fortsetter',
      whole:
        'les også|les mer|les flere saker|se også|relatert|relaterte artikler|relaterte saker|anbefalt|anbefalte artikler|mest lest|siste nytt|siste nyheter|flere saker|mer om saken|mer om|vis mer|vis flere|saken fortsetter under annonsen|artikkelen fortsetter under annonsen|artikkelen fortsetter under bildet',
      has: 'saken fortsetter|artikkelen fortsetter',
    },
    newsletter: {
      opens: 'nyhetsbrev|abonner|meld deg på|følg oss|last ned|få nyheter|tips oss|bli abonnent',
      whole: 'nyhetsbrev|abonner|meld deg på|følg oss|bli abonnent|tips oss',
      has: 'vårt nyhetsbrev|våre nyhetsbrev|meld deg på|følg oss på|last ned appen',
    },
    share: {
      opens: 'del artikkelen|del saken|del på',
      whole:
        'del artikkelen|del artikkel|del saken|del på facebook|del på twitter|kopier lenke|lagre|skriv ut|lytt',
    },
    comments: {
      opens: 'kommenter|kommentarer|hva mener du|skriv en kommentar',
      whole: 'kommentarer|kommenter|vis kommentarer|skriv en kommentar|delta i debatten',
    },
    tags: { opens: 'emner|stikkord|temaer', whole: 'emner|stikkord|temaer|nøkkelord' },
    byline: { opens: 'av: |tekst: |journalist:', whole: 'journalist|redaksjonen|om forfatteren' },
    date: { opens: 'publisert|oppdatert|sist oppdatert', whole: 'publisert|oppdatert' },
    caption: {
      opens: 'foto:|foto |bilde:|arkivfoto|arkivbilde|illustrasjonsfoto|illustrasjonsbilde|kilde:',
      whole: 'foto|bilde|arkivfoto|illustrasjonsfoto',
    },
    advert: {
      opens: 'annonsørinnhold',
      whole: 'annonse|annonser|reklame|annonsørinnhold|sponset innhold',
      has: 'fortsetter under annonsen|fortsetter etter annonsen',
    },
    legal: {
      opens: 'alle rettigheter',
      whole: 'alle rettigheter forbeholdt|kontakt oss|om oss|personvern|personvernerklæring',
      has: 'vær varsom-plakaten|ansvarlig redaktør',
    },
    account: {
      opens: 'logg inn|allerede abonnent|bli abonnent',
      whole: 'logg inn|min side|opprett konto|kun for abonnenter',
      has: 'allerede abonnent|for å lese videre|for å lese saken',
    },
  },
  da: {
    related: {
      opens:
        'læs også|læs mere|læs hele|læs videre|læs artiklen|læs:|se også|se mere|se video|mere om|mere fra|relateret|anbefalet|flere nyheder|seneste nyt|klik her|hør også|artiklen fortsætter',
      whole:
        'læs også|læs mere|se også|relateret|relaterede artikler|relateret indhold|anbefalet|mest læst|mest læste|seneste nyt|seneste nyheder|flere nyheder|mere om emnet|mere om|vis mere|vis flere|artiklen fortsætter efter annoncen|artiklen fortsætter under annoncen|artiklen fortsætter under billedet',
      has: 'artiklen fortsætter|historien fortsætter',
    },
    newsletter: {
      opens:
        'nyhedsbrev|abonnér|abonner på|tilmeld dig|følg os|hent appen|download appen|få nyheder|tip os|bliv abonnent',
      whole: 'nyhedsbrev|nyhedsbreve|abonnér|tilmeld dig|tilmeld|følg os|bliv abonnent|tip os',
      has: 'vores nyhedsbrev|vores nyhedsbreve|tilmeld dig|følg os på|hent vores app',
    },
    share: {
      opens: 'del artiklen|del på',
      whole:
        'del artiklen|del artikel|del på facebook|del på twitter|kopiér link|kopier link|gem artikel|udskriv|lyt til artiklen',
    },
    comments: {
      opens: 'kommentér|kommentarer|hvad mener du|skriv en kommentar',
      whole: 'kommentarer|kommentér|vis kommentarer|skriv en kommentar|deltag i debatten',
    },
    tags: { opens: 'emner|nøgleord', whole: 'emner|nøgleord|emneord' },
    byline: { opens: 'af: |tekst: ', whole: 'journalist|redaktionen|om forfatteren' },
    date: {
      opens: 'publiceret|udgivet|opdateret|senest opdateret|offentliggjort',
      whole: 'publiceret|opdateret|udgivet',
    },
    caption: {
      opens: 'foto:|foto |billede:|arkivfoto|genrefoto|kilde:|(foto',
      whole: 'foto|billede|arkivfoto|genrefoto',
    },
    advert: {
      opens: 'sponseret',
      whole: 'annonce|annoncer|reklame|sponseret|sponsoreret indhold|annoncørbetalt indhold',
      has: 'fortsætter efter annoncen|fortsætter under annoncen',
    },
    legal: {
      opens: 'alle rettigheder',
      whole: 'alle rettigheder forbeholdes|kontakt os|om os|privatlivspolitik|cookiepolitik',
      has: 'alle rettigheder forbeholdes|ansvarshavende chefredaktør',
    },
    account: {
      opens: 'log ind|allerede abonnent|bliv abonnent|er du abonnent',
      whole: 'log ind|min side|opret konto|kun for abonnenter',
      has: 'allerede abonnent|for at læse videre|for at læse artiklen',
    },
  },
  fi: {
    related: {
      opens:
        'lue myös|lue lisää|lue koko|lue tästä|lue:|katso myös|katso video|katso kuvat|lisää aiheesta|aiheesta lisää|juttu jatkuu|juttu jatkuu mainoksen|kuuntele|suosittelemme|klikkaa tästä',
      whole:
        'lue myös|lue lisää|katso myös|lisää aiheesta|aiheesta lisää|aiheeseen liittyvää|samasta aiheesta|luetuimmat|uusimmat|tuoreimmat|suosituimmat|suosittelemme|näytä lisää|juttu jatkuu mainoksen jälkeen|juttu jatkuu kuvan alla|artikkeli jatkuu mainoksen jälkeen|muut lukevat',
      has: 'juttu jatkuu|artikkeli jatkuu',
    },
    newsletter: {
      opens: 'uutiskirje|tilaa uutiskirje|seuraa meitä|lataa sovellus|lähetä juttuvinkki|anna palautetta',
      whole: 'uutiskirje|uutiskirjeet|tilaa|tilaa uutiskirje|seuraa meitä|juttuvinkki|anna palautetta',
      has: 'tilaa uutiskirje|seuraa meitä|lataa sovellus',
    },
    share: {
      opens: 'jaa artikkeli|jaa juttu|jaa facebookissa',
      whole: 'jaa|jaa artikkeli|jaa juttu|jaa facebookissa|kopioi linkki|tallenna|tulosta|kuuntele',
    },
    comments: {
      opens: 'kommentoi|kommentit',
      whole: 'kommentit|kommentoi|keskustelu|näytä kommentit|kirjoita kommentti|osallistu keskusteluun',
    },
    tags: { opens: 'avainsanat|aiheet|asiasanat', whole: 'avainsanat|aiheet|asiasanat|artikkelin aiheet' },
    byline: { opens: 'teksti: |teksti:|toimittaja:', whole: 'toimittaja|toimitus|kirjoittaja' },
    date: { opens: 'julkaistu|päivitetty|viimeksi päivitetty', whole: 'julkaistu|päivitetty' },
    caption: { opens: 'kuva:|kuvat:|kuvituskuva|lähde:|(kuva', whole: 'kuva|kuvituskuva|arkistokuva|kuvat' },
    advert: {
      opens: 'kaupallinen yhteistyö',
      whole: 'mainos|mainokset|kaupallinen yhteistyö|sponsoroitu',
    },
    legal: {
      opens: 'kaikki oikeudet',
      whole: 'kaikki oikeudet pidätetään|tietosuoja|yhteystiedot|käyttöehdot',
    },
    account: {
      opens: 'kirjaudu|oletko jo tilaaja',
      whole: 'kirjaudu|kirjaudu sisään|rekisteröidy|vain tilaajille',
      has: 'oletko jo tilaaja|vain tilaajille',
    },
  },
  is: {
    related: {
      opens: 'lesa meira|lestu meira|sjá einnig|sjá meira|lesa einnig|meira um|tengdar fréttir|tengt efni',
      whole: 'lesa meira|sjá einnig|tengdar fréttir|tengt efni|mest lesið|nýjast|fleiri fréttir|sjá meira',
    },
    share: { whole: 'deila|deila frétt|deila á facebook|prenta' },
    advert: { opens: 'auglýsing', whole: 'auglýsing|auglýsingar' },
    date: { opens: 'birt |uppfært', whole: 'birt|uppfært' },
    caption: { opens: 'mynd:|mynd/|ljósmynd', whole: 'mynd|ljósmynd' },
  },
  cs: {
    related: {
      opens:
        'čtěte také|čtěte více|čtěte i|čtěte:|přečtěte si|více čtěte|více o|viz také|související|mohlo by vás|nepřehlédněte|podívejte se|doporučujeme|více zde|další články',
      whole:
        'čtěte také|čtěte více|čtěte i|přečtěte si také|související|související články|související témata|mohlo by vás zajímat|nepřehlédněte|nejčtenější|nejnovější|doporučujeme|další články|další zprávy|více k tématu|k tématu|zobrazit více|fotogalerie|článek pokračuje pod reklamou',
      has: 'článek pokračuje|text pokračuje',
    },
    newsletter: {
      opens: 'odebírejte|přihlaste se k|sledujte nás|stáhněte si|podpořte nás',
      whole: 'odebírat|odebírat newsletter|sledujte nás|podpořte nás',
      has: 'sledujte nás na|naše newslettery|odběr newsletteru',
    },
    share: {
      opens: 'sdílet|sdílejte',
      whole:
        'sdílet|sdílet článek|sdílet na facebooku|sdílejte|vytisknout|tisk|kopírovat odkaz|uložit|zkopírovat odkaz',
    },
    comments: {
      opens: 'komentovat|vstoupit do diskuse',
      whole: 'diskuse|diskuze|komentáře|komentovat|vstoupit do diskuse|zobrazit diskusi|přidat komentář',
    },
    tags: { opens: 'témata:|štítky|klíčová slova', whole: 'témata|štítky|klíčová slova' },
    byline: { opens: 'autor: |autoři: ', whole: 'autoři|redakce' },
    date: { opens: 'publikováno|aktualizováno|vydáno', whole: 'publikováno|aktualizováno|aktualizace' },
    caption: {
      opens: 'foto:|foto |zdroj:|ilustrační foto|ilustrační snímek|autor fotografie',
      whole: 'ilustrační foto|ilustrační snímek|zdroj',
    },
    advert: { opens: 'inzerce', whole: 'inzerce|komerční sdělení|placená inzerce' },
    legal: {
      opens: 'všechna práva',
      whole: 'všechna práva vyhrazena|kontakty|ochrana osobních údajů',
      has: 'všechna práva vyhrazena|publikování nebo další šíření',
    },
    account: {
      opens: 'přihlásit se|přihlaste se|předplaťte si',
      whole: 'přihlásit|přihlásit se|registrovat se|jen pro předplatitele',
    },
  },
  sk: {
    related: {
      opens:
        'čítajte aj|čítajte tiež|čítajte viac|čítajte:|prečítajte si|viac o|pozrite si|pozrite aj|súvisiace|mohlo by vás|neprehliadnite|odporúčame|ďalšie články',
      whole:
        'čítajte aj|čítajte viac|prečítajte si aj|prečítajte si tiež|súvisiace|súvisiace články|mohlo by vás zaujímať|neprehliadnite|najčítanejšie|najnovšie|odporúčame|ďalšie články|viac k téme|zobraziť viac|článok pokračuje pod reklamou|fotogaléria',
      has: 'článok pokračuje|text pokračuje',
    },
    newsletter: {
      opens: 'prihláste sa na|sledujte nás|stiahnite si|odoberajte',
      whole: 'odoberať|sledujte nás',
      has: 'sledujte nás na|odber newslettera',
    },
    share: {
      opens: 'zdieľať|zdieľajte',
      whole: 'zdieľať|zdieľať článok|zdieľať na facebooku|vytlačiť|kopírovať odkaz|uložiť',
    },
    comments: {
      opens: 'komentovať',
      whole: 'diskusia|komentáre|komentovať|pridať komentár',
    },
    tags: { opens: 'témy:|kľúčové slová', whole: 'témy|kľúčové slová|štítky' },
    date: { opens: 'publikované|aktualizované', whole: 'publikované|aktualizované' },
    caption: {
      opens: 'ilustračné foto|zdroj:|autor fotografie|ilustračná snímka',
      whole: 'ilustračné foto|ilustračná snímka',
    },
    advert: { opens: 'inzercia', whole: 'inzercia' },
    legal: {
      opens: 'všetky práva',
      whole: 'všetky práva vyhradené|ochrana osobných údajov',
      has: 'všetky práva vyhradené',
    },
    account: {
      opens: 'prihláste sa|predplaťte si',
      whole: 'prihlásiť sa|registrovať sa|len pre predplatiteľov',
    },
  },
  hu: {
    related: {
      opens:
        'olvasta már|olvassa el|olvasd el|olvass tovább|olvasson tovább|lásd még|kapcsolódó|ajánljuk|ajánlott|nézze meg|nézd meg|kattintson ide|ez is érdekelheti|bővebben',
      whole:
        'olvasta már|olvasta már?|kapcsolódó|kapcsolódó cikkek|kapcsolódó cikk|kapcsolódó anyagok|kapcsolódó írásaink|lásd még|további hírek|további cikkek|ajánljuk|ajánlott cikkek|legolvasottabb|legfrissebb|legfrissebb hírek|friss hírek|ez is érdekelheti|olvasson tovább|galéria|tovább|mutass többet',
      has: 'a cikk a hirdetés után folytatódik',
    },
    newsletter: {
      opens:
        'iratkozzon fel|iratkozz fel|hírlevél|kövessen minket|kövess minket|töltse le|támogassa|támogasd|csatlakozz',
      whole: 'hírlevél|feliratkozás|feliratkozom|kövessen minket|kövess minket|támogatás',
      has: 'hírlevelünkre|iratkozzon fel|iratkozz fel|kövessen minket|kövess minket|google hírek',
    },
    share: {
      opens: 'oszd meg|ossza meg',
      whole: 'megosztás|megosztom|oszd meg|nyomtatás|link másolása|mentés',
    },
    comments: {
      opens: 'hozzászólások|kommentek|szóljon hozzá',
      whole: 'hozzászólás|hozzászólások|kommentek|hozzászólok',
    },
    tags: { opens: 'címkék', whole: 'címkék|témák|kulcsszavak' },
    byline: { opens: 'szerző:|írta:', whole: 'szerző|szerkesztőség' },
    date: { opens: 'megjelent:|frissítve|utoljára frissítve|közzétéve', whole: 'megjelent|frissítve' },
    caption: {
      opens: 'fotó:|fotók:|forrás:|kép:|illusztráció|nyitókép|borítókép|képünk illusztráció|(fotó',
      whole: 'fotó|illusztráció|forrás|képünk illusztráció',
    },
    advert: { opens: 'hirdetés', whole: 'hirdetés|reklám|támogatott tartalom|szponzorált tartalom' },
    legal: {
      opens: 'minden jog',
      whole: 'minden jog fenntartva|impresszum|adatvédelem|kapcsolat|médiaajánlat',
      has: 'minden jog fenntartva',
    },
    account: {
      opens: 'bejelentkezés|jelentkezzen be|előfizetés|fizessen elő',
      whole: 'bejelentkezés|belépés|regisztráció|előfizetés',
      has: 'csak előfizetőknek',
    },
  },
  ro: {
    related: {
      opens:
        'citește și|citeşte şi|citiți și|citiţi şi|citește mai mult|citeşte mai mult|citește:|vezi și|vezi şi|vezi mai mult|mai multe despre|mai multe pe|te-ar putea interesa|ți-ar putea plăcea|recomandări|recomandare|recomandat|articole similare|nu rata|știri similare|pe aceeași temă',
      whole:
        'citește și|citeşte şi|citiți și|citiţi şi|vezi și|vezi şi|articole similare|articole asemănătoare|știri similare|te-ar putea interesa|recomandări|recomandate|recomandarea autorului|cele mai citite|cele mai noi|ultimele știri|ultimele ştiri|pe aceeași temă|pe aceeaşi temă|mai multe|nu rata|galerie foto|vezi mai mult|citește mai mult|citește tot|articolul continuă după reclamă|articolul continuă mai jos',
      has: 'articolul continuă',
    },
    newsletter: {
      opens: 'abonează-te|aboneaza-te|abonați-vă|urmărește-ne|urmăriți-ne|descarcă aplicația|înscrie-te',
      whole: 'abonează-te|abonați-vă|urmărește-ne|abonare',
      has: 'abonează-te la|urmărește-ne pe|urmăriți-ne pe|google news|canalul nostru|pe canalul de whatsapp',
    },
    share: {
      opens: 'distribuie|distribuiți|trimite pe',
      whole:
        'distribuie|distribuie articolul|distribuie pe facebook|trimite|printează|copiază linkul|salvează',
    },
    comments: {
      opens: 'comentează|adaugă un comentariu|lasă un comentariu',
      whole: 'comentarii|comentează|adaugă comentariu|lasă un comentariu|adaugă un comentariu',
    },
    tags: { opens: 'etichete|cuvinte cheie|subiecte', whole: 'etichete|cuvinte cheie|subiecte' },
    byline: { opens: 'autor: |scris de|editor:|redactor:', whole: 'redacția|redacţia|despre autor' },
    date: {
      opens: 'publicat|actualizat|ultima actualizare|data publicării|data actualizării',
      whole: 'publicat|actualizat',
    },
    caption: {
      opens: 'foto:|foto |sursa foto|sursă foto|sursa:|imagine:|credit foto',
      whole: 'sursa foto|imagine cu caracter ilustrativ|foto arhivă',
    },
    advert: {
      opens: 'publicitate',
      whole: 'publicitate|reclamă|conținut sponsorizat|advertorial (p)',
    },
    legal: {
      opens: 'toate drepturile|acest articol este proprietatea|preluarea',
      whole: 'toate drepturile rezervate|politica de confidențialitate|termeni și condiții|contact',
      has: 'toate drepturile rezervate|protejat de legea',
    },
    account: {
      opens: 'autentificare|conectează-te|intră în cont',
      whole: 'autentificare|conectare|contul meu|înregistrare',
    },
  },
  bg: {
    related: {
      opens:
        'прочетете още|прочетете повече|прочети още|вижте още|вижте също|виж още|още по темата|още новини|свързани|препоръчваме|гледайте|последни новини',
      whole:
        'прочетете още|прочети още|вижте още|вижте също|виж още|още по темата|по темата|свързани статии|свързани новини|препоръчваме|най-четени|най-нови|последни новини|още новини|още от категорията|може да ви хареса',
    },
    newsletter: {
      opens: 'абонирайте се|абонирай се|последвайте ни|следвайте ни|изтеглете',
      whole: 'абонирай се|абонирайте се|абонамент|последвайте ни|бюлетин',
      has: 'абонирайте се|последвайте ни|нашия бюлетин|нашия канал|следвайте ни',
    },
    share: { opens: 'сподели', whole: 'сподели|сподели статията|споделете|копирай линка|принтирай' },
    comments: {
      opens: 'коментирай|коментирайте',
      whole: 'коментари|коментирай|напиши коментар|добави коментар',
    },
    tags: { opens: 'тагове|ключови думи|етикети', whole: 'тагове|ключови думи|етикети' },
    date: {
      opens: 'публикувана|публикувано|обновена|обновено|последна промяна',
      whole: 'публикувана|обновена',
    },
    caption: { opens: 'снимка:|снимка |снимки:|източник:', whole: 'снимка|снимки|илюстративна снимка' },
    advert: { whole: 'реклама|платено съдържание|спонсорирано съдържание' },
    legal: {
      opens: 'всички права',
      whole: 'всички права запазени|общи условия|за нас',
      has: 'всички права запазени',
    },
    account: { opens: 'вход|влезте в', whole: 'вход|регистрация|влез' },
  },
  el: {
    related: {
      opens:
        'διαβάστε επίσης|διαβάστε ακόμη|διαβάστε ακόμα|διαβάστε περισσότερα|διαβάστε εδώ|διαβάστε:|δείτε επίσης|δείτε ακόμη|δείτε ακόμα|δείτε εδώ|δείτε το βίντεο|σχετικά άρθρα|μη χάσετε|ακολουθήστε|προτεινόμενα',
      whole:
        'διαβάστε επίσης|διαβαστε επισης|διαβάστε ακόμη|διαβαστε ακομη|διαβάστε ακόμα|διαβάστε περισσότερα|δείτε επίσης|δειτε επισης|δείτε ακόμη|σχετικά|σχετικά άρθρα|σχετικα αρθρα|σχετικές ειδήσεις|περισσότερα|δημοφιλή|πιο δημοφιλή|τελευταία νέα|τελευταίες ειδήσεις|ροή ειδήσεων|προτεινόμενα|μη χάσετε',
    },
    newsletter: {
      opens: 'εγγραφείτε|ακολουθήστε μας|ακολουθήστε το|κατεβάστε|κάντε εγγραφή|ενημερωθείτε',
      whole: 'εγγραφή|εγγραφείτε|ακολουθήστε μας|ενημερωτικό δελτίο',
      has: 'ακολουθήστε το|ακολουθήστε μας|στο google news|στο newsletter|όλες τις ειδήσεις|όλες οι ειδήσεις',
    },
    share: {
      opens: 'κοινοποίηση|κοινοποιήστε',
      whole: 'κοινοποίηση|μοιραστείτε|μοιράσου|εκτύπωση|αντιγραφή συνδέσμου|αποθήκευση',
    },
    comments: {
      opens: 'σχολιάστε',
      whole: 'σχόλια|σχολια|σχολιάστε|γράψτε το σχόλιό σας|προσθήκη σχολίου',
    },
    tags: { opens: 'ετικέτες|λέξεις-κλειδιά|θέματα:', whole: 'ετικέτες|λέξεις κλειδιά' },
    date: {
      opens: 'δημοσίευση|δημοσιεύτηκε|δημοσιεύθηκε|ενημέρωση:|ενημερώθηκε|τελευταία ενημέρωση',
      whole: 'δημοσίευση|ενημερώθηκε',
    },
    caption: {
      opens: 'φωτογραφία:|φωτογραφίες:|φωτο:|φώτο:|πηγή:|φωτογραφία αρχείου|πηγή φωτογραφίας',
      whole: 'φωτογραφία|φωτογραφία αρχείου|πηγή',
    },
    advert: { whole: 'διαφήμιση|διαφημιση|χορηγούμενο περιεχόμενο' },
    legal: {
      opens: 'με την επιφύλαξη',
      whole: 'όροι χρήσης|πολιτική απορρήτου|επικοινωνία',
      has: 'πνευματικά δικαιώματα|με επιφύλαξη παντός δικαιώματος',
    },
    account: { opens: 'σύνδεση', whole: 'σύνδεση|είσοδος' },
  },
  hr: {
    related: {
      opens:
        'pročitajte i|pročitajte još|pročitajte više|pročitaj i|pročitaj još|pročitaj više|čitajte još|čitaj još|pogledajte i|pogledaj i|pogledajte video|vezane vijesti|povezano|povezane vijesti|povezani članci|povezane vesti|više o|moglo bi vas|možda vas|preporučujemo|preporuka|najčitanije|ne propustite',
      whole:
        'pročitajte i|pročitajte još|pročitaj više|pročitaj još|čitaj više|pogledajte i|vezane vijesti|vezano|povezano|povezane vijesti|povezani članci|povezane vesti|moglo bi vas zanimati|možda vas zanima|preporučujemo|preporučeno|najčitanije|najnovije|najnovije vijesti|najnovije vesti|još vijesti|ne propustite|galerija|više iz rubrike|tekst se nastavlja ispod oglasa|članak se nastavlja ispod oglasa|nastavak teksta ispod oglasa',
      has: 'nastavlja ispod oglasa|nastavak teksta|tekst se nastavlja|članak se nastavlja',
    },
    newsletter: {
      opens: 'pretplatite se|prijavite se na|pratite nas|zapratite nas|preuzmite',
      whole: 'pretplatite se|pretplata|pratite nas',
      has: 'pratite nas na|zapratite nas|naš newsletter|na našu aplikaciju|naš viber',
    },
    share: {
      opens: 'podijeli|podijelite|podeli|podelite',
      whole: 'podijeli|podijelite|podijeli članak|podeli|podelite|podeli na|ispiši|kopiraj link|spremi',
    },
    comments: {
      opens: 'komentiraj|komentirajte|ostavi komentar|ostavite komentar|komentariši',
      whole:
        'komentari|komentiraj|ostavi komentar|ostavite komentar|pošalji komentar|komentariši|prikaži komentare',
    },
    tags: {
      opens: 'ključne riječi|ključne reči|oznake|tagovi',
      whole: 'ključne riječi|ključne reči|oznake|tagovi',
    },
    date: { opens: 'objavljeno|ažurirano|zadnja izmjena|poslednja izmena', whole: 'objavljeno|ažurirano' },
    caption: {
      opens: 'izvor:|ilustracija|arhivska fotografija|fotografija:',
      whole: 'ilustracija|arhiva|izvor',
    },
    advert: { whole: 'oglas|oglasi|promo|sponzorirani sadržaj|plaćeni oglas' },
    legal: {
      opens: 'sva prava',
      whole: 'sva prava pridržana|sva prava zadržana|uvjeti korištenja|impressum|politika privatnosti',
      has: 'sva prava pridržana|sva prava zadržana|nije dozvoljeno preuzimanje',
    },
    account: { opens: 'prijavi se|prijavite se', whole: 'prijava|prijavi se|registracija|registriraj se' },
  },
  sr: {
    related: {
      opens:
        'прочитајте и|прочитајте још|прочитај још|погледајте и|повезане вести|најчитаније|више о|можда вас|препоручујемо',
      whole:
        'прочитајте и|прочитајте још|погледајте и|повезане вести|повезани текстови|најчитаније|најновије|најновије вести|препоручујемо',
    },
    newsletter: {
      opens: 'пратите нас|претплатите се',
      whole: 'пратите нас|претплата',
      has: 'пратите нас на',
    },
    share: { opens: 'подели|поделите', whole: 'подели|поделите|поделите вест' },
    comments: { whole: 'оставите коментар|пошаљи коментар' },
    date: { opens: 'објављено|ажурирано', whole: 'објављено|ажурирано' },
    caption: { opens: 'извор:|фотографија:', whole: 'фотографија|илустрација' },
    legal: { opens: 'сва права', whole: 'сва права задржана', has: 'сва права задржана' },
  },
  sl: {
    related: {
      opens:
        'preberite tudi|preberite več|preberi tudi|preberi več|preberite še|poglejte tudi|poglejte si|več o|povezane novice|sorodne novice|priporočamo',
      whole:
        'preberite tudi|preberite več|preberite še|preberi več|povezane novice|sorodne novice|sorodni članki|povezani članki|najbolj brano|najbolj brane|priporočamo|zadnje novice|več novic',
    },
    newsletter: {
      opens: 'naročite se|prijavite se na|spremljajte nas|sledite nam',
      whole: 'naročite se|e-novice|sledite nam',
      has: 'naročite se na|e-novice|spremljajte nas na|sledite nam na',
    },
    share: { opens: 'deli na', whole: 'deli|deli na facebooku|natisni|kopiraj povezavo' },
    comments: { opens: 'komentiraj', whole: 'komentarji|komentiraj|napiši komentar' },
    tags: { opens: 'ključne besede|oznake', whole: 'ključne besede' },
    date: { opens: 'objavljeno|posodobljeno', whole: 'posodobljeno' },
    caption: {
      opens: 'fotografija je simbolična|simbolična fotografija|vir:',
      whole: 'simbolična fotografija|fotografija je simbolična|vir',
    },
    legal: { opens: 'vse pravice', whole: 'vse pravice pridržane', has: 'vse pravice pridržane' },
  },
  lt: {
    related: {
      opens:
        'skaitykite taip pat|taip pat skaitykite|skaitykite daugiau|skaityti daugiau|skaitykite:|plačiau|daugiau apie|rekomenduojame|žiūrėkite|skaityk daugiau|susiję straipsniai',
      whole:
        'skaitykite taip pat|taip pat skaitykite|skaitykite daugiau|skaityti daugiau|susiję|susiję straipsniai|susijusios naujienos|daugiau|rekomenduojame|skaitomiausi|populiariausi|naujausi|naujausios žinios|rodyti daugiau',
    },
    newsletter: {
      opens: 'prenumeruokite|prenumeruoti|sekite mus|užsisakykite',
      whole: 'prenumeruoti|prenumerata|naujienlaiškis|sekite mus',
      has: 'naujienlaiškį|sekite mus',
    },
    share: {
      opens: 'dalintis|pasidalinti|dalinkitės',
      whole: 'dalintis|dalintis facebook|pasidalinti|dalinkitės|spausdinti|kopijuoti nuorodą',
    },
    comments: { opens: 'komentuoti', whole: 'komentarai|komentuoti|rašyti komentarą' },
    tags: { opens: 'raktažodžiai|žymos', whole: 'raktažodžiai|temos|žymos' },
    date: { opens: 'paskelbta|atnaujinta|publikuota', whole: 'paskelbta|atnaujinta' },
    caption: {
      opens: 'nuotr.|nuotrauka|nuotraukos|asociatyvi nuotr|šaltinis:',
      whole: 'nuotrauka|asociatyvi nuotrauka|asociatyvi nuotr',
    },
    advert: { opens: 'reklaminis', whole: 'užs. nr|reklaminis turinys|turinio rinkodara' },
    legal: {
      opens: 'visos teisės',
      whole: 'visos teisės saugomos',
      has: 'visos teisės saugomos|be raštiško sutikimo',
    },
    account: { opens: 'prisijunkite|prisijungti', whole: 'prisijungti|registruotis' },
  },
  lv: {
    related: {
      opens:
        'lasi arī|lasiet arī|lasīt vairāk|lasi vairāk|lasi:|skaties arī|vairāk par|saistītie raksti|iesakām|uzzini vairāk',
      whole:
        'lasi arī|lasiet arī|lasīt vairāk|lasi vairāk|skaties arī|saistītie raksti|saistītās ziņas|iesakām|lasītākie|jaunākie|jaunākās ziņas|populārākie|rādīt vairāk|raksta turpinājums pēc reklāmas',
      has: 'turpinājums pēc reklāmas',
    },
    newsletter: {
      opens: 'pieraksties|abonē|seko mums',
      whole: 'abonē|abonēt|seko mums|jaunumi e-pastā',
      has: 'seko mums|pieraksties jaunumiem',
    },
    share: { opens: 'dalies|dalīties', whole: 'dalies|dalīties|dalies ar draugiem|drukāt|kopēt saiti' },
    comments: { opens: 'komentēt', whole: 'komentāri|komentēt|pievienot komentāru' },
    date: { opens: 'publicēts|atjaunots', whole: 'publicēts|atjaunots' },
    caption: {
      opens: 'attēls:|ilustratīvs attēls|avots:',
      whole: 'ilustratīvs attēls|ilustratīvs foto|attēls',
    },
    advert: { whole: 'reklāma|reklāmraksts|sponsorēts saturs' },
    legal: { opens: 'visas tiesības', has: 'visas tiesības aizsargātas' },
    account: { whole: 'ienākt|pieslēgties|reģistrēties' },
  },
  et: {
    related: {
      opens:
        'loe ka|loe lisaks|loe edasi|loe veel|loe rohkem|vaata ka|vaata lisaks|seotud lood|seotud artiklid|lugu jätkub|soovitame|artikkel jätkub',
      whole:
        'loe ka|loe lisaks|loe edasi|loe veel|vaata ka|seotud lood|seotud artiklid|seotud teemad|enim loetud|loetumad|viimased uudised|soovitame|rohkem uudiseid|lugu jätkub pärast reklaami|artikkel jätkub pärast reklaami',
      has: 'jätkub pärast reklaami',
    },
    newsletter: {
      opens: 'liitu uudiskirjaga|telli uudiskiri|jälgi meid',
      whole: 'uudiskiri|telli|jälgi meid',
      has: 'uudiskirjaga|jälgi meid',
    },
    share: {
      opens: 'jaga lugu|jaga facebookis',
      whole: 'jaga|jaga artiklit|jaga lugu|jaga facebookis|prindi|kopeeri link',
    },
    comments: { opens: 'kommenteeri', whole: 'kommentaarid|kommenteeri|lisa kommentaar' },
    tags: { opens: 'märksõnad', whole: 'märksõnad|teemad' },
    date: { opens: 'avaldatud|uuendatud', whole: 'avaldatud|uuendatud' },
    caption: {
      opens: 'pilt on illustreeriv|illustreeriv foto|allikas:',
      whole: 'pilt on illustreeriv|illustreeriv foto',
    },
    advert: { opens: 'sisuturundus', whole: 'reklaam|sisuturundus' },
    account: { whole: 'logi sisse|registreeru' },
  },
  ca: {
    related: {
      opens:
        'llegeix també|llegiu també|llegir més|llegeix més|vegeu també|mira també|més informació|notícies relacionades|et pot interessar|potser t’interessa|continua llegint',
      whole:
        'llegeix també|llegiu també|llegir més|llegeix més|vegeu també|més informació|notícies relacionades|articles relacionats|et pot interessar|també et pot interessar|el més llegit|més notícies|últimes notícies|temes relacionats',
    },
    newsletter: {
      opens: 'subscriu-te|subscriviu-vos|segueix-nos|seguiu-nos',
      whole: 'subscriu-te|butlletí|butlletins|segueix-nos',
      has: 'nostre butlletí|segueix-nos a|subscriu-te a',
    },
    share: {
      opens: 'comparteix|compartiu',
      whole: 'comparteix|compartiu|compartir a facebook|copia l’enllaç',
    },
    comments: { whole: 'comentaris|comenta|afegeix un comentari' },
    date: { opens: 'publicat|actualitzat', whole: 'actualitzat' },
    caption: { opens: 'imatge:|fotografia:|imatge d’arxiu|font:', whole: 'imatge d’arxiu|imatge' },
    advert: { whole: 'publicitat' },
    legal: { opens: 'tots els drets', has: 'tots els drets reservats' },
  },
  id: {
    related: {
      opens:
        'baca juga|baca selengkapnya|baca lainnya|baca artikel|baca berita|baca:|bacalah juga|lihat juga|lihat video|simak juga|simak video|simak:|tonton juga|tonton video|saksikan|berita terkait|artikel terkait|pilihan redaksi|terpopuler|halaman selanjutnya|selengkapnya|dengarkan|lanjutkan membaca|baca lagi|berita berkaitan|artikel berkaitan|klik di sini',
      whole:
        'baca juga|baca selengkapnya|lihat juga|simak juga|simak selengkapnya|berita terkait|artikel terkait|terkait|berita lainnya|berita terbaru|terpopuler|paling populer|terkini|rekomendasi|rekomendasi untuk anda|pilihan redaksi|pilihan editor|selengkapnya|halaman selanjutnya|halaman berikutnya|lanjutkan membaca|scroll untuk melanjutkan membaca|scroll to continue with content|lanjut baca|berita berkaitan|artikel berkaitan|lagi berita|topik terkait|gulir ke bawah',
      has: 'scroll untuk melanjutkan|gulir untuk lanjut',
    },
    newsletter: {
      opens:
        'berlangganan|ikuti kami|dapatkan berita|dapatkan update|unduh aplikasi|ikuti berita|ikuti channel|ikuti saluran|langgan|sertai saluran',
      whole: 'berlangganan|langganan|ikuti kami|daftar sekarang|langgan',
      has: 'berita pilihan kami|saluran whatsapp|channel whatsapp|kanal whatsapp|channel telegram|ikuti kami di|di google news|unduh aplikasi|buletin kami|whatsapp channel',
    },
    share: {
      opens: 'bagikan|kongsi artikel',
      whole: 'bagikan|bagikan artikel|bagikan berita|salin tautan|salin link|cetak|simpan|kongsi|kongsikan',
    },
    comments: {
      opens: 'tulis komentar|tinggalkan komentar|beri komentar',
      whole: 'komentar|tulis komentar|lihat komentar|kirim komentar|tinggalkan balasan|komen',
    },
    tags: { opens: 'topik:|kata kunci', whole: 'topik|kata kunci|tagar' },
    byline: {
      opens: 'penulis:|editor: |reporter: |pewarta:|oleh: |sumber:',
      whole: 'penulis|redaksi|pewarta',
    },
    date: {
      opens: 'diterbitkan|diperbarui|terakhir diperbarui|tayang|dikemas kini',
      whole: 'diterbitkan|diperbarui',
    },
    caption: {
      opens: 'foto:|foto |sumber foto|gambar:|ilustrasi|sumber gambar|gambar hiasan|gambar fail|kredit foto',
      whole: 'ilustrasi|gambar|foto ilustrasi|gambar hiasan',
    },
    advert: { whole: 'iklan|konten bersponsor|iklan berbayar' },
    legal: {
      opens: 'hak cipta',
      whole: 'hak cipta dilindungi|kebijakan privasi|tentang kami|pedoman media siber|hubungi kami',
      has: 'dilarang mengambil|hak cipta dilindungi|tanpa izin tertulis|hak cipta terpelihara',
    },
    account: { opens: 'masuk untuk|silakan masuk|silakan login', whole: 'masuk|daftar|log masuk' },
  },
  vi: {
    related: {
      opens:
        'đọc thêm|xem thêm|đọc tiếp|đọc tin|xem tiếp|tin liên quan|bài liên quan|bài viết liên quan|>> xem thêm|mời độc giả|mời quý|video:|có thể bạn quan tâm|tin cùng chuyên mục',
      whole:
        'đọc thêm|xem thêm|đọc tiếp|tin liên quan|bài liên quan|bài viết liên quan|tin tức liên quan|có thể bạn quan tâm|tin cùng chuyên mục|cùng chuyên mục|đọc nhiều|đọc nhiều nhất|xem nhiều|tin mới|tin mới nhất|tin nóng|đáng chú ý|chủ đề liên quan|tin khác',
    },
    newsletter: {
      opens: 'đăng ký nhận|theo dõi chúng tôi|tải ứng dụng|theo dõi báo',
      whole: 'đăng ký|theo dõi|theo dõi chúng tôi',
      has: 'đăng ký nhận bản tin|theo dõi chúng tôi|trên google news|kênh youtube',
    },
    share: {
      whole: 'chia sẻ|chia sẻ bài viết|chia sẻ facebook|sao chép liên kết|copy link|lưu bài|in bài',
    },
    comments: {
      whole: 'bình luận|gửi bình luận|ý kiến bạn đọc|ý kiến|gửi ý kiến|viết bình luận',
    },
    tags: { opens: 'từ khóa|từ khoá|chủ đề:', whole: 'từ khóa|từ khoá|chủ đề|thẻ' },
    byline: { opens: 'tác giả:|theo:|nguồn:', whole: 'tác giả|nguồn' },
    date: { opens: 'cập nhật|đăng lúc|ngày đăng', whole: 'cập nhật' },
    caption: {
      opens: 'ảnh:|ảnh minh họa|ảnh minh hoạ|nguồn ảnh|(ảnh|hình ảnh:|đồ họa:',
      whole: 'ảnh minh họa|ảnh minh hoạ|ảnh|hình minh họa',
    },
    advert: { whole: 'quảng cáo|nội dung tài trợ' },
    legal: {
      opens: 'giữ bản quyền',
      whole: 'liên hệ|giới thiệu|chính sách bảo mật',
      has: 'bản quyền thuộc|không sao chép|ghi rõ nguồn',
    },
    account: { opens: 'đăng nhập', whole: 'đăng nhập|tạo tài khoản' },
  },
  th: {
    related: {
      opens:
        'อ่านเพิ่มเติม|อ่านต่อ|อ่านข่าว|อ่านด้วย|ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|ดูเพิ่มเติม|คลิกอ่าน|ติดตามอ่าน|เรื่องที่เกี่ยวข้อง|ข่าวแนะนำ|เรื่องแนะนำ|คลิกที่นี่',
      whole:
        'อ่านเพิ่มเติม|อ่านต่อ|ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|เรื่องที่เกี่ยวข้อง|ข่าวล่าสุด|ข่าวยอดนิยม|ข่าวแนะนำ|เรื่องแนะนำ|ดูเพิ่มเติม|อ่านข่าวต้นฉบับ|แนะนำ|ยอดนิยม|เนื้อหาที่เกี่ยวข้อง|อ่านมากที่สุด',
    },
    newsletter: {
      opens: 'ติดตามเรา|กดติดตาม|สมัครรับ|เพิ่มเพื่อน|ดาวน์โหลดแอป',
      whole: 'ติดตามเรา|สมัครสมาชิก|จดหมายข่าว',
      has: 'ติดตามข่าวสาร|กดติดตาม|ติดตามเราได้ที่|สมัครรับจดหมายข่าว',
    },
    share: { whole: 'แชร์|แชร์ข่าวนี้|แชร์บทความ|คัดลอกลิงก์|พิมพ์|แชร์เรื่องนี้' },
    comments: { opens: 'แสดงความคิดเห็น', whole: 'ความคิดเห็น|แสดงความคิดเห็น' },
    tags: { opens: 'คำค้น|คำสำคัญ', whole: 'แท็ก|คำค้น|คำสำคัญ|แท็กที่เกี่ยวข้อง' },
    date: { whole: 'เผยแพร่|อัปเดต' },
    caption: { opens: 'ภาพ:|ภาพจาก|ที่มา:|ที่มาภาพ|ภาพประกอบ|ภาพโดย|ที่มา :', whole: 'ภาพประกอบ|แฟ้มภาพ|ภาพ' },
    advert: { whole: 'โฆษณา' },
    legal: { opens: 'สงวนลิขสิทธิ์', has: 'สงวนลิขสิทธิ์' },
    account: { opens: 'เข้าสู่ระบบ', whole: 'เข้าสู่ระบบ|ลงทะเบียน' },
  },
  hi: {
    related: {
      opens:
        'यह भी पढ़ें|ये भी पढ़ें|यह भी पढे|ये भी पढ़े|इसे भी पढ़ें|और पढ़ें|यह भी देखें|ये भी देखें|पूरा पढ़ें|यहां क्लिक|आगे पढ़ें|देखें वीडियो|यहां पढ़ें',
      whole:
        'यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|यह भी देखें|संबंधित खबरें|संबंधित ख़बरें|संबंधित समाचार|ताजा खबरें|ताज़ा ख़बरें|बड़ी खबरें|ट्रेंडिंग|सबसे ज्यादा पढ़ी गई|टॉप खबरें|आगे पढ़ें|वीडियो|अन्य खबरें',
    },
    newsletter: {
      opens: 'सब्सक्राइब|न्यूज़लेटर|हमें फॉलो|हमसे जुड़ें|डाउनलोड करें',
      whole: 'सब्सक्राइब करें|न्यूज़लेटर|हमें फॉलो करें',
      has: 'हमें फॉलो करें|फेसबुक और ट्विटर पर|व्हाट्सएप चैनल|वॉट्सऐप चैनल|यूट्यूब चैनल|ऐप डाउनलोड|न्यूज़लेटर|लेटेस्ट अपडेट',
    },
    share: { whole: 'शेयर|शेयर करें|साझा करें|लिंक कॉपी करें' },
    comments: { whole: 'टिप्पणी|टिप्पणियां|कमेंट|कमेंट करें' },
    date: { opens: 'प्रकाशित|अपडेटेड|अंतिम अपडेट|पब्लिश|पब्लिश्ड', whole: 'प्रकाशित|अपडेटेड' },
    caption: {
      opens: 'फोटो:|फ़ोटो:|फोटो सोर्स|फोटो क्रेडिट|तस्वीर:|इमेज स्रोत|इमेज कैप्शन|स्रोत:',
      whole: 'फाइल फोटो|फोटो|सांकेतिक तस्वीर|प्रतीकात्मक तस्वीर|इमेज कैप्शन',
    },
    advert: { whole: 'विज्ञापन|प्रायोजित' },
    legal: { opens: 'डिस्क्लेमर|अस्वीकरण', has: 'सर्वाधिकार सुरक्षित' },
    account: { whole: 'लॉग इन|लॉग इन करें|साइन इन' },
  },
  bn: {
    related: {
      opens: 'আরও পড়ুন|আরো পড়ুন|আরও দেখুন|আরো দেখুন|পড়ুন:|আরও খবর',
      whole:
        'আরও পড়ুন|আরো পড়ুন|আরও দেখুন|সম্পর্কিত খবর|সম্পর্কিত|আরও খবর|সর্বশেষ|সর্বাধিক পঠিত|সর্বশেষ খবর|জনপ্রিয়|এই বিভাগের আরও খবর',
    },
    newsletter: {
      opens: 'সাবস্ক্রাইব|ফলো করুন|অনুসরণ করুন',
      whole: 'সাবস্ক্রাইব করুন|নিউজলেটার',
      has: 'গুগল নিউজ|ফলো করুন|ইউটিউব চ্যানেল|হোয়াটসঅ্যাপ চ্যানেল',
    },
    share: { whole: 'শেয়ার|শেয়ার করুন|প্রিন্ট|লিংক কপি' },
    comments: { whole: 'মন্তব্য|মন্তব্য করুন|মন্তব্যসমূহ' },
    date: { opens: 'প্রকাশ:|প্রকাশিত|আপডেট:|প্রকাশ :|আপডেট :', whole: 'প্রকাশিত|আপডেট' },
    caption: {
      opens: 'ছবি:|ছবি :|ছবি সংগৃহীত|ফাইল ছবি|প্রতীকী ছবি|সূত্র:',
      whole: 'ছবি|ফাইল ছবি|প্রতীকী ছবি|ছবি সংগৃহীত',
    },
    advert: { whole: 'বিজ্ঞাপন' },
    legal: { has: 'সর্বস্বত্ব সংরক্ষিত' },
  },
  ur: {
    related: {
      opens: 'یہ بھی پڑھیں|مزید پڑھیں|مزید پڑھیے|یہ بھی دیکھیں|مزید خبریں',
      whole:
        'یہ بھی پڑھیں|مزید پڑھیں|مزید پڑھیے|متعلقہ خبریں|متعلقہ عنوانات|مزید خبریں|تازہ ترین|سب سے زیادہ پڑھی جانے والی',
    },
    share: { whole: 'شیئر کریں|شیئر|پرنٹ' },
    comments: { whole: 'تبصرے|تبصرہ کریں' },
    caption: { opens: 'تصویر:|فوٹو:|تصویر کا ذریعہ', whole: 'فائل فوٹو|تصویر' },
    advert: { whole: 'اشتہار|اشتہارات' },
    legal: { has: 'جملہ حقوق محفوظ' },
  },
  fa: {
    related: {
      opens:
        'بیشتر بخوانید|بیشتر بدانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|ببینید|بخوانید:|ادامه مطلب|در همین زمینه|در همین رابطه',
      whole:
        'بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|مرتبط|ادامه مطلب|پربازدیدترین|پربازدید|آخرین اخبار|پربیننده‌ترین|در همین زمینه|پیشنهاد سردبیر',
    },
    newsletter: {
      opens: 'عضویت در|دنبال کنید|مشترک شوید',
      whole: 'خبرنامه|عضویت',
      has: 'کانال تلگرام|خبرنامه ما|ما را دنبال کنید',
    },
    share: { whole: 'اشتراک گذاری|اشتراک‌گذاری|چاپ|کپی لینک|به اشتراک بگذارید' },
    comments: { opens: 'دیدگاه', whole: 'نظرات|نظر شما|ارسال نظر|دیدگاه‌ها|نظر دهید' },
    tags: { opens: 'برچسب', whole: 'برچسب‌ها|برچسب ها|کلیدواژه‌ها' },
    date: { opens: 'تاریخ انتشار|به روز شده|به‌روزرسانی', whole: 'تاریخ انتشار' },
    caption: { opens: 'عکس:|عکس از|منبع عکس|منبع:', whole: 'عکس|عکس آرشیوی' },
    advert: { whole: 'آگهی|تبلیغات' },
    legal: { has: 'تمامی حقوق|تمام حقوق این سایت|کلیه حقوق' },
  },
  he: {
    related: {
      opens:
        'קראו גם|קראו עוד|קרא עוד|קראו:|לקריאה נוספת|עוד בנושא|כתבות נוספות|כתבות קשורות|ראו גם|לכתבה המלאה|לכל העדכונים',
      whole:
        'קראו גם|קראו עוד|קרא עוד|לקריאה נוספת|עוד בנושא|כתבות נוספות|כתבות קשורות|ראו גם|הנקראות ביותר|הכי נקראות|חדשות נוספות|אולי יעניין אותך|אולי יעניין אתכם|מומלצים|תגיות קשורות|עוד כתבות',
    },
    newsletter: {
      opens: 'הירשמו|הרשמו|עקבו אחרינו|להרשמה',
      whole: 'הירשמו|הרשמה|ניוזלטר|עקבו אחרינו',
      has: 'לניוזלטר|עקבו אחרינו|לערוץ הטלגרם|לקבוצת הוואטסאפ|לערוץ הוואטסאפ|הורידו את האפליקציה',
    },
    share: { opens: 'שתפו|שיתוף', whole: 'שתפו|שתף|שיתוף|שיתוף בפייסבוק|הדפסה|העתקת קישור' },
    comments: { opens: 'הוסף תגובה|הוספת תגובה', whole: 'תגובות|הוסף תגובה|הוספת תגובה|לכל התגובות' },
    tags: { opens: 'תגיות', whole: 'תגיות|תגים|נושאים' },
    date: { opens: 'פורסם|עודכן|עדכון אחרון', whole: 'פורסם|עודכן' },
    caption: {
      opens: 'צילום:|צילומים:|צילום מסך|תמונה:|קרדיט|אילוסטרציה|(צילום',
      whole: 'צילום|אילוסטרציה|תמונה|ארכיון',
    },
    advert: { opens: 'תוכן שיווקי', whole: 'פרסומת|מודעה|תוכן שיווקי|תוכן ממומן|בחסות' },
    legal: {
      opens: 'כל הזכויות',
      whole: 'כל הזכויות שמורות|תנאי שימוש|מדיניות פרטיות',
      has: 'כל הזכויות שמורות|זכויות יוצרים',
    },
    account: { whole: 'התחברות|התחבר|כניסה|הרשמה' },
  },
  sw: {
    related: {
      opens: 'soma pia|soma zaidi|pia soma|tazama pia|soma:|habari zaidi|habari zinazohusiana',
      whole:
        'soma pia|soma zaidi|pia soma|tazama pia|habari zinazohusiana|mada zinazohusiana|zilizosomwa zaidi|habari zaidi|habari kuu',
    },
    newsletter: { has: 'jisajili kupokea|tufuate kwenye' },
    share: { whole: 'sambaza|shiriki' },
    comments: { whole: 'maoni|toa maoni' },
    caption: {
      opens: 'picha:|picha na|chanzo cha picha|maelezo ya picha|picha/',
      whole: 'picha|maelezo ya picha|chanzo cha picha',
    },
    advert: { whole: 'tangazo|matangazo' },
  },
  mk: {
    related: {
      opens: 'прочитајте повеќе|прочитај повеќе|поврзани вести|поврзани написи|видете и',
      whole: 'прочитај повеќе|прочитајте повеќе|поврзани вести|поврзани написи|најчитани|најнови вести',
    },
    newsletter: { has: 'следете нè на|следете не на' },
    share: { opens: 'сподели', whole: 'споделете на' },
    legal: { has: 'сите права се задржани' },
  },
  sq: {
    related: {
      opens: 'lexo edhe|lexoni edhe|lexo më shumë|lexoni më shumë|shiko edhe|të ngjashme',
      whole:
        'lexo edhe|lexoni edhe|lexo më shumë|artikuj të ngjashëm|lajme të ngjashme|të ngjashme|më të lexuarat|lajmet e fundit',
    },
    share: { whole: 'shpërndaje|shpërndaj|ndaje' },
    advert: { whole: 'reklamë|reklama' },
    legal: { has: 'të gjitha të drejtat' },
  },
};
