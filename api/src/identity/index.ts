export { findPerson, type Person } from './find-person.ts';
export { type Identity, openIdentity } from './open-identity.ts';
export { identityRoutes } from './routes.ts';
