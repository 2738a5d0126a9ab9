/**
 * Reports that are forms filled in anew (weather, matches, shares, deaths …), in several languages, as two outlets print
 * them. Two fillings are two texts; what an outlet puts around one filling makes a copy of it.
 */
import { type LabelledDocument, pick, type Random, randomOf } from './dedupe-cases.ts';

/** What stands for `{a}` to `{z}` in a form; the same letter is the same thing throughout. */
type Slots = Readonly<Record<string, readonly string[] | readonly [from: number, to: number]>>;

interface Form {
  readonly name: string;
  readonly title: string;
  readonly body: string;
  readonly slots: Slots;
}

const TOWNS = {
  en: [
    'Ashford',
    'Brindley',
    'Colmouth',
    'Darnley',
    'Eastwick',
    'Farrow',
    'Glenmoor',
    'Hatherby',
    'Innsworth',
    'Kelby',
  ],
  de: [
    'Altenried',
    'Brunnau',
    'Dornfeld',
    'Ebersau',
    'Falkenhain',
    'Grünheide',
    'Hohenbruck',
    'Lindach',
    'Marnitz',
    'Neustein',
  ],
  fr: [
    'Aubrac',
    'Belmont',
    'Chavanay',
    'Drancy',
    'Eguilles',
    'Fontvieille',
    'Givry',
    'Hauterive',
    'Lormont',
    'Magny',
  ],
  es: [
    'Almenara',
    'Benavides',
    'Cartaya',
    'Daimiel',
    'Estepona',
    'Fuensalida',
    'Guadix',
    'Herrera',
    'Illescas',
    'Jumilla',
  ],
  ru: ['Ардатов', 'Боровск', 'Волхов', 'Галич', 'Дубна', 'Елец', 'Зарайск', 'Ирбит', 'Кашин', 'Ливны'],
  zh: ['安阳', '保定', '常州', '大同', '鄂州', '抚顺', '桂林', '邯郸', '吉安', '开封'],
  ja: ['青森', '別府', '千葉', '富山', '福井', '函館', '広島', '伊勢', '鎌倉', '熊本'],
  th: ['เชียงใหม่', 'ขอนแก่น', 'นครราชสีมา', 'ภูเก็ต', 'สงขลา', 'ลำปาง', 'อุดรธานี', 'ระยอง', 'ตรัง', 'น่าน'],
  ar: ['الإسكندرية', 'بورسعيد', 'الجيزة', 'دمياط', 'الرباط', 'سوسة', 'صفاقس', 'طنجة', 'عمان', 'فاس'],
  ko: ['강릉', '구미', '나주', '대전', '마산', '부산', '순천', '여수', '전주', '춘천'],
  tr: ['Adana', 'Bursa', 'Çorum', 'Denizli', 'Edirne', 'Giresun', 'Isparta', 'Kayseri', 'Malatya', 'Niğde'],
} as const;
const SIGNS_EN = ['Aries', 'Taurus', 'Gemini', 'Cancer', 'Virgo', 'Libra', 'Scorpio', 'Pisces'];
const PEOPLE_EN = [
  'Margaret Hollis',
  'Edwin Tarrant',
  'Rosa Quimby',
  'Albert Finch',
  'Nora Pell',
  'Walter Strand',
  'Ivy Marlow',
  'George Penhale',
];
const PEOPLE_DE = [
  'Helga Brandt',
  'Karl Wessel',
  'Ingrid Thoma',
  'Otto Reimers',
  'Grete Vogl',
  'Heinz Mahler',
  'Rosa Kern',
  'Emil Sander',
];

