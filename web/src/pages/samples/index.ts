export { SamplesPage } from './samples-page.tsx';
