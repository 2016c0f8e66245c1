import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { readCompose, ROOT, type Service } from './compose.ts';

/** Where processes of this machine find what containers find elsewhere. */
export interface Here {
  /** The folder that `make-secrets.sh` filled. */
  secrets: string;
  /** The program that is called `node` in the image. */
  node: string;
  /** Paths and addresses of containers, and what stands for them. */
  instead: readonly (readonly [there: string, here: string])[];
}

/** A process that a service of docker-compose.yml is. */
export interface Running {
  process: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  /** Runs the health check of its service once. */
  isHealthy(): Promise<boolean>;
  /** Asks it to end as Compose does, and gives its exit code. */
  end(): Promise<number | null>;
}

/** No test with these processes is about speed, and a busy machine must not turn answers into "not checked". */
const PATIENT = {
  QUERY_TIMEOUT_MS: '5000',
  LOCK_TIMEOUT_MS: '4000',
  LEASE_QUERY_TIMEOUT_MS: '1000',
  LEASE_LENGTH_MS: '1900',
};

const compose = readCompose();

/** The service, with every path and address as it is here. */
export function serviceHere(name: string, here: Here): Service {
  const service = compose.services[name];
  if (!service) throw new Error(`docker-compose.yml has no service ${name}`);
  return JSON.parse(JSON.stringify(service), (_, value: unknown) =>
    typeof value === 'string' ? translate(value, here) : value,
  ) as Service;
}

function translate(text: string, { secrets, instead }: Here): string {
  const withSecrets = text.replace(/\/run\/secrets\/(\w+)/g, (_, secret: string) => {
    const file = compose.secrets[secret]?.file;
    if (!file) throw new Error(`docker-compose.yml has no secret ${secret}`);
    return file.replace('./secrets', secrets);
  });
  return instead.reduce((said, [there, now]) => said.replaceAll(there, now), withSecrets);
}

/**
 * Starts the very command of a service with the very environment that it gets, as far as this machine can.
 *
 * @param extra arguments behind the command: what is asked, or what a container has to itself, such as its port
 */
export function runService(name: string, here: Here, extra: readonly string[] = []): Running {
  const { entrypoint = [], command = [], environment, healthcheck, stop_signal } = serviceHere(name, here);
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production', ...PATIENT, ...environment };
  const child = launch([...entrypoint, ...command, ...extra], here.node, env);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => void (output += chunk.toString()));
  return {
    process: child,
    output: () => output,
    async isHealthy() {
      const [kind, ...test] = healthcheck?.test ?? [];
      const check = launch(kind === 'CMD-SHELL' ? ['sh', '-c', ...test] : test, here.node, env);
      const [code] = (await once(check, 'exit')) as [number | null];
      return code === 0;
    },
    async end() {
      if (child.exitCode !== null) return child.exitCode;
      child.kill((stop_signal ?? 'SIGTERM') as NodeJS.Signals);
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}

function launch(command: readonly string[], node: string, env: NodeJS.ProcessEnv): ChildProcess {
  const [program = '', ...args] = command;
  return spawn(program === 'node' ? node : program, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits as Compose does for `service_healthy`. */
export async function untilHealthy(running: Running): Promise<void> {
  while (!(await running.isHealthy())) {
    const { exitCode } = running.process;
    if (exitCode !== null) throw new Error(`it ended with ${exitCode}:\n${running.output()}`);
    await sleep(500);
  }
}

/** Waits as Compose does for `service_completed_successfully`; gives what the process printed. */
export async function untilDone(running: Running): Promise<string> {
  const [code] =
    running.process.exitCode === null ? await once(running.process, 'close') : [running.process.exitCode];
  if (code !== 0) throw new Error(`it ended with ${String(code)}:\n${running.output()}`);
  return running.output();
}
