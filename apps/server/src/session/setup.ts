import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { personId, provider, providerId } from '@assay/engine';
import { perform } from '../record/perform.ts';
import type { World } from '../world.ts';

/** The provider record that stands for the installation itself: its people are the administrators. */
export const house = providerId('installation');

const tokens = new WeakMap<World, Buffer>();
const digest = (token: string) => createHash('sha256').update(token).digest();

/** Where there is no administrator yet: a one-time link to make the first, valid until the next start. */
export async function setUpLink(world: World): Promise<string> {
  if (await hasAdministrator(world)) return '';
  const token = randomBytes(24).toString('base64url');
  tokens.set(world, digest(token));
  return `There is no administrator yet. Make the first one at\n  ${world.settings.url}/setup/${token}`;
}

/** Makes the first administrator. The link works once, and only while there is none. */
export async function setUp(
  world: World,
  given: { token: string; name: string; email: string; password: string },
): Promise<{ ok: true } | { ok: false; says: string }> {
  const expected = tokens.get(world);
  if (expected === undefined || !timingSafeEqual(expected, digest(given.token)) || (await hasAdministrator(world))) {
    return { ok: false, says: 'This link is not valid any more. Start the server again for a new one.' };
  }
  const made = await world.identity.createPerson({ name: given.name, email: given.email, password: given.password });
  if (!made.ok) return { ok: false, says: made.says };
  tokens.delete(world);
  await appointAdministrator(world, made.id);
  return { ok: true };
}

/** Opens the installation's own record where it is not there yet, and appoints an administrator on it. */
export async function appointAdministrator(world: World, person: string): Promise<void> {
  const by = { person: personId(person), role: 'system' as const, provider: null };
  const known = await world.db.selectFrom('stream').select('id').where('id', '=', house).executeTakeFirst();
  await perform(world, { actors: [by], commandId: world.given.freshId(), asked: { setUp: person } }, async (unit) => {
    if (known === undefined)
      await unit.change(provider, house, 0, (_by, at) => ({
        type: 'RegisterProvider',
        provider: house,
        name: 'This installation',
        by,
        at,
      }));
    const { version } = await unit.change(provider, house, null, (_by, at) => ({
      type: 'AppointPerson',
      person: personId(person),
      role: 'administrator',
      by,
      at,
    }));
    return { version };
  });
}

async function hasAdministrator(world: World): Promise<boolean> {
  const row = await world.db
    .selectFrom('appointment')
    .select('person')
    .where('role', '=', 'administrator')
    .executeTakeFirst();
  return row !== undefined;
}
