import { createServer } from 'node:net';
import { errorCode } from '../error-code.ts';
import { StartFault } from './say.ts';

/** @throws StartFault when nothing can listen there, with what to do. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen(port, host, resolve);
    });
  } catch (error) {
    throw new StartFault(explain(errorCode(error), host, port), { cause: error });
  }
  await new Promise((resolve) => probe.close(resolve));
}

function explain(code: string | undefined, host: string, port: number): string {
  const other = `Give another one: PORT=${port + 1 > 65_535 ? 8080 : port + 1} npm start`;
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. ${other}`;
  if (code === 'EACCES') return `Port ${port} is reserved for root. ${other}`;
  return `Nothing can listen on ${host}, port ${port} (${code}): give an address of this machine as HOST.`;
}
