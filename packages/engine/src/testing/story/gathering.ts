import { statementCode } from '@assay/standards';
import { circumstances, grantsExtension, type UpholdCircumstances } from '../../circumstances/index.ts';
import { circumstancesId, priorLearningId } from '../../kernel/index.ts';
import { banksPriorLearning, priorLearning } from '../../prior-learning/index.ts';
import { demoProvider } from '../people.ts';
import { asAssessor, cast, following } from './cast.ts';
import type { Attempted } from './enrol.ts';
import type { Keeper } from './keeper.ts';
import { Stuck } from './step.ts';
import { accept, addBoth, addItem, declare, submit, type HandedIn, type Item } from './portfolio.ts';

const standard = statementCode.parse('ONE.S1');

/** An item that is described anew, claims a statement and takes that back, and is removed. */
export function changeMinds(keeper: Keeper, attempted: Attempted): void {
  const { candidate: by } = attempted;
  const { now: at } = keeper;
  const item = addItem(keeper, attempted, 'draft', { component: 'C1', method: 'text' });
  const { title, component, method, dated } = item.context;
  item.send({ type: 'ClaimStatement', statement: standard, place: 'page 2', by, at });
  item.send({ type: 'WithdrawClaim', statement: standard, by, at });
  declare(keeper, attempted, item);
  item.send({ type: 'DescribeItem', title: `${title}, again`, component, method, dated, content: null, by, at });
  item.send({ type: 'RemoveItem', by, at });
}

function claim(keeper: Keeper, { portfolio, candidate, submission }: Attempted, items: readonly Item[], n: number) {
  const { bank, priorLearning: known } = submission.context;
  const evidence = items.map(({ context }) => context.item);
  const id = `${portfolio}-prior-${n}`;
  return keeper.open(
    priorLearning,
    id,
    {
      type: 'ClaimPriorLearning',
      claim: priorLearningId(id),
      submission: submission.context.submission,
      candidate: candidate.person,
      provider: demoProvider,
      standards: [{ standard, account: 'Learned in an earlier post.', evidence }],
      items: evidence,
      banked: Object.keys(bank.scores).map((code) => statementCode.parse(code)),
      priorLearning: known,
      submissionOpen: true,
      claimOpen: false,
      by: candidate,
      at: keeper.now,
    },
    [portfolio],
  );
}

/** A claim of prior learning that is taken back, and one that is judged, met and banked. */
export function learnedBefore(keeper: Keeper, attempted: Attempted, items: readonly Item[]): void {
  const { now: at } = keeper;
  claim(keeper, attempted, items, 1).send({ type: 'WithdrawPriorLearning', by: attempted.candidate, at });
  const kept = claim(keeper, attempted, items, 2);
  kept.send({
    type: 'AllocatePriorLearning',
    assessor: cast.third.person,
    appointed: true,
    by: cast.provider,
    at,
  });
  const { assessor } = kept.context;
  if (assessor === null) throw new Stuck(`${kept.id} is given to nobody`);
  const by = asAssessor(assessor);
  kept.send({ type: 'JudgePriorLearning', standard, met: true, reason: 'The certificate says so.', by, at });
  kept.send({ type: 'SealPriorLearning', submissionOpen: true, by, at });
  const banks = banksPriorLearning(kept.fact('PriorLearningDecided'));
  if (banks === null) throw new Stuck('nothing of the claim was met');
  attempted.submission.send(banks);
}

/** The candidate tells what stood in the way. */
export function claimCircumstances(
  keeper: Keeper,
  { portfolio, candidate, submission }: Attempted,
  n: number,
  asks: 'time' | 'attempt',
) {
  const id = `${portfolio}-circumstances-${n}`;
  return keeper.open(
    circumstances,
    id,
    {
      type: 'ClaimCircumstances',
      circumstances: circumstancesId(id),
      submission: submission.context.submission,
      candidate: candidate.person,
      provider: demoProvider,
      says: 'I was ill.',
      asks,
      dueOn: submission.context.dueOn,
      by: candidate,
      at: keeper.now,
    },
    [portfolio],
  );
}

/** Upheld circumstances, as whoever decides on them says. */
export function upheld(keeper: Keeper, remedy: UpholdCircumstances['remedy']): UpholdCircumstances {
  return { type: 'UpholdCircumstances', remedy, reason: 'A certificate was seen.', by: cast.provider, at: keeper.now };
}

/** Circumstances claimed three times: upheld with time, declined, withdrawn. And the provider gives time by itself. */
export function moreTime(keeper: Keeper, attempted: Attempted): void {
  const { now: at } = keeper;
  const { candidate, submission } = attempted;
  const first = claimCircumstances(keeper, attempted, 1, 'time');
  first.send(upheld(keeper, { kind: 'time', workingDays: 5 }));
  const grants = grantsExtension(first.fact('CircumstancesUpheld'));
  if (grants === null) throw new Stuck('no time was given');
  submission.send(grants);
  claimCircumstances(keeper, attempted, 2, 'time').send({
    type: 'DeclineCircumstances',
    reason: 'The time is given already.',
    by: cast.secondProvider,
    at,
  });
  claimCircumstances(keeper, attempted, 3, 'time').send({ type: 'WithdrawCircumstances', by: candidate, at });
  submission.send({ type: 'GrantExtension', workingDays: 5, reason: 'The site was closed.', by: cast.provider, at });
}

/** The long way to an accepted portfolio: prior learning, more time, late, returned once. */
export function handInTheLongWay(keeper: Keeper, attempted: Attempted): HandedIn {
  const { candidate, submission } = attempted;
  keeper.on('2026-02-02');
  const items = addBoth(keeper, attempted);
  changeMinds(keeper, attempted);
  learnedBefore(keeper, attempted, items);
  moreTime(keeper, attempted);
  keeper.on('2026-03-21');
  submission.send({ type: 'PassDue', by: cast.system, at: keeper.now });
  keeper.on('2026-03-23');
  submit(keeper, attempted, items);
  submission.send({ type: 'ReturnSubmission', reason: 'A page is missing.', by: cast.provider, at: keeper.now });
  const returned = following(submission.fact('SubmissionReturned'));
  for (const item of items) item.send({ type: 'UnlockItem', ...returned });
  keeper.on('2026-03-24');
  items[0]?.send({ type: 'ClaimStatement', statement: standard, place: 'page 3', by: candidate, at: keeper.now });
  return accept(keeper, attempted, items, submit(keeper, attempted, items));
}
