export { accreditationBook } from './accreditation-book.ts';
export { appraisalBook } from './appraisal-book.ts';
export * from './appraisal.commands.ts';
export * from './appraisal.facts.ts';
export { opensNextYear, type NextYear } from './appraisal.opens.ts';
export { appraisal } from './appraisal.ts';
export { postOutline, type OutlineArea, type OutlinePart, type PostOutline } from './post-outline.ts';
export {
  differences,
  gaps,
  movements,
  radar,
  type AreaGap,
  type AreaShape,
  type Difference,
  type ElementGap,
  type ElementShape,
  type Movement,
  type StatementGap,
} from './readings.ts';
export type { Expected, Levels } from './remit.ts';
export { factsSeenBy, seenBy } from './seen.ts';
