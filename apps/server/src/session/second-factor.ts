import type { Actor, Role } from '@assay/engine';
import { AssayError } from '../record/errors.ts';
import type { World } from '../world.ts';
import type { Session } from './session.ts';

/** The roles whose word decides over others' awards or accounts: a password alone does not speak for them. */
const guarded: ReadonlySet<Role> = new Set(['moderator', 'externalModerator', 'administrator']);

/**
 * Every role of a person who holds a guarded one, and none of a person who does not, where the installation asks for a
 * second factor. The demo does not: its people sign in with one click.
 */
export function withheldRoles(world: Pick<World, 'settings' | 'identity'>, held: readonly Actor[]): Role[] {
  const asked = world.settings.secondFactor === 'required' && world.identity.demo === null;
  return asked && held.some(({ role }) => guarded.has(role)) ? [...new Set(held.map(({ role }) => role))] : [];
}

/** Throws where the session has yet to show a second factor. */
export function withSecondFactor(session: Session): Session {
  if (session.secondFactor === 'missing') throw new AssayError({ code: 'secondFactorMissing' });
  return session;
}
