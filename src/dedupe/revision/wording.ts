/**
 * How publishers say that they corrected a text or took it down, by language. Parts of regular expressions
 * (flags `iu`), over NFC text.
 */

export interface Wording {
  /** What a notice begins with, where a colon, a dash, a date or nothing follows. */
  readonly labels: readonly string[];
  /** What a notice of a correction says, anywhere in its line. Each names the article or its version. */
  readonly corrected: readonly string[];
  /** What stands in the place of a text that was taken down. Each names the text. */
  readonly takenDown: readonly string[];
}

const EN = '(?:this|the) (?:article|story|report|post|piece|page|column|video|headline|content|caption)';
const DE = '(?:dieser|diesem|diesen|dieses|der|den|dem) (?:artikel|beitrag|text|bericht|inhalt|meldung)s?';
const FR = "(?:cet|cette|l[’']) ?(?:article|texte|dépêche|contenu|page|vidéo)";
const ES = '(?:este|esta|el|la) (?:artículo|noticia|texto|información|nota|publicación|contenido|página)';
const IT = "(?:questo|questa|l[’']|quest[’']) ?(?:articolo|notizia|testo|contenuto|pagina)";
const PT = '(?:este|esta|o|a) (?:artigo|notícia|texto|reportagem|matéria|conteúdo|publicação|página)';
const NL = '(?:dit|deze|het|de) (?:artikel|bericht|stuk|verhaal|tekst|pagina)';
const PL = '(?:artykuł|tekst|materiał|publikacja|treść)';
const RU = '(?:стать[яюи]|материал|текст|новость|публикация|страница)';
const UK = '(?:статт[яюі]|матеріал|текст|новин[ау]|публікаці[яю]|сторінк[ау])';
const TR = '(?:bu )?(?:haber(?:in|imiz)?|yazı|makale|içerik|sayfa)';
const AR = '(?:الخبر|المقال|المحتوى|الصفحة|المادة|التقرير)';
const ZH = '(?:本文|此文|该文|該文|文章|稿件|内容|內容|报道|報道|報導|页面|頁面|新闻|新聞)';
const JA = '(?:記事|ニュース|コンテンツ|ページ|動画)';
const KO = '(?:기사|뉴스|게시물|콘텐츠|페이지)';

