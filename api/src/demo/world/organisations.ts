import type { Contact, Localised } from '@assay/contract';
import type { MakerApplication } from '../../registry/index.ts';
import { PREFIXES } from './gtins.ts';

const proof: Localised = {
  vi: 'giấy chứng nhận mã số mã vạch và mã số doanh nghiệp',
  en: 'certificate of the GS1 prefix and company number',
};

/** Numbers have nine digits, one too few to reach anybody. */
const customerCare = (maker: string, phone: string, host: string): Contact => ({
  role: 'maker',
  name: { vi: `Chăm sóc khách hàng ${maker}`, en: `${maker} customer care` },
  phone,
  email: `hoi@${host}`,
  web: `https://${host}`,
});

export interface WorldMaker extends MakerApplication {
  registeredDaysAgo: number;
  suspended?: { daysAgo: number; reason: Localised };
}

export const MAKERS = {
  mayTrang: {
    name: 'Công ty Dược phẩm Mây Trắng (mẫu)',
    prefixes: [PREFIXES.mayTrang, PREFIXES.mayTrangSmall],
    declaredHosts: ['ma.maytrang.example'],
    contacts: [customerCare('Mây Trắng', '1800 00 001', 'maytrang.example')],
    verifiedHow: proof,
    registeredDaysAgo: 520,
  },
  doiSuong: {
    name: 'Công ty Sữa Đồi Sương (mẫu)',
    prefixes: [PREFIXES.doiSuong],
    contacts: [customerCare('Đồi Sương', '1800 00 002', 'doisuong.example')],
    verifiedHow: proof,
    registeredDaysAgo: 410,
  },
  gioNui: {
    name: 'Cơ sở Trà Gió Núi (mẫu)',
    prefixes: [PREFIXES.gioNui],
    contacts: [customerCare('Gió Núi', '1800 00 003', 'gionui.example')],
    registeredDaysAgo: 6,
  },
  trangNon: {
    name: 'Công ty Mỹ phẩm Trăng Non (mẫu)',
    prefixes: [PREFIXES.trangNon],
    contacts: [customerCare('Trăng Non', '1800 00 004', 'trangnon.example')],
    verifiedHow: proof,
    registeredDaysAgo: 300,
    suspended: {
      daysAgo: 17,
      reason: {
        vi: 'giấy chứng nhận mã số mã vạch đã hết hiệu lực',
        en: 'its certificate of the GS1 prefix has lapsed',
      },
    },
  },
} satisfies Record<string, WorldMaker>;

export type MakerName = keyof typeof MAKERS;

export const AGENCIES = {
  marketSurveillance: {
    vi: 'Chi cục Quản lý thị trường Sông Xanh (mẫu)',
    en: 'Sông Xanh Market Surveillance (sample)',
  },
  drugAndFood: {
    vi: 'Cơ quan Quản lý Dược và Thực phẩm (mẫu)',
    en: 'Drug and Food Administration (sample)',
  },
} satisfies Record<string, Localised>;

export type AgencyName = keyof typeof AGENCIES;
export const AGENCIES_REGISTERED_DAYS_AGO = 600;
