import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { app } from '../../app.ts';
import { gaugesOf } from '../../record/gauges.ts';
import { cookiesOf } from '../../testing/identityWorld.ts';
import { troubleOf } from '../../testing/refusals.ts';
import { castOf, gather, handIn, mark, type Cast } from '../../testing/story.ts';
import { openWorld, password, type TestWorld } from '../../testing/world.ts';
import { openLog } from '../log.ts';
import { openMetrics, type Metrics } from './metrics.ts';

let at: TestWorld;
let cast: Cast;
let metrics: Metrics;
let http: ReturnType<typeof app>;
const lines: string[] = [];
const origin = 'http://127.0.0.1:4310';

const ask = async (path: string, init: RequestInit = {}) =>
  http.request(path, init, { incoming: { socket: { remoteAddress: '203.0.113.7' } } });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const write = (text: string) => ({
  ...at.command(),
  submission: cast.submission,
  item: null,
  seen: 0,
  title: 'A title of mine',
  component: 'C1',
  dated: '2026-02-01',
  text,
});

/** Everything that people's names, addresses and texts hold in the story below. */
const personal = [
  'Candidate Test',
  'Staff Test',
  'Assessor Test',
  'Moderator Test',
  'test.example',
  password,
  'A title of mine',
  'Secret words',
  'secret-plan',
  'What I did and why',
  'first paragraph',
  'A day at the centre',
  'Asked about every area',
  'Why LLD',
  '203.0.113.7',
  'Mozilla/5.0 of somebody',
];

beforeAll(async () => {
  metrics = await openMetrics();
  at = await openWorld(
    'sqlite',
    {},
    {
      log: openLog('trace', { write: (line) => void lines.push(line) }),
      observer: metrics.observer,
    },
  );
  http = app(at.world, at.place.path);
  cast = await castOf(at);
});
afterAll(() => at[Symbol.asyncDispose]());

