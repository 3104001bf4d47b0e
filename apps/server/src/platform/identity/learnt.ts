import { AsyncLocalStorage } from 'node:async_hooks';

/** What a request has shown so far of the person who signs in with it. */
export type Learnt = {
  /** Whether the sign-on service vouches for a second factor. */
  vouched: boolean;
};

/** better-auth's hooks are told of a row, not of what came with it; this carries it from one to the next within a request. */
export const learnt = new AsyncLocalStorage<Learnt>();
