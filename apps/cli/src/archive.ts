import { resolve } from 'node:path';
import { ArchiveError, backUp, MigrationError, pendingMigrations, restore, trustKeys } from '@assay/server';
import { Command } from 'commander';
import { withInstallation } from './installation.ts';
import { CliError, print } from './output.ts';

/** `assay backup <file>`: the database and its files in one archive, while the server runs. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('write the database and the uploaded files into one archive, while they are in use')
    .argument('<file>', 'the archive to write; one of that name is replaced once the new one is whole')
    .option('--json', 'print JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const made = await withInstallation({ making: false }, async ({ db, files }) => {
        if ((await pendingMigrations(db).catch(told)).length > 0)
          throw new CliError(
            'The database is older than this version of Assay. Back it up with the version that it is of, or start the server once.',
          );
        return backUp({ db, files, now: () => new Date().toISOString() }, resolve(file)).catch(told);
      });
      print(made, json, ({ rows, facts, files, bytes, digest }) =>
        [
          `ok: ${rows} rows (${facts} facts) and ${files} files in ${made.file} (${bytes} bytes)`,
          `The digest of its manifest, to be kept elsewhere: ${digest}`,
        ].join('\n'),
      );
      warnOfMissing(made.missing);
    });
}

/** `assay restore <file>`: an archive put back, whole or not at all. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('verify an archive and put it back, whole or not at all; stop the server first')
    .argument('<file>', 'the archive to restore')
    .option('--replace', 'overwrite an installation that has people or facts in it')
    .option('--json', 'print JSON')
    .action(async (file: string, { replace, json }: { replace?: boolean; json?: boolean }) => {
      const done = await withInstallation({ making: true }, async (installation) => {
        const restored = await restore(installation, resolve(file), { replace: replace === true }).catch(told);
        trustKeys(installation.settings.dataDir, restored.keys);
        return restored;
      });
      print(
        done,
        json,
        ({ madeAt, rows, files }) =>
          `ok: ${rows} rows and ${files} files as they were at ${madeAt}, and the record is whole (${done.audit.facts} facts). Everybody signs in again.`,
      );
      warnOfMissing(done.missing);
    });
}

function warnOfMissing(missing: readonly string[]): void {
  if (missing.length === 0) return;
  process.stderr.write(
    `${missing.length} files that the database refers to were missing or damaged, and are not in the archive:\n${missing.join('\n')}\n`,
  );
  process.exitCode = 1;
}

/** What the operator can mend is a sentence; anything else is a bug and stays one. */
export function told(error: unknown): never {
  if (error instanceof ArchiveError || error instanceof MigrationError) throw new CliError(error.message, 1);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Error && ['ENOENT', 'EACCES', 'ENOSPC', 'EROFS', 'EISDIR', 'SQLITE_BUSY'].includes(code))
    throw new CliError(`That could not be done: ${error.message}`, 1);
  throw error;
}
