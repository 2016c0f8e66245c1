import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { type Config, ConfigFault } from '../config/index.ts';
import { errorCode } from '../error-code.ts';
import { Refused } from '../refused.ts';

/**
 * The passphrase of the file that ASSAY_PASSPHRASE_FILE names, or else of the person at the terminal.
 *
 * @param times how often a person is asked; a slip would otherwise be noticed only when the keys are needed
 * @throws ConfigFault, Refused
 */
export async function readPassphrase({ passphraseFile }: Config, times: 1 | 2): Promise<string> {
  if (passphraseFile !== undefined) return readFromFile(passphraseFile);
  const passphrase = await ask('Passphrase: ');
  if (times === 2 && (await ask('Once more:  ')) !== passphrase)
    throw new Refused('invalid', 'these were two passphrases', 'Try again.');
  return passphrase;
}

function readFromFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim().normalize('NFC');
  } catch (error) {
    throw new ConfigFault([
      `ASSAY_PASSPHRASE_FILE cannot be read (${errorCode(error)}): give the path of a file that holds the passphrase.`,
    ]);
  }
}

/** Shows nothing of what is typed. */
async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new Refused(
      'invalid',
      'there is no terminal to ask for the passphrase',
      'Give ASSAY_PASSPHRASE_FILE.',
    );
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
  reader.once('SIGINT', () => process.exit(130));
  process.stderr.write(question);
  const answer = await reader.question('');
  process.stderr.write('\n');
  reader.close();
  return answer.trim().normalize('NFC');
}
