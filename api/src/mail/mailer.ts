/** A letter to one person, in both languages. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** Sends letters. Throws what keeps them from being handed over. */
export type Mailer = (letter: Letter) => Promise<void>;
