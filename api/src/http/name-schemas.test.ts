import { expect, it } from 'vitest';
import { nameSchemas } from './name-schemas.ts';

const Day = { type: 'string', pattern: '^\\d+$' };
const Lot = { type: 'object', properties: { lot: { type: 'string' }, expiry: Day } };

it('puts each named schema in one place, and refers to it from everywhere, also from one another', () => {
  const document = { paths: { '/lots': { get: { schema: { type: 'array', items: Lot } } } } };
  expect(nameSchemas(document, { Lot, Day })).toEqual({
    paths: { '/lots': { get: { schema: { type: 'array', items: { $ref: '#/components/schemas/Lot' } } } } },
    components: {
      schemas: {
        Lot: {
          type: 'object',
          properties: { lot: { type: 'string' }, expiry: { $ref: '#/components/schemas/Day' } },
        },
        Day,
      },
    },
  });
});

it('spells tuples in the dialect of OpenAPI 3.1', () => {
  const tuple = { type: 'array', items: [{ type: 'number' }, { type: 'number' }], additionalItems: false };
  expect(nameSchemas({ tuple }, {})).toMatchObject({
    tuple: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], items: false },
  });
});

it('touches nothing else, not even a field that is called items', () => {
  const schema = {
    type: 'object',
    properties: { items: { type: 'array', items: { type: 'string' } } },
    const: null,
  };
  expect(nameSchemas({ schema }, {})).toMatchObject({ schema });
});
