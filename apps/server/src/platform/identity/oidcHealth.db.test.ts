import { once } from 'node:events';
import { createServer } from 'node:http';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLog } from '../log.ts';
import { checkSignOn } from './oidcHealth.ts';

/** Answers with a status and a body that each test sets. */
let answer: { status: number; body: string } = { status: 200, body: '' };
const server = createServer((_request, response) => response.writeHead(answer.status).end(answer.body));
let issuer = '';
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  issuer = `http://127.0.0.1:${address.port}`;
});
afterAll(() => server.close());

async function told(settings: { issuer: string }) {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const usable = await checkSignOn(
    { clientId: 'a', clientSecret: 'hunter2', name: 'Harbour', secondFactor: [], ...settings },
    openLog('info', destination),
  );
  expect(lines.join('')).not.toContain('hunter2');
  return { usable, line: JSON.parse(lines.join('')) };
}
const described = (as: string) =>
  JSON.stringify({
    issuer: as,
    authorization_endpoint: `${as}/auth`,
    token_endpoint: `${as}/token`,
    jwks_uri: `${as}/keys`,
  });

test('a service that describes itself well is ready', async () => {
  answer = { status: 200, body: described(issuer) };
  expect(await told({ issuer: `${issuer}/` })).toMatchObject({
    usable: true,
    line: { level: 'info', msg: expect.stringMatching(/^Signing in with Harbour is ready/) },
  });
});

test('one that fails or does not answer is tried again later, and the log says so', async () => {
  answer = { status: 503, body: '' };
  expect(await told({ issuer })).toMatchObject({
    usable: true,
    line: { level: 'warn', msg: expect.stringMatching(/does not work now: .* answers 503\..*with a password/) },
  });
  expect(await told({ issuer: 'http://127.0.0.1:1' })).toMatchObject({
    usable: true,
    line: { level: 'warn', msg: expect.stringContaining('does not answer') },
  });
});

test('one that calls itself something else, or is none, is off', async () => {
  answer = { status: 200, body: described('https://other.example') };
  expect(await told({ issuer })).toMatchObject({
    usable: false,
    line: { level: 'error', msg: expect.stringContaining('the service calls itself https://other.example') },
  });
  answer = { status: 200, body: '<html>' };
  expect(await told({ issuer })).toMatchObject({
    usable: false,
    line: { level: 'error', msg: expect.stringContaining('Look at ASSAY_OIDC_ISSUER.') },
  });
});
