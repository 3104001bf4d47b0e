export * from './evidence.commands.ts';
export * from './evidence.facts.ts';
export { evidence } from './evidence.ts';
