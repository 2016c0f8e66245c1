import { randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { TOTP } from 'otpauth';
import type { Mailbox } from './mailbox.ts';
import type { TestService } from './service.ts';

export const CONSOLE = 'https://console.example';
export const PASSWORD = 'một mật khẩu đủ dài';

/** A person at the console, with the cookies of a browser. */
export interface Visitor {
  email: string;
  /** Sends a request as this person's browser would from a page of the console, each order under a key of its own. */
  ask(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    headers?: object,
  ): Promise<Reply>;
  signIn(): Promise<Reply>;
  /** Sets a second factor up, if there is none, and shows it. */
  showSecondFactor(): Promise<void>;
}

export interface Reply {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- replies of every route are read through this
  body: any;
  cookies: string[];
}

/** The environment of a service with a console and a mailbox. */
export const consoleEnv = (mailbox: Mailbox) => ({ CONSOLE_ORIGIN: CONSOLE, SMTP_URL: mailbox.url });

/** Signs somebody up through the front door, by the link of the letter, and in. */
export async function signUp(service: TestService, mailbox: Mailbox, email: string): Promise<Visitor> {
  const visitor = visit(service, email);
  await visitor.ask('POST', '/v1/auth/sign-up/email', {
    email,
    password: PASSWORD,
    name: email.split('@')[0],
  });
  const link = new URL(mailbox.linkTo(email));
  await visitor.ask('GET', link.pathname + link.search);
  const { status } = await visitor.signIn();
  if (status !== 200) throw new Error(`${email} could not sign in: ${status}`);
  return visitor;
}

export function visit({ app }: TestService, email: string): Visitor {
  const jar = new Map<string, string>();
  let totp: TOTP | undefined;

  const ask: Visitor['ask'] = async (method, url, body, headers = {}) => {
    const options: InjectOptions = {
      method,
      url,
      headers: {
        host: new URL(CONSOLE).host,
        ...(method === 'GET' ? {} : { origin: CONSOLE }),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(jar.size ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...headers,
      },
      ...(body ? { payload: body } : {}),
    };
    const response = await app.inject(options);
    const cookies = [response.headers['set-cookie'] ?? []].flat();
    for (const cookie of cookies) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(cookie)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return { status: response.statusCode, body: response.body ? json(response.body) : undefined, cookies };
  };

  return {
    email,
    ask,
    signIn: () => ask('POST', '/v1/auth/sign-in/email', { email, password: PASSWORD }),
    async showSecondFactor() {
      if (!totp) {
        const { body } = await ask('POST', '/v1/auth/two-factor/enable', { password: PASSWORD });
        const secret = new URL(body.totpURI).searchParams.get('secret')!;
        totp = new TOTP({ secret });
      }
      const { status, body } = await ask('POST', '/v1/auth/two-factor/verify-totp', {
        code: totp.generate(),
      });
      if (status !== 200) throw new Error(`the second factor was refused: ${JSON.stringify(body)}`);
    },
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
