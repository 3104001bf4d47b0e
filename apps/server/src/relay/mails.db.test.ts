import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMailer } from '../platform/mail/mailer.ts';
import { mailServer, type Manners } from '../testing/mailServer.ts';
import { notice, openOutbox } from '../testing/outbox.ts';
import { soon } from '../testing/soon.ts';
import { lanesOf } from './delivery.ts';
import { outsideId } from './outsideId.ts';

let at: Awaited<ReturnType<typeof openOutbox>>;
beforeEach(async () => {
  at = await openOutbox();
  const account = { emailVerified: 1, createdAt: '2026-03-01', updatedAt: '2026-03-01' };
  const rosa = { id: 'rosa', name: 'Rosa Example', email: 'rosa@test.example', ...account };
  await at.db.insertInto('user').values(rosa).execute();
});
afterEach(() => at[Symbol.asyncDispose]());

const url = 'https://assay.example.org';
const day = 24 * 60 * 60_000;
const messageId = `<${outsideId('a/mail')}@assay.example.org>`;

/** Relays the outbox, mails by way of a server with these manners. */
async function mailing(...manners: Manners[]) {
  const server = await mailServer(...manners);
  const mailer = openMailer({ url: server.url, from: 'assay@assay.example.org' });
  const post = () => Promise.reject(new Error('no webhook is posted here'));
  at.relay(
    lanesOf(at.place, {
      mailer,
      post,
      url,
      secret: 's'.repeat(32),
      invitationLink: async () => `${url}/welcome/token`,
    }),
  );
  return server;
}
const mail = (state: object) => soon(async () => expect(await at.row('a/mail')).toMatchObject(state));
const sent = { attempts: 1, next_at: null, dead_at: null };

describe('a notice', () => {
  test('becomes a mail with the same sentence and the way to it, and its outbox names nobody', async () => {
    await at.put({ ...notice('a'), link: '/candidate/result' });
    await using server = await mailing();
    await mail(sent);
    expect(server.mails).toHaveLength(1);
    const [{ to, read } = { to: [], read: '' }] = server.mails;
    expect(to).toEqual(['rosa@test.example']);
    expect(server.mails[0]?.messageId).toBe(messageId);
    expect(read).toMatch(/^Subject: This is a\.$/m);
    expect(read).toContain(`Dear Rosa Example,\n\nThis is a.\n\n${url}/candidate/result\n`);
    expect(read).toContain(`<a href="${url}/candidate/result">`);
    expect((await at.row('a/mail')).payload).toBe('{"kind":"mail","notice":"a"}');
  });

  test('of somebody who wants no mail becomes none', async () => {
    await at.db.insertInto('mail_preference').values({ person: 'rosa', wants: 0 }).execute();
    await at.put(notice('a'));
    await using server = await mailing();
    await soon(async () => expect(await at.row('a')).toMatchObject({ next_at: null }));
    expect(await at.db.selectFrom('outbox').select('id').execute()).toEqual([{ id: 'a' }]);
    expect(server.mails).toEqual([]);
  });

  test('that waited to be mailed is not, once its person wants no mail or is gone', async () => {
    await at.db.insertInto('mail_preference').values({ person: 'rosa', wants: 0 }).execute();
    const seen = { at: at.clock.now(), says: 'Hello.', link: null };
    await at.db
      .insertInto('notice')
      .values([
        { id: 'a', person: 'rosa', ...seen },
        { id: 'b', person: 'somebody who left', ...seen },
      ])
      .execute();
    await at.put({ id: 'a/mail', kind: 'mail', notice: 'a' }, { id: 'b/mail', kind: 'mail', notice: 'b' });
    await using server = await mailing();
    await mail(sent);
    await soon(async () => expect(await at.row('b/mail')).toMatchObject(sent));
    expect(server.mails).toEqual([]);
  });
});

describe('a mail server', () => {
  const says = '<rosa@test.example> is busy or unknown';
  test('that has no time is asked again, and then has one mail', async () => {
    await at.put(notice('a'));
    await using server = await mailing({ refuse: 'recipient', code: 451, says });
    await mail({ attempts: 1, dead_at: null, last_error: 'The mail server refused the recipient (451).' });
    expect(server.mails).toEqual([]);
    at.clock.advance(day);
    await mail({ ...sent, attempts: 2, last_error: null });
    expect(server.mails).toHaveLength(1);
  });

  test('that does not know the recipient is asked once', async () => {
    await at.put(notice('a'));
    await using server = await mailing({ refuse: 'recipient', code: 550, says });
    await mail({ attempts: 1, dead_at: at.clock.now(), last_error: 'The mail server refused the recipient (550).' });
    expect(server.mails).toEqual([]);
    expect(at.lines.join()).not.toMatch(/rosa/i);
  });

  test('that breaks off in the middle of a mail gets it again whole', async () => {
    await at.put(notice('a'));
    await using server = await mailing({ cut: 'inData' });
    await mail({ attempts: 1, delivered_at: null, claimed_until: null });
    at.clock.advance(day);
    await mail({ ...sent, attempts: 2 });
    expect(server.mails.map((one) => one.messageId)).toEqual([messageId]);
  });

  test('that breaks off before it says that it has a mail gets it twice, under one Message-ID', async () => {
    await at.put(notice('a'));
    await using server = await mailing({ cut: 'afterData' });
    await mail({ attempts: 1, delivered_at: null, claimed_until: null });
    at.clock.advance(day);
    await mail({ ...sent, attempts: 2 });
    expect(server.mails.map((one) => one.messageId)).toEqual([messageId, messageId]);
  });
});
