import { setImmediate as turn } from 'node:timers/promises';
import { deadlineOf, instant } from '@assay/engine';
import type { World } from '../../world.ts';
import { doom } from '../files/doomedFiles.ts';

const atOnce = 500;

/**
 * Dooms uploads that are of no use any more: earlier versions of a text, and files that were never put into an item.
 * Only where all work of their person was removed or destroyed, no portfolio of theirs is open or being assessed, and
 * the time for keeping work has passed since they came.
 */
export async function doomUnusedUploads({ db, given, library }: World): Promise<number> {
  const now = given.now();
  let last = { hash: '', person: '' };
  let doomed = 0;
  for (;;) {
    const page = await db
      .selectFrom('upload')
      .select(['hash', 'person', 'noted_at'])
      .where(({ or, and, eb }) =>
        or([eb('hash', '>', last.hash), and([eb('hash', '=', last.hash), eb('person', '>', last.person)])]),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('item')
              .select('item.item')
              .whereRef('item.candidate', '=', 'upload.person')
              .where('item.status', 'not in', ['removed', 'destroyed']),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('submission')
              .select('submission.submission')
              .whereRef('submission.candidate', '=', 'upload.person')
              .where('submission.stage', 'not in', ['released', 'withdrawn']),
          ),
        ),
      )
      .orderBy('hash')
      .orderBy('person')
      .limit(atOnce)
      .execute();
    for (const { hash, person, noted_at: noted } of page) {
      last = { hash, person };
      const keep = noted === null ? null : deadlineOf('keep-work', instant(noted), library.book);
      if (keep !== null && now <= keep.at) continue;
      await turn();
      await db.transaction().execute((writing) => doom(writing, person, [hash], now));
      doomed++;
    }
    if (page.length < atOnce) return doomed;
  }
}
