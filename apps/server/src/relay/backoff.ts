import { createHash } from 'node:crypto';
import type { Instant } from '@assay/engine';
import { after } from './clock.ts';

/** How often a message is tried before it is given up: over about two days. */
export const mostAttempts = 12;

/** The first wait in milliseconds, and by how much each wait is longer than the one before. */
const first = 10_000;
const growth = 2.5;
/** Up to this part of a wait is added to it, so that what failed together does not come again together. */
const jitter = 0.2;

/**
 * When a message is tried again after its nth attempt failed at `at`; null when it is given up. Pure: the jitter comes
 * from the message's id, so that every server says the same.
 */
export function retryAt(id: string, attempts: number, at: Instant): Instant | null {
  if (attempts >= mostAttempts) return null;
  const wait = first * growth ** (attempts - 1);
  return after(at, Math.round(wait * (1 + jitter * share(`${id} ${attempts}`))));
}

/** A number from 0 up to 1, always the same for a text and evenly spread over texts. */
function share(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}
