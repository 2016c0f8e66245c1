import { Type, type Static } from 'typebox';

export const Day = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: 'A calendar day, ISO 8601 yyyy-mm-dd, without a time zone',
});

export const Instant = Type.String({ format: 'date-time', description: 'A UTC instant, RFC 3339' });

export const Localised = Type.Object(
  { vi: Type.String(), en: Type.String() },
  { description: 'A sentence in both languages of the service' },
);
export type Localised = Static<typeof Localised>;

/** A string out of a closed list. */
export const OneOf = <const T extends readonly string[]>(list: T, description?: string) =>
  Type.Unsafe<T[number]>({
    type: 'string',
    enum: [...list],
    ...(description === undefined ? {} : { description }),
  });
