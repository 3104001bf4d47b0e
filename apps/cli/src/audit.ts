import {
  audit,
  lastCheckpoint,
  makeCheckpoint,
  openSigningKey,
  pendingMigrations,
  trustedKeys,
  verifyCheckpoints,
  type Witness,
} from '@assay/server';
import { Command } from 'commander';
import { withInstallation, type Installation } from './installation.ts';
import { CliError, print } from './output.ts';

interface Options {
  readonly json?: boolean;
  readonly witness?: string;
}

/** `assay audit`: whether the record is what was written, and marks that prove it to others later. */
export function auditCommand(): Command {
  const command = new Command('audit').description('the record of facts');
  command
    .command('verify')
    .description('verify the hash chain of every fact, the state of every record and every signed checkpoint')
    .option('--witness <position:digest>', 'a checkpoint that was noted elsewhere and must still be there')
    .option('--json', 'print JSON')
    .action(async ({ json, witness }: Options) => {
      const result = await upToDate((installation) => verifyAll(installation, witnessIn(witness)));
      print(result, json, (found) =>
        found.ok
          ? `ok: ${found.facts} facts of ${found.streams} records are whole, and ${found.checkpoints} checkpoints seal the log to fact ${found.sealedTo}`
          : `BROKEN at ${found.broken.position === null ? `record ${found.broken.stream}` : `fact ${found.broken.position}${found.broken.type === null ? '' : ` (${found.broken.type} of ${found.broken.stream}, version ${found.broken.version})`}`}: ${found.broken.says}`,
      );
      if (!result.ok) process.exitCode = 1;
    });
  command
    .command('checkpoint')
    .description('sign how far the log has come; note what is printed elsewhere, as a witness')
    .option('--json', 'print JSON')
    .action(async ({ json }: Options) => {
      const reached = await upToDate(async ({ db, settings }) => {
        await makeCheckpoint(db, openSigningKey(settings.dataDir), new Date().toISOString());
        return lastCheckpoint(db);
      });
      if (reached === null) throw new CliError('There is no fact yet, so there is nothing to sign.', 1);
      print(reached, json, ({ position, digest }) => `${position}:${digest}`);
    });
  command
    .command('key')
    .description('print the public key of this installation, with which its checkpoints are checked')
    .option('--json', 'print JSON')
    .action(({ json }: Options) =>
      withInstallation({ making: false }, async ({ settings }) => {
        const { publicKey } = openSigningKey(settings.dataDir);
        print({ algorithm: 'Ed25519', publicKey }, json, () => publicKey);
      }),
    );
  return command;
}

async function verifyAll({ db, settings }: Installation, witness: Witness | undefined) {
  const found = await audit(db);
  if (!found.ok) return found;
  const sealed = await verifyCheckpoints(db, trustedKeys(settings.dataDir), witness);
  if (sealed.ok) return { ...found, checkpoints: sealed.checkpoints, sealedTo: sealed.sealedTo };
  const { position, says } = sealed.broken;
  return { ok: false as const, facts: found.facts, broken: { position, stream: '', version: 0, type: null, says } };
}

function upToDate<Answer>(work: (installation: Installation) => Promise<Answer>): Promise<Answer> {
  return withInstallation({ making: false }, async (installation) => {
    if ((await pendingMigrations(installation.db)).length > 0)
      throw new CliError('The database is not up to date. Start the server once, then verify again.');
    return work(installation);
  });
}

function witnessIn(text: string | undefined): Witness | undefined {
  if (text === undefined) return undefined;
  const [, position, digest] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (position === undefined || digest === undefined)
    throw new CliError(`"${text}" is no checkpoint as "assay audit checkpoint" prints it: position:digest.`);
  return { position: Number(position), digest };
}
