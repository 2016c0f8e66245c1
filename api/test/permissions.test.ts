import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY_SCOPES, type Problem, ROLES, type Role } from '@assay/contract';
import { makeSetupSecret, readSetupSecret } from '../src/operators/index.ts';
import { type Action, PERMISSIONS, type Rule } from '../src/auth/permissions.ts';
import { type Mailbox, openMailbox } from './support/mailbox.ts';
import { consoleEnv, signUp, type Visitor } from './support/people.ts';
import { startService, type TestService } from './support/service.ts';

/** A route as the OpenAPI document knows it, with the rule that it is registered under. */
interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  rule: string;
}

let mailbox: Mailbox;
let service: TestService;
let routes: Route[];
const people = new Map<Role | 'stranger' | 'operator', Visitor>();
let ours: string;
let theirs: string;
const keys = new Map<string, string>();
/** What the organisation whose members ask has, so that a refusal is one of permission. */
let productId: string;
let batchId: number;
let runId: string;

beforeAll(async () => {
  mailbox = await openMailbox();
  service = await startService({ env: consoleEnv(mailbox) });
  await service.app.ready();
  routes = describedRoutes(service);
  makeSetupSecret(service.keysDir);
  const owner = await signUp(service, mailbox, 'owner@ours.example');
  const stranger = await signUp(service, mailbox, 'stranger@theirs.example');
  people.set('owner', owner).set('stranger', stranger);
  ours = (await owner.ask('POST', '/v1/organisations', { name: 'Của Ta', prefixes: [] })).body.id;
  theirs = (await stranger.ask('POST', '/v1/organisations', { name: 'Của Họ', prefixes: [] })).body.id;
  for (const role of ['editor', 'viewer'] as const) {
    const email = `${role}@ours.example`;
    await owner.ask('POST', `/v1/organisations/${ours}/invitations`, { email, role }, as(ours));
    const secret = new URL(mailbox.linkTo(email)).pathname.split('/').pop()!;
    const visitor = await signUp(service, mailbox, email);
    await visitor.ask('POST', `/v1/invitations/${secret}`);
    people.set(role, visitor);
  }
  for (const visitor of people.values()) await visitor.showSecondFactor();
  const operator = await signUp(service, mailbox, 'operator@assay.example');
  await operator.ask('POST', '/v1/operators/first', { secret: readSetupSecret(service.keysDir)! });
  await operator.showSecondFactor();
  people.set('operator', operator);
  const fresh = () => ({ ...as(ours), 'idempotency-key': randomUUID() });
  const product = { name: 'Sản phẩm', category: 'other', pack: 'box', coding: 'unit-codes' };
  productId = (await owner.ask('POST', '/v1/products', product, fresh())).body.id;
  batchId = (await owner.ask('POST', '/v1/batches', { productId, lot: 'A1' }, fresh())).body.id;
  runId = (await owner.ask('POST', '/v1/codes', { productId, quantity: 3 }, fresh())).body.id;
  const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  for (const scope of KEY_SCOPES) {
    const { body } = await owner.ask(
      'POST',
      '/v1/api-keys',
      { name: scope, scopes: [scope], expiresOn },
      as(ours),
    );
    keys.set(scope, body.key);
  }
}, 120_000);
afterAll(async () => {
  await service.close();
  await mailbox.close();
});

const as = (organisation: string) => ({ 'assay-organisation': organisation });
const actionsOf = () => routes.filter(({ rule }) => rule in PERMISSIONS);

describe('every route of the document', () => {
  it('has a rule, and some are for members', () => {
    expect(routes.length).toBeGreaterThan(12);
    expect(actionsOf().length).toBeGreaterThan(8);
  });

  it('tells nobody who is not signed in anything but who they are not', async () => {
    for (const route of routes.filter(({ rule }) => rule !== 'public')) {
      const response = await service.app.inject({
        method: route.method,
        url: fill(route.url, ours),
        headers: { host: 'console.example', origin: 'https://console.example' },
        ...(bodyOf(route) as object),
      });
      expect([name(route), response.statusCode]).toEqual([name(route), expectedWithout(response.json())]);
    }
  });

  it('is closed to members of another organisation, by its id and by theirs', async () => {
    const stranger = people.get('stranger')!;
    for (const route of actionsOf()) {
      for (const headers of [as(ours), as(theirs)]) {
        if (headers['assay-organisation'] === theirs && !route.url.includes('{')) continue;
        const reply = await ask(stranger, route, ours, headers);
        expect([name(route), closed(reply)]).toEqual([name(route), true]);
        expect(JSON.stringify(reply.body)).not.toContain('Của Ta');
      }
    }
  });

  it('is open to the roles that its row names, and forbidden to the others', async () => {
    for (const route of actionsOf()) {
      const rule: Rule = PERMISSIONS[route.rule as Action];
      for (const role of ROLES) {
        const { body } = await ask(people.get(role)!, route, ours, as(ours));
        const forbidden = (body as Problem | undefined)?.code === 'forbidden';
        expect([name(route), role, forbidden]).toEqual([name(route), role, !rule.roles.includes(role)]);
      }
    }
  });

  it('is open to a key with its scope alone', async () => {
    for (const route of actionsOf()) {
      const rule: Rule = PERMISSIONS[route.rule as Action];
      for (const scope of KEY_SCOPES) {
        const response = await service.app.inject({
          method: route.method,
          url: fill(route.url, ours),
          headers: { authorization: `Bearer ${keys.get(scope)}`, 'idempotency-key': randomUUID() },
          ...(bodyOf(route) as object),
        });
        const forbidden = response.body !== '' && response.json<Problem>().code === 'forbidden';
        expect([name(route), scope, forbidden]).toEqual([name(route), scope, rule.scope !== scope]);
      }
    }
  });

  it('is open to an operator at the console where its row says so', async () => {
    for (const route of actionsOf()) {
      const rule: Rule = PERMISSIONS[route.rule as Action];
      const { body } = await ask(people.get('operator')!, route, theirs, {});
      const forbidden = (body as Problem | undefined)?.code === 'forbidden';
      expect([name(route), forbidden]).toEqual([name(route), !rule.operator]);
    }
  });
});

