import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  openDatabase,
  openFileStore,
  readSettings,
  SettingsError,
  type FileStore,
  type Schema,
  type Settings,
} from '@assay/server';
import { CliError } from './output.ts';

/** An installation as its operator's tools see it: the same settings as the server's, and no server. */
export interface Installation {
  readonly settings: Settings;
  readonly db: ReturnType<typeof openDatabase<Schema>>['db'];
  readonly dialect: ReturnType<typeof openDatabase<Schema>>['dialect'];
  readonly files: FileStore;
}

/**
 * Opens the installation that the environment names, lends it to `work`, and closes it.
 *
 * @param making whether a database that is not there yet is made; otherwise it is told that there is none.
 * @throws CliError for a wrong setting or a missing database.
 */
export async function withInstallation<Answer>(
  { making }: { readonly making: boolean },
  work: (installation: Installation) => Promise<Answer>,
): Promise<Answer> {
  const settings = ownSettings();
  const { database } = settings;
  if (!making && database.kind === 'sqlite' && !existsSync(database.file))
    throw new CliError(`There is no database at ${database.file}. Set DATABASE_URL, or start the server first.`);
  const { db, dialect, close } = openDatabase<Schema>(database);
  try {
    return await work({ settings, db, dialect, files: await openFileStore(join(settings.dataDir, 'files')) });
  } finally {
    await close();
  }
}

function ownSettings(): Settings {
  try {
    return readSettings({ ...process.env, LOG_LEVEL: 'silent' }, []);
  } catch (error) {
    if (error instanceof SettingsError) throw new CliError(error.message);
    throw error;
  }
}
