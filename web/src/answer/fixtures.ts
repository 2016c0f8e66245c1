import type { Answer } from '@assay/contract';
import { REASONS, type Flag, type Reason } from '@assay/contract/lists';

/** Example answers, one for each screen: invented makers, demo GTINs (952…). Tests and screens read them alike. */

const milk: NonNullable<Answer['product']> = {
  name: 'Sữa công thức Mầm Xanh số 1',
  brand: 'Mầm Xanh',
  netContent: 'lon 800 g',
  category: 'infant-milk',
  highRisk: true,
  pack: 'can',
  unitCodes: false,
  importer: 'Công ty TNHH Nhập khẩu Sao Mai',
};

const medicine: NonNullable<Answer['product']> = {
  name: 'Amoxicillin Hoa Sen 500 mg',
  brand: 'Hoa Sen',
  netContent: 'hộp 10 vỉ x 10 viên',
  category: 'medicine',
  highRisk: true,
  pack: 'box',
  unitCodes: true,
  registrationNumber: '893110495225',
};

const soap: NonNullable<Answer['product']> = {
  name: 'Nước rửa chén Lá Chanh',
  netContent: 'chai 750 ml',
  category: 'household',
  highRisk: false,
  pack: 'bottle',
  unitCodes: false,
};

const maker: NonNullable<Answer['registrant']> = {
  name: 'Dược phẩm Hoa Sen',
  status: 'verified',
  verifiedOn: '2026-03-02',
  verifiedHow: { vi: 'giấy chứng nhận mã số mã vạch', en: 'certificate of the GS1 prefix' },
};

const dairy: NonNullable<Answer['registrant']> = { ...maker, name: 'Sữa Mầm Xanh' };

const contacts: Answer['help']['contacts'] = [
  {
    role: 'maker',
    name: { vi: 'Chăm sóc khách hàng Hoa Sen', en: 'Hoa Sen customer care' },
    phone: '1800 1234',
  },
];

const authority = { vi: 'Chi cục Quản lý thị trường Hà Nội', en: 'Hanoi market surveillance' };

const unit: Answer['identity'] = {
  kind: 'trade-item',
  symbology: 'data_matrix',
  gtin: '09521234500017',
  lot: 'B03',
  expiry: '2027-06-30',
  serial: '7KQ2M9XT4WPHC3RDA',
};

const barcode: Answer['identity'] = { kind: 'trade-item', symbology: 'ean_13', gtin: '09521234500024' };

const medicineUnit: Partial<Answer> = {
  product: medicine,
  registrant: maker,
  batch: { lot: 'B03', expiry: '2027-06-30' },
  help: { contacts, emergency: '115' },
};

const plainMilk: Partial<Answer> = {
  scope: 'product',
  identity: barcode,
  product: milk,
  registrant: dairy,
  help: {
    contacts,
    emergency: '115',
    compare: [{ text: { vi: 'Nắp nhôm dập nổi hình lá', en: 'Foil lid with an embossed leaf' } }],
    price: {
      text: '389.000–412.000 đ',
      source: { vi: 'kê khai với Sở Công Thương', en: 'declared to the department of trade' },
      date: '2026-09-01',
    },
  },
};

const recallOfLot = {
  lot: 'B03',
  by: { vi: 'Sữa Mầm Xanh', en: 'Sữa Mầm Xanh' },
  date: '2026-11-12',
  reason: { vi: 'bao bì hở', en: 'packs not tight' },
};

/** An answer from its reasons and whatever differs from a plain unit code. */
export function answerWith(
  reasons: [Reason, ...Reason[]],
  flags: Flag[] = [],
  more: Partial<Answer> = {},
): Answer {
  const [reason] = reasons;
  return {
    verdict: verdictOf(reason),
    scope: 'unit',
    reasons,
    flags,
    identity: unit,
    compared: [],
    help: {},
    asOf: '2026-11-21T07:05:00Z',
    age: 120,
    source: 'live',
    checkId: 'example',
    demo: true,
    ...more,
  };
}

function verdictOf(reason: Reason): Answer['verdict'] {
  if (REASONS.indexOf(reason) < 2) return 'reported-counterfeit';
  return reason.endsWith('-registered') && !reason.includes('not-') ? 'authentic' : 'unknown';
}