const name = ({ method, url }: Route) => `${method} ${url}`;
const closed = ({ status, body }: { status: number; body: Problem }) =>
  [403, 404].includes(status) && ['forbidden', 'not-found'].includes(body.code);

/** A body that is not even a request is refused before anybody is asked who they are. */
const expectedWithout = ({ code }: Problem) => (code === 'invalid-request' ? 400 : 401);

/** Ids that exist, where the route asks for one. */
function fill(url: string, organisation: string): string {
  return url
    .replace('/organisations/{id}', `/organisations/${organisation}`)
    .replace('{id}', randomUUID())
    .replace('{userId}', randomUUID())
    .replace('{product}', productId)
    .replace('{batch}', String(batchId))
    .replace('{run}', runId)
    .replace('{epoch}', '99')
    .replace(/\{(approval|webhook|delivery|download)\}/g, () => randomUUID())
    .replace('{secret}', 'x'.repeat(27))
    .replace('{checkId}', 'x'.repeat(60));
}

const WORDS = { vi: 'Lý do', en: 'A reason' };
const BODIES: Record<string, () => object> = {
  'POST /v1/organisations/{id}/invitations': () => ({ email: `${randomUUID()}@x.example`, role: 'viewer' }),
  'PATCH /v1/organisations/{id}/members/{userId}': () => ({ role: 'viewer' }),
  'POST /v1/organisations/{id}/verification': () => ({ how: WORDS }),
  'POST /v1/organisations/{id}/suspension': () => ({ reason: WORDS }),
  'POST /v1/organisations': () => ({ name: 'X', prefixes: [] }),
  'POST /v1/operators/first': () => ({ secret: 'f'.repeat(32) }),
  'POST /v1/api-keys': () => ({ name: 'x', scopes: ['read'], expiresOn: '2000-01-01' }),
  'POST /v1/products': () => ({ name: 'X', category: 'other', pack: 'box', coding: 'none' }),
  'POST /v1/batches': () => ({ productId, lot: randomUUID().slice(0, 8) }),
  'POST /v1/batches/{batch}/recall': () => ({ reason: WORDS }),
  'POST /v1/codes': () => ({ productId, quantity: 1 }),
  'PATCH /v1/products/{product}': () => ({ brand: randomUUID() }),
  'POST /v1/batches/{batch}/recall/lifting': () => ({ reason: WORDS }),
  'POST /v1/codes/commissions': () => ({ batchId, ranges: [{ epoch: 1, first: 0, last: 0 }] }),
  'POST /v1/codes/withdrawals': () => ({
    productId,
    ranges: [{ epoch: 1, first: 1, last: 1 }],
    state: 'destroyed',
    reason: WORDS,
  }),
  'POST /v1/codes/{run}/downloads': () => ({ form: 'serial', layout: 'list', host: 'not-declared.example' }),
  'POST /v1/codes/{run}/labels': () => ({
    symbol: 'qr-code',
    resolution: 300,
    media: { sheet: 'of nobody' },
  }),
  'POST /v1/downloads/{download}/leak': () => ({ reason: WORDS }),
  'POST /v1/products/{product}/epochs': () => ({ why: 'a test' }),
  'POST /v1/products/{product}/epochs/{epoch}/revocation': () => ({ reason: WORDS }),
  'POST /v1/products/lookup': () => ({ gtins: ['9520001000010'] }),
  'POST /v1/webhooks': () => ({ url: 'ftp://x.example', topics: ['batch.recalled'], description: '' }),
  'PATCH /v1/webhooks/{webhook}': () => ({ description: 'ERP' }),
  'POST /v1/codes/reports': () => ({ productId, serials: ['A1'], reason: WORDS }),
};

function bodyOf(route: Route): { payload?: object } {
  const body = BODIES[name(route)];
  if (body) return { payload: body() };
  if (route.method === 'GET' || route.method === 'DELETE' || /\{(secret|approval|webhook)\}/.test(route.url))
    return {};
  throw new Error(`give ${name(route)} a body in this test`);
}

async function ask(visitor: Visitor, route: Route, organisation: string, headers: object) {
  return visitor.ask(route.method, fill(route.url, organisation), bodyOf(route).payload, {
    ...headers,
    'idempotency-key': randomUUID(),
  });
}

function describedRoutes({ app }: TestService): Route[] {
  const document = app.swagger() as { paths: Record<string, Record<string, { 'x-permission'?: string }>> };
  return Object.entries(document.paths)
    .filter(([url]) => url.startsWith('/v1/'))
    .flatMap(([url, methods]) =>
      Object.entries(methods).map(([method, { 'x-permission': rule }]) => {
        if (rule === undefined) throw new Error(`${method} ${url} has no rule`);
        return { method: method.toUpperCase() as Route['method'], url, rule };
      }),
    );
}
