import { cohortId, marking, markingId, opensMarking, opensReview, reviewId, submission } from '@assay/engine';
import type { Chance } from './chance.ts';
import { enrol, qualityOf, type CohortPlan } from './cohort.ts';
import type { Desk } from './desk.ts';
import { at, days } from './people.ts';
import { gather, handIn, type HandedIn } from './portfolio.ts';
import { allocate, begin, judge, meet, scoreOf } from './reading.ts';

/** How far a cohort has come that is not at its end. */
export const stagesUnderWay = ['gathering', 'waiting', 'marking'] as const;
export type UnderWay = (typeof stagesUnderWay)[number];

/** So many days before today its attempts were opened, so that nothing of what is shown has lapsed. */
const age: Readonly<Record<UnderWay, number>> = {
  gathering: 32,
  waiting: days.allocated + 1,
  marking: days.judged + 1,
};

/**
 * Runs a cohort as far as it has come by a day: some gather evidence, some wait for an assessor or have one who has not
 * begun, some are half marked. `today`: that day, counted as `calendar` does.
 */
export function beginCohort(
  desk: Desk,
  dice: Chance,
  plan: Pick<CohortPlan, 'first' | 'many' | 'people'>,
  stage: UnderWay,
  today: number,
): void {
  const id = cohortId(`cohort-${plan.first}`);
  const from = today - age[stage];
  const { attempts } = enrol(desk, plan, id, from);
  for (const [index, open] of attempts.entries()) {
    const opened = desk.send(submission, open.submission, { ...open, at: at(from) });
    const candidate = desk.by(open.candidate, 'candidate');
    if (stage === 'gathering') gather(desk, opened, candidate, from, index % 5);
    else {
      const handedIn = handIn(desk, dice, opened, candidate, plan.people.provider, from);
      markUntil(desk, dice, plan, handedIn, stage, index, from);
    }
  }
}

/** Some of those who wait have no assessor yet, some one who has not begun; of those who are marked, more and more. */
function markUntil(
  desk: Desk,
  dice: Chance,
  { people, many }: Pick<CohortPlan, 'people' | 'many'>,
  { accepted, manifest }: HandedIn,
  stage: UnderWay,
  index: number,
  from: number,
): void {
  const id = `${accepted.submission}-marking`;
  desk.send(marking, id, opensMarking(accepted, markingId(id)));
  const open = opensReview(accepted, manifest, reviewId(`${accepted.submission}-1-first`), desk.book, 'first');
  const assessor = people.assessors[index % people.assessors.length];
  if (assessor === undefined) throw new Error('Nobody is there to mark');
  // A first review opens with its marking, whether or not somebody has it.
  const kept = allocate(
    desk,
    open,
    stage === 'waiting' && index % 4 === 0 ? null : assessor,
    people.provider,
    [],
    from,
  );
  if (stage === 'waiting') return;
  const by = assessor.actor;
  let marked = meet(desk, begin(desk, kept, by, from), by, from);
  const quality = qualityOf(desk, dice);
  const { standards } = open.scope;
  for (const standard of standards.slice(0, Math.floor((standards.length * (index + 1)) / (many + 1))))
    marked = judge(desk, marked, manifest, standard, scoreOf(desk, dice, quality, assessor, standard), by, from);
}
