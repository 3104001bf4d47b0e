import type { Database } from '../../database.ts';
import { hashesAfter, rolling, signedText, type Checkpoint } from './checkpoint.ts';
import { isSignedBy } from './signingKey.ts';

/** What the checkpoints prove of the log: how far it is sealed, or the first that does not hold and why. */
export type Sealed =
  | { readonly ok: true; readonly checkpoints: number; readonly sealedTo: number }
  | {
      readonly ok: false;
      readonly checkpoints: number;
      readonly broken: { readonly position: number; readonly says: string };
    };

/** What somebody noted of the log outside it, and what it must still hold. */
export type Witness = Pick<Checkpoint, 'position' | 'digest'>;

/**
 * Compares the log with every checkpoint in order. A chain of hashes alone can be made anew by whoever can write to the
 * database; a checkpoint cannot without the key. So this finds facts that were cut off, taken out with their record, or
 * edited and chained again.
 *
 * @param trusted the public keys that are believed; null believes any, and then only tells whether log and checkpoints agree.
 * @param witness a checkpoint kept elsewhere: without it, nobody can tell that the last checkpoints went with their facts.
 */
export async function verifyCheckpoints(
  db: Database,
  trusted: ReadonlySet<string> | null,
  witness?: Witness,
): Promise<Sealed> {
  const facts = hashesAfter(db, 0);
  let before: Pick<Checkpoint, 'position' | 'digest'> = { position: 0, digest: '' };
  let checkpoints = 0;
  let witnessed = false;
  try {
    for await (const checkpoint of allCheckpoints(db)) {
      const says = await flawOf(checkpoint, before, trusted, facts);
      if (says !== null) return { ok: false, checkpoints, broken: { position: checkpoint.position, says } };
      witnessed ||= witness?.position === checkpoint.position && witness.digest === checkpoint.digest;
      before = checkpoint;
      checkpoints++;
    }
  } finally {
    await facts.return(undefined);
  }
  if (witness !== undefined && !witnessed)
    return {
      ok: false,
      checkpoints,
      broken: {
        position: witness.position,
        says: 'the checkpoint that was noted elsewhere is not among those of this record: what came before it is gone or was replaced',
      },
    };
  return { ok: true, checkpoints, sealedTo: before.position };
}

/** What is wrong with a checkpoint, or null. Takes from `facts` those that it covers and the ones before do not. */
async function flawOf(
  checkpoint: Checkpoint,
  before: Pick<Checkpoint, 'position' | 'digest'>,
  trusted: ReadonlySet<string> | null,
  facts: AsyncGenerator<{ readonly position: number; readonly hash: string }>,
): Promise<string | null> {
  const { position, previous, key, signature, at } = checkpoint;
  if (trusted !== null && !trusted.has(key))
    return `the checkpoint of ${at} is signed with a key that this installation does not know (${key})`;
  if (!isSignedBy(key, signedText(checkpoint), signature))
    return `the signature of the checkpoint of ${at} does not fit`;
  if (previous !== before.position)
    return `a checkpoint is missing before that of ${at}: it follows one at fact ${previous}`;
  const { add, digest } = rolling(before.digest);
  for (let last = before.position; last < position;) {
    const next = await facts.next();
    if (next.done === true)
      return `the log ends after fact ${last}, and the checkpoint of ${at} says that it had come to ${position}: facts were cut off`;
    add(next.value.hash);
    last = next.value.position;
  }
  return digest() === checkpoint.digest
    ? null
    : `the facts ${before.position + 1} to ${position} are not those that the checkpoint of ${at} sealed`;
}

const atOnce = 500;

async function* allCheckpoints(db: Database): AsyncGenerator<Checkpoint> {
  let last = 0;
  for (;;) {
    const page = await db
      .selectFrom('checkpoint')
      .selectAll()
      .where('position', '>', last)
      .orderBy('position')
      .limit(atOnce)
      .execute();
    yield* page;
    last = page.at(-1)?.position ?? last;
    if (page.length < atOnce) return;
  }
}
