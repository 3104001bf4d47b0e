import { randomUUID } from 'node:crypto';
import {
  cohort,
  cohortId,
  day,
  personId,
  providerId,
  submissionId,
  type Actor,
  type CohortId,
  type SubmissionId,
} from '@assay/engine';
import { atOnce } from '../testing/atOnce.ts';
import type { TestWorld } from '../testing/world.ts';

/** Opens a cohort whose last day is far off: server processes run on the machine's own clock. */
export async function openCohort(at: TestWorld, staff: Actor, title: string): Promise<CohortId> {
  const id = cohortId(randomUUID());
  await atOnce(at, [staff], (unit) =>
    unit.change(cohort, id, 0, (by, when) => ({
      type: 'OpenCohort',
      cohort: id,
      provider: providerId(staff.provider ?? ''),
      title,
      opensOn: day('2026-01-01'),
      dueOn: day('2099-06-30'),
      by,
      at: when,
    })),
  );
  return id;
}

/** Enrols somebody, who need not be able to sign in. Answers the attempt that is open for them. */
export async function enrolInto(at: TestWorld, staff: Actor, into: CohortId, candidate: string): Promise<SubmissionId> {
  const opened = submissionId(randomUUID());
  await atOnce(at, [staff], (unit) =>
    unit.change(cohort, into, null, (by, when) => ({
      type: 'EnrolCandidate',
      candidate: personId(candidate),
      submission: opened,
      route: 'standard',
      by,
      at: when,
    })),
  );
  return opened;
}
