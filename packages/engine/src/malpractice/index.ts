export * from './malpractice.commands.ts';
export * from './malpractice.facts.ts';
export { disallowsAward } from './malpractice.disallows.ts';
export { holdsAward } from './malpractice.holds.ts';
export { liftsHold } from './malpractice.lifts.ts';
export { malpractice } from './malpractice.ts';
export { voidsEvidence } from './malpractice.voids.ts';
