import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashOf } from '../../record/chain.ts';
import { audit } from '../../record/verify.ts';
import { castOf, type Cast } from '../../testing/story.ts';
import { openWorld, type TestWorld } from '../../testing/world.ts';
import { checkpointWhenDue, lastCheckpoint, makeCheckpoint } from './makeCheckpoint.ts';
import { openSigningKey, trustedKeys, trustKeys, type SigningKey } from './signingKey.ts';
import { verifyCheckpoints } from './verifyCheckpoints.ts';

let at: TestWorld;
let cast: Cast;
let key: SigningKey;
const openCohort = (title: string) =>
  cast.staff.cohort.open({ ...at.command(), title, opensOn: '2026-01-01', dueOn: '2026-06-30' });
const mark = () => makeCheckpoint(at.world.db, key, at.world.given.now());
const verify = (trusted: ReadonlySet<string> | null = new Set([key.publicKey])) =>
  verifyCheckpoints(at.world.db, trusted);

/** Three cohorts, with a checkpoint after the second and one after the third. */
beforeEach(async () => {
  at = await openWorld();
  key = openSigningKey(at.place.path);
  cast = await castOf(at);
  await openCohort('First');
  await openCohort('Second');
  await mark();
  await openCohort('Third');
  await mark();
});
afterEach(() => at[Symbol.asyncDispose]());

const facts = () => at.world.db.selectFrom('fact').selectAll().orderBy('position').execute();
const head = async () => (await facts()).at(-1)?.position ?? 0;

/** What somebody with the database in hand would do: writes the facts anew, in order, with hashes that fit each other. */
async function rewrite(change: (all: Awaited<ReturnType<typeof facts>>) => Awaited<ReturnType<typeof facts>>) {
  const { db } = at.world;
  const kept = change(await facts());
  await db.deleteFrom('fact').execute();
  await db
    .deleteFrom('stream')
    .where('id', 'not in', [...new Set(kept.map(({ stream }) => stream))])
    .execute();
  const heads = new Map<string, string>();
  for (const [index, { hash: _hash, ...fact }] of kept.entries()) {
    const row = { ...fact, position: index + 1, previous: heads.get(fact.stream) ?? null };
    const hash = hashOf(row);
    heads.set(fact.stream, hash);
    await db
      .insertInto('fact')
      .values({ ...row, hash })
      .execute();
    await db.updateTable('stream').set({ hash }).where('id', '=', fact.stream).execute();
  }
}

describe('checkpoints', () => {
  test('seal the log to its end, each from where the one before stopped', async () => {
    expect(await verify()).toEqual({ ok: true, checkpoints: 2, sealedTo: await head() });
    const [first, second] = await at.world.db.selectFrom('checkpoint').selectAll().orderBy('position').execute();
    expect(first).toMatchObject({ previous: 0, position: (await head()) - 1, key: key.publicKey });
    expect(second).toMatchObject({ previous: first?.position, position: await head() });
  });

  test('are not made where nothing was added', async () => {
    expect(await mark()).toBeNull();
  });

  test('made by two processes at once are one', async () => {
    await openCohort('Fourth');
    const made = await Promise.all([mark(), mark()]);
    expect(made.filter((checkpoint) => checkpoint !== null)).toHaveLength(1);
    expect(await verify()).toMatchObject({ ok: true, checkpoints: 3 });
  });

  test('are due after a day in which something was added, or after very many facts', async () => {
    const { db } = at.world;
    await openCohort('Fourth');
    const last = await lastCheckpoint(db);
    const later = (hours: number) => new Date(Date.parse(last?.at ?? '') + hours * 3_600_000).toISOString();
    expect(await checkpointWhenDue(db, key, later(23))).toBeNull();
    expect(await checkpointWhenDue(db, key, later(24))).toMatchObject({ position: await head() });
    expect(await checkpointWhenDue(db, key, later(72))).toBeNull();
    await openCohort('Fifth');
    await openCohort('Sixth');
    expect(await checkpointWhenDue(db, key, later(25), 3)).toBeNull();
    expect(await checkpointWhenDue(db, key, later(25), 2)).toMatchObject({ position: await head() });
  });
});

