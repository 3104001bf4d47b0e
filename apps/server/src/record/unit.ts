import type { Actor, AnyCommand, AnyFact, Instant, Rulebook, State, Workflow } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { CommandWatch } from '../platform/observability/observer.ts';
import { hashOf } from './chain.ts';
import { AssayError, notFound } from './errors.ts';
import type { Message, Projection } from './projection.ts';

/** What the world outside gives to a use case: the time, fresh ids and the rulebook in force. */
export interface Given {
  readonly now: () => Instant;
  readonly freshId: () => string;
  readonly book: Rulebook;
  readonly projections: ReadonlyMap<string, Projection<object, AnyFact>>;
}

/**
 * One command's work on the record: everything it changes is written in one transaction, or nothing is.
 * `actors` are the roles that the person holds; the one that the command allows is chosen.
 */
export class Unit {
  readonly writing: Writing;
  readonly given: Given;
  readonly at: Instant;
  readonly #actors: readonly Actor[];
  readonly #command: string;
  readonly #watch: Pick<CommandWatch, 'asked'>;

  constructor(
    writing: Writing,
    given: Given,
    actors: readonly Actor[],
    command: string,
    watch: Pick<CommandWatch, 'asked'> = { asked: () => {} },
  ) {
    this.writing = writing;
    this.given = given;
    this.#actors = actors;
    this.#command = command;
    this.#watch = watch;
    this.at = given.now();
  }

  /**
   * Loads and locks a record, lets the engine decide, and commits. `seen` is the version that the sender saw (0: none
   * yet; null: whatever it is now, for steps that follow from another in the same unit).
   * Throws AssayError: refused, clash, notFound.
   */
  async change<Context extends object, Command extends AnyCommand, Fact extends AnyFact, const Sent extends Command>(
    workflow: Workflow<Context, Command, Fact>,
    id: string,
    seen: number | null,
    ask: (by: Actor, at: Instant) => Sent,
  ): Promise<{ version: number; status: string; context: Context; facts: readonly Fact[] }> {
    const row = await this.writing.selectFrom('stream').selectAll().where('id', '=', id).executeTakeFirst();
    if (row !== undefined && row.workflow !== workflow.name) throw notFound(workflow.name);
    if (row === undefined && seen !== 0) throw notFound(workflow.name);
    const now = row?.version ?? 0;
    const state: State<Context> | null =
      row === undefined ? null : { status: row.status, context: JSON.parse(row.context) };
    const command = this.#asTheRightActor(workflow, state, ask);
    this.#watch.asked(command.type);
    if (seen !== null && seen !== now) {
      // Whoever may not touch the record learns nothing of its version.
      if (!workflow.allows(state, command)) throw notFound(workflow.name);
      throw new AssayError({ code: 'clash', seen, now });
    }
    const decision = workflow.decide(state, command, this.given.book);
    if (!decision.ok) throw new AssayError({ code: 'refused', refusals: decision.refusals });
    await this.#commit(workflow.name, id, now, row?.hash ?? null, decision.next, decision.facts);
    return {
      version: now + decision.facts.length,
      status: decision.next.status,
      context: decision.next.context,
      facts: decision.facts,
    };
  }

  #asTheRightActor<Context, Command extends AnyCommand, Fact extends AnyFact>(
    workflow: Workflow<Context, Command, Fact>,
    state: State<Context> | null,
    ask: (by: Actor, at: Instant) => Command,
  ): Command {
    const asked = this.#actors.map((by) => ask(by, this.at));
    const [first] = asked;
    if (first === undefined) throw new AssayError({ code: 'notSignedIn' });
    const roles = workflow.rolesFor(first.type);
    return (
      asked.find((command) => workflow.allows(state, command)) ??
      asked.find(({ by }) => roles.includes(by.role)) ??
      first
    );
  }

  async #commit<Context extends object, Fact extends AnyFact>(
    workflow: string,
    stream: string,
    seen: number,
    head: string | null,
    next: State<Context>,
    facts: readonly Fact[],
  ): Promise<void> {
    const last = await this.writing
      .selectFrom('fact')
      .select(({ fn }) => fn.max('position').as('position'))
      .executeTakeFirst();
    let position = last?.position ?? 0;
    let previous = head;
    let version = seen;
    for (const fact of facts) {
      const { type, by, at, ...data } = fact;
      const row = {
        position: ++position,
        stream,
        version: ++version,
        workflow,
        type,
        schema: 1,
        data: JSON.stringify(data),
        person: by.person,
        role: by.role,
        provider: by.provider,
        at,
        command: this.#command,
        previous,
      };
      previous = hashOf(row);
      await this.writing
        .insertInto('fact')
        .values({ ...row, hash: previous })
        .execute();
    }
    const state = { version, status: next.status, context: JSON.stringify(next.context), hash: previous ?? '' };
    if (seen === 0)
      await this.writing
        .insertInto('stream')
        .values({ id: stream, workflow, ...state })
        .execute();
    else
      await this.writing
        .updateTable('stream')
        .set(state)
        .where('id', '=', stream)
        .where('version', '=', seen)
        .execute();
    const projection = this.given.projections.get(workflow);
    for (const [index, fact] of facts.entries()) {
      const recorded = { stream, version: seen + index + 1, status: next.status, context: next.context, fact };
      await projection?.project(this.writing, recorded);
      await this.#post(projection?.messages(recorded) ?? [], `${stream}/${recorded.version}`, fact.at);
    }
  }

  async #post(messages: readonly Message[], source: string, at: Instant): Promise<void> {
    for (const [index, message] of messages.entries()) {
      const row = {
        id: `${source}/${index}`,
        kind: message.kind,
        payload: JSON.stringify(message),
        created_at: at,
        delivered_at: null,
      };
      await this.writing.insertInto('outbox').values(row).execute();
    }
  }
}
