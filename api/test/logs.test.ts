import { rmSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import type { FastifyInstance, InjectOptions } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueCodes } from '../src/codes/index.ts';
import { product } from '../src/db/schema/index.ts';
import { buildApi } from '../src/serve/build-api.ts';
import { keepLines } from './support/keep-lines.ts';
import { openFolder } from './support/open-folder.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { startRedis } from './support/redis.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf } from './support/world.ts';

/** What no log may hold, each where it might come from. */
const SECRETS = {
  serial: 'S3CRETSERIAL42',
  text: 'a-secret-text-on-a-pack',
  query: 'secret-query',
  token: 'secret-token-of-somebody',
  host: 'secret-host.example',
  address: '203.0.113.77',
  tip: 'my neighbour sells them',
  password: 'sup3r-secret-passw0rd',
};

const log = keepLines();
const files = openFolder('assay-logs-');
let service: TestService;
let genuine: string;
let orphan: string;
let app: FastifyInstance;

beforeAll(async () => {
  service = await startService({ logger: log.logger });
  const { ctx, checks, database } = service;
  const world = await makeWorld(ctx);
  [genuine] = (await serialsOf(ctx, world.range)) as [string];
  const lost = await issueCodes(ctx, OPERATOR, { productId: world.cream.id, quantity: 1 });
  [orphan] = (await serialsOf(ctx, lost)) as [string];
  await run(database.ownerUrl, SEEDED_FAULTS);
  app = await buildApi({
    config: { settings: ctx.settings, publicOrigin: 'https://assay.example', demo: false },
    checks,
    db: ctx.db,
    logger: log.logger,
    pages: { render: () => 'a page', assets: { script: '/a.js', styles: [] }, files },
  });
  await service.settle();
});
afterAll(async () => {
  await app.close();
  await service.close();
  rmSync(files, { recursive: true });
});
beforeEach(() => log.forget());

/** A unit whose check fails with a row in every field that PostgreSQL has for one, and a range that is gone. */
const SEEDED_FAULTS = `
  create function app.fail_with_values() returns trigger language plpgsql as $$
  begin
    raise exception using message = format('no room for "%s"', new.gtin), detail = format('row %s ${SECRETS.serial}', new),
      hint = '${SECRETS.serial}', schema = 'app', table = 'unit', constraint = 'unit_pkey';
  end $$;
  create trigger fail_with_values before insert on app.unit for each row execute function app.fail_with_values();
  alter table app.code_range disable trigger user;
  delete from app.code_range r using app.product p where p.id = r.product_id and p.gtin = '0${GTIN.cream}';`;

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const faults = () => log.faults([...Object.values(SECRETS), genuine, orphan]);

/** As somebody asks who gives away all that a request can hold. */
const ask = ({ headers, ...request }: InjectOptions) =>
  app.inject({
    ...request,
    remoteAddress: SECRETS.address,
    headers: {
      authorization: `Bearer ${SECRETS.token}`,
      cookie: `session=${SECRETS.token}`,
      host: SECRETS.host,
      'x-forwarded-for': SECRETS.address,
      'user-agent': SECRETS.token,
      ...headers,
    },
  });
const post = { method: 'POST', url: '/v1/checks' } as const;
const as = (type: string) => ({ headers: { 'content-type': type } });

describe('a request', () => {
  it.each<[string, () => InjectOptions]>([
    ['a unit code', () => ({ ...post, payload: dataMatrix({ gtin: GTIN.medicine, serial: genuine }) })],
    ['a serial', () => ({ ...post, payload: dataMatrix({ gtin: GTIN.medicine, serial: SECRETS.serial }) })],
    ['a text', () => ({ ...post, payload: { text: SECRETS.text, format: 'qr_code' } })],
    [
      'a body that breaks off',
      () => ({ ...post, payload: `{"text":"${SECRETS.text}`, ...as('application/json') }),
    ],
    ['a body of another kind', () => ({ ...post, payload: SECRETS.text, ...as('text/plain') })],
    ['a field that nobody knows', () => ({ ...post, payload: { [SECRETS.text]: SECRETS.text } })],
    ['a body that is too large', () => ({ ...post, payload: { text: SECRETS.text.repeat(1_000) } })],
    ['a tip', () => ({ method: 'POST', url: '/v1/tips', payload: { text: SECRETS.tip } })],
    ['a link to an answer', () => ({ url: `/v1/checks/${SECRETS.serial.repeat(5)}` })],
    ['a Digital Link', () => ({ url: `/01/0${GTIN.medicine}/21/${SECRETS.serial}?x=${SECRETS.query}` })],
    [
      'a form',
      () => ({
        method: 'POST',
        url: '/check',
        payload: `text=${SECRETS.text}`,
        ...as('application/x-www-form-urlencoded'),
      }),
    ],
    ['an address where nothing is', () => ({ url: `/${SECRETS.text}?${SECRETS.query}` })],
    ['an address that cannot be read', () => ({ url: `/%zz${SECRETS.text}?${SECRETS.query}` })],
  ])('with %s leaves nothing in the log of what it was about, or of who asked', async (_, request) => {
    await ask(request());
    expect(faults()).toEqual([]);
  });

  it('is one line: pattern, status and time', async () => {
    await ask({ url: `/01/0${GTIN.medicine}/21/${SECRETS.serial}?x=${SECRETS.query}` });
    expect(log.lines()).toEqual([
      {
        level: 'info',
        time: expect.any(Number),
        reqId: expect.stringMatching(/^req-\w+$/),
        route: '/01/*',
        method: 'GET',
        status: 200,
        ms: expect.any(Number),
        msg: 'request',
      },
    ]);
  });

  it('that got no answer says by which problem', async () => {
    await ask({ ...post, payload: { text: '9520001000018', format: 'ean_13' } });
    expect(log.lines()).toMatchObject([{ route: '/v1/checks', status: 400, problem: 'misread' }]);
  });
});

