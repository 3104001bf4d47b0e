import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hookServer } from '../testing/hookServer.ts';
import { troubleOf, refusalsOf } from '../testing/refusals.ts';
import { castOf, gather, handIn, type Cast } from '../testing/story.ts';
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
  for (const table of ['webhook_subscription', 'webhook_endpoint', 'outbox'] as const)
    await at.world.db.deleteFrom(table).execute();
});

const received = (hook: Awaited<ReturnType<typeof hookServer>>, many: number) =>
  soon(() => expect(hook.received).toHaveLength(many));
const typesOf = (hook: Awaited<ReturnType<typeof hookServer>>) =>
  hook.received.map(({ body }) => String(JSON.parse(body).type)).toSorted();

describe('a provider’s staff', () => {
  test('register an endpoint, which is told of their provider’s facts, signed, with nothing of what the facts say', async () => {
    await using hook = await hookServer();
    const { endpoint, secret } = await cast.staff.outbox.register({
      ...at.command(),
      provider: 'north',
      url: hook.url,
      facts: ['SubmissionSubmitted', 'SubmissionAccepted'],
    });
    await gather(at, cast);
    await handIn(at, cast);
    await received(hook, 2);
    expect(typesOf(hook)).toEqual(['SubmissionAccepted', 'SubmissionSubmitted']);
    for (const { body, headers } of hook.received) {
      const sent: unknown = JSON.parse(body);
      expect(new Webhook(secret).verify(body, headers)).toEqual(sent);
      expect(headers['webhook-id']).toMatch(/^msg_[\w-]{43}$/);
      expect(Object.keys(JSON.parse(body).data).toSorted()).toEqual(['provider', 'stream', 'version', 'workflow']);
      expect(sent).toMatchObject({ data: { stream: cast.submission, workflow: 'submission', provider: 'north' } });
      for (const personal of [cast.candidateId, cast.assessorId, 'Candidate', '@'])
        expect(body).not.toContain(personal);
    }
    const { lines, next } = await cast.staff.outbox.deliveries({ endpoint, after: null });
    expect(next).toBeNull();
    expect(lines.map(({ type, stream }) => ({ type, stream }))).toEqual([
      { type: 'SubmissionAccepted', stream: cast.submission },
      { type: 'SubmissionSubmitted', stream: cast.submission },
    ]);
    await soon(async () =>
      expect((await cast.staff.outbox.deliveries({ endpoint, after: null })).lines.map(({ state }) => state)).toEqual([
        'delivered',
        'delivered',
      ]),
    );
  });

  test('see no facts, no endpoints and no deliveries of another provider', async () => {
    await using north = await hookServer();
    await using south = await hookServer();
    const stranger = await at.callerFor(await at.register('Stranger Test', 'south', ['provider']));
    const facts = ['CohortOpened' as const];
    const ours = await cast.staff.outbox.register({ ...at.command(), provider: 'north', url: north.url, facts });
    const theirs = await stranger.outbox.register({ ...at.command(), provider: 'south', url: south.url, facts });
    const cohort = { title: 'Autumn', opensOn: '2026-04-01', dueOn: '2026-09-30' };
    await cast.staff.cohort.open({ ...at.command(), ...cohort });
    await received(north, 1);
    await stranger.cohort.open({ ...at.command(), ...cohort });
    await received(south, 1);
    expect(north.received).toHaveLength(1);

    expect((await stranger.outbox.endpoints()).map(({ endpoint }) => endpoint)).toEqual([theirs.endpoint]);
    const after = null;
    for (const call of [
      () => stranger.outbox.deliveries({ endpoint: ours.endpoint, after }),
      () => stranger.outbox.remove({ ...at.command(), endpoint: ours.endpoint }),
      () => stranger.outbox.register({ ...at.command(), provider: 'north', url: south.url, facts }),
      () => cast.candidate.outbox.register({ ...at.command(), provider: 'north', url: south.url, facts }),
      () => cast.assessor.outbox.deliveries({ endpoint: ours.endpoint, after }),
    ])
      expect(await troubleOf(call())).toMatchObject({ code: 'notFound' });
    expect(
      await refusalsOf(stranger.outbox.register({ ...at.command(), provider: null, url: south.url, facts })),
    ).toEqual(['K2']);
    expect(await cast.candidate.outbox.endpoints()).toEqual([]);
  });

  test('get the secret once: a retry of the command has it, no list does, and the database holds none', async () => {
    const registering = {
      ...at.command(),
      provider: 'north',
      url: 'https://example.org/hook',
      facts: ['CohortOpened' as const],
    };
    const { endpoint, secret } = await cast.staff.outbox.register(registering);
    expect(await cast.staff.outbox.register(registering)).toEqual({ endpoint, secret });
    expect(await cast.staff.outbox.endpoints()).toEqual([
      {
        endpoint,
        provider: 'north',
        url: 'https://example.org/hook',
        facts: ['CohortOpened'],
        registeredAt: expect.any(String),
      },
    ]);
    for (const table of ['webhook_endpoint', 'webhook_subscription', 'command', 'outbox'] as const)
      expect(JSON.stringify(await at.world.db.selectFrom(table).selectAll().execute())).not.toContain(secret.slice(6));
  });

  test('remove an endpoint, and it is told nothing more, not even what waited', async () => {
    await using hook = await hookServer((response) => response.writeHead(503).end());
    const { endpoint } = await cast.staff.outbox.register({
      ...at.command(),
      provider: 'north',
      url: hook.url,
      facts: ['CohortClosed'],
    });
    await cast.staff.cohort.close({ ...at.command(), cohort: cast.cohort, seen: 2 });
    await soon(async () =>
      expect((await cast.staff.outbox.deliveries({ endpoint, after: null })).lines).toMatchObject([
        { state: 'waiting', attempts: 1, lastError: 'The endpoint answered 503.', nextAt: expect.any(String) },
      ]),
    );
    await cast.staff.outbox.remove({ ...at.command(), endpoint });
    await at.world.db
      .updateTable('outbox')
      .set({ next_at: '1970-01-01T00:00:00.000Z' })
      .where('endpoint', '=', endpoint)
      .execute();
    at.world.nudge();
    await soon(async () =>
      expect(
        await at.world.db.selectFrom('outbox').select('next_at').where('endpoint', '=', endpoint).executeTakeFirst(),
      ).toEqual({ next_at: null }),
    );
    expect(hook.received).toHaveLength(1);
    expect(await cast.staff.outbox.endpoints()).toEqual([]);
  });

  test('cannot have more endpoints than there may be, nor one that leads nowhere, nor a fact that is not told', async () => {
    const register = (url: string, facts: unknown = ['CohortOpened']) =>
      // What comes over the wire is not typed.
      cast.staff.outbox.register(JSON.parse(JSON.stringify({ ...at.command(), provider: 'north', url, facts })));
    expect(await troubleOf(register('http://example.org/'))).toEqual({
      code: 'malformed',
      fields: [{ path: 'url', says: 'must begin with https.' }],
    });
    for (const facts of [['MalpracticeReported'], ['StandardJudged'], ['CircumstancesClaimed'], []])
      await expect(register('https://example.org/', facts)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    for (let nth = 1; nth <= 20; nth += 1) await register(`https://example.org/${nth}`);
    expect(await troubleOf(register('https://example.org/21'))).toMatchObject({ code: 'malformed' });
  });
});

describe('an administrator', () => {
  test('registers an endpoint for everybody’s facts, and sees every endpoint', async () => {
    await using hook = await hookServer();
    const facts = ['CohortOpened' as const, 'PersonAppointed' as const];
    await administrator.outbox.register({ ...at.command(), provider: null, url: hook.url, facts });
    await cast.staff.outbox.register({
      ...at.command(),
      provider: 'north',
      url: 'https://example.org/',
      facts: ['CohortClosed'],
    });
    await at.register('Another Test', 'west', ['provider']);
    await cast.staff.cohort.open({ ...at.command(), title: 'Autumn', opensOn: '2026-04-01', dueOn: '2026-09-30' });
    await received(hook, 2);
    expect(typesOf(hook)).toEqual(['CohortOpened', 'PersonAppointed']);
    expect(hook.received.map(({ body }) => String(JSON.parse(body).data.provider)).toSorted()).toEqual([
      'north',
      'west',
    ]);
    expect((await administrator.outbox.endpoints()).map(({ provider }) => provider)).toEqual([null, 'north']);
  });

  test('registers none for a provider, whose staff do that', async () => {
    expect(
      await troubleOf(
        administrator.outbox.register({
          ...at.command(),
          provider: 'north',
          url: 'https://example.org/',
          facts: ['CohortOpened'],
        }),
      ),
    ).toMatchObject({ code: 'notFound' });
  });
});

test('without an endpoint, a commit leaves no webhook behind', async () => {
  expect(await at.world.db.selectFrom('outbox').select('id').where('kind', '=', 'webhook').execute()).toEqual([]);
});
