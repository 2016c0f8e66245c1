import { expect, it } from 'vitest';
import { inLoadOrder } from './in-load-order.ts';

const table = (name: string, ...refersTo: string[]) => ({ name, refersTo });

it('puts a table behind those that it refers to, and lets one refer to itself', () => {
  const tables = [table('batch', 'product', 'entry'), table('product', 'entry', 'product'), table('entry')];
  expect(inLoadOrder(tables).map(({ name }) => name)).toEqual(['entry', 'product', 'batch']);
});

it('does not wait for a table that is not carried', () => {
  expect(inLoadOrder([table('batch', 'elsewhere')])).toHaveLength(1);
});

it('refuses a circle instead of running for ever', () => {
  expect(() => inLoadOrder([table('a', 'b'), table('b', 'a')])).toThrow('tables name each other: a, b');
});
