/**
 * The wordings of `phrases.ts` for listening to an article, for how long it takes to read, and for the lists and counts beside
 * it, by language and then by purpose. Data only, matched together with the others.
 */
import type { Phrases, Purpose } from './phrases.ts';

export const LISTEN_PHRASES: Readonly<Record<string, Readonly<Partial<Record<Purpose, Phrases>>>>> = {
  en: {
    newsletter: { whole: 'click here to subscribe|tap here to subscribe|subscribe here' },
    share: { whole: 'listen to this story|listen to the article|listen to this page|hear this article' },
  },
  de: {
    comments: { whole: 'jetzt kommentieren|artikel kommentieren|kommentar schreiben|diskutieren sie mit' },
    share: {
      whole: 'artikel anhören|beitrag anhören|diesen artikel anhören|artikel vorlesen lassen|vorlesen',
    },
  },
  fr: {
    comments: {
      whole: 'réagir à cet article|réagissez à cet article|commenter cet article|donnez votre avis',
    },
    related: { opens: 'lire aussi ' },
    share: { whole: 'écouter l’article|écouter cet article|écouter l’article maintenant|lecture audio' },
  },
  es: {
    share: {
      whole:
        'escuchar el artículo|escucha el artículo|escuchar este artículo|escuchar noticia|escucha la noticia',
    },
    date: { opens: 'tiempo de lectura' },
  },
  it: {
    share: {
      whole: 'ascolta l’articolo|ascolta questo articolo|ascolta la notizia|ascolta la versione audio',
    },
    date: { opens: 'tempo di lettura' },
  },
  pt: {
    share: {
      whole:
        'ouça esta matéria|ouvir esta matéria|ouça a matéria|ouça a notícia|ouvir notícia|ouça este conteúdo|ouvir artigo|ouça este artigo',
    },
    date: { opens: 'tempo de leitura' },
  },
  nl: { share: { whole: 'luister naar dit artikel|beluister dit artikel|artikel beluisteren|luister' } },
  pl: {
    caption: { opens: 'fot. |fot.:|zdj. ' },
    date: { opens: 'czas czytania|ten tekst przeczytasz w' },
    share: { whole: 'posłuchaj artykułu|odsłuchaj artykuł|posłuchaj tego artykułu' },
  },
  ru: {
    advert: { whole: 'продолжение после рекламы|реклама продолжение ниже|продолжение ниже' },
    date: { opens: 'время чтения|время на чтение' },
    share: { whole: 'слушать статью|прослушать статью|слушать новость|послушать статью' },
  },
  uk: {
    advert: { whole: 'продовження після реклами|далі після реклами' },
    date: { opens: 'час читання|час на читання' },
    related: {
      opens: 'ще за темою|більше за темою|за темою:',
      whole: 'ще за темою|найпопулярніше|популярне|найчитаніше|популярні новини',
    },
    share: { whole: 'слухати статтю|прослухати статтю|слухати новину' },
  },
  tr: {
    date: { opens: 'okuma süresi' },
    newsletter: { opens: 'bizi facebook|bizi twitter|bizi instagram|bizi google', has: 'takip edin' },
    related: {
      opens: 'ilgili haber:|ilgili haber',
      whole: 'en çok okunanlar|çok okunanlar|en çok okunan haberler|ilgili haber',
    },
    share: { whole: 'haberi dinle|makaleyi dinle|bu haberi dinle|dinle' },
  },
  ar: {
    date: { opens: 'مدة القراءة|وقت القراءة|زمن القراءة' },
    related: { whole: 'الأكثر قراءة|الأكثر شعبية|الأكثر مشاهدة' },
    share: { whole: 'استمع إلى المقال|استمع للمقال|استمع إلى الخبر|الاستماع إلى المقال' },
  },
  zh: {
    comments: { whole: '评论|評論|网友评论|網友評論|留言' },
    date: { opens: '阅读时间|閱讀時間|阅读时长|預計閱讀時間' },
    related: {
      whole:
        '热门文章|熱門文章|热门新闻|熱門新聞|热文推荐|点击查看原文|點擊查看原文|查看原文|阅读原文|閱讀原文',
    },
    share: { whole: '收听本文|收聽本文|听全文|聽全文|听新闻|朗读|語音朗讀' },
  },
  ja: {
    comments: { whole: 'コメント|コメントする|コメントを書く' },
    date: { opens: '読了時間|この記事は約' },
    share: { whole: 'この記事を聴く|この記事を聞く|音声で聴く|音声で聞く|記事を読み上げる' },
  },
  ko: {
    date: { opens: '읽는 시간|읽는데 걸리는 시간' },
    legal: { opens: 'ⓒ |저작권자' },
    newsletter: { whole: '페이스북에서 팔로우|네이버에서 구독|구독하기|유튜브에서 구독|카카오톡 채널 추가' },
    related: { opens: '함께 보면 좋은 기사|같이 보면 좋은 기사|관련 뉴스:|이 시각 주요 뉴스' },
    share: { whole: '기사 듣기|기사 음성으로 듣기|음성으로 듣기|뉴스 듣기' },
  },
};
