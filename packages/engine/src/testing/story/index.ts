export { storyOf, tellStory } from './story.ts';
export { kindsOf } from './kinds.ts';
export type { Keeper } from './keeper.ts';
export { Stuck, type Attempts, type Knowledge, type Step } from './step.ts';
export { naming, namings } from './naming.ts';
export { unexplained } from './spec.ts';
export { relationsOf, standsIn } from './standing.ts';
export { smallProfile, smallYearBook } from '../small-year.ts';
