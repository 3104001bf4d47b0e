import { markingId, personId, reviewId, submissionId } from '../kernel/index.ts';
import type { Candidature } from '../moderation/index.ts';

/** The n-th candidature under `smallBook`: marked once, in time, by the first assessor, and achieved throughout. */
export function someCandidature(n: number, change: Partial<Candidature> = {}): Candidature {
  return {
    submission: submissionId(`submission-${n}`),
    marking: markingId(`marking-${n}`),
    review: reviewId(`review-${n}`),
    assessor: personId('assessor-1'),
    alsoMarked: [],
    candidate: personId(`candidate-${n}`),
    attempt: 1,
    round: 1,
    scores: { 'ONE.S1': 2, 'ONE.S2': 2, 'TWO.S1': 2 },
    gates: { C2: true },
    allowances: {},
    grounds: {},
    moved: [],
    late: false,
    priorLearning: [],
    site: null,
    ...change,
  };
}
