import { evidence, itemId } from '@assay/engine';
import { statementsOf } from '@assay/standards';
import { acting, atOnce } from './atOnce.ts';
import type { TestWorld } from './world.ts';

type Caller = Awaited<ReturnType<TestWorld['callerFor']>>;

/** The people of a story and a caller for each. */
export async function castOf(at: TestWorld) {
  const { register, callerFor, world, command } = at;
  const staffId = await register('Staff Test', 'north', ['provider']);
  const staff = await callerFor(staffId);
  const assessorId = await register('Assessor Test', 'north', ['assessor']);
  const secondId = await register('Second Test', 'north', ['assessor']);
  const moderatorId = await register('Moderator Test', 'north', ['moderator']);
  const { cohort } = await staff.cohort.open({
    ...command(),
    title: 'Spring',
    opensOn: '2026-01-01',
    dueOn: '2026-06-30',
  });
  const joined = await enrolled(at, { staff, cohort }, 'Candidate Test');
  return {
    world,
    staff,
    candidate: joined.caller,
    assessor: await callerFor(assessorId),
    second: await callerFor(secondId),
    moderator: await callerFor(moderatorId),
    staffId,
    assessorId,
    secondId,
    moderatorId,
    candidateId: joined.candidate,
    cohort,
    submission: joined.submission,
  };
}

export type Cast = Awaited<ReturnType<typeof castOf>>;

