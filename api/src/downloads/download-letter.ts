import type { Letter } from '../mail/mailer.ts';

interface About {
  product: string;
  by: string;
  first: number;
  last: number;
  reason: string;
}

/** @param about as people wrote it: only ever plain text */
export function downloadLetter(to: string, { product, by, first, last, reason }: About): Letter {
  const quantity = last - first + 1;
  return {
    to,
    subject: 'Mã đã phát được tải lại · Codes were downloaded again',
    text: `${by} vừa tải lại ${quantity} mã của "${product}" (số ${first}–${last}).
Lý do: ${reason}
Nếu bạn không biết việc này: vào trang quản lý, mục Mã, chọn lần tải này và bấm "Tệp bị lộ" để thu hồi các mã đó.

${by} downloaded ${quantity} codes of "${product}" again (numbers ${first}–${last}).
Reason: ${reason}
If you do not know of this: at the console, under Codes, choose this download and "This file leaked" to withdraw them.`,
  };
}
