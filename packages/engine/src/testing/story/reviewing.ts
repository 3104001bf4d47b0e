import {
  appeal,
  markingReview,
  opensAppeal,
  opensMarkingReview,
  type Appeal,
  type AppealCommand,
  type AppealFact,
  type Change,
  type EarlierReview,
  type MarkingReview,
  type MarkingReviewCommand,
  type MarkingReviewFact,
  type RequestReview,
  type ReviewKind,
} from '../../award/index.ts';
import { appealId, markingReviewId, type Actor } from '../../kernel/index.ts';
import type { AwardKept } from './batch.ts';
import { actor, cast } from './cast.ts';
import type { Keeper, Kept } from './keeper.ts';
import { Stuck } from './step.ts';

export type ReviewedAgain = Kept<MarkingReview, MarkingReviewCommand, MarkingReviewFact>;
export type Appealed = Kept<Appeal, AppealCommand, AppealFact>;

const portfolioOf = (award: AwardKept) => [award.context.submission];
const candidateOf = (award: AwardKept) => actor(award.context.candidate, 'candidate');

/** The candidate asks for a review of a released award. */
export function ask(
  keeper: Keeper,
  award: AwardKept,
  kind: ReviewKind,
  earlier: readonly EarlierReview[] = [],
): ReviewedAgain {
  return request(
    keeper,
    award,
    opensMarkingReview(award.state, {
      review: markingReviewId(`${award.id}-${kind}`),
      kind,
      consent: true,
      says: 'E2 was not looked at.',
      earlier,
      by: candidateOf(award),
      at: keeper.now,
    }),
  );
}

export function request(keeper: Keeper, award: AwardKept, asked: RequestReview): ReviewedAgain {
  return keeper.open(markingReview, asked.review, asked, portfolioOf(award));
}

/** It is given to somebody who had no part, and decided: nothing is changed unless something is named. */
export function decide(
  keeper: Keeper,
  kept: ReviewedAgain,
  changes: readonly Change[] = [],
  to: Actor = cast.reviewer,
  by: Actor = cast.provider,
): ReviewedAgain {
  const { now: at } = keeper;
  kept.send({ type: 'AllocateReviewer', reviewer: to.person, appointed: true, by, at });
  const { reviewer } = kept.context;
  if (reviewer === null) throw new Stuck(`${kept.id} is given to nobody`);
  const decides = actor(reviewer, 'moderator');
  return kept.send({ type: 'DecideReview', changes, reason: 'All was read again.', by: decides, at });
}

/** The candidate appeals against a decided review. */
export function lodge(keeper: Keeper, award: AwardKept, review: ReviewedAgain): Appealed {
  const id = `${award.id}-appeal`;
  const made = opensAppeal(review.state, {
    appeal: appealId(id),
    grounds: 'procedure',
    says: 'E2 was not looked at.',
    appealed: false,
    by: candidateOf(award),
    at: keeper.now,
  });
  return keeper.open(appeal, id, made, portfolioOf(award));
}

/** An officer is found and decides. */
export function officerDecides(keeper: Keeper, kept: Appealed, upheld: boolean, changes: readonly Change[] = []): void {
  const { now: at } = keeper;
  kept.send({ type: 'AllocateOfficer', officer: cast.officer.person, appointed: true, by: cast.provider, at });
  const { officer } = kept.context;
  if (officer === null) throw new Stuck(`${kept.id} is given to nobody`);
  kept.send({
    type: 'DecideAppeal',
    upheld,
    changes,
    reason: 'The record was read.',
    by: actor(officer, 'moderator'),
    at,
  });
}

/** The candidate takes it to a panel, which decides by the voice of its outsider. */
export function panelDecides(keeper: Keeper, kept: Appealed, upheld: boolean, outsider: Actor): void {
  const { now: at } = keeper;
  const by = actor(kept.context.candidate, 'candidate');
  kept.send({ type: 'EscalateAppeal', says: 'Nobody heard me.', by, at });
  kept.send({
    type: 'ConvenePanel',
    members: [
      { person: cast.secondReviewer.person, connected: true },
      { person: actor('panel-2', 'moderator').person, connected: true },
      { person: outsider.person, connected: false },
    ],
    by: cast.administrator,
    at,
  });
  const decides = kept.context.panel.find(({ connected }) => !connected);
  if (decides === undefined) throw new Stuck('a panel has an outsider');
  kept.send({
    type: 'DecideByPanel',
    upheld,
    changes: [],
    reason: 'The panel heard both.',
    by: { ...outsider, person: decides.person },
    at,
  });
}
