import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { app } from './app.ts';
import { cookiesOf } from './testing/identityWorld.ts';
import { castOf, gather, handIn, type Cast } from './testing/story.ts';
import { uploadTo } from './testing/upload.ts';
import { openWorld, password, type TestWorld } from './testing/world.ts';

let at: TestWorld;
let cast: Cast;
let http: ReturnType<typeof app>;
let cookie: Record<'candidate' | 'staff' | 'assessor', string>;
const origin = 'http://127.0.0.1:4310';

beforeAll(async () => {
  at = await openWorld();
  cast = await castOf(at);
  await writeFile(join(at.place.path, 'index.html'), '<!doctype html><title>Assay</title>');
  http = app(at.world, at.place.path);
  const link = await at.world.identity.invitationLink(cast.candidateId);
  await post('/api/welcome', { token: link.split('/').at(-1), password });
  cookie = {
    candidate: await signIn('candidate.test'),
    staff: await signIn('staff.test'),
    assessor: await signIn('assessor.test'),
  };
});
afterAll(() => at[Symbol.asyncDispose]());

/** As from a browser on this machine. */
function ask(path: string, init: RequestInit = {}) {
  return http.request(path, init, { incoming: { socket: { remoteAddress: '127.0.0.1' } } });
}
function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return ask(path, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}
async function signIn(name: string): Promise<string> {
  const answer = await post('/api/auth/sign-in/email', { email: `${name}@test.example`, password });
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
  return cookiesOf(answer);
}
const flaw = z.object({ path: z.string(), says: z.string() });
const refusal = z.object({ rule: z.string(), says: z.string() });
const failure = z.object({
  error: z.object({
    message: z.string(),
    data: z.object({ fields: z.array(flaw).nullable(), refusals: z.array(refusal).nullable() }),
  }),
});
const failureOf = async (answer: Response) => failure.parse(await answer.json()).error;
const contentShape = z.object({ hash: z.string(), bytes: z.number(), mediaType: z.string(), name: z.string() });
const sentence = z.object({ error: z.string() });

const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const upload = (name: string, body: Uint8Array<ArrayBuffer>, who: string) =>
  uploadTo(ask, { name, body, headers: { origin, cookie: who } });

