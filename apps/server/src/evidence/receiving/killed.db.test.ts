import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Upload } from 'tus-js-client';
import { expect, test } from 'vitest';
import { cookiesOf } from '../../testing/identityWorld.ts';
import { freePort } from '../../testing/postgres/cluster.ts';
import { startServer } from '../../testing/processes.ts';
import { castOf } from '../../testing/story.ts';
import { freshPlace, password, reopenWorld } from '../../testing/world.ts';

test('an upload to a server that is killed in the middle goes on after its restart', async () => {
  await using place = await freshPlace();
  const before = await reopenWorld(place);
  const { candidateId } = await castOf(before);
  const link = await before.world.identity.invitationLink(candidateId);
  await before.world.identity.acceptInvitation(link.split('/').at(-1) ?? '', password);
  await before.close();

  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let server = await startServer(place, { port });
  const signedIn = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'candidate.test@test.example', password }),
  });
  const headers = { origin, cookie: cookiesOf(signedIn) };

  const content = Buffer.from(randomBytes(3_000_000).toString('hex'));
  const begun = await fetch(`${origin}/api/uploads`, {
    method: 'POST',
    headers: {
      ...headers,
      'tus-resumable': '1.0.0',
      'upload-length': String(content.length),
      'upload-metadata': `filename ${Buffer.from('account.txt').toString('base64')}`,
    },
  });
  const address = `${origin}${begun.headers.get('location')}`;

  // A part of which a half is sent, and then nothing: the server holds it open when it is killed.
  const part = request(address, {
    method: 'PATCH',
    headers: {
      ...headers,
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': content.length,
    },
  });
  const broke = once(part, 'error');
  part.write(content.subarray(0, content.length / 2));
  const path = join(place.path, 'files', 'uploads', address.split('/').at(-1) ?? '');
  while ((await stat(path)).size < content.length / 4) await pause(10);
  await Promise.all([server.end('SIGKILL'), broke]);

  server = await startServer(place, { port });
  const offsets: number[] = [];
  await new Promise<void>((resolve, reject) => {
    new Upload(content, {
      uploadUrl: address,
      headers,
      onBeforeRequest: (sent) => {
        if (sent.getMethod() === 'PATCH') offsets.push(Number(sent.getHeader('Upload-Offset')));
      },
      onSuccess: () => resolve(),
      onError: reject,
    }).start();
  });
  expect(offsets).toHaveLength(1);
  expect(offsets[0]).toBeGreaterThanOrEqual(content.length / 4);
  const settled = await fetch(address, { headers });
  expect(await settled.json()).toMatchObject({
    hash: createHash('sha256').update(content).digest('hex'),
    bytes: content.length,
  });
  await server.end('SIGTERM');
});
