// The one file that meets xstate's types, and so the one file with casts; each says why it is safe.
import { assign, setup, transition, type AnyActorLogic, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import type { Actor } from './actor.ts';
import { conflictOf, type Party } from './conflict.ts';
import type {
  AnyCommand,
  AnyFact,
  FactBook,
  FactDefinition,
  State,
  Turn,
  Workflow,
  WorkflowDefinition,
} from './contract.ts';
import { refuse, type Decision, type Refusal } from './decision.ts';
import { kernelRules, words } from './kernel.rules.ts';
import type { Rule } from './rule.ts';
import type { Rulebook } from './rulebook.ts';

/** What xstate is sent: the command, the rulebook, and a place for the fact, so that it is told once. */
type Sent<Command> = Command extends AnyCommand ? Command & { readonly book: Rulebook; told?: AnyFact } : never;

/** What a `<stage>.machine.ts` writes its chart with: xstate's `createMachine`, guards of rules, actions that record. */
export function charting<Context extends object, Command extends AnyCommand, Fact extends AnyFact>(
  facts: FactBook<Context, Command, Fact>,
) {
  const kit = setup({
    // xstate reads only the types of these empty objects.
    types: { context: {} as Context, events: {} as Sent<Command>, input: {} as Context },
    guards: {
      all: ({ context, event }, rules: readonly Rule<Context, Command>[]) =>
        rules.every((rule) => rule.holds(context, event, event.book)),
    },
    actions: {
      record: assign(({ context, event }, { fact: type }: { fact: Fact['type'] }) => {
        const definition = facts[type];
        const fact = { type, by: event.by, at: event.at, ...definition.tell(context, event, event.book) };
        event.told = fact;
        // `type` picked the definition, so the fact is that definition's.
        return definition.change(context, fact as Parameters<typeof definition.change>[1]);
      }),
    },
  });
  return {
    createMachine: kit.createMachine,
    /** A guard: every rule holds. A command is refused with those that do not. */
    all: (...rules: readonly Rule<Context, Command>[]) => ({ type: 'all', params: rules }) as const,
    /** The step's fact: recorded, and the context changed by it. */
    record: (fact: Fact['type']) => ({ type: 'record', params: { fact } }) as const,
  };
}

interface Step<Context, Command> {
  readonly rules: readonly Rule<Context, Command>[];
  readonly fact: string;
  readonly target: string;
}

/**
 * Makes a workflow of a chart: one wrapper over xstate's pure `transition`, which says nothing about an event that it
 * cannot take. This one answers every command with facts or with refusals.
 */
export function defineWorkflow<Context extends object, Command extends AnyCommand, Fact extends AnyFact>(
  definition: WorkflowDefinition<Context, Command, Fact>,
): Workflow<Context, Command, Fact> {
  const { name, machine, facts, opening, may } = definition;
  const table = stepsOf<Context, Command>(machine);
  const states = Object.keys(machine.states);
  checkTurns(name, states, table, definition.turns);
  // Where a fact leads from a state: one place, as the table has made sure.
  const landings = new Map(
    [...table].map(([status, steps]) => [
      status,
      new Map([...steps.values()].flat().map((step) => [step.fact, step.target])),
    ]),
  );
  // A state resolved once: a snapshot of xstate's is plain data, so a record's own differs in its context alone.
  const resolved = new Map(states.map((value) => [value, machine.resolveState({ value, context: {} })]));
  const logic = stepping(machine);

  const permitted = (context: Context | null, actor: Actor, type: Command['type'], command?: Command) => {
    const related = definition.relation(context, actor, command);
    return (may[type] ?? []).some(
      ({ role, relation }) => role === actor.role && (relation === 'anyone' || related.includes(relation)),
    );
  };
  const conflict = (context: Context | null, { person, role }: Actor, elsewhere: readonly Party[] = []) =>
    // The product itself conflicts with nobody, so nobody need be looked for.
    (context === null || role === 'system'
      ? undefined
      : conflictOf(person, role, definition.parties(context, person))) ?? conflictOf(person, role, elsewhere);
  // A fact's type, actor and instant with what its definition tells are that fact; TypeScript cannot follow the union.
  const factOf = (type: string, command: Command, told: object) =>
    ({ type, by: command.by, at: command.at, ...told }) as unknown as Fact;
  const definitionOf = (type: string) =>
    facts[type as Fact['type']] as unknown as FactDefinition<Context, Command, Fact> | undefined;

  const begin = (command: Command, book: Rulebook): Decision<State<Context>, Fact> => {
    if (command.type !== opening.command) return refuse(kernelRules.opened(name, command.type));
    if (!permitted(null, command.by, command.type, command))
      return refuse(kernelRules.permitted(name, command, may[opening.command as Command['type']]));
    const held = conflict(null, command.by, command.involved);
    if (held !== undefined) return refuse(kernelRules.unconflicted(name, command.by.role, held));
    const against = unmet(opening.rules, null, command, book);
    if (against.length > 0) return refuse(...against);
    const fact = factOf(opening.fact, command, opening.tell(command, book));
    return { ok: true, next: { status: initialOf(machine), context: opening.context(fact) }, facts: [fact] };
  };

  const evolve = (state: State<Context> | null, fact: Fact): State<Context> => {
    if (state === null) {
      if (fact.type !== opening.fact)
        throw new TypeError(`${words(name)} begins with ${opening.fact}, not ${fact.type}`);
      return { status: initialOf(machine), context: opening.context(fact) };
    }
    const target = landings.get(state.status)?.get(fact.type);
    const telling = definitionOf(fact.type);
    if (target === undefined || telling === undefined)
      throw new TypeError(`${fact.type} cannot happen to a ${words(name)} that is ${words(state.status)}`);
    return { status: target, context: telling.change(state.context, fact) };
  };

  return {
    name,
    machine,
    opening: opening.command,
    commands: Object.keys(may),
    states,
    may,
    turns: definition.turns,
    deadline({ status, context }) {
      const running = definition.deadline?.(context) ?? null;
      return running === null ? null : { ...running, command: definition.turns[status]?.lapse ?? null };
    },
    rules: [
      ...new Set([
        ...opening.rules,
        ...[...table.values()]
          .flatMap((steps) => [...steps.values()].flat().flatMap((step) => step.rules))
          .filter(({ id }) => id !== 'fork'),
      ]),
    ],
    rolesFor: (command) => (may[command as Command['type']] ?? []).map(({ role }) => role),
    decide(state, command, book) {
      if (state === null) return begin(command, book);
      if (command.type === opening.command) return refuse(kernelRules.openedOnce(name));
      const steps = table.get(state.status)?.get(command.type);
      if (steps === undefined)
        return refuse(kernelRules.known(name, state.status, command.type, statesKnowing(table, command.type)));
      if (!permitted(state.context, command.by, command.type, command))
        return refuse(kernelRules.permitted(name, command, may[command.type as Command['type']]));
      const held = conflict(state.context, command.by, command.involved);
      if (held !== undefined) return refuse(kernelRules.unconflicted(name, command.by.role, held));
      const event: AnyCommand & { book: Rulebook; told?: AnyFact } = { ...command, book };
      // The table knows the status, so it is a state of the chart and was resolved.
      const before = { ...resolved.get(state.status), context: state.context } as AnyMachineSnapshot;
      const [after] = transition(logic, before, event);
      // The step left the fact that it told; where none was taken, none was.
      if (event.told !== undefined)
        return {
          ok: true,
          next: { status: after.value as string, context: after.context as Context },
          facts: [event.told as Fact],
        };
      return refuse(...unmet(steps.at(-1)?.rules ?? [], state.context, command, book));
    },
    evolve,
    replay(history) {
      let state: State<Context> | null = null;
      for (const fact of history) state = evolve(state, fact);
      return state;
    },
    allows(state, command) {
      const context = state?.context ?? null;
      return (
        permitted(context, command.by, command.type, command) &&
        conflict(context, command.by, command.involved) === undefined
      );
    },
    open(state, actor) {
      if (conflict(state.context, actor) !== undefined) return [];
      return [...(table.get(state.status)?.keys() ?? [])].filter((type) =>
        permitted(state.context, actor, type as Command['type']),
      );
    },
    steps(status) {
      return [...(table.get(status) ?? [])].flatMap(([command, steps]) =>
        steps.map(({ target, fact, rules }) => ({ command, target, fact, rules })),
      );
    },
  };
}

type StepTable<Context, Command> = ReadonlyMap<string, ReadonlyMap<string, readonly Step<Context, Command>[]>>;

/** Reads the chart once: state, command, the steps in order. The charts are flat: no state has states of its own. */
function stepsOf<Context, Command>(machine: AnyStateMachine): StepTable<Context, Command> {
  const table = new Map<string, Map<string, Step<Context, Command>[]>>();
  for (const [status, node] of Object.entries(machine.states)) {
    const byCommand = new Map<string, Step<Context, Command>[]>();
    for (const [command, transitions] of node.transitions) {
      const steps = transitions.map((step): Step<Context, Command> => {
        // Charts are written with `all` and `record` only, so guard and action params have these shapes.
        const guard = step.guard as { params?: readonly Rule<Context, Command>[] } | undefined;
        const record = step.actions.find(
          (action) => typeof action === 'object' && 'type' in action && action.type === 'record',
        ) as { params: { fact: string } } | undefined;
        if (record === undefined) throw new TypeError(`${machine.id}: ${status} takes ${command} and records nothing`);
        return { rules: guard?.params ?? [], fact: record.params.fact, target: step.target?.[0]?.key ?? status };
      });
      // A command that no step takes is refused with the rules of its last step, so a fork there could refuse without a rule.
      if (steps.at(-1)?.rules.some(({ id }) => id === 'fork') === true)
        throw new TypeError(`${machine.id}: ${status} may take ${command} nowhere and not say why`);
      byCommand.set(command, steps);
    }
    const targets = new Map<string, string>();
    for (const step of [...byCommand.values()].flat()) {
      const known = targets.get(step.fact);
      if (known !== undefined && known !== step.target)
        throw new TypeError(`${machine.id}: ${step.fact} leads from ${status} to both ${known} and ${step.target}`);
      targets.set(step.fact, step.target);
    }
    table.set(status, byCommand);
  }
  return table;
}

/** Every state has somebody whose turn it is, unless the chart leads no further from it; what lapses is known there. */
function checkTurns(
  name: string,
  states: readonly string[],
  table: StepTable<never, never>,
  turns: Readonly<Record<string, Turn | null>>,
): void {
  for (const status of new Set([...states, ...Object.keys(turns)])) {
    const steps = table.get(status);
    const turn = turns[status];
    if (steps === undefined || turn === undefined)
      throw new TypeError(`${name}: ${status} is ${steps === undefined ? 'no state of the chart' : 'nobody’s turn'}`);
    if ((turn === null) !== (steps.size === 0))
      throw new TypeError(`${name}: ${status} ${turn === null ? 'leads on and is nobody’s turn' : 'leads nowhere'}`);
    if (turn?.lapse !== undefined && !steps.has(turn.lapse))
      throw new TypeError(`${name}: ${status} does not know ${turn.lapse}, which is to be sent when it lapses`);
  }
}

/**
 * The machine as xstate's pure `transition` is to see it. With every step `transition` also makes the snapshot of a new
 * record and throws it away, a third of the step's time: here that snapshot is made once.
 */
function stepping(machine: AnyStateMachine): AnyActorLogic {
  const fresh = machine.resolveState({ value: initialOf(machine), context: {} });
  const { transition: step, getPersistedSnapshot } = machine;
  return { transition: step, getInitialSnapshot: () => fresh, getPersistedSnapshot };
}

function initialOf(machine: AnyStateMachine): string {
  const target = machine.root.initial.target[0];
  if (target === undefined) throw new TypeError(`${machine.id} has no initial state`);
  return target.key;
}

function statesKnowing(table: StepTable<never, never>, command: string): string[] {
  return [...table].filter(([, commands]) => commands.has(command)).map(([status]) => status);
}

function unmet<Context, Command>(
  rules: readonly Rule<Context, Command>[],
  context: Context,
  command: Command,
  book: Rulebook,
): Refusal[] {
  return rules
    .filter((rule) => rule.id !== 'fork' && !rule.holds(context, command, book))
    .map((rule) => {
      const detail = rule.detail?.(context, command, book);
      return { rule: rule.id, says: detail === undefined ? rule.says : `${rule.says} ${detail}` };
    });
}
