import { createPrivateKey, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** Whom a certificate is for. */
export interface Names {
  /** IPv4. */
  addresses: readonly string[];
  /** `name.local`, by which phones may know this machine (RFC 6762). */
  host?: string;
}

const DAY_MS = 86_400_000;
/** Less than a year: browsers refuse what is valid for more than 398 days. */
const VALID_DAYS = 360;
/** So long before its end a certificate is made anew. */
const SPARE_DAYS = 14;

/** A new P-256 key and its certificate for these names, signed by itself and valid from `now` on; both as PEM. */
export async function makeCertificate({ addresses, host }: Names, now: Date): Promise<string> {
  const made = await generate([{ name: 'commonName', value: 'Assay' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - DAY_MS),
    notAfterDate: new Date(now.getTime() + VALID_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...(host === undefined ? [] : [{ type: 2 as const, value: host }]),
          ...addresses.map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
  return `${made.private.trim()}\n${made.cert.trim()}\n`;
}

/** Whether a certificate is for all of these names and stays valid for a while. */
export function serves(pem: string, { addresses, host }: Names, now: Date): boolean {
  const certificate = readPair(pem);
  if (!certificate) return false;
  const left = Date.parse(certificate.validTo) - now.getTime();
  const isFor =
    addresses.every((address) => certificate.checkIP(address) !== undefined) &&
    (host === undefined || certificate.checkHost(host) !== undefined);
  return isFor && Date.parse(certificate.validFrom) <= now.getTime() && left > SPARE_DAYS * DAY_MS;
}

/** The certificate of a file that holds its key too; undefined for anything else. */
function readPair(pem: string): X509Certificate | undefined {
  try {
    const certificate = new X509Certificate(pem);
    return certificate.checkPrivateKey(createPrivateKey(pem)) ? certificate : undefined;
  } catch {
    return undefined;
  }
}
