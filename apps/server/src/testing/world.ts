import { randomUUID } from 'node:crypto';
import { instant, personId, provider, providerId, type Instant, type Role } from '@assay/engine';
import { appRouter } from '../app-router.ts';
import { compose } from '../compose.ts';
import type { Adapt } from '../library/library.ts';
import { perform } from '../record/perform.ts';
import { actorsOf, type Session } from '../session/session.ts';
import type { Log } from '../platform/log.ts';
import type { Observer } from '../platform/observability/observer.ts';
import { readSettings } from '../platform/settings.ts';
import { freshDatabase, migratedDatabase, type Kind } from './databases.ts';
import { givePassword } from './password.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export { password } from './password.ts';

/** Who watches a world in a test, and by what it assesses. */
interface Watching {
  readonly log?: Log;
  readonly observer?: Observer;
  readonly scheme?: Adapt;
}

/**
 * A fresh installation on a database file of its own, with a clock that ticks a second a command, one provider and a
 * person in each role; `more` are settings beside its own. It assesses under the shipped scheme, or under what
 * `scheme` makes of it. `await using` cleans up.
 */
export async function openWorld(
  kind: Kind = 'sqlite',
  more: Readonly<Record<string, string>> = {},
  given: Watching = {},
) {
  const place = await placeFor(kind, migratedDatabase);
  const opened = await reopenWorld(place, more, given);
  return {
    ...opened,
    async [Symbol.asyncDispose]() {
      await opened.close();
      await place[Symbol.asyncDispose]();
    },
  };
}

/** A folder and an empty database, for whoever stops an installation and starts it again. */
export const freshPlace = (kind: Kind = 'sqlite') => placeFor(kind, freshDatabase);

async function placeFor(kind: Kind, make: typeof freshDatabase) {
  const folder = await temporaryFolder();
  const database = await make(kind, folder.path);
  return {
    path: folder.path,
    url: database.url,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Opens an installation on a folder and a database that may have been used before. `await using` closes it. */
export async function reopenWorld(
  place: { readonly path: string; readonly url: string },
  more: Readonly<Record<string, string>> = {},
  given: Watching = {},
) {
  const settings = readSettings(
    {
      DATABASE_URL: place.url,
      DATA_DIR: place.path,
      LOG_LEVEL: 'silent',
      ASSAY_DEMO: 'off',
      ...more,
    },
    [],
  );
  let second = Date.parse('2026-03-10T09:00:00.000Z');
  const now = (): Instant => instant(new Date((second += 1000)).toISOString());
  const opened = await compose(settings, { now, ...given });
  const { world } = opened;

  /** A person's session, in every role that they hold at this moment, as after a second factor. */
  const sessionOf = async (id: string, provedAt: Instant | null = null): Promise<Session> => {
    const person = (await world.identity.people([id])).get(id);
    if (person === undefined) throw new Error(`nobody has the id ${id}`);
    return {
      id: `session of ${id}`,
      person,
      actors: await actorsOf(world, id),
      secondFactor: 'done',
      withheld: [],
      provedAt,
    };
  };

  /** A caller for a person in such a session. */
  const callerFor = async (id: string, provedAt: Instant | null = null) =>
    appRouter.createCaller({ world, session: await sessionOf(id, provedAt) });

  const register = async (name: string, providerName: string, roles: readonly Role[]) => {
    const made = await world.identity.createPerson({
      name,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@test.example`,
    });
    if (!made.ok) throw new Error(made.says);
    await givePassword(world.db, made.id);
    const owner = providerId(providerName);
    const by = { person: personId('installation'), role: 'system' as const, provider: null };
    await perform(world, { actors: [by], commandId: randomUUID(), asked: name }, async (unit) => {
      const known = await (
        await unit.tables()
      )
        .selectFrom('stream')
        .select('id')
        .where('id', '=', owner)
        .executeTakeFirst();
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
    sessionOf,
    callerFor,
    register,
    command: () => ({ commandId: randomUUID() }),
    /** From here on the clock ticks from this instant. */
    travel: (to: string) => {
      second = Date.parse(to);
    },
    close: opened.close,
    [Symbol.asyncDispose]: opened.close,
  };
}

export type TestWorld = Awaited<ReturnType<typeof reopenWorld>>;
