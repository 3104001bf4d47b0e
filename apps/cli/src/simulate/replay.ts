import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { cohort, standing, workflowNamed, type State } from '@assay/engine';
import { Command } from 'commander';
import { CliError, print } from '../output.ts';
import { Ledger, type Balance, type Line } from './ledger.ts';

/** `assay replay --log <file>`: the states that a simulation's log leads to, from the facts alone. */
export function replayCommand(): Command {
  return new Command('replay')
    .description('fold the facts of a simulation’s log into states, and print the digests of both')
    .requiredOption('--log <file>', 'a log that assay simulate --log wrote')
    .option('--json', 'print JSON')
    .action(async ({ log, json }: { log: string; json?: boolean }) => {
      print(await replay(log), json, ({ facts, records, digest, statesDigest }) =>
        [`${facts} facts of ${records} records`, `digest ${digest}`, `states ${statesDigest}`].join('\n'),
      );
    });
}

/** Records that outlive a cohort; everything else is closed when the next cohort opens. */
const lasting: ReadonlySet<string> = new Set([standing.name]);

/** Reads a log line by line. Throws CliError naming the line that cannot be read or that its record cannot have had. */
export async function replay(file: string): Promise<Balance> {
  const ledger = new Ledger();
  const states = new Map<string, State<object>>();
  const kept = new Map<string, State<object>>();
  let number = 0;
  for await (const text of linesOf(file)) {
    number++;
    const line = lineIn(text, `${file}, line ${number}`);
    const workflow = workflowNamed.get(line.workflow);
    if (workflow === undefined) throw new CliError(`${file}, line ${number}: there is no workflow “${line.workflow}”.`);
    const outlives = lasting.has(line.workflow);
    if (line.workflow === cohort.name && !states.has(line.record)) {
      ledger.close();
      states.clear();
    }
    const before = (outlives ? kept : states).get(line.record) ?? null;
    const after = evolved(() => workflow.evolve(before, line.fact), `${file}, line ${number}`);
    (outlives ? kept : states).set(line.record, after);
    ledger.enter(line, after, outlives);
  }
  return ledger.balance();
}

async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  } catch {
    throw new CliError(`${file} cannot be read. Give the path of a log that assay simulate --log wrote.`);
  }
}

function lineIn(text: string, place: string): Line {
  try {
    const line: Line = JSON.parse(text);
    if (typeof line.record === 'string' && typeof line.workflow === 'string' && typeof line.fact.type === 'string')
      return line;
  } catch {
    // Said below: what cannot be parsed is no line either.
  }
  throw new CliError(`${place} is not a line with record, workflow and fact.`);
}

function evolved(step: () => State<object>, place: string): State<object> {
  try {
    return step();
  } catch (error) {
    if (error instanceof TypeError) throw new CliError(`${place}: ${error.message}.`);
    throw error;
  }
}
