import type { Adapt } from '../library/library.ts';

/** For stories of other stages: a scheme under which one marker is enough for everybody. */
export const markedByOne: Adapt = (scheme) => ({
  ...scheme,
  secondMarking: { ...scheme.secondMarking, firstPortfolios: 0, resubmissions: false, everyKth: null },
});

/** The same, and two moderators release what is released. */
export const releasedByTwo: Adapt = (scheme) => ({ ...markedByOne(scheme), release: { secondPerson: true } });