/** Languages that put spaces between words. */
export const SPACED: readonly Wording[] = [
  {
    labels: [
      'corrections?(?: and clarifications?)?',
      'clarifications?',
      'corrections? appended',
      'corrected',
      'erratum',
      'retraction',
      // A note of the editors may be about anything; it has to speak of a fault.
      "(?:editor[’']?s[’']?|editors[’']) note(?=.{0,200}(?:correct|error|amend|clarif|inaccura))",
    ],
    corrected: [
      `(?:an? )?(?:earlier|previous|original|prior|first) (?:version|headline|caption)s? (?:of|in|on|for|to) (?:this [\\p{L}]+|the (?:article|story)(?![\\p{L}]))`,
      `${EN} (?:has|have|was|were) (?:been )?(?:since )?(?:amended|corrected|(?:edited|changed) to correct|updated (?:on .{1,30} )?to (?:correct|clarify|fix))`,
      'this (?:article|story|report|post|headline|caption) (?:originally|previously|initially|incorrectly|wrongly|mistakenly|misstated|misidentified)',
      'we (?:regret|apologi[sz]e for) the error',
    ],
    takenDown: [
      `${EN} (?:(?:has|have) (?:since )?been|was|were|is) (?:\\p{L}+ )?(?:removed|deleted|withdrawn|retracted|taken down|taken offline|unpublished|no longer available)`,
      '(?:has|have) (?:removed|withdrawn|retracted|taken down|unpublished|deleted) (?:this|the) (?:article|story|report|post|content|video|column)',
      '(?:content|page|article|story|post) (?:you (?:have )?requested|(?:that )?you (?:are|were) looking for) is no longer (?:available|online|accessible)',
    ],
  },
  {
    labels: ['berichtigung', 'korrektur(?:hinweis)?', 'richtigstellung'],
    corrected: [
      'in (?:einer|der) (?:früheren|ersten|ursprünglichen|vorherigen|vorigen) (?:version|fassung)',
      `${DE} wurde (?:\\p{L}+ ){0,3}(?:korrigiert|berichtigt)`,
      'wir haben (?:das|dies|den|diesen|die) (?:\\p{L}+ ){0,3}(?:korrigiert|berichtigt)',
      'wir (?:bitten,? (?:den|diesen) fehler zu entschuldigen|bedauern den fehler)',
    ],
    takenDown: [
      `${DE} (?:wurde|ist|musste) (?:\\p{L}+ ){0,8}(?:gelöscht|entfernt|zurückgezogen|offline genommen|depubliziert|gesperrt)`,
      `${DE} (?:ist|steht) (?:\\p{L}+ ){0,3}nicht (?:mehr|länger) (?:verfügbar|abrufbar|online)`,
    ],
  },
  {
    labels: ['correctif', 'rectificatif', 'rectification', 'mise au point'],
    corrected: [
      "(?:une|la) (?:version (?:antérieure|précédente|initiale)|première version|précédente version) (?:de (?:cet|cette|ce|notre|l[’'])|du présent) ?(?:article|texte|dépêche|papier)",
      `${FR} a été (?:corrigée?|rectifiée?|modifiée? pour corriger)`,
    ],
    takenDown: [
      `${FR} (?:a été|n[’']est plus) (?:\\p{L}+ ){0,2}(?:retirée?|supprimée?|dépubliée?|effacée?|disponible|accessible|en ligne)`,
      'nous avons (?:retiré|supprimé|dépublié) (?:cet|cette)',
    ],
  },
  {
    labels: ['corrección', 'rectificación', 'fe de (?:errores|erratas)'],
    corrected: [
      '(?:una|la) (?:versión (?:anterior|previa|inicial)|primera versión) (?:de (?:este|esta|la)|del) (?:artículo|noticia|texto|información|nota)',
      `${ES} (?:ha sido|fue) (?:corregid|rectificad)[oa]`,
    ],
    takenDown: [
      `${ES} (?:ha sido|fue|ya no está) (?:retirad[oa]|eliminad[oa]|borrad[oa]|despublicad[oa]|disponible|accesible)`,
    ],
  },
  {
    labels: ['correzione', 'rettifica', 'errata corrige'],
    corrected: [
      "(?:una|la) (?:versione precedente|precedente versione|prima versione) (?:di quest|dell)[oae’'] ?(?:articolo|notizia|testo|pezzo)",
      `${IT} è stat[oa] (?:corrett|rettificat)[oa]`,
    ],
    takenDown: [
      `${IT} (?:è stat[oa]|non è più) (?:rimoss[oa]|ritirat[oa]|cancellat[oa]|eliminat[oa]|disponibile|accessibile)`,
    ],
  },
  {
    labels: ['correção', 'retificação', 'rectificação', 'errámos', 'erramos', 'errata'],
    corrected: [
      '(?:uma|a) (?:versão (?:anterior|inicial)|primeira versão) (?:deste|desta|do|da) (?:artigo|notícia|texto|reportagem|matéria)',
      `${PT} foi (?:corrigid|retificad|rectificad)[oa]`,
    ],
    takenDown: [
      `${PT} (?:foi|já não está|não está mais|deixou de estar) (?:removid[oa]|retirad[oa]|apagad[oa]|eliminad[oa]|excluíd[oa]|despublicad[oa]|disponível)`,
    ],
  },
  {
    labels: ['correctie', 'rectificatie', 'verbetering'],
    corrected: [
      'een (?:eerdere|vorige|eerste) versie van (?:dit|deze|het) (?:artikel|bericht|stuk|verhaal|tekst)',
      `${NL} is (?:\\p{L}+ ){0,3}(?:gecorrigeerd|gerectificeerd)`,
    ],
    takenDown: [
      `${NL} is (?:\\p{L}+ ){0,6}(?:verwijderd|ingetrokken|offline gehaald|niet (?:meer|langer) beschikbaar|teruggetrokken)`,
    ],
  },
  {
    labels: ['sprostowanie', 'korekta', 'poprawka'],
    corrected: [
      'w (?:poprzedniej|pierwotnej|pierwszej|wcześniejszej) wersji',
      `${PL} został[ay]? (?:poprawion|skorygowan)[yae]`,
    ],
    takenDown: [
      `${PL} (?:\\p{L}+ ){0,3}(?:usunięt[yae]|wycofan[yae])`,
      `${PL} (?:nie jest już|jest już nie)\\s?dostępn[yae]`,
    ],
  },
  {
    labels: ['исправление', 'уточнение', 'поправка', 'опровержение'],
    corrected: [
      'в (?:предыдущей|первоначальной|более ранней|первой) версии',
      `${RU} (?:был|была|было) (?:исправлен|уточн[её]н|скорректирован)`,
    ],
    takenDown: [
      `${RU} (?:\\p{L}+ ){0,4}(?:удал[её]н[аоы]?|отозван[аоы]?|снят[аоы]? с публикации|больше не доступ\\p{L}+|недоступ\\p{L}+)`,
    ],
  },
  {
    labels: ['виправлення', 'уточнення', 'спростування'],
    corrected: [
      '(?:у|в) (?:попередній|первинній|початковій|першій) версії',
      `${UK} (?:був|була|було) (?:виправлен|уточнен|скоригован)`,
    ],
    takenDown: [
      `${UK} (?:\\p{L}+ ){0,4}(?:видален[аоиої]?|відкликан[аоиої]?|знят[аоиоий]* з публікації|більше не доступ\\p{L}+|недоступ\\p{L}+)`,
    ],
  },
  {
    labels: ['düzeltme', 'tekzip'],
    corrected: [
      '(?:haberin|yazının|makalenin) (?:önceki|ilk|daha önceki) (?:sürüm|hal|versiyon)',
      `${TR} (?:\\p{L}+ ){0,3}düzeltil`,
    ],
    takenDown: [
      `${TR} (?:\\p{L}+ ){0,3}(?:kaldırılmış|kaldırıldı|silinmiş|silindi|geri çekil|artık mevcut değil|erişime kapat)`,
    ],
  },
  {
    labels: ['تصحيح', 'تصويب', 'توضيح'],
    corrected: [
      '(?:نسخة|صيغة) سابقة من (?:هذا|هذه)',
      `تم تصحيح (?:هذا |هذه )?${AR}`,
      `ورد خطأ في (?:هذا |هذه )?(?:${AR}|نسخة)`,
    ],
    takenDown: [
      `(?:تم|جرى) (?:حذف|سحب|إزالة) (?:هذا |هذه )?${AR}`,
      `(?:هذا|هذه) ${AR} (?:لم يعد|لم تعد|غير) (?:متاح|متوفر)`,
      `لم (?:يعد|تعد) (?:هذا |هذه )?${AR} (?:متاح|متوفر)`,
    ],
  },
];

