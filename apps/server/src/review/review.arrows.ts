import {
  marking,
  receivesMarks,
  secondMarkingReasons,
  type Marking,
  type Review,
  type ReviewFact,
  type ReviewSealed,
} from '@assay/engine';
import { setAsideQuarantined } from '../evidence/aside.ts';
import { startWithoutVoided } from '../malpractice/voided.ts';
import type { Arrows } from '../record/arrows.ts';
import type { Unit } from '../record/unit.ts';
import { figuresOf } from './figures.ts';
import { requireSecondMarker } from './second-marker.ts';

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

/** A lone first marker's marks may be among those that R11 wants another's beside: then one is asked for first. */
async function receive(unit: Unit, sealed: ReviewSealed): Promise<void> {
  const into = await markingOf(unit, sealed);
  const figures = await figuresOf(await unit.tables(), into, sealed.assessor);
  if (sealed.marker === 'first' && into.reasons.length === 0 && isUntouched(into))
    await requireSecondMarker(
      unit,
      into,
      secondMarkingReasons({ ...figures, attempt: into.attempt }, unit.given.book),
      sealed,
    );
  await unit.change(marking, into.marking, null, () => receivesMarks(sealed, figures));
}

async function markingOf(unit: Unit, { submission }: ReviewSealed): Promise<Marking> {
  const { context } = await (
    await unit.tables()
  )
    .selectFrom('marking')
    .innerJoin('stream', 'stream.id', 'marking.marking')
    .select('stream.context')
    .where('marking.submission', '=', submission)
    .executeTakeFirstOrThrow();
  const found: Marking = JSON.parse(context);
  return found;
}

/** MAR-2: nothing is settled yet but what was banked. */
function isUntouched({ scores, bank }: Marking): boolean {
  return Object.keys(scores).length === Object.keys(bank.scores).length;
}
