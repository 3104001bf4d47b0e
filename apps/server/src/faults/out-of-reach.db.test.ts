import { execFileSync } from 'node:child_process';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { app } from '../app.ts';
import { audit } from '../record/verify.ts';
import { openCluster } from '../testing/postgres/cluster.ts';
import { cookiesOf } from '../testing/identityWorld.ts';
import { troubleOf } from '../testing/refusals.ts';
import { soon } from '../testing/soon.ts';
import { castOf, type Cast } from '../testing/story.ts';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import { openWorld, password, reopenWorld, type TestWorld } from '../testing/world.ts';

const account = ({ submission }: Cast, title: string, text = 'What I did.') => ({
  submission,
  item: null,
  seen: 0,
  title,
  component: 'C1',
  dated: '2026-02-01',
  text,
});

const factsIn = (at: TestWorld) => at.world.db.selectFrom('fact').selectAll().orderBy('position').execute();

/** Writes until there is no room; answers what was acknowledged and what was said in the end. */
async function fill(at: TestWorld, cast: Cast) {
  const acknowledged: string[] = [];
  for (let n = 0; ; n++) {
    const sent = { ...at.command(), ...account(cast, `Account ${n}`, 'x'.repeat(2_000)) };
    const written = cast.candidate.evidence.write(sent);
    const taken = await written.then(
      () => true,
      () => false,
    );
    if (!taken) return { acknowledged, trouble: await troubleOf(written), last: sent };
    acknowledged.push(sent.commandId);
  }
}

describe('a database that is full', () => {
  test('says so, writes nothing of what did not fit, and goes on once there is room', async () => {
    await using at = await openWorld('sqlite');
    const cast = await castOf(at);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(at.world.db);
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 40)}`.execute(at.world.db);
    const { acknowledged, trouble, last } = await fill(at, cast);
    expect(trouble).toEqual({ code: 'unavailable', why: 'full' });
    const commands = new Set((await factsIn(at)).map(({ command }) => command));
    expect(acknowledged.filter((id) => !commands.has(id))).toEqual([]);
    expect(commands.has(last.commandId)).toBe(false);
    expect(await audit(at.world.db)).toMatchObject({ ok: true });
    await sql`pragma max_page_count = 1000000`.execute(at.world.db);
    await cast.candidate.evidence.write(last);
    expect(await audit(at.world.db)).toMatchObject({ ok: true });
  });

  test('on a disk that is full, too', async ({ skip }) => {
    await using folder = await temporaryFolder();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'assay-test', folder.path], { stdio: 'ignore' });
    } catch {
      skip('this machine allows no mount, so no disk can be filled');
    }
    try {
      await using at = await reopenWorld({ path: folder.path, url: `file:${folder.path}/assay.db` });
      const cast = await castOf(at);
      const { acknowledged, trouble } = await fill(at, cast);
      expect(trouble).toMatchObject({ code: 'unavailable' });
      const commands = new Set((await factsIn(at)).map(({ command }) => command));
      expect(acknowledged.filter((id) => !commands.has(id))).toEqual([]);
      expect(await audit(at.world.db)).toMatchObject({ ok: true });
    } finally {
      execFileSync('umount', ['--lazy', folder.path]);
    }
  });
});

test('a PostgreSQL server that is stopped is told in a sentence, and is found again when it is back', async () => {
  const cluster = await openCluster({ durable: false });
  await using folder = await temporaryFolder();
  try {
    await using at = await reopenWorld({ path: folder.path, url: `${cluster.url}/postgres` });
    const cast = await castOf(at);
    const before = await factsIn(at);
    const sent = { ...at.command(), ...account(cast, 'Account') };
    const http = app(at.world, folder.path);
    const post = (path: string, body: unknown, cookie: string) =>
      http.request(
        path,
        {
          method: 'POST',
          headers: { origin: 'http://127.0.0.1:4310', cookie, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
        { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
      );
    const who = { email: 'staff.test@test.example', password };
    const cookie = cookiesOf(await post('/api/auth/sign-in/email', who, ''));
    await cluster.stop();
    expect(await troubleOf(cast.candidate.evidence.write(sent))).toEqual({ code: 'unavailable', why: 'unavailable' });
    expect(await troubleOf(cast.candidate.evidence.list({ submission: cast.submission }))).toMatchObject({
      code: 'unavailable',
    });
    for (const [path, body] of [
      ['/api/trpc/evidence.write', sent],
      ['/api/files?name=a.txt', 'text'],
      ['/api/auth/sign-in/email', who],
    ] as const) {
      const answer = await post(path, body, cookie);
      expect([path, answer.status]).toEqual([path, 503]);
      expect(await answer.text()).toContain('The record cannot be reached just now.');
    }
    expect((await http.request('/readyz')).status).toBe(503);
    await cluster.start();
    await soon(async () => expect(await factsIn(at)).toEqual(before));
    await cast.candidate.evidence.write(sent);
    expect(await audit(at.world.db)).toMatchObject({ ok: true, facts: before.length + 1 });
  } finally {
    await cluster.remove();
  }
});
