import { addDays, addMonths, deadlineOf, defineWorkflow, londonDay } from '../kernel/index.ts';
import { appraisalPermissions, type AppraisalCommand, type OpenAppraisal } from './appraisal.commands.ts';
import { appraisalFacts, type Appraisal, type AppraisalFact, type AppraisalOpened } from './appraisal.facts.ts';
import { appraisalMachine } from './appraisal.machine.ts';
import { partiesAreUnconflicted, profileIsThere, reviewerIsAppointed } from './appraisal.rules.ts';

/** One year of a practitioner with a reviewer: what the post expects, how both see it, and what comes of it. */
export const appraisal = defineWorkflow<Appraisal, AppraisalCommand, AppraisalFact>({
  name: 'appraisal',
  machine: appraisalMachine,
  facts: appraisalFacts,
  opening: {
    command: 'OpenAppraisal',
    fact: 'AppraisalOpened',
    rules: [profileIsThere, partiesAreUnconflicted, reviewerIsAppointed],
    tell: ({ appraisal: id, practitioner, reviewer, provider, from, carried, at }: OpenAppraisal, book) => ({
      appraisal: id,
      practitioner,
      reviewer,
      provider,
      framework: book.framework,
      profile: book.scheme,
      edition: book.edition,
      period: { from, until: addDays(addMonths(from, book.appraisal?.months ?? 0), -1) },
      carried,
      due: deadlineOf('agree-remit', at, book),
    }),
    context: ({ type: _type, by: _by, at, ...opened }: AppraisalOpened) => ({
      ...opened,
      proposer: null,
      expected: {},
      self: {},
      reviewed: {},
      sealed: { self: false, reviewer: false },
      agreed: {},
      objectives: [],
      unmet: [],
      since: londonDay(at),
    }),
  },
  may: appraisalPermissions,
  turns: {
    remitOpen: { owner: 'assessor' },
    remitPutToPractitioner: { owner: 'candidate' },
    remitPutToReviewer: { owner: 'assessor' },
    selfReviewOpen: { owner: 'candidate' },
    selfReviewSealed: { owner: 'assessor' },
    reviewerRatingSealed: { owner: 'candidate' },
    awaitingMeeting: { owner: 'assessor' },
    agreeing: { owner: 'assessor' },
    profilePutToPractitioner: { owner: 'candidate' },
    profilePutToReviewer: { owner: 'assessor' },
    underWay: { owner: 'assessor' },
    pastMidYear: { owner: 'assessor' },
    yearEnded: { owner: 'candidate' },
    carriedForward: null,
    withdrawn: null,
  },
  deadline: ({ due }) => due,
  relation: (context, actor, command) => {
    const record = context ?? (command?.type === 'OpenAppraisal' ? command : null);
    if (record === null) return [];
    // Nobody opens their own appraisal in the name of a provider that they do not act for.
    const own = record.practitioner === actor.person && (context !== null || record.provider === actor.provider);
    return [
      ...(own ? (['own'] as const) : []),
      ...(record.reviewer === actor.person ? (['allocated'] as const) : []),
      ...(record.provider === actor.provider ? (['sameProvider'] as const) : []),
    ];
  },
  parties: ({ practitioner, reviewer }) => [
    { person: practitioner, role: 'candidate' },
    { person: reviewer, role: 'assessor' },
  ],
});
