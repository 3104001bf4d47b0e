import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hookServer } from '../testing/hookServer.ts';
import { refusalsOf, troubleOf } from '../testing/refusals.ts';
import { castOf, type Cast } from '../testing/story.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';
import { soon } from '../testing/soon.ts';

let at: TestWorld;
let cast: Cast;
let administrator: Awaited<ReturnType<TestWorld['callerFor']>>;
beforeAll(async () => {
  at = await openWorld('sqlite', { ASSAY_PRIVATE_WEBHOOKS: 'on' });
  cast = await castOf(at);
  administrator = await at.callerFor(await at.register('Admin Test', 'installation', ['administrator']));
});
afterAll(() => at[Symbol.asyncDispose]());
afterEach(async () => {
  await at.world.db.deleteFrom('outbox').execute();
});

/** Puts messages into the outbox that were given up, two at each instant. */
async function bury(many: number): Promise<string[]> {
  const ids = Array.from({ length: many }, (_, index) => `dead${String(index).padStart(3, '0')}`);
  await at.world.db
    .insertInto('outbox')
    .values(
      ids.map((id, index) => ({
        id,
        kind: 'notice',
        payload: JSON.stringify({ kind: 'notice', person: cast.candidateId, says: `Late: ${id}.`, link: null }),
        created_at: '2026-03-01T09:00:00.000Z',
        delivered_at: null,
        dead_at: new Date(Date.parse('2026-03-03T09:00:00.000Z') + Math.floor(index / 2)).toISOString(),
        next_at: null,
        attempts: 12,
        last_error: 'Something went wrong on our side; the log says what.',
      })),
    )
    .execute();
  return ids;
}

describe('dead letters', () => {
  test('are listed page by page, each once, the latest first, without what they say and to whom', async () => {
    const ids = await bury(120);
    const seen: string[] = [];
    let after: Parameters<typeof administrator.outbox.dead>[0]['after'] = null;
    do {
      const { lines, next }: Awaited<ReturnType<typeof administrator.outbox.dead>> = await administrator.outbox.dead({
        after,
      });
      expect(JSON.stringify(lines)).not.toMatch(new RegExp(`Late|${cast.candidateId}`));
      seen.push(...lines.map(({ id }) => id));
      after = next;
    } while (after !== null);
    expect(seen).toEqual(ids.toReversed());
    expect((await administrator.outbox.dead({ after: null })).lines[0]).toEqual({
      id: 'dead119',
      kind: 'notice',
      endpoint: null,
      createdAt: '2026-03-01T09:00:00.000Z',
      deadAt: '2026-03-03T09:00:00.059Z',
      attempts: 12,
      lastError: 'Something went wrong on our side; the log says what.',
    });
  });

  test('are sent again one by one, or all at once', async () => {
    const ids = await bury(60);
    expect(await administrator.outbox.resend({ ...at.command(), id: 'dead007' })).toEqual({ resent: 1 });
    await soon(async () =>
      expect((await cast.candidate.session.notices()).map(({ says }) => says)).toContain('Late: dead007.'),
    );
    expect(await troubleOf(administrator.outbox.resend({ ...at.command(), id: 'dead007' }))).toEqual({
      code: 'notFound',
      what: 'dead letter',
    });
    expect(await administrator.outbox.resendAll(at.command())).toEqual({ resent: 59 });
    await soon(async () =>
      expect(await at.world.db.selectFrom('notice').select('id').where('id', 'in', ids).execute()).toHaveLength(60),
    );
    expect((await administrator.outbox.dead({ after: null })).lines).toEqual([]);
  });

  test('of a webhook are seen by the provider’s staff and sent again, under the same id, by an administrator', async () => {
    let gone = true;
    await using hook = await hookServer((response) => response.writeHead(gone ? 410 : 204).end());
    const { endpoint } = await cast.staff.outbox.register({
      ...at.command(),
      provider: 'north',
      url: hook.url,
      facts: ['CohortClosed'],
    });
    await cast.staff.cohort.close({ ...at.command(), cohort: cast.cohort, seen: 2 });
    const deliveries = async () => (await cast.staff.outbox.deliveries({ endpoint, after: null })).lines;
    await soon(async () =>
      expect(await deliveries()).toMatchObject([
        { type: 'CohortClosed', state: 'dead', attempts: 1, nextAt: null, lastError: 'The endpoint answered 410.' },
      ]),
    );
    gone = false;
    const [letter] = (await administrator.outbox.dead({ after: null })).lines;
    expect(letter).toMatchObject({ kind: 'webhook', endpoint });
    await administrator.outbox.resend({ ...at.command(), id: letter?.id ?? '' });
    await soon(async () => expect(await deliveries()).toMatchObject([{ state: 'delivered', lastError: null }]));
    const ids = hook.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('are nobody’s business but an administrator’s', async () => {
    await bury(1);
    for (const caller of [cast.staff, cast.moderator, cast.assessor, cast.candidate]) {
      expect(await refusalsOf(caller.outbox.dead({ after: null }))).toEqual(['K2']);
      expect(await refusalsOf(caller.outbox.resend({ ...at.command(), id: 'dead000' }))).toEqual(['K2']);
      expect(await refusalsOf(caller.outbox.resendAll(at.command()))).toEqual(['K2']);
    }
    const { appRouter } = await import('../app-router.ts');
    const nobody = appRouter.createCaller({ world: at.world, session: null });
    expect(await troubleOf(nobody.outbox.dead({ after: null }))).toEqual({ code: 'notSignedIn' });
  });
});

describe('whether somebody wants mail', () => {
  test('is their own to say; they do until they say otherwise', async () => {
    expect(await cast.candidate.mail.preference()).toEqual({ wants: true, sent: false });
    await cast.candidate.mail.prefer({ ...at.command(), wants: false });
    expect(await cast.candidate.mail.preference()).toEqual({ wants: false, sent: false });
    expect(await cast.assessor.mail.preference()).toEqual({ wants: true, sent: false });
    await cast.candidate.mail.prefer({ ...at.command(), wants: true });
    expect(await cast.candidate.mail.preference()).toEqual({ wants: true, sent: false });
  });
});
