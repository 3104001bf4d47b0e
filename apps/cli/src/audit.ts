import { audit, pendingMigrations } from '@assay/server';
import { Command } from 'commander';
import { withInstallation } from './installation.ts';
import { CliError, print } from './output.ts';

/** `assay audit verify`: proves that the record is what was written, or names the first fact that is not. */
export function auditCommand(): Command {
  const command = new Command('audit').description('the record of facts');
  command
    .command('verify')
    .description('verify the hash chain of every fact and the state of every record')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const result = await withInstallation({ making: false }, async ({ db }) => {
        if ((await pendingMigrations(db)).length > 0)
          throw new CliError('The database is not up to date. Start the server once, then verify again.');
        return audit(db);
      });
      print(result, json, (found) =>
        found.ok
          ? `ok: ${found.facts} facts of ${found.streams} records are whole`
          : `BROKEN at ${found.broken.position === null ? `record ${found.broken.stream}` : `fact ${found.broken.position} (${found.broken.type} of ${found.broken.stream}, version ${found.broken.version})`}: ${found.broken.says}`,
      );
      if (!result.ok) process.exitCode = 1;
    });
  return command;
}
