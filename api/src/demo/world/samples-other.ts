import type { Sample } from '@assay/contract';
import { GTINS, NO_PRODUCT, REGISTRATIONS } from './gtins.ts';
import { barcode, link } from './sample-text.ts';
import { labelOfPack, type World } from './world.ts';

/** Codes that are no barcode of a product, or lead elsewhere. */
export const otherSamples = (world: World): Sample[] => [
  {
    title: { vi: 'Mã QR dẫn tới trang của người lạ', en: 'A QR code to a page of somebody else' },
    ...link(
      { gtin: GTINS.paracetamol, serial: labelOfPack(world, 'paracetamolScratch', 1).serial },
      'https://uu-dai.example',
    ),
    verdict: 'unknown',
    reason: 'foreign-link',
  },
  {
    title: { vi: 'Số đăng ký in trên vỉ thuốc', en: 'The registration number on a blister' },
    format: 'typed',
    text: REGISTRATIONS.headache,
    verdict: 'unknown',
    reason: 'registration-number',
  },
  {
    title: { vi: 'Tem do cửa hàng tự in', en: 'A label that a shop printed for itself' },
    ...barcode(NO_PRODUCT.shopLabel),
    verdict: 'unknown',
    reason: 'store-internal-code',
  },
  {
    title: { vi: 'Tem cân ở siêu thị', en: 'A label from the scales of a supermarket' },
    format: 'upc_a',
    text: NO_PRODUCT.scaleLabel,
    verdict: 'unknown',
    reason: 'store-internal-code',
  },
  {
    title: { vi: 'Mã của một quyển sách', en: 'The code of a book' },
    ...barcode(NO_PRODUCT.book),
    verdict: 'unknown',
    reason: 'not-a-product-code',
  },
  {
    title: { vi: 'Mã QR chỉ có chữ', en: 'A QR code with words only' },
    format: 'qr_code',
    text: 'Mở cửa từ 7 giờ đến 21 giờ',
    verdict: 'unknown',
    reason: 'not-a-product-code',
  },
];
