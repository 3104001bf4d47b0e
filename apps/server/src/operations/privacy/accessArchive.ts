import { makeZip } from 'client-zip';
import { sql } from 'kysely';
import { plainName } from '../../platform/files/name.ts';
import type { World } from '../../world.ts';
import { aboutCandidate, type About } from './about.ts';
import { disclosureFor, type Disclosure } from './disclosure.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const explanation = `This is what Assay keeps about you.

about.json    who you are here, and what is kept back until when
record.json   rows by table, and the facts of your records, each with the hash that it was written under
files/        what you uploaded and wrote, by the beginning of its hash and its name

Marks and assessors' comments are told once your result is released, or when the time to answer your request has
passed. What concerns the safety of others is not in here: ask the administrator. Your password is kept as a hash that
nobody can read, and is not in here either.
`;

/**
 * One ZIP file of everything about a candidate that may be told now, and their files. Answers the stream and whether
 * anything is kept back.
 */
export async function accessArchive(
  world: World,
  person: Person,
): Promise<{ stream: ReadableStream<Uint8Array>; whole: boolean }> {
  const disclosure = await disclosureFor(world, person.id);
  const about = await aboutCandidate(world.db, person.id, disclosure);
  const stream = makeZip(entries(world, person, disclosure, about), { buffersAreUTF8: true });
  return { stream, whole: disclosure.withheld.length === 0 };
}

async function* entries(world: World, person: Person, { withheld }: Disclosure, about: About) {
  const at = world.given.now();
  const lastModified = new Date(at);
  yield { name: 'README.txt', input: explanation, lastModified };
  const described = { madeAt: at, person, signedIn: await sessionsOf(world, person.id), keptBack: withheld };
  yield { name: 'about.json', input: `${JSON.stringify(described, null, 2)}\n`, lastModified };
  yield { name: 'record.json', input: `${JSON.stringify(about, null, 2)}\n`, lastModified };
  for (const { hash, name } of await filesOf(world, person.id)) {
    const file = await world.files.open(hash);
    if (file !== null)
      yield { name: `files/${hash.slice(0, 12)}-${plainName(name)}`, input: file.stream, lastModified };
  }
}

async function filesOf({ db }: World, person: string): Promise<{ hash: string; name: string }[]> {
  const uploads = await db.selectFrom('upload').select('hash').where('person', '=', person).orderBy('hash').execute();
  const items = await db
    .selectFrom('item')
    .select(['hash', 'file_name'])
    .where('candidate', '=', person)
    .orderBy('item')
    .execute();
  const names = new Map(items.map(({ hash, file_name: name }) => [hash, name]));
  return [...new Set([...uploads.map(({ hash }) => hash), ...names.keys()])]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((hash) => ({ hash, name: names.get(hash) ?? 'earlier version' }));
}

/** From where they are signed in: part of what is kept, without what would open the session. */
async function sessionsOf({ db }: World, person: string): Promise<readonly object[]> {
  const { rows } = await sql<object>`select "createdAt", "expiresAt", "ipAddress", "userAgent"
    from "session" where "userId" = ${person} order by "createdAt"`.execute(db);
  return rows;
}
