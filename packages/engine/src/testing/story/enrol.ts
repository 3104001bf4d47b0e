import { cohort, type Cohort, type CohortCommand, type CohortFact } from '../../enrolment/index.ts';
import { cohortId, day, personId, submissionId, type Actor } from '../../kernel/index.ts';
import {
  opensSubmission,
  submission,
  type OpenSubmission,
  type Submission,
  type SubmissionCommand,
  type SubmissionFact,
} from '../../submission/index.ts';
import { demoProvider } from '../people.ts';
import { actor, cast } from './cast.ts';
import type { Keeper, Kept } from './keeper.ts';

/** One attempt of a candidate; its submission's id is the portfolio that all its records belong to. */
export interface Attempted {
  readonly portfolio: string;
  readonly candidate: Actor;
  readonly submission: Kept<Submission, SubmissionCommand, SubmissionFact>;
}

export interface Enrolled {
  readonly cohort: Kept<Cohort, CohortCommand, CohortFact>;
  readonly attempts: readonly Attempted[];
}

export const opensOn = '2026-01-05';
export const dueOn = '2026-03-06';

/** Opens a cohort, enrols its candidates, and opens the first attempt of each. */
export function enrol(keeper: Keeper, name: string, candidates: readonly string[]): Enrolled {
  keeper.on(opensOn);
  const { now: at } = keeper;
  const by = cast.provider;
  const kept = keeper.open(
    cohort,
    name,
    {
      type: 'OpenCohort',
      cohort: cohortId(name),
      provider: demoProvider,
      title: 'Spring 2026',
      opensOn: day(opensOn),
      dueOn: day(dueOn),
      by,
      at,
    },
    candidates.map((candidate) => `${name}-${candidate}`),
  );
  const attempts = candidates.map((candidate) => {
    kept.send({
      type: 'EnrolCandidate',
      candidate: personId(candidate),
      submission: submissionId(`${name}-${candidate}`),
      route: keeper.book.routes[0] ?? '',
      by,
      at,
    });
    return openAttempt(keeper, opensSubmission(kept.fact('CandidateEnrolled')));
  });
  return { cohort: kept, attempts };
}

/** Opens an attempt, the first or a later one. */
export function openAttempt(keeper: Keeper, open: OpenSubmission): Attempted {
  const portfolio = open.submission;
  return {
    portfolio,
    candidate: actor(open.candidate, 'candidate'),
    submission: keeper.open(submission, portfolio, open, [portfolio]),
  };
}
