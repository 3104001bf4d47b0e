import {
  personId,
  providerId,
  review as workflow,
  type Actor,
  type PersonId,
  type Refusal,
  type ReviewId,
} from '@assay/engine';
import { assessorsOf, type AssessorLine } from '../enrolment/assessors.ts';
import { notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { marksUnsealed } from './readers.ts';
import { reviewState } from './review.read.ts';
import { standingOn } from './review.use.ts';

/** An assessor whom a review could be allocated to, and what stands against it; nothing where they are possible. */
export interface PossibleAssessor extends AssessorLine {
  readonly stands: readonly Refusal[];
}

/**
 * Who could mark a review that nobody has, for the staff of its provider: those who may, the fewest open reviews first,
 * then those who may not, each with the rules that say so. Throws notFound, also to whoever is assessed in it or marks
 * the same portfolio and has not sealed.
 */
export async function possibleAssessors(world: World, session: Session, review: ReviewId): Promise<PossibleAssessor[]> {
  const row = await world.db
    .selectFrom('review')
    .select(['review', 'provider', 'submission', 'cohort', 'candidate', 'status'])
    .where('review', '=', review)
    .executeTakeFirst();
  const { id } = session.person;
  if (
    row === undefined ||
    row.status !== 'awaitingAllocation' ||
    row.candidate === id ||
    !providersAs(session, 'provider').includes(row.provider) ||
    (await marksUnsealed(world.db, id, [row.submission])).has(row.submission)
  )
    throw notFound(workflow.name);
  const assessors = await assessorsOf(world, row.provider);
  const state = await reviewState(world.db, review);
  const { markers, involved = [] } = await standingOn(
    world.db,
    row,
    assessors.map(({ person }) => person),
  );
  const by: Actor = { person: personId(id), role: 'provider', provider: providerId(row.provider) };
  const against = (assessor: PersonId): readonly Refusal[] => {
    const decision = workflow.decide(
      state,
      {
        type: 'AllocateAssessor',
        assessor,
        appointed: true,
        ...(markers !== undefined && { markers }),
        involved: involved.filter(({ person }) => person === assessor),
        by,
        at: world.given.now(),
      },
      world.library.book,
    );
    return decision.ok ? [] : decision.refusals;
  };
  return assessors
    .map((line) => ({ ...line, stands: against(personId(line.person)) }))
    .toSorted((a, b) => Number(a.stands.length > 0) - Number(b.stands.length > 0));
}
