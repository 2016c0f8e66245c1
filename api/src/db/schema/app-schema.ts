import { customType, pgSchema } from 'drizzle-orm/pg-core';

/** Everything the service knows lives in schema `app`; its owner migrates, its user only reads and writes rows. */
export const app = pgSchema('app');

/** Raw bytes; drizzle has no type for `bytea`. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
