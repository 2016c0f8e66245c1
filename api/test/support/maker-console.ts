import { randomUUID } from 'node:crypto';
import type { KeyScope, Role } from '@assay/contract';
import { makeSetupSecret, readSetupSecret } from '../../src/operators/index.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { consoleEnv, type Reply, signUp, type Visitor } from './people.ts';
import { startService, type TestService } from './service.ts';
import { WORDS } from './world.ts';

type Method = Parameters<Visitor['ask']>[0];

/** Somebody who acts for the maker, each order under a key of its own unless one is given. */
export interface Member extends Visitor {
  get(url: string): Promise<Reply>;
  send(method: Method, url: string, body?: object, key?: string): Promise<Reply>;
  post(url: string, body?: object, key?: string): Promise<Reply>;
}

/** A verified maker with two owners, at its console. */
export interface MakerConsole {
  service: TestService;
  mailbox: Mailbox;
  id: string;
  operator: Visitor;
  owner: Member;
  second: Member;
  /** Invites somebody and signs them up. */
  join(email: string, role: Role): Promise<Member>;
  /** A member of another organisation. */
  stranger: Member;
  keyOf(...scopes: KeyScope[]): Promise<string>;
  /** Sends a request with a key. */
  byKey(key: string, method: Method, url: string, body?: object): Promise<Reply>;
  addProduct(more?: object): Promise<string>;
  openBatch(productId: string, lot: string, more?: object): Promise<number>;
  close(): Promise<void>;
}

let gtins = 0;

/** A GTIN-13 of the maker's prefix that nobody listed yet. */
export function nextGtin(): string {
  const digits = `9520888${String(++gtins).padStart(5, '0')}`;
  const sum = Array.from(digits).reduce(
    (total, digit, n) => total + Number(digit) * (n % 2 === 0 ? 1 : 3),
    0,
  );
  return digits + ((10 - (sum % 10)) % 10);
}

export async function startMakerConsole(env: Record<string, string> = {}): Promise<MakerConsole> {
  const mailbox = await openMailbox();
  const service = await startService({ env: { ...consoleEnv(mailbox), ...env } });
  makeSetupSecret(service.keysDir);
  const operator = await signUp(service, mailbox, 'operator@assay.example');
  await operator.ask('POST', '/v1/operators/first', { secret: readSetupSecret(service.keysDir)! });
  await operator.showSecondFactor();
  const [owner, id] = await apply('owner@maker.example', 'Dược Lá Xanh', ['9520888']);
  const [stranger] = await apply('stranger@other.example', 'Người Khác', ['9520777', '9520888']);
  await operator.ask('POST', `/v1/organisations/${id}/verification`, { how: WORDS });

  async function apply(email: string, name: string, prefixes: string[]): Promise<[Member, string]> {
    const visitor = await signUp(service, mailbox, email);
    const { body } = await visitor.ask('POST', '/v1/organisations', { name, prefixes });
    await visitor.showSecondFactor();
    return [memberOf(visitor, body.id), body.id];
  }

  const made: Omit<MakerConsole, 'second'> = {
    service,
    mailbox,
    id,
    operator,
    owner,
    stranger,
    async join(email, role) {
      await owner.post(`/v1/organisations/${id}/invitations`, { email, role });
      const secret = new URL(mailbox.linkTo(email)).pathname.split('/').pop()!;
      const visitor = await signUp(service, mailbox, email);
      await visitor.ask('POST', `/v1/invitations/${secret}`);
      await visitor.showSecondFactor();
      return memberOf(visitor, id);
    },
    async keyOf(...scopes) {
      const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
      const { body } = await owner.post('/v1/api-keys', { name: scopes.join(' '), scopes, expiresOn });
      return body.key;
    },
    async byKey(key, method, url, body) {
      const response = await service.app.inject({
        method,
        url,
        headers: {
          host: 'console.example',
          authorization: `Bearer ${key}`,
          'idempotency-key': randomUUID(),
        },
        ...(body ? { payload: body } : {}),
      });
      return {
        status: response.statusCode,
        body: response.body ? response.json() : undefined,
        cookies: [],
      };
    },
    async addProduct(more = {}) {
      const { body } = await owner.post('/v1/products', {
        gtin: nextGtin(),
        name: 'Thuốc Lá Xanh',
        category: 'medicine',
        pack: 'box',
        coding: 'unit-codes',
        ...more,
      });
      return body.id;
    },
    async openBatch(productId, lot, more = {}) {
      return (await owner.post('/v1/batches', { productId, lot, ...more })).body.id;
    },
    async close() {
      await service.close();
      await mailbox.close();
    },
  };
  return { ...made, second: await made.join('second@maker.example', 'owner') };
}

/** Lets a visitor act for one organisation. */
function memberOf(visitor: Visitor, organisationId: string): Member {
  const send: Member['send'] = (method, url, body, key) =>
    visitor.ask(method, url, body, {
      'assay-organisation': organisationId,
      ...(key && { 'idempotency-key': key }),
    });
  return {
    ...visitor,
    send,
    get: (url) => send('GET', url),
    post: (url, body, key) => send('POST', url, body, key),
  };
}
