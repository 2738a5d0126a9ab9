/** A process of its own that migrates a database and tells its parent what it did. */
import { migrate } from '../../src/store/migrate.ts';

process.send?.(await migrate(process.argv[2] ?? ''));
process.disconnect();
