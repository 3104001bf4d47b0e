import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const current = new AsyncLocalStorage<string>();

/** The id of the request that is being answered, for lines of the log; undefined outside of any. */
export const requestId = (): string | undefined => current.getStore();

/** Runs what answers a request under its id. */
export const underRequestId = <Answer>(id: string, work: () => Answer): Answer => current.run(id, work);

/** A proxy's own id, where we trust the proxy and it has a plain form; otherwise a fresh one. */
export function chooseRequestId(named: string | undefined, trusted: boolean): string {
  return trusted && named !== undefined && /^[\w-]{8,64}$/.test(named) ? named : randomUUID();
}
