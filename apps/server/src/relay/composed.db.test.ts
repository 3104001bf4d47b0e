import { expect, test } from 'vitest';
import { appRouter } from '../app-router.ts';
import { mailServer } from '../testing/mailServer.ts';
import { castOf } from '../testing/story.ts';
import { openWorld } from '../testing/world.ts';
import { soon } from '../testing/soon.ts';

const from = 'assay@assay.example.org';

test('with a mail server set, whoever is enrolled hears of it on their list and by mail', async () => {
  await using server = await mailServer();
  await using at = await openWorld('sqlite', { ASSAY_SMTP_URL: server.url, ASSAY_MAIL_FROM: from });
  const { candidate } = await castOf(at);
  await soon(() => expect(server.mails.flatMap(({ to }) => to)).toContain('candidate.test@test.example'));
  const mail = server.mails.find(({ to }) => to.includes('candidate.test@test.example'));
  expect(mail?.read).toContain('You were enrolled in Spring.\n\nhttp://127.0.0.1:4310/candidate');
  expect((await candidate.session.notices()).map(({ says }) => says)).toEqual(['You were enrolled in Spring.']);
  expect(await candidate.mail.preference()).toEqual({ wants: true, sent: true });
});

test('in a demo no mail is made, set up or not: its people’s addresses lead nowhere', async () => {
  await using server = await mailServer();
  const more = { ASSAY_SMTP_URL: server.url, ASSAY_MAIL_FROM: from, ASSAY_DEMO: 'on' };
  await using at = await openWorld('sqlite', more);
  const { candidate } = await castOf(at);
  await soon(async () => expect(await candidate.session.notices()).toHaveLength(1));
  expect(await at.world.db.selectFrom('outbox').select('id').where('kind', '=', 'mail').execute()).toEqual([]);
  expect(await candidate.mail.preference()).toEqual({ wants: true, sent: false });
});

test('whoever has forgotten their password has one link mailed to choose another, and nobody learns who is known', async () => {
  await using server = await mailServer();
  await using at = await openWorld('sqlite', { ASSAY_SMTP_URL: server.url, ASSAY_MAIL_FROM: from });
  await at.register('Rosa Test', 'north', []);
  const nobody = appRouter.createCaller({ world: at.world, session: null });
  expect(await nobody.session.ways()).toMatchObject({ mail: true });
  expect(await nobody.session.forgot({ email: 'somebody.else@test.example' })).toEqual({ mailed: true });
  expect(await nobody.session.forgot({ email: 'Rosa.Test@test.example' })).toEqual({ mailed: true });
  expect(await nobody.session.forgot({ email: 'rosa.test@test.example' })).toEqual({ mailed: true });
  await soon(() => expect(server.mails).toHaveLength(1));
  const [{ to, read } = { to: [], read: '' }] = server.mails;
  expect(to).toEqual(['rosa.test@test.example']);
  expect(read).toMatch(/^Subject: Choose a new password for Assay$/m);
  const token = /http:\/\/127\.0\.0\.1:4310\/welcome\/([\w-]+)/.exec(read)?.[1] ?? '';
  const chosen = 'another long test password';
  expect(await at.world.identity.acceptInvitation(token, chosen)).toMatchObject({ ok: true });
  // Nothing that opens an account is kept in the outbox.
  const kept = await at.world.db.selectFrom('outbox').select('payload').where('kind', '=', 'forgotten').execute();
  expect(JSON.stringify(kept)).not.toContain(token);
  expect(kept).toHaveLength(1);
});

test('where no mail is sent nobody is told that one was', async () => {
  await using at = await openWorld();
  const nobody = appRouter.createCaller({ world: at.world, session: null });
  expect(await nobody.session.ways()).toMatchObject({ mail: false });
  expect(await nobody.session.forgot({ email: 'rosa.test@test.example' })).toEqual({ mailed: false });
});
