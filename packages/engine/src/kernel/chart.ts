import type { AnyWorkflow } from './contract.ts';
import { words } from './kernel.rules.ts';

/** The workflow as a Mermaid state diagram: states in the chart's order, an arrow for every step that leaves a state. */
export function chartOf(workflow: AnyWorkflow): string {
  const [first] = workflow.states;
  const lines = ['stateDiagram-v2', `  [*] --> ${first ?? ''}: ${words(workflow.opening)}`];
  for (const status of workflow.states) lines.push(`  state "${words(status)}" as ${status}`);
  for (const status of workflow.states) {
    const steps = workflow.steps(status);
    const stays = [...new Set(steps.filter(({ target }) => target === status).map(({ command }) => words(command)))];
    if (stays.length > 0) lines.push(`  ${status} --> ${status}: ${stays.join(', ')}`);
    for (const { command, target } of steps.filter((step) => step.target !== status))
      lines.push(`  ${status} --> ${target}: ${words(command)}`);
    if (steps.length === 0) lines.push(`  ${status} --> [*]`);
  }
  return `${lines.join('\n')}\n`;
}
