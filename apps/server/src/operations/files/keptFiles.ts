import type { Database } from '../../database.ts';

const atOnce = 500;

/**
 * The hash of every stored file that the database refers to, once each and in order: what people uploaded and wrote,
 * and what evidence items hold, but not what was destroyed or erased. Reads page by page, so that memory stays flat.
 */
export async function* keptFiles(reading: Database): AsyncGenerator<string> {
  let last = '';
  for (;;) {
    const page = await reading
      .selectFrom('upload')
      .select('upload.hash')
      .where('upload.hash', '>', last)
      .union(
        reading
          .selectFrom('item')
          .leftJoin('erasure', 'erasure.person', 'item.candidate')
          .select('item.hash')
          .where('item.hash', '>', last)
          .where('item.status', 'not in', ['removed', 'destroyed'])
          .where('erasure.person', 'is', null),
      )
      .orderBy('hash')
      .limit(atOnce)
      .execute();
    for (const { hash } of page) yield (last = hash);
    if (page.length < atOnce) return;
  }
}
