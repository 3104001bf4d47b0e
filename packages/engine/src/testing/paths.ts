import { createTestModel } from 'xstate/graph';
import type { AnyCommand, AnyFact, Rulebook, State, Workflow } from '../kernel/index.ts';

/** Steps tried by one walk; the largest of the engine tries some hundreds. */
const mostSteps = 10_000;

/** A path through a chart: the commands that lead to a state, and which of the alphabet that state then refuses. */
export interface WalkedPath {
  /** The commands in words, as a test's title. */
  readonly title: string;
  readonly status: string;
  /** Commands of the alphabet that were accepted in the state reached, by label. */
  readonly accepted: readonly string[];
  /** Commands of the alphabet that were refused there, with the rules that refused them. */
  readonly refused: readonly { readonly command: string; readonly rules: readonly string[] }[];
  /** What the wrapper got wrong on the way; empty where it and the chart agree. */
  readonly disagreements: readonly string[];
}

/**
 * Generates the shortest path to every state that the alphabet can reach (xstate's test model, which also checks that
 * the chart is pure), walks it through `decide`, and in the state reached sends the whole alphabet: what the chart
 * takes must be accepted with a fact, the rest must be refused with a rule. Replaying the facts must give the state.
 * More than `mostSteps` steps are an error: a rule that keeps the states few has broken, or a state holds too much.
 * `alphabet` gives each command a label. `same` picks what tells two states apart; the whole context where absent.
 */
export function walk<Context extends object, Command extends AnyCommand, Fact extends AnyFact>(
  workflow: Workflow<Context, Command, Fact>,
  opening: Command,
  alphabet: Readonly<Record<string, Command>>,
  book: Rulebook,
  same: (context: Context) => unknown = (context) => context,
): WalkedPath[] {
  const begun = workflow.decide(null, opening, book);
  if (!begun.ok) throw new Error(`${opening.type} was refused: ${begun.refusals.map(({ says }) => says).join(' ')}`);
  const labelled = Object.entries(alphabet);
  const events = labelled.map(([label, command]) => ({ ...command, label, book }));
  const model = createTestModel(workflow.machine, { logger: { log: () => {}, error: () => {} } });
  const paths = model.getShortestPaths({
    events,
    input: begun.next.context,
    allowDuplicatePaths: true,
    limit: mostSteps,
    serializeState: ({ value, context }) => JSON.stringify([value, same(context)]),
    serializeEvent: ({ label }) => String(label),
  });
  return paths.map((path) => {
    const disagreements: string[] = [];
    let state: State<Context> = begun.next;
    const facts: Fact[] = [...begun.facts];
    const taken = path.steps.map(({ event }) => String(event.label ?? '')).filter((label) => label !== '');
    for (const label of taken) {
      const command = alphabet[label];
      const decision = command === undefined ? undefined : workflow.decide(state, command, book);
      if (decision?.ok !== true) disagreements.push(`${label} was refused though the chart takes it`);
      else {
        state = decision.next;
        facts.push(...decision.facts);
      }
    }
    if (state.status !== path.state.value)
      disagreements.push(`reached ${state.status} where the chart reaches ${String(path.state.value)}`);
    if (JSON.stringify(workflow.replay(facts)) !== JSON.stringify(state))
      disagreements.push('replaying the facts gives another state');
    const accepted: string[] = [];
    const refused: { command: string; rules: string[] }[] = [];
    for (const [label, command] of labelled) {
      const can = path.state.can({ ...command, book });
      const decision = workflow.decide(state, command, book);
      if (decision.ok && decision.facts.length > 0) accepted.push(label);
      else refused.push({ command: label, rules: decision.ok ? [] : decision.refusals.map(({ rule }) => rule) });
      if (decision.ok && !can)
        disagreements.push(`${label} was accepted in ${state.status} though the chart does not take it`);
      if (!decision.ok && can && !decision.refusals.some(({ rule }) => rule === 'K2' || rule === 'K4'))
        disagreements.push(`${label} was refused in ${state.status} though the chart takes it`);
      if (!decision.ok && decision.refusals.length === 0)
        disagreements.push(`${label} was refused in ${state.status} without a rule`);
    }
    return { title: ['opened', ...taken].join(', '), status: state.status, accepted, refused, disagreements };
  });
}
