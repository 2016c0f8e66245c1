import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MakerConsole, nextGtin, startMakerConsole } from './support/maker-console.ts';
import { openCli } from './support/run-cli.ts';
import { dataMatrix, serialsOf } from './support/world.ts';

let maker: MakerConsole;
let origin: string;
let cli: ReturnType<typeof openCli>;
const gtin = nextGtin();

beforeAll(async () => {
  maker = await startMakerConsole();
  origin = await maker.service.app.listen({ host: '127.0.0.1', port: 0 });
  cli = openCli(origin);
}, 120_000);
afterAll(async () => {
  cli.remove();
  await maker.close();
});

const file = (name: string) => join(cli.folder, name);

describe('somebody who is not signed in', () => {
  it('is told how, and helped with what cannot be understood', async () => {
    expect(await cli.run(['products'])).toMatchObject({
      exit: 2,
      err: expect.stringContaining('assay login'),
    });
    expect(await cli.run(['help'])).toMatchObject({ exit: 0, out: expect.stringContaining('recall') });
    expect((await cli.run(['labels', '--help'])).out).toContain('--sheet');
    expect(await cli.run(['sell'])).toMatchObject({ exit: 2, err: expect.stringContaining('"sell"') });
    expect(await cli.run(['products', '--colour', 'red'])).toMatchObject({ exit: 2 });
  });
});

describe('assay login', () => {
  it('keeps a key that works in a file for this account alone', async () => {
    const key = await maker.keyOf('read', 'products', 'batches', 'codes', 'codes-download');
    expect(await cli.login(key)).toMatchObject({ exit: 0, out: expect.stringContaining(origin) });
    const kept = join(cli.configDir, 'credentials.json');
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual({ origin, key });
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect(statSync(cli.configDir).mode & 0o777).toBe(0o700);
  });

  it('keeps none that does not, and sends none without https', async () => {
    const before = readFileSync(join(cli.configDir, 'credentials.json'), 'utf8');
    expect((await cli.login(`assay_${'0'.repeat(48)}`)).exit).toBe(3);
    expect((await cli.run(['login', 'http://maker.example'], { typed: 'x\n' })).err).toContain('https');
    expect((await cli.run(['login', 'nonsense'], { typed: 'x\n' })).exit).toBe(2);
    expect((await cli.login('')).exit).toBe(2);
    expect(readFileSync(join(cli.configDir, 'credentials.json'), 'utf8')).toBe(before);
  });

  it('comes behind the environment, and its key goes to no other service', async () => {
    const reader = await maker.keyOf('read');
    const add = [
      'products',
      'add',
      '--name',
      'X',
      '--category',
      'other',
      '--pack',
      'box',
      '--coding',
      'none',
    ];
    expect(await cli.run(add, { env: { ASSAY_API_KEY: reader } })).toMatchObject({ exit: 3 });
    const elsewhere = await cli.run(['products'], { env: { ASSAY_ORIGIN: 'https://elsewhere.example' } });
    expect(elsewhere).toMatchObject({ exit: 2, err: expect.stringContaining(origin) });
  });
});

