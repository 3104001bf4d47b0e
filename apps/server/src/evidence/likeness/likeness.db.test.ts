import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { troubleOf } from '../../testing/refusals.ts';
import { castOf, gather, handIn, type Cast } from '../../testing/story.ts';
import { openWorld, type TestWorld } from '../../testing/world.ts';
import { noteUpload } from '../uploads.ts';
import { likenessOf } from './likeness.ts';

type Caller = Awaited<ReturnType<TestWorld['callerFor']>>;
interface Author {
  readonly caller: Caller;
  readonly id: string;
  readonly submission: string;
}

/** Sentences of a made account, each unlike the others. */
const sentences = (topic: string, many: number) =>
  Array.from(
    { length: many },
    (_, at) => `In week ${at + 1} the ${topic} asked number ${at * 7 + 3} whether room ${at * at + 2} was theirs too.`,
  );
const original = sentences('families', 30);
const [own, near, unrelated] = [
  original.join(' '),
  // Every fifth sentence is another one, and the rest was typed anew: other marks, other layout.
  original.map((said, at) => (at % 5 === 0 ? `We wrote it down on day ${at}.` : said.toUpperCase())).join('\n\n'),
  sentences('builders', 30)
    .map((said) => said.replaceAll(/week|asked|number|room|theirs/g, 'plank'))
    .join(' '),
];

let at: TestWorld;
let cast: Cast;
let review: string;
let source: `E${number}`;
let here: Author;
let elsewhere: Author;

beforeAll(async () => {
  at = await openWorld();
  cast = await castOf(at);
  const item = await write({ caller: cast.candidate, id: cast.candidateId, submission: cast.submission }, own);
  await cast.candidate.evidence.declare({
    ...at.command(),
    item,
    seen: 1,
    authorship: true,
    consent: true,
    anonymised: true,
    aiUse: 'None.',
  });
  await gather(at, cast);
  review = await handIn(at, cast);
  const { sources } = await cast.assessor.review.show({ review });
  source = `E${Number(sources.find(({ title }) => title === 'Account of the year')?.source.slice(1))}`;
  here = await authorAt('north', 'Near Test');
  elsewhere = await authorAt('south', 'Far Test');
});
afterAll(() => at[Symbol.asyncDispose]());

