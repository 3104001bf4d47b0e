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
  OpenReview: 'opensReview, on an acceptance',
  ReopenReview: 'returnsReview, on a query',
  ReceiveReview: 'receivesReview, on a seal after a query',
  RecommendAward: 'opensAward, on a sign-off',
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
      new Set(['review']),
    );
  });

  test('K2 lets providers and moderators act for their own provider only', () => {
    for (const role of ['provider', 'moderator'] as const) {
      expect(new Set(permissionTable.filter((row) => row.role === role).map(({ relation }) => relation))).toEqual(
        new Set(['sameProvider']),
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
      'SealReview',
    ])
      expect(only(command)).toEqual(['assessor']);
    for (const command of [
      'PlanBatch',
      'DrawSample',
      'UpholdReview',
      'QueryReview',
      'SignOff',
      'RatifyAward',
      'HoldAward',
      'VoidAward',
    ])
      expect(only(command)).toEqual(['moderator']);
  });

  test('K2 lets administrators keep providers and nothing else', () => {
    expect(rowsOf('administrator')).toEqual([
      'provider: RegisterProvider',
      'provider: AppointPerson',
      'provider: DismissPerson',
    ]);
  });

  test('K2 lets an external moderator send nothing yet', () => {
    expect(rowsOf('externalModerator')).toEqual([]);
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
      'review',
      'batch',
      'award',
    ]);
    for (const workflow of Object.values(workflows)) expect(workflowNamed.get(workflow.name)).toBe(workflow);
  });

  test('number no rule twice', () => {
    const rules = [
      ...new Set(Object.values(workflows).flatMap((workflow): readonly { id: string }[] => workflow.rules)),
    ];
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});
