import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mailbox, openMailbox } from './support/mailbox.ts';
import { CONSOLE, consoleEnv, PASSWORD, signUp, visit, type Visitor } from './support/people.ts';
import { startService, type TestService } from './support/service.ts';

const CREDENTIALS = { email: 'cookie@hang.example', password: PASSWORD };

let mailbox: Mailbox;
let service: TestService;
beforeAll(async () => {
  mailbox = await openMailbox();
  service = await startService({ env: consoleEnv(mailbox) });
});
afterAll(async () => {
  await service.close();
  await mailbox.close();
});

describe('an account', () => {
  it('is opened by the link of a letter, and not before', async () => {
    const early = visit(service, 'som@hang.example');
    const signedUp = await early.ask('POST', '/v1/auth/sign-up/email', {
      email: early.email,
      password: PASSWORD,
      name: 'Sớm',
    });
    expect(signedUp.status).toBe(200);
    expect((await early.signIn()).status).toBe(403);
    expect((await early.ask('GET', '/v1/session')).body.code).toBe('unauthenticated');
    const link = new URL(mailbox.linkTo(early.email));
    expect(link.origin).toBe(CONSOLE);
    await early.ask('GET', link.pathname + link.search);
    expect((await early.signIn()).status).toBe(200);
    expect((await early.ask('GET', '/v1/session')).body).toMatchObject({
      person: { email: early.email, name: 'Sớm', hasSecondFactor: false },
      isOperator: false,
      organisations: [],
    });
  });

  it('has cookies of the console alone: host-bound, unreadable by script, never sent from elsewhere', async () => {
    const person = await signUp(service, mailbox, 'cookie@hang.example');
    const { cookies } = await person.signIn();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-assay/);
      expect(cookie).toMatch(/; Path=\//);
      expect(cookie).toMatch(/; Secure/);
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; SameSite=Strict/i);
      expect(cookie).not.toMatch(/domain=/i);
    }
    const shoppers = { host: 'assay.example', origin: 'https://assay.example' };
    expect((await person.ask('GET', '/v1/session', undefined, shoppers)).status).toBe(401);
    const there = await person.ask('POST', '/v1/auth/sign-in/email', CREDENTIALS, shoppers);
    expect([there.status, there.cookies]).toEqual([404, []]);
  });

  it('changes nothing for a page of another origin', async () => {
    const person = await signUp(service, mailbox, 'origin@hang.example');
    const application = { name: 'Hãng', prefixes: [] };
    for (const origin of ['https://assay.example', 'https://evil.example', 'null']) {
      const reply = await person.ask('POST', '/v1/organisations', application, { origin });
      expect(reply.body.code).toBe('forbidden');
    }
    expect((await person.ask('GET', '/v1/session')).body.organisations).toEqual([]);
  });

  it('shows a second factor by the right code alone', async () => {
    const person = await signUp(service, mailbox, 'hai-lop@hang.example');
    await person.ask('POST', '/v1/auth/two-factor/enable', { password: CREDENTIALS.password });
    const shownAt = async () => (await person.ask('GET', '/v1/session')).body.person.secondFactorAt;
    for (const [path, body] of [
      ['/two-factor/verify-totp', { code: '000000' }],
      ['/two-factor/verify-backup-code', { code: 'aaaaa-aaaaa' }],
      ['/passkey/verify-authentication', { response: {} }],
    ] as const) {
      expect((await person.ask('POST', `/v1/auth${path}`, body)).status).toBeGreaterThanOrEqual(400);
      expect(await shownAt()).toBeUndefined();
    }
    await person.showSecondFactor();
    expect(await shownAt()).toBeDefined();
  });

  it('can be guessed at only so often a minute from one address', async () => {
    const limited = await startService({ env: { ...consoleEnv(mailbox), SIGN_INS_A_MINUTE: '10' } });
    const guess = (remoteAddress: string) =>
      limited.app.inject({
        method: 'POST',
        url: '/v1/auth/sign-in/email',
        remoteAddress,
        headers: { host: new URL(CONSOLE).host, origin: CONSOLE },
        payload: { ...CREDENTIALS, password: 'đoán mò một mật khẩu' },
      });
    const replies = [];
    for (let n = 0; n < 11; n++) replies.push(await guess('203.0.113.9'));
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([...Array<number>(10).fill(401), 429]);
    expect(replies[10]!.headers['retry-after']).toBeDefined();
    expect(replies[10]!.headers['ratelimit-policy']).toBe('"sign-ins";q=10;w=60');
    expect((await guess('203.0.113.10')).statusCode).toBe(401);
    await limited.close();
  });

  it('says the same to a wrong password and to an address that nobody has', async () => {
    const wrong = await visit(service, 'cookie@hang.example').ask('POST', '/v1/auth/sign-in/email', {
      email: 'cookie@hang.example',
      password: 'không phải mật khẩu này',
    });
    const nobody = await visit(service, 'nobody@hang.example').signIn();
    expect([wrong.status, wrong.body]).toEqual([nobody.status, nobody.body]);
  });

  it.each(['/update-user', '/delete-user', '/change-email', '/sign-in/social', '/two-factor/disable', '/ok'])(
    'does not open %s of the library to the world',
    async (path) => {
      const person = await signUp(service, mailbox, `allow${path.length}-${path.slice(1, 4)}@hang.example`);
      expect((await person.ask('POST', `/v1/auth${path}`, {})).status).toBe(404);
    },
  );
});

