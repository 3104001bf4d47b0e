import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { instant, personId, provider, providerId, type Instant, type Role } from '@assay/engine';
import { appRouter } from '../app-router.ts';
import { compose } from '../compose.ts';
import { perform } from '../record/perform.ts';
import { actorsOf } from '../session/session.ts';
import { readSettings } from '../platform/settings.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** The password of everybody in a test world. */
export const password = 'a long test password';

/**
 * A fresh installation on a database file of its own, with a clock that ticks a second a command, one provider and a
 * person in each role. `await using` cleans up. Another world on the same `folder` is the same installation after a
 * restart; `env` sets what the environment would.
 */
export async function openWorld(
  folder?: Awaited<ReturnType<typeof temporaryFolder>>,
  env: Readonly<Record<string, string>> = {},
) {
  const place = folder ?? (await temporaryFolder());
  const settings = readSettings(
    {
      DATABASE_URL: `file:${join(place.path, 'assay.db')}`,
      DATA_DIR: place.path,
      LOG_LEVEL: 'silent',
      ASSAY_DEMO: 'off',
      ...env,
    },
    [],
  );
  let second = Date.parse('2026-03-10T09:00:00.000Z');
  const now = (): Instant => instant(new Date((second += 1000)).toISOString());
  const opened = await compose(settings, { now });
  const { world } = opened;

  /** A caller for a person, in every role that they hold at this moment. */
  const callerFor = async (id: string) => {
    const person = (await world.identity.people([id])).get(id);
    if (person === undefined) throw new Error(`nobody has the id ${id}`);
    return appRouter.createCaller({ world, session: { person, actors: await actorsOf(world, id) } });
  };

  const register = async (name: string, providerName: string, roles: readonly Role[]) => {
    const made = await world.identity.createPerson({
      name,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@test.example`,
      password,
    });
    if (!made.ok) throw new Error(made.says);
    const owner = providerId(providerName);
    const by = { person: personId('installation'), role: 'system' as const, provider: null };
    await perform(world, { actors: [by], commandId: randomUUID(), asked: name }, async (unit) => {
      const known = await unit.writing.selectFrom('stream').select('id').where('id', '=', owner).executeTakeFirst();
      if (known === undefined)
        await unit.change(provider, owner, 0, (_by, at) => ({
          type: 'RegisterProvider',
          provider: owner,
          name: providerName,
          by,
          at,
        }));
      for (const role of roles)
        await unit.change(provider, owner, null, (_by, at) => ({
          type: 'AppointPerson',
          person: personId(made.id),
          role,
          by,
          at,
        }));
      return {};
    });
    return made.id;
  };

  return {
    world,
    place,
    callerFor,
    register,
    command: () => ({ commandId: randomUUID() }),
    close: opened.close,
    async [Symbol.asyncDispose]() {
      await opened.close();
      if (folder === undefined) await place[Symbol.asyncDispose]();
    },
  };
}

export type TestWorld = Awaited<ReturnType<typeof openWorld>>;
