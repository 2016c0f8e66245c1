/** Why a scan is no identity: a closed list. */
export type FailureReason =
  | 'empty'
  | 'too-long'
  | 'length'
  | 'characters'
  | 'check-digit'
  | 'unknown-ai'
  | 'ai-value'
  | 'date'
  | 'truncated'
  | 'duplicate-ai'
  | 'ai-combination'
  | 'percent-encoding'
  | 'user-info-in-url';

/** What is wrong and where: `position` counts UTF-16 units of the text without its symbology identifier. */
export interface Fault {
  why: FailureReason;
  ai?: string;
  position?: number;
}

/** `misread`: scan or type again. `malformed-code`: the code itself was printed so. */
export interface ScanFailure extends Fault {
  code: 'misread' | 'malformed-code';
}

/** Whether a reading failed. */
export const isFault = (reading: object): reading is Fault => 'why' in reading;
