import type { ProblemCode } from '@assay/contract';

interface ProblemWords {
  title: string;
  remedy: { vi: string; en: string };
}

/** What each problem is called, and what helps, in both languages. */
export const PROBLEM_WORDS: Record<ProblemCode, ProblemWords> = {
  misread: {
    title: 'The code was misread',
    remedy: {
      vi: 'Dãy số không hợp lệ. Hãy quét lại hoặc nhập lại.',
      en: 'The number is not valid. Please scan or type it again.',
    },
  },
  'malformed-code': {
    title: 'The code itself is not valid',
    remedy: {
      vi: 'Mã in trên bao bì không đúng quy cách, quét lại cũng không khác. Bạn có thể báo tin.',
      en: 'The code was printed against the rules, so scanning again will not help. You can send a tip.',
    },
  },
  'invalid-request': {
    title: 'The request cannot be understood',
    remedy: {
      vi: 'Hãy sửa những chỗ được nêu rồi gửi lại.',
      en: 'Correct what is named and send it again.',
    },
  },
  unauthenticated: {
    title: 'Nobody is signed in',
    remedy: { vi: 'Hãy đăng nhập, hoặc gửi khóa API.', en: 'Sign in, or send an API key.' },
  },
  forbidden: {
    title: 'This is not allowed to you',
    remedy: { vi: 'Hãy nhờ chủ tài khoản của đơn vị.', en: 'Ask an owner of your organisation.' },
  },
  'second-factor': {
    title: 'This takes a fresh second factor',
    remedy: {
      vi: 'Hãy xác nhận bằng lớp bảo mật thứ hai rồi thử lại.',
      en: 'Show your second factor and try again.',
    },
  },
  'not-found': {
    title: 'There is nothing here',
    remedy: { vi: 'Hãy kiểm tra lại địa chỉ.', en: 'Check the address.' },
  },
  'method-not-allowed': {
    title: 'This address does not take that method',
    remedy: { vi: 'Hãy dùng phương thức nêu ở Allow.', en: 'Use a method named in Allow.' },
  },
  'not-acceptable': {
    title: 'This form of answer does not exist',
    remedy: { vi: 'Hãy yêu cầu application/json.', en: 'Ask for application/json.' },
  },
  'request-timeout': {
    title: 'The request took too long to arrive',
    remedy: { vi: 'Hãy gửi lại.', en: 'Send it again.' },
  },
  conflict: {
    title: 'It is not as this would need it',
    remedy: { vi: 'Hãy tải lại rồi làm theo hiện trạng.', en: 'Load it again and go on from there.' },
  },
  'too-large': {
    title: 'The request is too large',
    remedy: { vi: 'Hãy gửi ít dữ liệu hơn.', en: 'Send less.' },
  },
  'unsupported-media-type': {
    title: 'This kind of body is not taken',
    remedy: { vi: 'Hãy gửi application/json.', en: 'Send application/json.' },
  },
  'idempotency-mismatch': {
    title: 'This key was used for another request',
    remedy: {
      vi: 'Hãy dùng một Idempotency-Key mới cho mỗi yêu cầu.',
      en: 'Use a new Idempotency-Key for each order.',
    },
  },
  'rate-limited': {
    title: 'Too many requests',
    remedy: { vi: 'Hãy chờ một lát rồi thử lại.', en: 'Wait a while and try again.' },
  },
  internal: {
    title: 'The service made a mistake',
    remedy: {
      vi: 'Đây không phải kết quả về sản phẩm. Hãy thử lại sau.',
      en: 'This says nothing about the product. Please try again later.',
    },
  },
  unavailable: {
    title: 'Not checked: the service is busy or cannot be reached',
    remedy: {
      vi: 'Mất mạng hoặc hệ thống bận. Đây không phải kết quả về sản phẩm. Hãy thử lại.',
      en: 'No network or the service is busy. This says nothing about the product. Try again.',
    },
  },
};
