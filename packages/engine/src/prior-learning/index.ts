export * from './prior-learning.commands.ts';
export * from './prior-learning.facts.ts';
export { banksPriorLearning } from './prior-learning.banks.ts';
export { endsPriorLearning } from './prior-learning.ends.ts';
export { priorLearning } from './prior-learning.ts';
