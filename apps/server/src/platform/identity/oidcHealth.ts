import { z } from 'zod';
import type { Log } from '../log.ts';
import type { Oidc } from '../settings.ts';
import { discoveryUrl } from './oidc.ts';

/** Milliseconds that a start waits for the service to answer. */
const patience = 5000;

const discovered = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});

/**
 * Asks the sign-on service for its description and tells in the log what it found.
 *
 * @returns false where it describes itself as somebody else or as something that cannot be used, and so must not be
 * offered; true where it is well or does not answer now, for it is asked again when somebody signs in.
 */
export async function checkSignOn({ issuer, name }: Oidc, log: Log): Promise<boolean> {
  const address = discoveryUrl(issuer);
  const answer = await fetch(address, { signal: AbortSignal.timeout(patience) }).catch(() => null);
  if (answer === null || !answer.ok) {
    const why = answer === null ? 'does not answer' : `answers ${answer.status}`;
    log.warn(
      `Signing in with ${name} does not work now: ${address} ${why}. People can sign in with a password; it is tried again whenever somebody asks for it.`,
    );
    return true;
  }
  const said = discovered.safeParse(await answer.json().catch(() => null));
  if (!said.success) {
    log.error(
      `Signing in with ${name} is off: ${address} is not the description of an OpenID Connect service with keys. Look at ASSAY_OIDC_ISSUER.`,
    );
    return false;
  }
  if (said.data.issuer.replace(/\/$/, '') !== issuer.replace(/\/$/, '')) {
    log.error(
      `Signing in with ${name} is off: the service calls itself ${said.data.issuer}, and ASSAY_OIDC_ISSUER says ${issuer}. Set it to what the service calls itself.`,
    );
    return false;
  }
  log.info(`Signing in with ${name} is ready: ${said.data.issuer} answers and describes itself well.`);
  return true;
}
