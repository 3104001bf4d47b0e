import {
  isAgreed,
  moderation,
  receivesReview,
  returnsReview,
  review,
  secondMarkingReasons,
  type Marking,
  type MarkingFact,
} from '@assay/engine';
import type { Arrows } from '../record/arrows.ts';
import type { Unit } from '../record/unit.ts';
import { figuresOfAnybody } from './figures.ts';
import { openReviewAnew, openSecondReview, openThirdReview } from './openings.ts';
import { requireSecondMarker } from './second-marker.ts';

/**
 * Who is to mark, who marks again, and who hears of it: a second marker where R11 asks for one, a third where two do
 * not agree, others where a re-marking was ordered. Agreed marks go into the batch whose moderator waits for them.
 */
export const markingArrows: Arrows<Marking, MarkingFact> = {
  async follow(unit, { context, fact }) {
    const { submission } = context;
    switch (fact.type) {
      case 'MarkingOpened':
        await secondIfKnown(unit, context, fact);
        break;
      case 'SecondMarkerRequired':
        await openSecondReview(unit, submission, fact);
        break;
      case 'ConferenceEnded':
      case 'ConferenceLapsed':
        await openThirdReview(unit, submission, fact);
        break;
      case 'MarkingReopened':
        for (const { marker, review: id } of context.marks)
          if (context.awaited.includes(marker)) await unit.change(review, id, null, () => returnsReview(fact));
        break;
      case 'RemarkingOrdered':
        await openReviewAnew(unit, submission, fact);
        await secondIfKnown(unit, context, fact);
        break;
      default:
        if (isAgreed(fact)) await bringIn(unit, fact);
    }
  },
};

/** What R11 asks whoever marks is asked at once, so that two can mark at the same time. */
async function secondIfKnown(unit: Unit, context: Marking, fact: MarkingFact): Promise<void> {
  const figures = await figuresOfAnybody(await unit.tables(), context);
  await requireSecondMarker(unit, context, secondMarkingReasons(figures, unit.given.book), fact);
}

async function bringIn(unit: Unit, agreed: Parameters<typeof receivesReview>[0]): Promise<void> {
  const waiting = await (
    await unit.tables()
  )
    .selectFrom('batch_portfolio')
    .select('batch')
    .where('submission', '=', agreed.submission)
    .where('found', 'in', ['queried', 'remarking'])
    .executeTakeFirst();
  if (waiting !== undefined) await unit.change(moderation, waiting.batch, null, () => receivesReview(agreed));
}
