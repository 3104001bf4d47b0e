import {
  award,
  awardId,
  opensAward,
  opensNextAttempt,
  releasable,
  releaseBatch,
  releaseDigest,
  type Award,
  type AwardFact,
  type BatchSignedOff,
  type Bank,
  type OpenSubmission,
  submissionId,
} from '@assay/engine';
import type { Chance } from './chance.ts';
import type { Desk, Kept } from './desk.ts';
import { at, days } from './people.ts';
import type { People } from './standings.ts';

/** How often a result is held before it is released, until it turns out that nothing stands against it. */
const heldShare = 0.01;

/** Recommends an award for every portfolio that was signed, and releases the batch: whole or not at all. */
export function release(
  desk: Desk,
  dice: Chance,
  { moderator }: People,
  signed: BatchSignedOff,
  banks: ReadonlyMap<string, Bank>,
  from: number,
): Kept<Award, AwardFact>[] {
  const recommended = signed.population.map((candidature) => {
    const id = awardId(`${candidature.submission}-award`);
    const kept = desk.send(award, id, opensAward(signed, candidature, id, banks.get(candidature.submission)));
    if (!dice.happens(heldShare)) return kept;
    const day = at(from + days.signed);
    const held = desk.send(award, kept, { type: 'HoldAward', reason: 'A question is open.', by: moderator, at: day });
    return desk.send(award, held, { type: 'LiftHold', reason: 'It was answered.', by: moderator, at: day });
  });
  const seen = releaseDigest(releasable(recommended).map(({ state }) => state.context));
  const ratify = {
    type: 'RatifyAward',
    reauthenticated: true,
    seen,
    by: moderator,
    at: at(from + days.released),
  } as const;
  const together = releaseBatch(recommended, ratify, desk.book);
  if (!together.ok) throw new Error(together.refusals.map(({ id, rule, says }) => `${id}: ${rule} ${says}`).join(' '));
  return desk.enter(award, ratify, together.decided);
}

/** The next attempt of each candidate who was referred, and hands in again. */
export function nextAttempts(desk: Desk, awards: readonly Kept<Award, AwardFact>[], route: string): OpenSubmission[] {
  return awards.flatMap(({ facts }) =>
    facts.flatMap((fact) =>
      fact.type === 'AwardReferred'
        ? [opensNextAttempt({ ...fact, by: desk.product }, submissionId(`${fact.submission}-2`), route)]
        : [],
    ),
  );
}
