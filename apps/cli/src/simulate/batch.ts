import {
  batchId,
  candidatureOf,
  moderation,
  signingDigest,
  type Batch,
  type BatchSignedOff,
  type CohortId,
  type ModerationFact,
  type Standings,
} from '@assay/engine';
import type { StatementCode } from '@assay/standards';
import { scoreAt } from './assessors.ts';
import type { Chance } from './chance.ts';
import { factOf, type Desk, type Kept } from './desk.ts';
import type { MarkedPortfolio } from './marking.ts';
import { at, days } from './people.ts';
import { markAgain, sendBack } from './returns.ts';
import { noteStandings, standingsOf, type People } from './standings.ts';

/** How many standards of a sampled portfolio a moderator judges themselves. */
const looked = 6;
/** How finely a moderator reads: the deviation of their marks from the true quality. */
const moderatorNoise = 0.25;
/** How often a batch is looked at by an external moderator; the others go by direct claim. */
const externalShare = 0.3;

type Moderated = Kept<Batch, ModerationFact>;

/** One batch, from its plan to the moderator's signature, with what came of its portfolios on the way. */
export function moderate(
  desk: Desk,
  dice: Chance,
  people: People,
  cohort: CohortId,
  title: string,
  everyKth: number | null,
  from: number,
  mark: () => MarkedPortfolio[],
): BatchSignedOff {
  const { moderator } = people;
  const id = batchId(`${cohort}-${title}`);
  let kept: Moderated = desk.send(moderation, id, {
    type: 'PlanBatch',
    batch: id,
    cohort,
    provider: desk.house,
    title,
    seed: id,
    everyKth,
    marksVisible: false,
    by: moderator,
    at: at(from + days.planned),
  });
  const portfolios = new Map<string, MarkedPortfolio>(
    mark().map((portfolio) => [portfolio.agreed.submission, portfolio]),
  );
  kept = desk.send(moderation, kept, {
    type: 'DrawSample',
    population: [...portfolios.values()].map(({ agreed }) => candidatureOf(agreed)),
    standings: standingsOf(people.assessors),
    by: moderator,
    at: at(from + days.drawn),
  });
  kept = sampled(desk, dice, people, kept, portfolios, from);
  kept = externally(desk, dice, people, kept, from);
  const digest = signingDigest(kept.state.context.population);
  const { facts } = desk.send(moderation, kept, {
    type: 'SignOff',
    statement: 'Simulated.',
    digest,
    reauthenticated: true,
    by: moderator,
    at: at(from + days.signed),
  });
  return factOf(facts, 'BatchSignedOff');
}

/** Decides on the sample until nothing is open: upheld, sent back, doubled, marked again by others, drawn anew. */
function sampled(
  desk: Desk,
  dice: Chance,
  people: People,
  drawn: Moderated,
  portfolios: Map<string, MarkedPortfolio>,
  from: number,
): Moderated {
  let kept = drawn;
  for (;;) {
    const { status, context } = kept.state;
    if (status === 'confirmed') return kept;
    const by = people.moderator;
    if (status === 'remarking') {
      const [assessor] = context.concerned;
      if (assessor === undefined) {
        const standings: Standings = standingsOf(people.assessors);
        kept = desk.send(moderation, kept, { type: 'RedrawSample', standings, by, at: at(from + days.sentBack) });
        continue;
      }
      kept = desk.send(moderation, kept, {
        type: 'OrderRemarking',
        assessor,
        reason: 'Two samples in a row were beyond tolerance.',
        by,
        at: at(from + days.sentBack),
      });
      kept = markAgain(desk, dice, people, kept, portfolios);
      continue;
    }
    const place = context.found.findIndex((found) => found === 'drawn' || found === 'returned');
    const submission = context.population[place]?.submission;
    const portfolio = submission === undefined ? undefined : portfolios.get(submission);
    if (submission === undefined || portfolio === undefined)
      throw new Error(`${kept.id} is ${status} and nothing is open`);
    const marks = ownMarks(desk, dice, portfolio);
    const apart = [...marks].filter(([code, mark]) => Math.abs(mark - (portfolio.agreed.scores[code] ?? 0)) > 1);
    if (apart.length > 0 && context.found[place] === 'drawn') {
      kept = desk.send(moderation, kept, {
        type: 'QueryReview',
        submission,
        queries: apart.map(([standard, mark]) => ({ standard, says: 'Please look again.', mark })),
        by,
        at: at(from + days.moderated),
      });
      noteStandings(desk, people, kept);
      kept = sendBack(desk, kept, portfolios, new Map(apart));
    } else {
      kept = desk.send(moderation, kept, {
        type: 'UpholdReview',
        submission,
        note: '',
        by,
        at: at(from + days.moderated),
      });
      noteStandings(desk, people, kept);
    }
  }
}

/** The moderator's own marks of a few standards, spread over what was marked. */
function ownMarks(desk: Desk, dice: Chance, { quality, readings }: MarkedPortfolio): Map<StatementCode, number> {
  // What is banked was marked in an earlier attempt, and stays as it is.
  const marked = readings[0]?.sealed.scores ?? {};
  const codes = [...desk.book.judged.keys()].filter((code) => Object.hasOwn(marked, code));
  const step = Math.max(1, Math.floor(codes.length / looked));
  const start = Math.floor(dice.roll() * step);
  return new Map(
    codes
      .filter((_code, place) => place % step === start)
      .map((code) => [code, scoreAt((quality.get(code) ?? 0) + moderatorNoise * dice.bell(), desk.book)]),
  );
}

/** Some batches are looked at from outside; every portfolio of that sample is reported on, and the release approved. */
function externally(
  desk: Desk,
  dice: Chance,
  { moderator, external }: People,
  confirmed: Moderated,
  from: number,
): Moderated {
  const day = at(from + days.external);
  if (!dice.happens(externalShare))
    return desk.send(moderation, confirmed, { type: 'GrantDirectClaim', reason: 'Simulated.', by: moderator, at: day });
  let kept = desk.send(moderation, confirmed, {
    type: 'DrawExternalSample',
    seed: `${confirmed.id}-external`,
    by: external,
    at: day,
  });
  for (const { submission } of kept.state.context.external?.sample ?? [])
    kept = desk.send(moderation, kept, {
      type: 'ReportOnPortfolio',
      submission,
      says: 'Simulated.',
      agrees: true,
      by: external,
      at: day,
    });
  return desk.send(moderation, kept, { type: 'ApproveRelease', report: 'Simulated.', by: external, at: day });
}
