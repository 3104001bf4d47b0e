import type { Step } from './step.ts';

/** One step of each kind: the first that took a command in a state of its workflow to a fact. */
export function kindsOf(steps: readonly Step[]): Step[] {
  const kinds = new Map<string, Step>();
  for (const step of steps) {
    const { workflow, command, before, facts } = step;
    const kind = [workflow, command.type, before?.status ?? 'nothing', ...facts.map(({ type }) => type)].join(' ');
    if (!kinds.has(kind)) kinds.set(kind, step);
  }
  return [...kinds.values()];
}
