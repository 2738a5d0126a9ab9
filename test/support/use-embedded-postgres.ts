/**
 * A process that uses the embedded PostgreSQL of the data folder in its first argument. It prints
 * one line of JSON once the server answers, and leaves properly when its standard input ends.
 */
import { startEmbeddedPostgres } from '../../src/store/embedded/embedded-postgres.ts';

const [, , dataDir] = process.argv;
if (dataDir === undefined) throw new Error('The first argument names the data folder');
const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
console.log(JSON.stringify({ connectionString: postgres.connectionString, dataFolder: postgres.dataFolder }));
process.stdin.resume();
process.stdin.once('end', () => void postgres.stop());
