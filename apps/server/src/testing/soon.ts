import { vi } from 'vitest';

/** Repeats a check until it holds: for what happens in its own time. Fails, as the check does, where that is never. */
export function soon(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: 30_000, interval: 5 });
}