/** A candidate in a cohort of their own at this provider. */
async function authorAt(provider: string, name: string): Promise<Author> {
  const staff = await at.callerFor(await at.register(`Staff of ${name}`, provider, ['provider']));
  const { cohort } = await staff.cohort.open({
    ...at.command(),
    title: `Cohort of ${name}`,
    opensOn: '2026-01-01',
    dueOn: '2026-06-30',
  });
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@test.example`;
  const given = { ...at.command(), cohort, seen: 1, name, email, route: 'standard' as const };
  const { candidate, submission } = await staff.cohort.enrol(given);
  return { caller: await at.callerFor(candidate), id: candidate, submission };
}

async function write({ caller, submission }: Author, text: string, title = 'Account of the year'): Promise<string> {
  const { item } = await caller.evidence.write({
    ...at.command(),
    submission,
    item: null,
    seen: 0,
    title,
    component: 'C1',
    dated: '2026-02-01',
    text,
  });
  return item;
}

/** As if it had been submitted: only that it was is asked for here. */
async function submitted({ submission }: Author, done = true): Promise<void> {
  const manifest = done ? '{"items":[]}' : null;
  await at.world.db.updateTable('submission').set({ manifest }).where('submission', '=', submission).execute();
}

const asked = (by: Caller = cast.assessor) => by.evidence.likeness({ review, source });

describe('what a document has in common with others', () => {
  test('is nothing where nobody else wrote anything like it', async () => {
    await write(here, unrelated);
    await submitted(here);
    expect(await asked()).toEqual({
      text: 'read',
      thisProvider: { portfolios: 0, documents: [] },
      anotherProvider: null,
    });
  });

  test('is counted where another candidate shares most of the wording, and nothing tells whose it is', async () => {
    const copied = await write(here, near);
    const told = await asked();
    expect(told).toMatchObject({ text: 'read', thisProvider: { portfolios: 1 }, anotherProvider: null });
    const [document] = told.thisProvider.documents;
    expect(told.thisProvider.documents).toHaveLength(1);
    expect(document?.same).toBe(false);
    expect(document?.counted).toBeGreaterThan(0.5);
    expect(Math.abs((document?.estimated ?? 0) - (document?.counted ?? 0))).toBeLessThan(0.15);
    // This document's own words, as it writes them, and no word of the other one.
    expect(document?.passages.length).toBeGreaterThan(0);
    for (const passage of document?.passages ?? []) expect(own).toContain(passage);
    const everything = JSON.stringify(told);
    for (const secret of [here.id, here.submission, copied, 'Near Test', 'wrote it down'])
      expect(everything).not.toContain(secret);
  });

  test('of another provider is told as one, however many there are', async () => {
    await write(elsewhere, near, 'Copied');
    await write(elsewhere, own, 'Copied whole');
    await submitted(elsewhere);
    const told = await asked();
    expect(told.thisProvider.portfolios).toBe(1);
    expect(told.anotherProvider).toMatchObject({ same: true, counted: 1, passages: [] });
  });

  test('is told of the very same file too, text or not', async () => {
    const { hash } = await at.world.db
      .selectFrom('item')
      .select('hash')
      .where('submission', '=', cast.submission)
      .where('title', '=', 'Account of the year')
      .executeTakeFirstOrThrow();
    expect(
      (await likenessOf(at.world.db, hash, cast.candidateId)).map(({ same, uses }) => [same, uses.length]),
    ).toEqual([
      [true, 1],
      [false, 2],
    ]);
    const picture = await at.world.files.keep(new Blob(['not really a picture']).stream());
    const content = { hash: picture.hash, name: 'photo.png' };
    for (const { id, caller, submission } of [here, elsewhere]) {
      await noteUpload(at.world, id, { ...picture, mediaType: 'image/png' });
      await caller.evidence.add({
        ...at.command(),
        submission,
        title: 'Photo',
        component: 'C1',
        method: 'document',
        dated: '2026-02-01',
        content,
      });
    }
    const [same, ...none] = await likenessOf(at.world.db, picture.hash, here.id);
    expect(same).toMatchObject({ same: true, exact: 1, uses: [{ candidate: elsewhere.id }] });
    expect(none).toEqual([]);
  });

  test('leaves out what was not submitted, what was removed, and the candidate’s own', async () => {
    await submitted(elsewhere, false);
    expect((await asked()).anotherProvider).toBeNull();
    await submitted(elsewhere);
    expect((await asked()).anotherProvider).not.toBeNull();

    const items = await elsewhere.caller.evidence.list({ submission: elsewhere.submission });
    for (const { item, version } of items)
      await elsewhere.caller.evidence.remove({ ...at.command(), item, seen: version });
    expect((await asked()).anotherProvider).toBeNull();

    const mine = { caller: here.caller, id: here.id, submission: here.submission };
    await write(mine, near, 'The same again');
    const { hash } = await at.world.db
      .selectFrom('item')
      .select('hash')
      .where('candidate', '=', here.id)
      .where('title', '=', 'The same again')
      .executeTakeFirstOrThrow();
    expect(
      (await likenessOf(at.world.db, hash, here.id)).flatMap(({ uses }) => uses).map(({ candidate }) => candidate),
    ).toEqual([cast.candidateId]);
  });
});

describe('it is told to', () => {
  test('the assessor to whom the review is allocated, and nobody who may not read it', async () => {
    await expect(asked()).resolves.toMatchObject({ text: 'read' });
    const other = await at.callerFor(await at.register('Another Assessor', 'north', ['assessor']));
    for (const stranger of [other, cast.staff, cast.candidate, cast.moderator, here.caller])
      expect(await troubleOf(asked(stranger))).toMatchObject({ code: 'notFound' });
  });

  test('a moderator of the provider once the portfolio is in a drawn sample', async () => {
    expect(await troubleOf(asked(cast.moderator))).toMatchObject({ code: 'notFound' });
    const row = { batch: 'b', submission: cast.submission, review, reasons: '["random"]', found: null };
    await at.world.db.insertInto('batch_portfolio').values(row).execute();
    await expect(asked(cast.moderator)).resolves.toMatchObject({ text: 'read' });
  });

  test('nobody about what is no document of this portfolio', async () => {
    for (const nothing of ['E99', 'visit'] as const)
      expect(await troubleOf(cast.assessor.evidence.likeness({ review, source: nothing }))).toMatchObject({
        code: 'notFound',
      });
  });
});
