import { afterAll, beforeAll, expect, it } from 'vitest';
import { startService, type TestService } from './support/service.ts';
import { makeWorld, serialsOf, type World } from './support/world.ts';

let service: TestService;
let world: World;
beforeAll(async () => {
  service = await startService();
  world = await makeWorld(service.ctx);
});
afterAll(() => service.close());

it('no serial is written out before it is issued', async () => {
  const { last } = world.range;
  expect(await serialsOf(service.ctx, { ...world.range, first: last })).toHaveLength(1);
  await expect(serialsOf(service.ctx, { ...world.range, last: last + 1 })).rejects.toThrow('never issued');
});
