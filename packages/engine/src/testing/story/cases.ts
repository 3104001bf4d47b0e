import { statementCode } from '@assay/standards';
import { opensNextAttempt } from '../../award/index.ts';
import { malpracticeId, submissionId, type Actor } from '../../kernel/index.ts';
import {
  disallowsAward,
  holdsAward,
  liftsHold,
  malpractice,
  voidsEvidence,
  type DecideMalpractice,
  type Malpractice,
  type MalpracticeCommand,
  type MalpracticeFact,
} from '../../malpractice/index.ts';
import { demoProvider } from '../people.ts';
import { moderate, plan, release, type AwardKept } from './batch.ts';
import { actor, asAssessor, cast } from './cast.ts';
import { enrol, openAttempt } from './enrol.ts';
import type { Keeper, Kept } from './keeper.ts';
import { Stuck } from './step.ts';
import { markOnce, type Marked } from './marking.ts';
import { handIn } from './portfolio.ts';

type Case = Kept<Malpractice, MalpracticeCommand, MalpracticeFact>;

/** Something is alleged of a portfolio whose award waits for its release, which it holds. */
function report(keeper: Keeper, award: AwardKept, { items }: Marked, by: Actor): Case {
  const { submission, candidate, assessors } = award.context;
  const id = `${award.id}-case`;
  const kept = keeper.open(
    malpractice,
    id,
    {
      type: 'ReportMalpractice',
      malpractice: malpracticeId(id),
      submission,
      candidate,
      provider: demoProvider,
      assessors,
      says: 'The account is somebody else’s.',
      evidence: items.map(({ context }) => context.item),
      by,
      at: keeper.now,
    },
    [submission],
  );
  award.send(holdsAward(kept.fact('MalpracticeReported')));
  return kept;
}

function investigate(keeper: Keeper, kept: Case): void {
  kept.send({ type: 'OpenInvestigation', by: cast.reviewer, at: keeper.now });
}

function answer(keeper: Keeper, kept: Case): void {
  const by = actor(kept.context.candidate, 'candidate');
  kept.send({ type: 'AnswerAllegation', says: 'I wrote it myself.', by, at: keeper.now });
}

function decide(keeper: Keeper, kept: Case, found: Pick<DecideMalpractice, 'finding' | 'penalty' | 'voided'>): void {
  const reason = 'Both accounts were compared.';
  kept.send({ type: 'DecideMalpractice', ...found, reason, by: cast.reviewer, at: keeper.now });
}

/** Four allegations: dismissed, not proven, proven of some evidence, proven of the attempt. */
export function fourAreReported(keeper: Keeper): void {
  const { cohort, attempts } = enrol(keeper, 'cohort-6', ['max', 'ned', 'oda', 'pia']);
  const batch = plan(
    keeper,
    cohort.id,
    'spring',
    attempts.map(({ portfolio }) => portfolio),
  );
  keeper.on('2026-03-02');
  const marked = attempts.map((attempted) => markOnce(keeper, handIn(keeper, attempted), cast.first));
  const awards = moderate(keeper, batch, marked);
  const reporters = [
    (award: AwardKept) => asAssessor(award.context.assessors[0] ?? cast.first.person),
    () => cast.provider,
    () => cast.external,
    () => cast.moderator,
  ];
  const cases = reporters.map((reporter, index) => {
    const [award, portfolio] = [awards[index], marked[index]];
    if (award === undefined || portfolio === undefined) throw new Stuck('four are marked');
    return { award, kept: report(keeper, award, portfolio, reporter(award)) };
  });
  const [max, ned, oda, pia] = cases;
  if (max === undefined || ned === undefined || oda === undefined || pia === undefined)
    throw new Stuck('four are reported');
  max.kept.send({ type: 'DismissReport', reason: 'There is no sign of it.', by: cast.reviewer, at: keeper.now });
  lift(max.award, max.kept, 'ReportDismissed');
  for (const { kept } of [ned, oda, pia]) investigate(keeper, kept);
  answer(keeper, ned.kept);
  decide(keeper, ned.kept, { finding: 'none', penalty: null });
  lift(ned.award, ned.kept, 'MalpracticeNotProven');
  keeper.on('2026-03-30');
  for (const { kept } of [oda, pia]) kept.send({ type: 'LapseAnswer', by: cast.system, at: keeper.now });
  evidenceIsVoided(keeper, oda);
  answer(keeper, pia.kept);
  attemptIsVoided(keeper, pia);
  release(keeper, [max.award, ned.award, oda.award]);
}

function lift(
  award: AwardKept,
  kept: Case,
  how: 'ReportDismissed' | 'MalpracticeNotProven' | 'MalpracticeProven',
): void {
  const lifts = liftsHold(kept.fact(how));
  if (lifts === null) throw new Stuck('the hold stays');
  award.send(lifts);
}

interface Held {
  readonly award: AwardKept;
  readonly kept: Case;
}

function evidenceIsVoided(keeper: Keeper, { award, kept }: Held): void {
  const { evidence } = kept.context;
  const standards = [statementCode.parse('TWO.S1')];
  decide(keeper, kept, { finding: 'proven', penalty: 'evidenceVoided', voided: { evidence, standards } });
  const voids = voidsEvidence(kept.fact('MalpracticeProven'), award.context);
  if (voids === null) throw new Stuck('the evidence carried something');
  award.send(voids);
  lift(award, kept, 'MalpracticeProven');
}

function attemptIsVoided(keeper: Keeper, { award, kept }: Held): void {
  decide(keeper, kept, { finding: 'proven', penalty: 'attemptVoided' });
  const disallows = disallowsAward(kept.fact('MalpracticeProven'));
  if (disallows === null) throw new Stuck('the attempt is void');
  award.send(disallows);
  const disallowed = award.fact('AwardDisallowed');
  if (disallowed.onward === null) throw new Stuck('another attempt may follow');
  const { by, at } = disallowed;
  openAttempt(keeper, opensNextAttempt({ ...disallowed.onward, by, at }, submissionId(`${award.id}-2`), 'standard'));
}
