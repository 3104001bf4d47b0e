import { setUpLink } from '../session/setup.ts';
import type { World } from '../world.ts';
import { greeting } from './greeting.ts';
import { demoState, isEmpty, setDemoState } from './installation.ts';
import { unload } from './unload.ts';

/** Makes a fresh installation ready: the demo where it is wanted and nothing is there yet. Answers what the operator should read. */
export async function prepare(world: World): Promise<string> {
  const { db, identity } = world;
  if (identity.demo === null) return setUpLink(world);
  // A start that was cut off while loading left half a demo; nobody has used it, since the server listens only afterwards.
  if ((await demoState(db)) === 'loading') await unload(world);
  if (await isEmpty(db)) {
    // The stories and what prints their papers: no other start has to load them.
    const { loadDemo } = await import('./load.ts');
    await setDemoState(db, 'loading');
    await loadDemo(world);
    await setDemoState(db, 'loaded');
  }
  return greeting(world);
}
