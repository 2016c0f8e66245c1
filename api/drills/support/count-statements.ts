import pg from 'pg';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

const prototype = pg.Client.prototype as unknown as { query: Query };

/**
 * Runs `work` and counts every statement that this process sends to PostgreSQL meanwhile, by the names of prepared
 * ones. The lease's look at the clock, on its own connection, is not counted.
 */
export async function countStatements(work: () => Promise<void>): Promise<string[]> {
  const sent: string[] = [];
  const { query } = prototype;
  prototype.query = function (...args) {
    const { application_name: name } = (
      this as unknown as { connectionParameters: { application_name: string } }
    ).connectionParameters;
    if (name !== 'assay-clock') sent.push(nameOf(args[0]));
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return sent;
}

function nameOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  const { name, text } = statement as { name?: string; text?: string };
  return name ?? text ?? 'unnamed';
}
