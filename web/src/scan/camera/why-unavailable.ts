/** Why nothing can be scanned here; the page offers the next rung of the ladder. */
export type Why = 'no-camera' | 'denied' | 'no-decoder' | 'insecure';

/** A scan that cannot go on. */
export class Unavailable extends Error {
  override name = 'Unavailable';
  readonly why: Why;

  constructor(why: Why, options?: ErrorOptions) {
    super(`cannot scan: ${why}`, options);
    this.why = why;
  }
}

/** What a failed `getUserMedia` means (Media Capture and Streams, section 10.2). */
export function whyNoCamera(error: unknown): Why {
  const name = error instanceof DOMException ? error.name : '';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'no-camera';
}
