import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/**
 * Signing in as a demo person without a password. It is added to better-auth
 * only while the demo is on, and the endpoint has no path, so that no request
 * can reach it but through our own code.
 */
export const oneClickSignIn = {
  id: 'assay-demo',
  endpoints: {
    signInAs: createAuthEndpoint({ method: 'POST', body: z.object({ personId: z.string() }) }, async (context) => {
      const { internalAdapter } = context.context;
      const user = await internalAdapter.findUserById(context.body.personId);
      if (!user) throw new APIError('NOT_FOUND', { message: 'There is no such demo person.' });
      const session = await internalAdapter.createSession(user.id);
      await setSessionCookie(context, { session, user });
      return context.json({ person: { id: user.id, name: user.name, email: user.email } });
    }),
  },
} satisfies BetterAuthPlugin;
