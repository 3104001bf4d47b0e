import {
  isAgreed,
  marking,
  moderation,
  receivesMarks,
  receivesReview,
  returnsReview,
  review,
  type Marking,
  type MarkingFact,
  type Review,
  type ReviewFact,
  type ReviewSealed,
} from '@assay/engine';
import { setAsideQuarantined } from '../evidence/aside.ts';
import { startWithoutVoided } from '../malpractice/voided.ts';
import type { Arrows } from '../record/arrows.ts';
import type { Unit } from '../record/unit.ts';

/** What a marker seals goes into the marking of the submission. */
export const reviewArrows: Arrows<Review, ReviewFact> = {
  async follow(unit, { fact }) {
    if (fact.type === 'ReviewOpened') {
      await setAsideQuarantined(unit, fact);
      await startWithoutVoided(unit, fact);
    }
    if (fact.type === 'ReviewSealed') await receive(unit, fact);
  },
};

/** Agreed marks go back into the batch whose moderator waits for them; returned ones go back to their markers. */
export const markingArrows: Arrows<Marking, MarkingFact> = {
  async follow(unit, { context, fact }) {
    if (isAgreed(fact)) {
      const waiting = await (
        await unit.tables()
      )
        .selectFrom('batch_portfolio')
        .select('batch')
        .where('submission', '=', fact.submission)
        .where('found', '=', 'queried')
        .executeTakeFirst();
      if (waiting !== undefined) await unit.change(moderation, waiting.batch, null, () => receivesReview(fact));
    } else if (fact.type === 'MarkingReopened') {
      for (const { marker, review: id } of context.marks)
        if (context.awaited.includes(marker)) await unit.change(review, id, null, () => returnsReview(fact));
    }
  },
};

async function receive(unit: Unit, sealed: ReviewSealed): Promise<void> {
  const { submission, assessor, review: own } = sealed;
  const tables = await unit.tables();
  const row = await tables
    .selectFrom('marking')
    .select('marking')
    .where('submission', '=', submission)
    .executeTakeFirstOrThrow();
  const { before } = await tables
    .selectFrom('review')
    .select(({ fn }) => fn.countAll<number>().as('before'))
    .where('assessor', '=', assessor)
    .where('status', '=', 'sealed')
    .where('review', '!=', own)
    .executeTakeFirstOrThrow();
  const figures = { portfoliosBefore: before, nth: null, everyKth: null };
  await unit.change(marking, row.marking, null, () => receivesMarks(sealed, figures));
}
