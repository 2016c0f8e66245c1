import { expect, it } from 'vitest';
import { FAILING_FOR_MS, whichState } from './which-state.ts';

const active = { state: 'active', failingSince: undefined } as const;
const failing = { state: 'failing', failingSince: 0 } as const;
const disabled = { state: 'disabled', failingSince: undefined } as const;

it.each([
  [active, 'delivered', 0, 'active'],
  [active, 'given-up', 0, 'failing'],
  [active, 'gone', 0, 'disabled'],
  [failing, 'delivered', 1, 'active'],
  [failing, 'given-up', FAILING_FOR_MS - 1, 'failing'],
  [failing, 'given-up', FAILING_FOR_MS, 'disabled'],
  [failing, 'gone', 1, 'disabled'],
  [disabled, 'delivered', 0, 'disabled'],
  [disabled, 'given-up', 0, 'disabled'],
] as const)('makes of %o, after a delivery was %s at %d, %s', (endpoint, ending, now, state) => {
  expect(whichState(endpoint, ending, now)).toBe(state);
});
