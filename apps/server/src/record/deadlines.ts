import type { Running } from '@assay/engine';
import type { Writing } from '../database.ts';

/** Keeps the deadline that runs on a record now, in place of the one before; the same one is left as it is. */
export async function keepDeadline(
  writing: Writing,
  record: { readonly stream: string; readonly workflow: string },
  before: Running | null,
  now: Running | null,
): Promise<void> {
  if (before?.at === now?.at && before?.command === now?.command && before?.clock === now?.clock) return;
  if (now === null) {
    await writing.deleteFrom('deadline').where('stream', '=', record.stream).execute();
    return;
  }
  const { at, clock, command } = now;
  await writing
    .insertInto('deadline')
    .values({ ...record, at, clock, command })
    .onConflict((conflict) => conflict.column('stream').doUpdateSet({ at, clock, command }))
    .execute();
}
