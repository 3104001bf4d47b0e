import { statementCode } from '@assay/standards';
import type { Rulebook } from '../../kernel/index.ts';
import { receivesReview, remarksSubmissions } from '../../moderation/index.ts';
import {
  draw,
  grantDirectClaim,
  lookAgain,
  plan,
  query,
  release,
  signOff,
  uphold,
  waiting,
  type BatchKept,
} from './batch.ts';
import { cast } from './cast.ts';
import { enrol } from './enrol.ts';
import type { Keeper } from './keeper.ts';
import { Stuck } from './step.ts';
import { agreedIn, markOnce, readBy, type Marked } from './marking.ts';
import { handIn } from './portfolio.ts';
import { StandingsKept } from './standings.ts';

/** Both stages of a sample hold a portfolio beyond tolerance, so what nobody has seen is marked again by another. */
export function oneAssessorIsMarkedAgain(keeper: Keeper, sparse: Rulebook): void {
  const { cohort, attempts } = enrol(keeper, 'cohort-3', ['fay', 'gus', 'hal', 'ida']);
  const batch = plan(
    keeper,
    cohort.id,
    'spring',
    attempts.map(({ portfolio }) => portfolio),
    sparse,
  );
  keeper.on('2026-03-02');
  const marked = attempts.map((attempted) => markOnce(keeper, handIn(keeper, attempted), cast.first));
  keeper.on('2026-03-16');
  draw(keeper, batch, marked);
  const standings = new StandingsKept(keeper);
  for (const stage of ['sampling', 'doubled']) {
    if (batch.state.status !== stage) throw new Stuck(`the batch is ${batch.state.status}`);
    isBeyond(keeper, batch, marked, standings);
  }
  markAgain(keeper, batch, marked);
  batch.send({ type: 'RedrawSample', standings: standings.all, by: cast.moderator, at: keeper.now });
  for (let next = waiting(batch); next !== undefined; next = waiting(batch)) {
    uphold(keeper, batch, next);
    standings.note(batch);
  }
  grantDirectClaim(keeper, batch);
  release(keeper, signOff(keeper, batch, marked));
}

/** What waits for the moderator is too high by two, looked at again, and upheld as it comes back. */
function isBeyond(keeper: Keeper, batch: BatchKept, marked: readonly Marked[], standings: StandingsKept): void {
  const next = waiting(batch);
  const portfolio = marked.find(({ accepted }) => accepted.submission === next);
  if (next === undefined || portfolio === undefined) throw new Stuck('nothing waits for the moderator');
  query(keeper, batch, next, statementCode.parse('ONE.S1'), 1);
  standings.note(batch);
  lookAgain(keeper, batch, portfolio, 2);
  uphold(keeper, batch, next);
  standings.note(batch);
}

/** What the assessor marked and nobody has seen goes to another one. */
function markAgain(keeper: Keeper, batch: BatchKept, marked: readonly Marked[]): void {
  const [assessor] = batch.context.concerned;
  if (assessor === undefined) throw new Stuck('nobody is to be marked again');
  batch.send({
    type: 'OrderRemarking',
    assessor,
    reason: 'Two samples in a row were beyond tolerance.',
    by: cast.moderator,
    at: keeper.now,
  });
  for (const { marking: id, command } of remarksSubmissions(batch.fact('AssessorReplaced'))) {
    const portfolio = marked.find(({ marking }) => marking.context.marking === id);
    if (portfolio === undefined) throw new Stuck(`${id} is not in the batch`);
    portfolio.marking.send(command);
    readBy(keeper, portfolio, portfolio.marking, 'first', cast.fourth);
    batch.send(receivesReview(agreedIn(portfolio.marking)));
  }
}
