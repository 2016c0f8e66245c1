export type RefusalCode = 'not-found' | 'conflict' | 'invalid' | 'forbidden' | 'second-factor';

/** A verb that will not do what was asked, with a sentence that says what would help. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly remedy: string;

  constructor(code: RefusalCode, message: string, remedy: string) {
    super(message);
    this.name = 'Refused';
    this.code = code;
    this.remedy = remedy;
  }
}
