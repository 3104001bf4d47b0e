import type { StatementCode } from '@assay/standards';
import { award, opensAward, releaseDigest, type Award, type AwardCommand, type AwardFact } from '../../award/index.ts';
import { awardId, batchId, cohortId, type Rulebook, type SubmissionId } from '../../kernel/index.ts';
import {
  candidatureOf,
  moderation,
  receivesReview,
  returnsMarking,
  signingDigest,
  type Batch,
  type ModerationCommand,
  type ModerationFact,
  type Standings,
} from '../../moderation/index.ts';
import { returnsReview } from '../../review/index.ts';
import { demoProvider } from '../people.ts';
import { cast } from './cast.ts';
import type { Keeper, Kept } from './keeper.ts';
import { Stuck } from './step.ts';
import { agreedIn, judge, seal, type Marked } from './marking.ts';

export type BatchKept = Kept<Batch, ModerationCommand, ModerationFact>;
export type AwardKept = Kept<Award, AwardCommand, AwardFact>;

/** Plans a batch of the portfolios of one window, before anybody marks them. */
export function plan(
  keeper: Keeper,
  cohort: string,
  window: string,
  portfolios: readonly string[],
  book: Rulebook = keeper.book,
): BatchKept {
  const id = `${cohort}-${window}`;
  return keeper.open(
    moderation,
    id,
    {
      type: 'PlanBatch',
      batch: batchId(id),
      cohort: cohortId(cohort),
      provider: demoProvider,
      title: window,
      seed: id,
      marksVisible: false,
      by: cast.moderator,
      at: keeper.now,
    },
    portfolios,
    book,
  );
}

export function draw(keeper: Keeper, batch: BatchKept, marked: readonly Marked[], standings: Standings = {}): void {
  batch.send({
    type: 'DrawSample',
    population: marked.map(({ marking }) => candidatureOf(agreedIn(marking))),
    standings,
    by: cast.moderator,
    at: keeper.now,
  });
}

/** The next portfolio that waits for the moderator: drawn and not decided, or back from its marker. */
export function waiting({ context: { found, population } }: BatchKept): SubmissionId | undefined {
  return population[found.findIndex((each) => each === 'drawn' || each === 'returned')]?.submission;
}

export function uphold(keeper: Keeper, batch: BatchKept, submission: SubmissionId): void {
  batch.send({ type: 'UpholdReview', submission, note: 'Sound.', by: cast.moderator, at: keeper.now });
}

/** Upholds whatever waits, until nothing does. */
export function upholdAll(keeper: Keeper, batch: BatchKept): void {
  for (let next = waiting(batch); next !== undefined; next = waiting(batch)) uphold(keeper, batch, next);
}

/** A moderator asks about a standard that they would have given another mark. */
export function query(
  keeper: Keeper,
  batch: BatchKept,
  submission: SubmissionId,
  standard: StatementCode,
  mark: number,
): void {
  batch.send({
    type: 'QueryReview',
    submission,
    queries: [{ standard, says: 'Look again at E1.', mark }],
    by: cast.moderator,
    at: keeper.now,
  });
}

/** What was queried goes back to its markers, who come to this score, and returns to the batch. */
export function lookAgain(keeper: Keeper, batch: BatchKept, { marking, reviews }: Marked, score: number): void {
  marking.send(returnsMarking(batch.fact('ReviewQueried')).command);
  const reopened = marking.fact('MarkingReopened');
  for (const reading of reviews) {
    reading.send(returnsReview(reopened));
    for (const { standard } of reopened.queries) judge(keeper, reading, standard, score);
    seal(keeper, reading, marking);
  }
  batch.send(receivesReview(agreedIn(marking)));
}

export function grantDirectClaim(keeper: Keeper, batch: BatchKept): void {
  batch.send({ type: 'GrantDirectClaim', reason: 'The centre is approved.', by: cast.moderator, at: keeper.now });
}

/** Signs a batch off; an award is recommended for each of its portfolios, in the order of their ids. */
export function signOff(keeper: Keeper, batch: BatchKept, marked: readonly Marked[]): AwardKept[] {
  batch.send({
    type: 'SignOff',
    statement: 'I have moderated this batch.',
    digest: signingDigest(batch.context.population),
    reauthenticated: true,
    by: cast.moderator,
    at: keeper.now,
  });
  const signed = batch.fact('BatchSignedOff');
  return signed.population.map((candidature) => {
    const bank = marked.find(({ portfolio }) => portfolio === candidature.submission)?.accepted.bank;
    if (bank === undefined) throw new Stuck(`${candidature.submission} was signed and not marked`);
    const id = `${candidature.submission}-award`;
    return keeper.open(
      award,
      id,
      opensAward(signed, candidature, awardId(id), bank),
      [candidature.submission],
      batch.book,
    );
  });
}

/** Releases what is recommended. */
export function release(keeper: Keeper, awards: readonly AwardKept[]): void {
  for (const each of awards)
    each.send({
      type: 'RatifyAward',
      seen: releaseDigest([each.context]),
      reauthenticated: true,
      by: cast.moderator,
      at: keeper.now,
    });
}

/** One moderator proposes the release of a batch, and another one releases it. */
export function releaseByTwo(keeper: Keeper, batch: BatchKept, awards: readonly AwardKept[]): void {
  const { now: at } = keeper;
  const shown = releaseDigest(awards.map(({ context }) => context));
  batch.send({ type: 'ProposeRelease', seen: shown, shown, reauthenticated: true, by: cast.moderator, at });
  const { proposed } = batch.context;
  for (const each of awards)
    each.send({
      type: 'RatifyAward',
      seen: shown,
      shown,
      reauthenticated: true,
      proposed,
      by: cast.secondModerator,
      at,
    });
}

/** From marked portfolios to recommended awards, where a moderator finds nothing. */
export function moderate(keeper: Keeper, batch: BatchKept, marked: readonly Marked[]): AwardKept[] {
  draw(keeper, batch, marked);
  upholdAll(keeper, batch);
  grantDirectClaim(keeper, batch);
  return signOff(keeper, batch, marked);
}
