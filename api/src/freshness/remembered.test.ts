import { beforeEach, describe, expect, it } from 'vitest';
import { Remembered } from './remembered.ts';

interface Fact {
  key: string;
  n: number;
}

let loads: { key: string; finish: (fail?: Error) => void }[];
let facts: Remembered<Fact>;

beforeEach(() => {
  loads = [];
  facts = new Remembered<Fact>({
    max: 10,
    ttlMs: 1000,
    load: (key) =>
      new Promise((resolve, reject) => {
        const n = loads.length + 1;
        loads.push({ key, finish: (fail) => (fail ? reject(fail) : resolve({ key, n })) });
      }),
  });
});

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('remembered facts', () => {
  it('are read once, however many ask', async () => {
    const asked = [facts.get('a'), facts.get('a'), facts.get('a')];
    loads[0]!.finish();
    for (const fact of asked) expect(await fact).toEqual({ key: 'a', n: 1 });
    expect(await facts.get('a')).toEqual({ key: 'a', n: 1 });
    expect(loads).toHaveLength(1);
  });

  it('that changed while they were read are not kept, and who asks later reads again', async () => {
    const early = facts.get('a');
    facts.forget(['a']);
    const late = facts.get('a');
    expect(loads).toHaveLength(2);
    loads[1]!.finish();
    expect(await late).toMatchObject({ n: 2 });
    loads[0]!.finish();
    expect(await early).toMatchObject({ n: 1 });
    await tick();
    expect(await facts.get('a')).toMatchObject({ n: 2 });
  });

  it('are never kept from a failed reading', async () => {
    const asked = facts.get('a');
    loads[0]!.finish(new Error('away'));
    await expect(asked).rejects.toThrow('away');
    await tick();
    void facts.get('a');
    expect(loads).toHaveLength(2);
  });

  it('are forgotten by what they hold as well as by their key', async () => {
    for (const key of ['a', 'b']) {
      const asked = facts.get(key);
      loads.at(-1)!.finish();
      await asked;
    }
    facts.forget([], (fact) => fact.key === 'b');
    expect(facts.get('a')).not.toBeInstanceOf(Promise);
    expect(facts.get('b')).toBeInstanceOf(Promise);
  });
});
