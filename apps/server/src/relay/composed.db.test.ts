import { expect, test } from 'vitest';
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
