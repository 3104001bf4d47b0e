import { instant, type Instant } from '@assay/engine';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { app } from '../../app.ts';
import { appointAdministrator } from '../../session/setup.ts';
import { audit } from '../../record/verify.ts';
import { hashOf } from '../../record/chain.ts';
import { cookiesOf } from '../../testing/identityWorld.ts';
import { markedWhole, releaseCohort } from '../../testing/release.ts';
import { markedByOne } from '../../testing/schemes.ts';
import { troubleOf } from '../../testing/refusals.ts';
import { castOf, gather, type Cast } from '../../testing/story.ts';
import { openWorld, password, type TestWorld } from '../../testing/world.ts';
import { keptFiles } from '../files/keptFiles.ts';
import { accessArchive } from './accessArchive.ts';
import { deleteDoomed } from '../files/doomedFiles.ts';

let at: TestWorld;
let cast: Cast;
let administrator: Awaited<ReturnType<TestWorld['callerFor']>>;
let administratorId = '';

beforeEach(async () => {
  at = await openWorld('sqlite', { ASSAY_SECOND_FACTOR: 'optional' }, { scheme: markedByOne });
  cast = await castOf(at);
  administratorId = await at.register('Admin Test', 'north', []);
  await appointAdministrator(at.world, administratorId);
  administrator = await at.callerFor(administratorId);
  await gather(at, cast);
});
afterEach(() => at[Symbol.asyncDispose]());

/** The files of an archive by name. Zip entries of client-zip are stored, so their text can be read as it is. */
async function archiveOf(
  world: TestWorld['world'] = at.world,
): Promise<{ text: string; names: string[]; whole: boolean }> {
  const person = (await world.identity.people([cast.candidateId])).get(cast.candidateId);
  if (person === undefined) throw new Error('nobody');
  const { stream, whole } = await accessArchive(world, person);
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  const names: string[] = [];
  for (let place = bytes.indexOf('PK\u0001\u0002'); place !== -1; place = bytes.indexOf('PK\u0001\u0002', place + 1)) {
    const length = bytes.readUInt16LE(place + 28);
    names.push(bytes.subarray(place + 46, place + 46 + length).toString());
  }
  return { text: bytes.toString(), names, whole };
}

/** The same world at another time. */
const when = (day: string) => ({
  ...at.world,
  given: { ...at.world.given, now: (): Instant => instant(`${day}T12:00:00.000Z`) },
});

