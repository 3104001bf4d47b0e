import { expect, test } from 'vitest';
import { openDatabase } from '../../platform/database.ts';
import { databasePlace } from '../../platform/settings.ts';
import type { Schema } from '../../database.ts';
import { audit } from '../../record/verify.ts';
import { readModelRows } from '../../testing/readModels.ts';
import { castOf, gather, handIn } from '../../testing/story.ts';
import { freshPlace, reopenWorld } from '../../testing/world.ts';
import { logDigest, move } from './move.ts';

const now = () => '2026-03-10T12:00:00.000Z';

test.each([
  ['sqlite', 'postgres'],
  ['postgres', 'sqlite'],
] as const)('from %s to %s everything arrives, is proved, and goes on', async (first, second) => {
  await using here = await freshPlace(first);
  await using there = await freshPlace(second);
  await using at = await reopenWorld(here);
  const cast = await castOf(at);
  await gather(at, cast);
  await handIn(at, cast);
  const target = openDatabase<Schema>(databasePlace(there.url, there.path));
  const moved = await move(at.world, target, { folder: here.path, now, replace: false });
  const before = await audit(at.world.db);
  expect(before).toMatchObject({ ok: true, facts: moved.facts, streams: moved.records });
  expect(moved.digest).toBe(await logDigest(at.world.db));
  expect(await audit(target.db)).toEqual(before);
  expect(await readModelRows(target.db)).toEqual(await readModelRows(at.world.db));
  await expect(move(at.world, target, { folder: here.path, now, replace: false })).rejects.toThrow('add --replace');
  await target.close();

  await using moves = await reopenWorld({ path: here.path, url: there.url });
  const candidate = await moves.callerFor(cast.candidateId);
  expect(await candidate.evidence.list({ submission: cast.submission })).toHaveLength(4);
  const staff = await moves.callerFor(cast.staffId);
  await staff.cohort.open({ ...moves.command(), title: 'Next', opensOn: '2026-01-01', dueOn: '2026-06-30' });
  expect(await audit(moves.world.db)).toMatchObject({ ok: true, facts: moved.facts + 1 });
});
