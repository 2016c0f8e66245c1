import type { Localised } from '@assay/contract';

/** What stands on the first page, beside what it is about. */
export const WORDS = {
  notALabel: { vi: 'Trang đầu, không phải nhãn', en: 'First page, not a label' },
  demonstration: {
    vi: 'Mã trình diễn: đừng dán lên hàng để bán',
    en: 'Demonstration codes: not for goods on sale',
  },
  gtin: { vi: 'GTIN', en: 'GTIN' },
  lots: { vi: 'Lô', en: 'Lot' },
  expiry: { vi: 'Hạn dùng', en: 'Expiry' },
  labels: { vi: 'Số lượng nhãn', en: 'Labels' },
  numbers: { vi: 'Nhãn số', en: 'Label numbers' },
  serials: { vi: 'Mã đầu và mã cuối', en: 'First and last serial' },
  media: { vi: 'Khổ nhãn', en: 'Label size' },
  symbol: { vi: 'Mã in', en: 'Symbol' },

  measure: {
    vi: 'Đo vạch này: phải dài đúng {length} mm',
    en: 'Measure this line: it must be {length} mm',
  },
  scaled: {
    vi: 'Nếu không đúng, hãy in lại ở cỡ 100 %, tắt “vừa trang”.',
    en: 'If it is not, print again at 100 %, with “fit to page” off.',
  },
  scan: { vi: 'Quét thử mã này bằng điện thoại', en: 'Scan this code with a phone' },
  scanned: {
    vi: 'Điện thoại phải nhận ra sản phẩm. Mã này không thuộc về gói hàng nào.',
    en: 'It must recognise the product. This code belongs to no single pack.',
  },
  unread: {
    vi: 'Nếu không quét được, đừng in nhãn: mực yếu hoặc máy in quá thô.',
    en: 'If it cannot be read, do not print the labels: weak ink, or too coarse a printer.',
  },
  tryOut: {
    vi: 'In thử một tờ lên giấy thường, rồi ướm lên tờ nhãn',
    en: 'Print one sheet on plain paper and hold it against a sheet of labels',
  },
  spoilt: {
    vi: 'Nhãn hỏng: ghi lại số nhãn và báo huỷ, đừng in lại',
    en: 'Spoilt labels: note their numbers and report them, never print them again',
  },
  counted: {
    vi: 'Nhãn được đếm từ trái sang phải, từ trên xuống dưới; số nằm ở lề dưới mỗi tờ.',
    en: 'Labels count from left to right, from top to bottom; the numbers stand below each sheet.',
  },
  secret: {
    vi: 'Giữ kín tệp này: ai có nó đều in được mã của bạn',
    en: 'Keep this file private: whoever has it can print your codes',
  },
  trial: { vi: 'Quét thử', en: 'Scan test' },
  trialShows: { vi: 'Phải hiện tên sản phẩm', en: 'Must show the product' },
  ruler: { vi: 'Đo vạch: {length} mm', en: 'Measure: {length} mm' },
  sheet: { vi: 'Tờ', en: 'Sheet' },
} as const satisfies Record<string, Localised>;

/** `1234567` as `1 234 567`, which both languages read. */
export const spacedNumber = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

/** `2030-03-31` as `31/03/2030`. */
export const writtenDay = (day: string) => day.split('-').toReversed().join('/');

/** Words in which the length of a line has its place. */
export function withLength({ vi, en }: Localised, millimetres: number): Localised {
  const filled = (text: string) => text.replace('{length}', String(millimetres));
  return { vi: filled(vi), en: filled(en) };
}
