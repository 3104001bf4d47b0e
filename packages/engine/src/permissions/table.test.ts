import { describe, expect, test } from 'vitest';
import { relations, roles, type Role } from '../kernel/index.ts';
import { permissionTable, workflowNamed, workflows } from './table.ts';

const commands = Object.entries(workflows).flatMap(([workflow, { commands: sendable }]) =>
  sendable.map((command: string) => ({ workflow, command })),
);
const rowsOf = (role: Role) =>
  permissionTable.filter((row) => row.role === role).map(({ workflow, command }) => `${workflow}: ${command}`);

/** Commands that follow from another, each with the function or the command that sends it along. */
const following = {
  OpenSubmission: 'opensSubmission, on an enrolment',
  LockItem: 'with Submit',
  UnlockItem: 'with ReturnSubmission',
  LapseCorrection: 'when the time to correct an item has passed',
  RetainItem: 'with a release',
  DestroyItem: 'when the time for which work is kept has passed',
  PassDue: 'when the due has passed',
  PassLate: 'when the late time has passed',
  ExcuseAttempt: 'excusesAttempt, on circumstances that are upheld',
  BankPriorLearning: 'banksPriorLearning, on a decided claim',
  OpenReview: 'opensReview, on an acceptance',
  LapseAllocation: 'when the time to claim a review has passed',
  SetAside: 'with a quarantine',
  RestoreSource: 'with a release from it',
  ReopenReview: 'returnsReview, on a query',
  OpenMarking: 'opensMarking, on an acceptance',
  RequireSecondMarker: 'by secondMarkingReasons, before the first marks come in',
  ReceiveMarks: 'receivesMarks, on a seal',
  LapseConference: 'when the time to confer has passed',
  ReopenMarking: 'on a query',
  RemarkSubmission: 'on an order to mark anew',
  ReceiveReview: 'receivesReview, on an agreement after a query or an order to mark anew',
  OpenStanding: 'before the first RecordModerated of an assessor',
  RecordModerated: 'recordsModerated, on a decision of a moderator',
  RecordSeeded: 'when an assessor has marked a seeded item',
  RecommendAward: 'opensAward, on a sign-off',
  CorrectAward: 'correctsAward, correctsOnAppeal or voidsEvidence, on an error that was found',
  DisallowAward: 'disallowsAward, on proven malpractice',
  LapseAppeal: 'when the time to take it to a panel has passed',
  LapseAnswer: 'when the time to answer an allegation has passed',
};

