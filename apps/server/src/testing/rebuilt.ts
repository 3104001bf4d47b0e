import { rebuild } from '../record/rebuild.ts';
import { audit } from '../record/verify.ts';
import { readModelRows } from './readModels.ts';
import type { World } from '../world.ts';

/** What the audit says of the record, and every read model before and after it is made again from the facts alone. */
export async function rebuilt({ db, dialect }: World) {
  const audited = await audit(db);
  const before = await readModelRows(db);
  await rebuild(db, dialect);
  return { audited, before, after: await readModelRows(db) };
}
