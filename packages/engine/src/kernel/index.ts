export type { Actor, Permission, Relation, Role } from './actor.ts';
export { may, relations, roles } from './actor.ts';
export { chartOf } from './chart.ts';
export { conflictOf, type Party } from './conflict.ts';
export type { Decision, Refusal } from './decision.ts';
export { canonical, digestOf } from './digest.ts';
export { drawnOrder } from './draw.ts';
export * from './ids.ts';
export { day, instant, type Day, type Instant } from './instant.ts';
export { member } from './member.ts';
export { kernelSentences, words } from './kernel.rules.ts';
export { rule, when, type Rule } from './rule.ts';
export { onRoute, rulebook, type Measure, type Rulebook } from './rulebook.ts';
export {
  charting,
  defineWorkflow,
  type AnyWorkflow,
  type AnyCommand,
  type AnyFact,
  type FactBook,
  type Opening,
  type State,
  type Telling,
  type Workflow,
} from './workflow.ts';
