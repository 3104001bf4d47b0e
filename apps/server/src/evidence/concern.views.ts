import {
  evidence as workflow,
  personId,
  providerId,
  type Actor,
  type EvidenceItem,
  type State,
  type SubmissionId,
} from '@assay/engine';
import { notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { concernsAbout, type ConcernView } from './concern.texts.ts';

/** An item as whoever reads a portfolio because it is their work to sees where it stands. */
export interface ItemStanding {
  readonly item: string;
  /** How people speak of it: E1, E2, …; null where it was not submitted. */
  readonly source: string | null;
  readonly version: number;
  readonly status: string;
  readonly title: string;
  readonly component: string;
  /** Since when it is returned, quarantined or held for a safeguarding concern; null while it is not. */
  readonly heldAt: string | null;
  /** By when a returned item is corrected. */
  readonly dueAt: string | null;
  /** What was reported about it, as far as the reader may know it. */
  readonly concerns: readonly ConcernView[];
  /** Commands that the item's state and the reader's standing allow. */
  readonly may: readonly string[];
}

/** The items of a portfolio that were not removed, for its candidate and for those whose work it is to read it. */
export async function itemStandings(world: World, session: Session, submission: SubmissionId): Promise<ItemStanding[]> {
  const actors = await readersOf(world, session, submission);
  if (actors.length === 0) throw notFound('submission');
  return standingsOf(world, session, actors, { submission });
}

/** Where items stand, for a reader who acts in these roles. */
export async function standingsOf(
  world: World,
  session: Session,
  actors: readonly Actor[],
  which: { readonly submission: string } | { readonly items: readonly string[] },
): Promise<ItemStanding[]> {
  const rows = await world.db
    .selectFrom('item')
    .innerJoin('stream', 'stream.id', 'item.item')
    .innerJoin('submission', 'submission.submission', 'item.submission')
    .leftJoin('deadline', 'deadline.stream', 'item.item')
    .selectAll('item')
    .select(['stream.context', 'submission.manifest', 'deadline.at as due_at'])
    .where('item.status', '!=', 'removed')
    .where(({ eb }) =>
      'submission' in which ? eb('item.submission', '=', which.submission) : eb('item.item', 'in', [...which.items]),
    )
    .orderBy('item.component')
    .orderBy('item.item')
    .execute();
  const concerns = await concernsAbout(world, session, rows);
  return rows.map((row) => {
    const context: EvidenceItem = JSON.parse(row.context);
    const state = { status: row.status, context };
    return {
      item: row.item,
      source: sourceOf(row.manifest, row.item),
      version: row.version,
      status: row.status,
      title: row.title,
      component: row.component,
      heldAt: row.held_at,
      dueAt: row.status === 'returned' ? row.due_at : null,
      concerns: concerns.get(row.item) ?? [],
      may: [...new Set(actors.flatMap((actor) => openTo(state, actor)))],
    };
  });
}

function sourceOf(manifest: string | null, item: string): string | null {
  if (manifest === null) return null;
  const { items }: { items: readonly { number: number; item: string }[] } = JSON.parse(manifest);
  const listed = items.find((entry) => entry.item === item);
  return listed === undefined ? null : `E${listed.number}`;
}

/** What an assessor who reads the portfolio may report; the engine is told of it with the command. */
const reports: ReadonlySet<string> = new Set(['ReportBreach', 'RaiseSafeguarding']);

function openTo(state: State<EvidenceItem>, actor: Actor): readonly string[] {
  if (actor.role !== 'assessor') return workflow.open(state, actor);
  return [...new Set(workflow.steps(state.status).map(({ command }) => command))].filter((type) => reports.has(type));
}

/**
 * In which roles the session may see where the items of a submission stand: its candidate, an assessor who was given a
 * review of it, the provider's staff, and its moderators once it is sampled or something in it waits for them.
 */
async function readersOf(world: World, session: Session, submission: string): Promise<Actor[]> {
  const row = await world.db
    .selectFrom('submission')
    .select(['candidate', 'provider'])
    .where('submission', '=', submission)
    .executeTakeFirst();
  if (row === undefined) return [];
  const as = (role: Actor['role']): Actor => ({
    person: personId(session.person.id),
    role,
    provider: providerId(row.provider),
  });
  // A candidate sees their own work as its candidate, whatever else they are.
  if (row.candidate === session.person.id) return [as('candidate')];
  return [
    ...((await marks(world, session, submission)) ? [as('assessor')] : []),
    ...(providersAs(session, 'provider').includes(row.provider) ? [as('provider')] : []),
    ...(providersAs(session, 'moderator').includes(row.provider) && (await waits(world, submission))
      ? [as('moderator')]
      : []),
  ];
}

async function marks(world: World, session: Session, submission: string): Promise<boolean> {
  if (!session.actors.some(({ role }) => role === 'assessor')) return false;
  const row = await world.db
    .selectFrom('review')
    .select('review')
    .where('submission', '=', submission)
    .where('assessor', '=', session.person.id)
    .executeTakeFirst();
  return row !== undefined;
}

async function waits({ db }: World, submission: string): Promise<boolean> {
  const sampled = await db
    .selectFrom('batch_portfolio')
    .select('batch')
    .where('submission', '=', submission)
    .where('reasons', 'is not', null)
    .executeTakeFirst();
  if (sampled !== undefined) return true;
  const held = await db
    .selectFrom('item')
    .select('item')
    .where('submission', '=', submission)
    .where('held_at', 'is not', null)
    .executeTakeFirst();
  return held !== undefined;
}
