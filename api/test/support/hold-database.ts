import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedDatabase } from '../../src/embedded-database/index.ts';

/** A process that starts the embedded database of its argument, prints the server's process, and waits to be killed. */
const [dataDir = '', kind] = process.argv.slice(2);
const { pid } = await startEmbeddedDatabase({ dataDir, throwAway: kind === 'throw-away' });
process.stdout.write(String(pid));
await sleep(60_000);