describe('a maker', () => {
  let owner: Visitor;
  let stranger: Visitor;
  let id: string;
  let as: { 'assay-organisation': string };
  beforeAll(async () => {
    owner = await signUp(service, mailbox, 'chu@hang.example');
    stranger = await signUp(service, mailbox, 'nguoi-la@khac.example');
    const reply = await owner.ask('POST', '/v1/organisations', { name: 'Dược Mới', prefixes: ['9520777'] });
    id = reply.body.id;
    as = { 'assay-organisation': id };
  });

  it('applies, pending, and the person who did is its owner', async () => {
    expect((await owner.ask('GET', `/v1/organisations/${id}`, undefined, as)).body).toEqual({
      id,
      name: 'Dược Mới',
      kind: 'maker',
      status: 'pending',
      prefixes: [{ digits: '9520777', state: 'claimed' }],
    });
  });

  it('does not exist for anybody else', async () => {
    for (const headers of [as, {}]) {
      const reply = await stranger.ask('GET', `/v1/organisations/${id}`, undefined, headers);
      expect([403, 404]).toContain(reply.status);
      expect(JSON.stringify(reply.body)).not.toContain('Dược Mới');
    }
  });

  it('invites by mail; only the one who was invited takes it up, once', async () => {
    const invited = await owner.ask(
      'POST',
      `/v1/organisations/${id}/invitations`,
      { email: 'Sua@hang.example', role: 'editor' },
      as,
    );
    expect(invited.status).toBe(201);
    const secret = new URL(mailbox.linkTo('sua@hang.example')).pathname.split('/').pop()!;
    expect((await stranger.ask('POST', `/v1/invitations/${secret}`)).status).toBe(404);
    const editor = await signUp(service, mailbox, 'sua@hang.example');
    const { status, body } = await editor.ask('POST', `/v1/invitations/${secret}`);
    expect([status, body]).toEqual([200, { organisationId: id, role: 'editor' }]);
    expect((await editor.ask('POST', `/v1/invitations/${secret}`)).status).toBe(404);
    const members = (await owner.ask('GET', `/v1/organisations/${id}/members`, undefined, as)).body.items;
    expect(members.map((one: { email: string; role: string }) => [one.email, one.role])).toEqual([
      ['chu@hang.example', 'owner'],
      ['sua@hang.example', 'editor'],
    ]);
    const refused = await editor.ask(
      'POST',
      `/v1/organisations/${id}/invitations`,
      { email: 'x@y.example', role: 'owner' },
      as,
    );
    expect(refused.body.code).toBe('forbidden');
  });

  it('keeps its last owner, and asks for a fresh second factor before a role changes', async () => {
    const { person } = (await owner.ask('GET', '/v1/session')).body;
    const change = () =>
      owner.ask('PATCH', `/v1/organisations/${id}/members/${person.id}`, { role: 'viewer' }, as);
    expect((await change()).body.code).toBe('second-factor');
    await owner.showSecondFactor();
    expect((await change()).body).toMatchObject({ code: 'conflict' });
    expect(
      (await owner.ask('DELETE', `/v1/organisations/${id}/members/${person.id}`, undefined, as)).body.code,
    ).toBe('conflict');
  });

  it('makes keys, each shown once, that act only within their scopes and until they are revoked', async () => {
    const made = await owner.ask(
      'POST',
      '/v1/api-keys',
      { name: 'Máy in', scopes: ['read'], expiresOn: inDays(30) },
      as,
    );
    expect(made.status).toBe(201);
    const { key } = made.body;
    const asKey = (url: string, text = key) =>
      service.app.inject({ url, headers: { authorization: `Bearer ${text}` } });
    expect((await asKey(`/v1/organisations/${id}`)).json()).toMatchObject({ name: 'Dược Mới' });
    expect((await asKey(`/v1/organisations/${id}/members`)).json()).toMatchObject({ code: 'forbidden' });
    expect((await asKey('/v1/session')).json()).toMatchObject({ code: 'unauthenticated' });
    expect(
      (await asKey(`/v1/organisations/${id}`, `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`))
        .statusCode,
    ).toBe(401);
    const [listed] = (await owner.ask('GET', '/v1/api-keys', undefined, as)).body.items;
    expect(listed).toMatchObject({ name: 'Máy in', start: key.slice(0, 12), scopes: ['read'] });
    expect(listed.usedOn).toBeDefined();
    expect(JSON.stringify(listed)).not.toContain(key);
    expect((await owner.ask('DELETE', `/v1/api-keys/${made.body.id}`, undefined, as)).status).toBe(204);
    expect((await asKey(`/v1/organisations/${id}`)).statusCode).toBe(401);
    expect((await owner.ask('DELETE', `/v1/api-keys/${made.body.id}`, undefined, as)).status).toBe(409);
  });

  it('names in its audit entries who did it, and never a secret', async () => {
    const { rows } = await service.ctx.db.$client.query<{ kind: string; body: Buffer }>(
      "select kind, body from app.audit_entry where kind in ('maker-applied', 'member-invited', 'invitation-accepted', 'key-made', 'key-revoked')",
    );
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual(
      ['invitation-accepted', 'key-made', 'key-revoked', 'maker-applied', 'member-invited'].toSorted(),
    );
    for (const { body } of rows) {
      const entry = JSON.parse(body.toString('utf8'));
      expect(entry.actor).toEqual({ kind: 'member', id: expect.any(String), name: expect.any(String) });
      expect(body.toString('utf8')).not.toMatch(/assay_[0-9a-f]{20}/);
    }
  });
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