describe('a whole story', () => {
  let cookie = '';

  test('leaves nobody’s name, address or text in the log, down to its most talkative level', async () => {
    const link = await at.world.identity.invitationLink(cast.candidateId);
    const token = link.split('/').at(-1) ?? '';
    const agent = { 'user-agent': 'Mozilla/5.0 of somebody' };
    expect((await post('/api/welcome', { token, password }, agent)).status).toBe(200);
    const wrong = { email: 'candidate.test@test.example', password: 'not the password at all' };
    expect((await post('/api/auth/sign-in/email', wrong, agent)).status).toBe(401);
    const signedIn = await post('/api/auth/sign-in/email', { ...wrong, password }, agent);
    cookie = cookiesOf(signedIn);
    expect((await post('/api/trpc/evidence.write', write('Secret words of a candidate.'), { cookie })).status).toBe(
      200,
    );
    expect((await post('/api/trpc/evidence.write', { ...write('Secret words.'), seen: 'x' }, { cookie })).status).toBe(
      400,
    );
    const broken = await ask('/api/trpc/evidence.write', {
      method: 'POST',
      headers: { origin, cookie, 'content-type': 'application/json' },
      body: '{"text":"Secret words',
    });
    expect(broken.status).toBe(400);
    await ask('/api/files?name=secret-plan.pdf', { method: 'POST', headers: { origin, cookie }, body: 'Secret words' });
    await ask(`/welcome/${token}`, { headers: { accept: 'text/html' } });

    for (const { item, version } of await cast.candidate.evidence.list({ submission: cast.submission }))
      await cast.candidate.evidence.remove({ ...at.command(), item, seen: version });
    await gather(at, cast);
    const review = await handIn(at, cast);
    const { judged, covered } = at.world.library.book;
    await mark(at, cast.assessor, review, [...judged.keys()], [...covered.keys()], () => 3);
    expect(await troubleOf(cast.assessor.review.seal({ ...at.command(), review, seen: 1 }))).toMatchObject({
      code: 'clash',
    });
    expect(
      await troubleOf(cast.staff.submission.accept({ ...at.command(), submission: cast.submission, seen: 3 })),
    ).toMatchObject({ code: 'refused' });

    // A bug: the database refuses what it is told, and its own words go to the log.
    const { db } = at.world;
    await db.schema.alterTable('claim').renameTo('claimed').execute();
    const bug = await ask(
      `/api/trpc/evidence.list?input=${encodeURIComponent(JSON.stringify({ submission: cast.submission }))}`,
      { headers: { cookie } },
    );
    expect(bug.status).toBe(500);
    await db.schema.alterTable('claimed').renameTo('claim').execute();

    const log = lines.join('');
    expect(log).toContain('"msg":"request failed"');
    expect(personal.concat(token, cookie).filter((text) => log.includes(text))).toEqual([]);
  });

  test('has a line for every request, by route and not by address', () => {
    const requests = lines.filter((line) => line.includes('"msg":"request"'));
    expect(requests.length).toBeGreaterThan(6);
    const written: object[] = requests.map((line) => JSON.parse(line));
    expect(written).toContainEqual({
      level: 'info',
      time: expect.any(String),
      request: expect.stringMatching(/^[0-9a-f-]{36}$/),
      method: 'POST',
      route: '/api/trpc/evidence.write',
      status: 200,
      ms: expect.any(Number),
      msg: 'request',
    });
    expect(new Set(written.flatMap((line) => ('route' in line ? line.route : [])))).toEqual(
      new Set([
        '/api/welcome',
        '/api/auth/*',
        '/api/trpc/evidence.write',
        '/api/files',
        '/*',
        '/api/trpc/evidence.list',
      ]),
    );
  });

  test('is counted by type and outcome, and by route and status', async () => {
    const page = await (await metrics.page(() => gaugesOf(at.world.db)).request('/metrics')).text();
    const figure = (name: string) =>
      Number(
        page
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')[1],
      );
    expect(figure('assay_commands_total{type="JudgeStandard",outcome="accepted"}')).toBe(53);
    expect(figure('assay_commands_total{type="SealReview",outcome="clashed"}')).toBe(1);
    expect(figure('assay_commands_total{type="AcceptSubmission",outcome="refused"}')).toBe(1);
    expect(
      figure('assay_request_duration_seconds_count{method="POST",route="/api/trpc/evidence.write",status="400"}'),
    ).toBe(2);
    expect(figure('assay_facts')).toBe((await at.world.db.selectFrom('fact').select('hash').execute()).length);
    expect(page).toMatch(/^assay_outbox_waiting \d+$/m);
    expect(page).toMatch(/^assay_process_resident_memory_bytes \d+$/m);
  });
});

describe('a request', () => {
  test('has an id on its answer, and the same one on its lines in the log', async () => {
    const answer = await ask('/api/nothing', { headers: { 'x-request-id': 'from-a-client-0001' } });
    const id = answer.headers.get('x-request-id');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines.at(-1)).toContain(`"request":"${id}"`);
  });

  test('keeps the id that a proxy of ours gave it, if it has a plain form', async () => {
    const behind = app({ ...at.world, settings: { ...at.world.settings, trustedProxy: 'x-real-ip' } }, at.place.path);
    const named = async (id: string) =>
      (await behind.request('/healthz', { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await named('edge-0123456789')).toBe('edge-0123456789');
    expect(await named('"}{"level":"forged')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('cannot make new series by what it calls itself', async () => {
    for (const path of ['/api/trpc/no.such', '/api/trpc/no.such,session.me', '/api/made/up/1', '/made/up', '/%00'])
      await ask(path, { method: 'MADEUP' });
    await ask('/api/trpc/session.me,session.demo?batch=1&input={}');
    const page = await (await metrics.page(() => gaugesOf(at.world.db)).request('/metrics')).text();
    expect(page).not.toMatch(/made.?up|no\.such/i);
    expect(page).toContain('method="other",route="/api/trpc/*"');
    expect(page).toContain('route="/api/trpc/batch"');
  });

  test('is not waited for once the server is told to stop: it says that it is not ready', async () => {
    expect((await ask('/readyz')).status).toBe(200);
    at.world.life.stopping = true;
    const answer = await ask('/readyz');
    expect([answer.status, await answer.json()]).toEqual([503, { ok: false, error: 'the server is stopping' }]);
    expect((await ask('/healthz')).status).toBe(200);
    at.world.life.stopping = false;
  });
});
