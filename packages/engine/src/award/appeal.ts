import { deadlineOf, defineWorkflow, type PersonId } from '../kernel/index.ts';
import { appealPermissions, type AppealCommand, type LodgeAppeal } from './appeal.commands.ts';
import { appealFacts, type Appeal, type AppealFact, type AppealLodged } from './appeal.facts.ts';
import { appealMachine } from './appeal.machine.ts';
import { appealHasGrounds, appealIsInTime, appealIsTheOnlyOne, reviewIsDecided } from './appeal.rules.ts';
import { partiesOf, reviewedResult } from './reviewed-result.ts';

/** A decided review of marking appealed against: an officer decides, and after them a panel, both without any part in it. */
export const appeal = defineWorkflow<Appeal, AppealCommand, AppealFact>({
  name: 'appeal',
  machine: appealMachine,
  facts: appealFacts,
  opening: {
    command: 'LodgeAppeal',
    fact: 'AppealLodged',
    rules: [reviewIsDecided, appealIsInTime, appealHasGrounds, appealIsTheOnlyOne],
    tell: (command: LodgeAppeal, book) => ({
      ...reviewedResult(command),
      appeal: command.appeal,
      review: command.review,
      grounds: command.grounds,
      says: command.says.trim(),
      due: deadlineOf('decide-appeal', command.at, book),
    }),
    context: (lodged: AppealLodged) => ({
      ...reviewedResult(lodged),
      appeal: lodged.appeal,
      review: lodged.review,
      due: lodged.due,
      officer: null,
      panel: [],
    }),
  },
  may: appealPermissions,
  turns: {
    lodged: { owner: 'provider' },
    withOfficer: { owner: 'moderator' },
    officerUpheld: null,
    officerRejected: { owner: 'candidate', lapse: 'LapseAppeal' },
    escalated: { owner: 'provider' },
    withPanel: { owner: 'moderator' },
    panelUpheld: null,
    panelRejected: null,
    lapsed: null,
  },
  deadline: ({ due }) => due,
  relation: (context, actor, command) => {
    const of = context ?? (command?.type === 'LodgeAppeal' ? command : null);
    if (of === null) return [];
    return [
      ...(of.candidate === actor.person ? (['own'] as const) : []),
      ...(of.provider === actor.provider ? (['sameProvider'] as const) : []),
      ...(context !== null && decides(context, actor.person) ? (['allocated'] as const) : []),
    ];
  },
  parties: (context) => [
    ...partiesOf(context),
    ...(context.officer === null ? [] : [{ person: context.officer, role: 'moderator' } as const]),
  ],
});

/** The officer decides until the panel sits; then its members do, and the officer no more. */
function decides({ officer, panel }: Appeal, person: PersonId): boolean {
  return panel.length === 0 ? officer === person : panel.some((one) => one.person === person);
}
