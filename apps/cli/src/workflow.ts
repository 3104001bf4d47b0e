import { chartOf, workflows, type AnyWorkflow } from '@assay/engine';
import { Command, Option } from 'commander';
import { CliError, print } from './output.ts';

/** `assay workflow show <stage> --format mermaid`. */
export function workflowCommand(): Command {
  const named = new Map<string, AnyWorkflow>(Object.entries(workflows));
  const workflow = new Command('workflow').description('the workflows of an assessment');
  workflow
    .command('show')
    .argument('<stage>', [...named.keys()].join(', '))
    .description('print the chart of a stage, generated from its machine')
    .addOption(new Option('--format <format>', 'how to print it').choices(['mermaid', 'text']).default('mermaid'))
    .option('--json', 'print JSON: states with their commands, targets, facts and rules')
    .action((stage: string, { format, json }: { format: string; json?: boolean }) => {
      const found = named.get(stage);
      if (found === undefined)
        throw new CliError(`There is no stage called ${stage}. There are: ${[...named.keys()].join(', ')}.`);
      const shown = {
        stage,
        opening: found.opening,
        states: found.states.map((state) => ({
          state,
          steps: found.steps(state).map(({ command, target, fact, rules }) => ({
            command,
            target,
            fact,
            rules: rules.filter(({ id }) => id !== 'fork').map(({ id, says }) => ({ id, says })),
          })),
        })),
      };
      print(shown, json, () =>
        format === 'mermaid' ? chartOf(found).trimEnd() : shown.states.map(described).join('\n'),
      );
    });
  return workflow;
}

function described({
  state,
  steps,
}: {
  state: string;
  steps: readonly { command: string; target: string; rules: readonly { id: string; says: string }[] }[];
}): string {
  const lines = steps.map(
    ({ command, target, rules }) =>
      `  ${command} → ${target}${rules.map(({ id, says }) => `\n      ${id} ${says}`).join('')}`,
  );
  return [state, ...lines].join('\n');
}
