import { randomUUID } from 'node:crypto';
import { smallFramework } from '@assay/engine/testing';
import { smallProfile, smallYearBook, tellStory } from '@assay/engine/testing/story';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { allProcedures, type Procedure } from '../testing/procedures.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';
import { naming } from './naming.ts';
import { ask, inputFor, keptOut, told } from './question.ts';
import { aboutOne, isReader, lists, open } from './reads.ts';
import { elsewhere, held, home, Portfolios } from './standings.ts';
import { sessionAs, settle, write } from './told.ts';

const asking = allProcedures().filter(({ type }) => type === 'query');

/** Portfolios of the story with a record of each kind between them, and whose each is. */
const whose = { 'cohort-1-ann': 'ann', 'cohort-2-ben': 'ben', 'cohort-6-max': 'max', 'appraisal-1': 'candidate-1' };

/** Who marked, moderated and looked in from outside on the first of them, besides whoever has no part in anything. */
const others = ['a-stranger', 'assessor-1', 'moderator-1', 'external-1'];

test('every question is known here', () => {
  const known = [...Object.keys(aboutOne), ...Object.keys(lists), ...open];
  expect(asking.map(({ path }) => path).toSorted()).toEqual(known.toSorted());
});

describe.each(kinds)('who may read what on %s', (kind) => {
  let at: TestWorld;
  let world: TestWorld['world'];
  let about: readonly { readonly candidate: string; readonly ids: Readonly<Record<string, string>> }[];
  let beside: Readonly<Record<string, string>>;
  let records: ReadonlySet<string>;
  let waiting: string;

  beforeAll(async () => {
    at = await openWorld(kind, { ASSAY_PRIVATE_WEBHOOKS: 'on' });
    const small = { framework: smallFramework, profile: smallProfile, book: smallYearBook };
    const appraisals = new Map([...at.world.library.appraisals, [smallFramework.id, small] as const]);
    world = { ...at.world, library: { ...at.world.library, appraisals } };
    await at.register('Elsewhere Test', elsewhere, []);
    const steps = tellStory(world.library.scheme);
    await settle(at, steps);
    const portfolios = new Portfolios();
    for (const step of steps) {
      await write(at, step);
      portfolios.hear(step);
    }
    // Everybody knows by name the provider that they act for.
    records = new Set(steps.map(({ record }) => record).filter((record) => record !== home));
    at.travel('2026-12-01T09:00:00.000Z');
    about = Object.entries(whose).map(([portfolio, candidate]) => {
      const found = portfolios.recordsOf({ portfolios: new Set([portfolio]) });
      return { candidate, ids: Object.fromEntries([...found].map(([of, id]) => [naming[of] ?? of, id])) };
    });
    beside = {
      source: 'E1',
      id: 'npqicl-2007',
      place: 'home',
      framework: 'prospect-ecs',
      endpoint: await anEndpoint(),
    };
    await writeDown(about[0]?.ids['item'] ?? '');
    waiting = await givenBack(about.flatMap(({ ids }) => ids['review'] ?? []));
  });
  afterAll(() => at[Symbol.asyncDispose]());

  /** Where the staff of the story's provider have its facts told. */
  async function anEndpoint(): Promise<string> {
    const procedure = { path: 'outbox.register', type: 'mutation' } as const;
    const registering = {
      commandId: randomUUID(),
      provider: home,
      url: 'https://127.0.0.1:1/hook',
      facts: ['CohortOpened'],
    };
    const answer = await ask(
      world,
      sessionAs('a-stranger', 'provider', home, world.given.now()),
      procedure,
      registering,
    );
    if (!('answered' in answer)) throw new Error(told(answer));
    return String(Reflect.get(Object(answer.answered), 'endpoint'));
  }

  /** An item of the story is an account that was written here. */
  async function writeDown(item: string): Promise<void> {
    const { hash } = await world.files.keep(new Blob(['What I did.']).stream());
    const written = { hash, media_type: 'text/plain' };
    await world.db.updateTable('item').set(written).where('item', '=', item).execute();
  }

  /** A review that is none of these waits for an assessor again. */
  async function givenBack(but: readonly string[]): Promise<string> {
    const { db } = world;
    const { review } = await db
      .selectFrom('review')
      .select('review')
      .where('review', 'not in', but)
      .orderBy('review', 'desc')
      .executeTakeFirstOrThrow();
    await db.updateTable('review').set({ status: 'awaitingAllocation' }).where('review', '=', review).execute();
    return review;
  }

  /** What a question is asked about: the first portfolio that has a record of each kind that it names. */
  function subject({ path, input: schema }: Procedure) {
    const properties = Object.keys(Object(schema?.properties));
    const names = properties.filter((name) => Object.values(naming).includes(name));
    const found = about.find(({ ids }) => names.every((name) => Object.hasOwn(ids, name)));
    if (found === undefined) throw new Error(`${path} is about nothing of the story`);
    return found;
  }

  async function asked(procedure: Procedure, by: { role: (typeof held)[number]; person: string; provider: string }) {
    return ask(world, sessionAs(by.person, by.role, by.provider, world.given.now()), procedure, input(procedure));
  }

  function input(procedure: Procedure): unknown {
    const { candidate, ids } = subject(procedure);
    const instead = procedure.path === 'review.possible' ? { review: waiting } : {};
    return inputFor(procedure, { ...beside, person: candidate, stream: ids['submission'], ...ids, ...instead });
  }

  test('every question, as everybody in every role: answered to those who may read it, and to nobody else', async () => {
    const wrong: string[] = [];
    for (const procedure of asking) {
      const readers = { ...aboutOne, ...lists }[procedure.path] ?? ['everybody'];
      const { candidate } = subject(procedure);
      for (const role of held)
        for (const person of [...others, candidate])
          for (const provider of [home, elsewhere]) {
            const may = readers.some((reader) =>
              isReader(reader, { candidate, person, role, atHome: provider === home }),
            );
            const answer = await asked(procedure, { role, person, provider });
            if (keptOut(answer) === may)
              wrong.push(`${procedure.path} as ${role} ${person} of ${provider}: ${told(answer)}`);
          }
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  test('every question, signed out: nothing but what is everybody’s', async () => {
    const answers = new Map<string, string>();
    for (const procedure of asking) {
      answers.set(procedure.path, told(await ask(world, null, procedure, input(procedure))));
    }
    const expected = asking.map(({ path }) => [path, open.includes(path) ? 'answered' : 'notSignedIn'] as const);
    expect(answers).toEqual(new Map(expected));
  });

  test('no answer to another provider’s people, nor to a candidate or an assessor without a part, names a record', async () => {
    const said: string[] = [];
    for (const procedure of asking)
      for (const role of held)
        for (const provider of [home, elsewhere]) {
          // Staff and moderators are shown their provider's records, administrators what is open of everybody's.
          if (role === 'administrator' || (provider === home && role !== 'candidate' && role !== 'assessor')) continue;
          const answer = JSON.stringify(await asked(procedure, { role, person: 'a-stranger', provider }));
          for (const quoted of answer.match(/"[\w:.-]+"/g) ?? [])
            if (records.has(quoted.slice(1, -1))) said.push(`${procedure.path} as ${role} of ${provider}: ${quoted}`);
        }
    expect(said).toEqual([]);
  }, 300_000);

  test('no record’s log is read by somebody without a part in it', async () => {
    const read: string[] = [];
    const procedure = { path: 'record.facts', type: 'query' } as const;
    for (const stream of records)
      for (const [role, provider] of [
        ['candidate', home],
        ['assessor', home],
        ['moderator', elsewhere],
        ['externalModerator', elsewhere],
        ['provider', elsewhere],
      ] as const) {
        const answer = await ask(world, sessionAs('a-stranger', role, provider, world.given.now()), procedure, {
          stream,
        });
        if (!keptOut(answer)) read.push(`${stream} by a ${role} of ${provider}`);
      }
    expect(read).toEqual([]);
  }, 300_000);
});
