import type { AnyFact, Instant, Running, State } from '@assay/engine';
import type { Writing } from '../database.ts';
import { hashOf } from './chain.ts';
import { keepDeadline } from './deadlines.ts';
import { keepInvolvement } from './involvement.ts';
import type { Message, Notice } from './message.ts';
import type { Announcement, Projection, Recorded } from './projection.ts';
import type { Given } from './unit.ts';

/** Another transaction wrote this record since it was read: nothing of this one may stand, and it can be run again. */
export class LostRace extends Error {
  override name = 'LostRace';
}

/** What one decision puts on the record. */
export interface Decided<Context extends object, Fact extends AnyFact> {
  readonly workflow: string;
  readonly stream: string;
  /** The version that was decided on, and its hash; 0 and null for a record that is opened. */
  readonly version: number;
  readonly head: string | null;
  readonly next: State<Context>;
  readonly facts: readonly Fact[];
  readonly deadlines: { readonly before: Running | null; readonly now: Running | null };
  readonly command: string;
}

/**
 * Writes facts, state, read models and outgoing messages. The caller holds the pen, so that positions follow each other
 * without a gap. Answers whether something waits to be told. Throws LostRace where the record is not at the version that was decided on.
 */
export async function commit<Context extends object, Fact extends AnyFact>(
  writing: Writing,
  decided: Decided<Context, Fact>,
  { projections, messagesFor }: Pick<Given, 'projections' | 'messagesFor'>,
): Promise<boolean> {
  const { stream, workflow, version, next, facts } = decided;
  const rows = await rowsOf(writing, decided);
  const hash = rows.at(-1)?.hash ?? decided.head ?? '';
  const state = { version: version + rows.length, status: next.status, context: JSON.stringify(next.context), hash };
  if (version === 0)
    await writing
      .insertInto('stream')
      .values({ id: stream, workflow, ...state })
      .execute();
  else {
    const { numUpdatedRows } = await writing
      .updateTable('stream')
      .set(state)
      .where('id', '=', stream)
      .where('version', '=', version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new LostRace(`${workflow} ${stream}`);
  }
  if (rows.length > 0) await writing.insertInto('fact').values(rows).execute();
  await keepDeadline(writing, { stream, workflow }, decided.deadlines.before, decided.deadlines.now);
  const projection = projections.get(workflow);
  let posted = false;
  for (const [index, fact] of facts.entries()) {
    const recorded = { stream, version: version + index + 1, status: next.status, context: next.context, fact };
    await keep(writing, recorded, projection);
    const inside = await addressed(writing, projection?.messages(recorded) ?? [], fact.by.person);
    const messages = [...inside, ...(await messagesFor(writing, workflow, recorded))];
    if (messages.length === 0) continue;
    await post(writing, messages, `${stream}/${recorded.version}`, fact.at);
    posted = true;
  }
  return posted;
}

/** What is kept for reading of one fact; done again for every fact when the read models are rebuilt. */
export async function keep(
  writing: Writing,
  recorded: Recorded<object, AnyFact>,
  projection: Projection<object, AnyFact> | undefined,
): Promise<void> {
  await keepInvolvement(writing, recorded);
  await projection?.project(writing, recorded);
}

async function rowsOf<Context extends object, Fact extends AnyFact>(
  writing: Writing,
  { stream, workflow, version, head, facts, command }: Decided<Context, Fact>,
) {
  const last = await writing
    .selectFrom('fact')
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst();
  let position = last?.position ?? 0;
  let previous = head;
  return facts.map(({ type, by, at, ...data }, index) => {
    const row = {
      position: ++position,
      stream,
      version: version + index + 1,
      workflow,
      type,
      schema: 1,
      data: JSON.stringify(data),
      person: by.person,
      role: by.role,
      provider: by.provider,
      at,
      command,
      previous,
    };
    const hash = hashOf(row);
    previous = hash;
    return { ...row, hash };
  });
}

/** Messages as they are posted: an announcement is one to each who holds the role now. */
async function addressed(
  writing: Writing,
  messages: readonly (Notice | Announcement)[],
  author: string,
): Promise<Notice[]> {
  const found: Notice[] = [];
  for (const message of messages) {
    if (message.kind === 'notice') found.push(message);
    else {
      const { provider, role, but, says, link } = message;
      const people = await writing
        .selectFrom('appointment')
        .select('person')
        .where('provider', '=', provider)
        .where('role', '=', role)
        .where('person', 'not in', [author, but])
        .orderBy('person')
        .execute();
      found.push(...people.map(({ person }) => ({ kind: 'notice' as const, person, says, link })));
    }
  }
  return found;
}

async function post(writing: Writing, messages: readonly Message[], source: string, at: Instant): Promise<void> {
  await writing
    .insertInto('outbox')
    .values(
      messages.map((message, index) => ({
        id: `${source}/${index}`,
        kind: message.kind,
        payload: JSON.stringify(message),
        created_at: at,
        delivered_at: null,
        endpoint: message.kind === 'webhook' ? message.endpoint : null,
      })),
    )
    .execute();
}
