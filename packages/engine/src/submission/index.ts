export { beyondPriorLearning, priorLearningSays } from './prior-learning.ts';
export { manifestOf, type Manifest, type ManifestItem } from './manifest.ts';
export * from './submission.commands.ts';
export * from './submission.facts.ts';
export { opensAfterMissed, opensAgain } from './submission.again.ts';
export { opensSubmission } from './submission.opens.ts';
export { submission } from './submission.ts';
