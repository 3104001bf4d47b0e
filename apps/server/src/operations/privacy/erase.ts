import { asAdministrator } from '../../enrolment/enrolment.views.ts';
import { AssayError } from '../../record/errors.ts';
import { erasePerson } from '../../platform/identity/erasePerson.ts';
import type { Session } from '../../session/session.ts';
import type { World } from '../../world.ts';
import { deleteDoomed, doom } from '../files/doomedFiles.ts';
import { personFor } from './whoMay.ts';

/** What an erasure did: when, and how many files of the person were taken out. */
export interface Erased {
  readonly person: string;
  readonly at: string;
  readonly files: number;
}

/** While a portfolio is in one of these, its assessment goes on, and cannot without its candidate. */
const settled = ['gathering', 'released', 'withdrawn'] as const;

/**
 * Erases who a person is, and what they brought. The facts stay: decisions are kept for the register, and the chain
 * still verifies. What that leaves is told in tooling/docs/privacy.md.
 *
 * @throws AssayError refused K2 for anybody but an administrator, malformed where it cannot be done now, notFound.
 */
export async function erase(
  world: World,
  session: Session,
  { person, reason }: { readonly person: string; readonly reason: string },
): Promise<Erased> {
  asAdministrator(session);
  const found = await personFor(world, session, person);
  const at = world.given.now();
  const files = await world.db.transaction().execute(async (writing) => {
    if (reason.trim() === '') throw cannot('reason', 'say why this person is erased.');
    if (person === session.person.id) throw cannot('person', 'is you; another administrator erases you.');
    const before = await writing.selectFrom('erasure').select('at').where('person', '=', person).executeTakeFirst();
    if (before !== undefined) throw cannot('person', `was erased already, at ${before.at}.`);
    const running = await writing
      .selectFrom('submission')
      .select('submission')
      .where('candidate', '=', person)
      .where('stage', 'not in', settled)
      .executeTakeFirst();
    if (running !== undefined)
      throw cannot('person', 'has a portfolio that is being assessed: withdraw it, or release its result, first.');
    const uploads = await writing.selectFrom('upload').select('hash').where('person', '=', person).execute();
    const items = await writing.selectFrom('item').select('hash').where('candidate', '=', person).execute();
    const hashes = [...new Set([...uploads, ...items].map(({ hash }) => hash))];
    await erasePerson(writing, found);
    await writing.deleteFrom('notice').where('person', '=', person).execute();
    await writing
      .insertInto('erasure')
      .values({ person, by: session.person.id, at, reason: reason.trim(), files: hashes.length })
      .execute();
    await doom(writing, person, hashes, at);
    return hashes.length;
  });
  await deleteDoomed(world);
  return { person, at, files };
}

/** Everybody who was erased, the latest first: by whom, when and why. */
export async function erasures(world: World, session: Session) {
  asAdministrator(session);
  return world.db.selectFrom('erasure').selectAll().orderBy('at', 'desc').limit(500).execute();
}

const cannot = (path: string, says: string) => new AssayError({ code: 'malformed', fields: [{ path, says }] });
