import { reportFaults } from '../serve/report-faults.ts';
import { runWorker } from '../worker/run-worker.ts';

await reportFaults(() => runWorker(process.env));
