import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedPassages, withFurniture } from '../../../src/dedupe/passages.ts';
import { candidateKeys, KEYS_PER_TEXT, prepare } from '../../../src/dedupe/shingles.ts';
import { isAnotherStory } from '../../../src/dedupe/story.ts';
import { CHARACTER, NAME, NUMBER, QUOTED, tokenize } from '../../../src/dedupe/tokens.ts';
import { isTrivialChange } from '../../../src/dedupe/trivial.ts';
import { comparable, verify } from '../../../src/dedupe/verify.ts';
import { report, sentences } from '../../support/texts.ts';

const doc = (title: string, text: string, host: string | null = null) => comparable({ title, text, host });

describe('tokenize', () => {
  it('does not see case, apostrophes and thousands separators', () => {
    const one = tokenize('The mayor’s boat cost 1,250 crowns');
    const two = tokenize("THE MAYOR'S BOAT COST 1250 CROWNS");
    expect([...one.hashes]).toEqual([...two.hashes]);
    expect(one.hashes.length).toBe(6);
  });
  it('takes US for U.S., and short names where no sentence begins', () => {
    expect([...tokenize('the U.S. and the U.K. said').hashes]).toEqual([
      ...tokenize('the US and the UK said').hashes,
    ]);
    const named = (text: string): number[] => [...tokenize(text).flags].map((f) => f & NAME);
    expect(named('The man from Ulm and SAP. But he left')).toEqual([0, 0, 0, NAME, 0, NAME, 0, 0, 0]);
  });
  it('marks numbers, names, quotations', () => {
    const { flags } = tokenize('Ferry 12 sails, “not today” said Ivarsen');
    expect([...flags].map((f) => f & (NUMBER | NAME | QUOTED))).toEqual([
      NAME,
      NUMBER,
      0,
      QUOTED,
      QUOTED,
      0,
      NAME,
    ]);
  });
  it('knows where a quotation ends by the marks of the language', () => {
    for (const text of [
      'Then “never again” said Ivarsen',
      'Then „never again“ said Ivarsen',
      'Then „never again” said Ivarsen',
      'Then «never again» said Ivarsen',
      'Then »never again« said Ivarsen',
      'Then ”never again” said Ivarsen',
      'Then "never again" said Ivarsen',
      'Then « never again » said Ivarsen',
    ])
      expect(
        [...tokenize(text).flags].map((f) => f & QUOTED),
        text,
      ).toEqual([0, QUOTED, QUOTED, 0, 0]);
    // A mark that closes what a line before opened.
    expect([...tokenize('never again” said Ivarsen').flags].map((f) => f & QUOTED)).toEqual([0, 0, 0, 0]);
  });
  it('takes scripts without spaces character by character, beyond the first plane too', () => {
    for (const text of ['港町の新しい橋', 'สะพานใหม่ข้าม', '𠀀𠀁𠀂𠀃']) {
      const { flags } = tokenize(text);
      expect(flags.length, text).toBe([...text].length);
      expect([...flags].every((f) => (f & CHARACTER) !== 0)).toBe(true);
    }
  });
  it('never throws and never yields more tokens than there are characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { hashes, blocks } = tokenize(text);
        expect(hashes.length).toBeLessThanOrEqual(text.normalize('NFKC').length);
        expect(blocks.length).toBe(hashes.length);
      }),
    );
  });
});

describe('candidateKeys', () => {
  const keysOf = (text: string) => candidateKeys(prepare(tokenize(text)));
  it('gives a bounded number, sorted and distinct', () => {
    const keys = keysOf(report(1, 30));
    expect(keys.length).toBe(KEYS_PER_TEXT);
    expect(keys).toEqual([...new Set(keys)].toSorted((a, b) => a - b));
    expect(keysOf('Four words are few')).toEqual([]);
  });
  it('gives a copy cut to a third several keys in common with the original', () => {
    for (let story = 1; story <= 20; story += 1) {
      const full = sentences(story, 30);
      const known = new Set(keysOf(full.join(' ')));
      expect(keysOf(full.slice(0, 10).join(' ')).filter((k) => known.has(k)).length).toBeGreaterThan(2);
    }
  });
});

