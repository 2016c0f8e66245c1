import { describe, expect, test } from 'vitest';
import type { Reading } from './reading.ts';
import { type Ballot, vote } from './vote.ts';

const EAN: Reading = { text: '9521234567899', format: 'ean_13', aim: ']E0' };
const OTHER: Reading = { text: '9521234567880', format: 'ean_13', aim: ']E0' };
const MATRIX: Reading = { text: '0109521234567899', format: 'data_matrix', aim: ']d2' };

const seen = (reading: Reading, at: number): Ballot => [{ reading, at }];

describe('vote', () => {
  test('accepts a square code at once', () => {
    expect(vote([], [MATRIX], 0)).toEqual({ kind: 'accepted', reading: MATRIX });
  });

  test('accepts a square code beside bars that were read once', () => {
    expect(vote(seen(EAN, 0), [MATRIX], 100)).toEqual({ kind: 'accepted', reading: MATRIX });
  });

  test('waits after the first reading of bars', () => {
    expect(vote([], [EAN], 0)).toEqual({ kind: 'waiting', ballot: seen(EAN, 0) });
  });

  test('accepts bars that were read twice within 1.5 s', () => {
    expect(vote(seen(EAN, 0), [EAN], 1500)).toEqual({ kind: 'accepted', reading: EAN });
  });

  test('forgets a reading that is older than 1.5 s', () => {
    expect(vote(seen(EAN, 0), [EAN], 1501)).toEqual({ kind: 'waiting', ballot: seen(EAN, 1501) });
  });

  test('keeps a reading through frames without a code', () => {
    expect(vote(seen(EAN, 0), [], 700)).toEqual({ kind: 'waiting', ballot: seen(EAN, 0) });
  });

  test('asks when two different numbers were read within 1.5 s', () => {
    expect(vote(seen(EAN, 0), [OTHER], 1000)).toEqual({ kind: 'contested', readings: [EAN, OTHER] });
  });

  test('asks even when one of two different numbers was read twice', () => {
    const ballot: Ballot = [...seen(EAN, 0), ...seen(OTHER, 10)];
    expect(vote(ballot, [EAN], 20)).toEqual({ kind: 'contested', readings: [EAN, OTHER] });
  });

  test('takes the same digits in two symbologies for different numbers', () => {
    const upc: Reading = { ...EAN, format: 'upc_a' };
    expect(vote(seen(EAN, 0), [upc], 10).kind).toBe('contested');
  });

  test('forgets a different number after 1.5 s', () => {
    expect(vote(seen(OTHER, 0), [EAN], 2000)).toEqual({ kind: 'waiting', ballot: seen(EAN, 2000) });
  });
});
