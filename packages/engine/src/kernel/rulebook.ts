import { englandsHolidays } from '@assay/standards';
import type {
  AreaId,
  Clock,
  Component,
  ComponentId,
  Framework,
  FrameworkId,
  KindLetter,
  Sampling,
  Scheme,
  SchemeId,
  StatementCode,
} from '@assay/standards';
import type { Holidays } from './calendar.ts';

/** One statement as the rules see it: where it belongs and whether it is scored or noted. */
export interface Measure {
  readonly code: StatementCode;
  readonly area: AreaId;
  readonly kind: KindLetter;
  /** What people call it within its area: its kind and number, `standard 3`. */
  readonly label: string;
  readonly critical: boolean;
  /** The lowest score at which it is achieved: the scheme's, or what a remit expects of it. */
  readonly threshold: number;
}

/** R5: what an area may leave below the threshold. The strict profile allows nothing. */
export interface Allowance {
  readonly belowThresholdAtMost: number;
  readonly lowestScore: number;
  readonly reasonRequired: boolean;
}

/** What an appraisal profile says, indexed: people are rated by levels, and nobody passes or fails. */
export interface Appraising {
  /** Levels run from 1 to this one. */
  readonly highest: number;
  readonly objectivesAtMost: number;
  /** The length of one appraisal's period. */
  readonly months: number;
  /** What is appraised, in source order; area and kind are a statement's element. */
  readonly statements: ReadonlyMap<StatementCode, Pick<Measure, 'code' | 'area' | 'kind'>>;
}

/**
 * A framework and a scheme, indexed for judging. Every decision is made under one, and no line of the engine names a
 * framework: what differs between two qualifications is here.
 */
export interface Rulebook {
  readonly framework: FrameworkId;
  readonly scheme: SchemeId;
  readonly edition: number;
  readonly areas: readonly AreaId[];
  readonly areaTitles: ReadonlyMap<AreaId, string>;
  /** What is scored, in source order. */
  readonly judged: ReadonlyMap<StatementCode, Measure>;
  /** What is noted as evidenced or waived, in source order. */
  readonly covered: ReadonlyMap<StatementCode, Measure>;
  readonly judgedIn: ReadonlyMap<AreaId, readonly Measure[]>;
  /** A score on the scale: whole numbers from 0 to `highest`; `threshold` and above achieves. */
  readonly highest: number;
  readonly threshold: number;
  readonly allowance: Allowance;
  readonly sufficiency: Scheme['sufficiency'];
  readonly currencyMonths: number;
  readonly attempts: number;
  readonly resit: Scheme['resit'];
  readonly retake: Scheme['retake'];
  readonly extension: Scheme['extension'];
  readonly priorLearning: Scheme['priorLearning'];
  readonly secondMarking: Scheme['secondMarking'];
  readonly tolerance: Scheme['tolerance'];
  readonly release: Scheme['release'];
  /** Components that are met or not met rather than scored standard by standard. */
  readonly gates: readonly ComponentId[];
  readonly components: ReadonlyMap<ComponentId, Component>;
  readonly routes: readonly string[];
  readonly sampling: Sampling;
  /** Durations by the scheme's id for them. */
  readonly clocks: ReadonlyMap<string, Clock>;
  readonly holidays: Holidays;
  /** Null under a scheme: an appraisal has a book of its own (`appraisalBook`). */
  readonly appraisal: Appraising | null;
}

/** Indexes a scheme over its framework. Both are taken as checked by the standards reader. */
export function rulebook(framework: Framework, scheme: Scheme): Rulebook {
  const critical = new Set<string>(scheme.critical);
  const judged = new Map<StatementCode, Measure>();
  const covered = new Map<StatementCode, Measure>();
  const judgedIn = new Map<AreaId, Measure[]>();
  const kindNames = new Map(framework.kinds.map(({ letter, name }) => [letter, name]));
  for (const area of framework.areas) {
    const scored: Measure[] = [];
    for (const { code, kind, number } of area.statements) {
      const measure = {
        code,
        area: area.id,
        kind,
        label: `${kindNames.get(kind) ?? kind} ${number}`,
        critical: critical.has(code),
        threshold: scheme.threshold,
      };
      if (scheme.judgedKinds.includes(kind)) {
        judged.set(code, measure);
        scored.push(measure);
      } else if (scheme.coverageKinds.includes(kind)) covered.set(code, measure);
    }
    judgedIn.set(area.id, scored);
  }
  return {
    framework: framework.id,
    scheme: scheme.id,
    edition: scheme.edition,
    areas: framework.areas.map(({ id }) => id),
    areaTitles: new Map(framework.areas.map(({ id, title }) => [id, title])),
    judged,
    covered,
    judgedIn,
    highest: Math.max(...scheme.scale.map(({ score }) => score)),
    threshold: scheme.threshold,
    allowance: allowanceOf(scheme),
    sufficiency: scheme.sufficiency,
    currencyMonths: scheme.currencyMonths,
    attempts: scheme.attempts,
    resit: scheme.resit,
    retake: scheme.retake,
    extension: scheme.extension,
    priorLearning: scheme.priorLearning,
    secondMarking: scheme.secondMarking,
    tolerance: scheme.tolerance,
    release: scheme.release,
    gates: scheme.components.filter(({ gate }) => gate).map(({ id }) => id),
    components: new Map(scheme.components.map((component) => [component.id, component])),
    routes: scheme.routes.map(({ id }) => id),
    sampling: scheme.sampling,
    clocks: new Map(scheme.clocks.map((clock) => [clock.id, clock])),
    holidays: new Set(englandsHolidays.holidays.map(({ day }) => day)),
    appraisal: null,
  };
}

/** The allowance of the profile in force; the reader has checked that it is described. */
function allowanceOf({ profile, profiles, threshold }: Scheme): Allowance {
  const found = profiles.find(({ id }) => id === profile);
  if (found === undefined) return { belowThresholdAtMost: 0, lowestScore: threshold, reasonRequired: false };
  const { belowThresholdAtMost, lowestScore, reasonRequired } = found;
  return { belowThresholdAtMost, lowestScore, reasonRequired };
}

/** Whether a candidate on this route hands this component in. */
export function onRoute(component: Component, route: string): boolean {
  return component.by === 'candidate' && (component.route === null || component.route === route);
}
