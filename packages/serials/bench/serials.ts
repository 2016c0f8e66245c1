import { randomInt } from 'node:crypto';
import { epochBlockFunction } from '../src/block-function.ts';
import {
  generateSerials,
  GuessabilityMeter,
  importedKey,
  isWellFormedSerial,
  makeEpochSecret,
  openEpoch,
  rewrapEpoch,
  unwrapEpoch,
  wrapEpoch,
} from '../src/index.ts';

const CODES = 1_000_000;
const BLOCKS = 8_192;
const OPENED = 100_000;
const UNWRAPPED = 20_000;
const ROUNDS = 5;

const subject = '09520000000011';
const secret = makeEpochSecret();
const cipher = openEpoch(secret, subject, 1);
const genuine = Array.from({ length: OPENED }, () => cipher.serial(randomInt(2 ** 32)));
const stranger = openEpoch(makeEpochSecret(), subject, 1);
const forged = Array.from({ length: OPENED }, () => stranger.serial(randomInt(2 ** 32)));
const misread = genuine.map((serial) => serial.slice(0, 16) + (serial.endsWith('0') ? '1' : '0'));
const kek = { id: 'bench', key: makeEpochSecret() };
const issuer = Buffer.alloc(16, 7);
const wrapped = wrapEpoch(kek, secret, subject, 1, issuer);

blockPass();
await generator();
const open = (serial: string) => void cipher.open(serial);
perCall('open, issued here', genuine, open);
perCall('open, forged with a right check symbol', forged, open);
perCall('open, wrong check symbol', misread, open);
perCall('check symbol alone', genuine, (serial) => void isWellFormedSerial(serial));
perCall('serial, one at a time', genuine, (_, n) => void cipher.serial(n));
perCall('inner code', genuine, (_, n) => void cipher.innerCode(n));
const rows = Array.from({ length: UNWRAPPED }, () => wrapped);
perCall('unwrap', rows, (row) => void unwrapEpoch(kek, row, subject, 1, issuer));
perCall('unwrap and open an epoch', rows, (row) => {
  openEpoch(unwrapEpoch(kek, row, subject, 1, issuer), subject, 1);
});
const next = { id: 'next', key: makeEpochSecret() };
const row = { subject, epoch: 1, issuer, wrapped };
perCall('rewrap', rows, () => void rewrapEpoch(kek, next, row));
const productKey = makeEpochSecret();
perCall('key of an imported code', genuine, (serial) => void importedKey(productKey, serial));
const meter = new GuessabilityMeter();
perCall('guessability, one code', genuine, (serial) => meter.add(serial));

function blockPass(): void {
  const encrypt = epochBlockFunction(secret, subject, 1);
  const blocks = Buffer.alloc(BLOCKS * 16);
  const rates = Array.from({ length: ROUNDS * 20 }, () => {
    const start = process.hrtime.bigint();
    encrypt(blocks);
    return BLOCKS / seconds(start);
  });
  console.log(`${line('AES-256 in bulk')} ${(median(rates) / 1e6).toFixed(0)} M blocks/s`);
}

async function generator(): Promise<void> {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.hrtime.bigint();
    let codes = 0;
    for await (const chunk of generateSerials(secret, subject, 1, 0, CODES - 1)) codes += chunk.length;
    rates.push(codes / seconds(start));
  }
  console.log(`${line('generator')} ${(median(rates) / 1e6).toFixed(2)} M codes/s`);
}

function perCall<Item>(name: string, items: readonly Item[], call: (item: Item, n: number) => void): void {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.hrtime.bigint();
    items.forEach(call);
    times.push((seconds(start) / items.length) * 1e6);
  }
  console.log(`${line(name)} ${median(times).toFixed(2)} µs`);
}

function seconds(start: bigint): number {
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function line(name: string): string {
  return `serials: ${name.padEnd(40)}`;
}
