import { appraisal } from '../appraisal/index.ts';
import { appeal, award, markingReview } from '../award/index.ts';
import { circumstances } from '../circumstances/index.ts';
import { cohort, provider } from '../enrolment/index.ts';
import { evidence } from '../evidence/index.ts';
import type { AnyWorkflow, Permission, Relation, Role } from '../kernel/index.ts';
import { malpractice } from '../malpractice/index.ts';
import { moderation, standing } from '../moderation/index.ts';
import { priorLearning } from '../prior-learning/index.ts';
import { marking, review } from '../review/index.ts';
import { submission } from '../submission/index.ts';

/** One line of the table: in this workflow, this command may be sent by this role standing so to the record. */
export interface PermissionRow {
  readonly workflow: string;
  readonly command: string;
  readonly role: Role;
  readonly relation: Relation;
}

/** Every workflow in flow order, under the name that the command line and the record know it by. */
export const workflows = {
  provider,
  cohort,
  evidence,
  submission,
  priorLearning,
  circumstances,
  review,
  marking,
  moderation,
  standing,
  award,
  markingReview,
  appeal,
  malpractice,
  appraisal,
} as const;

export type WorkflowName = keyof typeof workflows;

/** The same by the name that the record carries. */
export const workflowNamed: ReadonlyMap<string, AnyWorkflow> = new Map<string, AnyWorkflow>(
  Object.values(workflows).map((workflow) => [workflow.name, workflow]),
);

/** Who may do what to what: one table, read from the workflows themselves. */
export const permissionTable: readonly PermissionRow[] = Object.entries(workflows).flatMap(([workflow, { may }]) =>
  Object.entries<readonly Permission[]>(may).flatMap(([command, allowed]) =>
    allowed.map(({ role, relation }) => ({ workflow, command, role, relation })),
  ),
);
