import { itemId, reviewId } from '@assay/engine';
import { Hono } from 'hono';
import { isFileType } from '../platform/files/types.ts';
import { serveFile } from '../platform/files/respond.ts';
import { AssayError } from '../record/errors.ts';
import { readableReview } from '../review/review.read.ts';
import { readSession, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { ownItem } from './evidence.views.ts';
import { sourceToRead } from './reading.ts';

/** Files out: streamed, and served only to those who may see the record that they belong to. */
export function fileRoutes(world: World): Hono {
  const http = new Hono();

  http.get('/evidence/:item/content', (c) =>
    guarded(c.req.raw, async (session) => {
      const row = await ownItem(world, session, itemId(c.req.param('item')));
      return send(c.req.raw, row);
    }),
  );

  http.get('/review/:review/content/:source', (c) =>
    guarded(c.req.raw, async (session) => {
      const { row } = await readableReview(world, session, reviewId(c.req.param('review')));
      return send(c.req.raw, await sourceToRead(world.db, row.submission, c.req.param('source')));
    }),
  );

  async function send(
    request: Request,
    { hash, media_type: type, file_name: name }: { hash: string; media_type: string; file_name: string },
  ): Promise<Response> {
    if (!isFileType(type))
      return Response.json({ error: 'This file is of a kind that is not served.' }, { status: 415 });
    const inline = new URL(request.url).searchParams.get('inline') === '1';
    return serveFile({ request, store: world.files, file: { hash, name, type }, inline });
  }

  async function guarded(request: Request, answer: (session: Session) => Promise<Response>): Promise<Response> {
    const session = await readSession(world, request.headers);
    if (session === null) return Response.json({ error: 'Please sign in first.' }, { status: 401 });
    try {
      return await answer(session);
    } catch (error) {
      if (error instanceof AssayError && error.trouble.code === 'notFound')
        return Response.json({ error: error.message }, { status: 404 });
      if (error instanceof TypeError)
        return Response.json({ error: 'That address is not one of ours.' }, { status: 404 });
      throw error;
    }
  }

  return http;
}
