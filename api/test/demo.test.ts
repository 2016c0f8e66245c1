import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CheckRequest, paths, REASONS, type Sample, VERDICTS } from '@assay/contract';
import { seedDemo } from '../src/demo/seed-demo.ts';
import { GTINS, UNREGISTERED } from '../src/demo/world/gtins.ts';
import { registerAgency } from '../src/registry/index.ts';
import { readCode } from './support/read-code.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';

let service: TestService;
let samples: Sample[];

const readSamples = async () => (await service.app.inject(paths.samplesJson)).json<Sample[]>();
const ask = ({ text, format }: Sample, more: Partial<CheckRequest> = {}) =>
  service.check({ text, format, ...more });
const askAbout = (title: string, more: Partial<CheckRequest> = {}) =>
  ask(
    samples.find((sample) => sample.title.en.startsWith(title))!,
    more,
  );

/** A decoder gives the symbology identifier apart, and reads UPC-A as an EAN-13 with a zero in front. */
const asRead = ({ text, format }: Sample) =>
  format === 'upc_a' ? { text: `0${text}`, format: 'ean_13' } : { text: text.replace(/^\]C1/, ''), format };

beforeAll(async () => {
  service = await startService({ demo: true });
  await seedDemo(service.ctx);
  await service.settle();
  samples = await readSamples();
});

afterAll(() => service.close());

describe('the samples', () => {
  test.each(['first', 'second'])('get their verdict and first reason, asked for the %s time', async () => {
    const answered = [];
    for (const sample of samples) {
      const { verdict, reasons } = await ask(sample);
      answered.push({ ...sample, verdict, reason: reasons[0] });
    }
    expect(answered).toEqual(samples);
  });

  test('show every verdict and every reason', () => {
    expect(new Set(samples.map(({ verdict }) => verdict))).toEqual(new Set(VERDICTS));
    expect(new Set(samples.map(({ reason }) => reason))).toEqual(new Set(REASONS));
  });

  test('are read off their pictures as what they are', async () => {
    for (const sample of samples) {
      const read = await readCode(sample);
      expect(read).toMatchObject(asRead(sample));
      const { verdict, reasons } = await service.check(read);
      expect([verdict, reasons[0]]).toEqual([sample.verdict, sample.reason]);
    }
  });

  test('are drawn one by one, numbered from 1', async () => {
    for (const number of samples.keys()) {
      const { headers, body } = await service.app.inject(paths.sampleCode(number + 1));
      expect(headers['content-type']).toMatch('image/svg+xml');
      expect(body).toMatch(/^<svg/);
    }
    for (const number of [0, samples.length + 1]) {
      expect((await service.app.inject(paths.sampleCode(number))).statusCode).toBe(404);
    }
  });
});

