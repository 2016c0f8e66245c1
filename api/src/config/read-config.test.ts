import { describe, expect, it } from 'vitest';
import { readConfig } from './read-config.ts';
import type { Config, Environment } from './config.ts';

const production = {
  DATABASE_URL: 'postgres://assay_app:a@db/assay',
  DATABASE_OWNER_URL: 'postgres://assay_owner:b@db/assay',
  ASSAY_KEYS: '/run/keys',
};

describe('readConfig', () => {
  it('runs the demo in an embedded database when nothing is given', () => {
    expect(config({ DATA_DIR: '/data' })).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      database: 'embedded',
      keysDir: '/data/keys',
      demo: true,
      timeZone: 'Asia/Ho_Chi_Minh',
      publicOrigin: 'http://localhost:8080',
      settings: { leaseLengthMs: 1600, factsMax: 50_000 },
    });
  });

  it('is in earnest as soon as a database is given', () => {
    expect(config(production)).toMatchObject({
      demo: false,
      keysDir: '/run/keys',
      database: { appUrl: production.DATABASE_URL, ownerUrl: production.DATABASE_OWNER_URL },
    });
  });

  it('needs no owner address in a process that does not migrate', () => {
    expect(config({ ...production, DATABASE_OWNER_URL: '' }).database).toEqual({
      appUrl: production.DATABASE_URL,
    });
  });

  it('reports every fault at once, each with its remedy', () => {
    const faults = faultsOf({
      PORT: '99999',
      TIME_ZONE: 'Mars/Olympus',
      PUBLIC_ORIGIN: 'https://assay.example/path',
      DATABASE_URL: 'mysql://x',
      DEMO: 'yes',
      REDIS_URL: 'http://cache',
      METRICS_TOKEN: 'short',
      LOG_LEVEL: 'loud',
      FACTS_MAX: '1e6',
      HIGH_RISK_CATEGORIES: 'medicine,weapons',
    });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'DEMO',
      'DATABASE_URL',
      'REDIS_URL',
      'METRICS_TOKEN',
      'PUBLIC_ORIGIN',
      'TIME_ZONE',
      'LOG_LEVEL',
      'FACTS_MAX',
      'HIGH_RISK_CATEGORIES',
    ]);
    expect(faults.every((fault) => fault.includes(': ') && fault.endsWith('.'))).toBe(true);
  });

  it.each([
    [
      'one origin for shoppers and consoles',
      { ...production, PUBLIC_ORIGIN: 'https://assay.example', CONSOLE_ORIGIN: 'https://assay.example' },
      'an origin of their own',
    ],
    ['a mail server that is none', { ...production, SMTP_URL: 'https://mail.example' }, 'smtps://'],
    ['keys that nobody gave', { ...production, ASSAY_KEYS: undefined }, 'without ASSAY_KEYS'],
    ['the demo in a real database', { ...production, DEMO: '1' }, 'DEMO is 1'],
    ['an owner without a user', { DATABASE_OWNER_URL: production.DATABASE_OWNER_URL }, 'give both'],
    ['one role for both', { ...production, DATABASE_URL: production.DATABASE_OWNER_URL }, 'owns nothing'],
    [
      'a lease that ends before the next poll',
      { LEASE_POLL_MS: '900', LEASE_LENGTH_MS: '1000' },
      'too short',
    ],
  ])('refuses %s', (_, env, words) => {
    expect(faultsOf(env).join('\n')).toContain(words);
  });

  it('lets the processes of an embedded database run the demo', () => {
    expect(config({ ...production, EMBEDDED_DATABASE: '1' }).demo).toBe(true);
  });

  it('has consoles in the demo under another name of the machine, and in earnest where they are given', () => {
    expect(config({ PORT: '9090' }).consoleOrigin).toBe('http://console.localhost:9090');
    expect(config(production).consoleOrigin).toBeUndefined();
    const given = { ...production, CONSOLE_ORIGIN: 'https://console.assay.example' };
    expect(config(given).consoleOrigin).toBe('https://console.assay.example');
  });

  it('never repeats an address, which holds a password, in a fault', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres://secret-word' }).join()).not.toContain('secret-word');
  });
});

function config(env: Environment): Config {
  const result = readConfig(env);
  if (!result.ok) throw new Error(result.faults.join('\n'));
  return result.config;
}

function faultsOf(env: Environment): string[] {
  const result = readConfig(env);
  return result.ok ? [] : result.faults;
}
