import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beginLoading, databasePlace } from '@assay/server';
import { freshPlace, kinds, rebuilt, reopenWorld } from '@assay/server/testing';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../people.ts';
import { Progress } from '../progress.ts';
import { simulateInto, type Loading } from './into.ts';

const loading: Loading = {
  // A cohort of each sort at the first provider, and a small one at the second.
  candidates: 64,
  seed: '7',
  severity: 0.3,
  noise: 0.4,
  everyKth: null,
  password: 'a password for all',
  perProvider: 62,
  underWay: 0.75,
  today: dayNumber('2026-11-20'),
  threads: 2,
};
const silent = new Progress(loading.candidates, { isTTY: false, write: () => true });

describe.each(kinds)('a simulation written into an empty %s installation', (kind) => {
  test('is what the server would have written, and people sign in to it', async () => {
    await using place = await freshPlace(kind);
    const where = kind === 'sqlite' ? place.path : place.url;
    const loaded = await simulateInto(where, loading, silent);
    expect(loaded).toMatchObject({ candidates: 64, providers: 2 });
    await using opened = await reopenWorld(place);
    const { world } = opened;

    const { audited, before, after } = await rebuilt(world);
    expect(audited).toMatchObject({ ok: true, facts: loaded.facts });
    expect(after).toEqual(before);
    expect(before['judgement']?.length).toBeGreaterThan(500);
    const stages = await world.db.selectFrom('submission').select('stage').distinct().execute();
    expect(new Set(stages.map(({ stage }) => stage))).toEqual(
      new Set(['gathering', 'allocation', 'marking', 'released']),
    );

    const [, staff] = loaded.people;
    const answer = await world.identity.handler(
      new Request(`${world.settings.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: world.settings.url },
        body: JSON.stringify({ email: staff?.email, password: loading.password }),
      }),
      '127.0.0.1',
    );
    expect(answer.status).toBe(200);
    await expect(simulateInto(where, loading, silent)).rejects.toThrow(/is there already|is not empty/);
  });

  test('that was cut off is no installation', async () => {
    await using place = await freshPlace(kind);
    await beginLoading(databasePlace(place.url, place.path));
    const where = kind === 'sqlite' ? place.path : place.url;
    await expect(simulateInto(where, loading, silent)).rejects.toThrow(/unfinished/);
  });

  // A file that is being loaded has another name until it is whole.
  test.runIf(kind === 'postgres')('that was cut off is opened by no server', async () => {
    await using place = await freshPlace(kind);
    await beginLoading(databasePlace(place.url, place.path));
    await expect(reopenWorld(place)).rejects.toThrow('was being loaded');
  });
});

test('the same seed gives the same facts, in a folder as in any other', async () => {
  await using one = await freshPlace('sqlite');
  await using other = await freshPlace('sqlite');
  const small = { ...loading, candidates: 4, perProvider: 2, underWay: 0 };
  const first = await simulateInto(one.path, small, silent);
  expect((await simulateInto(other.path, { ...small, threads: 1 }, silent)).digest).toBe(first.digest);
  await writeFile(join(one.path, 'assay.db.loading'), '');
  await expect(simulateInto(one.path, small, silent)).rejects.toThrow('is there already');
});
