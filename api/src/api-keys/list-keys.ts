import { desc, eq } from 'drizzle-orm';
import type { KeyScope } from '@assay/contract';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { apiKey, apiKeyUse } from '../db/schema/index.ts';

export interface ListedKey {
  id: string;
  name: string;
  /** Its first characters. */
  start: string;
  scopes: KeyScope[];
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  /** The day of its last use. */
  usedOn: string | null;
}

/** The keys of an organisation, newest first. @throws Refused `not-found`, `forbidden` */
export async function listKeys(ctx: Ctx, actor: Actor, organisationId: string): Promise<ListedKey[]> {
  requireMay(ctx, actor, 'key.list', organisationId);
  return ctx.db
    .select({
      id: apiKey.id,
      name: apiKey.name,
      start: apiKey.start,
      scopes: apiKey.scopes,
      createdAt: apiKey.createdAt,
      expiresAt: apiKey.expiresAt,
      revokedAt: apiKey.revokedAt,
      usedOn: apiKeyUse.day,
    })
    .from(apiKey)
    .leftJoin(apiKeyUse, eq(apiKeyUse.keyId, apiKey.id))
    .where(eq(apiKey.organisationId, organisationId))
    .orderBy(desc(apiKey.createdAt));
}
