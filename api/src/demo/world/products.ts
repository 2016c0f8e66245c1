import { paths } from '@assay/contract';
import type { NewProduct } from '../../registry/index.ts';
import type { Calendar } from './calendar.ts';
import { GTINS, REGISTRATIONS } from './gtins.ts';
import type { MakerName } from './organisations.ts';

export interface WorldProduct extends Omit<NewProduct, 'makerId'> {
  maker: MakerName;
}

const picture = (name: string) => paths.picture(`${name}.svg`);

/** What the invented makers sell. */
export const productsOf = (day: Calendar) =>
  ({
    paracetamol: {
      maker: 'mayTrang',
      gtin: GTINS.paracetamol,
      name: 'Paracetamol Mây Trắng 500 mg',
      brand: 'Mây Trắng',
      netContent: 'hộp 10 vỉ x 10 viên nén',
      category: 'medicine',
      pack: 'box',
      coding: 'unit-codes',
      unitCodesSince: day(-430),
      registrationNumber: REGISTRATIONS.paracetamol,
      picture: picture('medicine-box'),
      help: {
        whereCode: {
          text: {
            vi: 'nắp hộp, ngay bên phải hạn dùng',
            en: 'the flap of the box, right of the expiry date',
          },
          picture: picture('where-code-box'),
        },
      },
      passport: {
        countryOfOrigin: 'VN',
        ingredients: 'Paracetamol 500 mg, tá dược vừa đủ một viên',
        storage: 'Nơi khô, dưới 30 °C, tránh ánh sáng',
      },
    },
    headache: {
      maker: 'mayTrang',
      gtin: GTINS.headache,
      name: 'Viên đau đầu Mây Trắng',
      brand: 'Mây Trắng',
      netContent: 'vỉ 10 viên nén',
      category: 'medicine',
      pack: 'blister',
      coding: 'none',
      registrationNumber: REGISTRATIONS.headache,
      picture: picture('blister'),
    },
    cream: {
      maker: 'mayTrang',
      gtin: GTINS.cream,
      name: 'Kem dưỡng ẩm Mây Trắng hoa cúc',
      brand: 'Mây Trắng',
      netContent: 'tuýp 50 ml',
      category: 'cosmetics',
      pack: 'tube',
      coding: 'unit-codes',
      registrationNumber: '000123/26/CBMP-QLD',
      picture: picture('cream-tube'),
      help: {
        whereCode: {
          text: { vi: 'mép hàn ở đuôi tuýp', en: 'the sealed end of the tube' },
          picture: picture('where-code-tube'),
        },
      },
    },
    cleanser: {
      maker: 'mayTrang',
      gtin: GTINS.cleanser,
      name: 'Sáp tẩy trang Mây Trắng rau má',
      brand: 'Mây Trắng',
      netContent: 'hũ 90 g',
      category: 'cosmetics',
      pack: 'jar',
      coding: 'unit-codes',
      registrationNumber: '000124/26/CBMP-QLD',
      picture: picture('jar'),
    },
    dishSoap: {
      maker: 'mayTrang',
      gtin: GTINS.dishSoap,
      name: 'Nước rửa chén Mây Trắng hương chanh',
      brand: 'Mây Trắng',
      netContent: 'chai 750 ml',
      category: 'household',
      pack: 'bottle',
      coding: 'barcode-only',
      picture: picture('bottle'),
    },
    dishSoapCarton: {
      maker: 'mayTrang',
      gtin: GTINS.dishSoapCarton,
      name: 'Nước rửa chén Mây Trắng hương chanh, thùng 12 chai',
      brand: 'Mây Trắng',
      netContent: 'thùng 12 chai x 750 ml',
      category: 'household',
      pack: 'pack',
      coding: 'barcode-only',
      picture: picture('carton'),
    },
    soapBar: {
      maker: 'mayTrang',
      gtin: GTINS.soapBar,
      name: 'Xà phòng giặt Mây Trắng',
      brand: 'Mây Trắng',
      netContent: 'bánh 120 g',
      category: 'household',
      pack: 'pack',
      coding: 'barcode-only',
      picture: picture('soap'),
    },
    infantMilk: {
      maker: 'doiSuong',
      gtin: GTINS.infantMilk,
      name: 'Sữa công thức Đồi Sương số 1',
      brand: 'Đồi Sương',
      netContent: 'lon 800 g, cho trẻ 0–6 tháng tuổi',
      category: 'infant-milk',
      pack: 'can',
      coding: 'none',
      importer: 'Công ty Nhập khẩu Bến Sáng (mẫu)',
      picture: picture('milk-can'),
      help: {
        compare: [
          {
            text: {
              vi: 'Nắp nhựa màu kem, có gờ răng cưa và lẫy kéo bên phải',
              en: 'Cream plastic lid with a ribbed edge and the pull tab on the right',
            },
            picture: picture('milk-lid'),
          },
          {
            text: {
              vi: 'Màng nhôm dưới nắp dập nổi hình ngọn đồi',
              en: 'Foil under the lid, embossed with a hill',
            },
            picture: picture('milk-foil'),
          },
          {
            text: {
              vi: 'Số lô và hạn dùng in phun ở đáy lon, hai dòng thẳng hàng',
              en: 'Lot and expiry printed in dots on the bottom, two aligned lines',
            },
            picture: picture('milk-bottom'),
          },
        ],
        price: {
          text: '389.000–412.000 đ',
          source: { vi: 'bảng giá kê khai mẫu', en: 'sample price declaration' },
          date: day(-75),
        },
      },
    },
    infantMilkCarton: {
      maker: 'doiSuong',
      gtin: GTINS.infantMilkCarton,
      name: 'Sữa công thức Đồi Sương số 1, thùng 6 lon',
      brand: 'Đồi Sương',
      netContent: 'thùng 6 lon x 800 g',
      category: 'infant-milk',
      pack: 'pack',
      coding: 'none',
      importer: 'Công ty Nhập khẩu Bến Sáng (mẫu)',
      picture: picture('carton'),
    },
    vitamins: {
      maker: 'doiSuong',
      gtin: GTINS.vitamins,
      name: 'Vitamin tổng hợp Đồi Sương',
      brand: 'Đồi Sương',
      netContent: 'chai 60 viên',
      category: 'supplement',
      pack: 'bottle',
      coding: 'unit-codes',
      unitCodesSince: day(-380),
      registrationNumber: '123/2026/ĐKSP',
      picture: picture('pill-bottle'),
      help: { whereCode: { text: { vi: 'cạnh tem trên cổ chai', en: 'the seal on the neck' } } },
    },
    cereal: {
      maker: 'doiSuong',
      gtin: GTINS.cereal,
      name: 'Bột ngũ cốc Đồi Sương',
      brand: 'Đồi Sương',
      netContent: 'túi 500 g',
      category: 'food',
      pack: 'bag',
      coding: 'unit-codes',
      unitCodesSince: day(-260),
      picture: picture('bag'),
      help: { whereCode: { text: { vi: 'mặt sau túi, góc dưới', en: 'the lower corner of the back' } } },
    },
    tea: {
      maker: 'gioNui',
      gtin: GTINS.tea,
      name: 'Trà shan Gió Núi',
      brand: 'Gió Núi',
      netContent: 'túi 200 g',
      category: 'food',
      pack: 'bag',
      coding: 'none',
      picture: picture('bag'),
    },
    lipBalm: {
      maker: 'trangNon',
      gtin: GTINS.lipBalm,
      name: 'Son dưỡng Trăng Non',
      brand: 'Trăng Non',
      netContent: 'tuýp 10 g',
      category: 'cosmetics',
      pack: 'tube',
      coding: 'unit-codes',
      picture: picture('cream-tube'),
    },
  }) satisfies Record<string, WorldProduct>;

export type ProductName = keyof ReturnType<typeof productsOf>;
