import {
  cohort,
  cohortId,
  opensSubmission,
  submission,
  submissionId,
  type Bank,
  type Cohort,
  type CohortFact,
  type OpenSubmission,
  type Outcome,
} from '@assay/engine';
import type { StatementCode } from '@assay/standards';
import { moderate } from './batch.ts';
import type { Chance } from './chance.ts';
import { factOf, type Desk, type Kept } from './desk.ts';
import { markPortfolio, type MarkedPortfolio } from './marking.ts';
import { at, between, calendar, days } from './people.ts';
import { handIn } from './portfolio.ts';
import type { Quality } from './reading.ts';
import { nextAttempts, release } from './release.ts';
import type { People } from './standings.ts';

/** Which candidates are assessed together, by whom, and how often a portfolio is marked twice by plan. */
export interface CohortPlan {
  readonly first: number;
  readonly many: number;
  readonly people: People;
  readonly everyKth: number | null;
  /** Hears of every portfolio that got its scores of record. */
  readonly marked: (portfolio: MarkedPortfolio) => void;
}

/** How often a referred candidate hands in again within the window. */
const handsInAgain = 0.85;
/** How much better a portfolio is the second time. */
const gained = 0.5;
/** How much a candidate's standards lie apart from one another. */
const unevenness = 0.4;

/** Runs one cohort from enrolment to released awards, resits included; answers each candidate's outcome. */
export function assessCohort(desk: Desk, dice: Chance, plan: CohortPlan): Outcome[] {
  const id = cohortId(`cohort-${plan.first}`);
  const { attempts, route } = enrol(desk, plan, id, 0);
  const qualities = new Map(attempts.map(({ candidate }) => [candidate, qualityOf(desk, dice)]));
  const awards = assess(desk, dice, plan, id, 'first', attempts, qualities, 0);
  const outcomes = new Map(awards.map(({ state }) => [state.context.candidate, state.context.outcome]));
  const again = nextAttempts(desk, awards, route).filter(() => dice.happens(handsInAgain));
  if (again.length > 0) {
    const better = new Map([...qualities].map(([candidate, quality]) => [candidate, raised(quality)]));
    for (const { state } of assess(desk, dice, plan, id, 'second', again, better, between))
      outcomes.set(state.context.candidate, state.context.outcome);
  }
  return [...outcomes.values()];
}

/** Opens a cohort on a day and enrols its candidates; answers the attempts that open with it. */
export function enrol(
  desk: Desk,
  { first, many, people }: Pick<CohortPlan, 'first' | 'many' | 'people'>,
  id: ReturnType<typeof cohortId>,
  from: number,
): { attempts: OpenSubmission[]; route: string } {
  const route = desk.book.routes[0] ?? '';
  let kept: Kept<Cohort, CohortFact> = desk.send(cohort, id, {
    type: 'OpenCohort',
    cohort: id,
    provider: desk.house,
    title: `Cohort ${first}`,
    opensOn: calendar(from + days.opened),
    dueOn: calendar(from + days.due),
    by: people.provider,
    at: at(from + days.opened),
  });
  const attempts: OpenSubmission[] = [];
  for (let n = first; n < first + many; n++) {
    kept = desk.send(cohort, kept, {
      type: 'EnrolCandidate',
      candidate: desk.by(`candidate-${n}`, 'candidate').person,
      submission: submissionId(`submission-${n}`),
      route,
      by: people.provider,
      at: at(from + days.opened),
    });
    attempts.push(opensSubmission(factOf(kept.facts, 'CandidateEnrolled')));
  }
  return { attempts, route };
}

/** One window: every attempt is handed in, marked, moderated together and released. */
function assess(
  desk: Desk,
  dice: Chance,
  plan: CohortPlan,
  id: ReturnType<typeof cohortId>,
  window: string,
  attempts: readonly OpenSubmission[],
  qualities: ReadonlyMap<string, Quality>,
  from: number,
) {
  const { people, everyKth } = plan;
  const banks = new Map<string, Bank>(attempts.map((open) => [open.submission, open.bank]));
  const mark = () =>
    attempts.map((open, index) => {
      const opened = desk.send(submission, open.submission, { ...open, at: at(from) });
      const candidate = desk.by(open.candidate, 'candidate');
      const handedIn = handIn(desk, dice, opened, candidate, people.provider, from);
      const portfolio = markPortfolio(desk, dice, handedIn, {
        assessors: people.assessors,
        first: index,
        provider: people.provider,
        nth: plan.first + index + 1,
        everyKth,
        quality: qualities.get(open.candidate) ?? new Map<StatementCode, number>(),
        from,
      });
      plan.marked(portfolio);
      return portfolio;
    });
  const signed = moderate(desk, dice, people, id, window, everyKth, from, mark);
  return release(desk, dice, people, signed, banks, from);
}

/** National pass rates are high (scheme.md section 8), so most candidates stand well above the threshold. */
export function qualityOf({ book }: Desk, dice: Chance): Quality {
  const ability = 3.6 + 0.45 * dice.bell();
  return new Map([...book.judged.keys()].map((code) => [code, ability + unevenness * dice.bell()]));
}

function raised(quality: Quality): Quality {
  return new Map([...quality].map(([code, position]) => [code, position + gained]));
}