describe('from a product to a file of its codes', () => {
  let productId: string;

  it('lists a product and shows it', async () => {
    const words = ['--name', 'Thuốc ho', '--category', 'medicine', '--pack', 'box', '--coding', 'unit-codes'];
    const added = await cli.run(['products', 'add', '--gtin', gtin, ...words, '--json']);
    productId = added.json.id;
    expect((await cli.run(['products'])).out).toMatch(
      new RegExp(`0${gtin} +unit-codes +${productId} +Thuốc ho`),
    );
    expect((await cli.run(['products', 'show', gtin, '--json'])).json).toMatchObject({ name: 'Thuốc ho' });
    const again = await cli.run(['products', 'add', '--gtin', gtin, ...words]);
    expect(again).toMatchObject({ exit: 4, err: expect.stringContaining('listed already') });
    expect((await cli.run(['products', 'show', '9520888999995'])).exit).toBe(2);
  });

  it('issues codes of a new lot and saves them, readable by this account alone', async () => {
    const out = file('codes.txt');
    const order = ['issue', gtin, '1000', '--lot', 'LX1', '--expiry', '2030-12-31', '--out', out, '--json'];
    const { exit, json } = await cli.run(order, { watched: true });
    expect([exit, json.last - json.first, json.file]).toEqual([0, 999, out]);
    const serials = await serialsOf(maker.service.ctx, json);
    expect(readFileSync(out, 'utf8')).toBe(`${serials.join('\n')}\n`);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    await maker.service.settle();
    const scan = dataMatrix({ gtin, serial: serials[0]! });
    const verified = await cli.run(['verify', scan.text, '--format', 'data_matrix', '--aim', ']d2']);
    expect(verified).toMatchObject({ exit: 0, out: expect.stringContaining('authentic (unit)') });
    expect(verified.out).toContain('says nothing of contents');
  });

  it('hands each code out once, and overwrites no file', async () => {
    const [run] = (await cli.run(['codes', gtin, '--json'])).json;
    expect((await cli.run(['codes'])).out).toMatch(/1,000 +1,000 active +LX1 +1 /);
    const again = await cli.run(['download', run.id, '--out', file('again.txt')]);
    expect(again).toMatchObject({ exit: 3, err: expect.stringContaining('forbidden') });
    const reserved = (await cli.run(['issue', gtin, '5', '--json'])).json;
    const there = await cli.run(['download', reserved.id, '--out', file('codes.txt')]);
    expect(there).toMatchObject({ exit: 2, err: expect.stringContaining('there already') });
    expect((await cli.run(['download', reserved.id, '--out', file('five.txt')])).exit).toBe(0);
  });

  it('saves labels, and says which sheets there are', async () => {
    expect((await cli.run(['labels'])).out).toContain('a4-64x38');
    const { id } = (await cli.run(['issue', gtin, '8', '--lot', 'LX2', '--json'])).json;
    const out = file('labels.pdf');
    const saved = await cli.run(['labels', id, '--sheet', 'a4-64x38', '--symbol', 'qr-code', '--out', out]);
    expect(saved).toMatchObject({ exit: 0, out: expect.stringContaining('8 labels') });
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await cli.run(['labels', id, '--out', file('x.pdf')])).err).toContain(
      '--sheet, --roll and --svg',
    );
    expect((await cli.run(['labels', id, '--roll', '60', '--out', file('x.pdf')])).exit).toBe(2);
  });

  it('recalls a lot with a public reason', async () => {
    const batch = String(await maker.openBatch(productId, 'TH1'));
    const reason = ['--reason-vi', 'Sai hàm lượng', '--reason-en', 'Wrong strength'];
    expect((await cli.run(['recall', batch])).err).toContain('--reason-vi is missing');
    expect(await cli.run(['recall', batch, ...reason])).toMatchObject({
      exit: 0,
      out: 'Lot TH1 is recalled.\n',
    });
    expect(await cli.run(['recall', batch, ...reason])).toMatchObject({ exit: 4 });
    expect((await cli.run(['recall', '999999', ...reason])).exit).toBe(4);
  });

  it('tells by its end what a code is', async () => {
    expect((await cli.run(['verify', '9520888999995', '--json'])).json.reasons).toEqual(['not-registered']);
    expect((await cli.run(['verify', '9520888999995'])).exit).toBe(10);
    expect((await cli.run(['verify', '9520888999990'])).exit).toBe(4);
  });
});

describe('a service that is away', () => {
  it('is told apart from one that says no, and from a command that was ended', async () => {
    const nowhere = { ASSAY_ORIGIN: 'http://127.0.0.1:1', ASSAY_API_KEY: 'assay_x' };
    expect(await cli.run(['products'], { env: nowhere })).toMatchObject({
      exit: 5,
      err: expect.stringContaining('did not answer'),
    });
    const ended = new AbortController();
    ended.abort();
    expect((await cli.run(['products'], { signal: ended.signal })).exit).toBe(130);
  });
});
