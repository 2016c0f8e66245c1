import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { runCommand } from './run-command.ts';

const { env, argv, stdin, stdout, stderr } = process;
const ending = new AbortController();
process.once('SIGINT', () => ending.abort());

process.exitCode = await runCommand({
  args: argv.slice(2),
  env,
  readLine,
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(text),
  watched: stderr.isTTY,
  configDir: join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'assay'),
  signal: ending.signal,
});

/** What is typed is not shown. */
async function readLine(question: string): Promise<string> {
  const { isTTY } = stdin;
  if (isTTY) stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: isTTY });
  lines.once('SIGINT', () => ending.abort());
  try {
    return await lines.question('', { signal: ending.signal });
  } finally {
    lines.close();
    if (isTTY) stderr.write('\n');
  }
}
