import { statementCode } from '@assay/standards';
import { holdsForSafeguarding, liftsSafeguardingHold } from '../../award/index.ts';
import {
  draw,
  lookAgain,
  plan,
  query,
  releaseByTwo,
  signOff,
  upholdAll,
  type AwardKept,
  type BatchKept,
} from './batch.ts';
import type { PersonId, Rulebook } from '../../kernel/index.ts';
import { cast, following } from './cast.ts';
import { enrol } from './enrol.ts';
import { handInTheLongWay } from './gathering.ts';
import type { Keeper } from './keeper.ts';
import { Stuck } from './step.ts';
import type { Item } from './portfolio.ts';
import { readTheLongWay } from './reading.ts';

/** One candidate from enrolment to a destroyed portfolio, the long way at every stage; two release it. */
export function oneCandidateThoroughly(keeper: Keeper, byTwo: Rulebook): void {
  const { cohort, attempts } = enrol(keeper, 'cohort-1', ['ann']);
  const [ann] = attempts;
  if (ann === undefined) throw new Stuck('nobody is enrolled');
  cohort.send({ type: 'CloseCohort', by: cast.provider, at: keeper.now });
  const batch = plan(keeper, 'cohort-1', 'spring', [ann.portfolio], byTwo);
  batch.send({
    type: 'RevisePlan',
    seed: 'another',
    reason: 'The first was published.',
    marksVisible: false,
    by: cast.moderator,
    at: keeper.now,
  });
  const marked = readTheLongWay(keeper, handInTheLongWay(keeper, ann));
  keeper.on('2026-04-27');
  draw(keeper, batch, [marked]);
  query(keeper, batch, marked.accepted.submission, statementCode.parse('ONE.S2'), 4);
  lookAgain(keeper, batch, marked, 4);
  upholdAll(keeper, batch);
  lookFromOutside(keeper, batch);
  const [award] = signOff(keeper, batch, [marked]);
  const [account] = marked.items;
  if (award === undefined || account === undefined) throw new Stuck('there is an award, and an item');
  holdForSafety(keeper, award, account, award.context.assessors);
  releaseByTwo(keeper, batch, [award]);
  for (const item of marked.items)
    item.send({ type: 'RetainItem', keepUntil: null, ...following(award.fact('AwardPassed')) });
  keeper.on('2026-09-01');
  for (const item of marked.items)
    item.send({ type: 'DestroyItem', appealsOpen: false, by: cast.system, at: keeper.now });
}

/** The external moderator withholds the release, the batch is moderated once more, and then released. */
function lookFromOutside(keeper: Keeper, batch: BatchKept): void {
  const { now: at } = keeper;
  const by = cast.external;
  const look = (agrees: boolean) => {
    batch.send({ type: 'DrawExternalSample', seed: 'external', by, at });
    for (const { submission } of batch.context.external?.sample ?? [])
      batch.send({ type: 'ReportOnPortfolio', submission, says: 'The second area was read.', agrees, by, at });
  };
  look(false);
  batch.send({ type: 'WithholdRelease', report: 'One portfolio is too high.', by, at });
  batch.send({ type: 'ResumeModeration', reason: 'As the report asks.', standings: {}, by: cast.moderator, at });
  upholdAll(keeper, batch);
  look(true);
  batch.send({ type: 'ApproveRelease', report: 'All is in order.', by, at });
}

/** Two holds stand: one for the safety of a child, one laid by hand. */
function holdForSafety(keeper: Keeper, award: AwardKept, item: Item, markers: readonly PersonId[]): void {
  const { now: at } = keeper;
  item.send({ type: 'RaiseSafeguarding', says: 'A child may be harmed.', markers, by: cast.provider, at });
  award.send(holdsForSafeguarding(item.fact('SafeguardingRaised')));
  award.send({ type: 'HoldAward', reason: 'A question is open.', by: cast.moderator, at });
  award.send({ type: 'LiftHold', reason: 'It was answered.', by: cast.moderator, at });
  item.send({ type: 'ClearSafeguarding', reason: 'It lies with the council.', by: cast.moderator, at });
  award.send(liftsSafeguardingHold(item.fact('SafeguardingCleared')));
}
