import { render } from 'preact';
import { App } from './app/app.tsx';
import { retryWaiting } from './check/index.ts';
import { startServiceWorker, watchInstall } from './phone/index.ts';
import './ui/index.ts';

const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(<App />, root);
}
watchInstall();
startServiceWorker();
addEventListener('online', () => void retryWaiting());
