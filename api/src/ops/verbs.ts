import { type Static, type TSchema, Type } from 'typebox';
import {
  CATEGORIES,
  CODE_FORMS,
  Contact,
  Day,
  FILE_LAYOUTS,
  Help,
  Localised,
  OneOf,
  PACKS,
  ProductChange,
  RESOLUTIONS,
  SYMBOL_KINDS,
} from '@assay/contract';
import { commission, issueCodes, revokeEpoch, rotateEpoch, withdrawCodes } from '../codes/index.ts';
import type { Actor, Ctx } from '../context.ts';
import { decide, reportCodes, warn, withdraw } from '../decisions/index.ts';
import { SHEETS } from '../labels/index.ts';
import {
  addProduct,
  changeProduct,
  liftRecall,
  openBatch,
  recallBatch,
  registerAgency,
  registerMaker,
  restoreMaker,
  suspendMaker,
  verifyMaker,
} from '../registry/index.ts';
import { writeLabels } from './write-labels.ts';
import { exportSerials } from './export-serials.ts';
import { importFile } from './import-file.ts';
import { Range, Target } from './inputs.ts';

export interface Verb {
  about: string;
  input: TSchema;
  run: (ctx: Ctx, actor: Actor, input: unknown) => Promise<unknown>;
}

/** Ties a verb to the form of its input, which is checked before it runs. */
function verb<Input extends TSchema>(
  about: string,
  input: Input,
  run: (ctx: Ctx, actor: Actor, input: Static<Input>) => Promise<unknown>,
): Verb {
  return { about, input, run: run as Verb['run'] };
}

const exact = <Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) =>
  Type.Object(fields, { additionalProperties: false });
const Id = Type.String({ pattern: '^[0-9a-f-]{36}$' });
const Index = Type.Integer({ minimum: 0 });
const Text = Type.String({ minLength: 1 });
const Signers = Type.Array(Text, { minItems: 1 });

