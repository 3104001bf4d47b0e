import { randomSize, ratedSize, type CohortId } from '@assay/engine';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { cohortOfModerator } from './batch.read.ts';
import { marksNot } from './marks-not.ts';
import { standingsOf } from './standing.use.ts';
import { manyWaitingFor } from './waiting.ts';

/**
 * How large a sample a plan of the cohort would draw, from nothing that any mark says: how many portfolios there are,
 * who has them, and the scheme's figures. What portfolios have about them adds to it, and is told by the scheme's own
 * sentences only.
 */
export async function previewPlan(world: World, session: Session, cohort: CohortId, everyKth: number | null) {
  const provider = await cohortOfModerator(world.db, session, cohort);
  const { book } = world.library;
  const standings = await standingsOf(world.db, provider);
  const waiting = await manyWaitingFor(world.db, cohort);
  const expected = await manyAccepted(world, cohort);
  const marked = await markedBy(world, session, cohort);
  const people = await world.identity.people(marked.map(({ assessor }) => assessor));
  const assessors = marked.map(({ assessor, many }) => ({
    name: people.get(assessor)?.name ?? 'Unknown',
    light: standings[assessor]?.light ?? book.sampling.ratings.newAssessor,
    portfolios: many,
    atLeast: ratedSize(many, standings[assessor], book),
  }));
  const random = randomSize(expected, book);
  const k = book.secondMarking.everyKth ?? everyKth;
  return {
    /** Agreed and in no batch; and all that are accepted and in none, which will be if all of them are marked. */
    waiting,
    expected,
    /** The random share of those that are expected, and the fewest that the sample can hold. */
    random,
    atLeast: Math.max(random, ...assessors.map(({ atLeast }) => atLeast)),
    assessors: assessors.toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    /** Portfolios that are marked twice by plan. */
    markedTwice: k === null ? 0 : Math.floor(expected / k),
    /** What is drawn besides, whatever chance draws. */
    mandatory: book.sampling.mandatory.map(({ says }) => says),
  };
}

async function manyAccepted({ db }: World, cohort: string): Promise<number> {
  const { many } = await db
    .selectFrom('marking')
    .leftJoin('batch_portfolio', 'batch_portfolio.submission', 'marking.submission')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('marking.cohort', '=', cohort)
    .where('batch_portfolio.batch', 'is', null)
    .executeTakeFirstOrThrow();
  return many;
}

async function markedBy(
  { db }: World,
  session: Session,
  cohort: string,
): Promise<{ assessor: string; many: number }[]> {
  const rows = await db
    .selectFrom('review')
    .leftJoin('batch_portfolio', 'batch_portfolio.submission', 'review.submission')
    .select(({ fn }) => ['review.assessor', fn.countAll<number>().as('many')])
    .where('review.cohort', '=', cohort)
    .where('review.current', '=', 1)
    .where('batch_portfolio.batch', 'is', null)
    .where(marksNot(session))
    .groupBy('review.assessor')
    .execute();
  return rows.flatMap(({ assessor, many }) => (assessor === null ? [] : [{ assessor, many }]));
}
