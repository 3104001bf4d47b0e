import {
  review,
  type Actor,
  type Manifest,
  type OpenReview,
  type Review,
  type ReviewFact,
  type ReviewSealed,
  type Source,
} from '@assay/engine';
import type { StatementCode } from '@assay/standards';
import { scoreAt, type Assessor } from './assessors.ts';
import type { Chance } from './chance.ts';
import { factOf, type Desk, type Kept } from './desk.ts';
import { at, calendar, days } from './people.ts';

/** How good a portfolio truly is on each standard, as a position on the scale; no assessor ever sees it. */
export type Quality = ReadonlyMap<StatementCode, number>;

/** A review that one marker sealed. */
export interface Read {
  readonly kept: Kept<Review, ReviewFact>;
  readonly sealed: ReviewSealed;
}

/** One marker's reading of a portfolio, from allocation to seal. `from`: the day on which the attempt was opened. */
export function read(
  desk: Desk,
  dice: Chance,
  open: OpenReview,
  manifest: Manifest,
  quality: Quality,
  assessor: Assessor,
  provider: Actor,
  markers: readonly Assessor[],
  from: number,
): Read {
  const by = assessor.actor;
  let kept = begin(desk, allocate(desk, open, assessor, provider, markers, from), by, from);
  if (open.marker === 'first') kept = meet(desk, kept, by, from);
  for (const standard of open.scope.standards) {
    const score = scoreOf(desk, dice, quality, assessor, standard);
    kept = judge(desk, kept, manifest, standard, score, by, from);
  }
  for (const component of open.scope.gates)
    kept = desk.send(review, kept, {
      type: 'JudgeGate',
      component,
      met: dice.happens(gateMet),
      reason: 'Simulated.',
      by,
      at: at(from + days.judged),
    });
  if (open.scope.coverage)
    kept = desk.send(review, kept, {
      type: 'NoteCoverage',
      statements: [...desk.book.covered.keys()],
      by,
      at: at(from + days.judged),
    });
  return seal(desk, kept, by, from + days.sealed);
}

/** What an assessor gives for a standard on this day. */
export function scoreOf(
  { book }: Desk,
  dice: Chance,
  quality: Quality,
  { severity, noise }: Assessor,
  standard: StatementCode,
): number {
  return scoreAt((quality.get(standard) ?? 0) - severity + noise * dice.bell(), book);
}

/** Opens a review and gives it to an assessor, where there is one. */
export function allocate(
  desk: Desk,
  open: OpenReview,
  assessor: Assessor | null,
  provider: Actor,
  markers: readonly Assessor[],
  from: number,
): Kept<Review, ReviewFact> {
  const opened = desk.send(review, open.review, open);
  if (assessor === null) return opened;
  return desk.send(review, opened, {
    type: 'AllocateAssessor',
    assessor: assessor.actor.person,
    appointed: true,
    connected: false,
    markers: markers.map(({ actor }) => actor.person),
    by: provider,
    at: at(from + days.allocated),
  });
}

export function begin(desk: Desk, kept: Kept<Review, ReviewFact>, by: Actor, from: number): Kept<Review, ReviewFact> {
  return desk.send(review, kept, { type: 'BeginMarking', noConflict: true, by, at: at(from + days.begun) });
}

/** How often a gate is met. */
const gateMet = 0.998;

export function seal(desk: Desk, kept: Kept<Review, ReviewFact>, by: Actor, day: number): Read {
  const sealed = desk.send(review, kept, { type: 'SealReview', by, at: at(day) });
  return { kept: sealed, sealed: factOf(sealed.facts, 'ReviewSealed') };
}

/** The visit and the discussion, which the first marker holds. */
export function meet(desk: Desk, kept: Kept<Review, ReviewFact>, by: Actor, from: number): Kept<Review, ReviewFact> {
  const visited = desk.send(review, kept, {
    type: 'RecordVisit',
    on: calendar(from + days.visited),
    account: 'A day at the centre.',
    by,
    at: at(from + days.visited),
  });
  return desk.send(review, visited, {
    type: 'RecordDiscussion',
    on: calendar(from + days.visited),
    minutes: 60,
    account: 'A question to every area.',
    by,
    at: at(from + days.visited),
  });
}

/** Confirms the items in which the standard is claimed, and scores it. */
export function judge(
  desk: Desk,
  before: Kept<Review, ReviewFact>,
  manifest: Manifest,
  standard: StatementCode,
  score: number,
  by: Actor,
  from: number,
): Kept<Review, ReviewFact> {
  let kept = before;
  const evidence = score >= desk.book.sufficiency.fromScore ? sourcesOf(manifest, standard) : [];
  for (const source of evidence) {
    if (kept.state.context.counting[standard]?.includes(source) === true) continue;
    kept = desk.send(review, kept, {
      type: 'ConfirmEvidence',
      standard,
      source,
      valid: true,
      authentic: true,
      current: true,
      sufficient: true,
      by,
      at: at(from + days.judged),
    });
  }
  return desk.send(review, kept, {
    type: 'JudgeStandard',
    standard,
    score,
    reason: 'Simulated.',
    evidence,
    by,
    at: at(from + days.judged),
  });
}

function sourcesOf({ items }: Manifest, standard: StatementCode): Source[] {
  return items.flatMap(({ number, claims }): Source[] => (Object.hasOwn(claims, standard) ? [`E${number}`] : []));
}
