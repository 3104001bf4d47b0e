import {
  isAgreed,
  marking,
  markingId,
  opensMarking,
  opensReview,
  opensThirdReview,
  receivesMarks,
  reviewId,
  secondMarkingReasons,
  type Actor,
  type Agreed,
  type Marking,
  type MarkingFact,
  type OpenReview,
} from '@assay/engine';
import { componentId, statementCode } from '@assay/standards';
import type { Assessor } from './assessors.ts';
import type { Chance } from './chance.ts';
import type { Desk, Kept } from './desk.ts';
import { at, days } from './people.ts';
import type { HandedIn } from './portfolio.ts';
import { read, type Quality, type Read } from './reading.ts';

/** What one marker read, and who it was. */
export type Reading = Read & { readonly assessor: Assessor };

/** A portfolio with scores of record: its marking, the readings that it rests on, and who gave them. */
export interface MarkedPortfolio {
  readonly kept: Kept<Marking, MarkingFact>;
  readonly agreed: Agreed;
  readonly readings: readonly Reading[];
  readonly handedIn: HandedIn;
  readonly quality: Quality;
  readonly from: number;
}

/** What marks a portfolio: who may, how the plan counts, and how good the portfolio is. */
export interface MarkingPlan {
  readonly assessors: readonly Assessor[];
  /** Place of the first marker among them; the second and third are the next. */
  readonly first: number;
  readonly provider: Actor;
  readonly nth: number;
  readonly everyKth: number | null;
  readonly quality: Quality;
  readonly from: number;
}

/** How often two who confer agree; otherwise a third marker decides. */
const conferenceAgrees = 0.85;

/** Marks a portfolio: its marking opens, and its markers read it. */
export function markPortfolio(desk: Desk, dice: Chance, handedIn: HandedIn, plan: MarkingPlan): MarkedPortfolio {
  const id = `${handedIn.accepted.submission}-marking`;
  const opened = desk.send(marking, id, opensMarking(handedIn.accepted, markingId(id)));
  return readAll(desk, dice, opened, handedIn, plan);
}

/** Reads a portfolio once or twice, blind, as R11 asks; two marks that lie apart are conferred on, or go to a third. */
export function readAll(
  desk: Desk,
  dice: Chance,
  waiting: Kept<Marking, MarkingFact>,
  handedIn: HandedIn,
  plan: MarkingPlan,
): MarkedPortfolio {
  const { accepted, manifest } = handedIn;
  const { provider, from, quality } = plan;
  const first = markerAt(plan, 0);
  const figures = { portfoliosBefore: first.marked, nth: plan.nth, everyKth: plan.everyKth };
  const reasons = secondMarkingReasons({ ...figures, attempt: accepted.attempt }, desk.book);
  const twice = reasons.length > 0;
  let kept = twice
    ? desk.send(marking, waiting, {
        type: 'RequireSecondMarker',
        reasons,
        by: desk.product,
        at: at(from + days.allocated),
      })
    : waiting;
  first.marked++;
  const readings: Reading[] = [];
  const readBy = (open: OpenReview) => {
    const assessor = markerAt(plan, readings.length);
    const others = readings.map((reading) => reading.assessor);
    const done = read(desk, dice, open, manifest, quality, assessor, provider, others, from);
    readings.push({ ...done, assessor });
    kept = desk.send(marking, kept, receivesMarks(done.sealed, figures));
  };
  const idOf = (marker: string) => reviewId(`${accepted.submission}-${waiting.state.context.round}-${marker}`);
  for (const marker of twice ? (['first', 'second'] as const) : (['first'] as const))
    readBy(opensReview(accepted, manifest, idOf(marker), desk.book, marker));
  if (kept.state.status === 'discrepant') kept = confer(desk, dice, kept, readings, from);
  const [ended] = kept.facts;
  if (kept.state.status === 'adjudicating' && ended?.type === 'ConferenceEnded')
    readBy(opensThirdReview(ended, accepted, manifest, idOf('third')));
  return { kept, agreed: agreedIn(kept), readings, handedIn, quality, from };
}

function markerAt({ assessors, first }: MarkingPlan, place: number): Assessor {
  const assessor = assessors[(first + place) % assessors.length];
  if (assessor === undefined) throw new Error('Nobody is there to mark');
  return assessor;
}

/** The agreement that a marking ended in. */
export function agreedIn({ id, facts }: Kept<Marking, MarkingFact>): Agreed {
  const found = facts.find(isAgreed);
  if (found === undefined) throw new Error(`${id} was expected to be agreed`);
  return found;
}

/** The two settle what lies apart, or end the conference on the first on which they do not agree. */
function confer(
  desk: Desk,
  dice: Chance,
  before: Kept<Marking, MarkingFact>,
  readings: readonly Reading[],
  from: number,
): Kept<Marking, MarkingFact> {
  let kept = before;
  const { standards, gates } = kept.state.context.open;
  const [first, second] = readings;
  if (first === undefined || second === undefined) throw new Error('Two confer');
  const day = at(from + days.conferred);
  for (const standard of standards) {
    if (!dice.happens(conferenceAgrees))
      return desk.send(marking, kept, {
        type: 'EndConference',
        reason: `We read ${standard} differently.`,
        by: second.assessor.actor,
        at: day,
      });
    const score = dice.happens(0.5) ? first.sealed.scores[standard] : second.sealed.scores[standard];
    for (const { assessor } of [first, second])
      kept = desk.send(marking, kept, {
        type: 'Confer',
        standard: statementCode.parse(standard),
        score: score ?? 0,
        reason: 'Simulated.',
        by: assessor.actor,
        at: day,
      });
  }
  for (const gate of gates)
    for (const { assessor } of [first, second])
      kept = desk.send(marking, kept, {
        type: 'Confer',
        gate: componentId.parse(gate),
        met: true,
        reason: 'Simulated.',
        by: assessor.actor,
        at: day,
      });
  return kept;
}
