import { type Config, ConfigFault } from '../config/index.ts';

/**
 * The address of the database for the role that owns its schemas.
 *
 * @throws ConfigFault when it was not given
 */
export function ownerUrlOf({ database }: Config): string {
  const ownerUrl = database === 'embedded' ? undefined : database.ownerUrl;
  if (ownerUrl) return ownerUrl;
  throw new ConfigFault(['DATABASE_OWNER_URL is not set: this takes the role that owns the schemas.']);
}
