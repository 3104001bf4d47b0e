import {
  marking as workflow,
  markingId,
  personId,
  providerId,
  type Ground,
  type Marking,
  type MarkingId,
  type ReviewId,
} from '@assay/engine';
import { AssayError } from '../record/errors.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { findingsOf, type FindingsView } from './findings.ts';
import { readableMarking } from './marking.read.ts';
import { givenOn, placesOf, type GivenView, type Place } from './marks.ts';
import { endOf, positionsIn, type PositionView } from './positions.ts';
import { readableReview } from './review.read.ts';

/** One marker's mark on what two differ on, and where they stand in the conference. */
export interface MarkView extends GivenView {
  readonly position: PositionView | null;
}

/** A standard or a gate that two markers differ on. */
export interface DifferenceView extends Place {
  readonly marks: readonly MarkView[];
  /** Whether it is still to be conferred on, or marked by a third. */
  readonly open: boolean;
  /** What stands on record; null while it is open. */
  readonly record: number | boolean | null;
  readonly how: Ground['how'] | null;
}

/** A standard or a gate on which they do not lie apart, and how it stands on record. */
export interface SettledView extends Place {
  readonly marks: readonly GivenView[];
  readonly record: number | boolean | null;
  readonly how: Ground['how'] | null;
}

/** Where two marks lie apart (R12), and nothing that they do not differ on. */
export async function showMarking(world: World, session: Session, id: MarkingId) {
  const { state, version, as } = await readableMarking(world.db, session, id);
  const { context } = state;
  const { submission, candidate, provider, attempt, round, reasons, marks, due, open } = context;
  const cohort = await world.db
    .selectFrom('cohort')
    .select('title')
    .where('cohort', '=', context.cohort)
    .executeTakeFirstOrThrow();
  const ended = await endOf(world.db, id);
  const people = await world.identity.people([
    candidate,
    ...marks.map(({ assessor }) => assessor),
    ...(ended?.by == null ? [] : [ended.by]),
  ]);
  const nameOf = (person: string) => people.get(person)?.name ?? 'Unknown';
  const { apart } = placesOf(context, world.library.book);
  const given = await givenOn(world, context, apart);
  const stands = await positionsIn(world.db, id);
  const asOpen = new Set([...open.standards, ...open.gates]);
  const own = as === 'assessor' ? marks.find(({ assessor }) => assessor === session.person.id) : undefined;
  return {
    marking: id,
    version,
    status: state.status,
    submission,
    framework: world.library.framework.id,
    candidateName: nameOf(candidate),
    cohortTitle: cohort.title,
    attempt,
    round,
    /** Why there is a second marker. */
    reasons,
    dueAt: due?.at ?? null,
    /** As which marker the asker marked, and in which review; null for whoever did not. */
    own: own === undefined ? null : { marker: own.marker, review: own.review },
    markers: marks.map(({ marker, review, assessor }) => ({ marker, review, assessorName: nameOf(assessor) })),
    /** How the conference came to no agreement: `by` nobody where its time passed. */
    ended: ended === null ? null : { ...ended, by: ended.by === null ? null : nameOf(ended.by) },
    /** What the first marker recorded of the visit and the discussion, for marks may rest on them. */
    occasions: await occasionsOf(world, context),
    differences: apart.map((of): DifferenceView => {
      const isOpen = asOpen.has(of.place);
      return {
        ...of,
        marks: (given.get(of.place) ?? []).map((one) => {
          const position = stands.get(`${one.marker} ${of.place}`);
          // What somebody said in an earlier round binds nobody on what is open again.
          const counts = position !== undefined && (!isOpen || position.round === round);
          return { ...one, position: counts ? position : null };
        }),
        open: isOpen,
        ...recordOf(context, of, isOpen),
      };
    }),
    may: workflow.open(state, { person: personId(session.person.id), role: as, provider: providerId(provider) }),
  };
}

/** Everything that the markers do not lie apart on: what each gave, and which of it stands. */
export async function restOfMarking(
  world: World,
  session: Session,
  id: MarkingId,
): Promise<{ version: number; places: SettledView[] }> {
  const { state, version } = await readableMarking(world.db, session, id);
  const { context } = state;
  const { rest } = placesOf(context, world.library.book);
  const given = await givenOn(world, context, rest);
  const open = new Set([...context.open.standards, ...context.open.gates]);
  return {
    version,
    places: rest.map((of) => ({
      ...of,
      marks: given.get(of.place) ?? [],
      ...recordOf(context, of, open.has(of.place)),
    })),
  };
}

/** The marking that a review went into, as far as whoever reads the review may read it; null where not, or not yet. */
export async function markingOfReview(
  world: World,
  session: Session,
  review: ReviewId,
): Promise<{ marking: string; status: string; dueAt: string | null } | null> {
  const { row } = await readableReview(world, session, review);
  const found = await world.db
    .selectFrom('marking')
    .select(['marking', 'status', 'due_at'])
    .where('submission', '=', row.submission)
    .executeTakeFirst();
  if (found === undefined) return null;
  try {
    await readableMarking(world.db, session, markingId(found.marking));
  } catch (error) {
    if (error instanceof AssayError && error.trouble.code === 'notFound') return null;
    throw error;
  }
  return { marking: found.marking, status: found.status, dueAt: found.due_at };
}

function recordOf(context: Marking, { place, kind }: Place, open: boolean): Pick<SettledView, 'record' | 'how'> {
  const record = kind === 'standard' ? context.scores[place] : context.gates[place];
  return open || record === undefined ? { record: null, how: null } : { record, how: howOf(context, place, kind) };
}

function howOf({ conferred, marks, bank, priorLearning }: Marking, place: string, kind: Place['kind']): Ground['how'] {
  if (Object.hasOwn(kind === 'standard' ? bank.scores : bank.gates, place))
    return priorLearning.some((known) => known === place) ? 'priorLearning' : 'banked';
  const of = (mark: Marking['marks'][number]) => (kind === 'standard' ? mark.scores[place] : mark.gates[place]);
  const third = marks.find(({ marker }) => marker === 'third');
  if (third !== undefined && of(third) !== undefined) return 'median';
  const differ = new Set(marks.flatMap((mark) => of(mark) ?? [])).size > 1;
  if (conferred.includes(place) || (kind === 'gate' && differ)) return 'conferred';
  return differ ? 'lower' : 'marked';
}

/** The visit and the discussion are the first marker's alone. */
async function occasionsOf(world: World, { marks }: Marking): Promise<Pick<FindingsView, 'visit' | 'discussion'>> {
  const first = marks.find(({ marker }) => marker === 'first');
  if (first === undefined) return { visit: null, discussion: null };
  const { visit, discussion } = await findingsOf(world.db, first.review);
  return { visit, discussion };
}
