import type { BetterAuthOptions } from 'better-auth';
import { z } from 'zod';
import { learnt } from './learnt.ts';

type Hooks = NonNullable<NonNullable<NonNullable<BetterAuthOptions['databaseHooks']>['session']>['create']>;

/** What we keep of a session beside better-auth's own columns. */
export const sessionFields = {
  secondFactorAt: { type: 'string', required: false, input: false },
  provedAt: { type: 'string', required: false, input: false },
} as const;

export const marks = z.object({ secondFactorAt: z.string().nullish(), provedAt: z.string().nullish() });

/** A session that begins here began with a code. */
const codes: ReadonlySet<string> = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);

/**
 * Writes into a new session whether it passed a second factor. A session that takes another's place begins with what
 * it showed itself, whatever the other had: only a changed password takes it over.
 */
export const markNewSession: NonNullable<Hooks['before']> = async (session, context) => {
  const path = context?.path ?? '';
  const old = path === '/change-password' ? marks.nullish().parse(context?.context.session?.session) : null;
  const passed = codes.has(path) || (path.startsWith('/callback/') && learnt.getStore()?.vouched === true);
  return {
    data: {
      ...session,
      secondFactorAt: passed ? new Date().toISOString() : (old?.secondFactorAt ?? null),
      provedAt: null,
    },
  };
};
