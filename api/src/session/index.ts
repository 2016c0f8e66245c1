export { sessionRoutes } from './routes.ts';
export { type Who, whoAsks } from './who-asks.ts';
