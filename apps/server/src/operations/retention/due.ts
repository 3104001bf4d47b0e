import { appeal, deadlineOf, evidence, instant, markingReview, type EvidenceItem } from '@assay/engine';
import type { World } from '../../world.ts';

/** Work of which something is to be done now. */
export type DueWork =
  | { readonly item: string; readonly what: 'retain' }
  | { readonly item: string; readonly what: 'destroy'; readonly appealsOpen: boolean };

/**
 * What the scheme's times ask for now, the longest released first: work whose result is released is kept from now on,
 * and work that was kept long enough is destroyed. Reads only, page by page.
 */
export async function* dueRetention(world: World): AsyncGenerator<DueWork> {
  for await (const { item } of releasedWork(world, ['locked', 'quarantined'])) yield { item, what: 'retain' };
  const now = world.given.now();
  let contested: ReadonlySet<string> | null = null;
  for await (const { item, submission, releasedAt } of releasedWork(world, ['retained'])) {
    const least = deadlineOf('keep-work', instant(releasedAt), world.library.book);
    // Work is kept at least that long after its release, so nothing that was released later is due either.
    if (least !== null && now <= least.at) return;
    if (!(await isKeptLongEnough(world, item, now))) continue;
    contested ??= await contestedSubmissions(world);
    yield { item, what: 'destroy', appealsOpen: contested.has(submission) };
  }
}

const atOnce = 500;

async function* releasedWork({ db }: World, statuses: readonly string[]) {
  let last = { released: '', item: '' };
  for (;;) {
    const page = await db
      .selectFrom('item')
      .innerJoin('award', 'award.submission', 'item.submission')
      .select(['item.item', 'item.submission', 'award.released_at as releasedAt'])
      .where('award.released_at', 'is not', null)
      .where('item.status', 'in', statuses)
      .where(({ or, and, eb }) =>
        or([
          eb('award.released_at', '>', last.released),
          and([eb('award.released_at', '=', last.released), eb('item.item', '>', last.item)]),
        ]),
      )
      .orderBy('award.released_at')
      .orderBy('item.item')
      .limit(atOnce)
      .execute();
    for (const { item, submission, releasedAt } of page) {
      last = { released: releasedAt ?? '', item };
      yield { item, submission, releasedAt: last.released };
    }
    if (page.length < atOnce) return;
  }
}

async function isKeptLongEnough({ db }: World, item: string, now: string): Promise<boolean> {
  const { context } = await db
    .selectFrom('stream')
    .select('context')
    .where('id', '=', item)
    .where('workflow', '=', evidence.name)
    .executeTakeFirstOrThrow();
  const { due }: EvidenceItem = JSON.parse(context);
  return due !== null && now > due.at;
}

/** Submissions of which a review of marking or an appeal is not decided, or may still be taken further. */
async function contestedSubmissions({ db }: World): Promise<ReadonlySet<string>> {
  const contested = new Set<string>();
  for (const { name, turns } of [markingReview, appeal]) {
    const open = Object.keys(turns).filter((status) => turns[status] !== null);
    const rows = await db
      .selectFrom('stream')
      .select('context')
      .where('workflow', '=', name)
      .where('status', 'in', open)
      .execute();
    for (const { context } of rows) {
      const { submission }: { submission: string } = JSON.parse(context);
      contested.add(submission);
    }
  }
  return contested;
}
