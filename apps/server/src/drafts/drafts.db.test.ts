import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { troubleOf } from '../testing/refusals.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';
import { dropOldDrafts, limits } from './drafts.ts';

type Caller = Awaited<ReturnType<TestWorld['callerFor']>>;

describe.each(kinds)('text that is being typed, on %s', (kind) => {
  let at: TestWorld;
  let writer: Caller;

  beforeAll(async () => {
    at = await openWorld(kind);
    writer = await at.callerFor(await at.register('Writer Test', 'north', ['assessor']));
  });
  afterAll(() => at[Symbol.asyncDispose]());

  const place = 'review/1/LLD.S1/reason';

  test('is kept for its writer as they typed it, the last of one device, beside that of another', async () => {
    await writer.draft.save({ device: 'laptop', place, text: 'It sho', version: 3 });
    await writer.draft.save({ device: 'phone', place, text: 'On the train: ', version: 4 });
    await writer.draft.save({ device: 'laptop', place, text: 'It shows that', version: 5 });
    await writer.draft.save({ device: 'laptop', place: 'elsewhere', text: 'Another.' });
    expect(await writer.draft.list({ place })).toEqual([
      { device: 'laptop', text: 'It shows that', version: 5, savedAt: expect.any(String) },
      { device: 'phone', text: 'On the train: ', version: 4, savedAt: expect.any(String) },
    ]);
    expect(await writer.draft.list({ place: 'elsewhere' })).toMatchObject([{ text: 'Another.', version: 0 }]);
  });

  test('is nobody else’s to read or to drop, whatever they are', async () => {
    const others = await Promise.all(
      (['provider', 'moderator', 'administrator'] as const).map(async (role) =>
        at.callerFor(await at.register(`${role} other`, 'north', [role])),
      ),
    );
    for (const other of others) {
      expect(await other.draft.list({ place })).toEqual([]);
      expect(await other.draft.drop({ place })).toEqual({ dropped: 0 });
    }
    expect(await writer.draft.list({ place })).toHaveLength(2);
    const { appRouter } = await import('../app-router.ts');
    const nobody = appRouter.createCaller({ world: at.world, session: null });
    expect(await troubleOf(nobody.draft.list({ place }))).toEqual({ code: 'notSignedIn' });
  });

  test('is no fact, and leaves no trace on the record', async () => {
    const rows = await at.world.db.selectFrom('fact').select('data').execute();
    const commands = await at.world.db.selectFrom('command').select('answer').execute();
    expect(JSON.stringify([rows, commands])).not.toContain('It shows');
  });

  test('is saved while somebody writes on the record, and waits for nothing of theirs', async () => {
    if (kind === 'sqlite') return;
    await at.world.db.transaction().execute(async (writing) => {
      await at.world.dialect.alone(writing);
      await writer.draft.save({ device: 'laptop', place: 'meanwhile', text: 'Typed on.' });
    });
    expect(await writer.draft.list({ place: 'meanwhile' })).toHaveLength(1);
  });

  test('is dropped by its writer, of one device or of all', async () => {
    expect(await writer.draft.drop({ place, device: 'phone' })).toEqual({ dropped: 1 });
    expect(await writer.draft.list({ place })).toMatchObject([{ device: 'laptop' }]);
    expect(await writer.draft.drop({ place })).toEqual({ dropped: 1 });
    expect(await writer.draft.list({ place })).toEqual([]);
  });

  test('has room for 200 kB, and 500 drafts of one person', async () => {
    const long = 'é'.repeat(limits.bytes / 2);
    await writer.draft.save({ device: 'laptop', place: 'long', text: long });
    expect(await troubleOf(writer.draft.save({ device: 'laptop', place: 'long', text: `${long}.` }))).toMatchObject({
      code: 'malformed',
      fields: [{ path: 'text', says: 'is 201 kB; a draft holds 200 kB.' }],
    });
    const { id } = await at.world.db
      .selectFrom('user')
      .select('id')
      .where('name', '=', 'Writer Test')
      .executeTakeFirstOrThrow();
    const { many } = await at.world.db
      .selectFrom('draft')
      .select(({ fn }) => fn.countAll<number>().as('many'))
      .where('person', '=', id)
      .executeTakeFirstOrThrow();
    await at.world.db
      .insertInto('draft')
      .values(
        Array.from({ length: limits.drafts - many }, (_none, index) => ({
          person: id,
          device: 'laptop',
          place: `note/${index}`,
          text: '.',
          saved_at: at.world.given.now(),
          version: 0,
        })),
      )
      .execute();
    expect(await troubleOf(writer.draft.save({ device: 'laptop', place: 'one more', text: '.' }))).toMatchObject({
      code: 'malformed',
      fields: [{ path: 'place' }],
    });
    await writer.draft.save({ device: 'laptop', place: 'note/7', text: 'Still saved.' });
    expect(await writer.draft.list({ place: 'note/7' })).toMatchObject([{ text: 'Still saved.' }]);
  });

  test('is dropped once nobody has saved it for 90 days', async () => {
    await writer.draft.drop({ place: 'note/1' });
    at.travel('2026-05-01T00:00:00.000Z');
    await writer.draft.save({ device: 'laptop', place: 'note/1', text: 'Newer.' });
    // Everything else was saved on 10 March, 90 days before 8 June.
    expect(await dropOldDrafts(at.world.db, '2026-06-08T08:59:00.000Z')).toBe(0);
    expect(await dropOldDrafts(at.world.db, '2026-06-09T00:00:00.000Z')).toBeGreaterThan(400);
    expect(await writer.draft.list({ place: 'note/1' })).toMatchObject([{ text: 'Newer.' }]);
    expect(await writer.draft.list({ place: 'note/7' })).toEqual([]);
  });
});
