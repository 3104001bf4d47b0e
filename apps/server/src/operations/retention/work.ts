import { setImmediate as turn } from 'node:timers/promises';
import { evidence, itemId, personId, type Actor } from '@assay/engine';
import { AssayError } from '../../record/errors.ts';
import { perform } from '../../record/perform.ts';
import type { World } from '../../world.ts';
import { doom } from '../files/doomedFiles.ts';
import { dueRetention, type DueWork } from './due.ts';

/** How much was begun to be kept, destroyed, and refused by a rule for now. */
export interface WorkDone {
  readonly retained: number;
  readonly destroyed: number;
  readonly refused: number;
}

const system: Actor = { person: personId('retention'), role: 'system', provider: null };

/** Does what is due. A refusal (EVI-19: a review or an appeal is open) leaves the item for another day. */
export async function retainAndDestroy(world: World): Promise<WorkDone> {
  const done = { retained: 0, destroyed: 0, refused: 0 };
  for await (const work of dueRetention(world)) {
    // The database answers without giving way, and people are waiting for theirs.
    await turn();
    try {
      await perform(world, { actors: [system], commandId: world.given.freshId(), asked: work }, (unit) =>
        carryOut(unit, work),
      );
      done[work.what === 'retain' ? 'retained' : 'destroyed']++;
    } catch (error) {
      if (!(error instanceof AssayError)) throw error;
      done.refused++;
    }
  }
  return done;
}

async function carryOut(unit: Parameters<Parameters<typeof perform>[2]>[0], work: DueWork) {
  const item = itemId(work.item);
  if (work.what === 'retain') {
    const { version } = await unit.change(evidence, item, null, (by, at) => ({
      type: 'RetainItem',
      keepUntil: null,
      by,
      at,
    }));
    return { version };
  }
  const { version, context, facts } = await unit.change(evidence, item, null, (by, at) => ({
    type: 'DestroyItem',
    appealsOpen: work.appealsOpen,
    by,
    at,
  }));
  const hashes = facts.flatMap((fact) => (fact.type === 'ItemDestroyed' ? fact.hashes : []));
  const tables = await unit.tables();
  await doom(tables, context.candidate, await notElsewhere(tables, work.item, hashes), unit.at);
  return { version };
}

/** The candidate may have put one file into two items, of which the other is still kept. */
async function notElsewhere(
  writing: Parameters<typeof doom>[0],
  item: string,
  hashes: readonly string[],
): Promise<string[]> {
  const held = await writing
    .selectFrom('item')
    .select('hash')
    .where('hash', 'in', hashes)
    .where('item', '!=', item)
    .where('status', 'not in', ['removed', 'destroyed'])
    .execute();
  const still = new Set(held.map(({ hash }) => hash));
  return hashes.filter((hash) => !still.has(hash));
}
