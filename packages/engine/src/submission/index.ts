export { manifestOf, type Manifest, type ManifestItem } from './manifest.ts';
export * from './submission.commands.ts';
export * from './submission.facts.ts';
export { opensSubmission } from './submission.opens.ts';
export { submission } from './submission.ts';
