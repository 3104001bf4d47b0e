import { calendarDay, id, prose } from '../api/input.ts';
import { mine, step } from '../api/trpc.ts';
import { acted, expected, level } from './appraisal.input.ts';
import { changeAppraisal } from './appraisal.use.ts';

/** The first half of a year: the remit, and how both see it, each apart. */
export const ratingProcedures = {
  proposeRemit: mine.input(acted.extend({ expected })).mutation(
    step((unit, input) =>
      changeAppraisal(unit, input.appraisal, input.seen, (by, at) => ({
        type: 'ProposeRemit',
        expected: input.expected,
        by,
        at,
      })),
    ),
  ),
  agreeRemit: mine
    .input(acted)
    .mutation(
      step((unit, input) =>
        changeAppraisal(unit, input.appraisal, input.seen, (by, at) => ({ type: 'AgreeRemit', by, at })),
      ),
    ),
  rateSelf: mine.input(acted.extend({ statement: id.statement, level, evidence: prose, on: calendarDay })).mutation(
    step((unit, { appraisal, seen, statement, level: rated, evidence, on }) =>
      changeAppraisal(unit, appraisal, seen, (by, at) => ({
        type: 'RateSelf',
        statement,
        level: rated,
        evidence,
        on,
        by,
        at,
      })),
    ),
  ),
  sealSelfReview: mine
    .input(acted)
    .mutation(
      step((unit, input) =>
        changeAppraisal(unit, input.appraisal, input.seen, (by, at) => ({ type: 'SealSelfReview', by, at })),
      ),
    ),
  rateAsReviewer: mine
    .input(acted.extend({ statement: id.statement, level, reason: prose, evidence: prose.nullable().default(null) }))
    .mutation(
      step((unit, { appraisal, seen, statement, level: rated, reason, evidence }) =>
        changeAppraisal(unit, appraisal, seen, (by, at) => ({
          type: 'RateAsReviewer',
          statement,
          level: rated,
          reason,
          ...(evidence === null ? {} : { evidence }),
          by,
          at,
        })),
      ),
    ),
  sealReviewerRating: mine
    .input(acted)
    .mutation(
      step((unit, input) =>
        changeAppraisal(unit, input.appraisal, input.seen, (by, at) => ({ type: 'SealReviewerRating', by, at })),
      ),
    ),
};
