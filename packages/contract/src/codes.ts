import { Type, type Static } from 'typebox';
import { CODE_FORMS, FILE_LAYOUTS, type Resolution, RESOLUTIONS, SYMBOL_KINDS } from './lists.ts';
import { Id } from './organisation.ts';
import { BatchNumber } from './registry.ts';
import { Day, Instant, Localised, OneOf } from './text.ts';

const exact = { additionalProperties: false };
const Index = Type.Integer({ minimum: 0, maximum: 4_294_967_295 });
const Serials = Type.Array(Type.String({ minLength: 1, maxLength: 20 }), { minItems: 1, maxItems: 1_000 });

/** Body of `POST /v1/codes`: serials for a product, of a lot or reserved for one to come. */
export const CodeOrder = Type.Object(
  {
    productId: Id,
    quantity: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    batchId: Type.Optional(BatchNumber),
    innerCodes: Type.Optional(Type.Boolean()),
  },
  exact,
);
export type CodeOrder = Static<typeof CodeOrder>;

/** Serials that were issued together; indices count within the epoch and are never given out twice. */
export const CodeRange = Type.Object({
  id: Id,
  productId: Id,
  epoch: Type.Integer(),
  first: Type.Integer({ minimum: 0 }),
  last: Type.Integer({ minimum: 0 }),
});
export type CodeRange = Static<typeof CodeRange>;

export const RANGE_STATES = ['reserved', 'active', 'withdrawn', 'exported', 'destroyed'] as const;
export type RangeState = (typeof RANGE_STATES)[number];

/** Serials that were issued together, and what has become of them. */
export const CodeRun = Type.Object({
  ...CodeRange.properties,
  product: Type.Object({ name: Type.String(), gtin: Type.Optional(Type.String()) }),
  quantity: Type.Integer(),
  innerCodes: Type.Boolean(),
  issuedAt: Instant,
  states: Type.Array(Type.Object({ state: OneOf(RANGE_STATES), quantity: Type.Integer() })),
  lots: Type.Array(Type.Object({ batchId: BatchNumber, lot: Type.String(), quantity: Type.Integer() }), {
    description: 'The lots that they are of, at most twenty',
  }),
  downloads: Type.Integer({ description: 'How often codes of it were handed out, as files or labels' }),
});
export type CodeRun = Static<typeof CodeRun>;

/** A part of an epoch, first and last included. */
export const IndexRange = Type.Object(
  { epoch: Type.Integer({ minimum: 1 }), first: Index, last: Index },
  exact,
);

const Which = {
  ranges: Type.Optional(Type.Array(IndexRange, { minItems: 1, maxItems: 100 })),
  serials: Type.Optional(Serials),
};

/** How codes leave the market; none of them comes back. Spoilt labels are `destroyed`. */
export const WITHDRAWN_STATES = ['withdrawn', 'exported', 'destroyed'] as const;

/** Body of `POST /v1/codes/withdrawals`. */
export const Withdrawal = Type.Object(
  { productId: Id, ...Which, state: OneOf(WITHDRAWN_STATES), reason: Localised },
  exact,
);
export type Withdrawal = Static<typeof Withdrawal>;

/** Body of `POST /v1/codes/commissions`: reserved codes get their lot. */
export const Commission = Type.Object(
  {
    batchId: BatchNumber,
    ...Which,
    activeFrom: Type.Optional(
      Type.String({ ...Day, description: 'From when they count as on the market; at most 30 days ago' }),
    ),
  },
  exact,
);
export type Commission = Static<typeof Commission>;

/** Body of `POST /v1/codes/reports`: labels that were stolen or leaked are blocked for 30 days. */
export const CodeReport = Type.Object({ productId: Id, ...Which, reason: Localised }, exact);
export type CodeReport = Static<typeof CodeReport>;

