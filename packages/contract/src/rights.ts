/** What a person may be in an organisation: owners decide who acts for it, editors act, viewers look. */
export const ROLES = ['owner', 'editor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What a program may be allowed to do with a key. */
export const KEY_SCOPES = ['read', 'products', 'batches', 'codes', 'codes-download', 'imports'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];
