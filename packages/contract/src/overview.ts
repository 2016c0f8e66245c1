import { Type, type Static } from 'typebox';
import { Day, Instant } from './text.ts';

const Count = Type.Integer({ description: 'Rounded down to fives, so that few checks name nobody' });

/** What a maker sees at a glance, of the last thirty days. */
export const Overview = Type.Object({
  asOf: Type.Optional(Type.String({ ...Instant, description: 'When checks were last summed up' })),
  days: Type.Array(Type.Object({ day: Day, checks: Count }), {
    description: 'Every one of the thirty days, the oldest first',
  }),
  provinces: Type.Array(Type.Object({ province: Type.String(), checks: Count }), {
    description: 'Codes of provinces with at least five checks, the most first',
  }),
  checks: Count,
  firstShare: Type.Optional(
    Type.Number({
      description: 'Of the checks of unit codes, how many were the first of their pack: 0 to 1',
    }),
  ),
  placeShare: Type.Optional(
    Type.Number({
      description: 'How many checks told a place: 0 to 1. Under 0.2 copies are found by their count only',
    }),
  ),
  suspectedCopies: Type.Integer({ description: 'Codes that have come to look copied' }),
  openReports: Type.Integer({ description: 'Blocks of stolen or leaked codes that are in force' }),
  openRecalls: Type.Integer(),
});
export type Overview = Static<typeof Overview>;
