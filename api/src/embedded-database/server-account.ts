import { readFileSync } from 'node:fs';

/** The system user that the server runs as: `uid` and `gid`, and `other: true` where that is not ourselves. */
export type ServerAccount = { uid: number; gid: number; name: string; other: boolean };

/**
 * PostgreSQL refuses to run as root, so root lends it the user `postgres`, or `nobody` where there is none; anybody
 * else runs it as themselves.
 *
 * @throws when root finds neither user in /etc/passwd.
 */
export function serverAccount(): ServerAccount {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) return { uid, gid, name: `uid ${uid}`, other: false };
  const account = findAccount(readFileSync('/etc/passwd', 'utf8'), ['postgres', 'nobody']);
  if (!account) {
    throw new Error(
      'PostgreSQL does not run as root, and there is no user "postgres" or "nobody": make one.',
    );
  }
  return { ...account, other: true };
}

function findAccount(passwd: string, names: string[]) {
  const lines = passwd.split('\n').map((line) => line.split(':'));
  for (const wanted of names) {
    const line = lines.find(([name]) => name === wanted);
    if (line) return { name: wanted, uid: Number(line[2]), gid: Number(line[3]) };
  }
  return undefined;
}
