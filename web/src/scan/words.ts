import type { Hint } from './hint.ts';

export type Lang = 'vi' | 'en';

interface Words {
  view: string;
  starting: string;
  hint: Record<Hint, string>;
  torchOn: string;
  torchOff: string;
  switchCamera: string;
  whichNumber: string;
  scanAgain: string;
}

export const WORDS: Record<Lang, Words> = {
  vi: {
    view: 'Hình từ máy ảnh',
    starting: 'Đang mở máy ảnh…',
    hint: {
      aim: 'Đưa mã vào trong khung',
      'hold-still': 'Giữ yên máy',
      closer: 'Đưa lại gần hơn',
      dark: 'Cần thêm ánh sáng',
    },
    torchOn: 'Bật đèn',
    torchOff: 'Tắt đèn',
    switchCamera: 'Đổi máy ảnh',
    whichNumber: 'Máy đọc được hai số khác nhau. Số nào in dưới mã vạch?',
    scanAgain: 'Quét lại',
  },
  en: {
    view: 'What the camera sees',
    starting: 'Opening the camera…',
    hint: {
      aim: 'Put the code inside the frame',
      'hold-still': 'Hold still',
      closer: 'Come closer',
      dark: 'More light is needed',
    },
    torchOn: 'Turn the light on',
    torchOff: 'Turn the light off',
    switchCamera: 'Switch camera',
    whichNumber: 'Two different numbers were read. Which one is printed under the bars?',
    scanAgain: 'Scan again',
  },
};
