import type { DatabasePlace } from '@assay/server';
import type { Loading } from './into.ts';

/** What a thread is given: where to write, and how to simulate. */
export interface Job {
  readonly place: DatabasePlace;
  readonly shared: SharedArrayBuffer;
  /** Of everybody's password. */
  readonly hash: string;
  readonly loading: Loading;
}

/** What a thread says: that a cohort has been simulated, or that a provider has been written. */
export type Said =
  | { readonly done: false; readonly many: number }
  | {
      readonly done: true;
      readonly provider: number;
      readonly facts: number;
      readonly judgements: number;
      readonly digest: string;
      readonly outcomes: { readonly passed: number; readonly referred: number; readonly failed: number };
    };
