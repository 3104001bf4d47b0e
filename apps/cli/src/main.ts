import { Command } from 'commander';
import { agreementCommand } from './agreement.ts';
import { backupCommand, restoreCommand } from './archive.ts';
import { auditCommand } from './audit.ts';
import { CliError } from './output.ts';
import { frameworkCommand } from './framework.ts';
import { moveCommand } from './move.ts';
import { replayCommand } from './simulate/replay.ts';
import { simulateCommand } from './simulate/command.ts';
import { workflowCommand } from './workflow.ts';

const assay = new Command('assay')
  .description('Assay for operators and scripts. Every command takes --json and ends with 0 only on success.')
  .addCommand(frameworkCommand())
  .addCommand(workflowCommand())
  .addCommand(simulateCommand())
  .addCommand(replayCommand())
  .addCommand(agreementCommand())
  .addCommand(auditCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(moveCommand())
  .showHelpAfterError('(assay --help lists the commands)');

try {
  await assay.parseAsync(process.argv.filter((argument, index) => index !== 2 || argument !== '--'));
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.status;
}
