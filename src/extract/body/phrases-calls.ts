/**
 * The wordings of `phrases.ts` for what newsrooms ask of their readers (to rate, to support, to comment, to agree) and
 * for the notices beside it, by language and then by purpose. Data only, matched together with the others.
 */
import type { Phrases, Purpose } from './phrases.ts';

export const CALL_PHRASES: Readonly<Record<string, Readonly<Partial<Record<Purpose, Phrases>>>>> = {
  en: {
    comments: {
      opens:
        'was this article|was this helpful|was this page|did you find this|did you like this|did you enjoy this|how useful was this|rate this|rate the|thanks for your feedback|thank you for your feedback|got a story|got a tip|do you have a story',
      whole:
        'was this article helpful|was this article useful|was this helpful|was this page helpful|how useful was this post|did you like this article|did you enjoy this article|thanks for your feedback|thank you for your feedback|thank you for your vote|thanks for voting|yesno|yes no|rate this article|rate this post|submit a correction|report a typo|need to report the video',
      has: 'lively but civil|we want to hear from you|we would love to hear from you|love to hear from you|trackback from your own|comments and pings|pings are|responses to this entry',
    },
    newsletter: {
      whole:
        'please follow and like us|while you are here|while you’re here|we need your help|before you go|help us keep going',
      has: 'please follow and like us|help us continue|help us keep|your donation helps|your support helps|your contribution helps|with your support|consider supporting|consider donating|consider making a donation|consider becoming a|support independent|if you value our|if you appreciate our|advert-free experience|ad-free experience|premium for free|i agree to receive|privacy notice|news app, click|get all the stories you need',
    },
    account: {
      whole:
        'story saved|article saved|saved|saved to your list|added to your list|added to your bookmarks|the code has been copied to your clipboard|the url has been copied to your clipboard|link copied|link copied to clipboard|copied to clipboard|no media source currently available|no live streaming currently available|something went wrong, please try again|please try again later',
      has: 'you can find this story in|copied to your clipboard|no media source currently|no live streaming currently',
    },
    contact: {
      has: 'follow me on twitter|follow me on facebook|follow me on instagram|follow me on linkedin|check out my website|to reach the reporter|to reach the editor|reach the author at|reach the writer at|contact the author at|contact the reporter',
    },
    related: {
      opens: 'most read in|most viewed in|most popular in|most shared in|trending in|latest in|more in this',
      whole:
        'show all|view all|see all|trackback|trackbacks|trackback url|view gallery|open gallery|in pictures',
    },
    legal: {
      opens:
        'how to cite|cite this article|cite this as|cite as:|this work is licensed|this article is licensed|this article is republished',
      has: 'do not necessarily reflect the views|do not necessarily reflect the opinion|do not necessarily reflect the position|do not necessarily reflect those|do not necessarily reflect the official|does not necessarily reflect the|not necessarily represent|not necessarily those of|licensed under a creative commons|republished under a creative commons|republished from the conversation',
    },
  },
  de: {
    comments: {
      opens:
        'war dieser artikel|war dieser beitrag|war der artikel|war das hilfreich|gefällt dir dieser|gefällt ihnen dieser|hat dir dieser|hat ihnen dieser|hat dir der|hat ihnen der|wie hilfreich|warum ist der artikel|vielen dank für deine|vielen dank für ihre|danke für deine|danke für ihre|danke für dein|zustimmung, kritik',
      whole:
        'war dieser artikel hilfreich|war dieser beitrag hilfreich|war der artikel hilfreich|gefällt dir dieser beitrag|gefällt dir dieser artikel|gefällt ihnen dieser artikel|hat dir der artikel gefallen|hat ihnen der artikel gefallen|vielen dank für deine stimme|vielen dank für ihre stimme|vielen dank für ihr feedback|vielen dank für dein feedback|danke für ihr feedback|danke für dein feedback|janein|ja nein|artikel bewerten|beitrag bewerten|fehler gefunden|fehler melden',
      has: 'um einen kommentar zu|um kommentare zu|um kommentieren zu|um zu kommentieren|ihr kommentar|ihres kommentar|ihren kommentar|kommentare zu diesem|kommentare zu den beiträgen|kommentare sind geschlossen|kommentare der user|kommentare der nutzer|kommentare der leser|lesermeinungen zu kürzen|leserbriefe zu kürzen|kommentare und pings|trackback von ihrer|pings sind',
    },
    newsletter: {
      whole: 'auf sie kommt es an|unterstützen sie uns|unterstütze uns|unterstützt uns|jetzt spenden|spenden',
      has: 'brauchen wir deine unterstützung|brauchen wir ihre unterstützung|brauchen wir eure unterstützung|nur mit ihrer unterstützung|mit ihrer unterstützung|mit deiner unterstützung|mit eurer unterstützung|mit ihrer spende|mit deiner spende|mit eurer spende|unterstützen sie unsere|unterstütze unsere|unterstützen sie uns|unterstütze uns|uns als supporter|gefällt dir unser|gefällt ihnen unser|ihnen gefällt unser|dir gefällt unser|braucht eure hilfe|braucht weiterhin eure hilfe|brauchen eure hilfe|unterstützungsmöglichkeiten|ich bin damit einverstanden, dass mir die|willige ich ein|auf dieses gerät – abonniere|push-mitteilungen erhalten|dauerhafte förderer|folgt uns auf|folgt uns bei|folgen sie uns bei|hilf uns, besser',
    },
    account: {
      whole:
        'artikel gespeichert|gespeichert|link kopiert|in die zwischenablage kopiert|auf die merkliste|fenster schließen',
      has: 'keine freien artikel mehr|freien artikel in diesem monat|kostenlos ein konto erstellen|in die zwischenablage kopiert|fenster schließt in|besuchen sie die webseite um dieses',
    },
    related: {
      opens:
        'lesen sie dazu auch|zugehörige themen|empfehlungen aus dem|empfehlungen aus unserem|mein aktuelles video',
      whole:
        'artikel und videos zum thema|videos zum thema|zugehörige themenseiten|themenseiten|weitere videos|diashow starten|bildergalerie starten|bild vergrößern|bilder vergrößern|galerie öffnen|präsentiert von|diese artikel könnten sie ebenfalls interessieren|diese artikel könnten sie auch interessieren|das könnte sie ebenfalls interessieren|das könnte dich ebenfalls interessieren|mein aktuelles video|aktuelle videos|zum video|dokumenteninfos|hochauflösendes bild',
      has: 'finden diesen artikel im internet|finden sie diesen artikel im internet',
    },
    byline: {
      whole:
        'zu den autorinnen|zu den autoren|über die autorinnen|über die autoren|zum autor|zur autorin|zur person|zu den personen|originalartikel',
    },
    advert: {
      has: 'partner-links|partnerlinks|markierte links|gesponserten marketing|affiliate-partner|erhalten wir eine provision|erhalten wir ggf. eine provision|bekommen wir eine provision',
    },
    legal: {
      opens:
        'rechtliche hinweise|rechtlicher hinweis|dieser text wurde unter|dieser text steht unter|dieser text ist unter|dieser artikel steht unter|dieser artikel erscheint unter|dieses werk ist lizenziert|dieser text wurde veröffentlicht unter|issn|empfohlene zitierweise|zitiervorschlag|zitierhinweis|zitierempfehlung',
      whole:
        'rechtliche hinweise|rechtlicher hinweis|themenbezogene interessenbindung der autorin/des autors',
      has: 'nicht notwendigerweise die meinung|nicht zwangsläufig die meinung|nicht unbedingt die meinung|nicht zwingend die meinung|nicht der meinung der redaktion|persönlichen einschätzungen der autorin|die meinung der autorin/des autors|die redaktion behält sich|und abgelegt unter|wurde veröffentlicht unter der lizenz',
    },
  },
  fr: {
    comments: {
      opens:
        'cet article vous a|cet article vous est|avez-vous trouvé|avez-vous aimé|merci pour votre avis|merci de votre avis|vous avez aimé',
      whole:
        'cet article vous a-t-il été utile|cet article vous a plu|merci pour votre avis|oui non|ouinon|signaler une erreur',
      has: 'pour poster un commentaire|pour pouvoir commenter|pour commenter cet|pour réagir à cet|les commentaires sont fermés|les commentaires sont clos',
    },
    newsletter: {
      whole:
        'soutenez-nous|soutenir|je fais un don|faites un don|notre sélection|nos services|nos newsletters',
      has: 'faites un don|faire un don|grâce à vos dons|grâce à votre soutien|grâce au soutien de ses|votre soutien|soutenez-nous|soutenez le journalisme|soutenez un journalisme|soutenez notre|j’accepte de recevoir|en vous inscrivant',
    },
    account: {
      opens: 'offre limitée|offre spéciale|offre exclusive',
      whole: 'lien copié|article enregistré|copié',
      has: 'sans engagement|sur un seul appareil à la fois|votre abonnement n’autorise|votre abonnement n’autorise|profitez de notre offre',
    },
    related: {
      whole:
        'notre sélection vidéo|notre sélection d’articles|nos vidéos|vidéos les plus vues|source de l’article|en images|agrandir l’image|voir les photos',
    },
    legal: {
      opens:
        'pour citer cet|pour citer ce|comment citer|cet article est republié|cet article est sous licence|cet article est publié sous',
      has: 'n’engagent pas la rédaction|n’engagent que|n’engage que son auteur|n’engage que leur|ne reflètent pas nécessairement l|ne reflète pas nécessairement l|ne reflètent pas nécessairement c|republié à partir de the conversation',
    },
  },
  es: {
    comments: {
      opens:
        '¿te ha gustado|¿te gustó|¿te resultó|¿te ha sido útil|¿te ha resultado|¿le ha gustado|¿fue útil|¿qué te ha parecido|gracias por tu valoración|gracias por tu voto',
      whole:
        'te ha gustado este artículo|te gustó este artículo|te ha resultado útil|gracias por tu valoración|gracias por tu voto|sí no|síno|reportar error|reportar un error|normas de uso',
      has: 'para poder comentar|para comentar debes|para comentar es necesario|los comentarios están cerrados|los comentarios publicados son|normas de los comentarios',
    },
    newsletter: {
      whole: 'apóyanos|dona|donar|haz tu donación|hazte socio|hazte socia|colabora con nosotros',
      has: 'haz una donación|haz tu donación|haga una donación|con tu apoyo|con tu ayuda|tu donación|hazte socio|hazte socia|necesitamos tu ayuda|necesitamos tu apoyo|apoya el periodismo|acepto recibir|al suscribirte|si te ha gustado este',
    },
    account: {
      whole: 'enlace copiado|copiado|guardado|artículo guardado',
      has: 'artículos gratis este mes|sin permanencia',
    },
    related: {
      opens: 'lo más leído en|más leídas en|lo más visto en|lo último en',
      whole:
        'ver noticia|ver galería|ver fotogalería|ampliar imagen|ampliar foto|ver más noticias|en imágenes',
    },
    legal: {
      opens:
        'cómo citar|como citar|este artículo fue publicado originalmente|esta obra está bajo|este artículo se publica bajo',
      has: 'no reflejan necesariamente la opini|no reflejan necesariamente las opini|no reflejan necesariamente el punto|no reflejan necesariamente los puntos|no reflejan necesariamente la post|no refleja necesariamente la opini|no representan necesariamente|no se hace responsable de las opiniones|son responsabilidad de sus autores|son de exclusiva responsabilidad|es responsabilidad exclusiva|no se responsabiliza de',
    },
  },
  it: {
    comments: {
      opens:
        'ti è piaciuto|vi è piaciuto|ti è stato utile|questo articolo ti|grazie per il tuo voto|segnala un errore',
      whole:
        'ti è piaciuto questo articolo|ti è stato utile|questo articolo ti è stato utile|sì no|segnala un errore',
      has: 'per poter commentare|per commentare devi|i commenti sono chiusi|devi effettuare l’accesso',
    },
    newsletter: {
      whole: 'sostienici|dona ora|fai una donazione|sostieni il giornale',
      has: 'fai una donazione|con il tuo contributo|il tuo sostegno|il tuo contributo|abbiamo bisogno di te|abbiamo bisogno del tuo|sostieni il nostro|sostieni il giornalismo|acconsento al trattamento|iscrivendoti',
    },
    account: { whole: 'link copiato|articolo salvato|copiato' },
    related: {
      opens: 'i più letti|le più lette|più letti in',
      whole: 'guarda la gallery|vai alla gallery|guarda tutte le foto|ingrandisci|le immagini',
    },
    legal: {
      has: 'non riflettono necessariamente le|non riflettono necessariamente la|non riflettono necessariamente quell|non riflette necessariamente la|non rispecchiano necessariamente le|non rappresentano necessariamente|ripubblicato da the conversation',
    },
  },
  pt: {
    comments: {
      opens:
        'gostou deste|gostou desta|gostou da|gostou do|você gostou|este artigo foi útil|este conteúdo foi útil|o que achou|encontrou algum erro',
      whole:
        'gostou deste artigo|gostou da matéria|este artigo foi útil|este conteúdo foi útil|sim não|simnão|encontrou algum erro|reportar erro',
      has: 'os comentários são de responsabilidade|os comentários publicados|os comentários estão fechados|para comentar é|para comentar, é|poder comentar|moderação desse grupo',
    },
    newsletter: {
      whole: 'apoie-nos|faça uma doação|doe agora|apoie o jornalismo',
      has: 'faça uma doação|sua doação|apoie o jornalismo|com o seu apoio|com seu apoio|precisamos do seu apoio|precisamos da sua ajuda|aceito receber|ao se inscrever|ao se cadastrar',
    },
    account: { whole: 'link copiado|copiado|artigo guardado|guardado' },
    related: {
      opens: 'mais lidas em|mais lidos em|mais vistos em|últimas de',
      whole: 'ver galeria|ver fotogaleria|ampliar imagem|ampliar foto|veja as fotos|em imagens',
    },
    legal: {
      has: 'não refletem necessariamente a opini|não reflete necessariamente a opini|não reflete, necessariamente, a|não refletem, necessariamente, a|não representam a opinião|não representa a opinião|são de responsabilidade de seus|são de responsabilidade exclusiva|é de responsabilidade do autor',
    },
  },
  nl: {
    comments: {
      opens:
        'vond je dit|was dit artikel|was deze informatie|wat vind je van dit|bedankt voor je feedback|foutje gezien',
      whole:
        'was dit artikel nuttig|vond je dit artikel nuttig|bedankt voor je feedback|ja nee|janee|foutje gezien',
      has: 'om te kunnen reageren|om te reageren|reageren is niet meer mogelijk|reacties zijn gesloten',
    },
    newsletter: {
      whole: 'steun ons|word donateur|doneer|doneer nu',
      has: 'met jouw steun|met uw steun|dankzij jouw steun|steun onze|steun ons|word donateur|door je aan te melden|door je in te schrijven',
    },
    account: { whole: 'link gekopieerd|opgeslagen|artikel opgeslagen' },
    related: { whole: 'bekijk de foto’s|bekijk alle foto’s|in beeld|vergroot afbeelding' },
    legal: {
      has: 'niet noodzakelijk de mening|niet noodzakelijkerwijs de mening|op persoonlijke titel geschreven',
    },
  },
  pl: {
    comments: {
      opens: 'czy ten artykuł|czy artykuł był|podobał ci się|spodobał ci się|oceń artykuł|oceń ten',
      whole: 'czy ten artykuł był przydatny|podobał ci się artykuł|oceń artykuł|tak nie|zgłoś błąd',
      has: 'aby skomentować|aby dodać komentarz|żeby skomentować|komentarze są wyłączone|możliwość komentowania',
    },
    newsletter: {
      whole: 'wesprzyj nas|wspieraj nas|wpłać darowiznę',
      has: 'wesprzyj nas|wspieraj nas|dzięki waszemu wsparciu|dzięki twojemu wsparciu|przekaż darowiznę|potrzebujemy twojego|wyrażam zgodę na',
    },
    account: { whole: 'link skopiowany|skopiowano|zapisano' },
    related: { whole: 'zobacz galerię|zobacz zdjęcia|powiększ zdjęcie|galeria zdjęć' },
    legal: {
      has: 'nie muszą odzwierciedlać|wyraża opinie autora|wyłącznie poglądy autora',
    },
  },
  ru: {
    comments: {
      opens:
        'была ли статья|статья была полезна|вам понравилась|понравилась статья|оцените статью|оцените материал|спасибо за вашу оценку',
      whole:
        'была ли статья полезна|вам понравилась статья|понравилась статья|оцените статью|оцените материал|да нет|сообщить об ошибке',
      has: 'чтобы комментировать|правила комментирования|комментарии закрыты|чтобы оставлять комментарии',
    },
    newsletter: {
      whole: 'поддержите нас|поддержать редакцию|поддержать проект|поддержать нас',
      has: 'поддержите нас|поддержите редакцию|поддержать редакцию|поддержите нашу|оформите пожертвование|сделайте пожертвование|ваша поддержка|с вашей помощью|с вашей поддержкой|я согласен на обработку|даю согласие на',
    },
    account: {
      whole: 'ссылка скопирована|скопировано|код скопирован',
      has: 'скопирован в буфер|скопирована в буфер',
    },
    date: { opens: 'опубликован в газете|опубликовано в газете|заголовок в газете|заголовок в бумажной' },
    legal: {
      has: 'мнение редакции может не совпадать|мнение автора может не совпадать|может не совпадать с мнением|может не совпадать с позицией|точка зрения автора|точка зрения редакции может',
    },
  },
  uk: {
    comments: {
      opens:
        'чи була стаття|вам сподобалась|вам сподобалася|сподобалась стаття|оцініть статтю|оцініть матеріал',
      whole: 'сподобалась стаття|сподобалася стаття|оцініть статтю|так ні|повідомити про помилку',
      has: 'щоб коментувати|коментарі закриті|правила коментування',
    },
    newsletter: {
      whole: 'підтримайте нас|підтримати нас|підтримати редакцію',
      has: 'підтримайте нас|підтримайте редакцію|підтримати редакцію|ваша підтримка|за вашої підтримки',
    },
    account: { has: 'скопійовано в буфер|скопійований в буфер' },
    legal: {
      has: 'думка редакції може не збігатися|може не збігатися з думкою|може не співпадати з|точка зору автора|точка зору редакції може',
    },
  },
  tr: {
    comments: {
      opens: 'bu makale yararlı|bu içerik faydalı|bu haberi beğendiniz',
      whole: 'bu makale yararlı oldu mu|bu içerik faydalı oldu mu|evet hayır',
      has: 'yorum yapabilmek|yorum yazabilmek|yorumların sorumluluğu',
    },
    newsletter: { has: 'bize destek ol|bağımsız gazeteciliği destekle' },
    legal: { has: 'görüşlerini yansıtmayabilir|sorumluluğu yazarına aittir|sorumluluk yazarına aittir' },
  },
  ar: {
    comments: { whole: 'هل كان هذا المقال مفيدا|هل أعجبك المقال|نعم لا' },
    related: {
      whole:
        'مواضيع ساخنة|مواضيع ساخنة اخرى|مواضيع ساخنة أخرى|مواضيع أخرى|مواضيع اخرى|مواضيع ذات صلة|أخبار ذات صلة|اخبار ذات صلة|موضوعات متعلقة|قد يعجبك أيضا',
    },
    date: { opens: 'تم نشره|تم النشر|نشر في|تاريخ النشر|آخر تحديث|اخر تحديث' },
    legal: { has: 'لا تعبر بالضرورة عن|لا يعبر بالضرورة عن|تعبر عن رأي صاحبها|لا تعكس بالضرورة' },
  },
  fa: {
    navigation: { opens: 'انتهای پیام|پایان پیام', whole: 'انتهای پیام|پایان پیام' },
    related: { whole: 'اخبار مرتبط|مطالب مرتبط|خبرهای مرتبط|بیشتر بخوانید' },
  },
  id: {
    related: {
      opens:
        'simak video|simak juga|saksikan video|saksikan juga|lihat juga video|tonton juga|tonton video|[gambas:',
    },
    comments: { opens: 'apakah artikel ini', whole: 'apakah artikel ini membantu|ya tidak' },
    legal: { has: 'tidak mencerminkan pandangan|sepenuhnya tanggung jawab penulis' },
  },
  ja: {
    comments: {
      opens: 'この記事は役に|この記事が気に入ったら|この記事はいかが',
      whole: 'この記事は役に立ちましたか|この記事が気に入ったら|はい いいえ|いいねしよう|メモ入力',
    },
    account: { whole: '完了しました|保存しました|コピーしました|リンクをコピーしました|最大400文字まで' },
    related: {
      opens: 'トラックバックurl|この記事のトラックバック',
      whole: '画像を拡大|画像を見る|写真を拡大|拡大する',
    },
  },
  ko: {
    comments: { opens: '이 기사가 마음에|이 기사에 대해', whole: '좋아요 싫어요|이 기사 어떠셨나요' },
    account: { has: '복사되었습니다|클립보드에 복사' },
    related: { whole: '이미지 크게 보기|사진 크게보기|이미지 확대' },
  },
  zh: {
    comments: { opens: '这篇文章对您|這篇文章對您|您觉得这篇|您覺得這篇', whole: '有帮助 没有帮助' },
    account: { whole: '复制成功|複製成功|已复制|已複製', has: '已复制到剪贴板|已複製到剪貼簿' },
    related: { opens: '引用網址|引用网址', whole: '推薦|推荐|点击看大图|點擊看大圖|查看原图' },
    legal: { has: '不代表本站|不代表本网|不代表本報|不代表本刊|仅代表作者|僅代表作者|文责自负|文責自負' },
  },
  sv: {
    comments: {
      opens: 'var artikeln|vad tyckte du',
      whole: 'var artikeln till hjälp|ja nej|rapportera ett fel',
    },
    newsletter: { has: 'med ditt stöd|stöd vår journalistik|genom att anmäla dig' },
    legal: { has: 'åsikterna i texten är|det är skribenten som svarar|åsikterna är skribentens' },
  },
  nb: {
    comments: { opens: 'var artikkelen', whole: 'var artikkelen nyttig|ja nei' },
    legal: { has: 'står for skribentens regning|uttrykker skribentens' },
  },
  da: {
    comments: { opens: 'var artiklen', whole: 'var artiklen nyttig|ja nej' },
    legal: { has: 'er udtryk for skribentens|udtryk for forfatterens egen' },
  },
  hu: { legal: { has: 'nem feltétlenül tükrözi|nem feltétlenül egyezik' } },
  cs: { legal: { has: 'nemusí vyjadřovat|nemusí odrážet|nemusí se shodovat s názorem' } },
  ro: { legal: { has: 'nu reflectă în mod necesar|nu reflectă neapărat' } },
  sr: {
    account: { has: 'kopiran u vaš|kopiran u clipboard|копиран у ваш' },
    legal: { has: 'ne odražavaju nužno|ne moraju odražavati|ne odražava nužno|не одражавају нужно' },
  },
  el: { legal: { has: 'δεν εκφράζουν απαραίτητα|δεν αντανακλούν απαραίτητα|δεν υιοθετεί απαραίτητα' } },
};
