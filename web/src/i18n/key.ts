import type { vi } from './vi.ts';

export type Lang = 'vi' | 'en';
export type Key = keyof typeof vi;

type Holes<S extends string> = S extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;

/** The values that a sentence needs: one for each `{…}` of its Vietnamese text. */
export type Values<K extends Key> = [Holes<(typeof vi)[K]>] extends [never]
  ? []
  : [values: Record<Holes<(typeof vi)[K]>, string>];
