import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import type { Oidc } from '../platform/settings.ts';
import { testUrl } from './identityWorld.ts';

/** Somebody as an organisation's sign-on service knows them, and how it recognised them. */
export interface Member {
  readonly sub: string;
  readonly email: string;
  readonly verified: boolean;
  readonly amr?: readonly string[];
  readonly acr?: string;
}

const clientId = 'assay';
const clientSecret = 'a secret between Assay and the service';

/** An OpenID Connect provider on this machine, for one client, at which whoever `member` is signs in without being asked. */
export async function signOnService() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const state: { member: Member } = { member: { sub: 'nobody', email: '', verified: false } };

  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${testUrl}/api/auth/callback/oidc`],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'test' }] },
    claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a key for the cookies of the service'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: state.member.email, email_verified: state.member.verified, name: 'A Member' }),
    }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
  const handle = provider.callback();
  server.on('request', (request, response) => {
    const { sub, amr, acr } = state.member;
    if (request.url?.startsWith('/interaction/') === true)
      void provider.interactionFinished(request, response, { login: { accountId: sub, amr, acr } });
    else handle(request, response);
  });

  const settings: Oidc = { issuer, clientId, clientSecret, name: 'Harbour Training', secondFactor: ['mfa', 'loa3'] };
  return {
    settings,
    /** From the address that Assay sends a browser to, to the one that the service sends it back to. */
    async pass(member: Member, from: string): Promise<string> {
      state.member = member;
      const jar = new Map<string, string>();
      let at = from;
      for (let hops = 0; hops < 10 && at.startsWith(issuer); hops += 1) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
        for (const line of answer.headers.getSetCookie()) {
          const [pair = ''] = line.split(';');
          jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
        }
        const next = answer.headers.get('location');
        if (next === null) throw new Error(`the service answered ${answer.status}: ${await answer.text()}`);
        at = new URL(next, at).href;
      }
      return at;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