/** Somebody new is enrolled in a cohort. Answers who, the attempt that is open for them, and a caller. */
export async function enrolled(
  { command, callerFor }: TestWorld,
  { staff, cohort }: { readonly staff: Caller; readonly cohort: string },
  name: string,
) {
  const { cohort: line } = await staff.cohort.show({ cohort });
  const made = await staff.cohort.enrol({
    ...command(),
    cohort,
    seen: line.version,
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@test.example`,
    route: 'standard',
  });
  return { ...made, caller: await callerFor(made.candidate) };
}

/**
 * Writes, claims and declares an account for every component; the second and the fourth are what a witness says. After
 * the first claim of each, the others are made at once.
 */
export async function gather(
  { command }: TestWorld,
  { candidate, candidateId, submission, world }: Cast,
): Promise<void> {
  const codes = statementsOf(world.library.framework).map(({ code }) => code);
  for (const [index, component] of ['C1', 'C2', 'C3', 'C4'].entries()) {
    const written = await candidate.evidence.write({
      ...command(),
      submission,
      item: null,
      seen: 0,
      title: `Account ${component}`,
      component,
      dated: '2026-02-01',
      text: `What I did and why, in ${component}.`,
    });
    let { version } = written;
    if (index % 2 === 1)
      ({ version } = await candidate.evidence.describe({
        ...command(),
        item: written.item,
        seen: version,
        title: `Witness ${component}`,
        component,
        method: 'witness',
        dated: '2026-02-01',
        content: null,
      }));
    const place = 'first paragraph';
    const [statement = '', ...others] = codes.filter((_code, number) => number % 4 === index);
    const { item } = written;
    ({ version } = await candidate.evidence.claim({ ...command(), item, seen: version, statement, place }));
    ({ version } = await atOnce({ world }, [acting(candidateId, 'candidate')], async (unit) => {
      let claimed = { version };
      for (const other of others)
        claimed = await unit.change(evidence, itemId(item), null, (by, at) => ({
          type: 'ClaimStatement',
          statement: other,
          place,
          by,
          at,
        }));
      return { version: claimed.version };
    }));
    await candidate.evidence.declare({
      ...command(),
      item: written.item,
      seen: version,
      authorship: true,
      consent: true,
      anonymised: true,
      aiUse: 'None.',
    });
  }
}

/** Submits, accepts and allocates; answers the review. */
export async function handIn(
  { command }: TestWorld,
  { candidate, staff, assessorId, submission }: Cast,
): Promise<string> {
  const { version } = await candidate.submission.show({ submission });
  const submitted = await candidate.submission.submit({ ...command(), submission, seen: version, declaration: true });
  const accepted = await staff.submission.accept({ ...command(), submission, seen: submitted.version });
  await staff.review.allocate({ ...command(), review: accepted.review, seen: 1, assessor: assessorId });
  return accepted.review;
}

/** Where marking has begun already, at which version; and which gates are judged, all of them where nothing is said. */
export interface Marking {
  readonly begun?: number;
  readonly gates?: readonly string[];
}

/**
 * The first marker, who visits and discusses, marks standards with the score that `scoreOf` gives, gates and coverage;
 * does not seal. Answers the version.
 */
export async function mark(
  at: TestWorld,
  assessor: Caller,
  review: string,
  standards: readonly string[],
  indicators: readonly string[],
  scoreOf: (code: string) => number,
  { begun, gates = ['C4', 'C5', 'C6'] }: Marking = {},
): Promise<number> {
  const base = { review };
  const { command } = at;
  let version = begun ?? (await assessor.review.begin({ ...command(), ...base, seen: 2, noConflict: true })).version;
  ({ version } = await assessor.review.recordVisit({
    ...command(),
    ...base,
    seen: version,
    on: '2026-03-01',
    account: 'A day at the centre.',
  }));
  ({ version } = await assessor.review.recordDiscussion({
    ...command(),
    ...base,
    seen: version,
    on: '2026-03-02',
    minutes: 60,
    account: 'Asked about every area.',
  }));
  version = await judgeOn(at, assessor, ['visit', 'discussion'], version, { review, standards, scoreOf });
  version = await judgeGates(at, assessor, gates, version, review);
  if (indicators.length === 0) return version;
  ({ version } = await assessor.review.noteCoverage({
    ...command(),
    ...base,
    seen: version,
    statements: [...indicators],
  }));
  return version;
}

/** A second or third marker is allocated, reads the portfolio and marks what they are asked for; does not seal. */
export async function markBlind(
  at: TestWorld,
  { staff }: Pick<Cast, 'staff'>,
  to: { readonly id: string; readonly caller: Caller },
  review: string,
  scoreOf: (code: string) => number,
): Promise<number> {
  const { caller, id } = to;
  await staff.review.allocate({ ...at.command(), review, seen: 1, assessor: id });
  const begun = await caller.review.begin({ ...at.command(), review, seen: 2, noConflict: true });
  const { scope } = await caller.review.show({ review });
  const version = await judgeOn(at, caller, ['E1', 'E2'], begun.version, {
    review,
    standards: scope.standards,
    scoreOf,
  });
  return judgeGates(at, caller, scope.gates, version, review);
}

/** The review of a submission that waits for this marker. */
export async function awaiting({ staff, submission }: Pick<Cast, 'staff' | 'submission'>, marker: 'second' | 'third') {
  const { lines } = await staff.review.awaiting({ marker });
  const found = lines.find((line) => line.submission === submission);
  if (found === undefined) throw new Error(`no ${marker} marker is waited for`);
  return found;
}

/** What is judged in which review, and how it is scored. */
interface Judging {
  readonly review: string;
  readonly standards: readonly string[];
  readonly scoreOf: (code: string) => number;
}

/** Confirms two sources for each standard and scores it on them; answers the version. */
export async function judgeOn(
  { command }: TestWorld,
  assessor: Caller,
  sources: ('visit' | 'discussion' | `E${number}`)[],
  seen: number,
  { review, standards, scoreOf }: Judging,
): Promise<number> {
  let version = seen;
  const test = { valid: true, authentic: true, current: true, sufficient: true };
  for (const standard of standards) {
    for (const source of sources)
      ({ version } = await assessor.review.confirm({
        ...command(),
        review,
        seen: version,
        standard,
        source,
        ...test,
      }));
    ({ version } = await assessor.review.judge({
      ...command(),
      review,
      seen: version,
      standard,
      score: scoreOf(standard),
      reason: `Why ${standard}.`,
      evidence: sources,
    }));
  }
  return version;
}

async function judgeGates(
  { command }: TestWorld,
  assessor: Caller,
  gates: readonly string[],
  seen: number,
  review: string,
): Promise<number> {
  let version = seen;
  for (const component of gates)
    ({ version } = await assessor.review.judgeGate({
      ...command(),
      review,
      seen: version,
      component,
      met: true,
      reason: 'Seen.',
    }));
  return version;
}
