import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PICTURE_HEIGHT, PICTURE_WIDTH, picture } from '../../../src/demo/picture.ts';

/** The chunks of a PNG; fails on a wrong checksum. */
function chunksOf(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.set(body.toString('latin1', 0, 4), body.subarray(4));
    at += 12 + length;
  }
  return chunks;
}

describe('picture', () => {
  it('is a PNG whose every pixel has a colour of its palette', () => {
    const png = picture(23);
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    const chunks = chunksOf(png);
    const header = chunks.get('IHDR');
    expect([header?.readUInt32BE(0), header?.readUInt32BE(4)]).toEqual([PICTURE_WIDTH, PICTURE_HEIGHT]);
    const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
    expect(rows.length).toBe((PICTURE_WIDTH + 1) * PICTURE_HEIGHT);
    const colours = (chunks.get('PLTE')?.length ?? 0) / 3;
    expect(rows.reduce((most, value) => Math.max(most, value), 0)).toBeLessThan(colours);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(picture(11)).toEqual(picture(11));
    expect(picture(11)).not.toEqual(picture(23));
  });
});
