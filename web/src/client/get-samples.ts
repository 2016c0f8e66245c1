import type { Sample } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import { request } from './request.ts';

/** The printable codes of the demo; none where the service is no demo. */
export async function getSamples(signal?: AbortSignal): Promise<Sample[]> {
  const reply = await request(paths.samplesJson, {}, signal);
  return reply.kind === 'ok' && Array.isArray(reply.body) ? (reply.body as Sample[]) : [];
}
