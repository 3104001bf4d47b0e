import { moderation } from '@assay/engine';
import { z } from 'zod';
import { id, prose } from '../api/input.ts';
import { mine, step } from '../api/trpc.ts';
import { queryReview, upholdReview } from './decide.use.ts';
import { acted } from './input.ts';

const score = z.int('is a whole number').min(0).max(100);

/** What a moderator finds of the sample, and what follows for those who marked it. */
export const deciding = {
  uphold: mine
    .input(
      acted.extend({
        submission: id.submission,
        note: prose,
        /** The moderator's own marks, by standard, where they judged themselves. They change no score. */
        marks: z.record(id.statement, score).default({}),
      }),
    )
    .mutation(
      step((unit, { batch, seen, submission, note, marks }) =>
        upholdReview(unit, batch, seen, submission, note, marks),
      ),
    ),
  query: mine
    .input(
      acted.extend({
        submission: id.submission,
        queries: z
          .array(z.object({ standard: id.statement, says: prose, mark: score.nullable().default(null) }))
          .max(60),
      }),
    )
    .mutation(
      step((unit, { batch, seen, submission, queries }) => queryReview(unit, batch, seen, submission, queries)),
    ),
  /** What this assessor marked in the batch, and no moderator upheld, goes to another one. */
  orderRemarking: mine
    .input(acted.extend({ assessor: id.person, reason: prose }))
    .mutation(
      step((unit, { batch, seen, assessor, reason }) =>
        unit.change(moderation, batch, seen, (by, at) => ({ type: 'OrderRemarking', assessor, reason, by, at })),
      ),
    ),
  grantDirectClaim: mine
    .input(acted.extend({ reason: prose }))
    .mutation(
      step((unit, { batch, seen, reason }) =>
        unit.change(moderation, batch, seen, (by, at) => ({ type: 'GrantDirectClaim', reason, by, at })),
      ),
    ),
};
