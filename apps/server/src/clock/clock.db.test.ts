import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '@assay/engine';
import { kinds } from '../testing/databases.ts';
import { castOf, type Cast } from '../testing/story.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';
import { passDeadlines } from './clock.ts';

describe.each(kinds)('deadlines on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  const on = (now: string) => ({ ...at.world, given: { ...at.world.given, now: () => instant(now) } });
  const deadline = () =>
    at.world.db
      .selectFrom('deadline')
      .select(['command', 'at'])
      .where('stream', '=', cast.submission)
      .executeTakeFirstOrThrow();

  test('nothing is sent before the last day has ended in London', async () => {
    expect(await deadline()).toEqual({ command: 'PassDue', at: '2026-06-30T22:59:59.999Z' });
    expect(await passDeadlines(on('2026-06-30T22:59:59.999Z'))).toEqual({ sent: 0, refused: 0 });
  });

  test('several servers that look at once send it once', async () => {
    const then = on('2026-06-30T23:00:00.000Z');
    const passed = await Promise.all([passDeadlines(then), passDeadlines(then), passDeadlines(then)]);
    expect(passed.every(({ refused }) => refused === 0)).toBe(true);
    const facts = await at.world.db
      .selectFrom('fact')
      .select(['type', 'role', 'at'])
      .where('stream', '=', cast.submission)
      .where('version', '>', 1)
      .execute();
    expect(facts).toEqual([{ type: 'DuePassed', role: 'system', at: '2026-06-30T23:00:00.000Z' }]);
    expect(await deadline()).toMatchObject({ command: 'PassLate' });
  });

  test('a server that was away for months sends what follows from one another in order', async () => {
    expect(await passDeadlines(on('2026-12-01T09:00:00.000Z'))).toEqual({ sent: 1, refused: 0 });
    const { status } = await at.world.db
      .selectFrom('stream')
      .select('status')
      .where('id', '=', cast.submission)
      .executeTakeFirstOrThrow();
    expect(status).toBe('notSubmitted');
  });
});
