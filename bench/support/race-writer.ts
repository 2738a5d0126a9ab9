/**
 * One process of the race. Arguments: connection string, own number, number of processes. The parent says
 * which round to run; the copies of a story go to different processes, which all begin at the same moment
 * and take the stories in the same order. Even rounds store one at a time, in odd ones half of the processes
 * store in batches.
 */
import { storeExtraction, storeExtractions } from '../../src/store/articles.ts';
import { inTransaction, openDatabase } from '../../src/store/database.ts';
import { copyOf } from './race-copies.ts';

const [url, own, processes] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
if (url === undefined) throw new Error('Give the connection string');

export interface RaceRound {
  readonly round: number;
  readonly stories: number;
  readonly copies: number;
}

export interface RaceReport {
  readonly stored: number;
  /** What reached the caller instead of a result. */
  readonly errors: readonly string[];
}

const AT_ONCE = 3;
const database = openDatabase({ connectionString: url, poolSize: AT_ONCE });

async function run({ round, stories, copies }: RaceRound): Promise<RaceReport> {
  const mine: { story: number; copy: number }[] = [];
  for (let story = 0; story < stories; story += 1)
    for (let copy = 0; copy < copies; copy += 1)
      if ((story + copy * Math.floor(processes / copies)) % processes === own) mine.push({ story, copy });
  const documents = mine.map(({ story, copy }) => copyOf(round, story, copy));
  const errors: string[] = [];
  let stored = 0;
  const note = (error: unknown): void =>
    void errors.push(error instanceof Error ? error.message : String(error));
  if (round % 2 === 1 && own % 2 === 1) {
    try {
      for (const result of await storeExtractions(database.db, documents))
        if ('stored' in result) stored += 1;
        else note(result.refused);
    } catch (error) {
      note(error);
    }
    return { stored, errors };
  }
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let document = documents[next++]; document !== undefined; document = documents[next++]) {
      const extraction = document;
      try {
        await inTransaction(database.db, (tx) => storeExtraction(tx, extraction));
        stored += 1;
      } catch (error) {
        note(error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { stored, errors };
}

process.on('message', (message: RaceRound | 'end') => {
  if (message === 'end') {
    void database.close().then(() => process.disconnect());
    return;
  }
  run(message).then(
    (report) => process.send?.(report),
    (error) => {
      throw error;
    },
  );
});
process.send?.('ready');
