import { Type, type Static } from 'typebox';
import { Id } from './organisation.ts';
import { Instant, Localised, OneOf } from './text.ts';

/** Who did something: people and keys of the organisation by name; whoever runs the service, and the service itself, without. */
const Doer = Type.Object({
  kind: OneOf(['member', 'key', 'operator', 'system'] as const),
  name: Type.Optional(Type.String()),
});

/** One thing that was done for an organisation or to it, as its audit entry tells. */
export const Activity = Type.Object({
  id: Id,
  at: Instant,
  kind: Type.String({ description: 'A verb in the past: batch-recalled' }),
  by: Doer,
  about: Type.Object(
    {
      productId: Type.Optional(Type.String()),
      batchId: Type.Optional(Type.Integer()),
      gtin: Type.Optional(Type.String()),
      lot: Type.Optional(Type.String()),
      name: Type.Optional(Type.String()),
      email: Type.Optional(Type.String()),
      role: Type.Optional(Type.String()),
      quantity: Type.Optional(Type.Integer()),
      epoch: Type.Optional(Type.Integer()),
      first: Type.Optional(Type.Integer()),
      last: Type.Optional(Type.Integer()),
      state: Type.Optional(Type.String()),
      reason: Type.Optional(Type.Union([Localised, Type.String()])),
    },
    { description: 'What it was done to, as far as the entry names it' },
  ),
});
export type Activity = Static<typeof Activity>;

/** Acts that take two members: asked for by one, approved by another. */
export const JOINT_ACTS = ['batch.lift-recall', 'codes.report'] as const;
export type JointAct = (typeof JOINT_ACTS)[number];

/** What one member asked for and a second one may approve. */
export const Approval = Type.Object({
  id: Id,
  act: OneOf(JOINT_ACTS),
  input: Type.Record(Type.String(), Type.Unknown(), { description: 'The order, as it was given' }),
  askedBy: Type.String(),
  askedAt: Instant,
  expiresAt: Instant,
});
export type Approval = Static<typeof Approval>;

/** The reply to an act that waits for a second member. */
export const AskedApproval = Type.Object({ approvalId: Id, expiresAt: Instant });
