export type { Key, Lang } from './key.ts';
export { speakers, type Speaker } from './speaker.ts';
export { LanguageProvider, useSpeaker } from './language.tsx';
