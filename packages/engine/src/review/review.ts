import { defineWorkflow } from '../kernel/index.ts';
import { staleSources } from './currency.ts';
import { reviewPermissions, type OpenReview, type ReviewCommand } from './review.commands.ts';
import { reviewFacts, type Review, type ReviewFact, type ReviewOpened } from './review.facts.ts';
import { reviewMachine } from './review.machine.ts';

/** One marker's judgement of one submission, from allocation to seal. */
export const review = defineWorkflow<Review, ReviewCommand, ReviewFact>({
  name: 'review',
  machine: reviewMachine,
  facts: reviewFacts,
  opening: {
    command: 'OpenReview',
    fact: 'ReviewOpened',
    rules: [],
    tell: (opened: OpenReview, book) => ({
      review: opened.review,
      submission: opened.submission,
      candidate: opened.candidate,
      provider: opened.provider,
      cohort: opened.cohort,
      attempt: opened.attempt,
      manifest: opened.manifest,
      marker: opened.marker,
      scope: opened.scope,
      sources: opened.sources,
      submittedOn: opened.submittedOn,
      dated: opened.dated,
      stale: staleSources(opened.dated, opened.submittedOn, book),
    }),
    context: ({ type: _type, by: _by, at: _at, submittedOn: _on, dated: _dated, ...opened }: ReviewOpened) => ({
      ...opened,
      assessor: null,
      due: null,
      declined: [],
      round: 1,
      queried: null,
      aside: [],
      counting: {},
      scores: {},
      rests: {},
      gates: {},
      coverage: [],
      allowances: {},
    }),
  },
  may: reviewPermissions,
  turns: {
    awaitingAllocation: { owner: 'provider' },
    allocated: { owner: 'assessor', lapse: 'LapseAllocation' },
    marking: { owner: 'assessor' },
    sealed: { owner: 'moderator' },
  },
  deadline: ({ due }) => due,
  relation: (context, actor) => {
    if (context === null) return [];
    return [
      ...(context.candidate === actor.person ? (['own'] as const) : []),
      ...(context.assessor === actor.person ? (['allocated'] as const) : []),
      ...(context.provider === actor.provider ? (['sameProvider'] as const) : []),
    ];
  },
  parties: ({ candidate, assessor }) => [
    { person: candidate, role: 'candidate' },
    ...(assessor === null ? [] : [{ person: assessor, role: 'assessor' } as const]),
  ],
});
