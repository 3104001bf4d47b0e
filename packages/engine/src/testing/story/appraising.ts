import { appraisal, opensNextYear, type AppraisalCommand } from '../../appraisal/index.ts';
import { appraisalId } from '../../kernel/index.ts';
import { smallYear, smallYearBook, year } from '../small-year.ts';
import type { Keeper } from './keeper.ts';

const { remit, levels } = smallYear;
const { practitioner, reviewer } = year;

const ratedByReviewer: readonly AppraisalCommand[] = [
  year.rate('ONE.S1', 2),
  year.rate('ONE.S2', 2),
  year.rate('TWO.S1', 1),
  year.sealReviewer,
];

const ratedByThemselves: readonly AppraisalCommand[] = [
  year.rateSelf('ONE.S1', 1),
  year.rateSelf('ONE.S2', 2),
  year.rateSelf('TWO.S1', 3),
  year.sealSelf,
];

/** A remit that the practitioner puts forward and the reviewer puts otherwise. */
const remitAgreed: readonly AppraisalCommand[] = [
  year.propose(remit, practitioner),
  year.propose(remit, reviewer),
  year.agree(practitioner),
];

const profileAgreed: readonly AppraisalCommand[] = [
  year.meet(),
  year.aim('O1'),
  year.aim('O2'),
  year.drop('O2'),
  year.settle(levels, practitioner),
  year.settle(levels, reviewer),
  year.confirm(practitioner),
];

/** A whole year, carried into the next, which the practitioner takes away. */
export function oneYearIsAppraised(keeper: Keeper): void {
  const { opened } = year;
  const first = keeper.open(appraisal, opened.appraisal, opened, [opened.appraisal], smallYearBook);
  for (const command of [
    ...remitAgreed,
    ...ratedByReviewer,
    ...ratedByThemselves,
    ...profileAgreed,
    year.midYear({ O1: 'onTrack' }),
    year.yearEnd({ O1: false }),
    year.carry,
  ])
    first.send(command);
  const next = opensNextYear(first.fact('AppraisalCarriedForward'), {
    appraisal: appraisalId('appraisal-2'),
    reviewer: reviewer.person,
    appointed: true,
  });
  const second = keeper.open(appraisal, next.appraisal, next, [next.appraisal], smallYearBook);
  for (const command of [...remitAgreed, ...ratedByThemselves, year.withdraw]) second.send(command);
}
