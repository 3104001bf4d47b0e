// The only door, in flow order.
export * from './flow.ts';
export * from './kernel/index.ts';
export * from './scoring/index.ts';
export * from './enrolment/index.ts';
export * from './evidence/index.ts';
export * from './submission/index.ts';
export * from './prior-learning/index.ts';
export * from './circumstances/index.ts';
export * from './review/index.ts';
export * from './moderation/index.ts';
export * from './award/index.ts';
export * from './malpractice/index.ts';
export * from './appraisal/index.ts';
export {
  permissionTable,
  workflowNamed,
  workflows,
  type PermissionRow,
  type WorkflowName,
} from './permissions/table.ts';
