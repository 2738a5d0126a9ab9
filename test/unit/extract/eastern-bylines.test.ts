/** Names where Korean, Japanese and Chinese pages have them; editors; accounts; the paper in a title. */
import { describe, expect, it } from 'vitest';
import { splitNames } from '../../../src/extract/fields/names.ts';
import { contentOf } from './read.ts';

interface Parts {
  readonly lang: string;
  readonly title: string;
  readonly text: readonly string[];
  readonly head?: string;
  readonly under?: string;
  readonly after?: string;
}
const authorsOf = ({ lang, title, text, head = '', under = '', after = '' }: Parts): readonly string[] =>
  contentOf(
    `<!doctype html><html lang="${lang}"><head><title>${title}</title>${head}</head><body><main><article><h1>${title}</h1>${under}${text.map((line) => `<p>${line}</p>`).join('')}${after}</article></main></body></html>`,
  ).authors;

const KOREAN = {
  lang: 'ko',
  title: '학교 옥상에 꿀벌이 이사 왔다',
  text: [
    '역 뒤편 과수원이 벌통 열한 개를 초등학교 옥상으로 옮겼고, 아이들은 첫 수업 전에 벌을 세며 하루를 시작한다고 교장이 밝혔다.',
    '여름이면 벌통마다 약 사만 마리의 벌이 살지만 옥상이 높아서 운동장에서는 벌이 날아다니는 것을 아무도 느끼지 못한다고 한다.',
    '시는 벌통 둘레에 울타리를 세우는 비용을 냈고, 양봉가는 꿀의 절반을 급식실에 주기로 약속했으며 금요일마다 빵을 굽는다.',
  ],
};
const JAPANESE = {
  lang: 'ja',
  title: '学校の屋上にミツバチが引っ越してきた',
  text: [
    '駅の裏にある果樹園が、十一の巣箱を小学校の屋上に移した。子どもたちは一時間目の前にハチを数えるのを楽しみにしている。',
    '校長によると、四月に巣箱が来てから刺された人は一人もいない。初めは怖がっていた保護者も、今では蜂蜜を分けてほしいと頼むという。',
    '夏には一つの巣箱に約四万匹がすむが、屋上は高いので、校庭の上を飛んでいても誰も気づかない。町が囲いの費用を出している。',
  ],
};
const CHINESE = {
  lang: 'zh-CN',
  title: '学校屋顶搬来了十一箱蜜蜂',
  text: [
    '火车站后面的果园把十一个蜂箱搬到了小学的屋顶上，孩子们每天上第一节课之前都要数一数蜜蜂，老师说他们比以前更守时了。',
    '校长表示，自从四月份蜂箱搬来以后没有一个人被蜇过，起初害怕的家长现在也来打听什么时候可以买到蜂蜜，并愿意帮忙照看。',
    '夏天每个蜂箱大约有四万只蜜蜂，屋顶很高，蜜蜂飞过操场的时候谁也不会注意到，镇里出钱修建了蜂箱周围的围栏。',
  ],
};

describe('a Korean reporter beside the headline', () => {
  const head = '<meta property="og:article:author" content="고을일보 | 네모">';
  it.each(['문가람 기자', '문가람 기자(garam@goeul.example)', '문가람 기자 garam@goeul.example'])(
    'is the author where metadata names paper and portal: %s',
    (line) => {
      expect(authorsOf({ ...KOREAN, head, under: `<div class="k1"><em>${line}</em></div>` })).toEqual([
        '문가람',
      ]);
    },
  );

  it('leaves metadata that names them, with whoever else wrote it', () => {
    const named = '<meta name="author" content="문가람, 서하늘">';
    expect(authorsOf({ ...KOREAN, head: named, under: '<p>문가람 기자</p>' })).toEqual(['문가람', '서하늘']);
  });
});

