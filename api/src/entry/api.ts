import { reportFaults } from '../serve/report-faults.ts';
import { runApi } from '../serve/run-api.ts';

await reportFaults(() => runApi(process.env));
