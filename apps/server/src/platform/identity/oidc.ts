import type { BetterAuthOptions } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Oidc } from '../settings.ts';
import { learnt } from './learnt.ts';
import type { IdentityTables } from './tables.ts';

/** The name of the one sign-on service in paths and tables; what people call it is a setting. */
export const oidcId = 'oidc';

export const discoveryUrl = (issuer: string): string => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

/** Signing in with the organisation's own service. It makes nobody: only who was invited is let in. */
export function signOn(oidc: Oidc | null) {
  const config =
    oidc === null
      ? []
      : [
          {
            providerId: oidcId,
            name: oidc.name,
            discoveryUrl: discoveryUrl(oidc.issuer),
            // Without keys to check its tokens the service is not used, rather than believed.
            requireIdTokenVerification: true,
            clientId: oidc.clientId,
            clientSecret: oidc.clientSecret,
            scopes: ['openid', 'email', 'profile'],
            disableSignUp: true,
            overrideUserInfo: false,
          },
        ];
  return genericOAuth({ config });
}

const claims = z.object({
  amr: z.array(z.string()).optional().catch(undefined),
  acr: z.string().optional().catch(undefined),
});

/** Whether a token says one of the accepted words of how its holder was recognised (`amr`) or how surely (`acr`). */
export function vouches(idToken: string, accepted: readonly string[]): boolean {
  const { amr = [], acr } = claims.parse(bodyOf(idToken));
  return [...amr, ...(acr === undefined ? [] : [acr])].some((word) => accepted.includes(word));
}

/** better-auth has checked signature, issuer, audience and nonce before any hook sees the token. */
function bodyOf(idToken: string): unknown {
  const [, body = ''] = idToken.split('.');
  try {
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  } catch {
    return {};
  }
}

type Hooks = NonNullable<NonNullable<BetterAuthOptions['databaseHooks']>['account']>;

/**
 * What happens where a sign-on is tied to a person, and at each later one: its vouching is noted, and none of its
 * tokens is kept, since we ask the service for nothing else. Once tied, an open invitation is used up.
 */
export function accountHooks(db: Kysely<IdentityTables>, oidc: Oidc | null): Hooks {
  const note = (idToken: string | null | undefined) => {
    const store = learnt.getStore();
    if (store === undefined || oidc === null || typeof idToken !== 'string') return;
    store.vouched = vouches(idToken, oidc.secondFactor);
  };
  const withoutTokens = { accessToken: null, refreshToken: null, idToken: null };
  return {
    create: {
      async before(account) {
        if (account.providerId !== oidcId) return;
        note(account.idToken);
        return { data: { ...account, ...withoutTokens } };
      },
      async after(account) {
        if (account.providerId !== oidcId) return;
        await db.deleteFrom('invitation').where('personId', '=', account.userId).execute();
      },
    },
    update: {
      async before(account) {
        if (account.providerId !== oidcId) return;
        note(account.idToken);
        return { data: { ...account, ...withoutTokens } };
      },
    },
  };
}