describe('the world', () => {
  test('has GTINs of the demonstration prefix 952 only', async () => {
    const { rows } = await service.ctx.db.$client.query<{ gtin: string }>(
      `select gtin from app.product union select gtin from app.decision where gtin is not null`,
    );
    const all = [...rows.map(({ gtin }) => gtin), ...Object.values({ ...GTINS, ...UNREGISTERED })];
    expect(all.filter((gtin) => !/^(?:000000|\d)?952/.test(gtin))).toEqual([]);
  });

  test('says in every answer that it is the demo, and claims of no goods what nobody can know', async () => {
    for (const sample of samples) {
      const answer = await ask(sample);
      expect(answer.demo).toBe(true);
      expect(JSON.stringify([answer, sample.title])).not.toMatch(
        /hàng thật|chính hãng|an toàn|genuine|\bsafe\b/i,
      );
    }
  });

  test('recalls lot B03 of the milk, found by what is read off the can', async () => {
    const answer = await askAbout('The barcode of an infant milk', { printed: { lot: 'b 03' } });
    expect(answer).toMatchObject({
      verdict: 'unknown',
      reasons: ['no-unit-code'],
      flags: ['recalled'],
      recall: { lot: 'B03' },
      product: { name: 'Sữa công thức Đồi Sương số 1', unitCodes: false },
    });
    expect(answer.help.compare).toHaveLength(3);
    expect(answer.help.price?.text).toContain('đ');
    expect(answer.help.whereCode).toBeUndefined();
  });

  test('names a lot of the milk to look at where no lot is given', async () => {
    const { flags, help } = await askAbout('The barcode of an infant milk');
    expect(flags).toEqual(['lot-alerts']);
    expect(help.alerts?.map(({ kind, lots }) => [kind, ...lots])).toEqual([['recall', 'B03']]);
  });

  test('shows on a medicine with unit codes where to find them', async () => {
    const { help, product } = await askAbout('The barcode of a medicine');
    expect(help.whereCode?.picture).toBe('/pictures/where-code-box.svg');
    expect(help.unitCodesSince).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(help.officialLookup?.number).toBe('VD-00123-26');
    expect(product?.unitCodes).toBe(true);
  });

  test.each([
    ['A box from a lot that is being recalled', 'recalled'],
    ['A box past its expiry date', 'expired'],
    ['A bag of cereal that was sold abroad', 'other-market'],
    ['Goods that nobody registered, with a warning', 'authority-warning'],
    ['The registration number on a blister', 'lot-alerts'],
    ['A box with a scratch layer', 'inner-code-available'],
  ])('%s raises the flag %s', async (title, flag) => {
    expect((await askAbout(title)).flags).toContain(flag);
  });

  test('warns of a registration number for packs made after a day, and of none made before', async () => {
    const made = (day: string) =>
      askAbout('The registration number on a blister', { printed: { made: day } });
    expect((await made('2040-01-01')).flags).toContain('authority-warning');
    expect((await made('2020-01-01')).flags).not.toContain('authority-warning');
  });

  test('tells the scratch code of the pack that has one', async () => {
    const title = samples.find(({ title: { en } }) => en.startsWith('A box with a scratch layer'))!.title.en;
    const innerCode = /[\d ]{9,}$/.exec(title)![0];
    const first = await askAbout('A box with a scratch layer', { innerCode, attempt: '00000000000000a1' });
    expect(first.flags).not.toContain('inner-code-wrong');
    expect(first.flags).not.toContain('opened-before');
    const later = await askAbout('A box with a scratch layer');
    expect(later.flags).toContain('opened-before');
  });

  test('has a code that was checked 41 times in 9 provinces before anybody scans it', async () => {
    const { rows } = await service.ctx.db.$client.query<{ n: string; provinces: string }>(
      'select count(*) as n, count(distinct province) as provinces from app.check_event where province >= 0',
    );
    expect(rows).toEqual([{ n: '41', provinces: '9' }]);
  });

  test('says who decided, when, and until when it may be appealed', async () => {
    const { accusation } = await askAbout('One code that was printed on many boxes');
    expect(accusation).toMatchObject({
      kind: 'authority',
      copied: true,
      scope: 'unit',
      number: '229/QĐ-MẪU',
    });
    expect(accusation!.appealUntil! > accusation!.date).toBe(true);
  });

  test('has a picture in file for every picture that it names, small and without words', async () => {
    const { rows } = await service.ctx.db.$client.query<{ facts: string }>(
      `select picture || ' ' || help::text as facts from app.product`,
    );
    const named = rows.flatMap(({ facts }) => facts.match(/\/pictures\/[a-z-]+\.svg/g) ?? []);
    const folder = new URL('../src/demo/pictures/', import.meta.url);
    expect(new Set(named)).toEqual(new Set(readdirSync(folder).map((file) => paths.picture(file))));
    for (const file of readdirSync(folder)) {
      const svg = readFileSync(new URL(file, folder), 'utf8');
      expect(svg.length).toBeLessThan(4_096);
      expect(svg).not.toMatch(/<text|<script|href/);
    }
  });
});

describe('seeding', () => {
  test('a second time changes nothing', async () => {
    const count = async () => {
      const { rows } = await service.ctx.db.$client.query(
        'select (select count(*) from app.audit_entry), (select v from app.registry_clock)',
      );
      return rows;
    };
    const before = await count();
    await seedDemo(service.ctx);
    expect(await count()).toEqual(before);
    expect(await readSamples()).toEqual(samples);
  });

  test('a database that was left half filled is refused, with what to do', async () => {
    const other = await startService({ demo: true });
    await registerAgency(other.ctx, OPERATOR, { names: { vi: 'Cơ quan', en: 'Agency' } });
    await expect(seedDemo(other.ctx)).rejects.toMatchObject({
      code: 'conflict',
      remedy: expect.stringContaining('DATA_DIR'),
    });
    await other.close();
  });

  test('a database in earnest is refused', async () => {
    const other = await startService();
    await expect(seedDemo(other.ctx)).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('in earnest'),
    });
    const { rowCount } = await other.ctx.db.$client.query('select from app.organisation');
    expect(rowCount).toBe(0);
    expect((await other.app.inject(paths.samplesJson)).statusCode).toBe(404);
    await other.close();
  });
});
