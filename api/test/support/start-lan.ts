import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideBuild } from '../../drills/support/built.ts';
import { freePort } from './free-port.ts';
import { openFolder } from './open-folder.ts';

/** A service that was started by `npm start -- --lan`. */
export interface LanService {
  address: string;
  port: number;
  /** Its encrypted address, whose certificate is `ca`, kept in `file`. */
  origin: string;
  ca: string;
  file: string;
  /** What it has told the person at the terminal. */
  said: string;
  /** Ctrl-C; gives the exit code. */
  end(): Promise<number | null>;
}

const START = fileURLToPath(new URL('../../dist/start.js', import.meta.url));

export async function startLan(): Promise<LanService> {
  provideBuild();
  const dataDir = openFolder('assay-lan-');
  const [address, port] = [ownAddress(), await freePort()];
  const service = spawn(process.execPath, [START, '--lan'], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: String(port), HOST: address },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(service, 'exit') as Promise<[number | null]>;
  let said = '';
  service.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  while (!said.includes('Ctrl-C')) {
    await Promise.race([once(service.stdout, 'data'), ended]);
    if (service.exitCode !== null) throw new Error(`it ended with ${service.exitCode}: ${said}`);
  }
  const file = join(dataDir, 'lan', 'certificate.pem');
  return {
    address,
    port,
    origin: `https://${address}:${port}`,
    ca: readFileSync(file, 'utf8'),
    file,
    said,
    async end() {
      service.kill('SIGINT');
      const [code] = await ended;
      rmSync(dataDir, { recursive: true });
      return code;
    },
  };
}

/** An address of this machine that is not its loopback. */
function ownAddress(): string {
  const entries = Object.values(networkInterfaces()).flatMap((of) => of ?? []);
  const found = entries.find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!found) throw new Error('this machine is in no network');
  return found.address;
}
