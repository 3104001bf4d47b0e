import { instant, londonDay, markingReview } from '@assay/engine';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { audit } from '../../record/verify.ts';
import { markedWhole, releaseCohort } from '../../testing/release.ts';
import { markedByOne } from '../../testing/schemes.ts';
import { castOf, gather, type Cast } from '../../testing/story.ts';
import { openWorld, password, type TestWorld } from '../../testing/world.ts';
import { keptFiles } from '../files/keptFiles.ts';
import { dueRetention } from './due.ts';
import { retentionWhenDue, runRetention } from './retention.ts';

let at: TestWorld;
let cast: Cast;
beforeEach(async () => {
  at = await openWorld('sqlite', {}, { scheme: markedByOne });
  cast = await castOf(at);
  await gather(at, cast);
});
afterEach(() => at[Symbol.asyncDispose]());

/** The same world on another day. */
const on = (day: string) => ({
  ...at.world,
  given: { ...at.world.given, now: () => instant(`${day}T12:00:00.000Z`) },
});
const statuses = async () =>
  new Set((await at.world.db.selectFrom('item').select('status').execute()).map(({ status }) => status));
const files = async () => {
  const hashes: string[] = [];
  for await (const hash of keptFiles(at.world.db)) hashes.push(hash);
  return hashes;
};
const released = async () => {
  await markedWhole(at, cast);
  await releaseCohort(at, cast);
};

describe('work', () => {
  test('is kept from its release for as long as the scheme says, and then destroyed; the decisions stay', async () => {
    await released();
    expect(await runRetention(on('2026-03-11'))).toMatchObject({ retained: 4, destroyed: 0, refused: 0 });
    expect(await statuses()).toEqual(new Set(['retained']));
    // Twelve weeks after 11 March is 3 June, to its end.
    expect(await runRetention(on('2026-06-03'))).toMatchObject({ retained: 0, destroyed: 0, files: 0 });
    const before = await files();
    expect(before).toHaveLength(4);
    expect(await runRetention(on('2026-06-04'))).toMatchObject({ destroyed: 4, refused: 0, files: 4 });
    expect(await statuses()).toEqual(new Set(['destroyed']));
    expect(await files()).toEqual([]);
    for (const hash of before) expect(await at.world.files.bytes(hash)).toBeNull();
    expect(await audit(at.world.db)).toMatchObject({ ok: true });
    expect((await cast.candidate.award.mine())[0]).toMatchObject({ status: 'passed' });
    expect(await runRetention(on('2026-06-05'))).toMatchObject({ retained: 0, destroyed: 0, refused: 0, files: 0 });
  });

  test('EVI-19: is not destroyed while a review of marking or an appeal is open, and is tried again', async () => {
    await released();
    await runRetention(on('2026-03-11'));
    const { db } = at.world;
    const context = JSON.stringify({ submission: cast.submission });
    const contested = { id: 'contested', workflow: markingReview.name, version: 1, context, hash: 'h' };
    await db
      .insertInto('stream')
      .values({ ...contested, status: 'requested' })
      .execute();
    expect(await runRetention(on('2026-06-04'))).toMatchObject({ destroyed: 0, refused: 4, files: 0 });
    expect(await statuses()).toEqual(new Set(['retained']));
    await db.updateTable('stream').set({ status: 'unchanged' }).where('id', '=', 'contested').execute();
    expect(await runRetention(on('2026-06-05'))).toMatchObject({ destroyed: 4, refused: 0, files: 4 });
  });

  test('that is not released is left alone, however old', async () => {
    await markedWhole(at, cast);
    const due: unknown[] = [];
    for await (const work of dueRetention(on('2036-01-01'))) due.push(work);
    expect(due).toEqual([]);
  });
});

describe('uploads that no item holds', () => {
  const rewrite = async () => {
    const [item] = await cast.candidate.evidence.list({ submission: cast.submission });
    await cast.candidate.evidence.write({
      ...at.command(),
      submission: cast.submission,
      item: item?.item ?? '',
      seen: item?.version ?? 0,
      title: 'Account C1',
      component: 'C1',
      dated: '2026-02-01',
      text: 'A better account.',
    });
    const { version } = (await cast.candidate.evidence.list({ submission: cast.submission }))[0] ?? { version: 0 };
    await cast.candidate.evidence.declare({
      ...at.command(),
      item: item?.item ?? '',
      seen: version,
      authorship: true,
      consent: true,
      anonymised: true,
      aiUse: 'None.',
    });
  };

  test('stay while the candidate works, and go when the work has gone', async () => {
    await rewrite();
    expect(await files()).toHaveLength(5);
    expect(await runRetention(on('2036-01-01'))).toMatchObject({ unused: 0, files: 0 });
    await released();
    await runRetention(on('2026-03-11'));
    expect(await runRetention(on('2026-06-04'))).toMatchObject({ destroyed: 4, unused: 1, files: 5 });
    expect(await files()).toEqual([]);
  });
});

describe('what lets people in', () => {
  test('goes when it has expired, and not before', async () => {
    const { db, identity } = at.world;
    const link = await identity.invitationLink(cast.candidateId);
    await identity.acceptInvitation(link.split('/').at(-1) ?? '', password);
    await identity.invitationLink(cast.candidateId);
    const request = new Request('http://127.0.0.1:4310/api/auth/sign-in/email', {
      method: 'POST',
      headers: { origin: 'http://127.0.0.1:4310', 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'candidate.test@test.example', password }),
    });
    expect((await identity.handler(request, '192.0.2.1')).status).toBe(200);
    const rows = async () => {
      const { rows: found } = await sql<{ sessions: number; invitations: number; tries: number }>`select
        (select count(*) from "session") as sessions, (select count(*) from invitation) as invitations,
        (select count(*) from "rateLimit") as tries`.execute(db);
      return found[0];
    };
    const days = (many: number) => londonDay(instant(new Date(Date.now() + many * 86_400_000).toISOString()));
    const before = await rows();
    expect(before).toMatchObject({ sessions: 1, invitations: 1 });
    expect(before?.tries).toBeGreaterThan(0);
    await runRetention(on(days(0)));
    expect(await rows()).toEqual(before);
    await runRetention(on(days(9)));
    expect(await rows()).toEqual({ sessions: 0, invitations: 0, tries: 0 });
  });
});

test('retention runs once a day', async () => {
  expect(await retentionWhenDue(on('2026-03-11'))).not.toBeNull();
  expect(await retentionWhenDue(on('2026-03-11'))).toBeNull();
  expect(await retentionWhenDue(on('2026-03-12'))).not.toBeNull();
});
