import type { BatchView, ReviewView } from '../server.ts';

export type { AreaResult, BatchView, Releasable, ReviewView } from '../server.ts';

export type Source = ReviewView['sources'][number];
export type Claim = { readonly source: string; readonly place: string };
export type Drawn = BatchView['sample'][number];
export type Outcome = Drawn['recommended'];
