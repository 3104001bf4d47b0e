import { callTRPCProcedure, TRPCError } from '@trpc/server';
import { marking, reviewId, type Manifest } from '@assay/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detailsOf } from '../api/errors.ts';
import { appRouter } from '../app-router.ts';
import { changesAfter } from '../record/changes.ts';
import type { Session } from '../session/session.ts';
import { kinds } from '../testing/databases.ts';
import { allProcedures } from '../testing/procedures.ts';
import { handInQuickly, markQuickly, type HandedIn } from '../testing/quickly.ts';
import { troubleOf } from '../testing/refusals.ts';
import { awaiting, castOf, judgeOn, type Cast } from '../testing/story.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

/** What a page sends to ask for anything at all: every id that there is, so that each question finds its own. */
type Asked = Readonly<Record<string, unknown>>;

/** Every question that can be asked of the server, by its path. */
const queries = allProcedures().flatMap(({ path, type }) => (type === 'query' ? [path] : []));

/** What comes by the outbox, some time after: it is looked at in the outbox itself. */
const delivered: ReadonlySet<string> = new Set(['session.notices']);

/** Asks every question of the server as somebody, about everything, and answers all that it says, refusals included. */
async function everythingSaidTo({ world }: TestWorld, session: Session, asked: readonly Asked[]) {
  expect(queries).toContain('review.show');
  const said: Record<string, unknown> = {};
  const unasked: string[] = [];
  for (const path of queries.filter((each) => !delivered.has(each))) {
    let malformed = 0;
    for (const [index, input] of asked.entries()) {
      const answer = await ask(world, session, path, input);
      if (answer === 'malformed') malformed += 1;
      said[`${path} ${index}`] = answer;
    }
    if (malformed === asked.length) unasked.push(path);
  }
  said['told'] = await toldTo(world, session.person.id);
  said['live'] = await heardBy(world, session);
  expect(unasked, 'questions that this test does not know how to ask: give it what they want').toEqual([]);
  return said;
}

/** Every record of whose changes somebody would have heard live, from the first fact to the last. */
async function heardBy(world: TestWorld['world'], session: Session): Promise<unknown[]> {
  const heard: unknown[] = [];
  // The log has come to its end where it would be waited for.
  const ended = { ...world, growth: { ...world.growth, after: async () => null } };
  for await (const { changes } of changesAfter(ended, session, 0, new AbortController().signal)) heard.push(...changes);
  return heard;
}

/** Everything that was posted to somebody, delivered or not. */
async function toldTo({ db }: TestWorld['world'], person: string): Promise<unknown[]> {
  const rows = await db.selectFrom('outbox').select(['id', 'payload']).orderBy('id').execute();
  return rows.flatMap(({ id, payload }) => {
    const message: { person?: string } = JSON.parse(payload);
    return message.person === person ? [{ id, ...message }] : [];
  });
}

async function ask(world: TestWorld['world'], session: Session, path: string, input: Asked): Promise<unknown> {
  try {
    return await callTRPCProcedure({
      router: appRouter,
      path,
      type: 'query',
      getRawInput: async () => input,
      ctx: { world, session },
      signal: undefined,
      batchIndex: 0,
    });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === 'BAD_REQUEST') return 'malformed';
    return { code: error.code, message: error.message, ...detailsOf(error.cause) };
  }
}

