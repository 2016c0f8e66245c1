import type { revokeEpoch, withdrawCodes } from '../../codes/index.ts';
import type { MakersReport, NewDecision, NewWarning, Target } from '../../decisions/index.ts';
import { GTINS, REGISTRATIONS, UNREGISTERED } from './gtins.ts';
import type { AgencyName } from './organisations.ts';
import { PACK, type World } from './world.ts';

type Act<Input> = Omit<Input, 'agencyId'> & { agency: AgencyName; daysAgo: number };

const OFFICERS = ['Lê Thu Hà (mẫu)', 'Trần Quốc Bình (mẫu)'] as const;

export const decisionsOf = (world: World): Act<NewDecision>[] => [
  {
    agency: 'marketSurveillance',
    daysAgo: 22,
    target: onePack(world, PACK.decided),
    number: '214/QĐ-MẪU',
    caseNumber: 'VA-MẪU-031',
    reason: {
      vi: 'viên nén trong hộp mang mã này không có hoạt chất ghi trên nhãn',
      en: 'the tablets in the box with this code lack the ingredient on the label',
    },
    signedBy: [OFFICERS[0]],
  },
  {
    agency: 'marketSurveillance',
    daysAgo: 15,
    target: onePack(world, PACK.copied),
    number: '229/QĐ-MẪU',
    caseNumber: 'VA-MẪU-034',
    copied: true,
    reason: {
      vi: 'cùng một mã được in trên 380 hộp bị tạm giữ',
      en: 'one and the same code was printed on 380 boxes that were seized',
    },
    signedBy: [OFFICERS[0]],
  },
  {
    agency: 'drugAndFood',
    daysAgo: 8,
    target: { kind: 'lot', gtin: GTINS.cereal, lot: 'C05' },
    number: '57/QĐ-MẪU',
    caseNumber: 'VA-MẪU-040',
    reason: {
      vi: 'túi mang số lô này do một cơ sở không phép đóng gói, không đúng thành phần ghi trên nhãn',
      en: 'bags with this lot were packed by an unlicensed workshop and do not hold what the label says',
    },
    signedBy: OFFICERS,
  },
];

export const warningsOf = ({ day }: World): Act<NewWarning>[] => [
  {
    agency: 'drugAndFood',
    daysAgo: 5,
    target: { kind: 'gtin', gtin: UNREGISTERED.slimmingPills },
    number: '18/CB-MẪU',
    name: 'Viên giảm cân Lá Thon (tên in trên hộp)',
    reason: {
      vi: 'nhiều người dùng thấy tim đập nhanh; mẫu đang được kiểm nghiệm',
      en: 'several people felt their heart race; samples are being tested',
    },
    signedBy: [OFFICERS[1]],
  },
  {
    agency: 'drugAndFood',
    daysAgo: 11,
    target: { kind: 'registration', number: REGISTRATIONS.headache, madeAfter: day(-45) },
    number: '16/CB-MẪU',
    reason: {
      vi: 'vỉ sản xuất sau ngày này có chữ dập mờ, chưa rõ nguồn gốc',
      en: 'blisters made after this day carry faint print, their origin is not known yet',
    },
    signedBy: [OFFICERS[1]],
  },
];

export const reportsOf = ({ products, ranges }: World): MakersReport[] => [
  {
    productId: products.paracetamol,
    ranges: [ranges.paracetamolStolen],
    reason: {
      vi: 'một cuộn tem bị lấy mất tại kho in',
      en: 'a roll of labels was stolen from the printer’s store',
    },
    signedBy: ['Phạm Minh Châu (mẫu)'],
  },
];

function onePack({ ranges }: World, place: number): Target {
  const { epoch, first } = ranges.paracetamol;
  return { kind: 'range', gtin: GTINS.paracetamol, epoch, first: first + place, last: first + place };
}

export const withdrawalsOf = ({ ranges }: World): Parameters<typeof withdrawCodes>[2][] => [
  {
    ...ranges.paracetamolSpoilt,
    state: 'withdrawn',
    reason: { vi: 'tem in lệch, hãng đã thu lại', en: 'labels printed askew, taken back by the maker' },
  },
  {
    ...ranges.cerealExported,
    state: 'exported',
    reason: { vi: 'bán ra nước ngoài', en: 'sold abroad' },
  },
];

/** Codes whose secret may have leaked. */
export const leaksOf = ({ ranges }: World): Parameters<typeof revokeEpoch>[2][] => [
  {
    productId: ranges.vitaminsRevoked.productId,
    epoch: ranges.vitaminsRevoked.epoch,
    reason: {
      vi: 'tệp mã của máy in bị sao chép ra ngoài',
      en: 'a code file of the printer was copied',
    },
  },
];