const accusation: NonNullable<Answer['accusation']> = {
  kind: 'authority',
  by: authority,
  number: '118/QĐ-QLTT',
  case: 'VA-2026-044',
  date: '2026-11-03',
  scope: 'batch',
  lot: 'B03',
  reason: {
    vi: 'viên nén không chứa hoạt chất ghi trên nhãn',
    en: 'the tablets lack the declared ingredient',
  },
  appealUntil: '2027-02-03',
};

export const fixtures = {
  registered: answerWith(['code-registered'], [], {
    ...medicineUnit,
    history: { first: '2026-11-20', checks: 1, places: 1 },
  }),
  'registered, seen before': answerWith(['code-registered'], ['seen-before', 'inner-code-available'], {
    ...medicineUnit,
    history: { first: '2026-11-02', checks: 3, places: 1 },
  }),
  'batch registered': answerWith(['batch-registered'], [], {
    scope: 'batch',
    identity: { ...barcode, lot: 'L7' },
    product: soap,
    registrant: { ...maker, name: 'Gia dụng Lá Chanh' },
    batch: { lot: 'L7' },
  }),
  'barcode registered': answerWith(['barcode-registered'], [], {
    scope: 'product',
    identity: barcode,
    product: soap,
    registrant: { ...maker, name: 'Gia dụng Lá Chanh' },
  }),
  'infant milk': answerWith(['no-unit-code'], ['lot-alerts'], {
    ...plainMilk,
    help: {
      ...plainMilk.help,
      alerts: [{ kind: 'recall', lots: ['B03'], ...recallOfLot }],
    },
  }),
  'infant milk, no alerts': answerWith(['no-unit-code'], [], plainMilk),
  'infant milk, recalled lot': answerWith(['no-unit-code'], ['recalled', 'lot-alerts'], {
    ...plainMilk,
    recall: recallOfLot,
    compared: [{ field: 'lot', printed: 'b 03', registered: 'B03', result: 'match' }],
  }),
  'unit code required': answerWith(['unit-code-required'], [], {
    ...medicineUnit,
    scope: 'product',
    identity: barcode,
    help: {
      contacts,
      emergency: '115',
      whereCode: { text: { vi: 'nắp hộp, cạnh hạn dùng', en: 'the flap, beside the expiry date' } },
      unitCodesSince: '2026-01-01',
    },
  }),
  'not registered': answerWith(['not-registered'], [], { scope: 'product', identity: barcode }),
  'serial not issued': answerWith(['serial-not-issued'], [], medicineUnit),
  'serial not issued, typed': answerWith(['serial-not-issued'], [], {
    ...medicineUnit,
    identity: { ...unit, symbology: 'typed' },
  }),
  'lot mismatch': answerWith(['lot-mismatch'], [], {
    ...medicineUnit,
    compared: [{ field: 'lot', printed: 'B08', registered: 'B03', result: 'differs' }],
  }),
  'expiry mismatch': answerWith(['expiry-mismatch'], [], {
    ...medicineUnit,
    compared: [{ field: 'expiry', printed: '2028-06-30', registered: '2027-06-30', result: 'differs' }],
  }),
  'copy suspected': answerWith(['copy-suspected'], ['seen-before'], {
    ...medicineUnit,
    history: { first: '2026-08-01', checks: 41, places: 9 },
  }),
  'copy suspected, no places': answerWith(['copy-suspected'], ['seen-before'], {
    ...medicineUnit,
    history: { first: '2026-08-01', checks: 41, places: 1 },
  }),
  decision: answerWith(['authority-decision', 'code-registered'], [], { ...medicineUnit, accusation }),
  'decision on a copied serial': answerWith(['authority-decision'], [], {
    ...medicineUnit,
    accusation: { ...accusation, scope: 'unit', copied: true },
  }),
  'blocked by its maker': answerWith(['maker-report'], [], {
    ...medicineUnit,
    accusation: {
      kind: 'maker',
      by: { vi: 'Dược phẩm Hoa Sen', en: 'Dược phẩm Hoa Sen' },
      date: '2026-11-10',
      scope: 'unit',
      reason: { vi: 'tem bị mất cắp', en: 'labels were stolen' },
    },
  }),
  'warned, unregistered': answerWith(['not-registered'], ['authority-warning'], {
    identity: barcode,
    scope: 'product',
    warning: {
      by: { vi: 'Cục Quản lý Dược', en: 'Drug Administration' },
      date: '2026-11-15',
      name: 'Viên giảm cân Thon Nhanh',
      reason: { vi: 'nghi chứa sibutramine', en: 'may contain sibutramine' },
    },
  }),
  'recalled unit': answerWith(['code-registered'], ['recalled'], {
    ...medicineUnit,
    recall: { ...recallOfLot, by: { vi: 'Cục Quản lý Dược', en: 'Drug Administration' } },
  }),
  expired: answerWith(['code-registered'], ['expired'], { ...medicineUnit, expiredOn: '2026-10-31' }),
  'registration number': answerWith(['registration-number'], [], {
    scope: 'product',
    product: { ...medicine, pack: 'blister', netContent: 'vỉ 10 viên' },
    registrant: maker,
    identity: {
      kind: 'registration-number',
      symbology: 'typed',
      registrationNumber: '893110495225',
      pattern: 'drug_new12',
    },
    help: {
      contacts,
      officialLookup: {
        agency: { vi: 'Cục Quản lý Dược', en: 'the Drug Administration' },
        host: 'dichvucong.dav.gov.vn',
        url: 'https://dichvucong.dav.gov.vn/congbothuoc/index',
        number: '893110495225',
      },
    },
  }),
  'registration number, unknown here': answerWith(['registration-number'], [], {
    scope: 'product',
    identity: {
      kind: 'registration-number',
      symbology: 'typed',
      registrationNumber: '123456/21/CBMP-QLD',
      pattern: 'cosmetic',
      alternativeGtin: '08931104952250',
    },
  }),
  'foreign link': answerWith(['foreign-link'], [], {
    identity: {
      kind: 'link',
      symbology: 'qr_code',
      host: 'tem-vang.example',
      url: 'https://tem-vang.example/a',
    },
  }),
  'link of a known scheme': answerWith(['foreign-link'], [], {
    identity: {
      kind: 'link',
      symbology: 'qr_code',
      host: 'verigoods.vn',
      url: 'https://verigoods.vn/x',
      scheme: 'verigoods',
    },
  }),
  'link of the maker': answerWith(['foreign-link'], [], {
    ...medicineUnit,
    identity: {
      ...unit,
      symbology: 'qr_code',
      host: 'hoasen.example',
      url: 'https://hoasen.example/x',
      makersOwn: true,
    },
  }),
  'brand not verified': answerWith(['brand-not-verified'], [], {
    ...medicineUnit,
    registrant: { name: 'Thực phẩm Đồng Quê', status: 'pending' },
  }),
  'brand suspended': answerWith(['brand-suspended'], [], {
    ...medicineUnit,
    registrant: {
      ...maker,
      status: 'suspended',
      suspendedOn: '2026-10-01',
      suspendedFor: { vi: 'địa chỉ không có thật', en: 'the address does not exist' },
    },
  }),
  'codes revoked': answerWith(['codes-revoked'], [], medicineUnit),
  'code withdrawn': answerWith(['code-withdrawn'], [], medicineUnit),
  'not released': answerWith(['not-released'], [], medicineUnit),
  'not yet listed': answerWith(['not-yet-listed'], [], medicineUnit),
  'lot not registered': answerWith(['lot-not-registered'], [], medicineUnit),
  'store internal': answerWith(['store-internal-code'], [], {
    identity: { kind: 'store-internal', symbology: 'ean_13', gtin: '02123456789012' },
  }),
  'not a product code': answerWith(['not-a-product-code'], [], {
    identity: { kind: 'publication', symbology: 'ean_13', gtin: '09780306406157' },
  }),
  'many flags': answerWith(
    ['code-registered'],
    ['other-market', 'seen-before', 'bought-before', 'opened-before', 'inner-code-wrong'],
    { ...medicineUnit, history: { first: '2026-11-02', checks: 5, places: 2 } },
  ),
} satisfies Record<string, Answer>;
