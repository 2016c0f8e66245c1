import { signal } from '@preact/signals';
import { keep, kept } from './keep.ts';

/** Whether the service is the demo: the server's pages carry it, the app of an installed phone remembers it. */
const saidByPage = 'demo' in document.documentElement.dataset;

export const demo = signal<boolean>(saidByPage || kept('demo') === 'yes');

export function rememberDemo(isDemo: boolean): void {
  if (isDemo === demo.value) return;
  keep('demo', isDemo ? 'yes' : undefined);
  demo.value = isDemo;
}
