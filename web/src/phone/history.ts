import type { Answer, CheckRequest } from '@assay/contract';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ReadingCount } from '../answer/index.ts';

/** One check as this phone remembers it: answered, or saved until there is a network. */
export interface Entry {
  id: string;
  /** When it was scanned, RFC 3339. */
  at: string;
  request: CheckRequest;
  answer?: Answer;
  count?: ReadingCount;
  bought?: boolean;
}

interface Schema extends DBSchema {
  checks: { key: string; value: Entry; indexes: { at: string } };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('assay', 1, {
    upgrade: (db) => void db.createObjectStore('checks', { keyPath: 'id' }).createIndex('at', 'at'),
  });
  return opened;
}

/** The history never leaves this phone. Rejects where the browser keeps no database. */
export const history = {
  put: async (entry: Entry): Promise<void> => void (await (await database()).put('checks', entry)),
  get: async (id: string): Promise<Entry | undefined> => (await database()).get('checks', id),
  /** The check of this phone that got this answer; undefined too where no database is kept. */
  findAnswer: async (checkId: string): Promise<Entry | undefined> => {
    const entries = await history.list().catch(() => []);
    return entries.find(({ answer }) => answer?.checkId === checkId);
  },
  /** Newest first. */
  list: async (): Promise<Entry[]> => (await (await database()).getAllFromIndex('checks', 'at')).toReversed(),
  remove: async (id: string): Promise<void> => (await database()).delete('checks', id),
  clear: async (): Promise<void> => (await database()).clear('checks'),
};
