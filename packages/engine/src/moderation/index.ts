export { candidatureOf, signingDigest, type Candidature } from './candidature.ts';
export * from './moderation.commands.ts';
export * from './moderation.facts.ts';
export { receivesReview } from './moderation.opens.ts';
export { returnsReview } from './moderation.returns.ts';
export { moderation } from './moderation.ts';
export { drawSample, randomSize, type Drawn } from './sample.ts';
