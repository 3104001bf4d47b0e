import type { AwardId } from '../kernel/index.ts';
import type { BatchSignedOff, Candidature } from '../moderation/index.ts';
import type { RecommendAward } from './award.commands.ts';

/** A signed-off batch recommends an award for each of its candidatures. */
export function opensAward(
  signed: BatchSignedOff,
  { submission, candidate, assessor, attempt, scores, gates }: Candidature,
  award: AwardId,
): RecommendAward {
  const { batch, cohort, provider, digest, by, at } = signed;
  return {
    type: 'RecommendAward',
    award,
    submission,
    candidate,
    assessor,
    provider,
    cohort,
    batch,
    signed: digest,
    findings: { scores, gates, attempt },
    by: { ...by, role: 'system' },
    at,
  };
}
