import { signal } from '@preact/signals';
import { keep, kept } from './keep.ts';

/** Whether the service is the demo: the server's pages carry it, the app of an installed phone remembers it. */
export const demo = signal<boolean>('demo' in document.documentElement.dataset || kept('demo') === 'yes');

export function rememberDemo(isDemo: boolean): void {
  if (isDemo === demo.value) return;
  keep('demo', isDemo ? 'yes' : undefined);
  demo.value = isDemo;
}
