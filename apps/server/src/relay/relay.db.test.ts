import { instant } from '@assay/engine';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DeliveryError } from '../platform/deliveryError.ts';
import { kinds } from '../testing/databases.ts';
import { notice, openOutbox } from '../testing/outbox.ts';
import { soon } from '../testing/soon.ts';
import { retryAt } from './backoff.ts';
import { inTransaction, overNetwork, type Lane } from './lanes.ts';
import { postNotice } from './notices.ts';
import type { Claimed } from './queue.ts';

describe.each(kinds)('on %s', (kind) => {
  let at: Awaited<ReturnType<typeof openOutbox>>;
  beforeEach(async () => {
    at = await openOutbox(kind);
  });
  afterEach(() => at[Symbol.asyncDispose]());

  const minute = 60_000;
  const numbered = (many: number) => Array.from({ length: many }, (_, index) => `n${String(index).padStart(3, '0')}`);

  /** The product's lane of notices, on one server's database. `before` and `after` go wrong where a test has it so. */
  function notices(place = at.place, after: (row: Claimed) => void = () => {}): Lane {
    const deliver = inTransaction(place, async (writing, row) => {
      await postNotice(writing, row, true);
      after(row);
    });
    return { kind: 'notice', slots: 1, page: 50, share: 50, deliver };
  }
  /** A lane over the network with one slot, or more. */
  const network = (send: (row: Claimed) => Promise<void>, slots = 1, place = at.place): Lane => ({
    kind: 'webhook',
    slots,
    page: 1,
    share: 2,
    deliver: overNetwork(place, send),
  });
  const webhook = (id: string, endpoint = 'e1') =>
    ({
      id,
      kind: 'webhook',
      endpoint,
      type: 'AwardPassed',
      at: instant('2026-03-10T08:00:00.000Z'),
      stream: 's1',
      version: 1,
      workflow: 'award',
      provider: 'north',
    }) as const;

  /** Waits until all of these are delivered. */
  const delivered = (...ids: string[]) =>
    soon(async () => {
      for (const id of ids)
        expect(await at.row(id)).toMatchObject({ next_at: null, dead_at: null, claimed_until: null });
    });
  /** Waits until a message failed so often and rests. */
  const failed = (id: string, attempts: number) =>
    soon(async () => expect(await at.row(id)).toMatchObject({ attempts, claimed_until: null, delivered_at: null }));

  describe('a message', () => {
    test('that was left by an earlier run is delivered at the start, and one that comes later at a nudge', async () => {
      await at.put(notice('a'));
      const relay = at.relay([notices()]);
      await delivered('a');
      expect(await at.row('a')).toMatchObject({ attempts: 1, delivered_at: at.clock.now(), last_error: null });
      await at.put(notice('b'));
      relay.nudge();
      await delivered('b');
      expect(await at.db.selectFrom('notice').select(['id', 'says']).orderBy('id').execute()).toEqual([
        { id: 'a', says: 'This is a.' },
        { id: 'b', says: 'This is b.' },
      ]);
    });

    test('is delivered once where two servers are at work on one database', async () => {
      const ids = numbered(400);
      await at.put(...ids.map((id) => notice(id)));
      const acts: { server: string; id: string }[] = [];
      const acted = { one: Promise.withResolvers<void>(), two: Promise.withResolvers<void>() };
      /** Rests after each page until both have acted, so that neither does all the work. */
      const sharing = (server: 'one' | 'two', place: typeof at.place): Lane => {
        const lane = notices(place, ({ id }) => {
          acts.push({ server, id });
          acted[server].resolve();
        });
        return {
          ...lane,
          async deliver(rows) {
            await lane.deliver(rows);
            await Promise.all([acted.one.promise, acted.two.promise]);
          },
        };
      };
      const other = at.another();
      at.relay([sharing('one', at.place)]);
      at.relay([sharing('two', other)], other);
      await delivered(...ids);
      expect(acts.map(({ id }) => id).toSorted()).toEqual(ids);
      expect(new Set(acts.map(({ server }) => server)).size).toBe(2);
      expect(await at.db.selectFrom('notice').select('id').execute()).toHaveLength(400);
      // The mails that the notices left are one each as well.
      expect(await at.db.selectFrom('outbox').select('id').where('kind', '=', 'mail').execute()).toHaveLength(400);
    });

    test('whose server fails between the act and the mark is delivered again, and a notice is posted once', async () => {
      await at.put(notice('a'));
      let crashes = 1;
      at.relay([
        notices(at.place, () => {
          if (crashes-- > 0) throw new Error('out of power');
        }),
      ]);
      await failed('a', 1);
      expect(await at.db.selectFrom('notice').selectAll().execute()).toEqual([]);
      at.clock.advance(minute);
      await delivered('a');
      expect(await at.db.selectFrom('notice').select('id').execute()).toEqual([{ id: 'a' }]);
      expect(await at.db.selectFrom('outbox').select('id').orderBy('id').execute()).toEqual([
        { id: 'a' },
        { id: 'a/mail' },
      ]);
    });

    test('that is delivered a second time, because its mark was lost, is a notice once', async () => {
      await at.put(notice('a'));
      at.relay([notices()]);
      await delivered('a');
      await at.db
        .updateTable('outbox')
        .set({ delivered_at: null, next_at: at.clock.now() })
        .where('id', '=', 'a')
        .execute();
      at.clock.advance(minute);
      await soon(async () => expect(await at.row('a')).toMatchObject({ attempts: 2, next_at: null }));
      expect(await at.db.selectFrom('notice').select('id').execute()).toEqual([{ id: 'a' }]);
      expect(await at.db.selectFrom('outbox').select('id').execute()).toHaveLength(2);
    });

    test('that fails takes no other of its page with it', async () => {
      await at.put(notice('a'), notice('b'), notice('c'));
      at.relay([
        notices(at.place, ({ id }) => {
          if (id === 'b') throw new Error('Rosa’s own trouble');
        }),
      ]);
      await delivered('a', 'c');
      await failed('b', 1);
      const { last_error } = await at.row('b');
      expect(last_error).toBe('Something went wrong on our side; the log says what.');
      expect(at.lines.join()).toContain('own trouble');
      expect(await at.db.selectFrom('notice').select('id').orderBy('id').execute()).toEqual([{ id: 'a' }, { id: 'c' }]);
    });

    test('of nonsense fails and is tried again like any other', async () => {
      await at.put(notice('a'));
      await at.db.updateTable('outbox').set({ payload: '{' }).execute();
      at.relay([notices()]);
      await failed('a', 1);
      expect((await at.row('a')).next_at).toBe(retryAt('a', 1, at.clock.now()));
    });
  });

  describe('a retry', () => {
    test('comes when the back-off says so, twelve attempts in all, and then the message is given up', async () => {
      await at.put(webhook('a'));
      let attempts = 0;
      at.relay([
        network(() => {
          attempts += 1;
          return Promise.reject(new DeliveryError('The endpoint answered 503.'));
        }),
      ]);
      for (let nth = 1; nth < 12; nth += 1) {
        await failed('a', nth);
        const { next_at } = await at.row('a');
        expect(next_at).toBe(retryAt('a', nth, at.clock.now()));
        at.clock.advance(Date.parse(next_at ?? '') - Date.parse(at.clock.now()));
      }
      await soon(async () =>
        expect(await at.row('a')).toMatchObject({
          attempts: 12,
          dead_at: at.clock.now(),
          next_at: null,
          delivered_at: null,
          last_error: 'The endpoint answered 503.',
        }),
      );
      expect(attempts).toBe(12);
      at.clock.advance(100 * 24 * 60 * minute);
      expect(attempts).toBe(12);
    });

    test('is not made where it would be refused again', async () => {
      await at.put(webhook('a'));
      at.relay([network(() => Promise.reject(new DeliveryError('The endpoint answered 410.', { permanent: true })))]);
      await soon(async () => expect(await at.row('a')).toMatchObject({ attempts: 1, dead_at: at.clock.now() }));
    });

    test('forgets the error once it went well', async () => {
      await at.put(webhook('a'));
      let down = true;
      at.relay([network(() => (down ? Promise.reject(new DeliveryError('It is down.')) : Promise.resolve()))]);
      await failed('a', 1);
      down = false;
      at.clock.advance(minute);
      await delivered('a');
      expect(await at.row('a')).toMatchObject({ attempts: 2, last_error: null });
    });
  });

  describe('a lease', () => {
    test('keeps others off, and when it runs out another server takes over', async () => {
      await at.put(webhook('a'));
      const hanging = Promise.withResolvers<void>();
      const begun = Promise.withResolvers<void>();
      const first = at.relay([
        network(() => {
          begun.resolve();
          return hanging.promise;
        }),
      ]);
      await begun.promise;
      const other = at.another();
      const taken: string[] = [];
      const take = ({ id }: Claimed) => Promise.resolve(void taken.push(id));
      const second = at.relay([network(take, 1, other)], other);
      await at.put(webhook('b'));
      second.nudge();
      await delivered('b');
      expect(taken).toEqual(['b']);

      at.clock.advance(2 * minute);
      await delivered('a');
      expect(taken).toEqual(['b', 'a']);
      // What the first server finds out now changes nothing any more.
      hanging.reject(new DeliveryError('too late', { permanent: true }));
      await first.stop();
      expect(await at.row('a')).toMatchObject({ attempts: 2, dead_at: null, last_error: null });
      expect((await at.row('a')).delivered_at).not.toBeNull();
    });

    test('brings back what was delivered and could not be marked', async () => {
      await at.put(webhook('a'));
      const sent: string[] = [];
      const lane = network(({ id }) => Promise.resolve(void sent.push(id)));
      let crashes = 1;
      at.relay([
        {
          ...lane,
          async deliver(rows) {
            if (crashes-- <= 0) return lane.deliver(rows);
            sent.push(...rows.map(({ id }) => id));
            throw new Error('out of power');
          },
        },
      ]);
      await soon(() => expect(at.lines.join()).toContain('out of power'));
      expect(await at.row('a')).toMatchObject({ attempts: 1, delivered_at: null });
      at.clock.advance(2 * minute);
      await delivered('a');
      expect(sent).toEqual(['a', 'a']);
    });

    test('that ran out twelve times without a word means that the message ends servers: it is given up unread', async () => {
      await at.put(webhook('a'), notice('b'));
      await at.db.updateTable('outbox').set({ attempts: 12 }).execute();
      const read: string[] = [];
      at.relay([
        network(({ id }) => Promise.resolve(void read.push(id))),
        notices(at.place, ({ id }) => void read.push(id)),
      ]);
      for (const id of ['a', 'b'])
        await soon(async () => expect(await at.row(id)).toMatchObject({ attempts: 13, dead_at: at.clock.now() }));
      expect(read).toEqual([]);
    });
  });

  describe('a relay', () => {
    test('holds no endpoint’s message back because another endpoint hangs', async () => {
      await at.put(...numbered(60).map((id) => webhook(id, 'hanging')), webhook('z', 'quick'));
      const hanging = Promise.withResolvers<void>();
      let held = 0;
      const relay = at.relay([
        network(({ endpoint }) => {
          if (endpoint === 'quick') return Promise.resolve();
          held += 1;
          return hanging.promise;
        }, 8),
        notices(),
      ]);
      await delivered('z');
      expect(held).toBe(2);
      await at.put(notice('n'));
      relay.nudge();
      await delivered('n');
      hanging.resolve();
      await delivered(...numbered(60));
    });

    test('naps until the next message falls due, and never more than a minute', async () => {
      const relay = at.relay([notices()]);
      await soon(() => expect(at.clock.nap()).toBe(minute));
      await at.put(notice('a'));
      const later = instant(new Date(Date.parse(at.clock.now()) + 7_000).toISOString());
      await at.db.updateTable('outbox').set({ next_at: later }).execute();
      relay.nudge();
      await soon(() => expect(at.clock.nap()).toBe(7_000));
      expect(await at.row('a')).toMatchObject({ attempts: 0 });
      at.clock.advance(7_000);
      await delivered('a');
    });

    test('finds at its next look what another server left, without a nudge', async () => {
      at.relay([notices()]);
      await soon(() => expect(at.clock.nap()).toBe(minute));
      await at.put(notice('a'));
      at.clock.advance(minute);
      await delivered('a');
    });

    test('that is stopped finishes what it is delivering and takes no more', async () => {
      await at.put(webhook('a'), webhook('b'));
      const sending = Promise.withResolvers<void>();
      const begun = Promise.withResolvers<void>();
      const relay = at.relay([
        network(() => {
          begun.resolve();
          return sending.promise;
        }),
      ]);
      await begun.promise;
      const stopped = relay.stop();
      relay.nudge();
      sending.resolve();
      await stopped;
      expect((await at.row('a')).delivered_at).not.toBeNull();
      expect(await at.row('b')).toMatchObject({ attempts: 0, delivered_at: null });
      at.clock.advance(minute);
      expect(at.clock.nap()).toBeNull();
      expect(await at.row('b')).toMatchObject({ attempts: 0, delivered_at: null });
    });

    test('outlives a database that cannot be read for a while', async () => {
      const relay = at.relay([notices()]);
      await soon(() => expect(at.clock.nap()).toBe(minute));
      await at.db.schema.alterTable('outbox').renameTo('elsewhere').execute();
      relay.nudge();
      await soon(() => expect(at.lines.join()).toContain('the outbox could not be read'));
      await at.db.schema.alterTable('elsewhere').renameTo('outbox').execute();
      await at.put(notice('a'));
      await soon(() => expect(at.clock.nap()).toBe(1_000));
      at.clock.advance(1_000);
      await delivered('a');
    });
  });
});
