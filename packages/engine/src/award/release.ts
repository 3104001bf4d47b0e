import { decideAll, type ContentHash, type Rulebook, type State, type Together } from '../kernel/index.ts';
import type { RatifyAward } from './award.commands.ts';
import { releaseDigest } from './release-digest.ts';
import type { Award, AwardFact } from './award.facts.ts';
import { award } from './award.ts';

/** One award of a batch, as it stands. */
export interface Releasable {
  readonly id: string;
  readonly state: State<Award>;
}

/** The awards of a batch that a release would let out: neither held nor released before. */
export function releasable(awards: readonly Releasable[]): Releasable[] {
  return awards.filter(({ state }) => state.status === 'recommended');
}

/**
 * Releases every award of a signed-off batch that is not held: all or none. What was released before is left as it is,
 * so that twice is once. `seen` is the `releaseDigest` of what the releaser saw of `releasable(awards)`.
 */
export function releaseBatch(
  awards: readonly Releasable[],
  command: RatifyAward & { readonly seen: ContentHash },
  book: Rulebook,
): Together<Award, AwardFact> {
  const waiting = releasable(awards);
  const shown = releaseDigest(waiting.map(({ state }) => state.context));
  return decideAll(
    award,
    waiting.map(({ id, state }) => ({ id, state, command: { ...command, shown } })),
    book,
  );
}
