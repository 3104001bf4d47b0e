import { deadlineOf, londonEnd, rule, type Role } from '../kernel/index.ts';
import type { ClaimCircumstances, DeclineCircumstances, UpholdCircumstances } from './circumstances.commands.ts';
import type { Circumstances } from './circumstances.facts.ts';

export const circumstancesAreTold = rule<null, ClaimCircumstances>({
  id: 'CIR-1',
  says: 'A claim of circumstances says what stood in the way.',
  holds: (_none, { says }) => says.trim() !== '',
});

export const claimIsInTime = rule<null, ClaimCircumstances>({
  id: 'CIR-2',
  says: 'Circumstances are claimed before the due of the submission, or within the time for it afterwards.',
  holds: (_none, { dueOn, at }, book) => {
    const due = londonEnd(dueOn);
    return at <= (deadlineOf('claim-circumstances', due, book)?.at ?? due);
  },
});

export const decisionIsReasoned = rule<Circumstances, UpholdCircumstances | DeclineCircumstances>({
  id: 'CIR-3',
  says: 'Circumstances are upheld or declined with a reason.',
  holds: (_claim, { reason }) => reason.trim() !== '',
});

/** Whoever judges the work is not to weigh why it came late, nor to know. */
const judging: readonly Role[] = ['assessor', 'moderator', 'externalModerator'];

export const deciderIsIndependent = rule<Circumstances, UpholdCircumstances | DeclineCircumstances>({
  id: 'CIR-4',
  says: 'Nobody decides on circumstances in which they have a stake: nobody connected with the candidate, nobody who assesses or moderates the portfolio.',
  holds: (_claim, { by, connected = false, involved = [] }) =>
    !connected && !involved.some(({ person, role }) => person === by.person && judging.includes(role)),
});

export const timeIsInSize = rule<Circumstances, UpholdCircumstances>({
  id: 'CIR-5',
  says: 'Time is given in whole working days: at least one, and no more than the scheme extends a due by at once.',
  holds: (_claim, { remedy: { kind, workingDays } }, { extension }) =>
    kind !== 'time' ||
    (workingDays !== undefined &&
      Number.isInteger(workingDays) &&
      workingDays >= 1 &&
      workingDays <= extension.workingDays),
});

export const remedyIsTimeOrAttempt = rule<Circumstances, UpholdCircumstances>({
  id: 'R10',
  says: 'Circumstances change the time or the number of attempts, and nothing else: no score is capped, compensated or raised for them.',
  holds: (_claim, { remedy: { kind } }) => kind === 'time' || kind === 'attempt',
  detail: (_claim, { remedy }) => `“${remedy.kind}” is neither.`,
});
