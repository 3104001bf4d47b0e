import { releasable, type BatchId, type Outcome } from '@assay/engine';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { batchState, readableBatch } from './batch.read.ts';
import { awardsOf, digestOfRelease, positionNow } from './release.use.ts';

interface AwardLine {
  readonly award: string;
  readonly submission: string;
  readonly candidateName: string;
  readonly outcome: Outcome;
}

/** Exactly what a release of the batch would let out now, under the digest that is to be sent with it. */
export async function showReleasable(world: World, session: Session, batch: BatchId) {
  const row = await readableBatch(world.db, session, batch);
  // Read first: what is written while the rest is read counts as written since.
  const asOf = await positionNow(world.db);
  const awards = await awardsOf(world.db, batch);
  const { proposed } = (await batchState(world.db, batch)).context;
  const people = await world.identity.people([
    ...awards.map(({ state }) => state.context.candidate),
    ...(proposed ? [proposed.by] : []),
  ]);
  const line = ({ id, state: { context } }: (typeof awards)[number]): AwardLine => ({
    award: id,
    submission: context.submission,
    candidateName: people.get(context.candidate)?.name ?? 'Unknown',
    outcome: context.outcome,
  });
  const byName = (a: AwardLine, b: AwardLine) => a.candidateName.localeCompare(b.candidateName, 'en');
  const digest = digestOfRelease(awards);
  return {
    batch,
    version: row.version,
    digest,
    asOf,
    waiting: releasable(awards).map(line).toSorted(byName),
    held: awards
      .filter(({ state }) => state.status === 'held')
      .map((one) => ({ ...line(one), holds: one.state.context.holds.map(({ kind }) => kind) }))
      .toSorted(byName),
    released: awards.filter(({ state }) => state.context.releasedAt !== null).length,
    /** Whether the scheme has one moderator propose a release and another confirm it. */
    secondPerson: world.library.book.release.secondPerson,
    proposed: proposed
      ? {
          by: people.get(proposed.by)?.name ?? 'Unknown',
          mine: proposed.by === session.person.id,
          /** Whether it is still what would be released. */
          stands: proposed.digest === digest,
        }
      : null,
  };
}