describe('what the hash chain alone cannot tell', () => {
  test('facts cut off at the end of the log', async () => {
    await rewrite((all) => all.slice(0, -1));
    expect(await audit(at.world.db)).toMatchObject({ ok: true });
    expect(await verify()).toMatchObject({
      ok: false,
      checkpoints: 1,
      broken: { says: expect.stringMatching(/^the log ends after fact \d+, .* facts were cut off$/) },
    });
  });

  test('facts cut off together with the checkpoints after them, where a checkpoint was noted elsewhere', async () => {
    const witness = await lastCheckpoint(at.world.db);
    const { db } = at.world;
    await rewrite((all) => all.slice(0, -1));
    await db
      .deleteFrom('checkpoint')
      .where('position', '=', witness?.position ?? 0)
      .execute();
    expect(await verify()).toMatchObject({ ok: true, checkpoints: 1 });
    expect(await verifyCheckpoints(db, new Set([key.publicKey]), witness ?? undefined)).toMatchObject({
      ok: false,
      broken: { position: witness?.position, says: expect.stringContaining('noted elsewhere') },
    });
  });

  test('a record taken out whole', async () => {
    await rewrite((all) => all.filter(({ data }) => !data.includes('"First"')));
    expect(await audit(at.world.db)).toMatchObject({ ok: true });
    expect(await verify()).toMatchObject({ ok: false, checkpoints: 0 });
  });

  test('a fact that was edited and chained again', async () => {
    await rewrite((all) =>
      all.map((fact) => ({ ...fact, person: fact.data.includes('"Third"') ? 'somebody else' : fact.person })),
    );
    expect(await audit(at.world.db)).toMatchObject({ ok: true });
    const end = await head();
    expect(await verify()).toMatchObject({
      ok: false,
      checkpoints: 1,
      broken: { position: end, says: expect.stringContaining(`the facts ${end} to ${end} are not those`) },
    });
  });

  test('checkpoints made anew with another key', async () => {
    const folder = join(at.place.path, 'elsewhere');
    const other = openSigningKey(folder);
    await rewrite((all) => all.slice(0, -1));
    await at.world.db.deleteFrom('checkpoint').execute();
    await makeCheckpoint(at.world.db, other, at.world.given.now());
    expect(await verify()).toMatchObject({
      ok: false,
      broken: { says: expect.stringContaining(`does not know (${other.publicKey})`) },
    });
    expect(await verify(null)).toMatchObject({ ok: true, checkpoints: 1 });
  });

  test.each([
    ['position', { position: 4 }, /signature|facts/],
    ['digest', { digest: '0'.repeat(64) }, /signature of the checkpoint/],
    ['instant', { at: '2026-01-01T00:00:00.000Z' }, /signature of the checkpoint/],
    ['signature', { signature: 'AAAA' }, /signature of the checkpoint/],
    ['key', { key: 'no key' }, /does not know/],
  ])('a checkpoint whose %s was edited', async (_what, edit, says) => {
    const last = await lastCheckpoint(at.world.db);
    await at.world.db
      .updateTable('checkpoint')
      .set(edit)
      .where('position', '=', last?.position ?? 0)
      .execute();
    expect(await verify()).toMatchObject({ ok: false, broken: { says: expect.stringMatching(says) } });
  });

  test('a checkpoint that is gone from between others', async () => {
    await at.world.db.deleteFrom('checkpoint').where('previous', '=', 0).execute();
    expect(await verify()).toMatchObject({ ok: false, broken: { says: expect.stringContaining('is missing before') } });
  });
});

describe('the signing key', () => {
  test('is made once, for its owner alone', () => {
    const folder = join(at.place.path, 'own');
    const { publicKey } = openSigningKey(folder);
    expect(openSigningKey(folder).publicKey).toBe(publicKey);
    expect(statSync(join(folder, 'audit-key')).mode & 0o777).toBe(0o600);
  });

  test('of an installation that was restored from elsewhere is believed beside its own', () => {
    const folder = join(at.place.path, 'own');
    const own = openSigningKey(folder).publicKey;
    trustKeys(folder, [key.publicKey, own]);
    trustKeys(folder, [key.publicKey]);
    expect([...trustedKeys(folder)]).toEqual([own, key.publicKey]);
  });

  test('that is no Ed25519 key is refused with where it lies', () => {
    const folder = join(at.place.path, 'bad');
    mkdirSync(folder);
    writeFileSync(join(folder, 'audit-key'), 'not a key');
    expect(() => openSigningKey(folder)).toThrow(join(folder, 'audit-key'));
  });
});
