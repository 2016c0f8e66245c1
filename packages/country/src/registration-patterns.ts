import type { OfficialLookup, RegistrationPattern } from './country.ts';

const drugAdministration: OfficialLookup = {
  agency: { vi: 'Cục Quản lý Dược', en: 'the Drug Administration' },
  host: 'dichvucong.dav.gov.vn',
  url: 'https://dichvucong.dav.gov.vn/congbothuoc/index',
};

const medicine = {
  kind: { vi: 'số đăng ký thuốc', en: 'medicine registration number' },
  category: 'medicine',
  lookup: drugAdministration,
} as const;

/**
 * Forms of public registration numbers, the first that fits wins. The medicine forms were seen on packs and in public
 * lists; the others are usage and only tell what a number looks like, never that it exists.
 */
export const registrationPatterns: readonly RegistrationPattern[] = [
  { id: 'drug_new12', re: /^\d{3}1[01]\d{7}$/, ...medicine },
  {
    id: 'drug_old',
    re: /^(VD|VN|VND|VN[23]|VD3|VS|GC|QLSP|QLVX|QLĐB|NC)-(H\d{2}-)?\d{1,5}-\d{2}$/,
    ...medicine,
  },
  { id: 'drug_traditional_old', re: /^V\d{1,4}-H\d{2}-\d{2}$/, ...medicine },
  {
    id: 'cosmetic',
    re: /^\d{1,6}\/\d{2}\/CBMP-[A-ZĐ]{2,5}$/,
    kind: { vi: 'số công bố mỹ phẩm', en: 'cosmetic notification number' },
    category: 'cosmetics',
  },
  {
    id: 'health_supplement_registration',
    re: /^\d{1,6}\/20\d{2}\/ĐKSP$/,
    kind: { vi: 'số đăng ký công bố thực phẩm', en: 'health-supplement registration number' },
    category: 'supplement',
  },
  {
    id: 'health_supplement_ad',
    re: /^\d{1,6}\/20\d{2}\/XNQC-(ATTP|YTHN)$/,
    kind: { vi: 'số xác nhận quảng cáo thực phẩm', en: 'food advertising confirmation number' },
    category: 'supplement',
  },
  {
    id: 'medical_device',
    re: /^\d{7,12}\/(PCBA|PCBB)-[A-ZĐ]{2,5}$/,
    kind: { vi: 'số công bố thiết bị y tế', en: 'medical device notification number' },
  },
  {
    id: 'self_declared_food',
    re: /^\d{1,4}\/[0-9A-ZĐ._-]{2,30}\/20\d{2}$/,
    kind: { vi: 'số tự công bố thực phẩm', en: 'food self-declaration number' },
    category: 'food',
  },
];
