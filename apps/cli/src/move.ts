import { databasePlace, move, openDatabase, pendingMigrations, repositoryRoot, type Schema } from '@assay/server';
import { Command } from 'commander';
import { told } from './archive.ts';
import { withInstallation } from './installation.ts';
import { CliError, print } from './output.ts';

interface Options {
  readonly to: string;
  readonly replace?: boolean;
  readonly json?: boolean;
}

/** `assay move --to <DATABASE_URL>`: the database copied into another one, and proved to have arrived whole. */
export function moveCommand(): Command {
  return new Command('move')
    .description('copy the database into another one and verify what arrived; stop the server first')
    .requiredOption('--to <url>', 'an empty database: postgres://user:password@host/database')
    .option('--replace', 'overwrite a database that has people or facts in it')
    .option('--json', 'print JSON')
    .action(async ({ to, replace = false, json }: Options) => {
      if (!/^(postgres(ql)?:\/\/[^/]+\/.|file:)/.test(to))
        throw new CliError('--to must name a database, for example --to postgres://user:password@host:5432/assay.');
      const moved = await withInstallation({ making: false }, async ({ settings, db, files }) => {
        if ((await pendingMigrations(db)).length > 0)
          throw new CliError('The database is not up to date. Start the server once, then move it.');
        const target = openDatabase<Schema>(databasePlace(to, repositoryRoot()));
        try {
          const now = () => new Date().toISOString();
          return await move({ db, files }, target, { folder: settings.dataDir, now, replace }).catch(told);
        } finally {
          await target.close();
        }
      });
      print(moved, json, ({ facts, records, rows, digest }) =>
        [
          `ok: ${facts} facts of ${records} records are whole where they arrived (${rows} rows in all)`,
          `The digest of the log is the same on both sides: ${digest}`,
          'Set DATABASE_URL to the new database and start the server. The files stay in DATA_DIR.',
        ].join('\n'),
      );
    });
}
