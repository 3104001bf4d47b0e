import { day, personId, review, type Review, type ReviewId, type Source } from '@assay/engine';
import type { Unit } from '../record/unit.ts';

/** On what a standard is scored, how it is scored, and whether the marker seals in the end. */
export interface Marks {
  readonly sources: readonly Source[];
  scoreOf(code: string): number;
  readonly sealed: boolean;
}

/** Allocates a review to a marker, who marks it whole. The unit's people are the marker and somebody who allocates. */
export async function marked(unit: Unit, id: ReviewId, marker: string, marks: Marks): Promise<void> {
  await unit.change(review, id, null, (by, at) => ({
    type: 'AllocateAssessor',
    assessor: personId(marker),
    appointed: true,
    by,
    at,
  }));
  await judged(unit, id, marks);
}

/** The marker whose review this is marks all that it was opened for. */
export async function judged(unit: Unit, id: ReviewId, marks: Marks): Promise<void> {
  await unit.change(review, id, null, (by, at) => ({ type: 'BeginMarking', noConflict: true, by, at }));
  const { scope } = await occasions(unit, id);
  await standards(unit, id, scope, marks);
  await beside(unit, id, scope);
  if (marks.sealed) await unit.change(review, id, null, (by, at) => ({ type: 'SealReview', by, at }));
}

/** Visit and discussion. Answers what the review is. */
async function occasions(unit: Unit, id: ReviewId): Promise<Review> {
  const on = day('2026-03-01');
  await unit.change(review, id, null, (by, at) => ({
    type: 'RecordVisit',
    on,
    account: 'A day at the centre.',
    by,
    at,
  }));
  const { context } = await unit.change(review, id, null, (by, at) => ({
    type: 'RecordDiscussion',
    on,
    minutes: 60,
    account: 'Asked about every area.',
    by,
    at,
  }));
  return context;
}

async function standards(unit: Unit, id: ReviewId, scope: Review['scope'], { sources, scoreOf }: Marks): Promise<void> {
  const test = { valid: true, authentic: true, current: true, sufficient: true };
  for (const standard of scope.standards) {
    for (const source of sources)
      await unit.change(review, id, null, (by, at) => ({ type: 'ConfirmEvidence', standard, source, ...test, by, at }));
    await unit.change(review, id, null, (by, at) => ({
      type: 'JudgeStandard',
      standard,
      score: scoreOf(standard),
      reason: `Why ${standard}.`,
      evidence: sources,
      by,
      at,
    }));
  }
}

/** Gates, and the statements that are covered rather than scored. */
async function beside(unit: Unit, id: ReviewId, scope: Review['scope']): Promise<void> {
  for (const component of scope.gates)
    await unit.change(review, id, null, (by, at) => ({
      type: 'JudgeGate',
      component,
      met: true,
      reason: 'Seen.',
      by,
      at,
    }));
  if (!scope.coverage) return;
  const statements = [...unit.given.book.covered.keys()];
  await unit.change(review, id, null, (by, at) => ({ type: 'NoteCoverage', statements, by, at }));
}
