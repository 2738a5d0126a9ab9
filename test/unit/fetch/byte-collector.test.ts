import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteCollector } from '../../../src/fetch/byte-collector.ts';

describe('ByteCollector', () => {
  it('gives the chunks back as one, whatever they hang on', () => {
    const chunk = fc.tuple(fc.uint8Array({ maxLength: 300 }), fc.nat(2), fc.constantFrom(1, 700));
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 40 }), (chunks) => {
        const collector = new ByteCollector();
        const expected: number[] = [];
        for (const [bytes, offset, times] of chunks) {
          // A view into a larger buffer, as sockets give them.
          const slab = new Uint8Array(bytes.length * (offset + 1));
          slab.set(bytes, bytes.length * offset);
          const view = slab.subarray(bytes.length * offset);
          for (let i = 0; i < times; i++) {
            collector.push(view);
            expected.push(...bytes);
          }
        }
        expect(collector.length).toBe(expected.length);
        const whole = collector.finish();
        expect(Buffer.from(whole).equals(Buffer.from(expected))).toBe(true);
        expect(whole.buffer.byteLength).toBe(whole.length);
      }),
      { numRuns: 50 },
    );
  });
});
