import { defineWorkflow } from '../kernel/index.ts';
import { malpracticePermissions, type MalpracticeCommand, type ReportMalpractice } from './malpractice.commands.ts';
import {
  malpracticeFacts,
  type Malpractice,
  type MalpracticeFact,
  type MalpracticeReported,
} from './malpractice.facts.ts';
import { malpracticeMachine } from './malpractice.machine.ts';
import { reporterIsNotTheCandidate, reportSaysWhat } from './malpractice.rules.ts';

/** An allegation against a candidate: reported, looked into, answered, decided; what follows for the award is told apart. */
export const malpractice = defineWorkflow<Malpractice, MalpracticeCommand, MalpracticeFact>({
  name: 'malpractice case',
  machine: malpracticeMachine,
  facts: malpracticeFacts,
  opening: {
    command: 'ReportMalpractice',
    fact: 'MalpracticeReported',
    rules: [reportSaysWhat, reporterIsNotTheCandidate],
    tell: ({ malpractice: id, submission, candidate, provider, assessors, says, evidence }: ReportMalpractice) => ({
      malpractice: id,
      submission,
      candidate,
      provider,
      assessors,
      says: says.trim(),
      evidence,
    }),
    context: ({ malpractice: id, submission, candidate, provider, assessors, evidence, by }: MalpracticeReported) => ({
      malpractice: id,
      submission,
      candidate,
      provider,
      assessors,
      evidence,
      reporter: { person: by.person, role: by.role },
      due: null,
    }),
  },
  may: malpracticePermissions,
  turns: {
    reported: { owner: 'moderator' },
    investigating: { owner: 'candidate', lapse: 'LapseAnswer' },
    answered: { owner: 'moderator' },
    unanswered: { owner: 'moderator' },
    dismissed: null,
    proven: null,
  },
  deadline: ({ due }) => due,
  relation: (context, actor, command) => {
    const of = context ?? (command?.type === 'ReportMalpractice' ? command : null);
    if (of === null) return [];
    return [
      ...(of.candidate === actor.person ? (['own'] as const) : []),
      ...(of.assessors.includes(actor.person) ? (['allocated'] as const) : []),
      ...(of.provider === actor.provider ? (['sameProvider'] as const) : []),
    ];
  },
  parties: ({ candidate, assessors, reporter }) => [
    { person: candidate, role: 'candidate' },
    ...assessors.map((person) => ({ person, role: 'assessor' }) as const),
    reporter,
  ],
});
