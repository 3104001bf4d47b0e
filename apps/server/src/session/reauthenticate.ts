import type { Instant } from '@assay/engine';
import type { Shown } from '../platform/identity/prove.ts';
import { AssayError } from '../record/errors.ts';
import type { World } from '../world.ts';
import type { Session } from './session.ts';

/** Milliseconds for which a proof of who acts holds. */
const fresh = 5 * 60_000;

/** Whether the person proved in this session within the last five minutes who they are. */
export function isFresh({ provedAt }: Pick<Session, 'provedAt'>, now: Instant): boolean {
  if (provedAt === null) return false;
  const age = Date.parse(now) - Date.parse(provedAt);
  return age >= 0 && age <= fresh;
}

/**
 * Whether the person proved who they are: by what they show now (password, code, or both), which is then noted in the
 * session for five minutes; or, where they show nothing, by what is noted.
 *
 * @throws AssayError (tooManyAttempts) where so many wrong ones came before that this one was not looked at.
 */
export async function reauthenticate(world: World, session: Session, shown: Shown): Promise<boolean> {
  if (shown.password === undefined && shown.totp === undefined) return isFresh(session, world.given.now());
  const proved = await world.identity.prove(session.person.id, shown);
  if (proved.ok) {
    await world.identity.noteProof(session.id, world.given.now());
    return true;
  }
  if (proved.error === 'tooManyAttempts') throw new AssayError({ code: 'tooManyAttempts', says: proved.says });
  return false;
}
