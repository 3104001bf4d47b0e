import {
  addMonths,
  deadlineOf,
  londonDay,
  opensAfterMissed,
  opensAgain,
  submission,
  submissionId,
  type AttemptExcused,
  type AttemptKind,
  type Day,
  type Instant,
  type Rulebook,
  type SubmissionMissed,
} from '@assay/engine';
import type { Unit } from '../record/unit.ts';

/**
 * The day by which an attempt that begins now without a referral is handed in: few areas that are resat have the time of
 * a resit, everything else that of a retake, since nothing of it was shown yet (R9).
 */
function dueAnew(kind: AttemptKind, at: Instant, book: Rulebook): Day {
  const clock = kind === 'resit' ? 'resit' : 'retake';
  const due = deadlineOf(clock, at, book);
  return due === null ? addMonths(londonDay(at), book[clock].months) : londonDay(due.at);
}

/** A missed attempt is used: the next one opens, while attempts remain. */
export async function openAfterMissed(unit: Unit, missed: SubmissionMissed): Promise<void> {
  const { book, freshId } = unit.given;
  const opened = submissionId(freshId());
  const opens = opensAfterMissed(missed, opened, dueAnew(missed.kind, missed.at, book), book);
  if (opens !== null) await unit.change(submission, opened, 0, () => opens);
}

/**
 * An excused attempt opens again, in place of a later one that opened when it was missed: nobody works on two at a time.
 * Where the later one was handed in already it stands, and only a moderator can grant one more.
 */
export async function openAgain(unit: Unit, excused: AttemptExcused): Promise<void> {
  const others = await attemptsOf(unit, excused);
  const later = others.filter(({ attempt }) => attempt > excused.attempt);
  const earlier = others.filter(({ attempt }) => attempt <= excused.attempt);
  if (later.some(({ status }) => handedIn.has(status)) || earlier.some(({ status }) => working.has(status))) return;
  const opened = submissionId(unit.given.freshId());
  const opens = opensAgain(excused, opened, dueAnew(excused.kind, excused.at, unit.given.book));
  await unit.change(submission, opened, 0, () => opens);
  const { by, at } = opens;
  const reason = `Attempt ${excused.attempt} was excused, and is open again in place of this one.`;
  for (const { submission: id, status } of later)
    if (working.has(status)) await unit.change(submission, id, null, () => ({ type: 'ExcuseAttempt', reason, by, at }));
}

/** States in which a candidate works on an attempt. */
const working: ReadonlySet<string> = new Set(['open', 'late']);
const handedIn: ReadonlySet<string> = new Set(['submitted', 'accepted']);

/** The other attempts of the candidate in the cohort. */
async function attemptsOf(unit: Unit, { submission: own, candidate, cohort }: AttemptExcused) {
  return (await unit.tables())
    .selectFrom('submission')
    .select(['submission', 'attempt', 'status'])
    .where('candidate', '=', candidate)
    .where('cohort', '=', cohort)
    .where('submission', '!=', own)
    .orderBy('attempt')
    .execute();
}