const FORMS: readonly Form[] = [
  {
    name: 'weather_en',
    title: '{a} weather: highs of {n} degrees',
    body: 'People in {a} can expect a day of sunny spells and scattered showers, forecasters said.\nTemperatures will reach {n} degrees in the afternoon and fall to {m} degrees overnight, with light winds from the west.\nThe chance of rain is put at {p} per cent. Drivers are advised to take care in the morning, when mist may form over low ground and along rivers.\nThe outlook for the weekend remains unsettled, with more cloud and further showers moving in from the Atlantic by Sunday evening. A spokesman for the weather service said residents should check for updates before travelling to the coast.',
    slots: { a: TOWNS.en, n: [11, 29], m: [2, 10], p: [10, 90] },
  },
  {
    name: 'weather_de',
    title: 'Wetter in {a}: bis zu {n} Grad',
    body: 'In {a} wechseln sich am heutigen Tag Sonne und Wolken ab. Am Nachmittag sind einzelne Schauer möglich.\nDie Temperaturen steigen auf Werte um {n} Grad, in der Nacht kühlt es auf {m} Grad ab. Der Wind weht schwach bis mäßig aus westlichen Richtungen.\nDie Regenwahrscheinlichkeit liegt bei {p} Prozent. Wer draußen unterwegs ist, sollte am Nachmittag einen Schirm dabei haben.\nAuch in den kommenden Tagen bleibt es wechselhaft, erst zum Wochenende setzt sich nach Angaben der Meteorologen wieder häufiger die Sonne durch.',
    slots: { a: TOWNS.de, n: [11, 29], m: [2, 10], p: [10, 90] },
  },
  {
    name: 'weather_zh',
    title: '{a}今日天气预报：最高气温{n}度',
    body: '据气象台消息，{a}今天白天多云转阴，局部地区有小雨，偏北风二到三级。\n预计最高气温{n}度，夜间最低气温{m}度，相对湿度百分之{p}。\n气象专家提醒市民，早晚温差较大，外出时请注意添加衣物，驾车出行注意交通安全，谨防路面湿滑。\n未来三天冷空气势力逐渐减弱，天气以多云为主，周末前后气温将有所回升，适宜户外活动。',
    slots: { a: TOWNS.zh, n: [11, 29], m: [2, 10], p: [20, 90] },
  },
  {
    name: 'weather_ja',
    title: '{a}の天気　最高気温は{n}度',
    body: 'きょうの{a}は高気圧に覆われておおむね晴れるが、午後は雲が広がり、所によりにわか雨が降る見込みだ。\n最高気温は{n}度、最低気温は{m}度と予想され、降水確率は{p}パーセントとなっている。\n気象台は、朝晩の冷え込みが強まるため体調管理に注意するよう呼びかけている。また、沿岸では波がやや高くなるおそれがある。\n週末にかけては天気が周期的に変わり、傘の手放せない日が続きそうだ。',
    slots: { a: TOWNS.ja, n: [11, 29], m: [2, 10], p: [10, 90] },
  },
  {
    name: 'weather_th',
    title: 'พยากรณ์อากาศจังหวัด{a} อุณหภูมิสูงสุด {n} องศา',
    body: 'กรมอุตุนิยมวิทยารายงานว่าวันนี้จังหวัด{a}มีเมฆบางส่วนและมีฝนฟ้าคะนองบางแห่งในช่วงบ่ายถึงค่ำ\nอุณหภูมิสูงสุด {n} องศาเซลเซียส อุณหภูมิต่ำสุด {m} องศาเซลเซียส โอกาสเกิดฝนร้อยละ {p} ของพื้นที่\nขอให้ประชาชนระวังอันตรายจากฝนตกหนักและลมกระโชกแรง รวมทั้งดูแลรักษาสุขภาพเนื่องจากสภาพอากาศที่เปลี่ยนแปลง\nในช่วงสุดสัปดาห์นี้ฝนจะลดลงและอากาศจะเย็นลงเล็กน้อยในตอนเช้า',
    slots: { a: TOWNS.th, n: [28, 38], m: [18, 26], p: [10, 80] },
  },
  {
    name: 'weather_ar',
    title: 'حالة الطقس في {a} اليوم: العظمى {n} درجة',
    body: 'توقعت هيئة الأرصاد الجوية أن يسود اليوم في {a} طقس معتدل نهارا مائل للبرودة ليلا مع ظهور سحب منخفضة.\nوتصل درجة الحرارة العظمى إلى {n} درجة مئوية بينما تسجل الصغرى {m} درجات، وتبلغ نسبة الرطوبة {p} في المئة.\nوناشدت الهيئة المواطنين توخي الحذر أثناء القيادة في الصباح الباكر بسبب الشبورة المائية على الطرق القريبة من المسطحات المائية.\nومن المتوقع أن تستمر الأجواء المستقرة حتى نهاية الأسبوع مع ارتفاع طفيف في درجات الحرارة ونشاط للرياح على فترات متقطعة.',
    slots: { a: TOWNS.ar, n: [18, 38], m: [6, 17], p: [20, 90] },
  },
  {
    name: 'match_en',
    title: '{a} {n}-{m} {b}: late goal settles it',
    body: '{a} met {b} at a packed ground on Saturday afternoon, and the match finished {n}-{m} after a tense second half.\nThe visitors began the brighter and had the first chance, but the home goalkeeper was equal to it. The opening goal came in minute {p}, when a corner from the left was headed in at the far post.\nBoth sides made changes after the break as the rain came down. The referee showed {q} yellow cards in all, most of them for dissent.\nThe managers were satisfied with the effort of their players, and both sets of supporters applauded their teams from the pitch. Attendance was given as {r}.',
    slots: {
      a: TOWNS.en,
      b: ['Rovers', 'Albion', 'Wanderers', 'Athletic', 'Rangers', 'Thistle'],
      n: [2, 5],
      m: [0, 2],
      p: [3, 80],
      q: [1, 7],
      r: [1200, 9800],
    },
  },
  {
    name: 'match_es',
    title: '{a} {n}-{m} {b}: resumen del partido',
    body: 'El {a} recibió este sábado al {b} en un partido muy disputado que terminó con el marcador de {n}-{m}.\nEl conjunto visitante salió con más ímpetu y dispuso de la primera ocasión, pero el guardameta local respondió con acierto. El primer tanto llegó en el minuto {p}, tras un saque de esquina rematado de cabeza en el segundo palo.\nTras el descanso ambos entrenadores movieron el banquillo. El árbitro mostró {q} tarjetas amarillas, la mayoría por protestar.\nLa afición despidió a los jugadores con aplausos y los dos técnicos se mostraron satisfechos con el esfuerzo de sus equipos.',
    slots: {
      a: TOWNS.es,
      b: ['Racing', 'Deportivo', 'Unión', 'Sporting', 'Real', 'Cultural'],
      n: [2, 5],
      m: [0, 2],
      p: [3, 80],
      q: [1, 7],
    },
  },
  {
    name: 'match_ja',
    title: '{a}が{n}対{m}で勝利　サッカー県リーグ',
    body: 'サッカー県リーグの第{q}節が行われ、{a}がホームで{b}に{n}対{m}で勝利した。\n試合は序盤から互いに攻め合う展開となり、前半{p}分にコーナーキックからの流れで先制点が生まれた。後半に入ると雨が強まり、両チームとも選手を入れ替えて流れを変えようとした。\n終盤には相手の猛攻を受けたが、ゴールキーパーの好守もあって逃げ切った。監督は試合後、選手たちの粘り強さをたたえ、次の試合に向けて気を引き締めたいと話した。\n観客数は{r}人だった。',
    slots: {
      a: TOWNS.ja,
      b: ['松本', '長野', '前橋', '水戸', '大分'],
      n: [2, 5],
      m: [0, 2],
      p: [3, 44],
      q: [2, 30],
      r: [1200, 9800],
    },
  },
  {
    name: 'shares_en',
    title: '{a} Holdings shares {b} {n} per cent',
    body: 'Shares of {a} Holdings {b} {n} per cent in morning trading and were last seen at {m} pounds, valuing the company at about {p} million pounds.\nVolume was {q} thousand shares, against a daily average over the past month of nearly twice as many. The stock has traded between its low and its high of the year within the last six weeks.\nAnalysts have a consensus rating of hold on the company. Several brokers issued notes on the shares this month, and one of them changed its target price.\nThe company is due to report results for the third quarter next month. Its board meets in the same week to decide about the dividend.',
    slots: {
      a: TOWNS.en,
      b: ['rose', 'fell', 'gained', 'lost', 'slipped', 'climbed'],
      n: [2, 19],
      m: [12, 99],
      p: [120, 990],
      q: [12, 480],
    },
  },
  {
    name: 'shares_zh',
    title: '{a}股份今日股价{b}百分之{n}',
    body: '今日早盘，{a}股份股价{b}百分之{n}，报每股{m}元，总市值约为{p}亿元。\n成交量为{q}万手，低于过去一个月的日均水平。过去六周内，该股一直在年内高点与低点之间波动，市场交投较为清淡。\n多家券商本月发布了关于该公司的研究报告，其中一家调整了目标价，整体评级维持中性。分析人士认为，行业需求恢复仍需时间，投资者应保持谨慎。\n公司将于下月公布第三季度业绩，董事会届时将讨论分红方案。',
    slots: {
      a: TOWNS.zh,
      b: ['上涨', '下跌', '走高', '走低'],
      n: [2, 9],
      m: [12, 99],
      p: [120, 990],
      q: [12, 480],
    },
  },
  {
    name: 'obituary_en',
    title: '{a}, {n}, of {b}',
    body: '{a}, aged {n}, of {b}, passed away peacefully at home on {c}, surrounded by family.\nBorn and brought up in the town, {a} was for many years a valued member of the parish choir and a helper at the community kitchen. Friends will remember a warm laugh, a beautiful garden and an open door.\nA service of thanksgiving will be held at the parish church on {d} at {m} o’clock, followed by refreshments in the hall. All are welcome. Family flowers only, please; donations in memory may be made to the hospice.\nThe family wishes to thank the nurses and the doctors for the care and the kindness that they have shown over the past months, and all who have written.',
    slots: {
      a: PEOPLE_EN,
      b: TOWNS.en,
      c: ['Monday', 'Tuesday', 'Wednesday'],
      d: ['Thursday', 'Friday', 'Saturday'],
      n: [61, 98],
      m: [10, 15],
    },
  },
  {
    name: 'obituary_de',
    title: 'Traueranzeige {a}',
    body: 'Nach einem langen und erfüllten Leben nehmen wir Abschied von unserer geliebten Mutter, Schwiegermutter, Großmutter und Urgroßmutter.\n{a} ist im Alter von {n} Jahren im Kreise der Familie friedlich eingeschlafen.\nIn stiller Trauer: die Kinder mit Familien, die Enkel und Urenkel sowie alle Anverwandten. Die Trauerfeier mit anschließender Urnenbeisetzung findet am {c} um {m} Uhr auf dem Friedhof in {b} statt. Statt freundlich zugedachter Blumen bitten wir um eine Spende für das Hospiz. Für alle Zeichen der Anteilnahme, für Briefe und Besuche danken wir von Herzen.',
    slots: {
      a: PEOPLE_DE,
      b: TOWNS.de,
      c: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag'],
      n: [61, 98],
      m: [10, 15],
    },
  },
  {
    name: 'horoscope_en',
    title: '{a} horoscope for {c}',
    body: 'Your daily horoscope for {a}. The moon moves through a quiet corner of your chart on {c}, and the mood of the day is one of patience.\nIn love, {d}. Couples find time to talk, and singles may meet somebody where they least expect it.\nAt work, {e}. Do not let others hurry you, and read everything twice before you sign.\nYour lucky number is {n}. The colour of the day is {f}. Look after your sleep, drink more water than yesterday, and call somebody whom you have not called in a long time. The evening belongs to you.',
    slots: {
      a: SIGNS_EN,
      c: ['Monday', 'Tuesday', 'Wednesday', 'Friday'],
      d: ['honesty opens a door', 'an old letter turns up', 'a misunderstanding clears'],
      e: ['a plan comes together', 'a colleague asks for help', 'a small risk pays off'],
      f: ['green', 'blue', 'amber', 'white'],
      n: [2, 49],
    },
  },
  {
    name: 'horoscope_th',
    title: 'ดวงรายวัน {a} ประจำวัน{c}',
    body: 'คำทำนายดวงชะตาสำหรับผู้ที่เกิดราศี{a} ประจำวัน{c} ดวงดาวเคลื่อนเข้าสู่ตำแหน่งที่สงบ ควรใช้ความอดทนในการตัดสินใจเรื่องสำคัญ\nการงานมีเกณฑ์ได้รับมอบหมายงานใหม่ ผู้ใหญ่ให้การสนับสนุน แต่ต้องระวังเรื่องเอกสารสัญญา ควรอ่านให้รอบคอบก่อนลงนาม\nการเงินมีรายรับเข้ามาต่อเนื่อง เลขนำโชคคือ {n} สีมงคลคือสี{f}\nความรักคนมีคู่ควรหาเวลาพูดคุยกันให้มากขึ้น คนโสดมีโอกาสพบคนถูกใจในที่ที่ไม่คาดคิด สุขภาพควรพักผ่อนให้เพียงพอและดื่มน้ำมากๆ',
    slots: {
      a: ['เมษ', 'พฤษภ', 'เมถุน', 'กรกฎ', 'สิงห์', 'กันย์', 'ตุล', 'พิจิก'],
      c: ['จันทร์', 'อังคาร', 'พุธ', 'ศุกร์'],
      f: ['เขียว', 'ฟ้า', 'ขาว', 'ชมพู'],
      n: [10, 99],
    },
  },
  {
    name: 'job_en',
    title: 'Care assistant wanted in {a}',
    body: 'We are looking for a caring and reliable person to join our friendly team in {a} as a care assistant, full time or part time.\nYou will support our residents with their daily lives, help at meals, take part in activities and keep careful records. Experience is welcome but not needed: full training is given, and we pay for your qualification.\nWe offer a competitive hourly rate, paid breaks, free uniform, a pension and twenty-eight days of holiday. Shifts are planned four weeks ahead, and you can swap them with colleagues in our app.\nTo apply, send us a few lines about yourself. Interviews take place every week. We welcome applications from everybody and will make the adjustments that you need. All posts are subject to references and to a background check, for which we pay.',
    slots: { a: TOWNS.en },
  },
  {
    name: 'job_de',
    title: 'Pflegefachkraft (m/w/d) in {a} gesucht',
    body: 'Für unseren Standort in {a} suchen wir zum nächstmöglichen Zeitpunkt eine engagierte Pflegefachkraft in Voll- oder Teilzeit.\nZu Ihren Aufgaben gehören die Grund- und Behandlungspflege, die Dokumentation sowie die Beratung von Angehörigen. Sie bringen eine abgeschlossene Ausbildung, Freude an der Arbeit mit Menschen und Verantwortungsbewusstsein mit.\nWir bieten einen sicheren Arbeitsplatz, ein tarifliches Gehalt mit Zulagen, dreißig Tage Urlaub, eine betriebliche Altersvorsorge und regelmäßige Fortbildungen. Die Dienstpläne stehen vier Wochen im Voraus fest, Wünsche werden berücksichtigt.\nBitte richten Sie Ihre Bewerbung mit den üblichen Unterlagen an unsere Personalabteilung. Für Rückfragen steht Ihnen unser Team gerne zur Verfügung. Wir freuen uns auf Sie.',
    slots: { a: TOWNS.de },
  },
  {
    name: 'traffic_de',
    title: 'Unfall auf der A{n} bei {a}',
    body: 'Auf der Autobahn A{n} hat sich am {c} in Höhe der Anschlussstelle {a} ein Unfall ereignet. Wie die Polizei mitteilte, waren {m} Fahrzeuge beteiligt.\nNach ersten Erkenntnissen hatte der Fahrer eines Kleintransporters beim Wechsel des Fahrstreifens ein anderes Fahrzeug übersehen. Rettungskräfte und Feuerwehr waren im Einsatz, {p} Menschen wurden leicht verletzt und in ein Krankenhaus gebracht.\nDie Fahrbahn war für mehrere Stunden in einer Richtung gesperrt. Es bildete sich ein Rückstau von {q} Kilometern Länge, der Verkehr wurde über die nächste Ausfahrt umgeleitet. Die Polizei bittet Zeugen, sich bei der Dienststelle zu melden.',
    slots: {
      a: TOWNS.de,
      c: ['Montagmorgen', 'Dienstagabend', 'Mittwochmittag', 'Freitagnachmittag'],
      n: [1, 99],
      m: [2, 5],
      p: [1, 6],
      q: [2, 14],
    },
  },
  {
    name: 'traffic_fr',
    title: 'Accident sur la D{n} à {a}',
    body: 'Un accident de la circulation s’est produit {c} sur la départementale {n}, à la hauteur de {a}. Selon les premiers éléments, {m} véhicules sont impliqués.\nLes sapeurs-pompiers et les gendarmes sont intervenus rapidement sur les lieux. {p} personnes ont été légèrement blessées et transportées vers le centre hospitalier le plus proche.\nLa circulation a été coupée dans les deux sens pendant plusieurs heures et une déviation a été mise en place par les services du département. Un bouchon de {q} kilomètres s’est formé. Une enquête a été ouverte afin de déterminer les circonstances exactes de l’accident, et un appel à témoins a été lancé.',
    slots: {
      a: TOWNS.fr,
      c: ['lundi matin', 'mardi soir', 'mercredi midi', 'vendredi après-midi'],
      n: [11, 999],
      m: [2, 5],
      p: [2, 6],
      q: [2, 14],
    },
  },
  {
    name: 'election_de',
    title: 'So hat {a} gewählt: Ergebnis im Wahlkreis',
    body: 'Im Wahlkreis {a} steht das vorläufige Ergebnis der Landtagswahl fest. Die meisten Erststimmen erhielt nach Auszählung aller Wahlbezirke {b} mit {n} Prozent.\nBei den Zweitstimmen kam die Partei der bisherigen Regierung auf {m} Prozent, die stärkste Kraft der Opposition erreichte {p} Prozent. Die Wahlbeteiligung lag bei {q} Prozent und damit höher als bei der vorigen Wahl.\nDas Ergebnis ist vorläufig. Das amtliche Endergebnis wird der Wahlausschuss in den kommenden Tagen bekannt geben. Wie die Sitze im neuen Landtag verteilt werden, hängt von den Überhang- und Ausgleichsmandaten ab, über die erst danach entschieden wird.',
    slots: { a: TOWNS.de, b: PEOPLE_DE, n: [27, 55], m: [18, 44], p: [12, 33], q: [48, 79] },
  },
  {
    name: 'election_ar',
    title: 'نتائج الانتخابات البلدية في دائرة {a}',
    body: 'أعلنت اللجنة العليا للانتخابات النتائج الأولية للانتخابات البلدية في دائرة {a} بعد فرز جميع الصناديق.\nوحصلت القائمة الأولى على {n} في المئة من الأصوات، بينما جاءت القائمة الثانية في المركز التالي بنسبة {m} في المئة، وبلغت نسبة المشاركة {q} في المئة من الناخبين المسجلين.\nوقالت اللجنة في بيان لها إن عملية الاقتراع جرت في أجواء هادئة ودون تسجيل مخالفات تذكر، وأشادت بدور المراقبين المحليين ورجال الأمن في تأمين مراكز الاقتراع.\nومن المقرر أن تعلن النتائج النهائية خلال الأيام القليلة المقبلة بعد النظر في الطعون المقدمة من المرشحين وفقا للقانون المنظم للانتخابات.',
    slots: { a: TOWNS.ar, n: [34, 58], m: [12, 33], q: [38, 79] },
  },
  {
    name: 'quake_es',
    title: 'Sismo de magnitud {n},{m} sacude {a}',
    body: 'Un sismo de magnitud {n},{m} sacudió este {c} la zona de {a}, informó el servicio sismológico nacional. El epicentro se localizó a {p} kilómetros al sur de la ciudad y a {q} kilómetros de profundidad.\nHasta el momento no se han reportado víctimas ni daños materiales de consideración. Las autoridades de protección civil realizan recorridos por los municipios cercanos para verificar el estado de viviendas y carreteras.\nEl movimiento fue percibido por habitantes de varias localidades, que salieron a las calles por precaución. Los expertos recuerdan a la población que es normal que se produzcan réplicas en las horas siguientes y piden mantener la calma y seguir las indicaciones oficiales.',
    slots: {
      a: TOWNS.es,
      c: ['lunes', 'martes', 'jueves', 'sábado'],
      n: [4, 6],
      m: [0, 9],
      p: [3, 60],
      q: [5, 90],
    },
  },
  {
    name: 'quake_ja',
    title: '{a}で震度{n}の地震　津波の心配なし',
    body: '{c}午後、{a}で震度{n}を観測する地震があった。気象庁によると、震源の深さは約{q}キロ、地震の規模を示すマグニチュードは{m}と推定される。この地震による津波の心配はない。\n警察や消防によると、これまでのところけが人や建物の被害の情報は入っていない。鉄道は安全確認のため一時運転を見合わせたが、まもなく再開した。\n気象庁は、揺れの強かった地域では今後一週間ほど同程度の地震に注意するよう呼びかけている。家具の固定や避難経路の確認など、日ごろの備えをあらためて見直してほしいとしている。',
    slots: { a: TOWNS.ja, c: ['月曜日', '火曜日', '木曜日', '土曜日'], n: [3, 5], m: [4, 6], q: [10, 90] },
  },
  {
    name: 'crime_ru',
    title: 'В городе {a} задержан подозреваемый в краже',
    body: 'Сотрудники полиции задержали в городе {a} мужчину, которого подозревают в краже из торгового центра. Об этом сообщили в пресс-службе регионального управления.\nПо данным следствия, {n}-летний местный житель похитил товары на сумму {m} тысяч рублей и скрылся. Личность злоумышленника установили по записям камер видеонаблюдения.\nВозбуждено уголовное дело, подозреваемый находится под подпиской о невыезде. Похищенное изъято и возвращено владельцу. В полиции напоминают жителям о необходимости внимательно следить за своими вещами в общественных местах и незамедлительно сообщать о подозрительных лицах по телефону дежурной части.',
    slots: { a: TOWNS.ru, n: [18, 64], m: [5, 95] },
  },
  {
    name: 'fire_ko',
    title: '{a} 공장 화재… 인명 피해 없어',
    body: '{c} 오후 {a} 산업단지에 있는 한 공장에서 불이 나 {n}분 만에 꺼졌다. 소방 당국은 소방차 {m}대와 소방관 {p}명을 투입해 진화 작업을 벌였다.\n이 불로 공장 건물 일부와 기계 설비가 타 소방서 추산 {q}만 원의 재산 피해가 났으나 직원들이 신속히 대피해 인명 피해는 없었다.\n경찰과 소방 당국은 전기적 요인으로 불이 시작된 것으로 보고 정확한 화재 원인을 조사하고 있다. 소방 관계자는 건조한 날씨가 이어지는 만큼 작업장에서 불씨 관리에 각별히 주의해 달라고 당부했다.',
    slots: {
      a: TOWNS.ko,
      c: ['월요일', '화요일', '목요일', '토요일'],
      n: [15, 95],
      m: [5, 30],
      p: [20, 99],
      q: [500, 9000],
    },
  },
  {
    name: 'prices_tr',
    title: '{a} akaryakıt fiyatları: {c} günü benzin {n} lira',
    body: '{a} ilinde akaryakıt fiyatları {c} günü yeniden belirlendi. Güncel listeye göre benzinin litre fiyatı {n} lira, motorinin litre fiyatı {m} lira oldu.\nOtogaz ise pompada litre başına {p} liradan satılıyor. Fiyatlar ilçelere ve dağıtım şirketlerine göre küçük farklılıklar gösterebiliyor.\nSektör temsilcileri, uluslararası petrol fiyatlarındaki ve döviz kurundaki hareketlerin pompaya yansımaya devam edeceğini belirtiyor. Sürücüler güncel fiyatları şirketlerin internet sitelerinden takip edebiliyor. Yetkililer tüketicilere alışveriş sırasında fişlerini mutlaka almalarını ve şüpheli durumları bildirmelerini hatırlatıyor.',
    slots: {
      a: TOWNS.tr,
      c: ['pazartesi', 'salı', 'perşembe', 'cumartesi'],
      n: [40, 59],
      m: [38, 57],
      p: [20, 33],
    },
  },
  {
    name: 'lottery_zh',
    title: '双色球第{q}期开奖结果',
    body: '双色球第{q}期开奖结果揭晓，本期蓝色球号码为{n}，红色球号码包括{m}和{p}，奖池金额继续滚存。\n当期全国共中出一等奖若干注，单注奖金为五百万元以上，中奖彩票分别来自多个省市。二等奖的中奖注数较上一期有所增加，固定奖的中奖情况保持平稳。\n彩票管理中心提醒广大彩民，请理性投注，量力而行，未成年人不得购买彩票。中奖者须在开奖之日起六十个自然日内持有效身份证件及中奖彩票到指定地点兑奖，逾期未兑奖视为弃奖，弃奖奖金将纳入彩票公益金。',
    slots: { n: [1, 16], m: [10, 20], p: [21, 33], q: [2026001, 2026150] },
  },
  {
    name: 'police_en',
    title: 'Burglary in {a}: police appeal for witnesses',
    body: 'Officers are appealing for witnesses after a burglary at a house in {a} between {c} evening and the following morning.\nThe thieves forced a rear window and made a search of the upper floor. Jewellery and cash were taken. Neighbours have told the police that a light-coloured van was parked in the street for about an hour.\nInvestigators would like to hear from anybody who was in the area at the time, who has footage from a doorbell or a car camera, or who has been offered jewellery for sale in unusual circumstances. They can call the police on the number for matters that are not urgent, or give information without their name to the charity that passes it on.\nResidents are reminded to lock doors and windows, to leave a light on when they go out and to mark their valuables.',
    slots: { a: TOWNS.en, c: ['Monday', 'Tuesday', 'Wednesday', 'Thursday'] },
  },
];

