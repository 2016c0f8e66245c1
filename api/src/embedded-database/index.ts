export { startEmbeddedDatabase } from './start-embedded-database.ts';
export { FolderInUse } from './share-cluster.ts';
