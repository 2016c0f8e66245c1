import { expect, it } from 'vitest';
import { RESOLUTIONS } from '@assay/contract';
import { moduleSizes, targetSize } from './resolution.ts';

it.each(RESOLUTIONS)('modules at %i dpi are whole dots within the sizes of GS1', (resolution) => {
  const dot = resolution === 203 ? 0.125 : 25.4 / resolution;
  for (const size of moduleSizes(resolution)) {
    expect(size / dot).toBeCloseTo(Math.round(size / dot), 9);
    expect(size).toBeGreaterThanOrEqual(0.396);
    expect(size).toBeLessThanOrEqual(0.99);
  }
  expect(moduleSizes(resolution)).toContain(targetSize(resolution));
});

it('aims at half a millimetre with every printer', () => {
  expect(RESOLUTIONS.map((resolution) => Math.round(targetSize(resolution) * 1000))).toEqual([500, 508, 508]);
});