/** Languages that do not, or join what follows to the word. */
export const SPACELESS: readonly Wording[] = [
  {
    labels: ['更正(?:启事|啟事|说明|說明)?', '勘误', '勘誤', '订正'],
    corrected: [
      `${ZH}(?:的)?(?:此前|早前|早期|先前|之前|较早|較早|上一)(?:的)?(?:一个|一個)?版本`,
      `(?:此前|早前|先前|之前)(?:的)?(?:版本|${ZH})(?:中)?(?:有误|有誤|误|誤|错误|錯誤)`,
      '(?:特此|现予|現予|予以|已经|已經|已作出|已作)更正',
    ],
    takenDown: [
      `${ZH}(?:内容|內容)?(?:已|已经|已經|现已|現已)(?:被|经|經)?(?:作者|编辑|編輯|发布者|發布者)?(?:删除|刪除|撤回|撤下|撤稿|下架|移除|下线|下線)`,
    ],
  },
  {
    labels: ['訂正(?:とおわび|とお詫び)?', 'お詫びと訂正', 'おわびと訂正'],
    corrected: [
      '(?:誤りがあ|間違いがあ|誤って).{0,40}(?:訂正|修正|おわび|お詫び)',
      '(?:おわび|お詫び)して訂正',
      '(?:以前|当初|先)の(?:記事|版).{0,40}(?:誤り|訂正|修正)',
      '訂正しました',
    ],
    takenDown: [
      `${JA}(?:は|を|が|の).{0,20}(?:削除(?:され|しま|いたしま)|取り消(?:しま|しい|され)|取り下げ|(?:公開|掲載|配信)[をは]?(?:終了|停止))`,
    ],
  },
  {
    labels: ['정정(?: ?보도(?:문)?)?', '바로 ?잡습니다'],
    corrected: [
      '(?:이전|초기|기존|당초) (?:버전|기사).{0,30}(?:정정|수정|바로잡|잘못|오류)',
      '(?:바로잡|정정)(?:습니다|합니다|했습니다|하였습니다)',
    ],
    takenDown: [
      `${KO}(?:는|은|가|이|를|을)? ?.{0,20}(?:삭제(?:되었|됐|된|했|하였)|철회(?:되|했|하)|더 ?이상 (?:제공|볼 수|이용))`,
    ],
  },
];
