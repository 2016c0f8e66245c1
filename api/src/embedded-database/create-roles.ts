import type { Client } from 'pg';
import type { Passwords } from './passwords.ts';

/**
 * Makes, where they are missing, the role `assay_owner`, the database `assay` that it owns, and the role `assay_app`,
 * which owns nothing. In a throw-away cluster the owner may make databases, one for each test.
 */
export async function createRoles(client: Client, passwords: Passwords): Promise<void> {
  await createRole(client, `assay_owner${passwords ? '' : ' createdb'}`, passwords?.owner);
  await createRole(client, 'assay_app', passwords?.app);
  const { rowCount } = await client.query(`select from pg_database where datname = 'assay'`);
  if (rowCount === 0) await client.query('create database assay owner assay_owner');
}

async function createRole(client: Client, role: string, password: string | undefined): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role.split(' ')[0]]);
  if (rowCount !== 0) return;
  await client.query(
    `create role ${role} login ${password ? `password ${client.escapeLiteral(password)}` : ''}`,
  );
}
