import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../database.ts';
import type { Dialect } from '../../platform/dialect.ts';
import type { FileStore } from '../../platform/files/store.ts';
import { backUp } from './backUp.ts';
import { ArchiveError } from './errors.ts';
import { restore } from './restore.ts';

/** What was copied, and the digest that the log of facts has in both databases. */
export interface Moved {
  readonly rows: number;
  readonly facts: number;
  readonly records: number;
  readonly digest: string;
}

/**
 * Copies an installation's database into another, empty one and proves that what arrived is what left: every page's
 * hash, the chain of every fact, the state of every record, the signed checkpoints, and in the end one digest over the
 * whole log on both sides. The files stay where they are. The first database is only read.
 *
 * @param folder where the archive that carries it is made for a while; it needs as much room as the database.
 * @throws ArchiveError where the other database is not empty, or somebody wrote to the first one meanwhile.
 */
export async function move(
  from: { readonly db: Database; readonly files: FileStore },
  to: { readonly db: Database; readonly dialect: Dialect },
  { folder, now, replace }: { readonly folder: string; readonly now: () => string; readonly replace: boolean },
): Promise<Moved> {
  const place = await mkdtemp(join(folder, 'move-'));
  try {
    const archive = join(place, 'archive.tar');
    const left = await backUp({ ...from, now }, archive);
    const arrived = await restore({ ...to, files: from.files }, archive, { replace });
    if (!arrived.audit.ok) throw new Error('a record that is not whole was restored');
    const [before, after] = [await logDigest(from.db), await logDigest(to.db)];
    if (before !== after)
      throw new ArchiveError(
        'Somebody wrote to the first database while it was copied, so the copy lacks something. Stop the server, and move again with --replace.',
      );
    return { rows: left.rows, facts: left.facts, records: arrived.audit.streams, digest: after };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** SHA-256 over the hashes of all facts, in the order of the log. */
export async function logDigest(db: Database): Promise<string> {
  const digest = createHash('sha256');
  let position = 0;
  for (;;) {
    const page = await db
      .selectFrom('fact')
      .select(['position', 'hash'])
      .where('position', '>', position)
      .orderBy('position')
      .limit(5000)
      .execute();
    if (page.length === 0) return digest.digest('hex');
    for (const row of page) {
      digest.update(row.hash);
      ({ position } = row);
    }
  }
}
