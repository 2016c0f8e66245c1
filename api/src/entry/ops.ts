import { runOps } from '../ops/run-ops.ts';
import { reportFaults } from '../serve/report-faults.ts';

await reportFaults(() => runOps(process.argv.slice(2), process.env));
