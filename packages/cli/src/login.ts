import { openClient, ServiceProblem } from '@assay/client';
import { type Command, Usage, word } from './command.ts';
import { keepCredentials } from './credentials.ts';

export const login: Command = {
  usage: 'ORIGIN',
  about: 'keep an API key for the service at ORIGIN, such as https://console.example',
  help: `The key is asked for, or read from a pipe: it never stands in the command line. It is tried first, then kept in a file
that only you can read. Make one at the console, under Keys, with the scopes that you need.`,
  options: {},
  async run(call) {
    const origin = originOf(word(call, 0, 'ORIGIN'));
    const key = (await call.terminal.readLine('API key: ')).trim();
    if (key === '') throw new Usage('no key was given');
    await tryKey(origin, key, call.terminal.signal);
    const file = keepCredentials(call.terminal, { origin, key });
    return { json: { origin, file }, text: `Signed in at ${origin}. The key is kept in ${file}.` };
  },
};

function originOf(text: string): string {
  if (!URL.canParse(text))
    throw new Usage(`"${text}" is no address: give one such as https://console.example`);
  const { protocol, hostname, origin } = new URL(text);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost');
  if (protocol === 'https:' || (protocol === 'http:' && isHere)) return origin;
  throw new Usage('a key is sent by https only');
}

/** A key without the scope to read is a good one too. */
async function tryKey(origin: string, key: string, signal: AbortSignal | undefined): Promise<void> {
  const client = openClient({ origin, key, ...(signal && { signal }) });
  try {
    await client.products.list().next();
  } catch (error) {
    if (!(error instanceof ServiceProblem && error.code === 'forbidden')) throw error;
  }
}
