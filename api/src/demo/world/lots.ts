import type { Localised } from '@assay/contract';
import type { NewBatch } from '../../registry/index.ts';
import type { Calendar } from './calendar.ts';
import type { ProductName } from './products.ts';

export interface WorldLot extends Omit<NewBatch, 'productId'> {
  product: ProductName;
  made: string;
  expiry: string;
  recalled?: { daysAgo: number; reason: Localised };
}

/** Lots of the products; where nothing else is said they are on the market and nothing speaks against them. */
export const lotsOf = (day: Calendar) =>
  ({
    paracetamolCurrent: { product: 'paracetamol', lot: 'A12', made: day(-118), expiry: day(612) },
    paracetamolScratch: { product: 'paracetamol', lot: 'A13', made: day(-47), expiry: day(683) },
    paracetamolRecalled: {
      product: 'paracetamol',
      lot: 'A07',
      made: day(-310),
      expiry: day(420),
      recalled: {
        daysAgo: 12,
        reason: {
          vi: 'một số vỉ hở màng nhôm, viên có thể bị ẩm',
          en: 'the foil of some blisters is not tight, tablets may be damp',
        },
      },
    },
    paracetamolExpired: { product: 'paracetamol', lot: 'A03', made: day(-766), expiry: day(-36) },
    headache: { product: 'headache', lot: 'H21', made: day(-60), expiry: day(670) },
    cream: { product: 'cream', lot: 'K21', made: day(-82), expiry: day(1013) },
    cleanser: { product: 'cleanser', lot: 'S08', made: day(-140), expiry: day(955) },
    dishSoapCarton: { product: 'dishSoapCarton', lot: 'R30', made: day(-25), expiry: day(1070) },
    milkB01: { product: 'infantMilk', lot: 'B01', made: day(-230), expiry: day(500) },
    milkB02: { product: 'infantMilk', lot: 'B02', made: day(-170), expiry: day(560) },
    milkB03: {
      product: 'infantMilk',
      lot: 'B03',
      made: day(-110),
      expiry: day(620),
      recalled: {
        daysAgo: 9,
        reason: {
          vi: 'mối hàn đáy lon hở ở một số lon, sữa có thể bị hỏng',
          en: 'the bottom seam of some cans is not tight, the milk may be spoilt',
        },
      },
    },
    vitaminsRevoked: { product: 'vitamins', lot: 'D01', made: day(-350), expiry: day(380) },
    cerealDecided: { product: 'cereal', lot: 'C05', made: day(-150), expiry: day(215) },
    cerealCurrent: { product: 'cereal', lot: 'C06', made: day(-40), expiry: day(325) },
    lipBalm: { product: 'lipBalm', lot: 'E01', made: day(-190), expiry: day(905) },
  }) satisfies Record<string, WorldLot>;

export type LotName = keyof ReturnType<typeof lotsOf>;
