import type { Province } from './country.ts';

/**
 * The 34 provinces and cities of Viet Nam since 2025-07-01, in order of code. Codes: Decision 19/2025/QĐ-TTg; names:
 * Resolution 202/2025/QH15. `point` is an inner point of each, latitude and longitude in degrees.
 */
export const provinces: readonly Province[] = [
  { code: '01', name: 'Hà Nội', nameEn: 'Hanoi', point: [21.028, 105.738] },
  { code: '04', name: 'Cao Bằng', nameEn: 'Cao Bang', point: [22.638, 106.389] },
  { code: '08', name: 'Tuyên Quang', nameEn: 'Tuyen Quang', point: [22.492, 105.107] },
  { code: '11', name: 'Điện Biên', nameEn: 'Dien Bien', point: [21.724, 103.266] },
  { code: '12', name: 'Lai Châu', nameEn: 'Lai Chau', point: [22.386, 103.333] },
  { code: '14', name: 'Sơn La', nameEn: 'Son La', point: [21.292, 103.839] },
  { code: '15', name: 'Lào Cai', nameEn: 'Lao Cai', point: [21.844, 104.623] },
  { code: '19', name: 'Thái Nguyên', nameEn: 'Thai Nguyen', point: [22.199, 105.805] },
  { code: '20', name: 'Lạng Sơn', nameEn: 'Lang Son', point: [21.955, 106.405] },
  { code: '22', name: 'Quảng Ninh', nameEn: 'Quang Ninh', point: [21.173, 107.169] },
  { code: '24', name: 'Bắc Ninh', nameEn: 'Bac Ninh', point: [21.365, 106.665] },
  { code: '25', name: 'Phú Thọ', nameEn: 'Phu Tho', point: [20.759, 105.289] },
  { code: '31', name: 'Hải Phòng', nameEn: 'Hai Phong', point: [20.832, 106.568] },
  { code: '33', name: 'Hưng Yên', nameEn: 'Hung Yen', point: [20.523, 106.35] },
  { code: '37', name: 'Ninh Bình', nameEn: 'Ninh Binh', point: [20.295, 106.024] },
  { code: '38', name: 'Thanh Hóa', nameEn: 'Thanh Hoa', point: [19.888, 105.545] },
  { code: '40', name: 'Nghệ An', nameEn: 'Nghe An', point: [19.247, 104.905] },
  { code: '42', name: 'Hà Tĩnh', nameEn: 'Ha Tinh', point: [18.314, 105.715] },
  { code: '44', name: 'Quảng Trị', nameEn: 'Quang Tri', point: [16.85, 106.851] },
  { code: '46', name: 'Huế', nameEn: 'Hue', point: [16.358, 107.465] },
  { code: '48', name: 'Đà Nẵng', nameEn: 'Da Nang', point: [15.629, 108.013] },
  { code: '51', name: 'Quảng Ngãi', nameEn: 'Quang Ngai', point: [14.651, 107.918] },
  { code: '52', name: 'Gia Lai', nameEn: 'Gia Lai', point: [13.864, 108.342] },
  { code: '56', name: 'Khánh Hòa', nameEn: 'Khanh Hoa', point: [12.079, 108.951] },
  { code: '66', name: 'Đắk Lắk', nameEn: 'Dak Lak', point: [12.683, 108.339] },
  { code: '68', name: 'Lâm Đồng', nameEn: 'Lam Dong', point: [11.638, 108.011] },
  { code: '75', name: 'Đồng Nai', nameEn: 'Dong Nai', point: [11.753, 106.967] },
  { code: '79', name: 'Hồ Chí Minh', nameEn: 'Ho Chi Minh', point: [11.166, 106.637] },
  { code: '80', name: 'Tây Ninh', nameEn: 'Tay Ninh', point: [11.491, 106.137] },
  { code: '82', name: 'Đồng Tháp', nameEn: 'Dong Thap', point: [10.417, 105.757] },
  { code: '86', name: 'Vĩnh Long', nameEn: 'Vinh Long', point: [10.005, 106.31] },
  { code: '91', name: 'An Giang', nameEn: 'An Giang', point: [10.463, 105.134] },
  { code: '92', name: 'Cần Thơ', nameEn: 'Can Tho', point: [9.701, 105.78] },
  { code: '96', name: 'Cà Mau', nameEn: 'Ca Mau', point: [9.13, 105.118] },
];
