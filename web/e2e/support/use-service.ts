import type { Sample } from '@assay/contract';
import { afterAll, beforeAll } from 'vitest';
import { createDatabase, type TestDatabase } from '../../../api/test/support/create-database.ts';
import { type DemoService, startDemo } from './demo-service.ts';

/** A demo service for the tests of one file, on a database of its own. */
export function useService(): { get(): DemoService; sample(titleStart: string): Sample } {
  let database: TestDatabase;
  let service: DemoService;
  beforeAll(async () => {
    database = await createDatabase();
    service = await startDemo(database);
  });
  afterAll(async () => {
    await service?.close();
    await database?.drop();
  });
  return {
    get: () => service,
    sample(start) {
      const found = service.samples.find(({ title }) => title.en.startsWith(start));
      if (!found) throw new Error(`no sample begins with "${start}"`);
      return found;
    },
  };
}
