import type { CheckRequest } from '@assay/contract';
import { isGrave, readingKey } from '../answer/index.ts';
import { postCheck } from '../client/index.ts';
import { countReading, history, type Entry } from '../phone/index.ts';
import { current } from './current.ts';
import { type Read, requestFor } from './scan.ts';

let running = new AbortController();

/** Asks about what was read and puts the outcome on the screen and into the history. A newer check ends this one. */
export async function check(read: Read): Promise<void> {
  const signal = begin();
  const request = await requestFor(read);
  await ask(
    { id: crypto.randomUUID?.() ?? request.attempt ?? '', at: new Date().toISOString(), request },
    signal,
  );
}

/** Asks again with the same attempt, so that the service counts one check. */
export async function retry(id: string, request: CheckRequest): Promise<void> {
  const signal = begin();
  const entry = await history.get(id).catch(() => undefined);
  await ask(entry ?? { id, at: new Date().toISOString(), request }, signal);
}

function begin(): AbortSignal {
  running.abort();
  running = new AbortController();
  current.value = { kind: 'asking' };
  return running.signal;
}

async function ask(entry: Entry, signal: AbortSignal): Promise<void> {
  const { id, request } = entry;
  const reply = await postCheck(request, signal).catch(() => undefined);
  if (!reply || signal.aborted) return;
  switch (reply.kind) {
    case 'answer': {
      const answer = reply.value;
      const count = isGrave(answer) ? countReading(readingKey(answer), Date.now()) : 'first';
      current.value = { kind: 'answer', id, request, answer, count };
      await save({ ...entry, answer, count });
      return;
    }
    case 'problem':
      current.value = { kind: 'problem', request, problem: reply.problem };
      await history.remove(id).catch(() => undefined);
      return;
    case 'not-checked':
      current.value = { kind: 'not-checked', id, request, saved: await save(entry) };
  }
}

const save = (entry: Entry): Promise<boolean> =>
  history.put(entry).then(
    () => true,
    () => false,
  );
