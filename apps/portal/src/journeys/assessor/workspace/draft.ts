import { isSourceId } from '../../../shared/marking/sources.ts';
import type { SourceId } from '../../../shared/marking/sources.ts';
import type { ReviewView } from '../../../shared/marking/view.ts';

/** The evidence test of R1, one tick each. */
export interface Tests {
  readonly valid: boolean;
  readonly authentic: boolean;
  readonly current: boolean;
  readonly sufficient: boolean;
}

/** What stands in the form for one standard, saved or not. */
export interface Draft {
  readonly score: number | null;
  readonly reason: string;
  /** The sources the judgement rests on. */
  readonly evidence: readonly string[];
  readonly tests: Readonly<Record<string, Tests>>;
  /** What the record had when the draft was begun, so that a judgement made elsewhere meanwhile is noticed. */
  readonly basis: string;
}

export const testNames = ['valid', 'authentic', 'current', 'sufficient'] as const;
export const noTests: Tests = { valid: false, authentic: false, current: false, sufficient: false };
export const allTests: Tests = { valid: true, authentic: true, current: true, sufficient: true };

export const counts = (tests: Tests | undefined) => tests !== undefined && testNames.every((name) => tests[name]);
const sameTests = (a: Tests, b: Tests) => testNames.every((name) => a[name] === b[name]);

/** The judgement of the record in one string. Not its instant: that is known exactly only after the next load. */
export function basisOf(view: ReviewView, standard: string): string {
  const judgement = view.judgements[standard];
  return judgement === undefined ? '' : `${judgement.score} ${judgement.evidence.join(',')} ${judgement.reason}`;
}

/** The form as the record has it. */
export function savedDraft(view: ReviewView, standard: string): Draft {
  const judgement = view.judgements[standard];
  return {
    score: judgement?.score ?? null,
    reason: judgement?.reason ?? '',
    evidence: judgement?.evidence ?? [],
    tests: view.confirmations[standard] ?? {},
    basis: basisOf(view, standard),
  };
}

/** Sources whose ticks differ from the record, so that only these are sent. */
export function changedTests(saved: Draft, draft: Draft): { source: SourceId; tests: Tests }[] {
  return Object.entries(draft.tests).flatMap(([source, tests]) =>
    isSourceId(source) && !sameTests(tests, saved.tests[source] ?? noTests) ? [{ source, tests }] : [],
  );
}

export function sameDraft(a: Draft, b: Draft): boolean {
  return (
    a.score === b.score &&
    a.reason.trim() === b.reason.trim() &&
    a.evidence.length === b.evidence.length &&
    a.evidence.every((source) => b.evidence.includes(source)) &&
    changedTests(a, b).length === 0 &&
    changedTests(b, a).length === 0
  );
}

/** Ticks a source as evidence, or takes it away; what is taken away keeps its confirmations. */
export function withEvidence(draft: Draft, source: string, rests: boolean): Draft {
  const others = draft.evidence.filter((one) => one !== source);
  return { ...draft, evidence: rests ? [...others, source] : others };
}

export function withTests(draft: Draft, source: string, tests: Tests): Draft {
  return { ...draft, tests: { ...draft.tests, [source]: tests } };
}

/** The source counts and the judgement rests on it, in one go. */
export function withCounting(draft: Draft, source: string): Draft {
  return withTests(withEvidence(draft, source, true), source, allTests);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads a draft kept by an earlier visit; anything else (an older form, a stranger's key) is no draft. */
export function readDraft(text: string): Draft | null {
  const value = parsed(text);
  if (!isRecord(value) || typeof value['reason'] !== 'string' || !Array.isArray(value['evidence'])) return null;
  const { score, reason, evidence, tests, basis } = value;
  const kept: [string, Tests][] = Object.entries(isRecord(tests) ? tests : {}).flatMap(([source, ticks]) =>
    isRecord(ticks)
      ? [
          [
            source,
            {
              valid: ticks['valid'] === true,
              authentic: ticks['authentic'] === true,
              current: ticks['current'] === true,
              sufficient: ticks['sufficient'] === true,
            },
          ],
        ]
      : [],
  );
  return {
    score: typeof score === 'number' ? score : null,
    reason,
    evidence: evidence.filter((source) => typeof source === 'string'),
    tests: Object.fromEntries(kept),
    basis: typeof basis === 'string' ? basis : '',
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
