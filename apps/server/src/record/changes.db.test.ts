import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { kinds } from '../testing/databases.ts';
import { castOf, type Cast } from '../testing/story.ts';
import { freshPlace, reopenWorld, type TestWorld } from '../testing/world.ts';

/** As a caller in the same process gets a tracked event: its id, what it says, and a mark of tRPC's own. */
const event = z
  .tuple([z.string(), z.array(z.object({ stream: z.string(), workflow: z.string(), version: z.number() }))])
  .rest(z.unknown());

describe.each(kinds)('live changes on %s, with two servers', (kind) => {
  let place: Awaited<ReturnType<typeof freshPlace>>;
  let one: TestWorld;
  let other: TestWorld;
  let cast: Cast;
  beforeAll(async () => {
    place = await freshPlace(kind);
    one = await reopenWorld(place);
    other = await reopenWorld(place);
    cast = await castOf(one);
  });
  afterAll(async () => {
    await one.close();
    await other.close();
    await place[Symbol.asyncDispose]();
  });

  const write = (title: string) =>
    cast.candidate.evidence.write({
      ...one.command(),
      submission: cast.submission,
      item: null,
      seen: 0,
      title,
      component: 'C1',
      dated: '2026-02-01',
      text: `${title} says what I did.`,
    });

  /** The first events that a person hears at a server from an event on. */
  async function heard(at: TestWorld, person: string, lastEventId: string | null, many: number) {
    const caller = await at.callerFor(person);
    const events: (readonly [string, readonly { stream: string; workflow: string; version: number }[]])[] = [];
    for await (const sent of await caller.record.changes({ lastEventId })) {
      const [id, changes] = event.parse(sent);
      events.push([id, changes]);
      if (events.length === many) break;
    }
    return events;
  }

  test('what is written at one server is heard at the other', async () => {
    const hearing = heard(other, cast.candidateId, String(await other.world.growth.end()), 1);
    const { item, version } = await write('Heard');
    expect((await hearing).map(([, changes]) => changes)).toEqual([
      [{ stream: item, workflow: 'evidence item', version }],
    ]);
  });

  test('whoever comes back with the last event hears what was missed, once', async () => {
    const end = String(await one.world.growth.end());
    const first = await write('First');
    const [before] = await heard(one, cast.candidateId, end, 1);
    expect(before?.[1].map(({ stream }) => stream)).toEqual([first.item]);
    const second = await write('Second');
    const [next] = await heard(other, cast.candidateId, before?.[0] ?? '', 1);
    expect(next?.[1].map(({ stream }) => stream)).toEqual([second.item]);
  });

  test('nobody hears of what they may not see', async () => {
    const end = String(await one.world.growth.end());
    const stranger = await one.register('Stranger Test', 'south', ['provider']);
    const staff = await one.callerFor(stranger);
    await write('Private');
    const { cohort } = await staff.cohort.open({
      ...one.command(),
      title: 'South',
      opensOn: '2026-01-01',
      dueOn: '2026-06-30',
    });
    const events = await heard(one, stranger, end, 1);
    const streams = events.flatMap(([, changes]) => changes.map(({ stream }) => stream));
    expect(streams).toContain(cohort);
    expect(streams.filter((stream) => stream !== cohort && stream !== 'south')).toEqual([]);
  });
});