describe('the permission table', () => {
  test.each(commands)('K2 says who may send $command of the $workflow workflow', ({ workflow, command }) => {
    const rows = permissionTable.filter((row) => row.workflow === workflow && row.command === command);
    expect(rows.length).toBeGreaterThan(0);
    for (const { role, relation } of rows) {
      expect(roles).toContain(role);
      expect(relations).toContain(relation);
    }
  });

  test('K2 has a row for no command that its workflow does not have', () => {
    for (const { workflow, command } of permissionTable) expect(commands).toContainEqual({ workflow, command });
  });

  test('K2 says nothing twice', () => {
    const rows = permissionTable.map((row) => JSON.stringify(row));
    expect(new Set(rows).size).toBe(rows.length);
  });

  test.each(Object.keys(following))(
    'K2 lets nobody but the system send %s, which only follows from another command',
    (command) => {
      expect(permissionTable.filter((row) => row.command === command).map(({ role }) => role)).toEqual(['system']);
    },
  );

  test('K2 lets the system send nothing of its own accord but what sets a provider up', () => {
    expect(rowsOf('system').filter((row) => !Object.keys(following).includes(row.split(': ')[1] ?? ''))).toEqual([
      'provider: RegisterProvider',
      'provider: AppointPerson',
      // Providers grant one too; circumstances that are upheld do (grantsExtension).
      'submission: GrantExtension',
      // The candidate does too; a submission that is no longer open does (endsPriorLearning).
      'priorLearning: WithdrawPriorLearning',
      // Moderators lay and lift one by hand; an open case does (holdsAward, holdsForSafeguarding and their like).
      'award: HoldAward',
      'award: LiftHold',
      // The candidate asks for one; an upheld appeal orders one (reopensReview).
      'markingReview: RequestReview',
      // People open one too; the product opens the next year's on one that was carried forward (opensNextYear).
      'appraisal: OpenAppraisal',
    ]);
  });

  test('K2 lets candidates act on their own work only, and assessors on what was allocated to them only', () => {
    expect(new Set(permissionTable.filter(({ role }) => role === 'candidate').map(({ relation }) => relation))).toEqual(
      new Set(['own']),
    );
    expect(new Set(permissionTable.filter(({ role }) => role === 'assessor').map(({ relation }) => relation))).toEqual(
      new Set(['allocated']),
    );
    expect(new Set(permissionTable.filter(({ role }) => role === 'assessor').map(({ workflow }) => workflow))).toEqual(
      new Set(['evidence', 'priorLearning', 'review', 'marking', 'malpractice', 'appraisal']),
    );
  });

  test('K2 lets providers and moderators act for their own provider only, or on what they were given to decide', () => {
    for (const role of ['provider', 'moderator'] as const) {
      const given = permissionTable.filter((row) => row.role === role && row.relation !== 'sameProvider');
      expect(given.map(({ command, relation }) => `${command}: ${relation}`)).toEqual(
        role === 'provider' ? [] : ['DecideReview: allocated', 'DecideAppeal: allocated', 'DecideByPanel: allocated'],
      );
    }
  });

  test('K2 lets nobody but an assessor score, and nobody but a moderator moderate, sign off or release', () => {
    const only = (command: string) => [
      ...new Set(permissionTable.filter((row) => row.command === command).map(({ role }) => role)),
    ];
    for (const command of [
      'ConfirmEvidence',
      'JudgeStandard',
      'JudgeGate',
      'NoteCoverage',
      'WaiveCoverage',
      'LogAllowance',
      'SealReview',
      'Confer',
      'EndConference',
      'JudgePriorLearning',
      'SealPriorLearning',
    ])
      expect(only(command)).toEqual(['assessor']);
    for (const command of [
      'PlanBatch',
      'RevisePlan',
      'DrawSample',
      'UpholdReview',
      'QueryReview',
      'OrderRemarking',
      'RedrawSample',
      'GrantDirectClaim',
      'ResumeModeration',
      'SignOff',
      'ProposeRelease',
      'RatifyAward',
      'GrantFurtherAttempt',
      'VoidAward',
      'DecideReview',
      'DecideAppeal',
      'DismissReport',
      'OpenInvestigation',
      'DecideMalpractice',
      'ReleaseItem',
      'ClearSafeguarding',
    ])
      expect(only(command)).toEqual(['moderator']);
  });

  test('K2 lets administrators keep providers, give reviews and appeals to people, and nothing else', () => {
    expect(rowsOf('administrator')).toEqual([
      'provider: RegisterProvider',
      'provider: AppointPerson',
      'provider: DismissPerson',
      'markingReview: AllocateReviewer',
      'appeal: AllocateOfficer',
      'appeal: ConvenePanel',
    ]);
  });

  test('K2 lets an external moderator look at a sample, decide for a panel, report malpractice, and nothing else', () => {
    expect(rowsOf('externalModerator')).toEqual([
      'moderation: DrawExternalSample',
      'moderation: ReportOnPortfolio',
      'moderation: ApproveRelease',
      'moderation: WithholdRelease',
      'appeal: DecideByPanel',
      'malpractice: ReportMalpractice',
    ]);
  });

  test.each(Object.entries(workflows))('says of %s what the workflow itself says', (name, workflow) => {
    for (const command of workflow.commands) {
      expect(workflow.rolesFor(command)).toEqual(
        permissionTable.filter((row) => row.workflow === name && row.command === command).map(({ role }) => role),
      );
    }
  });
});

describe('the workflows', () => {
  test('take every command that the permission table names: each opens the record or is known to a state', () => {
    for (const workflow of Object.values(workflows)) {
      const known = new Set([
        workflow.opening,
        ...workflow.states.flatMap((status) => workflow.steps(status).map(({ command }) => command)),
      ]);
      expect(known).toEqual(new Set(workflow.commands));
    }
  });

  test('are found by the name that the record carries', () => {
    expect([...workflowNamed.keys()]).toEqual([
      'provider',
      'cohort',
      'evidence item',
      'submission',
      'prior learning',
      'circumstances',
      'review',
      'marking',
      'batch',
      'standing',
      'award',
      'review of marking',
      'appeal',
      'malpractice case',
      'appraisal',
    ]);
    for (const workflow of Object.values(workflows)) expect(workflowNamed.get(workflow.name)).toBe(workflow);
  });

  test('number no rule twice: under one number there is one sentence, whichever workflow asks it', () => {
    const rules = Object.values(workflows).flatMap(
      (workflow): readonly { id: string; says: string }[] => workflow.rules,
    );
    const sentences = new Set(rules.map(({ id, says }) => `${id} ${says}`));
    expect(new Set(rules.map(({ id }) => id)).size).toBe(sentences.size);
  });
});
