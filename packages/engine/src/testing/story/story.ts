import type { Scheme } from '@assay/standards';
import { smallBook } from '../small-book.ts';
import { fourAreMarkedTwice } from './appeals.ts';
import { oneYearIsAppraised } from './appraising.ts';
import { oneHandsNothingIn, twoAreReferred } from './attempts.ts';
import { fourAreReported } from './cases.ts';
import { Keeper } from './keeper.ts';
import { providerIsSetUp } from './provider.ts';
import { oneAssessorIsMarkedAgain } from './remarking.ts';
import { oneAssessorRisesAndFalls } from './standings.ts';
import type { Attempts, Knowledge, Step } from './step.ts';
import { oneCandidateThoroughly } from './thorough.ts';

/** What differs from the shipped scheme: an allowance can be logged, and two areas short are a retake. */
const change = { profile: 'tolerant', resit: { areasAtMost: 1, months: 3 } } as const;

/** A sample of one, whatever is in the batch: so some of it stays unseen. */
function sparsely({ sampling }: Scheme): Scheme['sampling'] {
  const none = { fraction: 0, atLeast: 0, says: 'None is sampled for its assessor.' };
  return {
    ...sampling,
    allUpTo: 0,
    atLeast: 1,
    fraction: 0,
    squareRoot: false,
    stratifyBy: [],
    extremes: false,
    mandatory: [],
    ratings: { ...sampling.ratings, red: none, amber: none, green: none },
  };
}

export interface Story {
  /** Each stands on its own: a cohort, or a record beside the flow. */
  readonly chapters: readonly ((keeper: Keeper) => void)[];
  /** Keeps the records of a story, or of a chapter of it, as it is told or otherwise. */
  keeper(attempts?: Attempts, knowledge?: Knowledge): Keeper;
}

/** The whole story under a shipped scheme made small: every command of every workflow is taken in it at least once. */
export function storyOf(shipped: Scheme): Story {
  const book = smallBook(shipped, change);
  const byTwo = smallBook(shipped, { ...change, release: { secondPerson: true } });
  const sparse = smallBook(shipped, { ...change, sampling: sparsely(shipped) });
  return {
    chapters: [
      providerIsSetUp,
      (keeper) => oneCandidateThoroughly(keeper, byTwo),
      fourAreMarkedTwice,
      (keeper) => oneAssessorIsMarkedAgain(keeper, sparse),
      oneAssessorRisesAndFalls,
      twoAreReferred,
      oneHandsNothingIn,
      fourAreReported,
      oneYearIsAppraised,
    ],
    keeper: (attempts, knowledge) => new Keeper(book, attempts, knowledge),
  };
}

/** Tells it as it is written; answers the steps that were taken. */
export function tellStory(shipped: Scheme): readonly Step[] {
  const { chapters, keeper } = storyOf(shipped);
  const kept = keeper();
  for (const chapter of chapters) chapter(kept);
  return kept.steps;
}
