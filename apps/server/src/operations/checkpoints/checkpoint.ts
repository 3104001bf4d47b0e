import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { digestOf } from '@assay/engine';
import type { Database } from '../../database.ts';

/** How far the log had come at an instant, signed: nobody without the key can make another that says otherwise. */
export interface Checkpoint {
  /** The last fact that it covers. */
  readonly position: number;
  /** The position of the checkpoint before; 0 for the first. */
  readonly previous: number;
  /** SHA-256 over the digest before and the hashes of the facts since, in order. */
  readonly digest: string;
  readonly at: string;
  /** The public key that `signature` is checked with, base64url. */
  readonly key: string;
  readonly signature: string;
}

export interface CheckpointTables {
  checkpoint: { -readonly [Column in keyof Checkpoint]: Checkpoint[Column] };
}

/** What is signed: the digest of everything that a checkpoint says. */
export function signedText({ position, previous, digest, at, key }: Omit<Checkpoint, 'signature'>): string {
  return digestOf({ what: 'assay-checkpoint', position, previous, digest, at, key });
}

/** Adds the hashes of facts to a digest, one after the other. */
export function rolling(before: string) {
  const hash = createHash('sha256').update(`${before}\n`);
  return {
    add: (fact: string) => void hash.update(`${fact}\n`),
    digest: () => hash.digest('hex'),
  };
}

const atOnce = 2000;

/** The hashes of the facts after a position, in order, page by page. Ends before a gap. */
export async function* hashesAfter(
  db: Database,
  after: number,
): AsyncGenerator<{ readonly position: number; readonly hash: string }> {
  let last = after;
  for (;;) {
    const page = await db
      .selectFrom('fact')
      .select(['position', 'hash'])
      .where('position', '>', last)
      .orderBy('position')
      .limit(atOnce)
      .execute();
    for (const fact of page) {
      if (fact.position !== last + 1) return;
      last = fact.position;
      yield fact;
    }
    if (page.length < atOnce) return;
    // The database answers without giving way, and people are waiting for theirs.
    await turn();
  }
}
