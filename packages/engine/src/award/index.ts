export * from './award.commands.ts';
export * from './award.facts.ts';
export { opensAward } from './award.opens.ts';
export { award } from './award.ts';
