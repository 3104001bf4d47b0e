import { parseAppraisal, statementCode, type AppraisalProfile } from '@assay/standards';
import {
  appraisal,
  appraisalBook,
  type Appraisal,
  type AppraisalCommand,
  type AppraisalFact,
  type Expected,
  type Levels,
  type ObjectiveId,
  type OpenAppraisal,
  type Progress,
  type SetObjective,
} from '../appraisal/index.ts';
import { appraisalId, day, type Actor, type Rulebook } from '../kernel/index.ts';
import { demoProvider, noon, people } from './people.ts';
import { given, type Scenario } from './scenario.ts';
import { smallFramework } from './small-book.ts';

const clock = (id: string, value: number, unit: string) => ({ id, value, unit, for: 'a test' });

/** An appraisal profile for the small framework: three levels, two objectives, and knowledge of area TWO left out. */
export const smallProfile: AppraisalProfile = parseAppraisal(
  JSON.stringify({
    id: 'small-appraisal',
    edition: 3,
    status: 'illustrative',
    framework: 'small',
    title: 'A small appraisal for tests',
    note: 'Made for tests.',
    levels: [1, 2, 3].map((level) => ({ level, name: `Level ${level}`, descriptor: 'so well' })),
    elements: [
      { area: 'ONE', kinds: ['S', 'K'] },
      { area: 'TWO', kinds: ['S'] },
    ],
    objectivesAtMost: 2,
    months: 12,
    outline: { jobDescription: ['S'], personSpecification: ['K'] },
    clocks: [
      clock('agree-remit', 1, 'workingDays'),
      clock('self-review', 2, 'workingDays'),
      clock('reviewer-rating', 3, 'workingDays'),
      clock('meeting', 4, 'workingDays'),
      clock('agree-profile', 5, 'workingDays'),
      clock('mid-year', 6, 'months'),
      clock('year-end', 12, 'months'),
      clock('carry-forward', 6, 'workingDays'),
    ],
  }),
  'small/appraisal.json',
  smallFramework,
);

export const smallYearBook: Rulebook = appraisalBook(smallFramework, smallProfile);

const at = noon(10);
const today = day('2026-03-10');
const practitioner = people.candidate;
const reviewer = people.assessor;

/** The commands of a year on 10 March 2026, each as the one who usually sends it. */
export const year = {
  at,
  today,
  practitioner,
  reviewer,
  opened: {
    type: 'OpenAppraisal',
    appraisal: appraisalId('appraisal-1'),
    practitioner: practitioner.person,
    reviewer: reviewer.person,
    provider: demoProvider,
    from: day('2026-03-01'),
    carried: null,
    appointed: true,
    by: people.provider,
    at,
  } satisfies OpenAppraisal,
  propose: (expected: Expected, by: Actor = reviewer): AppraisalCommand => ({ type: 'ProposeRemit', expected, by, at }),
  agree: (by: Actor = practitioner): AppraisalCommand => ({ type: 'AgreeRemit', by, at }),
  rateSelf: (code: string, level: number, evidence = 'The log of March.', on = today): AppraisalCommand => ({
    type: 'RateSelf',
    statement: statementCode.parse(code),
    level,
    evidence,
    on,
    by: practitioner,
    at,
  }),
  sealSelf: { type: 'SealSelfReview', by: practitioner, at } satisfies AppraisalCommand,
  rate: (code: string, level: number, reason = 'Seen in March.'): AppraisalCommand => ({
    type: 'RateAsReviewer',
    statement: statementCode.parse(code),
    level,
    reason,
    by: reviewer,
    at,
  }),
  sealReviewer: { type: 'SealReviewerRating', by: reviewer, at } satisfies AppraisalCommand,
  meet: (on = today, account = 'We talked.', by: Actor = reviewer): AppraisalCommand => ({
    type: 'RecordMeeting',
    on,
    account,
    by,
    at,
  }),
  settle: (levels: Levels, by: Actor = reviewer): AppraisalCommand => ({ type: 'AgreeProfile', levels, by, at }),
  confirm: (by: Actor = practitioner): AppraisalCommand => ({ type: 'ConfirmProfile', by, at }),
  aim: (objective: ObjectiveId, change: Partial<SetObjective> = {}): AppraisalCommand => ({
    type: 'SetObjective',
    objective,
    aim: 'Chair the network.',
    successMeasure: 'Six meetings held.',
    support: 'Half a day each month.',
    reachedBy: day('2026-12-18'),
    continues: null,
    by: practitioner,
    at,
    ...change,
  }),
  drop: (objective: ObjectiveId): AppraisalCommand => ({ type: 'DropObjective', objective, by: practitioner, at }),
  midYear: (
    progress: Readonly<Partial<Record<ObjectiveId, Progress>>> = {},
    on = today,
    account = 'On the way.',
  ): AppraisalCommand => ({ type: 'RecordMidYear', on, account, progress, by: reviewer, at }),
  yearEnd: (
    met: Readonly<Partial<Record<ObjectiveId, boolean>>> = {},
    on = today,
    account = 'A full year.',
  ): AppraisalCommand => ({ type: 'RecordYearEnd', on, account, met, by: reviewer, at }),
  carry: { type: 'CarryForward', by: practitioner, at } satisfies AppraisalCommand,
  withdraw: { type: 'WithdrawAppraisal', reason: '', by: practitioner, at } satisfies AppraisalCommand,
};

type Year = Scenario<Appraisal, AppraisalCommand, AppraisalFact>;

/** A year after these commands: from nothing, or from where it stood. */
export const afterAll = (commands: readonly AppraisalCommand[], from: Year = given(appraisal, smallYearBook)): Year =>
  commands.reduce((scenario, command) => scenario.after(command), from);

const remit = { ONE: { S: 2 }, TWO: { S: 3 } };
const open = afterAll([year.opened]);
const put = afterAll([year.propose(remit)], open);
const rating = afterAll([year.agree()], put);
const selfRated = afterAll(
  [year.rateSelf('ONE.S1', 1), year.rateSelf('ONE.S2', 2), year.rateSelf('TWO.S1', 3)],
  rating,
);
const rated = afterAll([year.rate('ONE.S1', 2), year.rate('ONE.S2', 2), year.rate('TWO.S1', 1)], selfRated);
const sealed = afterAll([year.sealSelf, year.sealReviewer], rated);
const met = afterAll([year.meet()], sealed);
const levels = { 'ONE.S': 2, 'TWO.S1': 2 };
const profilePut = afterAll([year.aim('O1'), year.aim('O2'), year.settle(levels)], met);
const underWay = afterAll([year.confirm()], profilePut);
const pastMidYear = afterAll([year.midYear({ O1: 'onTrack', O2: 'behind' })], underWay);
const ended = afterAll([year.yearEnd({ O1: true, O2: false })], pastMidYear);
const closed = afterAll([year.carry], ended);

/** One year, stage by stage: the remit, the levels that settle its two differences, and where it stood after each step. */
export const smallYear = {
  remit,
  levels,
  open,
  put,
  rating,
  selfRated,
  rated,
  sealed,
  met,
  profilePut,
  underWay,
  pastMidYear,
  ended,
  closed,
} as const;
