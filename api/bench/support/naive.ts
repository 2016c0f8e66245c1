import type { FastifyInstance } from 'fastify';
import { Redis } from 'ioredis';
import pg from 'pg';
import { Answer, CheckRequest } from '@assay/contract';

/**
 * The check that most people would build, for comparison: the product from Redis, a row for the event, a count that
 * goes up, each awaited. It verifies no serial, knows no decision and cannot say how fresh it is.
 */
export async function naiveRoute(
  scope: FastifyInstance,
  { ownerUrl, redisUrl, stored }: { ownerUrl: string; redisUrl: string; stored: () => Answer },
): Promise<void> {
  const redis = new Redis(redisUrl);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 8 });
  await pool.query(`
    create schema bench;
    create table bench.event (id int8 generated always as identity primary key, code text, at timestamptz default now());
    create table bench.code (code text primary key, n int4 not null);`);
  scope.addHook('onClose', async () => {
    redis.disconnect();
    await pool.end();
  });

  scope.post(
    '/bench/naive',
    { schema: { body: CheckRequest, response: { 200: Answer } } },
    async (request) => {
      const { text } = request.body as CheckRequest;
      const product = await redis.get('product');
      if (product === null) await redis.set('product', JSON.stringify(stored()));
      const answer = product === null ? stored() : (JSON.parse(product) as Answer);
      await pool.query('insert into bench.event (code) values ($1)', [text]);
      const { rows } = await pool.query<{ n: number }>(
        'insert into bench.code as c (code, n) values ($1, 1) on conflict (code) do update set n = c.n + 1 returning n',
        [text],
      );
      return {
        ...answer,
        history: { first: '2026-01-01', places: 0, ...answer.history, checks: rows[0]!.n },
      };
    },
  );
}
