import { areaId, componentId, statementCode, type ComponentId, type StatementCode } from '@assay/standards';
import { cohortId, day, digestOf, reviewId, submissionId, type Actor } from '../kernel/index.ts';
import type { ConfirmEvidence, EvidenceTest, OpenReview, ReviewCommand, Source } from '../review/index.ts';
import { demoProvider, noon, people } from './people.ts';

/** The statements, the area and the gate of the small framework that a review speaks of. */
export const small = {
  one: statementCode.parse('ONE.S1'),
  two: statementCode.parse('ONE.S2'),
  three: statementCode.parse('TWO.S1'),
  known: statementCode.parse('ONE.K1'),
  known2: statementCode.parse('TWO.K1'),
  areaOne: areaId.parse('ONE'),
  areaTwo: areaId.parse('TWO'),
  gate: componentId.parse('C2'),
} as const;

const at = noon(10);
const tick = { valid: true, authentic: true, current: true, sufficient: true };

/** Opens a first marker's review of everything; E1 and E3 are of one method. */
export const opened: OpenReview = {
  type: 'OpenReview',
  review: reviewId('review-1'),
  submission: submissionId('submission-1'),
  candidate: people.candidate.person,
  provider: demoProvider,
  cohort: cohortId('cohort-1'),
  attempt: 1,
  manifest: digestOf('manifest'),
  marker: 'first',
  scope: { standards: [small.one, small.two, small.three], gates: [small.gate], coverage: true },
  sources: { E1: 'text', E2: 'document', E3: 'text' },
  submittedOn: day('2026-03-06'),
  dated: { E1: day('2026-01-10'), E2: day('2026-02-10'), E3: day('2025-11-10') },
  by: people.system,
  at,
};

/** What one assessor does with a review on 10 March. */
export function reader(by: Actor = people.assessor) {
  const sealed: ReviewCommand = { type: 'SealReview', by, at };
  return {
    allocate: {
      type: 'AllocateAssessor',
      assessor: by.person,
      appointed: true,
      by: people.provider,
      at,
    } satisfies ReviewCommand,
    begin: { type: 'BeginMarking', noConflict: true, by, at } satisfies ReviewCommand,
    decline: { type: 'DeclineAllocation', reason: 'Too many this month.', by, at } satisfies ReviewCommand,
    confirm: (standard: StatementCode, source: Source, found: Partial<EvidenceTest> = {}): ConfirmEvidence => ({
      type: 'ConfirmEvidence',
      standard,
      source,
      ...tick,
      ...found,
      by,
      at,
    }),
    judge: (standard: StatementCode, score: number, evidence: readonly Source[] = [], reason = 'Because.') =>
      ({ type: 'JudgeStandard', standard, score, reason, evidence, by, at }) satisfies ReviewCommand,
    judgeGate: (component: ComponentId = small.gate, met = true) =>
      ({ type: 'JudgeGate', component, met, reason: 'Reflective.', by, at }) satisfies ReviewCommand,
    note: {
      type: 'NoteCoverage',
      statements: [small.known, small.known2],
      by,
      at,
    } satisfies ReviewCommand,
    allow: (area = small.areaTwo, reason = 'Not yet in post.') =>
      ({ type: 'LogAllowance', area, reason, by, at }) satisfies ReviewCommand,
    seal: sealed,
  };
}

/** What the product sends to a review on 10 March. */
export const sends = {
  setAside: (source: Source, reason = 'It names a child.') =>
    ({ type: 'SetAside', source, reason, by: people.system, at }) satisfies ReviewCommand,
  restore: (source: Source, reason = 'It names nobody.') =>
    ({ type: 'RestoreSource', source, reason, by: people.system, at }) satisfies ReviewCommand,
  reopen: (...standards: readonly StatementCode[]) =>
    ({
      type: 'ReopenReview',
      queries: standards.map((standard) => ({ standard, says: 'Look again at E1.' })),
      by: people.system,
      at,
    }) satisfies ReviewCommand,
  lapse: (on = at) => ({ type: 'LapseAllocation', by: people.system, at: on }) satisfies ReviewCommand,
};
