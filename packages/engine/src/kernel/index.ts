export type { Actor, Permission, Relation, Role } from './actor.ts';
export { may, relations, roles } from './actor.ts';
export { addDays, addMonths, addWorkingDays, isWorkingDay, londonDay, londonEnd, type Holidays } from './calendar.ts';
export { chartOf } from './chart.ts';
export { conflictOf, involved, type Party } from './conflict.ts';
export { decideAll, type Asked, type Together } from './together.ts';
export type {
  AnyCommand,
  AnyFact,
  AnyWorkflow,
  FactBook,
  Opening,
  Running,
  State,
  Telling,
  Turn,
  Workflow,
} from './contract.ts';
export type { Decision, Refusal } from './decision.ts';
export { deadlineOf, type Deadline } from './deadline.ts';
export { canonical, digestOf } from './digest.ts';
export { drawnBy, drawnOrder } from './draw.ts';
export * from './ids.ts';
export { day, instant, type Day, type Instant } from './instant.ts';
export { member } from './member.ts';
export { kernelSentences, words } from './kernel.rules.ts';
export { rule, when, type Rule } from './rule.ts';
export { onRoute, rulebook, type Allowance, type Appraising, type Measure, type Rulebook } from './rulebook.ts';
export { charting, defineWorkflow } from './workflow.ts';
