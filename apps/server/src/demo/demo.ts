// What the rest of the server knows of the demo.
export { greeting } from './greeting.ts';
export { loadDemo } from './load.ts';
export { unload } from './unload.ts';
