import type { CountryPack } from './country.ts';
import { provinces } from './provinces.ts';
import { registrationPatterns } from './registration-patterns.ts';

/** Viet Nam, the built-in country pack. */
export const vietNam: CountryPack = {
  id: 'vn',
  name: { vi: 'Việt Nam', en: 'Viet Nam' },
  languages: ['vi', 'en'],
  timeZone: 'Asia/Ho_Chi_Minh',
  emergency: '115',
  consumerLine: {
    name: { vi: 'Ủy ban Cạnh tranh Quốc gia', en: 'National Competition Commission' },
    phone: '1800.6838',
  },
  currency: 'VND',
  provinces,
  registrationPatterns,
  highRiskCategories: ['medicine', 'food', 'supplement', 'infant-milk', 'milk', 'cosmetics'],
  healthCategories: ['medicine', 'food', 'supplement', 'infant-milk', 'milk'],
  knownSchemes: [
    {
      id: 'verigoods',
      name: {
        vi: 'truy xuất nguồn gốc của Bộ Công Thương',
        en: "the Ministry of Industry and Trade's traceability system",
      },
      hosts: ['verigoods.vn', 'www.verigoods.vn'],
    },
    {
      id: 'national-traceability',
      name: {
        vi: 'Cổng truy xuất nguồn gốc quốc gia',
        en: 'the national traceability portal',
      },
      hosts: ['truyxuat.gov.vn', 'www.truyxuat.gov.vn'],
    },
  ],
  refundRight: {
    vi: 'yêu cầu nơi bán hoàn tiền',
    en: 'a refund from the seller',
  },
};
