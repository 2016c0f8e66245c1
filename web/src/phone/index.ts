export { demo, rememberDemo } from './demo.ts';
export { countReading } from './first-reading.ts';
export { history, type Entry } from './history.ts';
export { installer, watchInstall } from './install.ts';
export { phoneSecret } from './secret.ts';
export { chooseLanguage, chooseProvince, language, province } from './settings.ts';
export { startServiceWorker } from './service-worker.ts';
