import { Type, type Static } from 'typebox';
import { Contact } from './help.ts';
import { KEY_SCOPES, ROLES } from './rights.ts';
import { Day, Instant, OneOf } from './text.ts';

const exact = { additionalProperties: false };
const Name = Type.String({ minLength: 1, maxLength: 200 });
const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' });

export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });

/** Body of `POST /v1/organisations`: an organisation applies, and who sends it is its first owner. */
export const Application = Type.Object(
  {
    name: Name,
    companyNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    prefixes: Type.Array(Type.String({ pattern: '^[0-9]{4,13}$' }), {
      maxItems: 100,
      description: 'GS1 company prefixes, or single GTIN-13s; empty for a maker without any',
    }),
    contacts: Type.Optional(Type.Array(Contact, { maxItems: 10 })),
  },
  exact,
);
export type Application = Static<typeof Application>;

export const Organisation = Type.Object({
  id: Id,
  name: Type.String(),
  kind: OneOf(['maker', 'agency'] as const),
  status: OneOf(['pending', 'verified', 'suspended', 'refused'] as const),
  companyNumber: Type.Optional(Type.String()),
  prefixes: Type.Array(Type.Object({ digits: Type.String(), state: OneOf(['claimed', 'proven'] as const) })),
});
export type Organisation = Static<typeof Organisation>;

/** Who is signed in, and for whom they act. */
export const SessionView = Type.Object({
  person: Type.Object({
    id: Type.String(),
    name: Type.String(),
    email: Type.String(),
    hasSecondFactor: Type.Boolean(),
    secondFactorAt: Type.Optional(Instant),
  }),
  isOperator: Type.Boolean(),
  organisations: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      status: Organisation.properties.status,
      role: OneOf(ROLES),
    }),
  ),
});
export type SessionView = Static<typeof SessionView>;

export const Member = Type.Object({
  userId: Type.String(),
  name: Type.String(),
  email: Type.String(),
  role: OneOf(ROLES),
  since: Instant,
  hasSecondFactor: Type.Boolean(),
});

export const NewInvitation = Type.Object({ email: Email, role: OneOf(ROLES) }, exact);
export const RoleChange = Type.Object({ role: OneOf(ROLES) }, exact);

export const ApiKey = Type.Object({
  id: Id,
  name: Type.String(),
  start: Type.String({ description: 'Its first characters, by which a person knows it' }),
  scopes: Type.Array(OneOf(KEY_SCOPES)),
  createdAt: Instant,
  expiresAt: Instant,
  revokedAt: Type.Optional(Instant),
  usedOn: Type.Optional(Day),
});

export const NewApiKey = Type.Object(
  {
    name: Name,
    scopes: Type.Array(OneOf(KEY_SCOPES), { minItems: 1, maxItems: KEY_SCOPES.length }),
    expiresOn: Day,
  },
  exact,
);

/** The key itself is in this reply and never again. */
export const MadeApiKey = Type.Object({ id: Id, key: Type.String() });
