import type { Config } from '../config/index.ts';
import type { Ctx } from '../context.ts';
import { type Identity, openIdentity } from '../identity/index.ts';
import type { Mailer } from '../mail/mailer.ts';
import { openMailer } from '../mail/open-mailer.ts';
import { readSetupSecret } from '../operators/index.ts';
import { type Who, whoAsks } from '../session/index.ts';

/** What the routes of people and organisations need. */
export interface Accounts {
  ctx: Ctx;
  identity: Identity;
  who: Who;
  sendMail: Mailer;
  consoleOrigin: string;
  /** The one-time secret of the set-up; undefined where none was made. */
  setupSecret: () => string | undefined;
}

/** Accounts, where this service has a console; undefined where it has none. */
export function openAccounts(
  config: Pick<Config, 'consoleOrigin' | 'smtpUrl' | 'mailFrom' | 'demo' | 'keysDir'>,
  ctx: Ctx,
): Accounts | undefined {
  const { consoleOrigin } = config;
  if (consoleOrigin === undefined) return undefined;
  const sendMail = openMailer(config, (text) => process.stdout.write(text));
  const identity = openIdentity({ db: ctx.db, keys: ctx.keys, consoleOrigin, sendMail });
  return {
    ctx,
    identity,
    who: whoAsks(ctx, identity, consoleOrigin),
    sendMail,
    consoleOrigin,
    setupSecret: () => readSetupSecret(config.keysDir),
  };
}
