import type { Adapt } from '../library/library.ts';

/** For stories of other stages: a scheme under which one marker is enough for everybody. */
export const markedByOne: Adapt = (scheme) => ({
  ...scheme,
  secondMarking: { ...scheme.secondMarking, firstPortfolios: 0, resubmissions: false, everyKth: null },
});

/** The same, and two moderators release what is released. */
export const releasedByTwo: Adapt = (scheme) => ({ ...markedByOne(scheme), release: { secondPerson: true } });

/** One marker, and a sample of one, whatever is in the batch: so some of it stays unseen. */
export const sparselySampled: Adapt = (shipped) => {
  const scheme = markedByOne(shipped);
  const none = { fraction: 0, atLeast: 0, says: 'None is sampled for its assessor.' };
  return {
    ...scheme,
    sampling: {
      ...scheme.sampling,
      allUpTo: 0,
      atLeast: 1,
      fraction: 0,
      squareRoot: false,
      stratifyBy: [],
      extremes: false,
      mandatory: [],
      ratings: { ...scheme.sampling.ratings, red: none, amber: none, green: none },
    },
  };
};

/** One marker, and an area may leave one standard a little below its threshold, with a reason. */
export const tolerant: Adapt = (scheme) => ({ ...markedByOne(scheme), profile: 'tolerant' });