/** A maker's block of its own codes. */
export const Report = Type.Object({
  id: Id,
  gtin: Type.String(),
  range: Type.Optional(IndexRange),
  serial: Type.Optional(Type.String()),
  reason: Localised,
  on: Day,
  until: Type.Optional(Type.String({ ...Day, description: 'The last day on which it is in force' })),
  withdrawnAt: Type.Optional(Instant),
});
export type Report = Static<typeof Report>;

/** Secrets that codes of a product derive from: the newest issues, older ones stay good unless revoked. */
export const Epoch = Type.Object({
  epoch: Type.Integer(),
  state: OneOf(['issuing', 'verifying', 'revoked'] as const),
  issued: Type.Integer({ description: 'How many codes were issued' }),
  openedAt: Instant,
});
export type Epoch = Static<typeof Epoch>;

/** Body of `POST /v1/products/{product}/epochs`. */
export const NewEpoch = Type.Object({ why: Type.String({ minLength: 3, maxLength: 500 }) }, exact);

/** Body of `POST /v1/products/{product}/epochs/{epoch}/revocation`. */
export const Revocation = Type.Object({ reason: Localised }, exact);

const part = {
  first: Type.Optional(Index),
  last: Type.Optional(Index),
  host: Type.Optional(
    Type.String({ maxLength: 253, description: 'A declared host, to which Digital Links lead' }),
  ),
  reason: Type.Optional(
    Type.String({
      minLength: 3,
      maxLength: 500,
      description:
        'Why codes are handed out that were handed out before: never printed, spoilt and voided, lost',
    }),
  ),
};

/** Body of `POST /v1/codes/{run}/downloads`: a file of the codes of a run, or of a part of it. */
export const FileOrder = Type.Object(
  { form: OneOf(CODE_FORMS), layout: OneOf(FILE_LAYOUTS), ...part },
  exact,
);
export type FileOrder = Static<typeof FileOrder>;

const Millimetres = Type.Number({ minimum: 15, maximum: 210 });

/** Body of `POST /v1/codes/{run}/labels`: labels on sheets, on a roll, or one as a drawing. */
export const LabelSheetOrder = Type.Object(
  {
    symbol: OneOf(SYMBOL_KINDS),
    resolution: Type.Unsafe<Resolution>({ type: 'integer', enum: [...RESOLUTIONS] }),
    media: Type.Union([
      Type.Object(
        {
          sheet: Type.String({ maxLength: 40, description: 'A sheet of GET /v1/label-sheets' }),
          startAt: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
        },
        exact,
      ),
      Type.Object({ roll: Type.Object({ width: Millimetres, height: Millimetres }, exact) }, exact),
      Type.Object({ svg: Type.Object({ width: Millimetres, height: Millimetres }, exact) }, exact),
    ]),
    ...part,
  },
  exact,
);
export type LabelSheetOrder = Static<typeof LabelSheetOrder>;

/** A sheet of labels that can be ordered. Millimetres. */
export const LabelSheet = Type.Object({
  id: Type.String(),
  columns: Type.Integer(),
  rows: Type.Integer(),
  label: Type.Object({ width: Type.Number(), height: Type.Number() }),
});
export type LabelSheet = Static<typeof LabelSheet>;

export const DOWNLOAD_KINDS = ['file', 'labels'] as const;

/** Codes that were handed out; the file itself can be fetched by who ordered it, for an hour. */
export const Download = Type.Object({
  id: Id,
  kind: OneOf(DOWNLOAD_KINDS),
  first: Type.Integer(),
  last: Type.Integer(),
  orderedAt: Instant,
  by: Type.String({ description: 'Who ordered it' }),
  reason: Type.Optional(Type.String()),
});
export type Download = Static<typeof Download>;

/** The reply to an order: where the file is, and until when. */
export const OrderedDownload = Type.Object({
  id: Id,
  url: Type.String({ description: 'On this host' }),
  expiresAt: Instant,
  codes: Type.Integer(),
});
export type OrderedDownload = Static<typeof OrderedDownload>;

/** Body of `POST /v1/downloads/{download}/leak`. */
export const Leak = Type.Object({ reason: Localised }, exact);
