import pg from 'pg';

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Runs work on one connection of the role that owns the schemas, straight to PostgreSQL, for as long as it takes.
 *
 * @param name what the server calls the connection in its list: `assay-backup`
 */
export async function asOwner<Done>(
  ownerUrl: string,
  name: string,
  run: (client: pg.Client) => Promise<Done>,
): Promise<Done> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: name,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
