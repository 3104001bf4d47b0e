import type { Outcome } from '@assay/engine';
import { appoint, type Assessor, type Habits } from './assessors.ts';
import type { Chance } from './chance.ts';
import { assessCohort } from './cohort.ts';
import type { Desk } from './desk.ts';
import type { MarkedPortfolio } from './marking.ts';
import { peopleOf } from './standings.ts';
import { beginCohort, stagesUnderWay } from './under-way.ts';

/** One provider's candidates: the first one's number, and how many. */
export interface ProviderPlan extends Habits {
  readonly first: number;
  readonly candidates: number;
  /** Every so manieth portfolio is marked twice by plan; null for none beside what the scheme asks. */
  readonly everyKth: number | null;
  /** Tells this provider's people from another's; empty where there is one provider. */
  readonly tag: string;
  /** The share of cohorts that are not at their end, and today, counted as `calendar` does; null for none. */
  readonly underWay: { readonly share: number; readonly today: number } | null;
  /** Hears of every portfolio that got its scores of record. */
  readonly marked: (portfolio: MarkedPortfolio) => void;
}

const cohortSize = 20;
/** So many mark in one cohort: enough that a third marker and one who marks anew are always another. */
const team = 6;

export function assessorsOf(desk: Desk, dice: Chance, plan: ProviderPlan): readonly Assessor[] {
  const prefix = plan.tag === '' ? '' : `${plan.tag.slice(1)}-`;
  return appoint(desk, dice, team * Math.max(1, Math.ceil(plan.candidates / 240)), plan, prefix);
}

/** Runs a provider's cohorts one after the other; answers after each how many candidates it had and what came of them. */
export function* runCohorts(
  desk: Desk,
  dice: Chance,
  assessors: readonly Assessor[],
  plan: ProviderPlan,
): Generator<{ readonly many: number; readonly outcomes: readonly Outcome[] }> {
  const { first: begin, candidates, underWay, everyKth, marked } = plan;
  const cohorts = Math.ceil(candidates / cohortSize);
  const ended = cohorts - Math.ceil(cohorts * (underWay?.share ?? 0));
  for (let nth = 0; nth < cohorts; nth++) {
    const place = nth * cohortSize;
    const first = begin + place;
    const many = Math.min(cohortSize, candidates - place);
    const marking = Array.from({ length: team }, (_, n) => assessors[(nth * team + n) % assessors.length]);
    const people = peopleOf(desk, marking, plan.tag);
    const stage = stagesUnderWay[(nth - ended) % stagesUnderWay.length];
    if (nth < ended || underWay === null || stage === undefined)
      yield { many, outcomes: assessCohort(desk, dice, { first, many, people, everyKth, marked }) };
    else {
      beginCohort(desk, dice, { first, many, people }, stage, underWay.today);
      yield { many, outcomes: [] };
    }
  }
}

/** How many of the candidates passed, were referred and failed. */
export class Outcomes {
  passed = 0;
  referred = 0;
  failed = 0;

  add(outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) {
      if (outcome === 'pass') this.passed++;
      else if (outcome === 'refer') this.referred++;
      else this.failed++;
    }
  }

  found(): { readonly passed: number; readonly referred: number; readonly failed: number } {
    const { passed, referred, failed } = this;
    return { passed, referred, failed };
  }
}