describe('verify', () => {
  it('merges a copy with a line before it, one after it and a sentence left out', () => {
    const text = sentences(3, 20);
    const copy = ['By our own reporter in the harbour.', ...text.toSpliced(8, 1), 'More news on page two.'];
    const verdict = verify(doc('Bridge', text.join('\n')), doc('The bridge', copy.join('\n')));
    expect(verdict).toMatchObject({ outcome: 'merged', guard: null });
    expect(verdict.score).toBeGreaterThan(0.9);
  });
  it('merges a copy cut to a third, when it begins as the original does and the title fits', () => {
    const text = sentences(4, 30);
    const title = text[0] ?? '';
    expect(verify(doc(title, text.join('\n')), doc('Short', text.slice(0, 10).join('\n')))).toMatchObject({
      outcome: 'merged',
      direction: 'b-in-a',
    });
  });
  it('does not merge a story with a roundup that prints it whole', () => {
    const story = sentences(5, 10);
    const roundup = [...sentences(6, 12), ...story, ...sentences(7, 12)];
    expect(verify(doc('Pier', story.join('\n')), doc('The day in short', roundup.join('\n')))).toMatchObject({
      outcome: 'related',
      direction: 'a-in-b',
    });
  });
  it('does not merge a brief with a roundup of three, wherever it stands in it', () => {
    const briefs = [sentences(31, 2), sentences(32, 2), sentences(33, 2)].map((brief) => brief.join(' '));
    for (const [n, brief] of briefs.entries()) {
      const verdict = verify(doc(`Brief ${n}`, brief), doc('The day in short', briefs.join('\n')));
      expect(verdict.outcome, `${n}`).not.toBe('merged');
    }
    // Under its own title, with a paragraph added, it is the same story grown.
    const grown = verify(doc('Bells', briefs[0] ?? ''), doc(sentences(31, 1)[0] ?? '', briefs.join('\n')));
    expect(grown.outcome).toBe('merged');
  });
  it('does not merge two articles that print the same letter at length', () => {
    const letter = `“${sentences(8, 14).join(' ')}”`;
    const one = [...sentences(9, 5), letter].join('\n');
    const two = [...sentences(10, 5), letter].join('\n');
    expect(verify(doc('Letter', one), doc('The letter', two))).toMatchObject({
      outcome: 'related',
      guard: 'quotations',
    });
  });
  it('does not merge a form that was filled in anew', () => {
    const form = (town: string, n: number) =>
      Array.from(
        { length: 8 },
        (_, i) =>
          `In ${town} the gauge number ${i + 1} by the old weir stood at ${n + i * 3} centimetres at noon and the wardens of ${town} expect it to stay there until ${10 + ((n + i) % 12)} in the evening.`,
      ).join('\n');
    const verdict = verify(
      doc('Water levels', form('Oberwehr', 140)),
      doc('Water levels', form('Niederau', 97)),
    );
    expect(verdict).toMatchObject({ outcome: 'apart', guard: 'template' });
  });
  it('does not merge a form whose titles name what was filled in, even once in a long text', () => {
    const notice = (town: string) =>
      doc(
        `Nurses wanted in ${town}`,
        `We look for nurses for our house in ${town}.\n${report(41, 20)}`,
        town,
      );
    const [one, other] = [notice('Brindley'), notice('Ashford')];
    expect(verify(one, other)).toMatchObject({ outcome: 'apart', guard: 'other-name' });
    // The same exchange under a title that does not name it is an edit.
    const edited = { ...other, title: one.title };
    expect(verify(one, edited).outcome).toBe('merged');
    expect(verify(one, notice('Brindley')).outcome).toBe('merged');
  });
  it('does not merge a short text in which another number or name stands for one', () => {
    const notice = (name: string, age: number) =>
      doc('Obituary', `The parish tells us that ${name}, aged ${age}, died at home.\n${report(42, 5)}`);
    expect(verify(notice('Rosa Quimby', 81), notice('Rosa Quimby', 83)).outcome).not.toBe('merged');
    expect(verify(notice('Rosa Quimby', 81), notice('Albert Finch', 81)).outcome).not.toBe('merged');
    expect(verify(notice('Rosa Quimby', 81), notice('Rosa Quimby', 81)).outcome).toBe('merged');
  });
  it('does not merge a text with a report that quotes it at length, whichever is longer', () => {
    const said = sentences(43, 14);
    const quoting = [...sentences(44, 3), ...said.map((s) => `“${s}”`), ...sentences(45, 3)].join('\n');
    const verdict = verify(doc('Statement', said.join('\n')), doc('Statement of the council', quoting));
    expect(verdict).toMatchObject({ outcome: 'related', guard: 'quotations' });
  });
  it('does not merge a brief with a roundup under its own headline, whose other items are about others', () => {
    const names = (of: string, n: number) =>
      Array.from(
        { length: 14 },
        (_, i) => `Then ${of}${String.fromCharCode(97 + i)} of ${of}ton ${n} came by again.`,
      );
    const brief = names('Bren', 1).join('\n');
    const roundup = [brief, ...names('Korv', 2), ...names('Halm', 3)].join('\n');
    const verdict = verify(doc('Brena of Brenton', brief), doc('Brena of Brenton', roundup));
    expect(verdict).toMatchObject({ outcome: 'related', guard: 'other-subject' });
    const longer = [brief, ...names('Bren', 2), ...names('Bren', 3)].join('\n');
    expect(verify(doc('Brena of Brenton', brief), doc('Brena of Brenton', longer)).outcome).toBe('merged');
  });
  it('does not merge two reports over one long background, though it is most of both', () => {
    const background = sentences(46, 24).join('\n');
    const words = (of: string) =>
      Array.from(
        { length: 120 },
        (_, i) => `${of}${String.fromCharCode(97 + (i % 24), 97 + Math.floor(i / 24))}`,
      );
    const [one, other] = [words('bren').join(' '), words('korv').join(' ')];
    const release = (title: string, own: string) => doc(title, `${own}\n${background}`);
    const [a, b] = [release('Quarter ends', one), release('Chairman resigns', other)];
    expect(verify(a, b)).toMatchObject({ outcome: 'related', guard: 'lead' });
    // The same story under another headline has its beginning in common.
    expect(verify(a, release('Chairman resigns', `${one}\n${sentences(49, 2).join('\n')}`)).outcome).toBe(
      'merged',
    );
  });
  it('wants the numbers of a brief to match', () => {
    const brief = (n: number) =>
      `The harbour company of Sandvik took in ${n} million crowns in the second quarter, the board said after its meeting on Tuesday, and pays no dividend.`;
    expect(verify(doc('a', brief(41)), doc('b', brief(41)))).toMatchObject({ outcome: 'merged' });
    expect(verify(doc('a', brief(41)), doc('b', brief(43)))).toMatchObject({
      outcome: 'apart',
      guard: 'numbers',
    });
  });
  it('works without spaces between words', () => {
    const text =
      '港の古い時計台は来年の春までに修理されることになったと市長が火曜日に発表した。工事の間、鐘は鳴らない。住民の多くは計画を歓迎しているが、費用について心配する声もある。市は寄付を募る方針で、秋に説明会を開く。';
    const other =
      '北の島へ向かう新しい船は四月から毎日三回運航される予定で、会社は冬の間も便を減らさないと約束した。乗客は増えており、切符の値段は変わらない。船員の募集も始まった。船長は天気に恵まれることを願うと話した。';
    expect(verify(doc('時計台', text), doc('港の時計', `地元紙。${text}`))).toMatchObject({
      outcome: 'merged',
    });
    expect(verify(doc('時計台', text), doc('船', other))).toMatchObject({ outcome: 'apart' });
  });
  it('wants more of two articles of one host under different titles than a common background', () => {
    const background = sentences(11, 14);
    const one = [...sentences(12, 4), ...background].join('\n');
    const two = [...sentences(13, 4), ...background].join('\n');
    const [here, there] = ['paper.example', 'other.example'];
    expect(verify(doc('Storm damage', one, here), doc('Mayor resigns', two, here))).toMatchObject({
      outcome: 'related',
      guard: 'same-host',
    });
    const copy = `By our own reporter.\n${one}`;
    expect(verify(doc('Storm damage', one, here), doc('What the storm did', copy, here)).outcome).toBe(
      'merged',
    );
    expect(verify(doc('Storm damage', one, here), doc('What the storm did', copy, there)).outcome).toBe(
      'merged',
    );
  });
  it('does not count what is marked as furniture of the host', () => {
    const notice = sentences(14, 10).join('\n');
    const one = doc('Bell', `${sentences(15, 3).join('\n')}\n${notice}`, 'paper.example');
    const two = doc('Bell tower', `${sentences(16, 3).join('\n')}\n${notice}`, 'paper.example');
    expect(sharedPassages(one, two)).toHaveLength(10);
    const known = new Set(sharedPassages(one, two));
    const verdict = verify(
      withFurniture(one, (passage) => known.has(passage)),
      withFurniture(two, (passage) => known.has(passage)),
    );
    expect(verify(one, two).evidence.shorterInLonger).toBeGreaterThan(0.75);
    expect(verdict.evidence.shorterInLonger).toBeLessThan(0.5);
    expect(verdict.outcome).toBe('apart');
    expect(withFurniture(one, () => false)).toBe(one);
  });
  it.each([
    [
      'Thai',
      'นายกรัฐมนตรีกล่าวเมื่อวันอังคารว่ารัฐบาลจะซ่อมสะพานเก่าข้ามแม่น้ำให้เสร็จก่อนฤดูฝน ชาวบ้านส่วนใหญ่เห็นด้วยกับแผนนี้ แต่บางคนกังวลเรื่องค่าใช้จ่าย โรงเรียนใกล้สะพานจะปิดสองสัปดาห์ระหว่างการก่อสร้าง และรถประจำทางจะใช้เส้นทางอื่น',
      'ทีมนักดำน้ำพบเรือไม้โบราณใต้ทะเลใกล้เกาะทางใต้ พิพิธภัณฑ์จะจัดแสดงเครื่องปั้นดินเผาที่พบในเรือในปีหน้า นักวิจัยเชื่อว่าเรือลำนี้จมลงเมื่อห้าร้อยปีก่อนระหว่างพายุ และบรรทุกข้าวกับเครื่องเทศจากต่างแดน',
    ],
    [
      'Korean',
      '시장은 화요일 항구의 오래된 시계탑을 내년 봄까지 수리하겠다고 발표했다. 공사 기간에는 종이 울리지 않는다. 주민 대부분은 계획을 환영하지만 비용을 걱정하는 목소리도 있다. 시는 기부금을 모으고 가을에 설명회를 열 방침이다.',
      '북쪽 섬으로 가는 새 여객선이 사월부터 하루 세 번 운항한다. 회사는 겨울에도 편수를 줄이지 않겠다고 약속했다. 승객은 늘고 있으며 표 값은 그대로다. 선원 모집도 시작되었고 선장은 날씨가 좋기를 바란다고 말했다.',
    ],
    [
      'Chinese',
      '市长周二宣布，港口的旧钟楼将在明年春天之前修复完毕。施工期间钟声将停止。大多数居民欢迎这一计划，但也有人担心费用。市政府打算募集捐款，并在秋天举行说明会，听取各方意见。',
      '开往北岛的新渡轮从四月起每天往返三次，公司承诺冬季也不减少班次。乘客人数不断增加，票价保持不变。船员招聘已经开始，船长说希望天气晴好，旅客能够平安抵达目的地。',
    ],
  ])('tells copies from others in %s', (_, text, other) => {
    const copy = doc('另', `通讯员 12。\n${text}`, 'b.example');
    expect(verify(doc('一', text, 'a.example'), copy).outcome).toBe('merged');
    expect(verify(doc('一', text, 'a.example'), doc('二', other, 'b.example')).outcome).toBe('apart');
    // Half of it in a text of its own is no copy.
    const half = doc('二', `${other}\n${text.slice(0, text.length / 2)}`, 'b.example');
    expect(verify(doc('一', text, 'a.example'), half).outcome).not.toBe('merged');
  });
  it('gives the same outcome and score whichever comes first', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 3, max: 25 }),
        (one, two, shared, own) => {
          const common = sentences(one, shared);
          const a = doc('A title', [...common, ...sentences(two + 50, own)].join('\n'));
          const b = doc('Another', [...sentences(two + 90, own), ...common].join('\n'));
          const [ab, ba] = [verify(a, b), verify(b, a)];
          expect([ba.outcome, ba.score, ba.guard]).toEqual([ab.outcome, ab.score, ab.guard]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('verify, of forms and wire copies', () => {
  const rest =
    'on Monday in heavy trading on the exchange of the capital. Traders pointed to figures for the last quarter, which the company had published before the opening bell, and to a note by analysts who had lifted their target for the whole sector. The wider market was little changed.';
  it('keeps forms apart that differ in a short name, at their beginning too', () => {
    for (const [one, other] of [
      ['Shares of SAP rose', 'Shares of RWE rose'],
      ['Traders in Ulm pushed the shares up', 'Traders in Aue pushed the shares up'],
      ['Vikstad was calm and shares rose', 'Ostheim was calm and shares rose'],
    ] as const)
      expect(
        verify(doc('On the move', `${one} ${rest}`), doc('On the move', `${other} ${rest}`)).outcome,
      ).not.toBe('merged');
  });
  it('keeps forms apart whose names stand first, without spaces too', () => {
    const rest =
      '周六晚主场取胜，继续保持升级希望。比赛机会不多，一记角球后的头球决定了胜负。下半场客队加强进攻，但门将几乎没有受到考验。主教练赛后称赞了球员的耐心。';
    expect(verify(doc('比赛结果', `东山队${rest}`), doc('比赛结果', `西河队${rest}`)).outcome).not.toBe(
      'merged',
    );
    expect(verify(doc('比赛结果', `东山队${rest}`), doc('比赛结果', `东山队${rest}`)).outcome).toBe('merged');
  });
  it('does not miss the date of a dateline that an outlet cut off, and tells two dates apart', () => {
    const wire = (dateline: string): string => `${dateline}The price of grain rose ${rest}`;
    const original = doc('Grain dearer', wire('OSTBY, March 1 (Reuters) - '), 'a.example');
    expect(verify(original, doc('Grain dearer', wire(''), 'b.example')).outcome).toBe('merged');
    const later = doc('Grain dearer', wire('OSTBY, March 2 (Reuters) - '), 'b.example');
    expect(verify(original, later).outcome).not.toBe('merged');
  });
});

describe('isAnotherStory', () => {
  it('tells briefs apart that have nothing in common', () => {
    const crash = doc(
      'Car hits tree',
      'A car hit a tree on the coast road near Ostby on Monday night. The driver was not hurt.',
    );
    const fire = doc(
      'Bakery burns',
      'Flames destroyed the oven of a village baker in Vik, who hopes to sell bread again by June.',
    );
    expect(isAnotherStory(crash, fire)).toBe(true);
    expect(
      isAnotherStory(
        crash,
        doc('Car hits tree, driver held', 'A car hit a tree near Ostby. Police hold the driver.'),
      ),
    ).toBe(false);
    expect(isAnotherStory(doc('Car hits tree', report(12, 20)), fire)).toBe(false);
  });

  const elsewhere = [
    'Mild air from the south brings sunshine to most valleys today, with haze over rivers until ten.',
    'Hikers should take water along, since springs above Kaltental have dried up this year already.',
    'Tomorrow clouds arrive, and by evening thunder is likely near Rauhberg and around Lake Mirow.',
  ].join('\n');
  it('knows an address that is used anew from an edit and from a notice in the place of the text', () => {
    const before = doc('Daily notes', report(11, 12));
    expect(isAnotherStory(before, doc('Daily notes', elsewhere))).toBe(true);
    expect(isAnotherStory(before, doc('Notes', `${report(11, 12)}\n${report(13, 40)}`))).toBe(false);
    expect(isAnotherStory(before, doc('Gone', 'This text is no longer available.'))).toBe(false);
  });
});

describe('isTrivialChange', () => {
  const changes = (before: string, after: string, title = 'Bell') =>
    isTrivialChange({ title: 'Bell', text: before }, { title, text: after });
  const story = report(15, 3);
  it('sees through lines that count and lines that tell the time', () => {
    expect(
      changes(`Updated 5 min ago\n${story}\n12 comments`, `Updated 2 hours ago\n${story}\n1,340 comments`),
    ).toBe(true);
    expect(changes(`${story}\n12 comments`, story)).toBe(true);
    expect(changes(`Aktualisiert vor 3 Minuten\n${story}`, `Aktualisiert vor 9 Minuten\n${story}`)).toBe(
      true,
    );
  });
  it('takes nothing else for trivial', () => {
    expect(changes(`${story}\nHarbour 3 Valley 1`, `${story}\nHarbour 3 Valley 2`)).toBe(false);
    expect(changes(`${story}\nThe bell costs 40 crowns.`, `${story}\nThe bell costs 41 crowns.`)).toBe(false);
    expect(changes(story, story, 'The bell')).toBe(false);
    expect(changes(`${story}\nOne sentence.`, story)).toBe(false);
    expect(changes('3 comments', '4 comments')).toBe(false);
    expect(
      changes(
        `${story}\nThe ferry left 5 minutes ago and 12 people were on board, the harbour master says.`,
        `${story}\nThe ferry left 9 minutes ago and 14 people were on board, the harbour master says.`,
      ),
    ).toBe(false);
  });
});
