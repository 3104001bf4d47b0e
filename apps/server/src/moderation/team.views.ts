import type { StandingId } from '@assay/engine';
import { notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { marksNot } from './marks-not.ts';

/** One assessor as their moderators see them: how much of their work is looked at, and what is missing to the next rating. */
export interface AssessorLine {
  /** The record of it; null of a new assessor, of whom nothing was moderated yet. */
  readonly standing: string | null;
  readonly assessor: string;
  readonly name: string;
  readonly provider: string;
  /** A new assessor has the scheme's rating for one. */
  readonly light: 'red' | 'amber' | 'green';
  /** How many of their portfolios were moderated to the end. */
  readonly moderated: number;
  readonly confirmedInRow: number;
  readonly seeded: { readonly marked: number; readonly right: number };
  /** Reviews allocated or being marked, and sealed ones. */
  readonly open: number;
  readonly sealed: number;
}

/**
 * The assessors of the providers that the session moderates for, a page at a time in the order of their ids, and what
 * the scheme asks for a higher rating. Nothing of any portfolio is in it.
 */
export async function teamOf(
  world: World,
  session: Session,
  { after, limit }: { readonly after: string | null; readonly limit: number },
) {
  const providers = providersAs(session, 'moderator');
  const { newAssessor, redToAmber, amberToGreen } = world.library.book.sampling.ratings;
  const asks = { redToAmber, amberToGreen };
  if (providers.length === 0) return { lines: [], next: null, asks };
  const rows = await world.db
    .selectFrom('appointment')
    .leftJoin('standing', (join) =>
      join
        .onRef('standing.provider', '=', 'appointment.provider')
        .onRef('standing.assessor', '=', 'appointment.person'),
    )
    .select(({ selectFrom }) => {
      const reviews = selectFrom('review')
        .select(({ fn }) => fn.countAll().as('many'))
        .whereRef('review.assessor', '=', 'appointment.person')
        .whereRef('review.provider', '=', 'appointment.provider')
        .where(marksNot(session));
      return [
        'appointment.person',
        'appointment.provider',
        'standing.standing',
        'standing.light',
        'standing.moderated',
        'standing.in_row',
        'standing.seeded',
        'standing.seeded_right',
        reviews.where('review.status', 'in', ['allocated', 'marking']).as('open'),
        reviews.where('review.status', '=', 'sealed').as('sealed'),
      ];
    })
    .where('appointment.provider', 'in', providers)
    .where('appointment.role', '=', 'assessor')
    .$if(after !== null, (query) => query.where('appointment.person', '>', after ?? ''))
    .orderBy('appointment.person')
    .orderBy('appointment.provider')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const people = await world.identity.people(shown.map(({ person }) => person));
  return {
    lines: shown.map((row): AssessorLine => ({
      standing: row.standing,
      assessor: row.person,
      name: people.get(row.person)?.name ?? 'Unknown',
      provider: row.provider,
      light: lightOf(row.light) ?? newAssessor,
      moderated: row.moderated ?? 0,
      confirmedInRow: row.in_row ?? 0,
      seeded: { marked: row.seeded ?? 0, right: row.seeded_right ?? 0 },
      open: Number(row.open),
      sealed: Number(row.sealed),
    })),
    next: rows.length > limit ? (shown.at(-1)?.person ?? null) : null,
    asks,
  };
}

function lightOf(light: string | null): AssessorLine['light'] | null {
  return light === 'red' || light === 'amber' || light === 'green' ? light : null;
}

/** Whoever moderates for a provider reads how its assessors stand, but for their own. Throws notFound. */
export async function readableStanding({ db }: World, session: Session, standing: StandingId): Promise<void> {
  const row = await db
    .selectFrom('standing')
    .select(['provider', 'assessor'])
    .where('standing', '=', standing)
    .executeTakeFirst();
  if (
    row === undefined ||
    row.assessor === session.person.id ||
    !providersAs(session, 'moderator').includes(row.provider)
  )
    throw notFound('standing');
}
