import { createTransport } from 'nodemailer';
import type { Config } from '../config/index.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Mailer } from './mailer.ts';

const TIMEOUT_MS = 10_000;

/**
 * Hands letters to the mail server of `SMTP_URL`. Without one the demo prints them where it was started; in earnest
 * nothing that needs a letter is done.
 *
 * @param print where the demo prints
 */
export function openMailer(
  { smtpUrl, mailFrom, demo }: Pick<Config, 'smtpUrl' | 'mailFrom' | 'demo'>,
  print: (text: string) => void,
): Mailer {
  if (smtpUrl !== undefined) {
    const transport = createTransport({
      url: smtpUrl,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return async (letter) => void (await transport.sendMail({ from: mailFrom, ...letter }));
  }
  if (demo) return async ({ to, subject, text }) => print(`\nMail to ${to}: ${subject}\n${text}\n`);
  return async () => {
    throw new ProblemError('unavailable', { detail: 'this service cannot send mail: SMTP_URL is not set' });
  };
}
