import type { Sample } from '@assay/contract';
import { GTINS, UNREGISTERED } from './gtins.ts';
import { lotsOf } from './lots.ts';
import { barcode, carton, link } from './sample-text.ts';
import type { World } from './world.ts';

/** Codes that are the same on every pack of a product, a lot or a carton. */
export const barcodeSamples = ({ day }: World): Sample[] => [
  {
    title: { vi: 'Mã vạch của thuốc có mã riêng', en: 'The barcode of a medicine that has unit codes' },
    ...barcode(GTINS.paracetamol),
    verdict: 'unknown',
    reason: 'unit-code-required',
  },
  {
    title: { vi: 'Mã vạch của sữa trẻ em', en: 'The barcode of an infant milk' },
    ...barcode(GTINS.infantMilk),
    verdict: 'unknown',
    reason: 'no-unit-code',
  },
  {
    title: { vi: 'Lon sữa thuộc lô đang thu hồi', en: 'A can of milk from a lot that is being recalled' },
    ...link({ gtin: GTINS.infantMilk, lot: 'B03' }),
    verdict: 'unknown',
    reason: 'no-unit-code',
  },
  {
    title: { vi: 'Lon sữa có số lô chưa khai', en: 'A can of milk with a lot that is not on file' },
    ...link({ gtin: GTINS.infantMilk, lot: 'B71' }),
    verdict: 'unknown',
    reason: 'lot-not-registered',
  },
  {
    title: { vi: 'Mã trên thùng sữa', en: 'The code on a carton of milk' },
    format: 'itf',
    text: GTINS.infantMilkCarton,
    verdict: 'unknown',
    reason: 'no-unit-code',
  },
  {
    title: { vi: 'Mã vạch của nước rửa chén', en: 'The barcode of a dish soap' },
    ...barcode(GTINS.dishSoap),
    verdict: 'authentic',
    reason: 'barcode-registered',
  },
  {
    title: { vi: 'Mã vạch ngắn trên bánh xà phòng', en: 'The short barcode of a bar of soap' },
    format: 'ean_8',
    text: GTINS.soapBar,
    verdict: 'authentic',
    reason: 'barcode-registered',
  },
  {
    title: { vi: 'Mã và số lô trên thùng nước rửa chén', en: 'Code and lot on a carton of dish soap' },
    ...carton({ gtin: GTINS.dishSoapCarton, lot: lotsOf(day).dishSoapCarton.lot }),
    verdict: 'authentic',
    reason: 'batch-registered',
  },
  {
    title: { vi: 'Trà của cơ sở đang chờ xác minh', en: 'Tea of a maker that is not verified yet' },
    ...barcode(GTINS.tea),
    verdict: 'unknown',
    reason: 'brand-not-verified',
  },
  {
    title: {
      vi: 'Hàng chưa ai đăng ký, có cảnh báo',
      en: 'Goods that nobody registered, with a warning',
    },
    ...barcode(UNREGISTERED.slimmingPills),
    verdict: 'unknown',
    reason: 'not-registered',
  },
  {
    title: { vi: 'Hàng chưa ai đăng ký', en: 'Goods that nobody registered' },
    ...barcode(UNREGISTERED.candy),
    verdict: 'unknown',
    reason: 'not-registered',
  },
];
