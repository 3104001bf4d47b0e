import type {
  Actor,
  AnyCommand,
  AnyFact,
  Instant,
  Party,
  Refusal,
  Role,
  Rulebook,
  State,
  Workflow,
} from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Appraisals } from '../library/appraisals.ts';
import type { Dialect } from '../platform/dialect.ts';
import type { Arrows } from './arrows.ts';
import { commit } from './commit.ts';
import type { CommandWatch } from '../platform/observability/observer.ts';
import { AssayError, notFound } from './errors.ts';
import { involvedIn } from './involvement.ts';
import { load, loadAll, type Loaded } from './load.ts';
import type { Message } from './message.ts';
import type { Projection, Recorded } from './projection.ts';
import { writtenSince } from './written.ts';

/** What the world outside gives to a use case: the time, fresh ids and the rulebook in force. */
export interface Given {
  readonly now: () => Instant;
  readonly freshId: () => string;
  readonly book: Rulebook;
  /** The profiles under which people are appraised, by framework. */
  readonly appraisals: Appraisals;
  readonly projections: ReadonlyMap<string, Projection<object, AnyFact>>;
  readonly arrows: ReadonlyMap<string, Arrows<object, AnyFact>>;
  /** Whom outside a fact is told to, beside those whom its projection tells. Runs in the transaction that writes it. */
  readonly messagesFor: (
    writing: Writing,
    workflow: string,
    recorded: Recorded<object, AnyFact>,
  ) => Promise<readonly Message[]>;
}

/** Where a record stands after a change, and what the change put on it. */
export interface Changed<Context, Fact> {
  readonly version: number;
  readonly status: string;
  readonly context: Context;
  readonly facts: readonly Fact[];
}

/**
 * They act on what was given to them, and their command changes that one record: it need not wait for anybody, since a
 * race for the one record shows in its version.
 */
const alone: ReadonlySet<Role> = new Set(['candidate', 'assessor']);

/**
 * One command's work on the record: everything it changes is written in one transaction, or nothing is.
 * `actors` are the roles that the person holds; the one that the command allows is chosen.
 */
export class Unit {
  readonly given: Given;
  readonly at: Instant;
  readonly actors: readonly Actor[];
  readonly #writing: Writing;
  readonly #dialect: Dialect;
  readonly #command: string;
  #pen = false;
  #posted = false;

  readonly #watch: Pick<CommandWatch, 'asked'>;

  constructor(
    writing: Writing,
    dialect: Dialect,
    given: Given,
    actors: readonly Actor[],
    command: string,
    watch: Pick<CommandWatch, 'asked'>,
  ) {
    this.#writing = writing;
    this.#dialect = dialect;
    this.given = given;
    this.actors = actors;
    this.#command = command;
    this.#watch = watch;
    this.at = given.now();
  }

