import pg from 'pg';

/** A client that prepares nothing: PgBouncer before 1.21 knows no named statements in transaction mode. */
export class UnnamedClient extends pg.Client {
  override query(...args: unknown[]): never {
    const [query, ...rest] = args;
    return super.query(...([unnamed(query), ...rest] as Parameters<pg.Client['query']>)) as never;
  }
}

/** A statement's text and values without its name; streams (COPY) and plain texts stay as they are. */
function unnamed(query: unknown): unknown {
  if (typeof query !== 'object' || query === null || !('name' in query) || !('text' in query)) return query;
  const { name: _name, ...rest } = query;
  return rest;
}
