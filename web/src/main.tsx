import { render } from 'preact';
import { App } from './app/app.tsx';
import { retryWaiting } from './check/index.ts';
import { startServiceWorker, watchInstall } from './phone/index.ts';
import './ui/index.ts';

const root = document.getElementById('app');
/** Whoever began to type into the plain form before the script came goes on with it. */
const typing = root?.querySelector<HTMLInputElement>('input:focus')?.value;
if (root && !typing) {
  root.replaceChildren();
  render(<App />, root);
}
watchInstall();
startServiceWorker();
addEventListener('online', () => void retryWaiting());
