import {
  endsPriorLearning,
  priorLearning,
  priorLearningId,
  submissionId,
  type Claimed,
  type PersonId,
  type PriorLearningId,
  type SubmissionId,
} from '@assay/engine';
import { statementCode } from '@assay/standards';
import type { Writing } from '../database.ts';
import { notFound } from '../record/errors.ts';
import { involvedIn } from '../record/involvement.ts';
import type { Unit } from '../record/unit.ts';
import { ownAttempt, portfolioOf } from '../submission/submission.use.ts';
import { isOpen } from '../submission/submission.views.ts';

/** States in which a claim is neither decided nor withdrawn. */
const undecided = ['awaitingAllocation', 'judging'];

/** Claims standards as met before; the engine is told what the submission holds and has banked. */
export async function claimPriorLearning(unit: Unit, id: SubmissionId, standards: readonly Claimed[]) {
  const tables = await unit.tables();
  const { candidate, provider, bank, priorLearning: met } = await ownAttempt(unit, id);
  const portfolio = await portfolioOf(tables, id);
  const submissionOpen = await isOpen(tables, id);
  const claimOpen = (await openClaim(tables, id)) !== undefined;
  const claim = priorLearningId(unit.given.freshId());
  const { version, status } = await unit.change(priorLearning, claim, 0, (by, at) => ({
    type: 'ClaimPriorLearning',
    claim,
    submission: id,
    candidate,
    provider,
    standards,
    items: portfolio.map(({ item }) => item.item),
    banked: Object.keys(bank.scores).map((code) => statementCode.parse(code)),
    priorLearning: met,
    submissionOpen,
    claimOpen,
    by,
    at,
  }));
  return { version, status, claim };
}

/** Allocates a claim, or allocates it to another; the engine is told whether they are appointed, and where else they stand. */
export async function allocatePriorLearning(unit: Unit, id: PriorLearningId, seen: number, assessor: PersonId) {
  const tables = await unit.tables();
  const { submission, provider, cohort } = await rowOf(tables, id);
  const appointment = await tables
    .selectFrom('appointment')
    .select('person')
    .where('provider', '=', provider)
    .where('person', '=', assessor)
    .where('role', '=', 'assessor')
    .executeTakeFirst();
  // A batch that is planned holds none of the cohort's portfolios yet, and stands for the cohort whole.
  const involved = await involvedIn(tables, { are: [submission, cohort] }, [assessor]);
  return unit.change(priorLearning, id, seen, (by, at) => ({
    type: 'AllocatePriorLearning',
    assessor,
    appointed: appointment !== undefined,
    involved,
    by,
    at,
  }));
}

/** Seals a claim; what is met is banked while the submission is open. */
export async function sealPriorLearning(unit: Unit, id: PriorLearningId, seen: number) {
  const tables = await unit.tables();
  const { submission } = await rowOf(tables, id);
  const submissionOpen = await isOpen(tables, submissionId(submission));
  return unit.change(priorLearning, id, seen, (by, at) => ({ type: 'SealPriorLearning', submissionOpen, by, at }));
}

/** A submission that is no longer open takes its undecided claim with it. */
export async function endPriorLearning(
  unit: Unit,
  submission: string,
  ended: Parameters<typeof endsPriorLearning>[0],
): Promise<void> {
  const open = await openClaim(await unit.tables(), submission);
  if (open !== undefined) await unit.change(priorLearning, open.claim, null, () => endsPriorLearning(ended));
}

function openClaim(tables: Writing, submission: string) {
  return tables
    .selectFrom('prior_learning')
    .select('claim')
    .where('submission', '=', submission)
    .where('status', 'in', undecided)
    .executeTakeFirst();
}

async function rowOf(tables: Writing, claim: string) {
  const row = await tables
    .selectFrom('prior_learning')
    .innerJoin('submission', 'submission.submission', 'prior_learning.submission')
    .select(['prior_learning.submission', 'prior_learning.provider', 'submission.cohort'])
    .where('claim', '=', claim)
    .executeTakeFirst();
  if (row === undefined) throw notFound(priorLearning.name);
  return row;
}
