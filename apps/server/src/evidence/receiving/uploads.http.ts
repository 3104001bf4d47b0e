import { Hono } from 'hono';
import { readSession } from '../../session/session.ts';
import type { World } from '../../world.ts';
import { uploadProtocol } from './protocol.ts';

/**
 * Files in, by the tus protocol: POST begins an upload (Upload-Length, and the file's name as the metadata
 * `filename`), PATCH sends a part, HEAD asks how far it is, DELETE gives it up. GET answers what became of it:
 * 200 with the content as evidence refers to it, or the refusal.
 */
export function uploadRoutes(world: World): Hono {
  const http = new Hono();
  const path = '/api/uploads';
  const senders = new WeakMap<Request, string>();
  const protocol = uploadProtocol(world, { path, personOf: (request) => senders.get(request) ?? '' });
  const { receiving } = world;

  http.use('/uploads/*', async (c, next) => {
    if (c.req.method === 'OPTIONS') return next();
    const session = await readSession(world, c.req.raw.headers);
    if (session === null) return c.json({ error: 'Please sign in first.' }, 401);
    if (!session.actors.some(({ role }) => role === 'candidate'))
      return c.json({ error: 'Only a candidate uploads evidence.' }, 403);
    senders.set(c.req.raw, session.person.id);
    return next();
  });

  http.on(['OPTIONS', 'POST'], '/uploads', (c) => protocol(c.req.raw));

  http.all('/uploads/:upload', async (c) => {
    const { method, raw } = c.req;
    const upload = c.req.param('upload');
    const own = await receiving.of(senders.get(raw) ?? '', upload);
    if (own === null) return c.json({ error: 'There is no such upload of yours.' }, 404);
    if (method === 'GET') {
      const settled = await receiving.settle(upload);
      return settled.status === 200 ? c.json(settled.content) : c.json({ error: settled.error }, settled.status);
    }
    // Kept already: the answer to the last part was lost on its way, and the sender asks again.
    if (method === 'HEAD' && own.outcome?.status === 200)
      return c.body(null, 200, {
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': String(own.bytes),
        'Upload-Length': String(own.bytes),
        'Cache-Control': 'no-store',
      });
    if (method === 'DELETE') {
      await receiving.forget(upload);
      return c.body(null, 204, { 'Tus-Resumable': '1.0.0' });
    }
    return protocol(raw);
  });

  return http;
}
