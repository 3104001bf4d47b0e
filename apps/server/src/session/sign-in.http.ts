import { Hono } from 'hono';
import { z } from 'zod';
import { jsonBodyLimit } from '../platform/http/bodyLimit.ts';
import { setUp } from './setup.ts';
import type { World } from '../world.ts';

const demoBody = z.object({ person: z.string().max(80) });
const setUpBody = z.object({
  token: z.string().max(200),
  name: z.string().max(200),
  email: z.string().max(200),
  password: z.string().max(200),
});
const welcomeBody = z.object({ token: z.string().max(200), password: z.string().max(200) });
const openBody = z.object({ token: z.string().max(200) });

/** Signing in where better-auth's own address will not do: the demo's one click, a first password, the first administrator. */
export function signInRoutes(world: World): Hono {
  const http = new Hono();

  http.post('/demo/sign-in', jsonBodyLimit(), async (c) => {
    const { demo } = world.identity;
    if (demo === null)
      return c.json({ error: 'This is not a demo installation: sign in with e-mail and password.' }, 404);
    const body = demoBody.safeParse(await json(c.req.raw));
    if (!body.success) return c.json({ error: 'Say which demo person signs in: { "person": id }.' }, 400);
    return demo.signInAs(body.data.person);
  });

  http.post('/welcome', jsonBodyLimit(), async (c) => {
    const body = welcomeBody.safeParse(await json(c.req.raw));
    if (!body.success) return c.json({ error: 'Give the token of the invitation and the password you choose.' }, 400);
    const accepted = await world.identity.acceptInvitation(body.data.token, body.data.password);
    return accepted.ok ? c.json({ ok: true }) : c.json({ error: accepted.says }, 422);
  });

  // For a person who will sign in with the organisation's own service: the opened link proves the address.
  http.post('/welcome/open', jsonBodyLimit(), async (c) => {
    if (world.identity.signOn === null)
      return c.json({ error: 'There is no sign-on service here: choose a password.' }, 404);
    const body = openBody.safeParse(await json(c.req.raw));
    if (!body.success) return c.json({ error: 'Give the token of the invitation.' }, 400);
    const opened = await world.identity.openInvitation(body.data.token);
    return opened.ok ? c.json({ ok: true }) : c.json({ error: opened.says }, 422);
  });

  http.post('/setup', jsonBodyLimit(), async (c) => {
    const body = setUpBody.safeParse(await json(c.req.raw));
    if (!body.success)
      return c.json({ error: 'Give the token of the link, your name, e-mail address and a password.' }, 400);
    const made = await setUp(world, body.data);
    return made.ok ? c.json({ ok: true }) : c.json({ error: made.says }, 422);
  });
  return http;
}

async function json(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return null;
  }
}
