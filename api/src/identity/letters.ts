import type { Letter } from '../mail/mailer.ts';

/** The letters of accounts, Vietnamese first. Links work once and end soon. */
export const letters = {
  verifyAddress: (to: string, link: string): Letter => ({
    to,
    subject: 'Xác nhận địa chỉ thư của bạn · Confirm your address',
    text: `Mở liên kết này trong một giờ để xác nhận địa chỉ thư của bạn tại Assay:
${link}

Nếu bạn không đăng ký, hãy bỏ qua thư này.

Open this link within an hour to confirm your address at Assay.
If you did not sign up, leave this letter alone.`,
  }),
  resetPassword: (to: string, link: string): Letter => ({
    to,
    subject: 'Đặt lại mật khẩu · Set a new password',
    text: `Mở liên kết này trong một giờ để đặt mật khẩu mới tại Assay:
${link}

Nếu bạn không yêu cầu, hãy bỏ qua thư này; mật khẩu của bạn không đổi.

Open this link within an hour to set a new password at Assay.
If you did not ask for it, leave this letter alone; your password stays as it is.`,
  }),
  alreadyHere: (to: string, origin: string): Letter => ({
    to,
    subject: 'Bạn đã có tài khoản · You have an account already',
    text: `Có người vừa đăng ký tại Assay bằng địa chỉ thư này, nhưng bạn đã có tài khoản. Hãy đăng nhập ở ${origin}
hoặc đặt lại mật khẩu tại đó.

Somebody signed up at Assay with this address, and you have an account already. Sign in there, or set a new password.`,
  }),
};
