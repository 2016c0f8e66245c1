import type { ClientBase } from 'pg';

/**
 * For the rest of the transaction: values are written and read as text in one way, whatever the role's settings are, and
 * nothing ends it for taking long. Settings that this version of PostgreSQL does not know are left out.
 */
export async function useSameText(client: ClientBase): Promise<void> {
  await client.query(
    `select set_config(wanted.name, wanted.value, true)
     from (values ('datestyle', 'ISO, YMD'), ('timezone', 'UTC'), ('intervalstyle', 'postgres'),
       ('extra_float_digits', '3'), ('bytea_output', 'hex'), ('statement_timeout', '0'), ('lock_timeout', '0'),
       ('idle_in_transaction_session_timeout', '0'), ('transaction_timeout', '0')) wanted (name, value)
     join pg_settings s on lower(s.name) = wanted.name`,
  );
}
