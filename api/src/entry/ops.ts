import { runOps } from '../ops/run-ops.ts';
import { reportFaults } from '../serve/report-faults.ts';
import { withDatabase } from '../start/with-database.ts';

await reportFaults(() => withDatabase(process.env, (env) => runOps(process.argv.slice(2), env)));
