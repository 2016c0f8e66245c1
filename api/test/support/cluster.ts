import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/db/migrate.ts';
import { startEmbeddedDatabase } from '../../src/embedded-database/index.ts';

/** What `create-database.ts` needs to make a database for a test. */
export type TestServer = { ownerUrl: string; appUrl: string; template: string };

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

declare global {
  /** Each project of the run sets up for itself, in one process: the first makes the server, the last ends it. */
  var testServerInUse: { users: number; server: Promise<SharedServer> } | undefined;
}

type SharedServer = TestServer & { end: () => Promise<void> };

/**
 * Starts one throw-away PostgreSQL for the run, or uses the server of DATABASE_OWNER_URL and DATABASE_URL, and migrates
 * a template from which every test copies its own database.
 */
export default async function cluster(project: TestProject): Promise<() => Promise<void>> {
  const shared = (globalThis.testServerInUse ??= { users: 0, server: shareServer() });
  shared.users += 1;
  const { end, ...server } = await shared.server;
  project.provide('testServer', server);
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) await end();
  };
}

async function shareServer(): Promise<SharedServer> {
  const { ownerUrl, appUrl, stop } = givenServer() ?? (await throwAwayServer());
  const template = `assay_template_${process.pid}`;
  await onDatabase(ownerUrl, `create database ${template}`);
  const templateUrl = new URL(ownerUrl);
  templateUrl.pathname = template;
  await migrate(templateUrl.href);
  return {
    ownerUrl,
    appUrl,
    template,
    async end() {
      await onDatabase(ownerUrl, `drop database ${template} with (force)`);
      await stop();
    },
  };
}

function givenServer() {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl } = process.env;
  if (!ownerUrl && !appUrl) return undefined;
  if (!ownerUrl || !appUrl)
    throw new Error('Give both DATABASE_OWNER_URL (which may create databases) and DATABASE_URL.');
  return { ownerUrl, appUrl, stop: async () => undefined };
}

function throwAwayServer() {
  return startEmbeddedDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'assay-test-')), throwAway: true });
}

async function onDatabase(url: string, sql: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
