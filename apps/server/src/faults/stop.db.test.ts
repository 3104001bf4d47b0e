import { once } from 'node:events';
import { createConnection } from 'node:net';
import { expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { freePort } from '../testing/postgres/cluster.ts';
import { startServer } from '../testing/processes.ts';
import { freshPlace, password } from '../testing/world.ts';

test.each(kinds)('on %s, a server that is told to stop finishes and ends with status 0', async (kind) => {
  await using place = await freshPlace(kind);
  const server = await startServer(place);
  expect(await server.end('SIGTERM')).toEqual([0, null]);
});

test('a request that is under way when the server is told to stop is answered before it ends', async () => {
  await using place = await freshPlace();
  const server = await startServer(place, { env: { LOG_LEVEL: 'info' } });
  const body = JSON.stringify({ token: 'none', password });
  const socket = createConnection(Number(new URL(server.origin).port), '127.0.0.1').setEncoding('utf8');
  socket.write(
    `POST /api/welcome HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  const [begun] = await once(socket, 'data');
  expect(begun).toContain('100 Continue');
  const ended = server.end('SIGTERM');
  await server.said('"msg":"stopping"');
  socket.write(body);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  expect(answer).toMatch(/^HTTP\/1.1 422 /);
  expect(answer).toContain('This invitation has been used');
  expect(await ended).toEqual([0, null]);
});

test('metrics are served apart from everything else, where that is asked for', async () => {
  await using place = await freshPlace();
  const figures = await freePort();
  const server = await startServer(place, { env: { ASSAY_METRICS: `127.0.0.1:${figures}` } });
  const page = await (await fetch(`http://127.0.0.1:${figures}/metrics`)).text();
  expect(page).toContain('route="/readyz",status="200"');
  expect((await fetch(`${server.origin}/metrics`, { headers: { accept: 'text/plain' } })).status).toBe(404);
  expect(await server.end('SIGTERM')).toEqual([0, null]);
});
