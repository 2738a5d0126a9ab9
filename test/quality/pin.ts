/**
 * Measures extraction on all labelled pages and pins the figures reached.
 *
 *   node test/quality/pin.ts            raises pins; refuses to lower one
 *   node test/quality/pin.ts --lower    lowers pins too
 *   node test/quality/pin.ts --show     only prints what it measures
 */
import { parseArgs } from 'node:util';
import { haveCorpora } from '../support/corpora.ts';
import { CORPORA, digestOf, measure } from './measure.ts';
import { type Drop, drops, type Pins, pinOf, readPins, writePins } from './pins.ts';

const { values } = parseArgs({ options: { lower: { type: 'boolean' }, show: { type: 'boolean' } } });
const before = readPins();
const after: Pins = { ...before };
const dropped: Drop[] = [];
for (const corpus of CORPORA) {
  if (corpus !== 'own' && !haveCorpora()) continue;
  const figures = measure(corpus);
  console.log(
    corpus.padEnd(12),
    Object.entries(figures)
      .map(([name, value]) => `${name} ${value.toFixed(4)}`)
      .join('  '),
  );
  dropped.push(...drops(corpus, before[corpus]?.figures ?? {}, figures));
  after[corpus] = {
    digest: digestOf(corpus),
    figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, pinOf(value)])),
  };
}
for (const { corpus, figure, pinned, measured } of dropped)
  console.error(`${corpus} ${figure}: ${measured.toFixed(4)} is below its pin ${pinned}`);
if (values.show !== true) {
  if (dropped.length > 0 && values.lower !== true) {
    console.error('No pin was changed. To accept these drops: node test/quality/pin.ts --lower');
    process.exitCode = 1;
  } else writePins(after);
}
