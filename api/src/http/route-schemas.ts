import { type TSchema, Type } from 'typebox';
import { Problem } from '@assay/contract';

/** What a route of people and organisations may answer instead. */
export const PROBLEMS_OF_ROUTES = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  409: Problem,
  422: Problem,
};

/** Fields of a list's query string: where it goes on. */
export const After = {
  after: Type.Optional(Type.String({ maxLength: 200, description: 'The `next` of the page before' })),
};

/** A page of a list, and where it goes on, if it does. */
export const listOf = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), next: Type.Optional(Type.String()) });
