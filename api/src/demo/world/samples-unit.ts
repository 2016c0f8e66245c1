import type { Sample } from '@assay/contract';
import { randomSerial } from './random-serial.ts';
import { link, square } from './sample-text.ts';
import { labelOfPack, PACK, type World } from './world.ts';

/** Codes of single packs. */
export const unitSamples = (world: World): Sample[] => [
  {
    title: { vi: 'Hộp thuốc có mã riêng', en: 'A box of medicine with its unit code' },
    ...square(labelOfPack(world, 'paracetamol')),
    verdict: 'authentic',
    reason: 'code-registered',
  },
  {
    title: { vi: 'Hộp thuốc, mã riêng là mã QR', en: 'A box of medicine, its unit code as a QR code' },
    ...link(labelOfPack(world, 'paracetamol', 1)),
    verdict: 'authentic',
    reason: 'code-registered',
  },
  {
    title: { vi: 'Mã QR dẫn tới trang mà hãng đã khai', en: 'A QR code to a page that the maker declared' },
    ...link(labelOfPack(world, 'paracetamol', 2), 'https://ma.maytrang.example'),
    verdict: 'authentic',
    reason: 'code-registered',
  },
  {
    title: {
      vi: `Hộp thuốc có lớp cào; mã dưới lớp cào: ${grouped(world.scratchCode)}`,
      en: `A box with a scratch layer; the code under it: ${grouped(world.scratchCode)}`,
    },
    ...square(labelOfPack(world, 'paracetamolScratch')),
    verdict: 'authentic',
    reason: 'code-registered',
  },
  {
    title: {
      vi: 'Tuýp kem, mã do hãng tự in',
      en: 'A tube of cream, its code made by the maker’s own system',
    },
    ...square(labelOfPack(world, 'cream')),
    verdict: 'authentic',
    reason: 'code-registered',
  },
  {
    title: { vi: 'Hộp thuốc thuộc lô đang thu hồi', en: 'A box from a lot that is being recalled' },
    ...square(labelOfPack(world, 'paracetamolRecalled')),
    verdict: 'authentic',
    reason: 'code-registered',
  },
  {
    title: { vi: 'Hộp thuốc đã hết hạn', en: 'A box past its expiry date' },
    ...square(labelOfPack(world, 'paracetamolExpired')),
    verdict: 'authentic',
    reason: 'code-registered',
  },
  {
    title: { vi: 'Túi ngũ cốc bán ra nước ngoài', en: 'A bag of cereal that was sold abroad' },
    ...square(labelOfPack(world, 'cerealExported')),
    verdict: 'authentic',
    reason: 'code-registered',
  },
  {
    title: { vi: 'Mã riêng mà hãng chưa từng có', en: 'A unit code that the maker never had' },
    ...square({ ...labelOfPack(world, 'paracetamol'), serial: labelOfPack(world, 'cereal').serial }),
    verdict: 'unknown',
    reason: 'serial-not-issued',
  },
  {
    title: { vi: 'Mã đúng, số lô in khác hồ sơ', en: 'A right code, its lot differs from the file' },
    ...square({ ...labelOfPack(world, 'paracetamol', 3), lot: 'A99' }),
    verdict: 'unknown',
    reason: 'lot-mismatch',
  },
  {
    title: { vi: 'Mã đúng, hạn dùng in khác hồ sơ', en: 'A right code, its expiry differs from the file' },
    ...square({ ...labelOfPack(world, 'paracetamol', 4), expiry: world.day(980) }),
    verdict: 'unknown',
    reason: 'expiry-mismatch',
  },
  {
    title: { vi: 'Mã đã được kiểm tra ở nhiều tỉnh', en: 'A code that was checked in many provinces' },
    ...square(labelOfPack(world, 'paracetamol', PACK.wandering)),
    verdict: 'unknown',
    reason: 'copy-suspected',
  },
  {
    title: { vi: 'Mã có quyết định của cơ quan quản lý', en: 'A code that an authority decided on' },
    ...square(labelOfPack(world, 'paracetamol', PACK.decided)),
    verdict: 'reported-counterfeit',
    reason: 'authority-decision',
  },
  {
    title: { vi: 'Một mã bị in lên nhiều hộp', en: 'One code that was printed on many boxes' },
    ...square(labelOfPack(world, 'paracetamol', PACK.copied)),
    verdict: 'reported-counterfeit',
    reason: 'authority-decision',
  },
  {
    title: { vi: 'Túi ngũ cốc thuộc lô có quyết định', en: 'A bag of cereal from a lot that was decided on' },
    ...link(labelOfPack(world, 'cerealDecided')),
    verdict: 'reported-counterfeit',
    reason: 'authority-decision',
  },
  {
    title: { vi: 'Mã bị hãng khóa vì mất tem', en: 'A code that its maker blocked: labels were stolen' },
    ...square(labelOfPack(world, 'paracetamolStolen')),
    verdict: 'reported-counterfeit',
    reason: 'maker-report',
  },
  {
    title: { vi: 'Mã đã tạo nhưng chưa xuất xưởng', en: 'A code of a pack that is not released yet' },
    ...square({ ...labelOfPack(world, 'paracetamolReserved'), lot: 'A14' }),
    verdict: 'unknown',
    reason: 'not-released',
  },
  {
    title: { vi: 'Mã hãng đã rút khỏi thị trường', en: 'A code that its maker took off the market' },
    ...square(labelOfPack(world, 'paracetamolSpoilt')),
    verdict: 'unknown',
    reason: 'code-withdrawn',
  },
  {
    title: { vi: 'Mã của đợt bị lộ, đã hủy', en: 'A code of a run that leaked and was revoked' },
    ...square(labelOfPack(world, 'vitaminsRevoked')),
    verdict: 'unknown',
    reason: 'codes-revoked',
  },
  {
    title: {
      vi: 'Tuýp kem có mã chưa nằm trong danh sách',
      en: 'A tube of cream with a code not listed yet',
    },
    ...square({ ...labelOfPack(world, 'cream', 1), serial: randomSerial() }),
    verdict: 'unknown',
    reason: 'not-yet-listed',
  },
  {
    title: { vi: 'Hũ sáp có mã đánh số lần lượt', en: 'A jar whose codes are counted one by one' },
    ...square(labelOfPack(world, 'cleanser')),
    verdict: 'unknown',
    reason: 'no-unit-code',
  },
  {
    title: { vi: 'Son của hãng đang bị tạm ngưng', en: 'A lip balm of a suspended maker' },
    ...square(labelOfPack(world, 'lipBalm')),
    verdict: 'unknown',
    reason: 'brand-suspended',
  },
];

const grouped = (code: string) => code.replace(/(\d{3})(?=\d)/g, '$1 ');
