export * from './circumstances.commands.ts';
export * from './circumstances.facts.ts';
export { circumstances } from './circumstances.ts';
export { excusesAttempt } from './circumstances.excuses.ts';
export { grantsExtension } from './circumstances.grants.ts';
