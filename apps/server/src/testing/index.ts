// What tests of other workspaces use of the server's.
export { kinds } from './databases.ts';
export { rebuilt } from './rebuilt.ts';
export { freshPlace, reopenWorld } from './world.ts';
