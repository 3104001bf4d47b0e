import type { Actor, AnyCommand, AnyFact, Instant, Party, Role, Rulebook, State, Workflow } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Appraisals } from '../library/appraisals.ts';
import type { Dialect } from '../platform/dialect.ts';
import type { Arrows } from './arrows.ts';
import { commit } from './commit.ts';
import type { CommandWatch } from '../platform/observability/observer.ts';
import { AssayError, notFound } from './errors.ts';
import { involvedIn } from './involvement.ts';
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
    if (seen !== null && seen !== now) {
      // Whoever may not touch the record learns nothing of its version.
      if (!workflow.allows(state, command)) throw notFound(workflow.name);
      const wrote = await writtenSince(this.#writing, workflow.name, id, seen, command.by);
      throw new AssayError({ code: 'clash', seen, now, wrote });
    }
    const involved = await this.#involved(id, row === undefined, command);
    const decision = workflow.decide(state, { ...command, involved }, book);
    if (!decision.ok) throw new AssayError({ code: 'refused', refusals: decision.refusals });
    const { next, facts } = decision;
    const writing = await this.tables();
    const posted = await commit(
      writing,
      {
        workflow: workflow.name,
        stream: id,
        version: now,
        head: row?.hash ?? null,
        next,
        facts,
        deadlines: { before: state === null ? null : workflow.deadline(state), now: workflow.deadline(next) },
        command: this.#command,
      },
      this.given,
    );
    this.#posted ||= posted;
    const version = now + facts.length;
    const arrows = this.given.arrows.get(workflow.name);
    for (const [index, fact] of facts.entries())
      await arrows?.follow(this, { stream: id, version: now + index + 1, ...next, fact });
    return { version, status: next.status, context: next.context, facts };
  }

  async #load(workflow: string, id: string, seen: number | null) {
    const row = await this.#writing.selectFrom('stream').selectAll().where('id', '=', id).executeTakeFirst();
    if (row !== undefined && row.workflow !== workflow) throw notFound(workflow);
    if (row === undefined) {
      if (seen !== 0) throw notFound(workflow);
      return undefined;
    }
    return { version: row.version, hash: row.hash, state: { status: row.status, context: JSON.parse(row.context) } };
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
