/** The closed lists of an answer (design section 1). Their order is part of the contract. */

export const VERDICTS = ['authentic', 'unknown', 'reported-counterfeit'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a verdict is about: one pack, every pack of a lot, or every pack of a product. */
export const SCOPES = ['unit', 'batch', 'product'] as const;
export type Scope = (typeof SCOPES)[number];

/** Reasons, the most important first: the first that holds gives the verdict. */
export const REASONS = [
  'authority-decision',
  'maker-report',
  'store-internal-code',
  'not-a-product-code',
  'registration-number',
  'foreign-link',
  'not-registered',
  'brand-not-verified',
  'brand-suspended',
  'codes-revoked',
  'serial-not-issued',
  'code-withdrawn',
  'not-released',
  'not-yet-listed',
  'lot-mismatch',
  'lot-not-registered',
  'expiry-mismatch',
  'unit-code-required',
  'no-unit-code',
  'copy-suspected',
  'code-registered',
  'batch-registered',
  'barcode-registered',
] as const;
export type Reason = (typeof REASONS)[number];

export const FLAGS = [
  'expired',
  'recalled',
  'authority-warning',
  'lot-alerts',
  'other-market',
  'seen-before',
  'bought-before',
  'opened-before',
  'inner-code-available',
  'inner-code-wrong',
] as const;
export type Flag = (typeof FLAGS)[number];

/** Names of the web's BarcodeDetector, and what a person typed. */
export const FORMATS = [
  'ean_13',
  'ean_8',
  'upc_a',
  'upc_e',
  'itf',
  'code_128',
  'qr_code',
  'data_matrix',
  'typed',
] as const;
export type Format = (typeof FORMATS)[number];

export const CATEGORIES = [
  'medicine',
  'infant-milk',
  'milk',
  'food',
  'supplement',
  'cosmetics',
  'household',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What one pack of a product is called in a sentence. */
export const PACKS = ['box', 'can', 'blister', 'bottle', 'tube', 'jar', 'bag', 'pack'] as const;
export type Pack = (typeof PACKS)[number];

/** How packs of a product are told apart: by a code each, not at all, or (granted to low-risk products) by barcode alone. */
export const CODINGS = ['unit-codes', 'none', 'barcode-only'] as const;

/** What stands for one unit in a file. */
export const CODE_FORMS = ['element-string', 'bracketed', 'digital-link', 'serial'] as const;
export type CodeForm = (typeof CODE_FORMS)[number];

/**
 * - `people`: CSV to be opened in a spreadsheet: numbered, serials in groups, no formulas;
 * - `list`: one code a line and nothing else;
 * - `printer`: CSV for a printing line, byte for byte what is printed, with each part in a column of its own.
 */
export const FILE_LAYOUTS = ['people', 'list', 'printer'] as const;
export type FileLayout = (typeof FILE_LAYOUTS)[number];

export const SYMBOL_KINDS = ['qr-code', 'data-matrix'] as const;
export type SymbolKind = (typeof SYMBOL_KINDS)[number];

/** Dots an inch of the printers that labels are printed by. */
export const RESOLUTIONS = [203, 300, 600] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export const SOURCES = ['live', 'cache', 'offline'] as const;
export type Source = (typeof SOURCES)[number];

export const COMPARED_FIELDS = ['lot', 'expiry', 'made'] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

export const COMPARISONS = ['match', 'differs', 'not-on-file'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Everything that is not an answer: the last part of a problem's `type` (RFC 9457), with its status. */
export const PROBLEMS = {
  misread: 400,
  'malformed-code': 400,
  'invalid-request': 400,
  unauthenticated: 401,
  forbidden: 403,
  'second-factor': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'request-timeout': 408,
  conflict: 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-mismatch': 422,
  'rate-limited': 429,
  internal: 500,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;
