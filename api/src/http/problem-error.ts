import { PROBLEMS, type ProblemCode } from '@assay/contract';

export interface ProblemDetail {
  detail?: string;
  why?: string;
  errors?: { path: string; message: string }[];
  /** Seconds after which asking again may help. */
  retryAfter?: number;
}

/** What is not an answer (R1, R2): it becomes problem details, never a verdict. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly statusCode: number;
  readonly more: ProblemDetail;

  constructor(code: ProblemCode, more: ProblemDetail = {}) {
    super(more.detail ?? code);
    this.name = 'ProblemError';
    this.code = code;
    this.statusCode = PROBLEMS[code];
    this.more = more;
  }
}
