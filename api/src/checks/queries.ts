/** How many ranges and lots of a product are remembered with it; of larger ones each is looked up when asked for. */
export const REMEMBERED_ROWS = 500;

const DECISIONS = `
  select coalesce(json_agg(d), '[]') from (
    select d.id, d.kind, o.names as by, d.number, d.case_number as "caseNumber", d.date, d.reason, d.target, d.lot,
      d.lot_folded as "lotFolded", d.serial, d.epoch, d.first, d.last, d.made_after as "madeAfter",
      d.made_before as "madeBefore", d.name, d.copied, d.appeal_until as "appealUntil", d.until
    from app.decision d join app.organisation o on o.id = d.organisation_id
    where d.withdrawn_at is null and (%WHERE%)
    order by d.date desc, d.created_at desc) d`;

const RANGE = `epoch, first, last, batch_id as "batchId", state, inner_codes as "innerCodes"`;

const BATCH = `id, lot, lot_folded as "lotFolded", made, expiry, active_from as "activeFrom",
  listed_completely as "listedCompletely", guessable, recalled_on as "recalledOn", recall_reason as "recallReason",
  recall_until as "recallUntil"`;

const PRODUCT = `p.id, p.gtin, p.name, p.brand, p.net_content as "netContent", p.category, p.pack, p.coding,
  p.unit_codes_since as "unitCodesSince", p.registration_number as "registrationNumber", p.importer, p.picture,
  p.markets, p.lots_complete_since as "lotsCompleteSince", p.help, encode(p.import_key, 'hex') as "importKey"`;

const REGISTRANT = `o.id, o.name, o.status, o.verified_on as "verifiedOn", o.verified_how as "verifiedHow",
  o.suspended_on as "suspendedOn", o.suspended_for as "suspendedFor", o.declared_hosts as "declaredHosts", o.contacts`;

/** The claim that counts: of the verified holder, else of a suspended one, else the oldest pending one. */
export const CLAIM_ORDER = `case o.status when 'verified' then 0 when 'suspended' then 1 else 2 end, p.created_at, p.id`;

const factsWhere = (product: string, decisions: string) => `
  select (select v::float8 from app.registry_clock) as v, json_build_object(
    'product', (select row_to_json(x) from (select ${PRODUCT} from app.product p where p.id = h.product_id) x),
    'registrant', (select row_to_json(x) from (select ${REGISTRANT} from app.organisation o where o.id = h.organisation_id) x),
    'epochs', (select coalesce(json_agg(json_build_object('subject', e.subject, 'epoch', e.number, 'issuer', e.issuer_id,
      'wrapped', encode(e.wrapped, 'hex'), 'state', e.state) order by e.number desc), '[]')
      from app.epoch e where e.product_id = h.product_id),
    'ranges', (select coalesce(json_agg(r), '[]') from (select ${RANGE} from app.code_range
      where product_id = h.product_id order by epoch, first limit ${REMEMBERED_ROWS + 1}) r),
    'batches', (select coalesce(json_agg(b), '[]') from (select ${BATCH} from app.batch
      where product_id = h.product_id order by recalled_on desc nulls last, id desc limit ${REMEMBERED_ROWS + 1}) b),
    'decisions', (${DECISIONS.replace('%WHERE%', decisions)})
  )::text as text
  from (select null) one left join lateral (
    select p.id as product_id, p.organisation_id, p.registration_folded
    from app.product p join app.organisation o on o.id = p.organisation_id
    where ${product} and o.status <> 'refused' order by ${CLAIM_ORDER} limit 1) h on true`;

export const FACTS_OF_GTIN = {
  name: 'facts-of-gtin',
  text: factsWhere(
    'p.gtin = $1',
    'd.gtin = $1 or d.registrant_id = h.organisation_id or d.registration_folded = h.registration_folded',
  ),
};

export const FACTS_OF_REGISTRATION = {
  name: 'facts-of-registration',
  text: factsWhere(
    'p.registration_folded = $1',
    'd.registration_folded = $1 or d.registrant_id = h.organisation_id',
  ),
};

export const FACTS_OF_TEXT = {
  name: 'facts-of-text',
  text: factsWhere('false', 'd.text_digest = $1'),
};

export const RANGE_AT = {
  name: 'range-at',
  text: `select row_to_json(r) as row from (select ${RANGE} from app.code_range
    where product_id = $1 and epoch = $2 and first <= $3 order by first desc limit 1) r where last >= $3`,
};

export const BATCH_BY_ID = {
  name: 'batch-by-id',
  text: `select row_to_json(b) as row from (select ${BATCH} from app.batch where id = $1) b`,
};

export const BATCH_BY_LOT = {
  name: 'batch-by-lot',
  text: `select row_to_json(b) as row from (select ${BATCH} from app.batch
    where product_id = $1 and lot_folded = $2) b`,
};

export const IMPORTED_CODE = {
  name: 'imported-code',
  text: 'select tail, batch from app.imported_code where h = $1',
};