describe('what is kept about a candidate', () => {
  test('holds what they wrote, claimed and were told, and their files', async () => {
    const { text, names } = await archiveOf();
    for (const given of ['candidate.test@test.example', 'Account C1', 'first paragraph', 'You were enrolled in Spring'])
      expect(text).toContain(given);
    expect(text).toContain('What I did and why, in C1.');
    expect(names.filter((name) => name.startsWith('files/'))).toHaveLength(4);
    expect(names).toEqual(expect.arrayContaining(['README.txt', 'about.json', 'record.json']));
  });

  test('holds no mark and no comment before the result is released, and every one of them after', async () => {
    await markedWhole(at, cast);
    const marks = ['Why LLD.S1.', 'A day at the centre.', '"StandardJudged"', '"judgement"'];
    const before = await archiveOf();
    expect(marks.filter((mark) => before.text.includes(mark))).toEqual([]);
    expect(before.whole).toBe(false);
    expect(before.text).toContain('"keptBack"');
    await releaseCohort(at, cast);
    const after = await archiveOf();
    expect(marks.filter((mark) => !after.text.includes(mark))).toEqual([]);
    expect(after.whole).toBe(true);
  });

  test('holds marks before a release too, once five months have passed since it was asked for', async () => {
    await markedWhole(at, cast);
    const { askedAt, answerBy } = await cast.candidate.privacy.ask({ person: cast.candidateId });
    expect(askedAt.slice(0, 10)).toBe('2026-03-10');
    expect(answerBy).toBe('2026-08-10T22:59:59.999Z');
    expect((await archiveOf(when('2026-08-10'))).text).not.toContain('Why LLD.S1.');
    expect((await archiveOf(when('2026-08-10'))).text).toContain('"until": "2026-08-10T22:59:59.999Z"');
    const late = await archiveOf(when('2026-08-11'));
    expect(late.text).toContain('Why LLD.S1.');
    expect(late.whole).toBe(true);
  });

  test('holds facts whose hashes can be checked, and none that could put somebody at risk', async () => {
    const [item] = await at.world.db.selectFrom('item').select('item').execute();
    await markedWhole(at, cast);
    const { version } = await at.world.db
      .selectFrom('stream')
      .select('version')
      .where('id', '=', item?.item ?? '')
      .executeTakeFirstOrThrow();
    const last = await at.world.db
      .selectFrom('fact')
      .selectAll()
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    await at.world.db
      .insertInto('fact')
      .values({
        ...last,
        position: last.position + 1,
        stream: item?.item ?? '',
        version: version + 1,
        workflow: 'evidence item',
        type: 'SafeguardingRaised',
        data: JSON.stringify({ says: 'A child may be at risk.' }),
      })
      .execute();
    const { text } = await archiveOf();
    expect(text).not.toContain('A child may be at risk.');
    const record: { facts: Parameters<typeof hashOf>[0][] & { hash: string }[] } = JSON.parse(
      text.slice(text.indexOf('{\n  "tables"'), text.indexOf('\n}\n', text.indexOf('{\n  "tables"')) + 2),
    );
    expect(record.facts.length).toBeGreaterThan(100);
    for (const { hash, ...fact } of record.facts) expect(hashOf(fact)).toBe(hash);
  });

  test('is had by the candidate and by an administrator, and by nobody else', async () => {
    const http = app(at.world, at.place.path);
    const send = (path: string, init: RequestInit) =>
      http.request(path, init, { incoming: { socket: { remoteAddress: '127.0.0.1' } } });
    const link = await at.world.identity.invitationLink(cast.candidateId);
    await at.world.identity.acceptInvitation(link.split('/').at(-1) ?? '', password);
    const get = async (name: string | null) => {
      const headers = { origin: 'http://127.0.0.1:4310', 'content-type': 'application/json' };
      const body = JSON.stringify({ email: `${name}@test.example`, password });
      const cookie =
        name === null ? '' : cookiesOf(await send('/api/auth/sign-in/email', { method: 'POST', headers, body }));
      return send(`/api/privacy/${cast.candidateId}/archive`, { headers: { cookie } });
    };
    expect((await get(null)).status).toBe(401);
    expect((await get('staff.test')).status).toBe(404);
    expect((await get('assessor.test')).status).toBe(404);
    expect((await get('admin.test')).status).toBe(200);
    await cast.candidate.privacy.ask({ person: cast.candidateId });
    await markedWhole(at, cast);
    expect((await get('candidate.test')).status).toBe(200);
    expect(await administrator.privacy.requests()).toHaveLength(1);
    await releaseCohort(at, cast);
    const whole = await get('candidate.test');
    expect(whole.headers.get('content-disposition')).toBe('attachment; filename="assay-about-me.zip"');
    expect(whole.headers.get('cache-control')).toBe('no-store');
    expect((await whole.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
    expect(await administrator.privacy.requests()).toEqual([]);
  });

  test('is asked for by the candidate or an administrator, and one open request is enough', async () => {
    const first = await cast.candidate.privacy.ask({ person: cast.candidateId });
    expect(await administrator.privacy.ask({ person: cast.candidateId })).toEqual(first);
    expect(await cast.candidate.privacy.mine()).toEqual(first);
    expect(await troubleOf(cast.staff.privacy.ask({ person: cast.candidateId }))).toMatchObject({ code: 'notFound' });
    expect(await troubleOf(cast.staff.privacy.requests())).toMatchObject({ code: 'refused' });
  });
});

describe('erasing a person', () => {
  const whoTheyAre = ['Candidate Test', 'candidate.test'];
  const tablesHolding = async (text: string): Promise<string[]> => {
    const found: string[] = [];
    for (const { name } of await at.world.db.introspection.getTables()) {
      const { rows } = await sql`select * from ${sql.table(name)}`.execute(at.world.db);
      if (JSON.stringify(rows).includes(text)) found.push(name);
    }
    return found;
  };
  const kept = async () => {
    const hashes: string[] = [];
    for await (const hash of keptFiles(at.world.db)) hashes.push(hash);
    return hashes;
  };

  test('leaves no name, address, file or way to sign in; the decisions stay and the record verifies as before', async () => {
    await markedWhole(at, cast);
    await releaseCohort(at, cast);
    await at.world.identity.invitationLink(cast.candidateId);
    const before = await audit(at.world.db);
    expect(before).toMatchObject({ ok: true });
    const hashes = await kept();
    expect(hashes).toHaveLength(4);
    const texts = () => at.world.db.selectFrom('document_text').select('hash').execute();
    expect(await texts()).not.toEqual([]);
    const coming = { upload: 'coming', person: cast.candidateId, name: 'coming.txt', bytes: 9, outcome: null };
    await at.world.db
      .insertInto('receiving')
      .values({ ...coming, begun_at: at.world.given.now() })
      .execute();

    const reason = 'Asked on 1 April to be forgotten.';
    expect(await administrator.privacy.erase({ person: cast.candidateId, reason })).toMatchObject({ files: 4 });

    expect(await audit(at.world.db)).toEqual(before);
    for (const text of whoTheyAre) expect(await tablesHolding(text)).toEqual([]);
    for (const hash of hashes) expect(await at.world.files.bytes(hash)).toBeNull();
    expect([await kept(), await texts()]).toEqual([[], []]);
    expect(await at.world.db.selectFrom('receiving').selectAll().execute()).toEqual([]);
    expect((await at.world.identity.people([cast.candidateId])).get(cast.candidateId)).toEqual({
      id: cast.candidateId,
      name: `Erased person ${cast.candidateId.slice(0, 6)}`,
      email: `${cast.candidateId.toLowerCase()}@erased.invalid`,
    });
    expect(await at.world.identity.verifyPassword(cast.candidateId, password)).toBe(false);
    const [award] = await at.world.db.selectFrom('award').selectAll().execute();
    expect(award).toMatchObject({ candidate: cast.candidateId, status: 'passed' });
    expect(await administrator.privacy.erasures()).toEqual([
      { person: cast.candidateId, by: administratorId, at: expect.any(String), reason, files: 4 },
    ]);
  });

  test('keeps a file that another candidate brought too', async () => {
    const enrolled = await cast.staff.cohort.enrol({
      ...at.command(),
      cohort: cast.cohort,
      seen: 2,
      name: 'Other Test',
      email: 'other.test@test.example',
      route: 'standard',
    });
    const other = await at.callerFor(enrolled.candidate);
    await other.evidence.write({
      ...at.command(),
      submission: enrolled.submission,
      item: null,
      seen: 0,
      title: 'Mine',
      component: 'C1',
      dated: '2026-02-01',
      text: 'What I did and why, in C1.',
    });
    await administrator.privacy.erase({ person: cast.candidateId, reason: 'Asked to be forgotten.' });
    const [only, ...more] = await kept();
    expect(more).toEqual([]);
    expect(await at.world.files.verify(only ?? '')).toBe('sound');
  });

  test('finishes what a stopped server had begun', async () => {
    const { db } = at.world;
    const [hash = ''] = await kept();
    await db.deleteFrom('upload').where('hash', '=', hash).execute();
    await db.updateTable('item').set({ status: 'removed' }).where('hash', '=', hash).execute();
    await db.insertInto('doomed_file').values({ hash, at: at.world.given.now() }).execute();
    expect(await deleteDoomed(at.world)).toBe(1);
    expect(await at.world.files.bytes(hash)).toBeNull();
    expect(await deleteDoomed(at.world)).toBe(0);
  });

  test('is for administrators, with a reason, of somebody else, once, and not while they are being assessed', async () => {
    const sent = { person: cast.candidateId, reason: 'Asked to be forgotten.' };
    expect(await troubleOf(cast.candidate.privacy.erase(sent))).toMatchObject({ code: 'refused' });
    expect(await troubleOf(cast.staff.privacy.erasures())).toMatchObject({ code: 'refused' });
    expect(await troubleOf(administrator.privacy.erase({ ...sent, reason: ' ' }))).toMatchObject({
      fields: [{ path: 'reason' }],
    });
    expect(await troubleOf(administrator.privacy.erase({ ...sent, person: 'nobody' }))).toMatchObject({
      code: 'notFound',
    });
    expect(await troubleOf(administrator.privacy.erase({ ...sent, person: administratorId }))).toMatchObject({
      fields: [{ path: 'person', says: expect.stringContaining('is you') }],
    });
    await markedWhole(at, cast);
    expect(await troubleOf(administrator.privacy.erase(sent))).toMatchObject({
      fields: [{ path: 'person', says: expect.stringContaining('is being assessed') }],
    });
    await releaseCohort(at, cast);
    await administrator.privacy.erase(sent);
    expect(await troubleOf(administrator.privacy.erase(sent))).toMatchObject({
      fields: [{ says: expect.stringContaining('was erased already') }],
    });
  });
});
