export type Hint = 'aim' | 'hold-still' | 'closer' | 'dark';

/** Mean brightness (0 to 255) below which more light helps more than anything else. */
const DARK = 45;

/** What to tell a person who has been aiming for so many milliseconds without a reading. */
export function hintAfter(ms: number, brightness: number): Hint {
  if (ms < 3000) return 'aim';
  if (brightness < DARK) return 'dark';
  return ms < 7000 ? 'hold-still' : 'closer';
}