describe('a mistake', () => {
  it('in the database is told by its class and place, and never with the row that it was about', async () => {
    const reply = await ask({ ...post, payload: dataMatrix({ gtin: GTIN.medicine, serial: genuine }) });
    expect(reply.statusCode).toBe(500);
    const [mistake, request] = log.lines();
    expect(mistake).toMatchObject({
      level: 'error',
      route: '/v1/checks',
      msg: 'a mistake',
      err: {
        type: 'DatabaseError',
        code: 'P0001',
        message: 'no room for …',
        table: 'unit',
        constraint: 'unit_pkey',
      },
    });
    expect(mistake?.err?.stack?.join('\n')).toMatch(/observe-units\.ts:\d+:\d+/);
    expect(request).toMatchObject({ status: 500, problem: 'internal' });
    expect([...faults(), ...log.faults([GTIN.medicine])]).toEqual([]);
  });

  it('in a query is told without the query and what was asked with it', async () => {
    const failing = service.ctx.db.select().from(product).where(eq(product.id, SECRETS.serial));
    const error: unknown = await failing.catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(SECRETS.serial);
    log.logger.error({ err: error }, 'a mistake');
    expect(log.lines()).toMatchObject([
      {
        err: {
          type: 'DrizzleQueryError',
          cause: { code: '22P02', message: 'invalid input syntax for type uuid: …' },
        },
      },
    ]);
    expect(faults()).toEqual([]);
  });

  it('that no query made, but a right code without its range, names product and epoch and not the unit', async () => {
    await ask({ ...post, payload: dataMatrix({ gtin: GTIN.cream, serial: orphan }) });
    expect(log.lines()[0]).toEqual({
      level: 'error',
      time: expect.any(Number),
      gtin: `0${GTIN.cream}`,
      epoch: 1,
      msg: 'a right unit code has no range',
    });
    expect(faults()).toEqual([]);
  });

  const carrier = Object.assign(
    new Error(`cannot reach redis://:${SECRETS.password}@cache/0\n    at ${SECRETS.serial} (/x.ts:1:1)`, {
      cause: SECRETS.text,
    }),
    {
      parameters: [SECRETS.serial],
      connectionString: SECRETS.password,
      code: `E ${SECRETS.text}`,
      errors: [SECRETS],
    },
  );
  carrier.name = SECRETS.text;

  it.each<[string, () => void]>([
    ['as the error of a line', () => log.logger.warn({ err: carrier }, 'a connection was lost')],
    ['as the line itself', () => log.logger.error(carrier)],
    ['without words', () => log.logger.error({ err: carrier })],
    ['as a value that is no error', () => log.logger.error({ err: SECRETS.text }, 'thrown')],
    ['as a reason', () => log.logger.warn({ why: carrier.message }, 'freshness is not known')],
    ['in the words', () => log.logger.info(`GET /${SECRETS.query} "${SECRETS.tip}" for ${SECRETS.address}`)],
    ['beside the words', () => log.logger.info('%s and %j', SECRETS.serial, SECRETS)],
    ['under a name of its own', () => log.logger.info({ ...SECRETS, req: { headers: SECRETS } }, 'request')],
    [
      'as what a job did',
      () => log.logger.info({ job: 'prune-changes', done: { rows: 2, of: SECRETS } }, 'job done'),
    ],
    [
      'by a child',
      () =>
        log.logger
          .child({ ...SECRETS })
          .child(SECRETS, {})
          .info('request'),
    ],
  ])('is told without its secrets when it is handed over %s', (_, say) => {
    say();
    expect(log.lines()).toHaveLength(1);
    expect(faults()).toEqual([]);
  });
});

describe('a lost connection', () => {
  it('to PostgreSQL is told without its address', async () => {
    await run(
      service.database.appUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
    );
    await expect.poll(() => log.lines().map(({ msg }) => msg)).toContain('a connection was lost');
    const { password, port } = new URL(service.database.appUrl);
    expect([...faults(), ...log.faults([password, `:${port}`].filter(Boolean))]).toEqual([]);
  });

  it.each([
    ['that is not there', async () => ({ port: 1, close: async () => undefined })],
    ['that has another password', () => startRedis({ password: 'another' })],
  ])('to a Redis %s is told without its password', async (_, start) => {
    const redis = await start();
    const lonely = await startService({
      logger: log.logger,
      env: { REDIS_URL: `redis://somebody:${SECRETS.password}@127.0.0.1:${redis.port}/0` },
    });
    await lonely.check({ text: GTIN.milk, format: 'ean_13' });
    await expect.poll(() => log.lines().map(({ msg }) => msg)).toContain('Redis is gone on without');
    await lonely.close();
    await redis.close();
    expect([...faults(), ...log.faults(['somebody'])]).toEqual([]);
  });
});