describe.each(kinds)('a second marker on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let both: string;
  let portfolio: HandedIn;

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
    // Whoever also moderates for the provider asks more questions, and is to learn as little.
    both = await at.register('Both Test', 'north', ['assessor', 'moderator']);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  /** Every id of the story, with either review where a review is asked about. */
  const questions = (own: string): Asked[] => {
    const { submission, candidate, cohort, review, marking: of } = portfolio;
    const shared = {
      submission,
      cohort,
      marking: of,
      candidate,
      person: candidate,
      assessor: cast.assessorId,
      provider: 'north',
      batch: 'none',
      award: 'none',
      item: 'none',
      id: 'npqicl-2007',
      everyKth: null,
      source: 'E1',
      claim: 'none',
      circumstances: 'none',
      markingReview: 'none',
      appeal: 'none',
      malpractice: 'none',
      appraisal: 'none',
      framework: 'prospect-ecs',
      expected: {},
      endpoint: 'none',
      place: `review/${review}`,
    };
    const rest = [
      { review: own, stream: own },
      { review, stream: review },
      { review, stream: of },
      { review, stream: submission },
      { review: own, stream: cohort },
    ];
    return rest.flatMap((one) => [
      { ...shared, ...one, of: 'open', after: null },
      { ...shared, ...one, of: 'sealed' },
    ]);
  };

  const begin = async (assessor: string) => {
    const waits = await awaiting({ ...cast, submission: portfolio.submission }, 'second');
    const caller = await at.callerFor(assessor);
    await cast.staff.review.allocate({ ...at.command(), review: waits.review, seen: waits.version, assessor });
    await caller.review.begin({ ...at.command(), review: waits.review, seen: waits.version + 1, noConflict: true });
    return { own: waits.review, caller };
  };

  test('who marks beside the first one is told the same before the first one begins and after they have sealed', async () => {
    const { moderator } = cast;
    // Every portfolio of the cohort is marked twice, so that both can begin at once.
    const plan = { cohort: cast.cohort, title: 'Window', seed: 'fixed', everyKth: 1 };
    await moderator.moderation.plan({ ...at.command(), ...plan });
    portfolio = await handInQuickly(at, cast, 'Beside Test');
    const { own } = await begin(cast.secondId);
    const session = await at.sessionOf(cast.secondId);
    const before = await everythingSaidTo(at, session, questions(own));
    expect(before['review.show 0']).toMatchObject({ review: own, marker: 'second', judgements: {} });
    expect(before['live']).toMatchObject([{ workflow: 'review', stream: own }]);

    await markQuickly(at, portfolio.review, cast.assessorId, (code) => (code === 'LLD.S1' ? 4 : 2));
    expect(await everythingSaidTo(at, session, questions(own))).toEqual(before);
  });

  test('who also moderates for the provider is told the same too', async () => {
    portfolio = await handInQuickly(at, cast, 'Among Test');
    const { own } = await begin(both);
    const session = await at.sessionOf(both);
    const before = await everythingSaidTo(at, session, questions(own));
    await markQuickly(at, portfolio.review, cast.assessorId);
    expect(await everythingSaidTo(at, session, questions(own))).toEqual(before);
  });

  test('who also is staff of the provider does not find the first review among those that wait', async () => {
    const clerkId = await at.register('Clerk Test', 'north', ['assessor', 'provider']);
    portfolio = await handInQuickly(at, cast, 'Clerk Marks Test');
    const clerk = await at.callerFor(clerkId);
    const waiting = async () =>
      (await clerk.review.awaiting({})).lines.filter(({ submission }) => submission === portfolio.submission);
    const told = (await waiting()).map(({ marker, why }) => [marker, why]);
    // Opened in the same instant, so in any order.
    expect(told.toSorted(([a = ''], [b = '']) => String(a).localeCompare(String(b)))).toEqual([
      ['first', ['accepted']],
      ['second', ['everyKth']],
    ]);
    const { caller } = await begin(clerkId);
    expect(await waiting()).toEqual([]);
    await expect(caller.review.possible({ review: portfolio.review })).rejects.toThrow('There is no such review');
  });

  describe('who is found once the first one has sealed', () => {
    let session: Session;
    let own = '';
    let firstId = '';
    let secret: readonly string[];

    beforeAll(async () => {
      firstId = await at.register('Firstname Hidden', 'north', ['assessor']);
      const { cohort } = await cast.staff.cohort.open({
        ...at.command(),
        title: 'Autumn',
        opensOn: '2026-01-01',
        dueOn: '2026-12-31',
      });
      portfolio = await handInQuickly(at, { ...cast, cohort }, 'After Test');
      await markQuickly(at, portfolio.review, firstId, (code) => (code === 'LLD.S1' ? 0 : 4));
      ({ own } = await begin(cast.secondId));
      session = await at.sessionOf(cast.secondId);
      const facts = await at.world.db
        .selectFrom('fact')
        .select('at')
        .where('stream', 'in', [portfolio.review, portfolio.marking])
        .where('version', '>', 1)
        .execute();
      const { version } = await at.world.db
        .selectFrom('review')
        .select('version')
        .where('review', '=', portfolio.review)
        .executeTakeFirstOrThrow();
      if (version < 150) throw new Error('the first version is one that nothing else has');
      secret = [
        portfolio.review,
        firstId,
        'Firstname Hidden',
        'firstname.hidden',
        // The reasons and accounts that `marked` writes for `markQuickly`.
        'Why ',
        'A day at the centre.',
        'Asked about every area.',
        `:${version}`,
        ...new Set(facts.map((fact) => fact.at)),
      ];
    });

    /** Every question, with nothing in it that the second marker could not know. */
    const aboutOwn = () =>
      questions(own).map(({ review: _theirs, stream: _log, assessor: _name, marking: _meeting, ...rest }) => ({
        ...rest,
        review: own,
        stream: own,
        marking: 'none',
      }));

    test('is told nothing of the first review: no id, version, name, score, reason, count or time', async () => {
      const all = await everythingSaidTo(at, session, aboutOwn());
      const said = JSON.stringify(all);
      expect(said).toContain('After Test');
      for (const one of secret) expect(said, one).not.toContain(one);
      // The published scale has scores too.
      const ofPeople = Object.entries(all).filter(([path]) => !path.startsWith('framework.'));
      expect(JSON.stringify(ofPeople)).not.toMatch(/"(score|mark)":\d/);
    });

    test('is told by a log and by a clash what was written since the review was theirs, and nothing from before', async () => {
      const caller = appRouter.createCaller({ world: at.world, session });
      expect((await caller.record.facts({ stream: own })).map(({ type }) => type)).toEqual([
        'AssessorAllocated',
        'MarkingBegun',
      ]);
      const late = caller.review.seal({ ...at.command(), review: own, seen: 0 });
      const clash: unknown = await late.then(
        () => null,
        (error: unknown) => (error instanceof TRPCError ? detailsOf(error.cause).clash : error),
      );
      expect(clash).toMatchObject({
        seen: 0,
        now: 3,
        wrote: [{ type: 'AssessorAllocated' }, { type: 'MarkingBegun' }],
      });
      for (const one of secret) expect(JSON.stringify(clash), one).not.toContain(one);
    });

    test('is told that a source fell away, and not by whose report', async () => {
      const first = await at.callerFor(firstId);
      const { manifest } = await at.world.db
        .selectFrom('submission')
        .select('manifest')
        .where('submission', '=', portfolio.submission)
        .executeTakeFirstOrThrow();
      const { items }: Manifest = JSON.parse(manifest ?? '');
      const item = items.find(({ number }) => number === 3)?.item ?? '';
      const stands = await at.world.db
        .selectFrom('item')
        .select('version')
        .where('item', '=', item)
        .executeTakeFirstOrThrow();
      const breach = { severity: 'major' as const, says: 'A family is named.', place: 'page 1' };
      await first.evidence.reportBreach({ ...at.command(), item, seen: stands.version, ...breach });

      const caller = appRouter.createCaller({ world: at.world, session });
      expect((await caller.review.show({ review: own })).aside).toEqual(['E3']);
      expect((await caller.record.facts({ stream: own })).at(-1)).toMatchObject({
        type: 'SourceSetAside',
        by: 'Assay',
      });
      const late = await troubleOf(caller.review.seal({ ...at.command(), review: own, seen: 3 }));
      expect(late).toMatchObject({ code: 'clash', wrote: [{ type: 'SourceSetAside', person: 'product' }] });
      const all = await everythingSaidTo(at, session, aboutOwn());
      for (const one of [firstId, 'Firstname Hidden']) expect(JSON.stringify(all), one).not.toContain(one);
    });

    test('cannot act on the first review or on the marking, and learns no version of either', async () => {
      const caller = appRouter.createCaller({ world: at.world, session });
      const theirs = { review: portfolio.review, seen: 0 };
      await expect(caller.review.seal({ ...at.command(), ...theirs })).rejects.toThrow('There is no such review');
      const meeting = { marking: portfolio.marking, seen: 1, reason: 'Why not.' };
      await expect(caller.marking.endConference({ ...at.command(), ...meeting })).rejects.toThrow(
        `There is no such ${marking.name}`,
      );
    });

    test('nor is the first one told anything of the second, until both have sealed', async () => {
      const first = await at.callerFor(firstId);
      const { marking: of } = portfolio;
      await expect(first.marking.show({ marking: of })).rejects.toThrow('There is no such marking');
      await expect(first.marking.rest({ marking: of })).rejects.toThrow('There is no such marking');
      expect(await first.marking.ofReview({ review: portfolio.review })).toBeNull();
      const caller = appRouter.createCaller({ world: at.world, session });
      const { scope } = await caller.review.show({ review: own });
      // E3 was set aside since it began.
      let version = await judgeOn(at, caller, ['E1', 'E2'], 4, {
        review: own,
        standards: scope.standards,
        scoreOf: () => 4,
      });
      for (const component of scope.gates)
        ({ version } = await caller.review.judgeGate({
          ...at.command(),
          review: own,
          seen: version,
          component,
          met: true,
          reason: 'Seen.',
        }));
      await expect(first.marking.show({ marking: of })).rejects.toThrow('There is no such marking');
      await caller.review.seal({ ...at.command(), review: reviewId(own), seen: version });
      for (const marker of [first, caller]) {
        const { differences } = await marker.marking.show({ marking: of });
        expect(differences.map(({ place, marks }) => [place, marks.map(({ mark }) => mark)])).toEqual([
          ['LLD.S1', [0, 4]],
        ]);
      }
    });
  });
});