describe('over HTTP', () => {
  test('malformed input gets a 400 that says which field and what it wants', async () => {
    const answer = await post(
      '/api/trpc/evidence.claim',
      { commandId: 'no', item: 'x', seen: -1, statement: 'LLD', place: 7 },
      { cookie: cookie.candidate },
    );
    expect(answer.status).toBe(400);
    const error = await failureOf(answer);
    expect(error.data.fields?.map(({ path }) => path)).toEqual(['commandId', 'seen', 'statement', 'place']);
    expect(error.message).toContain('statement: write the code as area, full stop, kind and number, such as LLD.S1');
    expect((await post('/api/trpc/evidence.claim', 'not an object', { cookie: cookie.candidate })).status).toBe(400);
    const broken = await ask('/api/trpc/evidence.claim', {
      method: 'POST',
      headers: { origin, cookie: cookie.candidate, 'content-type': 'application/json' },
      body: '{"broken',
    });
    expect(broken.status).toBe(400);
  });

  test('a command that the role does not allow gets a 403 with the rule’s id and sentence', async () => {
    const answer = await post(
      '/api/trpc/submission.accept',
      { commandId: crypto.randomUUID(), submission: cast.submission, seen: 1 },
      { cookie: cookie.candidate },
    );
    // Nothing is submitted yet, which whoever may not accept anything is not told either.
    expect(answer.status).toBe(404);
    const submit = await post(
      '/api/trpc/submission.submit',
      { commandId: crypto.randomUUID(), submission: cast.submission, seen: 1, declaration: true },
      { cookie: cookie.staff },
    );
    expect(submit.status).toBe(403);
    expect((await failureOf(submit)).data.refusals).toEqual([
      { rule: 'K2', says: 'Only the candidate whose submission it is may submit; you act as provider.' },
    ]);
  });

  test('a change from another site’s page is refused', async () => {
    expect((await post('/api/trpc/session.me', {}, { origin: 'https://elsewhere.example' })).status).toBe(403);
  });

  test('health, readiness, an unknown address and an unknown API path answer properly', async () => {
    expect((await ask('/healthz')).status).toBe(200);
    expect(await (await ask('/readyz')).json()).toEqual({ ok: true });
    expect(await (await ask('/nowhere', { headers: { accept: 'text/html' } })).text()).toContain(
      '<title>Assay</title>',
    );
    expect(await (await ask('/', { headers: { accept: '*/*' } })).text()).toContain('<title>Assay</title>');
    expect((await ask('/assets/gone.js', { headers: { accept: '*/*' } })).status).toBe(404);
    const missing = await ask('/api/nowhere');
    expect([missing.status, missing.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('application/json'),
    ]);
  });

  test('evidence is uploaded by its candidate, and read by nobody who may not see it', async () => {
    expect((await upload('plan.pdf', pdf, '')).status).toBe(401);
    expect((await upload('plan.pdf', pdf, cookie.staff)).status).toBe(403);
    const stored = await upload('plan.pdf', pdf, cookie.candidate);
    expect(stored.status).toBe(200);
    const content = contentShape.parse(await stored.json());
    expect(content).toMatchObject({ mediaType: 'application/pdf', bytes: pdf.length, name: 'plan.pdf' });
    const disguised = await upload(
      'plan.pdf',
      new TextEncoder().encode('<html><script>alert(1)</script>'),
      cookie.candidate,
    );
    expect([disguised.status, sentence.parse(await disguised.json()).error]).toEqual([
      415,
      expect.stringContaining('plan.pdf'),
    ]);

    const { item } = await cast.candidate.evidence.add({
      ...at.command(),
      submission: cast.submission,
      title: 'Plan',
      component: 'C3',
      method: 'document',
      dated: '2026-02-01',
      content,
    });
    const read = (who: string) => ask(`/api/evidence/${item}/content`, { headers: { cookie: who } });
    const own = await read(cookie.candidate);
    expect(new Uint8Array(await own.arrayBuffer())).toEqual(pdf);
    expect(own.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(own.headers.get('x-content-type-options')).toBe('nosniff');
    expect(own.headers.get('content-security-policy')).toContain('sandbox');
    expect((await read(cookie.assessor)).status).toBe(404);
    expect((await read('')).status).toBe(401);
    expect(
      (await ask('/api/evidence/..%2f..%2fsecret/content', { headers: { cookie: cookie.candidate } })).status,
    ).toBe(404);
    // Knowing a hash is not having uploaded the file.
    const stranger = await at.callerFor(await at.register('Other Test', 'south', ['provider']));
    await expect(
      stranger.evidence.add({
        ...at.command(),
        submission: cast.submission,
        title: 'Theirs',
        component: 'C3',
        method: 'document',
        dated: '2026-02-01',
        content,
      }),
    ).rejects.toThrow('no such upload of yours');
    await cast.candidate.evidence.declare({
      ...at.command(),
      item,
      seen: 1,
      authorship: true,
      consent: true,
      anonymised: true,
      aiUse: 'None.',
    });
  });

  test('an allocated assessor reads the submitted file by its number, and a hostile range changes nothing', async () => {
    await gather(at, cast);
    const review = await handIn(at, cast);
    const { sources } = await cast.assessor.review.show({ review });
    const plan = sources.find(({ title }) => title === 'Plan');
    const read = (who: string, headers: Record<string, string> = {}) =>
      ask(`/api/review/${review}/content/${plan?.source}?inline=1`, { headers: { cookie: who, ...headers } });
    const shown = await read(cookie.assessor);
    expect([shown.status, shown.headers.get('content-disposition')]).toEqual([200, expect.stringMatching(/^inline/)]);
    expect((await read(cookie.assessor, { range: 'bytes=0-3' })).status).toBe(206);
    expect((await read(cookie.assessor, { range: 'bytes=9999999-' })).status).toBe(416);
    expect((await read(cookie.staff)).status).toBe(404);
    expect((await ask(`/api/review/${review}/content/E99`, { headers: { cookie: cookie.assessor } })).status).toBe(404);
  });

  test('nobody signs in with one click where the data are not the demo’s', async () => {
    expect((await post('/api/demo/sign-in', { person: cast.candidateId })).status).toBe(404);
    const answer = await ask('/api/trpc/session.demo');
    expect(await answer.json()).toEqual({ result: { data: { on: false, people: [] } } });
  });
});
