import { statementCode } from '@assay/standards';
import { correctsAward, opensNextAttempt } from '../../award/index.ts';
import { excusesAttempt } from '../../circumstances/index.ts';
import { day, submissionId } from '../../kernel/index.ts';
import { opensAfterMissed, opensAgain } from '../../submission/index.ts';
import type { Scores } from '../../scoring/index.ts';
import { moderate, plan, release, type AwardKept } from './batch.ts';
import { cast } from './cast.ts';
import { enrol, openAttempt, type Attempted } from './enrol.ts';
import { claimCircumstances, upheld } from './gathering.ts';
import type { Keeper } from './keeper.ts';
import { Stuck } from './step.ts';
import { markOnce, markTwice, type Marked } from './marking.ts';
import { handIn } from './portfolio.ts';
import { ask, decide } from './reviewing.ts';

/** What two candidates are short of: one area, and both. */
const short: readonly Scores[] = [{ 'TWO.S1': 0 }, { 'ONE.S2': 0, 'TWO.S1': 0 }];

/** Two attempts and a third: passed at the second and corrected to a fail; failed, and granted one more. */
export function twoAreReferred(keeper: Keeper): void {
  const { cohort, attempts } = enrol(keeper, 'cohort-4', ['jan', 'kim']);
  const first = plan(
    keeper,
    cohort.id,
    'spring',
    attempts.map(({ portfolio }) => portfolio),
  );
  keeper.on('2026-03-02');
  const marked = attempts.map((attempted, index) =>
    markOnce(keeper, handIn(keeper, attempted), cast.first, short[index]),
  );
  const referred = moderate(keeper, first, marked);
  release(keeper, referred);
  const [resit, retake] = referred.map((award) =>
    openAttempt(keeper, opensNextAttempt(award.fact('AwardReferred'), submissionId(`${award.id}-2`), 'standard')),
  );
  if (resit === undefined || retake === undefined) throw new Stuck('two are referred');
  keeper.on('2026-04-01');
  const again = plan(keeper, cohort.id, 'summer', [resit.portfolio, retake.portfolio]);
  actionPlan(keeper, retake);
  const second: Marked[] = [
    markTwice(keeper, handIn(keeper, resit)),
    markTwice(keeper, handIn(keeper, retake), short[1], short[1]),
  ];
  const [passed, failed] = moderate(keeper, again, second);
  if (passed === undefined || failed === undefined) throw new Stuck('two are marked again');
  release(keeper, [passed, failed]);
  failsAfterAll(keeper, passed);
  triesOnceMore(keeper, failed);
}

function actionPlan(keeper: Keeper, { submission, candidate }: Attempted): void {
  submission.send({ type: 'RecordActionPlan', says: 'Two days a week in the centre.', by: candidate, at: keeper.now });
}

/** A review finds that the second attempt's one standard was marked too high. */
function failsAfterAll(keeper: Keeper, award: AwardKept): void {
  const standard = statementCode.parse('TWO.S1');
  const reason = 'The scale was misread.';
  const review = decide(keeper, ask(keeper, award, 'marking'), [
    { standard, score: 1, code: 'scaleMisapplied', reason },
  ]);
  award.send(correctsAward(review.fact('MarkingErrorFound')));
}

/** A third attempt is granted, planned, and given up. */
function triesOnceMore(keeper: Keeper, award: AwardKept): void {
  award.send({ type: 'GrantFurtherAttempt', reason: 'The centre was closed.', by: cast.moderator, at: keeper.now });
  const third = opensNextAttempt(award.fact('AttemptGranted'), submissionId(`${award.id}-3`), 'standard');
  const attempted = openAttempt(keeper, third);
  actionPlan(keeper, attempted);
  attempted.submission.send({
    type: 'WithdrawSubmission',
    reason: 'I move away.',
    by: attempted.candidate,
    at: keeper.now,
  });
}

/** Nothing is handed in: the attempt is excused and opened again, missed once more, and the next one given up. */
export function oneHandsNothingIn(keeper: Keeper): void {
  const { attempts } = enrol(keeper, 'cohort-5', ['lea']);
  const [lea] = attempts;
  if (lea === undefined) throw new Stuck('nobody is enrolled');
  miss(keeper, lea, '2026-03-07', '2026-03-14');
  const claim = claimCircumstances(keeper, lea, 1, 'attempt');
  claim.send(upheld(keeper, { kind: 'attempt' }));
  const excuses = excusesAttempt(claim.fact('CircumstancesUpheld'));
  if (excuses === null) throw new Stuck('the attempt was not excused');
  lea.submission.send(excuses);
  const excused = lea.submission.fact('AttemptExcused');
  const again = openAttempt(keeper, opensAgain(excused, submissionId(`${lea.portfolio}-again`), day('2026-05-01')));
  miss(keeper, again, '2026-05-02', '2026-05-12');
  const missed = again.submission.fact('SubmissionMissed');
  const opens = opensAfterMissed(missed, submissionId(`${lea.portfolio}-2`), day('2026-07-01'), keeper.book);
  if (opens === null) throw new Stuck('an attempt remains');
  const next = openAttempt(keeper, opens);
  next.submission.send({ type: 'WithdrawSubmission', reason: 'Too late.', by: next.candidate, at: keeper.now });
}

/** The due passes, and the late time after it. */
function miss(keeper: Keeper, { submission }: Attempted, due: string, late: string): void {
  keeper.on(due);
  submission.send({ type: 'PassDue', by: cast.system, at: keeper.now });
  keeper.on(late);
  submission.send({ type: 'PassLate', by: cast.system, at: keeper.now });
}
