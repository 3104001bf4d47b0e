import type { AnyFact, Instant, Running, State } from '@assay/engine';
import type { Writing } from '../database.ts';
import { rowOf } from './chain.ts';
import { keepDeadline } from './deadlines.ts';
import { keepInvolvement } from './involvement.ts';
import type { Message, Notice } from './message.ts';
import { inPieces } from './pieces.ts';
import type { Announcement, Projection, Recorded } from './projection.ts';
import type { Given } from './unit.ts';

/** Another transaction wrote this record since it was read: nothing of this one may stand, and it can be run again. */
export class LostRace extends Error {
  override name = 'LostRace';
}

/** What one decision puts on the record. */
export interface Decided<Context extends object, Fact extends AnyFact> {
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
 * Writes facts, states, read models and outgoing messages of one decision, or of many on records of one workflow. The
 * caller holds the pen, so that positions follow each other without a gap. Answers whether something waits to be told.
 * Throws LostRace where a record is not at the version that was decided on.
 */
export async function commit<Context extends object, Fact extends AnyFact>(
  writing: Writing,
  workflow: string,
  decided: readonly Decided<Context, Fact>[],
  { projections, messagesFor }: Pick<Given, 'projections' | 'messagesFor'>,
): Promise<boolean> {
  const rows = await rowsOf(writing, workflow, decided);
  await keepStates(writing, workflow, decided, new Map(rows.map(({ stream, hash }) => [stream, hash])));
  for (const piece of inPieces(rows)) await writing.insertInto('fact').values(piece).execute();
  for (const { stream, deadlines } of decided)
    await keepDeadline(writing, { stream, workflow }, deadlines.before, deadlines.now);
  const recorded = decided.flatMap(({ stream, version, next, facts }) =>
    facts.map((fact, index) => ({ stream, version: version + index + 1, ...next, fact })),
  );
  const projection = projections.get(workflow);
  await keep(writing, recorded, projection);
  const outgoing: Outgoing[] = [];
  for (const one of recorded) {
    const { stream, version, fact } = one;
    const inside = await addressed(writing, projection?.messages(one) ?? [], fact.by.person);
    const messages = [...inside, ...(await messagesFor(writing, workflow, one))];
    outgoing.push({ messages, source: `${stream}/${version}`, at: fact.at });
  }
  return post(writing, outgoing);
}

/** What is kept for reading of facts of one workflow; done again for every fact when the read models are rebuilt. */
export async function keep(
  writing: Writing,
  recorded: readonly Recorded<object, AnyFact>[],
  projection: Projection<object, AnyFact> | undefined,
): Promise<void> {
  await keepInvolvement(writing, recorded);
  if (recorded.length > 1 && projection?.projectAll !== undefined) await projection.projectAll(writing, recorded);
  else for (const one of recorded) await projection?.project(writing, one);
}

async function keepStates<Context extends object, Fact extends AnyFact>(
  writing: Writing,
  workflow: string,
  decided: readonly Decided<Context, Fact>[],
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = decided.map(({ stream, version, head, next, facts }) => ({
    id: stream,
    workflow,
    version: version + facts.length,
    status: next.status,
    context: JSON.stringify(next.context),
    hash: hashes.get(stream) ?? head ?? '',
    before: version,
  }));
  const state = ({ before: _before, ...row }: (typeof rows)[number]) => row;
  const opened = rows.filter(({ before }) => before === 0);
  for (const piece of inPieces(opened.map(state))) await writing.insertInto('stream').values(piece).execute();
  // What grew by as many facts is written at once, each on the version that it was decided on.
  const grown = Map.groupBy(
    rows.filter(({ before }) => before > 0),
    ({ before, version }) => version - before,
  );
  for (const [by, changed] of grown)
    for (const piece of inPieces(changed.map(state))) {
      const { numInsertedOrUpdatedRows } = await writing
        .insertInto('stream')
        .values(piece)
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet(({ ref }) => ({
              version: ref('excluded.version'),
              status: ref('excluded.status'),
              context: ref('excluded.context'),
              hash: ref('excluded.hash'),
            }))
            .where(({ eb, ref }) => eb(ref('stream.version'), '=', eb(ref('excluded.version'), '-', by))),
        )
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== BigInt(piece.length)) throw new LostRace(piece.map(({ id }) => id).join(', '));
    }
}

async function rowsOf<Context extends object, Fact extends AnyFact>(
  writing: Writing,
  workflow: string,
  decided: readonly Decided<Context, Fact>[],
) {
  const last = await writing
    .selectFrom('fact')
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst();
  let position = last?.position ?? 0;
  return decided.flatMap(({ stream, version, head, facts, command }) => {
    let previous = head;
    return facts.map((fact, index) => {
      const row = rowOf(fact, {
        position: ++position,
        stream,
        version: version + index + 1,
        workflow,
        command,
        previous,
      });
      previous = row.hash;
      return row;
    });
  });
}

/** Messages as they are posted: an announcement is one to each who holds the role now. */
export async function addressed(
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

interface Outgoing {
  readonly messages: readonly Message[];
  readonly source: string;
  readonly at: Instant;
}

/** Answers whether there was anything to post. */
async function post(writing: Writing, outgoing: readonly Outgoing[]): Promise<boolean> {
  const rows = outgoing.flatMap(({ messages, source, at }) =>
    messages.map((message, index) => ({
      id: `${source}/${index}`,
      kind: message.kind,
      payload: JSON.stringify(message),
      created_at: at,
      delivered_at: null,
      endpoint: message.kind === 'webhook' ? message.endpoint : null,
    })),
  );
  for (const piece of inPieces(rows)) await writing.insertInto('outbox').values(piece).execute();
  return rows.length > 0;
}
