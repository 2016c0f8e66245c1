/** Names of the web's BarcodeDetector, and `typed` for the keyboard. */
export type ScanFormat =
  | 'ean_13'
  | 'ean_8'
  | 'upc_a'
  | 'upc_e'
  | 'itf'
  | 'code_128'
  | 'qr_code'
  | 'data_matrix'
  | 'typed';

/** What a decoder or a keyboard gives. `aim` is the symbology identifier (ISO/IEC 15424), such as `]d2`. */
export interface Scan {
  text: string;
  format: ScanFormat;
  aim?: string | undefined;
}

/** A public registration number of a country; `re` is anchored and is tried on upper-case NFC text. */
export interface RegistrationPattern {
  id: string;
  re: RegExp;
}

/** A public code scheme of a country and the hosts that its links stand on. */
export interface KnownScheme {
  id: string;
  name: string;
  hosts: readonly string[];
}

export interface ParseOptions {
  registrationPatterns?: readonly RegistrationPattern[];
  /** Year that two-digit years are read from; the current year (UTC) when absent. */
  year?: number;
}