describe('the brackets at the end of a text', () => {
  it.each([
    ['（山川花子）', ['山川花子']],
    ['（山川　はな）', ['山川 はな']],
    ['（取材・文＝山川花子）', ['山川花子']],
    ['（敬称略）', []],
    ['（以下省略）', []],
    ['（共同通信）', []],
    ['（写真提供）', []],
  ])('name who signs it in Japanese: %s', (end, names) => {
    const [first = '', second = '', third = ''] = JAPANESE.text;
    expect(authorsOf({ ...JAPANESE, text: [first, second, `${third}${end}`] })).toEqual(names);
  });

  it.each(['（資料照片）', '（王曉明攝影）', '（图片来源）'])('are a note in Chinese: %s', (end) => {
    const [first = '', second = '', third = ''] = CHINESE.text;
    expect(authorsOf({ ...CHINESE, text: [first, second, `${third}${end}`] })).toEqual([]);
  });

  it('are no signature inside a text that several sign', () => {
    const text = ['山川花子', '海野太郎', '森田次郎'].map((name, i) => `${JAPANESE.text[i]}（${name}）`);
    expect(authorsOf({ ...JAPANESE, text })).toEqual([]);
  });

  it.each([
    ['（江城晚报 记者 陈小雨）', ['陈小雨']],
    ['（记者陈小雨 林一山 通讯员王二）', ['陈小雨', '林一山']],
  ])('name the reporter in Chinese, before the paper and the editor: %s', (end, names) => {
    const head =
      '<meta property="article:author" content="江城晚报"><meta property="og:site_name" content="江城晚报">';
    const after = `<p>　　${end}</p><p class="show_author">责任编辑：王晓明</p>`;
    expect(authorsOf({ ...CHINESE, head, after })).toEqual(names);
  });
});

describe('a Chinese editor', () => {
  const after = '<p class="show_author">责任编辑：王晓明</p>';
  it('stands for the author where nobody else is named', () => {
    expect(authorsOf({ ...CHINESE, after })).toEqual(['王晓明']);
  });

  it('gives way to the source', () => {
    expect(authorsOf({ ...CHINESE, under: '<p class="author">来源：新华社</p>', after })).toEqual(['新华社']);
  });
});

describe('bylines of content systems', () => {
  it('are links to an account right under the headline', () => {
    const under = '<div class="m1"><span><a href="/user/pollen/">문가람</a></span></div>';
    expect(authorsOf({ ...KOREAN, under })).toEqual(['문가람']);
  });

  it('are no links to log in, nor to accounts far below', () => {
    const under =
      '<div class="m1"><a href="/user/login/">로그인</a> <a href="/users/password">비밀번호</a></div>';
    const after = `${'<p><i>.</i></p>'.repeat(40)}<p><a href="/user/pollen/">문가람</a></p>`;
    expect(authorsOf({ ...KOREAN, under, after })).toEqual([]);
  });

  it.each([
    ['Inés Valdecasas, Redactora de Medio Ambiente', ['Inés Valdecasas']],
    ['Eva Braunfeld, Redakteurin für Politik', ['Eva Braunfeld']],
    ['Marco Neri, Corrispondente da Roma', ['Marco Neri']],
  ])('have no role beside the name: %s', (line, names) => {
    expect(splitNames(line)).toEqual(names);
  });
});

describe('the paper in brackets behind a title', () => {
  const titled = (title: string, h1: string): string =>
    contentOf(
      `<!doctype html><html lang="ja"><head><title>${title}</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: title, publisher: { '@type': 'Organization', name: 'みなと新報' } })}</script></head><body><main><article>${h1}${JAPANESE.text.map((line) => `<p>${line}</p>`).join('')}</article></main></body></html>`,
    ).title;

  it('goes with the portal’s name', () => {
    const title = `${JAPANESE.title}（みなと新報） - ポータルニュース`;
    expect(titled(title, `<h1>${JAPANESE.title}</h1>`)).toBe(JAPANESE.title);
    expect(titled(title, '')).toBe(JAPANESE.title);
    expect(titled(`${JAPANESE.title}（みなと新報）`, '')).toBe(JAPANESE.title);
  });

  it('stays where the brackets hold something else', () => {
    expect(titled(`${JAPANESE.title}（上）`, '')).toBe(`${JAPANESE.title}（上）`);
  });
});
