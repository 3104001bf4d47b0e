export * from './cohort.commands.ts';
export * from './cohort.facts.ts';
export { cohort } from './cohort.ts';
export * from './provider.commands.ts';
export * from './provider.facts.ts';
export { provider } from './provider.ts';
