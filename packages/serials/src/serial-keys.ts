import { type BlockFunction, epochBlockFunction } from './block-function.ts';
import { type EpochRow, unwrapEpoch } from './epoch-key.ts';
import { type GenerateOptions, serialChunks } from './generate-serials.ts';
import { LeastRecentlyUsed } from './least-recently-used.ts';
import { type EpochCipher, epochCipher } from './open-epoch.ts';
import { type KeyEncryptionKey, SerialKeyError } from './seal.ts';

/**
 * Who holds the key-encryption key: this process, a process under another user, or a hardware module (unit
 * code v1, point 7). Callers pass rows as stored and never see a secret.
 */
export interface SerialKeys {
  /**
   * The opened epoch of a row in any state; a revoked one must still be told from "never issued".
   *
   * @throws SerialKeyError `does-not-fit` when the row was wrapped by another key or altered
   */
  open(row: EpochRow): EpochCipher;
  /**
   * The unit codes of a range of indexes, `first` and `last` included: a new one, or an earlier one written out
   * again. That indexes are taken once, and from issuing epochs only, is the registry's part.
   *
   * @throws SerialKeyError `revoked` for a revoked row; `does-not-fit` as for `open`
   */
  issue(row: EpochRow, first: number, last: number, options?: GenerateOptions): AsyncIterable<string[]>;
}

const MAXIMUM_OPEN = 4_096;

/**
 * Keys held in this process, with a bounded number of open ciphers.
 *
 * @param options.maximumOpen open ciphers at most, 4,096 by default
 * @param options.onUnwrap called for each unwrapping, for the alarm on their rate
 */
export function localSerialKeys(
  kek: KeyEncryptionKey,
  options: { maximumOpen?: number; onUnwrap?: () => void } = {},
): SerialKeys {
  const { maximumOpen = MAXIMUM_OPEN, onUnwrap } = options;
  const ciphers = new LeastRecentlyUsed<OpenEpoch>(maximumOpen);

  function opened(row: EpochRow): OpenEpoch {
    const key = boundTo(row);
    const known = ciphers.get(key);
    if (known) return known;
    onUnwrap?.();
    const secret = unwrapEpoch(kek, row.wrapped, row.subject, row.epoch, row.issuer);
    const encrypt = epochBlockFunction(secret, row.subject, row.epoch);
    secret.fill(0);
    const fresh = { encrypt, cipher: epochCipher(encrypt) };
    ciphers.set(key, fresh);
    return fresh;
  }

  return {
    open: (row) => opened(row).cipher,
    issue(row, first, last, generate) {
      if (row.state === 'revoked') {
        throw new SerialKeyError(
          'revoked',
          `epoch ${row.epoch} of ${row.subject} is revoked and issues nothing`,
        );
      }
      return serialChunks(opened(row).encrypt, first, last, generate);
    },
  };
}

interface OpenEpoch {
  encrypt: BlockFunction;
  cipher: EpochCipher;
}

/** All that the unwrapping authenticates, so that an altered row never meets a cipher of its original. */
function boundTo(row: EpochRow): string {
  return `${row.subject} ${row.epoch} ${row.issuer.toString('latin1')} ${row.wrapped.toString('latin1')}`;
}
