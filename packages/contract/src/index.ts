export * from './lists.ts';
export * from './rights.ts';
export { paths } from './paths.ts';
export { Day, Instant, Localised, OneOf } from './text.ts';
export { CheckHeaders, CheckRequest, Place, Printed } from './check-request.ts';
export { Alert, Contact, Help, Pictured } from './help.ts';
export {
  Accusation,
  Answer,
  CheckAgain,
  Compared,
  History,
  Identity,
  ProductCard,
  Recall,
  Registrant,
  Warning,
} from './answer.ts';
export {
  ApiKey,
  Application,
  Id,
  MadeApiKey,
  Member,
  NewApiKey,
  NewInvitation,
  Organisation,
  RoleChange,
  SessionView,
} from './organisation.ts';
export { Problem } from './problem.ts';
export {
  Batch,
  BatchNumber,
  ListedProduct,
  NewBatch,
  NewProduct,
  NewRecall,
  Passport,
  Product,
  ProductChange,
  RecallLifting,
  Suspension,
  Verification,
} from './registry.ts';
export * from './activity.ts';
export * from './codes.ts';
export { FoundProduct, Lookup, LookupReply } from './lookup.ts';
export { Overview } from './overview.ts';
export { Sample } from './sample.ts';
export * from './webhook.ts';
export * from './webhook-requests.ts';
