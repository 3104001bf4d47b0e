import {
  marking,
  moderation,
  receivesMarks,
  receivesReview,
  remarksSubmissions,
  returnsMarking,
  returnsReview,
  review,
  type Batch,
  type ModerationFact,
} from '@assay/engine';
import type { StatementCode } from '@assay/standards';
import type { Chance } from './chance.ts';
import { factOf, type Desk, type Kept } from './desk.ts';
import { agreedIn, readAll, type MarkedPortfolio, type Reading } from './marking.ts';
import { days } from './people.ts';
import { judge, seal } from './reading.ts';
import type { People } from './standings.ts';

type Moderated = Kept<Batch, ModerationFact>;
type Portfolios = Map<string, MarkedPortfolio>;

/** A moderator's queries: every marker looks at them again, and comes to what the moderator saw. */
export function sendBack(
  desk: Desk,
  batch: Moderated,
  portfolios: Portfolios,
  seen: ReadonlyMap<StatementCode, number>,
): Moderated {
  const queried = factOf(batch.facts, 'ReviewQueried');
  const portfolio = portfolioOf(portfolios, queried.submission);
  const { manifest } = portfolio.handedIn;
  let kept = desk.send(marking, portfolio.kept, returnsMarking(queried).command);
  const reopened = factOf(kept.facts, 'MarkingReopened');
  const readings: Reading[] = [];
  for (const reading of portfolio.readings) {
    if (!kept.state.context.awaited.includes(reading.sealed.marker)) {
      readings.push(reading);
      continue;
    }
    const by = reading.assessor.actor;
    const later = portfolio.from + days.sentBack - days.judged;
    let own = desk.send(review, reading.kept, returnsReview(reopened));
    for (const [standard, score] of seen) own = judge(desk, own, manifest, standard, score, by, later);
    const again = seal(desk, own, by, portfolio.from + days.sentBack);
    readings.push({ ...again, assessor: reading.assessor });
    const { marked } = reading.assessor;
    kept = desk.send(
      marking,
      kept,
      receivesMarks(again.sealed, { portfoliosBefore: marked, nth: null, everyKth: null }),
    );
  }
  const agreed = agreedIn(kept);
  portfolios.set(queried.submission, { ...portfolio, kept, agreed, readings });
  return desk.send(moderation, batch, receivesReview(agreed));
}

/** An order to mark anew: whoever has not marked a portfolio marks it, and it comes back to the batch. */
export function markAgain(
  desk: Desk,
  dice: Chance,
  people: People,
  batch: Moderated,
  portfolios: Portfolios,
): Moderated {
  const replaced = factOf(batch.facts, 'AssessorReplaced');
  let kept = batch;
  for (const { marking: id, command } of remarksSubmissions(replaced)) {
    const { submission } = replaced.portfolios.find((each) => each.marking === id) ?? {};
    const portfolio = portfolioOf(portfolios, submission ?? '');
    const reopened = desk.send(marking, portfolio.kept, command);
    const { excluded } = reopened.state.context;
    const others = people.assessors.filter(({ actor }) => !excluded.includes(actor.person));
    const anew = readAll(desk, dice, reopened, portfolio.handedIn, {
      assessors: others.toSorted((a, b) => b.marked - a.marked),
      first: 0,
      provider: people.provider,
      nth: 1,
      everyKth: null,
      quality: portfolio.quality,
      from: portfolio.from + days.sentBack - days.allocated,
    });
    portfolios.set(portfolio.agreed.submission, anew);
    kept = desk.send(moderation, kept, receivesReview(anew.agreed));
  }
  return kept;
}

function portfolioOf(portfolios: Portfolios, submission: string): MarkedPortfolio {
  const found = portfolios.get(submission);
  if (found === undefined) throw new Error(`${submission} is not in the batch`);
  return found;
}
