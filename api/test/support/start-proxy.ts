import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeCertificate } from '../../src/start/lan/certificate.ts';
import { freePort } from './free-port.ts';
import { openFolder } from './open-folder.ts';
import { startNameServer } from './start-name-server.ts';

/** The proxy of a deployment, by its own configuration, before apis of the test. */
export interface TestProxy {
  /** Its encrypted address, whose certificate is `ca`. */
  origin: string;
  ca: string;
  plainOrigin: string;
  /** 127.0.0.1 at this port says that it runs. */
  healthPort: number;
  /** The folder of answers to those who give out certificates. */
  acme: string;
  /** What it has logged so far. */
  log(): string;
  /** Ends it in order and gives its exit code. */
  close(): Promise<number | null>;
}

const CONFIG = fileURLToPath(new URL('../../../web/proxy/', import.meta.url));
/** Where the image has it. */
const IMAGE_CONFIG = '/etc/assay/nginx.conf';
const NOBODY = 65_534;

/**
 * @param options.command what starts it, with the path of its configuration in the image
 * @param options.apiPort the port of every api
 * @param options.addresses of the apis, asked for again and again; each of 127.0.0.0/8
 * @param options.files the folder that is served
 */
export async function startProxy(options: {
  command?: readonly string[];
  apiPort: number;
  addresses: () => readonly string[];
  files: string;
}): Promise<TestProxy> {
  const { command = ['nginx', '-e', 'stderr', '-c', IMAGE_CONFIG, '-g', 'daemon off;'] } = options;
  const folder = openFolder('assay-proxy-');
  const inFolder = (name: string, mode = 0o755) => {
    mkdirSync(join(folder, name));
    chmodSync(join(folder, name), mode);
    return join(folder, name);
  };
  const tls = inFolder('tls');
  const ca = await makeCertificate({ addresses: ['127.0.0.1'], host: 'localhost' }, new Date());
  for (const name of ['certificate.pem', 'key.pem']) writeFileSync(join(tls, name), ca);
  const names = await startNameServer(options.addresses);
  const [port, plainPort, healthPort] = [await freePort(), await freePort(), await freePort()];
  const acme = inFolder('acme');
  const config = copyConfig(inFolder('config'), [
    [' /tmp/', ` ${inFolder('tmp', 0o777)}/`],
    ['127.0.0.1:8081', `127.0.0.1:${healthPort}`],
    ['listen 8080', `listen 127.0.0.1:${plainPort}`],
    ['listen 8443', `listen 127.0.0.1:${port}`],
    ['127.0.0.11', `127.0.0.1:${names.port}`],
    ['api:8080', `api:${options.apiPort}`],
    [' /srv', ` ${options.files}`],
    [' /tls/', ` ${tls}/`],
    [' /acme', ` ${acme}`],
  ]);
  const [program = '', ...args] = command.map((word) => (word === IMAGE_CONFIG ? config : word));
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => void (log += chunk.toString()));
  await once(child, 'spawn');
  await untilAlive(`http://127.0.0.1:${healthPort}`, () => (child.exitCode === null ? undefined : log));
  return {
    origin: `https://localhost:${port}`,
    ca,
    plainOrigin: `http://localhost:${plainPort}`,
    healthPort,
    acme,
    log: () => log,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGQUIT');
      const [code] = (await ended) as [number | null];
      names.close();
      rmSync(folder, { recursive: true });
      return code;
    },
  };
}

/** The configuration with the test's own ports and folders; each replacement must find its place. */
function copyConfig(to: string, replacements: readonly (readonly [from: string, to: string])[]): string {
  for (const name of readdirSync(CONFIG)) {
    let text = readFileSync(join(CONFIG, name), 'utf8');
    if (name === 'nginx.conf')
      for (const [from, replacement] of replacements) {
        if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
        text = text.replaceAll(from, replacement);
      }
    writeFileSync(join(to, name), text);
  }
  return join(to, 'nginx.conf');
}

async function untilAlive(address: string, failure: () => string | undefined): Promise<void> {
  for (;;) {
    const alive = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (alive) return;
    const log = failure();
    if (log !== undefined) throw new Error(`the proxy ended:\n${log}`);
    await sleep(50);
  }
}
