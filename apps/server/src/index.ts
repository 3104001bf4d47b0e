// What operators' tools may use of the server.
export type { Schema } from './database.ts';
export { pendingMigrations } from './platform/migrate.ts';
export { readSettings, SettingsError, type Settings } from './platform/settings.ts';
export { openDatabase } from './platform/database.ts';
export { audit, type Audit, type Broken } from './record/verify.ts';
