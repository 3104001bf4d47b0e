import { Hono } from 'hono';
import { AssayError } from '../../record/errors.ts';
import { readSession } from '../../session/session.ts';
import type { World } from '../../world.ts';
import { accessArchive } from './accessArchive.ts';
import { noteAnswer } from './requests.ts';
import { personFor } from './whoMay.ts';

/** `GET /privacy/:person/archive`: everything about a person, for themselves and for administrators. */
export function privacyRoutes(world: World): Hono {
  return new Hono().get('/privacy/:person/archive', async (c) => {
    const session = await readSession(world, c.req.raw.headers);
    if (session === null) return c.json({ error: 'Please sign in first.' }, 401);
    try {
      const person = await personFor(world, session, c.req.param('person'));
      const { stream, whole } = await accessArchive(world, person);
      if (whole) await noteAnswer(world, person.id);
      return c.body(stream, 200, {
        'Content-Type': 'application/zip',
        'Content-Disposition': 'attachment; filename="assay-about-me.zip"',
      });
    } catch (error) {
      if (error instanceof AssayError && error.trouble.code === 'notFound')
        return c.json({ error: error.message }, 404);
      throw error;
    }
  });
}
