import { postCheck } from '../client/index.ts';
import { history } from '../phone/index.ts';

let running: Promise<boolean> | undefined;

/** Asks about everything that was saved without a network, once at a time. Tells whether anything was answered. */
export function retryWaiting(): Promise<boolean> {
  running ??= askAll().finally(() => {
    running = undefined;
  });
  return running;
}

async function askAll(): Promise<boolean> {
  const entries = await history.list().catch(() => []);
  let answered = false;
  for (const entry of entries.filter(({ answer }) => !answer)) {
    const reply = await postCheck(entry.request);
    if (reply.kind === 'not-checked') break;
    if (reply.kind === 'problem') await history.remove(entry.id);
    else await history.put({ ...entry, answer: reply.value, count: 'first' });
    answered = true;
  }
  return answered;
}
