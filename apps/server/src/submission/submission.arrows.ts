import {
  evidence,
  marking,
  markingId,
  opensMarking,
  opensReview,
  review,
  reviewId,
  submissionId,
  type ItemId,
  type Submission,
  type SubmissionFact,
} from '@assay/engine';
import { endPriorLearning } from '../prior-learning/prior-learning.use.ts';
import type { Arrows } from '../record/arrows.ts';
import type { Unit } from '../record/unit.ts';
import { openAfterMissed, openAgain } from './again.ts';
import { manifestOfSubmission, portfolioOf } from './submission.use.ts';

/**
 * A portfolio that is handed in is locked, one that is returned opens again, and one that is accepted is marked. What
 * ends takes its undecided claim of prior learning with it; after an attempt that was missed or excused another opens.
 */
export const submissionArrows: Arrows<Submission, SubmissionFact> = {
  async follow(unit, { stream, fact }) {
    switch (fact.type) {
      case 'SubmissionSubmitted':
        for (const { item } of fact.manifest.items) await turn(unit, item, 'LockItem', fact);
        await endPriorLearning(unit, stream, fact);
        break;
      case 'SubmissionWithdrawn':
        await endPriorLearning(unit, stream, fact);
        break;
      case 'SubmissionMissed':
        await endPriorLearning(unit, stream, fact);
        await openAfterMissed(unit, fact);
        break;
      case 'AttemptExcused':
        await endPriorLearning(unit, stream, fact);
        await openAgain(unit, fact);
        break;
      case 'SubmissionReturned':
        for (const { item, status } of await portfolioOf(await unit.tables(), submissionId(stream)))
          if (status === 'locked') await turn(unit, item.item, 'UnlockItem', fact);
        break;
      case 'SubmissionAccepted': {
        const marked = markingId(unit.given.freshId());
        const opened = reviewId(unit.given.freshId());
        const manifest = await manifestOfSubmission(await unit.tables(), fact.submission);
        await unit.change(marking, marked, 0, () => opensMarking(fact, marked));
        await unit.change(review, opened, 0, () => opensReview(fact, manifest, opened, unit.given.book));
        break;
      }
      default:
        break;
    }
  },
};

function turn(unit: Unit, item: ItemId, type: 'LockItem' | 'UnlockItem', { by, at }: SubmissionFact) {
  return unit.change(evidence, item, null, () => ({ type, by: { ...by, role: 'system' }, at }));
}
