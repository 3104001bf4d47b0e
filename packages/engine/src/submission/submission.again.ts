import type { Day, Rulebook, SubmissionId } from '../kernel/index.ts';
import type { OpenSubmission } from './submission.commands.ts';
import type { AttemptExcused, SubmissionMissed } from './submission.facts.ts';

/** An excused attempt is opened again under a new id and due day: the same attempt, with the same bank. */
export function opensAgain(excused: AttemptExcused, submission: SubmissionId, dueOn: Day): OpenSubmission {
  return opens(excused, excused.attempt, submission, dueOn);
}

/** A missed attempt is used: the next one is opened with the same bank while attempts remain; null when none does. */
export function opensAfterMissed(
  missed: SubmissionMissed,
  submission: SubmissionId,
  dueOn: Day,
  { attempts }: Rulebook,
): OpenSubmission | null {
  return missed.attempt < attempts ? opens(missed, missed.attempt + 1, submission, dueOn) : null;
}

function opens(
  ended: AttemptExcused | SubmissionMissed,
  attempt: number,
  submission: SubmissionId,
  dueOn: Day,
): OpenSubmission {
  const { candidate, provider, cohort, route, kind, bank, priorLearning, site, by, at } = ended;
  return {
    type: 'OpenSubmission',
    submission,
    candidate,
    provider,
    cohort,
    route,
    attempt,
    dueOn,
    kind,
    bank,
    priorLearning,
    site,
    by: { ...by, role: 'system' },
    at,
  };
}
