import { createHash } from 'node:crypto';

/** A kept file whose content is no longer what its hash says. */
export class DamagedFile extends Error {
  override name = 'DamagedFile';

  constructor(hash: string) {
    super(`The stored file ${hash} is damaged: its content is no longer what its hash says.`);
  }
}

/**
 * A whole file's stream that checks itself: the last piece is held back until the hash agrees, and a damaged file ends
 * in a {@link DamagedFile} instead, so that nobody takes what came before it for the whole.
 */
export function verified(
  stream: ReadableStream<Uint8Array>,
  hash: string,
  onDamage: (damage: DamagedFile) => void,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  const now = createHash('sha256');
  let held: Uint8Array | null = null;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        const next = await reader.read();
        if (next.done) break;
        now.update(next.value);
        const before = held;
        held = next.value;
        if (before === null) continue;
        return controller.enqueue(before);
      }
      if (now.digest('hex') === hash) {
        if (held !== null) controller.enqueue(held);
        return controller.close();
      }
      const damage = new DamagedFile(hash);
      onDamage(damage);
      controller.error(damage);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
