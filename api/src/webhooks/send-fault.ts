import type { WebhookFailure } from '@assay/contract';
import { errors } from 'undici';
import { errorCode } from '../error-code.ts';

/** We did not send, or will not take what came back. */
export class SendFault extends Error {
  override readonly name = 'SendFault';
  readonly failure: WebhookFailure;

  constructor(failure: WebhookFailure) {
    super(failure);
    this.failure = failure;
  }
}

const CERTIFICATE = /^(ERR_TLS_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_SSL_)/;
/** Which failure an error on the way to an endpoint is, told by its class and code alone. */
export function whichFailure(error: unknown): WebhookFailure {
  if (error instanceof SendFault) return error.failure;
  if (error instanceof Error && /^(TimeoutError|AbortError)$/.test(error.name)) return 'timeout';
  if (error instanceof errors.HTTPParserError || error instanceof errors.HeadersOverflowError)
    return 'protocol';
  return CERTIFICATE.test(errorCode(error) ?? '') ? 'certificate' : 'unreachable';
}
