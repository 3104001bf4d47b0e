import type { Stage } from './stage.ts';

/** One stage of a candidate's way: what it is, when it was reached (null: not yet) and who acts in it. */
export interface JourneyStep {
  readonly stage: Stage;
  readonly says: string;
  readonly at: string | null;
  readonly owner: string;
}

const way: readonly Omit<JourneyStep, 'at'>[] = [
  { stage: 'gathering', says: 'Gather and describe evidence', owner: 'you' },
  { stage: 'submitted', says: 'Submitted', owner: 'your provider' },
  { stage: 'allocation', says: 'Accepted, waiting for an assessor', owner: 'your provider' },
  { stage: 'marking', says: 'Being marked', owner: 'your assessor' },
  { stage: 'sealed', says: 'Marked and sealed', owner: 'a moderator' },
  { stage: 'moderation', says: 'In moderation', owner: 'a moderator' },
  { stage: 'signedOff', says: 'Signed off', owner: 'a moderator' },
  { stage: 'released', says: 'Result released', owner: 'you' },
];

const nextSteps: Readonly<Record<Stage, { says: string; link: string | null }>> = {
  gathering: { says: 'Add evidence, claim the statements that it shows, then submit.', link: '/candidate/evidence' },
  submitted: { says: 'Your provider looks whether the portfolio is complete. You need do nothing now.', link: null },
  allocation: { says: 'Your provider allocates an assessor. You need do nothing now.', link: null },
  marking: { says: 'An assessor reads your portfolio against every standard. You need do nothing now.', link: null },
  sealed: { says: 'The marks are sealed and wait for moderation. You need do nothing now.', link: null },
  moderation: { says: 'A moderator checks a sample of the cohort. You need do nothing now.', link: null },
  signedOff: { says: 'The results of your cohort are signed off and will be released together.', link: null },
  released: { says: 'Read your result and the feedback on every standard.', link: '/candidate/result' },
  voided: {
    says: 'This attempt is void after a case of malpractice. Your provider can tell you what follows.',
    link: null,
  },
  withdrawn: { says: 'This submission was withdrawn. Your provider can tell you what is possible now.', link: null },
  notSubmitted: {
    says: 'Nothing was handed in within the time for it, so this attempt is used. If something beyond your control stood in the way, you can claim circumstances.',
    link: null,
  },
  excused: {
    says: 'This attempt was excused and does not count. You have it again under another due day.',
    link: null,
  },
};

/** The line of stages with the instants at which they were reached, and what comes next. */
export function journeyOf(
  stage: Stage,
  reached: ReadonlyMap<string, string>,
  returned: boolean,
  status: string,
): { journey: JourneyStep[]; next: { says: string; link: string | null } } {
  const here = way.findIndex((step) => step.stage === stage);
  const journey = way.map((step, index) => ({
    ...step,
    at: here === -1 || index <= here ? (reached.get(step.stage) ?? null) : null,
  }));
  if (returned && stage === 'gathering')
    return {
      journey,
      next: { says: 'Mend what your provider asks for, then submit again.', link: '/candidate/submit' },
    };
  if (status === 'late')
    return {
      journey,
      next: {
        says: 'Your portfolio was due. You can still hand it in, late, for a few days.',
        link: '/candidate/submit',
      },
    };
  return { journey, next: nextSteps[stage] };
}
