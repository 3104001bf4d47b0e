import type { AwardId, PersonId, Party, ProviderId, SubmissionId } from '../kernel/index.ts';
import type { Bank } from '../scoring/index.ts';
import type { OfRecord } from './correction.ts';

/** The result that a review or an appeal looks at again, as whoever keeps the records finds it. */
export interface ReviewedResult extends OfRecord {
  readonly award: AwardId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  /** What was banked before the attempt, and so was not marked in it. */
  readonly before: Bank;
  readonly assessors: readonly PersonId[];
  /** Everybody who moderated it, or decided on it before. */
  readonly moderators: readonly PersonId[];
}

/** Of something that holds more, what it says of the result. */
export function reviewedResult({
  award,
  submission,
  candidate,
  provider,
  scores,
  gates,
  before,
  assessors,
  moderators,
}: ReviewedResult): ReviewedResult {
  return { award, submission, candidate, provider, scores, gates, before, assessors, moderators };
}

/** Whether a person has had any part in a result: its candidate, who marked or decided on it, who acted in its records. */
export function hadPart(
  person: PersonId,
  { candidate, assessors, moderators }: ReviewedResult,
  elsewhere: readonly Party[] = [],
): boolean {
  return [candidate, ...assessors, ...moderators, ...elsewhere.map((party) => party.person)].includes(person);
}

/** Who stands in a result in which role. */
export function partiesOf({ candidate, assessors, moderators }: ReviewedResult): Party[] {
  return [
    { person: candidate, role: 'candidate' },
    ...assessors.map((person) => ({ person, role: 'assessor' }) as const),
    ...moderators.map((person) => ({ person, role: 'moderator' }) as const),
  ];
}
