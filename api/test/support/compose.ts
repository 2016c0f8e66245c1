import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** The folder of the repository, from which the paths of `docker-compose.yml` count. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What the tests read of a service (the Compose Specification, chapter "services"). */
export interface Service {
  image: string;
  entrypoint?: readonly string[];
  command?: readonly string[];
  user: string;
  environment?: Readonly<Record<string, string>>;
  secrets?: readonly string[];
  volumes?: readonly string[];
  tmpfs?: readonly string[];
  ports?: readonly string[];
  networks?: readonly string[];
  network_mode?: string;
  read_only?: boolean;
  privileged?: boolean;
  cap_drop?: readonly string[];
  cap_add?: readonly string[];
  security_opt?: readonly string[];
  restart?: string;
  stop_signal?: string;
  stop_grace_period?: string;
  mem_limit?: string;
  deploy?: { replicas: number };
  healthcheck?: { test: readonly string[] };
}

export interface Compose {
  services: Readonly<Record<string, Service>>;
  networks: Readonly<Record<string, { internal?: boolean } | null>>;
  secrets: Readonly<Record<string, { file: string }>>;
  configs: Readonly<Record<string, { file: string }>>;
}

/** `docker-compose.yml` as Compose reads it: anchors merged, and of variables their defaults. */
export function readCompose(): Compose {
  const text = readFileSync(`${ROOT}docker-compose.yml`, 'utf8');
  return fillIn(parse(text, { merge: true })) as Compose;
}

/** `${NAME:-default}` is the default, `$$` a dollar (the Compose Specification, chapter "interpolation"). */
function fillIn(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replaceAll('$$', '$');
  if (Array.isArray(value)) return value.map(fillIn);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillIn(inner)]));
}