/** What an operator can do to the registry until makers and officers have consoles of their own. */
export const VERBS: Record<string, Verb> = {
  'register-maker': verb(
    'take a maker on file; with verifiedHow it is verified at once',
    exact({
      name: Text,
      companyNumber: Type.Optional(Text),
      prefixes: Type.Array(Text),
      declaredHosts: Type.Optional(Type.Array(Text)),
      contacts: Type.Optional(Type.Array(Contact)),
      verifiedHow: Type.Optional(Localised),
    }),
    registerMaker,
  ),
  'register-agency': verb(
    'take an authority on file',
    exact({ names: Localised, contacts: Type.Optional(Type.Array(Contact)) }),
    registerAgency,
  ),
  'verify-maker': verb('confirm a pending maker', exact({ makerId: Id, how: Localised }), verifyMaker),
  'suspend-maker': verb('suspend a maker', exact({ makerId: Id, reason: Localised }), suspendMaker),
  'restore-maker': verb(
    'restore a suspended maker (two signers)',
    exact({ makerId: Id, reason: Localised, signedBy: Signers }),
    restoreMaker,
  ),
  'add-product': verb(
    'list a product of a maker',
    exact({
      makerId: Id,
      gtin: Type.Optional(Text),
      name: Text,
      brand: Type.Optional(Text),
      netContent: Type.Optional(Text),
      category: OneOf(CATEGORIES),
      pack: OneOf(PACKS),
      coding: OneOf(['unit-codes', 'none', 'barcode-only'] as const),
      unitCodesSince: Type.Optional(Day),
      registrationNumber: Type.Optional(Text),
      importer: Type.Optional(Text),
      picture: Type.Optional(Text),
      markets: Type.Optional(Type.Array(Text)),
      lotsCompleteSince: Type.Optional(Day),
      help: Type.Optional(Type.Pick(Help, ['whereCode', 'compare', 'price'])),
      passport: Type.Optional(
        exact({
          countryOfOrigin: Type.Optional(Text),
          manufacturer: Type.Optional(Text),
          ingredients: Type.Optional(Text),
          storage: Type.Optional(Text),
          declaration: Type.Optional(Text),
        }),
      ),
    }),
    addProduct,
  ),
  'change-product': verb(
    'change what is said of a product: what is named is changed, null takes it away; its category too',
    exact({ productId: Id, ...ProductChange.properties }),
    changeProduct,
  ),
  'open-batch': verb(
    'open a lot of a product',
    exact({
      productId: Id,
      lot: Text,
      made: Type.Optional(Day),
      expiry: Type.Optional(Day),
      activeFrom: Type.Optional(Day),
      listedCompletely: Type.Optional(Type.Boolean()),
    }),
    openBatch,
  ),
  'issue-codes': verb(
    'issue unit codes; without a lot they are reserved',
    exact({
      productId: Id,
      quantity: Type.Integer({ minimum: 1 }),
      batchId: Type.Optional(Type.Integer()),
      innerCodes: Type.Optional(Type.Boolean()),
    }),
    issueCodes,
  ),
  'export-serials': verb(
    'write the codes of an issued range to a file: bare serials, one a line, unless form and layout say otherwise',
    exact({
      productId: Id,
      epoch: Index,
      first: Index,
      last: Index,
      file: Text,
      form: Type.Optional(OneOf(CODE_FORMS)),
      layout: Type.Optional(OneOf(FILE_LAYOUTS)),
      host: Type.Optional(Text),
    }),
    exportSerials,
  ),
  'draw-labels': verb(
    'draw the labels of an issued range as PDF, into a folder: sheets by their name, or single ones by their size in mm',
    exact({
      productId: Id,
      epoch: Index,
      first: Index,
      last: Index,
      symbol: OneOf(SYMBOL_KINDS),
      resolution: Type.Union(RESOLUTIONS.map((dpi) => Type.Literal(dpi))),
      media: Type.Union([
        exact({
          sheet: OneOf(SHEETS.map(({ id }) => id)),
          startAt: Type.Optional(Type.Integer({ minimum: 1 })),
        }),
        exact({ single: exact({ width: Type.Number(), height: Type.Number() }) }),
      ]),
      host: Type.Optional(Text),
      folder: Text,
    }),
    writeLabels,
  ),
  'import-codes': verb(
    'take serials that a maker prints itself from a CSV; rows not taken are written to rejectedFile',
    exact({
      batchId: Type.Integer(),
      file: Text,
      rejectedFile: Type.Optional(Text),
      dryRun: Type.Optional(Type.Boolean()),
    }),
    importFile,
  ),
  commission: verb(
    'put reserved codes into a lot',
    exact({
      batchId: Type.Integer(),
      ranges: Type.Optional(Type.Array(Range)),
      serials: Type.Optional(Type.Array(Text)),
      activeFrom: Type.Optional(Day),
    }),
    commission,
  ),
  'withdraw-codes': verb(
    'take issued codes off the market',
    exact({
      productId: Id,
      epoch: Index,
      first: Index,
      last: Index,
      state: OneOf(['withdrawn', 'exported', 'destroyed'] as const),
      reason: Localised,
    }),
    withdrawCodes,
  ),
  'rotate-epoch': verb('open a new epoch of a product', exact({ productId: Id, why: Text }), rotateEpoch),
  'revoke-epoch': verb(
    'revoke an epoch whose secret may have leaked',
    exact({ productId: Id, epoch: Index, reason: Localised }),
    revokeEpoch,
  ),
  'recall-batch': verb(
    'recall a lot',
    exact({ batchId: Type.Integer(), reason: Localised, until: Type.Optional(Day) }),
    recallBatch,
  ),
  'lift-recall': verb(
    'lift the recall of a lot (two signers)',
    exact({ batchId: Type.Integer(), reason: Localised, signedBy: Signers }),
    liftRecall,
  ),
  'report-codes': verb(
    'block codes in the name of their maker',
    exact({
      productId: Id,
      ranges: Type.Optional(Type.Array(Range)),
      serials: Type.Optional(Type.Array(Text)),
      reason: Localised,
      signedBy: Signers,
    }),
    reportCodes,
  ),
  decide: verb(
    'publish an authority’s decision (two signers above single units)',
    exact({
      agencyId: Id,
      target: Target,
      number: Text,
      caseNumber: Type.Optional(Text),
      reason: Localised,
      signedBy: Signers,
      name: Type.Optional(Text),
      copied: Type.Optional(Type.Boolean()),
      until: Type.Optional(Day),
    }),
    decide,
  ),
  warn: verb(
    'publish an authority’s warning',
    exact({
      agencyId: Id,
      target: Target,
      number: Type.Optional(Text),
      reason: Localised,
      signedBy: Signers,
      name: Type.Optional(Text),
      until: Type.Optional(Day),
    }),
    warn,
  ),
  withdraw: verb(
    'withdraw a decision, warning or report (two signers)',
    exact({ decisionId: Id, reason: Localised, signedBy: Signers }),
    withdraw,
  ),
};
