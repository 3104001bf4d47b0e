import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { troubleOf } from '../testing/refusals.ts';
import { castOf, gather, type Cast } from '../testing/story.ts';
import { freshPlace, openWorld, reopenWorld, type TestWorld } from '../testing/world.ts';
import { audit } from './verify.ts';
import { kinds } from '../testing/databases.ts';

describe.each(kinds)('on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  beforeEach(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
  });
  afterEach(() => at[Symbol.asyncDispose]());

  const writing = () => ({
    submission: cast.submission,
    item: null,
    seen: 0,
    title: 'Account',
    component: 'C1',
    dated: '2026-02-01',
    text: 'What I did.',
  });

  describe('a command', () => {
    test('sent again under its id answers the same and writes nothing', async () => {
      const sent = { ...at.command(), ...writing() };
      const first = await cast.candidate.evidence.write(sent);
      const facts = await at.world.db.selectFrom('fact').selectAll().execute();
      expect(await cast.candidate.evidence.write(sent)).toEqual(first);
      expect(await at.world.db.selectFrom('fact').selectAll().execute()).toEqual(facts);
    });

    test('under an id that was used for something else is refused as malformed', async () => {
      const sent = { ...at.command(), ...writing() };
      await cast.candidate.evidence.write(sent);
      expect(await troubleOf(cast.candidate.evidence.write({ ...sent, title: 'Another' }))).toMatchObject({
        code: 'malformed',
        fields: [{ path: 'commandId' }],
      });
    });

    test('that saw an older version is told the version there is now, and writes nothing', async () => {
      const { item, version } = await cast.candidate.evidence.write({ ...at.command(), ...writing() });
      const claim = { item, seen: version, statement: 'LLD.S1', place: 'first paragraph' };
      await cast.candidate.evidence.claim({ ...at.command(), ...claim });
      expect(
        await troubleOf(cast.candidate.evidence.claim({ ...at.command(), ...claim, statement: 'LLD.S2' })),
      ).toEqual({
        code: 'clash',
        seen: version,
        now: version + 1,
        wrote: [
          {
            version: version + 1,
            type: 'StatementClaimed',
            person: cast.candidateId,
            role: 'candidate',
            at: expect.any(String),
            data: { statement: 'LLD.S1', place: 'first paragraph' },
          },
        ],
      });
      const [only] = await cast.candidate.evidence.list({ submission: cast.submission });
      expect(only?.claims).toEqual([{ statement: 'LLD.S1', place: 'first paragraph' }]);
    });

    test('of two that saw the same version, exactly one is taken', async () => {
      const { item, version } = await cast.candidate.evidence.write({ ...at.command(), ...writing() });
      const racing = ['LLD.S1', 'LLD.S2', 'LLD.S3', 'LLD.S4'].map((statement) =>
        cast.candidate.evidence.claim({ ...at.command(), item, seen: version, statement, place: 'here' }),
      );
      const settled = await Promise.allSettled(racing);
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await audit(at.world.db)).toMatchObject({ ok: true });
    });

    test('on somebody else’s record learns nothing of it, not even its version', async () => {
      const { item } = await cast.candidate.evidence.write({ ...at.command(), ...writing() });
      const stranger = await at.callerFor(await at.register('Stranger Test', 'south', ['provider']));
      expect(await troubleOf(stranger.evidence.remove({ ...at.command(), item, seen: 9 }))).toMatchObject({
        code: 'notFound',
      });
      expect(await troubleOf(stranger.submission.show({ submission: cast.submission }))).toMatchObject({
        code: 'notFound',
      });
      expect(await troubleOf(stranger.cohort.show({ cohort: cast.cohort }))).toMatchObject({ code: 'notFound' });
      expect(await troubleOf(stranger.record.facts({ stream: cast.submission }))).toMatchObject({ code: 'notFound' });
    });

    test('by nobody who is signed in is refused before anything is looked up', async () => {
      const { appRouter } = await import('../app-router.ts');
      const nobody = appRouter.createCaller({ world: at.world, session: null });
      expect(await troubleOf(nobody.evidence.write({ commandId: randomUUID(), ...writing() }))).toEqual({
        code: 'notSignedIn',
      });
    });
  });

  describe('the record', () => {
    test('is there after the server was stopped and started again', async () => {
      await using place = await freshPlace(kind);
      const first = await reopenWorld(place);
      const { submission, candidateId } = await castOf(first).then(async (story) => {
        await gather(first, story);
        return story;
      });
      const facts = await first.world.db.selectFrom('fact').selectAll().execute();
      await first.close();
      const second = await reopenWorld(place);
      expect(await second.world.db.selectFrom('fact').selectAll().execute()).toEqual(facts);
      const candidate = await second.callerFor(candidateId);
      expect(await candidate.evidence.list({ submission })).toHaveLength(4);
      expect(await audit(second.world.db)).toMatchObject({ ok: true, facts: facts.length });
      await second.close();
    });

    const columns = [
      'stream',
      'version',
      'workflow',
      'type',
      'schema',
      'data',
      'person',
      'role',
      'provider',
      'at',
      'command',
      'previous',
      'hash',
      'position',
    ] as const;
    test.each(columns)('that had its %s changed by one byte is found broken at that fact', async (column) => {
      await cast.candidate.evidence.write({ ...at.command(), ...writing() });
      const edited = await at.world.db
        .selectFrom('fact')
        .select('position')
        .where('type', '=', 'ItemAdded')
        .executeTakeFirstOrThrow();
      await cast.candidate.evidence.write({ ...at.command(), ...writing(), title: 'A later one' });
      const change = ['version', 'schema', 'position'].includes(column)
        ? `"${column}" + 1000`
        : `coalesce(substr("${column}", 1, length("${column}") - 1), '') || '~'`;
      await sql`update fact set ${sql.ref(column)} = ${sql.raw(change)} where position = ${edited.position}`.execute(
        at.world.db,
      );
      // A fact that was moved is missed where it stood: the next one is the first that does not fit.
      const first = column === 'position' ? edited.position + 1 : edited.position;
      expect(await audit(at.world.db)).toMatchObject({ ok: false, broken: { position: first } });
    });

    test('that lost a fact, or whose state was edited, is found broken', async () => {
      const { item } = await cast.candidate.evidence.write({ ...at.command(), ...writing() });
      await at.world.db.updateTable('stream').set({ status: 'locked' }).where('id', '=', item).execute();
      expect(await audit(at.world.db)).toMatchObject({
        ok: false,
        broken: { stream: item, says: 'the stored state is not the one that its facts lead to' },
      });
      await at.world.db.updateTable('stream').set({ status: 'draft' }).where('id', '=', item).execute();
      expect(await audit(at.world.db)).toMatchObject({ ok: true });
      await at.world.db.deleteFrom('fact').where('stream', '=', item).execute();
      expect(await audit(at.world.db)).toMatchObject({ ok: false });
    });
  });
});
