export { TypedPage } from './typed-page.tsx';
