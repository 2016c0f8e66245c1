import { type Static, Type } from 'typebox';
import { Day } from '@assay/contract';

const exact = { additionalProperties: false };
const Index = Type.Integer({ minimum: 0 });
const Text = Type.String({ minLength: 1 });
const rule = { madeAfter: Type.Optional(Day), madeBefore: Type.Optional(Day) };

/** A run of issued indexes, first and last included. */
export const Range = Type.Object({ epoch: Index, first: Index, last: Index }, exact);

/** The printed identity that a decision or warning is about. */
export const Target = Type.Union([
  Type.Object({ kind: Type.Literal('gtin'), gtin: Text, ...rule }, exact),
  Type.Object({ kind: Type.Literal('lot'), gtin: Text, lot: Text, ...rule }, exact),
  Type.Object({ kind: Type.Literal('serial'), gtin: Text, serial: Text, ...rule }, exact),
  Type.Object(
    { kind: Type.Literal('range'), gtin: Text, epoch: Index, first: Index, last: Index, ...rule },
    exact,
  ),
  Type.Object({ kind: Type.Literal('registration'), number: Text, lot: Type.Optional(Text), ...rule }, exact),
  Type.Object({ kind: Type.Literal('text'), text: Text, ...rule }, exact),
  Type.Object({ kind: Type.Literal('registrant'), makerId: Text, ...rule }, exact),
]);
export type Target = Static<typeof Target>;
