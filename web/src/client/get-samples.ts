import type { Sample } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import { request } from './request.ts';

/** The printable codes of the demo; none where the service is no demo. */
export async function getSamples(signal?: AbortSignal): Promise<readonly Sample[]> {
  const reply = await request(paths.samplesJson, {}, signal);
  return reply.kind === 'ok' && isSamples(reply.body) ? reply.body : [];
}

const isSamples = (body: unknown): body is Sample[] =>
  Array.isArray(body) &&
  body.every(({ text, title }) => typeof text === 'string' && typeof title === 'object');
