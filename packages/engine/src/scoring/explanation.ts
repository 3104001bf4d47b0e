import type { AreaId, ComponentId, StatementCode } from '@assay/standards';
import { member, type Measure, type Rulebook } from '../kernel/index.ts';
import { referralOf, type Referral } from './bank.ts';
import type { Ground, Grounds } from './ground.ts';
import { resultOf, type Findings, type Outcome } from './outcome.ts';
import { standardAchieved } from './standard.ts';

/** Why a standard stands as it does: its score, the line it is held against (R4), and the judgement that made it so. */
export interface StandardLine {
  readonly code: StatementCode;
  readonly rule: 'R4';
  readonly achieved: boolean;
  readonly score: number | null;
  readonly threshold: number;
  readonly critical: boolean;
  /** Null where nothing is known of how the score came about. */
  readonly ground: Ground | null;
  readonly says: string;
}

export interface AreaLine {
  readonly area: AreaId;
  readonly rule: 'R5';
  readonly achieved: boolean;
  /** The reason that was logged where an allowance made it so; null otherwise. */
  readonly allowance: string | null;
  readonly standards: readonly StandardLine[];
  readonly says: string;
}

export interface GateLine {
  readonly component: ComponentId;
  readonly rule: 'R6';
  readonly met: boolean;
  readonly says: string;
}

/** For every standard, area and gate and for the award: not only the outcome, but which rule and judgement made it so. */
export interface Explanation {
  readonly outcome: Outcome;
  readonly rule: 'R6' | 'R7';
  readonly says: string;
  readonly areas: readonly AreaLine[];
  readonly gates: readonly GateLine[];
  /** How a referred candidate goes on (R9); null after a pass or a fail. */
  readonly referral: Referral | null;
}

const settledBy: Readonly<Record<Ground['how'], string>> = {
  marked: '',
  lower: ', the lower of two marks',
  conferred: ', agreed by two markers who conferred',
  median: ', the median of three marks',
  banked: ', banked from an earlier attempt',
  priorLearning: ', for prior learning',
  corrected: ', corrected after a review of marking',
};

/** Explains an outcome as data. `grounds` says how each score of record came about. */
export function explain(findings: Findings, grounds: Grounds, book: Rulebook): Explanation {
  const { outcome, profile } = resultOf(findings, book);
  const areas = profile.map(({ area, achieved }): AreaLine => {
    const title = book.areaTitles.get(area) ?? area;
    const standards = (book.judgedIn.get(area) ?? []).map((measure) => standardLine(measure, title, findings, grounds));
    const unmet = standards.filter((line) => !line.achieved).length;
    const allowance = achieved && unmet > 0 ? (member(findings.allowances ?? {}, area) ?? null) : null;
    return {
      area,
      rule: 'R5',
      achieved,
      allowance,
      standards,
      says: achieved
        ? `Achieved: ${title}${allowance === null ? '' : ', with an allowance'}.`
        : `Not yet: ${title}, ${unmet} of ${standards.length} ${unmet === 1 ? 'is' : 'are'} not achieved.`,
    };
  });
  const gates = book.gates.map((component): GateLine => {
    const met = findings.gates[component] === true;
    const title = book.components.get(component)?.title ?? component;
    return { component, rule: 'R6', met, says: `${met ? 'Met' : 'Not met'}: ${title}.` };
  });
  return {
    outcome,
    rule: outcome === 'pass' ? 'R6' : 'R7',
    says: sentence(outcome, areas, gates, book.attempts - findings.attempt),
    areas,
    gates,
    referral: outcome === 'refer' ? referralOf(findings, book) : null,
  };
}

function standardLine(measure: Measure, title: string, { scores }: Findings, grounds: Grounds): StandardLine {
  const { code, label, critical, threshold } = measure;
  const score = scores[code];
  const achieved = standardAchieved(score, measure);
  const ground = member(grounds, code) ?? null;
  const found = score === undefined ? 'has no score' : `scored ${score}`;
  return {
    code,
    rule: 'R4',
    achieved,
    score: score ?? null,
    threshold,
    critical,
    ground,
    says: `${achieved ? 'Achieved' : 'Not yet'}: ${title}, ${label} ${found}${ground === null ? '' : settledBy[ground.how]}.`,
  };
}

function sentence(outcome: Outcome, areas: readonly AreaLine[], gates: readonly GateLine[], left: number): string {
  if (outcome === 'pass') return `Pass: all ${areas.length} areas are achieved and every gate is met.`;
  const open = [
    ...areas.filter(({ achieved }) => !achieved).map(({ area }) => area),
    ...gates.filter(({ met }) => !met).map(({ component }) => component),
  ].join(', ');
  return outcome === 'refer'
    ? `Refer: not yet ${open}; ${left} ${left === 1 ? 'attempt remains' : 'attempts remain'}.`
    : `Fail: not ${open}, and no attempt remains.`;
}
