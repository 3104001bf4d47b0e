// What operators' tools may use of the server.
export type { Schema } from './database.ts';
export { backUp } from './operations/archive/backUp.ts';
export { ArchiveError } from './operations/archive/errors.ts';
export { move } from './operations/archive/move.ts';
export { restore } from './operations/archive/restore.ts';
export { lastCheckpoint, makeCheckpoint } from './operations/checkpoints/makeCheckpoint.ts';
export { openSigningKey, trustedKeys, trustKeys } from './operations/checkpoints/signingKey.ts';
export { verifyCheckpoints, type Witness } from './operations/checkpoints/verifyCheckpoints.ts';
export { openFileStore, type FileStore } from './platform/files/store.ts';
export { MigrationError, pendingMigrations } from './platform/migrate.ts';
export { repositoryRoot } from './platform/root.ts';
export { databasePlace, readSettings, SettingsError, type Settings } from './platform/settings.ts';
export { openDatabase } from './platform/database.ts';
export { audit, type Audit, type Broken } from './record/verify.ts';
