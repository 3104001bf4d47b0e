import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { Hono } from 'hono';
import { z } from 'zod';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { app } from '../../app.ts';
import { castOf } from '../../testing/story.ts';
import { troubleOf } from '../../testing/refusals.ts';
import { openWorld, type TestWorld } from '../../testing/world.ts';
import { requests } from './requests.ts';
import { openTracing, type Tracing } from './tracing.ts';

const value = z.object({
  stringValue: z.string().optional(),
  intValue: z.coerce.number().optional(),
  arrayValue: z.object({ values: z.array(z.object({ stringValue: z.string() })) }).optional(),
});
const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  attributes: z.array(z.object({ key: z.string(), value })),
});
const sent = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(z.object({ key: z.string(), value })) }),
      scopeSpans: z.array(z.object({ spans: z.array(span) })),
    }),
  ),
});

let tracing: Tracing;
let at: TestWorld;
let collector: ReturnType<typeof createServer>;
const received: { path: string | undefined; body: unknown }[] = [];

beforeEach(async () => {
  received.length = 0;
  collector = createServer((request, response) => {
    void json(request).then((body) => {
      received.push({ path: request.url, body });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      return body;
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const address = collector.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  tracing = await openTracing(`http://127.0.0.1:${address.port}/`);
  at = await openWorld('sqlite', {}, { observer: tracing.observer });
});
afterEach(async () => {
  await at[Symbol.asyncDispose]();
  collector.closeAllConnections();
  collector.close();
});

const here = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };

/** Everything that the collector got, once tracing was told to stop. */
async function spans() {
  await tracing.stop();
  expect(received.map(({ path }) => path)).toContain('/v1/traces');
  return received.flatMap(({ body }) =>
    sent.parse(body).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  );
}
const attributesOf = ({ attributes }: z.infer<typeof span>) =>
  Object.fromEntries(
    attributes.map(({ key, value: { stringValue, intValue, arrayValue } }) => [
      key,
      stringValue ?? intValue ?? arrayValue?.values.map((one) => one.stringValue),
    ]),
  );

test('a collector gets a span for each request by its route, and one for each command by its types and its end', async () => {
  const cast = await castOf(at);
  await troubleOf(cast.staff.submission.accept({ ...at.command(), submission: cast.submission, seen: 1 }));
  await app(at.world, at.place.path).request('/api/trpc/session.me', {}, here);
  const got = await spans();
  const request = got.find(({ name }) => name === 'GET /api/trpc/session.me');
  expect(request && attributesOf(request)).toEqual({
    'http.request.method': 'GET',
    'http.route': '/api/trpc/session.me',
    'http.response.status_code': 200,
  });
  const enrolled = got.find(({ name }) => name === 'EnrolCandidate');
  expect(enrolled && attributesOf(enrolled)).toEqual({
    'assay.command.types': ['EnrolCandidate', 'OpenSubmission'],
    'assay.command.outcome': 'accepted',
  });
  const refused = got.find(({ name }) => name === 'AcceptSubmission');
  expect(refused && attributesOf(refused)).toMatchObject({ 'assay.command.outcome': 'refused' });
  expect(JSON.stringify(received)).toContain('"service.name"');
  expect(JSON.stringify(received)).not.toMatch(/Candidate Test|test\.example|Spring/);
});

test('a command belongs to the request that sent it, and a request to the trace of a proxy of ours', async () => {
  const { log, observer } = at.world;
  const http = new Hono().use(requests({ log, observer, procedures: new Set(), trustedProxy: true }));
  http.get('/enrol', async (c) => {
    await castOf(at);
    return c.text('done');
  });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  await http.request('/enrol', { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } });
  const got = await spans();
  const request = got.find(({ name }) => name.startsWith('GET '));
  expect(request).toMatchObject({ traceId, parentSpanId: 'b7ad6b7169203331', kind: 2 });
  expect(got.find(({ name }) => name === 'OpenCohort')).toMatchObject({ traceId, parentSpanId: request?.spanId });
});

test('a header that is no traceparent, or comes from outside, begins a trace of its own', async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const http = app(at.world, at.place.path);
  await http.request('/healthz', { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } });
  const trusting = app({ ...at.world, settings: { ...at.world.settings, trustedProxy: 'x-real-ip' } }, at.place.path);
  await trusting.request('/readyz', { headers: { traceparent: 'nonsense' } });
  const got = await spans();
  expect(got.map(({ name, parentSpanId }) => [name, parentSpanId ?? ''])).toEqual([
    ['GET /healthz', ''],
    ['GET /readyz', ''],
  ]);
  expect(got.every((one) => one.traceId !== traceId)).toBe(true);
});

test('a collector that is gone loses spans and nothing else', async () => {
  collector.closeAllConnections();
  collector.close();
  await once(collector, 'close');
  expect((await app(at.world, at.place.path).request('/healthz')).status).toBe(200);
  await expect(tracing.stop()).resolves.toBeUndefined();
});
