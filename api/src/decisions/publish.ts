import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Localised } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import type { Actor, Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { decision } from '../db/schema/index.ts';
import { bumpClock, factKey } from '../freshness/index.ts';
import { findOrganisation } from '../registry/index.ts';
import { spellSerial } from './spell-serial.ts';
import { describeTarget, type Target } from './target.ts';
import { tellMakers } from './tell-makers.ts';

export interface Publication {
  kind: 'decision' | 'warning' | 'maker-report';
  organisationId: string;
  targets: readonly Target[];
  date: string;
  reason: Localised;
  signedBy: readonly string[];
  number?: string;
  caseNumber?: string;
  name?: string;
  copied?: boolean;
  appealUntil?: string;
  until?: string;
}

/**
 * Puts decisions, warnings or reports in force, one row a target, with one audit entry, and tells every process.
 *
 * @returns their ids, in the order of the targets
 */
export async function publish(tx: Tx, ctx: Ctx, actor: Actor, publication: Publication): Promise<string[]> {
  const targets = await Promise.all(publication.targets.map((target) => spellTarget(tx, ctx, target)));
  const { kind, organisationId } = publication;
  const subject = { ...publication, targets };
  const entry = await recordEntry(tx, ctx, actor, `${kind}-published`, subject, organisationId);
  const ids: string[] = [];
  const keys: string[] = [];
  for (const target of targets) {
    const described = describeTarget(target);
    const id = randomUUID();
    const [row] = await tx
      .insert(decision)
      .values({
        ...described.columns,
        id,
        kind: publication.kind,
        organisationId: publication.organisationId,
        number: publication.number ?? null,
        caseNumber: publication.caseNumber ?? null,
        date: publication.date,
        reason: publication.reason,
        name: publication.name ?? null,
        copied: publication.copied ?? false,
        signedBy: [...publication.signedBy],
        appealUntil: publication.appealUntil ?? null,
        until: publication.until ?? null,
        lastEntry: entry,
      })
      .returning();
    if (row && publication.kind !== 'maker-report') await tellMakers(tx, ctx, 'decision.published', row);
    ids.push(id);
    keys.push(...described.keys, ...(await keysOfRegistered(tx, described.columns.registrationFolded)));
  }
  await bumpClock(tx, keys);
  return ids;
}

/** The target as it is kept. @throws Refused `not-found` for a registrant that is none */
async function spellTarget(tx: Tx, ctx: Ctx, target: Target): Promise<Target> {
  if (target.kind === 'registrant') await findOrganisation(tx, target.makerId, 'maker');
  if (target.kind !== 'serial') return target;
  return { ...target, serial: await spellSerial(tx, ctx, target.gtin, target.serial) };
}

/** A registration number stands on products too, whose facts it changes as well. */
async function keysOfRegistered(tx: Tx, folded: string | null | undefined): Promise<string[]> {
  if (!folded) return [];
  const { rows } = await tx.execute<{ gtin: string }>(
    sql`select gtin from app.product where registration_folded = ${folded} and gtin is not null`,
  );
  return rows.map((row) => factKey.gtin(row.gtin));
}
