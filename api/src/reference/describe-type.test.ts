import { expect, it } from 'vitest';
import { describeType } from './describe-type.ts';
import type { Schema } from './document.ts';

it.each<[Schema, string]>([
  [{ type: 'string' }, 'text'],
  [{ type: 'string', minLength: 1, maxLength: 40 }, 'text, 1 to 40 characters'],
  [{ type: 'string', pattern: '^[0-9]{2,5}$' }, 'text, pattern ^[0-9]{2,5}$'],
  [{ type: 'string', format: 'date-time' }, 'instant'],
  [{ type: 'string', enum: ['a', 'b'] }, 'one of'],
  [{ type: 'integer', minimum: 0 }, 'whole number, at least 0'],
  [{ type: 'number', maximum: 90 }, 'number, at most 90'],
  [{ type: 'boolean' }, 'true or false'],
  [{ type: 'array', minItems: 1, items: { type: 'string' } }, 'list, at least 1, each'],
  [{ type: 'array', minItems: 2, prefixItems: [{}, {}], items: false }, 'list of 2'],
  [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, 'one of'],
  [{}, 'anything'],
])('%j is told as "%s"', (schema, words) => {
  expect(describeType(schema)).toBe(words);
});
