import pino from 'pino';
import { startChecks, type RunningChecks } from '../../src/checks/index.ts';
import type { TestService } from '../../test/support/service.ts';

/** The checks of another api process on the same database, reached at `url`. */
export function secondProcess(service: TestService, url = service.database.appUrl): Promise<RunningChecks> {
  const { settings, timeZone } = service.ctx;
  const config = { settings, timeZone, publicOrigin: 'https://assay.example', demo: false, pooled: false };
  return startChecks(config, service.keys, url, pino({ level: 'silent' }));
}
