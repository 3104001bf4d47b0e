import { defineWorkflow } from '../kernel/index.ts';
import { scopeBeside } from '../scoring/index.ts';
import { markingPermissions, type MarkingCommand, type OpenMarking } from './marking.commands.ts';
import { markingFacts, type Marking, type MarkingFact, type MarkingOpened } from './marking.facts.ts';
import { markingMachine } from './marking.machine.ts';

/** The scores of record of one submission: from one marker, from two, or from three. */
export const marking = defineWorkflow<Marking, MarkingCommand, MarkingFact>({
  name: 'marking',
  machine: markingMachine,
  facts: markingFacts,
  opening: {
    command: 'OpenMarking',
    fact: 'MarkingOpened',
    rules: [],
    tell: (opened: OpenMarking, book) => ({
      marking: opened.marking,
      submission: opened.submission,
      candidate: opened.candidate,
      provider: opened.provider,
      cohort: opened.cohort,
      attempt: opened.attempt,
      manifest: opened.manifest,
      bank: opened.bank,
      late: opened.late,
      priorLearning: opened.priorLearning,
      site: opened.site,
      open: scopeBeside(opened.bank, book),
    }),
    context: ({ type: _type, by: _by, at: _at, ...opened }: MarkingOpened) => ({
      ...opened,
      round: 1,
      reasons: [],
      awaited: ['first'],
      marks: [],
      excluded: [],
      scores: opened.bank.scores,
      gates: opened.bank.gates,
      positions: {},
      conferred: [],
      before: {},
      moved: [],
      due: null,
    }),
  },
  may: markingPermissions,
  turns: {
    awaitingMarks: { owner: 'assessor' },
    discrepant: { owner: 'assessor', lapse: 'LapseConference' },
    adjudicating: { owner: 'provider' },
    agreed: { owner: 'moderator' },
  },
  deadline: ({ due }) => due,
  // The two who confer stand to a marking as those to whom it is allocated. A third marker does nothing here.
  relation: (context, actor) => {
    if (context === null) return [];
    return [
      ...(context.candidate === actor.person ? (['own'] as const) : []),
      ...(context.marks.some(({ marker, assessor }) => marker !== 'third' && assessor === actor.person)
        ? (['allocated'] as const)
        : []),
      ...(context.provider === actor.provider ? (['sameProvider'] as const) : []),
    ];
  },
  parties: ({ candidate, marks }) => [
    { person: candidate, role: 'candidate' },
    ...marks.map(({ assessor }) => ({ person: assessor, role: 'assessor' as const })),
  ],
});
