import { charting } from '../kernel/index.ts';
import { appealFacts } from './appeal.facts.ts';
import {
  escalationIsInTime,
  escalationTimeHasPassed,
  isUpheld,
  officerHadNoPart,
  officerIsAppointed,
  outsiderDecides,
  panelHadNoPart,
  panelHasOutsider,
  panelIsLargeEnough,
  rulingCorrectsRecord,
  rulingIsReasoned,
  rulingMarksNothing,
} from './appeal.rules.ts';

const { createMachine, all, record } = charting(appealFacts);

const ruling = [rulingIsReasoned, rulingMarksNothing, rulingCorrectsRecord];

const allocate = {
  guard: all(officerIsAppointed, officerHadNoPart),
  target: 'withOfficer',
  actions: record('OfficerAllocated'),
} as const;
const convene = {
  guard: all(panelIsLargeEnough, panelHasOutsider, panelHadNoPart),
  target: 'withPanel',
  actions: record('PanelConvened'),
} as const;

export const appealMachine = createMachine({
  id: 'appeal',
  initial: 'lodged',
  context: ({ input }) => input,
  states: {
    lodged: { on: { AllocateOfficer: allocate } },
    withOfficer: {
      on: {
        AllocateOfficer: allocate,
        DecideAppeal: [
          { guard: all(...ruling, isUpheld), target: 'officerUpheld', actions: record('AppealUpheld') },
          { guard: all(...ruling), target: 'officerRejected', actions: record('AppealRejected') },
        ],
      },
    },
    officerUpheld: {},
    officerRejected: {
      on: {
        EscalateAppeal: {
          guard: all(escalationIsInTime),
          target: 'escalated',
          actions: record('AppealEscalated'),
        },
        LapseAppeal: { guard: all(escalationTimeHasPassed), target: 'lapsed', actions: record('AppealLapsed') },
      },
    },
    escalated: { on: { ConvenePanel: convene } },
    withPanel: {
      on: {
        ConvenePanel: convene,
        DecideByPanel: [
          {
            guard: all(outsiderDecides, ...ruling, isUpheld),
            target: 'panelUpheld',
            actions: record('PanelUpheldAppeal'),
          },
          { guard: all(outsiderDecides, ...ruling), target: 'panelRejected', actions: record('PanelRejectedAppeal') },
        ],
      },
    },
    panelUpheld: {},
    panelRejected: {},
    lapsed: {},
  },
});
