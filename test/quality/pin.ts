/**
 * Measures extraction on all labelled pages and pins the figures reached.
 *
 *   node test/quality/pin.ts            raises pins; refuses to lower one
 *   node test/quality/pin.ts --lower    lowers pins too
 *   node test/quality/pin.ts --show     only prints what it measures
 */
import { parseArgs } from 'node:util';
import { haveCorpora } from '../support/corpora.ts';
import { CORPORA, type Corpus, digestOf, measure } from './measure.ts';
import { type Measured, readPins, repin, writePins } from './pins.ts';

const { values } = parseArgs({ options: { lower: { type: 'boolean' }, show: { type: 'boolean' } } });
const measured = new Map<Corpus, Measured>();
for (const corpus of CORPORA) {
  if (corpus !== 'own' && !haveCorpora()) continue;
  const figures = measure(corpus);
  measured.set(corpus, { digest: digestOf(corpus), figures });
  console.log(
    corpus.padEnd(12),
    Object.entries(figures)
      .map(([name, value]) => `${name} ${value.toFixed(4)}`)
      .join('  '),
  );
}
const { pins, dropped } = repin(readPins(), measured, values.lower === true);
for (const { corpus, figure, pinned, measured: now } of dropped)
  console.error(`${corpus} ${figure}: ${now.toFixed(4)} is below its pin ${pinned}`);
if (values.show !== true) {
  if (pins === null) {
    console.error('No pin was changed. To accept these drops: node test/quality/pin.ts --lower');
    process.exitCode = 1;
  } else writePins(pins);
}
