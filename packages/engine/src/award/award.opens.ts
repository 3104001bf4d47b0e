import type { AwardId } from '../kernel/index.ts';
import { markersOf, type BatchSignedOff, type Candidature } from '../moderation/index.ts';
import type { Bank, Scores } from '../scoring/index.ts';
import type { RecommendAward } from './award.commands.ts';

/**
 * A signed-off batch recommends an award for each of its candidatures. `bank` is what the attempt was opened with; left
 * out, it is the scores that the grounds say were banked.
 */
export function opensAward(
  signed: BatchSignedOff,
  candidature: Candidature,
  award: AwardId,
  bank: Bank = bankedIn(candidature),
): RecommendAward {
  const { submission, candidate, attempt, scores, gates, allowances, grounds } = candidature;
  const { batch, cohort, provider, moderators, digest, by, at } = signed;
  return {
    type: 'RecommendAward',
    award,
    submission,
    candidate,
    assessors: markersOf(candidature),
    moderators,
    provider,
    cohort,
    batch,
    signed: digest,
    findings: { scores, gates, allowances, attempt },
    grounds,
    bank,
    by: { ...by, role: 'system' },
    at,
  };
}

function bankedIn({ scores, grounds }: Pick<Candidature, 'scores' | 'grounds'>): Bank {
  const banked: Scores = Object.fromEntries(
    Object.entries(scores).filter(([code]) => ['banked', 'priorLearning'].includes(grounds[code]?.how ?? '')),
  );
  return { scores: banked, gates: {}, allowances: {} };
}
