import {
  drawnOrder,
  drawSample,
  markingId,
  personId,
  reviewId,
  submissionId,
  type Candidature,
  type Findings,
  type Rulebook,
  type Standings,
} from '../../packages/engine/src/index.ts';
import { clocked, growth, inTurns, number, sideBySide, type Measurement } from './measure.ts';
import { portfolios } from './portfolios.ts';

const all = 100_000;
const assessors = 400;
const sites = 40;

/** The sample of very many candidatures. */
export function* sampling(book: Rulebook): Generator<Measurement> {
  const population: Candidature[] = [];
  for (const some of portfolios(all, book))
    for (const findings of some) population.push(candidature(findings, population.length));
  const submissions = population.map(({ submission }) => submission);
  const drawing = (many: number) => {
    const some = population.slice(0, many);
    return clocked(() => drawSample(some, { seed: 'seed' }, standings(), book));
  };
  yield sideBySide({
    name: 'sampling',
    compared: `the sample of ${number(all)} candidatures with all its reasons, against the drawn order alone: every id hashed and sorted`,
    unit: 's',
    millisecondsPerUnit: 1000,
    run: inTurns(
      drawing(all),
      clocked(() => drawnOrder('seed', submissions)),
    ),
    runs: 7,
  });
  yield growth('sampling', 'candidatures', 11, all / 4, drawing);
}

function candidature({ scores, gates, attempt }: Findings, n: number): Candidature {
  return {
    submission: submissionId(`submission-${n}`),
    marking: markingId(`marking-${n}`),
    review: reviewId(`review-${n}`),
    candidate: personId(`candidate-${n}`),
    assessor: personId(`assessor-${n % assessors}`),
    alsoMarked: [],
    attempt,
    round: 1,
    scores,
    gates,
    allowances: {},
    grounds: {},
    moved: [],
    late: n % 50 === 0,
    priorLearning: [],
    site: `site-${n % sites}`,
  };
}

/** Assessors whose work is known, so that most of it need not be seen. */
function standings(): Standings {
  return Object.fromEntries(
    Array.from({ length: assessors }, (_, n) => [
      `assessor-${n}`,
      { light: n % 10 === 0 ? 'amber' : 'green', moderated: 20 },
    ]),
  );
}