  /**
   * The tables, for whoever looks beyond the record that they change: from here on nobody else writes, so what is read
   * is still so when it is committed.
   */
  async tables(): Promise<Writing> {
    if (!this.#pen) await this.#dialect.alone(this.#writing);
    this.#pen = true;
    return this.#writing;
  }

  /** Whether something of this unit waits to be told to somebody. */
  get posted(): boolean {
    return this.#posted;
  }

  /** Something was put into the outbox, or is to be tried again, beside what changes tell. */
  willTell(): void {
    this.#posted = true;
  }

  /**
   * Loads a record, lets the engine decide, commits, and follows the arrows to other records. `seen` is the version that
   * the sender saw (0: none yet; null: whatever it is now, for steps that follow from another in the same unit).
   * Throws AssayError: refused, clash, notFound; LostRace where another transaction was faster.
   */
  async change<Context extends object, Command extends AnyCommand, Fact extends AnyFact, const Sent extends Command>(
    workflow: Workflow<Context, Command, Fact>,
    id: string,
    seen: number | null,
    ask: (by: Actor, at: Instant) => Sent,
    book: Rulebook = this.given.book,
  ): Promise<Changed<Context, Fact>> {
    let row = await this.#load(workflow.name, id, seen);
    let command = this.#asTheRightActor(workflow, row?.state ?? null, ask);
    if (!this.#pen && !alone.has(command.by.role)) {
      await this.tables();
      row = await this.#load(workflow.name, id, seen);
      command = this.#asTheRightActor(workflow, row?.state ?? null, ask);
    }
    const now = row?.version ?? 0;
    const state = row?.state ?? null;
    this.#watch.asked(command.type);
    const involved = await this.#involved(id, row === undefined, command);
    if (seen !== null && seen !== now) {
      // Whoever may not touch the record learns nothing of its version.
      if (!workflow.allows(state, { ...command, involved })) throw notFound(workflow.name);
      const wrote = await writtenSince(this.#writing, workflow.name, id, seen, command.by);
      throw new AssayError({ code: 'clash', seen, now, wrote });
    }
    const decision = workflow.decide(state, { ...command, involved }, book);
    if (!decision.ok) {
      const { refusals } = decision;
      // Nor in which state it is.
      if (refusals.every(({ rule }) => rule === 'K1') && !workflow.allows(state, { ...command, involved }))
        throw notFound(workflow.name);
      throw new AssayError({ code: 'refused', refusals });
    }
    const { next, facts } = decision;
    await this.#commit(workflow, [{ id, row, next, facts }]);
    return { version: now + facts.length, status: next.status, context: next.context, facts };
  }

  /**
   * For a use case that looks at something else before it sends a command: whoever may not send it on this record is to
   * learn nothing by the way. Throws AssayError: notFound.
   */
  async permit<Context extends object, Command extends AnyCommand, Fact extends AnyFact, const Sent extends Command>(
    workflow: Workflow<Context, Command, Fact>,
    id: string,
    ask: (by: Actor, at: Instant) => Sent,
  ): Promise<void> {
    const state = (await this.#load(workflow.name, id, null))?.state ?? null;
    const command = this.#asTheRightActor(workflow, state, ask);
    const involved = await this.#involved(id, false, command);
    if (!workflow.allows(state, { ...command, involved })) throw notFound(workflow.name);
  }

  /**
   * One command on many records of one workflow: all of them or none, written together rather than one by one. Each is
   * opened where `opens` says so, and taken at whatever version it is otherwise.
   * Throws AssayError: refused, with what stands against any of them; notFound.
   */
  async changeAll<Context extends object, Command extends AnyCommand, Fact extends AnyFact, const Sent extends Command>(
    workflow: Workflow<Context, Command, Fact>,
    many: readonly { readonly id: string; readonly opens?: boolean; ask(by: Actor, at: Instant): Sent }[],
    book: Rulebook = this.given.book,
  ): Promise<void> {
    await this.tables();
    const rows = await loadAll(
      this.#writing,
      workflow.name,
      many.filter(({ opens = false }) => !opens).map(({ id }) => id),
    );
    const asked = many.map(({ id, opens = false, ask }) => {
      const row = rows.get(id);
      if ((row === undefined) !== opens) throw notFound(workflow.name);
      const state = row?.state ?? null;
      return { id, row, state, command: this.#asTheRightActor(workflow, state, ask) };
    });
    const [first] = asked;
    if (first !== undefined) this.#watch.asked(first.command.type);
    // All or none: whoever stands against one of them stands against all.
    const people = [...new Set(asked.flatMap(({ command: { by } }) => (by.role === 'system' ? [] : [by.person])))];
    const involved =
      people.length === 0 || rows.size === 0 ? [] : await involvedIn(this.#writing, { of: [...rows.keys()] }, people);
    const refusals = new Map<string, Refusal>();
    const decided = asked.flatMap(({ id, row, state, command }) => {
      const decision = workflow.decide(
        state,
        { ...command, involved: [...(command.involved ?? []), ...involved] },
        book,
      );
      if (decision.ok) return [{ id, row, next: decision.next, facts: decision.facts }];
      for (const refusal of decision.refusals) refusals.set(`${refusal.rule} ${refusal.says}`, refusal);
      return [];
    });
    if (refusals.size > 0) throw new AssayError({ code: 'refused', refusals: [...refusals.values()] });
    await this.#commit(workflow, decided);
  }

  async #commit<Context extends object, Command extends AnyCommand, Fact extends AnyFact>(
    workflow: Workflow<Context, Command, Fact>,
    decided: readonly {
      readonly id: string;
      readonly row: Loaded | undefined;
      readonly next: State<Context>;
      readonly facts: readonly Fact[];
    }[],
  ): Promise<void> {
    const posted = await commit(
      await this.tables(),
      workflow.name,
      decided.map(({ id, row, next, facts }) => ({
        stream: id,
        version: row?.version ?? 0,
        head: row?.hash ?? null,
        next,
        facts,
        deadlines: { before: row === undefined ? null : workflow.deadline(row.state), now: workflow.deadline(next) },
        command: this.#command,
      })),
      this.given,
    );
    this.#posted ||= posted;
    const arrows = this.given.arrows.get(workflow.name);
    for (const { id, row, next, facts } of decided)
      for (const [index, fact] of facts.entries())
        await arrows?.follow(this, { stream: id, version: (row?.version ?? 0) + index + 1, ...next, fact });
  }

  async #load(workflow: string, id: string, seen: number | null): Promise<Loaded | undefined> {
    const row = await load(this.#writing, id);
    if (row === undefined ? seen !== 0 : row.workflow !== workflow) throw notFound(workflow);
    return row;
  }

  /** Who else stands on the portfolio: the sender, and whoever the use case asked about. */
  async #involved(id: string, opens: boolean, command: AnyCommand): Promise<readonly Party[]> {
    if (command.by.role === 'system') return command.involved ?? [];
    const portfolios =
      opens && 'submission' in command && typeof command.submission === 'string'
        ? { are: [command.submission] }
        : { of: id };
    const found = await involvedIn(this.#writing, portfolios, [command.by.person]);
    return [...(command.involved ?? []), ...found];
  }

  #asTheRightActor<Context, Command extends AnyCommand, Fact extends AnyFact, Sent extends Command>(
    workflow: Workflow<Context, Command, Fact>,
    state: State<Context> | null,
    ask: (by: Actor, at: Instant) => Sent,
  ): Sent {
    const asked = this.actors.map((by) => ask(by, this.at));
    const [first] = asked;
    if (first === undefined) throw new AssayError({ code: 'notSignedIn' });
    const roles = workflow.rolesFor(first.type);
    return (
      asked.find((command) => workflow.allows(state, command)) ??
      asked.find(({ by }) => roles.includes(by.role)) ??
      first
    );
  }
}
