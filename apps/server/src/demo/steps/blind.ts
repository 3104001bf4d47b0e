import {
  review,
  reviewId,
  type Marker,
  type Measure,
  type PersonId,
  type ReviewId,
  type Rulebook,
  type Source,
} from '@assay/engine';
import { involvedIn } from '../../record/involvement.ts';
import type { Unit } from '../../record/unit.ts';
import { acceptedOf, type Story } from '../stories.ts';
import { reasonFor } from '../texts/reasons.ts';
import { claimedFor } from './marking.ts';

/** The second or third marker's review of a story. Throws where nobody asked for one. */
export async function reviewBy(unit: Unit, { submission }: Story, marker: Marker): Promise<ReviewId> {
  const row = await (
    await unit.tables()
  )
    .selectFrom('review')
    .select('review')
    .where('submission', '=', submission)
    .where('marker', '=', marker)
    .executeTakeFirstOrThrow();
  return reviewId(row.review);
}

/** Gives another marker's review to a person, beside those who mark the portfolio already. */
export async function allocateMarker(
  unit: Unit,
  { submission, assessor, second }: Story,
  id: ReviewId,
  person: PersonId,
): Promise<void> {
  const involved = await involvedIn(await unit.tables(), { are: [submission] }, [person]);
  const markers = [assessor.id, ...(second === null || second.id === person ? [] : [second.id])];
  await unit.change(review, id, null, (by, at) => ({
    type: 'AllocateAssessor',
    assessor: person,
    appointed: true,
    markers,
    involved,
    by,
    at,
  }));
}

/** Confirms what the portfolio has for one standard, and judges it on that: no visit and no discussion stand beside it. */
export async function judgeBlind(
  unit: Unit,
  story: Story,
  marker: Exclude<Marker, 'first'>,
  measure: Measure,
  score: number,
): Promise<void> {
  const id = await reviewBy(unit, story, marker);
  const evidence = sourcesFor(story, measure, score, unit.given.book);
  const test = { valid: true, authentic: true, current: true, sufficient: true };
  for (const source of evidence)
    await unit.change(review, id, null, (by, at) => ({
      type: 'ConfirmEvidence',
      standard: measure.code,
      source,
      ...test,
      by,
      at,
    }));
  const reason = reasonFor(`${story.player.email}/${measure.code}/${marker}/${score}`, measure.code, score, evidence);
  await unit.change(review, id, null, (by, at) => ({
    type: 'JudgeStandard',
    standard: measure.code,
    score,
    reason,
    evidence,
    by,
    at,
  }));
}

/** Two items of two methods; where only one is claimed for the standard, another of the same area is read beside it. */
function sourcesFor(story: Story, { code, area }: Measure, score: number, { threshold }: Rulebook): Source[] {
  const claimed = claimedFor(story, code);
  const [first] = claimed;
  if (first === undefined || score < threshold) return claimed.slice(0, 1);
  const { items } = acceptedOf(story).manifest;
  const methodOf = new Map<string, string>(items.map(({ number, method }) => [`E${number}`, method]));
  const near = items.flatMap(({ number, claims }): Source[] =>
    Object.keys(claims).some((statement) => statement.startsWith(`${area}.`)) ? [`E${number}`] : [],
  );
  const other = [...claimed, ...near].find((source) => methodOf.get(source) !== methodOf.get(first));
  return other === undefined ? [first] : [first, other];
}
