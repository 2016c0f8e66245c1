import { performance } from 'node:perf_hooks';
import { parseScan, type RegistrationPattern, type Scan } from '../src/index.ts';
import registration from '../data/registration-patterns.json' with { type: 'json' };

/**
 * Prints the time of one parse for each kind of scan in microseconds, the fastest and the median of its rounds.
 * The aim is at most 10 µs.
 */
const GS = '\u001D';
const ROUNDS = 15;
const PARSES = 20_000;

const registrationPatterns: RegistrationPattern[] = registration.patterns.map(({ id, re }) => ({
  id,
  re: new RegExp(re),
}));

const scans: Record<string, Scan> = {
  'EAN-13': { text: '8934563138165', format: 'ean_13' },
  'GS1 DataMatrix, four elements': {
    text: `01089345631381651726063010B03${GS}21A1B2C3D4E5F6G7H8J`,
    format: 'data_matrix',
    aim: ']d2',
  },
  'Digital Link, four elements': {
    text: 'https://id.example.vn/01/08934563138165/10/B03/21/A1B2C3D4E5F6G7H8J?17=260630',
    format: 'qr_code',
  },
  'bracketed, typed': { text: '(01)08934563138165(10)B03(21)A1B2C3D4E5F6G7H8J', format: 'typed' },
  'typed digits': { text: '893 4563 138165', format: 'typed' },
  'plain address': { text: 'https://example.vn/a/b/c?x=1', format: 'qr_code' },
  'plain text': { text: 'Thuốc này không phải là thực phẩm chức năng', format: 'qr_code' },
  'wrong check digit': { text: `010893456313816410B03`, format: 'data_matrix', aim: ']d2' },
};

for (const [name, scan] of Object.entries(scans)) {
  const times = Array.from({ length: ROUNDS }, () => microseconds(scan)).toSorted((a, b) => a - b);
  const [best, median] = [times[0], times[ROUNDS >> 1]].map((time) => time?.toFixed(2).padStart(6));
  console.log(`${name.padEnd(32)} best ${best} µs, median ${median} µs`);
}

function microseconds(scan: Scan): number {
  const start = performance.now();
  for (let i = 0; i < PARSES; i++) parseScan(scan, { registrationPatterns });
  return ((performance.now() - start) * 1000) / PARSES;
}
