import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepCertificate } from './keep-certificate.ts';

const NAMES = { addresses: ['192.168.1.20', '10.1.2.3'], host: 'desk.local' };
const NOW = new Date('2026-11-25T08:00:00Z');
const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

let dataDir: string;
let dir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'assay-lan-'));
  dir = join(dataDir, 'lan');
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const keep = async (names: Parameters<typeof keepCertificate>[1], now: Date) =>
  readFileSync(await keepCertificate(dir, names, now), 'utf8');

describe('the certificate for phones of the same network', () => {
  it('is of a P-256 key, for all addresses and the name, and valid for less than a year', async () => {
    const certificate = new X509Certificate(await keep(NAMES, NOW));
    expect(certificate.subjectAltName).toBe('DNS:desk.local, IP Address:192.168.1.20, IP Address:10.1.2.3');
    expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.ca).toBe(false);
    expect(new Date(certificate.validTo)).toEqual(daysLater(360));
  });

  it('can be read by its owner alone', async () => {
    const file = await keepCertificate(dir, NAMES, NOW);
    expect([dir, file].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
  });

  it('stays the same, so that a phone is told once to trust it', async () => {
    const first = await keep(NAMES, NOW);
    expect(await keep(NAMES, daysLater(300))).toBe(first);
    expect(await keep({ addresses: ['10.1.2.3'] }, daysLater(1))).toBe(first);
  });

  it.each([
    ['an address was added', { ...NAMES, addresses: ['192.168.1.21'] }, NOW],
    ['the name has changed', { ...NAMES, host: 'other.local' }, NOW],
    ['it is about to end', NAMES, daysLater(347)],
    ['the clock was set back before it', NAMES, daysLater(-3)],
  ])('is made anew when %s', async (_, names, now) => {
    const first = await keep(NAMES, NOW);
    const second = await keep(names, now);
    expect(second).not.toBe(first);
    expect(new X509Certificate(second).subjectAltName).toContain(names.addresses[0]);
  });

  it.each([
    ['nothing of it is left', () => 'spoilt'],
    ['its key is missing', (pem: string) => pem.slice(pem.indexOf('-----BEGIN CERTIFICATE'))],
  ])('is made anew when %s', async (_, spoil) => {
    const file = await keepCertificate(dir, NAMES, NOW);
    writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    expect(new X509Certificate(await keep(NAMES, NOW)).checkIP('10.1.2.3')).toBe('10.1.2.3');
  });
});
