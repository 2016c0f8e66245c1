import { join } from 'node:path';

/** Where things lie in the folder of a backup. */
export const manifestFile = (dir: string) => join(dir, 'manifest.json');

/** SHA-256 of the manifest, as `sha256sum --check` reads it. */
export const checksumFile = (dir: string) => join(dir, 'manifest.json.sha256');

export const tablesFolder = (dir: string) => join(dir, 'tables');

/** @param table name with its schema */
export const tableFile = (dir: string, table: string) => join(tablesFolder(dir), `${table}.copy.gz`);

export const blobsFolder = (dir: string) => join(dir, 'blobs');

/** In the blob store and in a backup alike: `ab/ab12…`, so that no folder grows too long. */
export const blobFile = (store: string, sha256: string) => join(store, sha256.slice(0, 2), sha256);
