export { bare, type Bare } from './bare.ts';
export { walk, type WalkedPath } from './paths.ts';
export { as, demoProvider, noon, people } from './people.ts';
export { sent, type Sent } from './rows.ts';
export { given, type Scenario } from './scenario.ts';
export { someCandidature } from './some-candidature.ts';
export { smallBook, smallFramework } from './small-book.ts';
