import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import { expect, test } from 'vitest';
import { dropSlowBody, slowest } from './slowBodies.ts';

test('a connection that carries many requests, one after another, is not watched for each of them for ever', async () => {
  const listening: number[] = [];
  const server = createServer((asked, answer) => {
    dropSlowBody(asked, slowest);
    listening.push(asked.socket.listenerCount('close'));
    asked.resume().once('end', () => answer.end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let sent = 0; sent < 20; sent++) {
    const asking = request({ port, method: 'POST', agent }).end('a body');
    const [answer] = await once(asking, 'response');
    await once(answer.resume(), 'end');
  }
  agent.destroy();
  server.close();
  expect(listening).toHaveLength(20);
  expect(new Set(listening).size).toBe(1);
});