function fill(random: Random, { slots }: Form): (text: string) => string {
  const values = new Map(
    Object.entries(slots).map(([slot, from]) => {
      const [low, high] = from;
      const value =
        typeof low === 'number' && typeof high === 'number'
          ? String(low + Math.floor(random() * (high - low + 1)))
          : String(pick<string | number>(random, from));
      return [slot, value];
    }),
  );
  return (text) => text.replace(/\{([a-z])\}/gu, (_, slot: string) => values.get(slot) ?? '');
}

/** `count` fillings of each form, each printed by two outlets, in a random order. Every filling differs from the others. */
export function templateCases(count: number, seed: number): LabelledDocument[] {
  const random = randomOf(seed);
  const documents: { readonly order: number; readonly document: LabelledDocument }[] = [];
  for (const form of FORMS) {
    const bodies = new Set<string>();
    for (let tries = 0; tries < count * 4 && bodies.size < count; tries += 1) {
      const filled = fill(random, form);
      const body = filled(form.body);
      if (bodies.has(body)) continue;
      const n = bodies.size;
      bodies.add(body);
      // Every third is printed by both: the two are copies.
      for (let outlet = 0; outlet < (n % 3 === 0 ? 2 : 1); outlet += 1) {
        const id = `${form.name}/${n}/${outlet}`;
        documents.push({
          order: random(),
          document: {
            id,
            class: `form_${form.name}`,
            truth: `${form.name}/${n}`,
            url: `https://outlet-${(n + outlet) % 2}.example/${form.name}-${n}`,
            title: filled(form.title),
            body,
          },
        });
      }
    }
  }
  return documents.toSorted((x, y) => x.order - y.order).map(({ document }) => document);
}
