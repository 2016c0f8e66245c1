import type { Sample } from '@assay/contract';
import { barcodeSamples } from './samples-barcode.ts';
import { otherSamples } from './samples-other.ts';
import { unitSamples } from './samples-unit.ts';
import type { World } from './world.ts';

/** Codes to scan from a screen and the answer that each gets. `{origin}` stands for the address of this service. */
export const samplesOf = (world: World): Sample[] => [
  ...unitSamples(world),
  ...barcodeSamples(world),
  ...otherSamples(world),
];
