/**
 * Pictures for the demo newspapers, drawn from a seed: sky, sun, hills and water in flat colours, as an
 * indexed PNG (PNG specification, third edition, W3C 2025).
 */
import { crc32, deflateSync } from 'node:zlib';

export const PICTURE_WIDTH = 800;
export const PICTURE_HEIGHT = 450;

type Colour = readonly [red: number, green: number, blue: number];

const MOODS: readonly (readonly [sky: Colour, horizon: Colour, land: Colour, sea: Colour, sun: Colour])[] = [
  [
    [38, 70, 110],
    [244, 196, 148],
    [46, 66, 74],
    [64, 106, 128],
    [255, 236, 200],
  ],
  [
    [122, 172, 205],
    [234, 240, 236],
    [84, 122, 88],
    [92, 142, 160],
    [255, 250, 224],
  ],
  [
    [88, 76, 122],
    [240, 162, 138],
    [62, 52, 80],
    [110, 96, 136],
    [255, 214, 170],
  ],
  [
    [160, 182, 188],
    [222, 226, 220],
    [104, 118, 112],
    [132, 152, 156],
    [246, 244, 232],
  ],
];

const SKY_BANDS = 12;

/** The picture of a seed. About 4 kB. */
export function picture(seed: number): Buffer {
  const mood = MOODS[Math.floor(seed / 10) % MOODS.length] ?? MOODS[0];
  if (mood === undefined) throw new RangeError('There are no moods to paint in');
  const [sky, horizon, land, sea, sun] = mood;
  const palette = [
    ...Array.from({ length: SKY_BANDS }, (_, band) => mix(sky, horizon, band / (SKY_BANDS - 1))),
    sun,
    mix(land, horizon, 0.55),
    mix(land, horizon, 0.25),
    land,
    sea,
    mix(sea, horizon, 0.5),
  ];
  const [sunColour, farHill, midHill, nearHill, water, glint] = [0, 1, 2, 3, 4, 5].map((n) => SKY_BANDS + n);
  const next = randomFrom(seed);
  const shore = Math.round(PICTURE_HEIGHT * (0.62 + next() * 0.12));
  const sunAt = {
    x: PICTURE_WIDTH * (0.15 + next() * 0.7),
    y: PICTURE_HEIGHT * (0.16 + next() * 0.2),
    radius: 26 + next() * 26,
  };
  const hills = [0.5, 0.66, 0.82].map((level, index) =>
    ridge(next, shore * level + 40, 60 - index * 14, 1 + index),
  );

  const rows = Buffer.alloc((PICTURE_WIDTH + 1) * PICTURE_HEIGHT);
  for (let y = 0; y < PICTURE_HEIGHT; y++) {
    const start = y * (PICTURE_WIDTH + 1) + 1;
    for (let x = 0; x < PICTURE_WIDTH; x++) {
      rows[start + x] = colourAt(x, y) ?? 0;
    }
  }
  return png(palette, rows);

  function colourAt(x: number, y: number): number | undefined {
    if (y >= shore) {
      const isGlint = Math.sin(y * 1.7 + seed) * Math.cos(x * 0.021 * (1 + (y - shore) / 90) + y) > 0.72;
      return isGlint ? glint : water;
    }
    const [far, mid, near] = hills;
    if (y > (near?.[x] ?? Number.POSITIVE_INFINITY)) return nearHill;
    if (y > (mid?.[x] ?? Number.POSITIVE_INFINITY)) return midHill;
    if (y > (far?.[x] ?? Number.POSITIVE_INFINITY)) return farHill;
    if ((x - sunAt.x) ** 2 + (y - sunAt.y) ** 2 < sunAt.radius ** 2) return sunColour;
    return Math.min(SKY_BANDS - 1, Math.floor((y / shore) * SKY_BANDS * 1.1));
  }
}

/** The upper edge of a chain of hills: its y for each x. */
function ridge(next: () => number, level: number, height: number, detail: number): Float64Array {
  const waves = [1, 2.3, 4.1].map((frequency) => ({
    frequency: (frequency * detail * Math.PI * 2) / PICTURE_WIDTH,
    phase: next() * Math.PI * 2,
    height: (height / frequency) * (0.6 + next() * 0.8),
  }));
  return Float64Array.from({ length: PICTURE_WIDTH }, (_, x) =>
    waves.reduce((y, wave) => y + Math.sin(x * wave.frequency + wave.phase) * wave.height, level),
  );
}

function mix(one: Colour, other: Colour, share: number): Colour {
  const channel = (index: 0 | 1 | 2) => Math.round(one[index] + (other[index] - one[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

/** Numbers from 0 to 1, the same for the same seed (a linear congruential generator, modulus 2^31 - 1). */
function randomFrom(seed: number): () => number {
  let value = (seed * 48_271) % 2_147_483_647;
  return () => {
    value = (value * 48_271) % 2_147_483_647;
    return value / 2_147_483_647;
  };
}

function png(palette: readonly Colour[], rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(PICTURE_WIDTH, 0);
  header.writeUInt32BE(PICTURE_HEIGHT, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 5 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
