import { describe, expect, test } from 'vitest';
import { mailServer, type Manners } from '../../testing/mailServer.ts';
import { DeliveryError } from '../deliveryError.ts';
import { openMailer, type Letter } from './mailer.ts';

const from = 'assay@assay.example.org';
const letter: Letter = {
  id: 'a-letter_1',
  to: { name: 'Rosa Example', address: 'rosa@test.example' },
  subject: 'Your result is there.',
  text: 'Dear Rosa Example,\n\nYour result is there.\n',
  html: '<p>Your result is <b>there</b>.</p>',
};

/** The error of a letter that a server with these manners does not take. */
async function errorOf(manners: Manners): Promise<DeliveryError> {
  await using server = await mailServer(manners);
  const error: unknown = await openMailer({ url: server.url, from })
    .send(letter)
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  if (error instanceof DeliveryError) return error;
  throw new Error(`expected a DeliveryError, got ${String(error)}`);
}

describe('a letter', () => {
  test('arrives once, with both parts and an id that is its own', async () => {
    await using server = await mailServer();
    await openMailer({ url: server.url, from }).send(letter);
    expect(server.mails).toHaveLength(1);
    const [mail] = server.mails;
    expect(mail).toMatchObject({ to: ['rosa@test.example'], messageId: '<a-letter_1@assay.example.org>' });
    const source = mail?.read ?? '';
    expect(source).toMatch(/^From: Assay <assay@assay\.example\.org>$/m);
    expect(source).toMatch(/^To: Rosa Example <rosa@test\.example>$/m);
    expect(source).toMatch(/^Subject: Your result is there\.$/m);
    expect(source).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(source).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect(source).toMatch(
      /Content-Type: text\/plain; charset=utf-8[^]*Dear Rosa Example,\n\nYour result is there\.\n/,
    );
    expect(source).toMatch(/Content-Type: text\/html; charset=utf-8[^]*<p>Your result is <b>there<\/b>\.<\/p>/);
  });

  test('gains no header and no recipient by a name or a subject with line breaks', async () => {
    await using server = await mailServer();
    await openMailer({ url: server.url, from }).send({
      ...letter,
      to: { name: 'Rosa\r\nBcc: other@test.example', address: 'rosa@test.example' },
      subject: 'Result\r\nBcc: third@test.example\r\n\r\nAnother body',
    });
    const [mail] = server.mails;
    expect(mail?.to).toEqual(['rosa@test.example']);
    expect(mail?.source).toContain('To: ');
    expect(mail?.source).not.toMatch(/^(Bcc|Another body)/m);
  });
});

describe('a mail server', () => {
  const busy = '4.2.1 <rosa@test.example> mailbox is busy';
  const unknown = '5.1.1 <rosa@test.example> is unknown here';
  test.each<[string, Manners, string, boolean]>([
    [
      'that has no time for the recipient is asked again',
      { refuse: 'recipient', code: 450, says: busy },
      'The mail server refused the recipient (450, 4.2.1).',
      false,
    ],
    [
      'that has no time for the mail is asked again',
      { refuse: 'mail', code: 451, says: 'later' },
      'The mail server refused the mail (451).',
      false,
    ],
    [
      'that does not know the recipient is not asked again',
      { refuse: 'recipient', code: 550, says: unknown },
      'The mail server refused the recipient (550, 5.1.1).',
      true,
    ],
    [
      'that will not have the mail is not asked again',
      { refuse: 'mail', code: 554, says: 'spam' },
      'The mail server refused the mail (554).',
      true,
    ],
    [
      'that will not have our sender is asked again: that is the operator’s to mend',
      { refuse: 'sender', code: 553, says: 'no' },
      'The mail server refused the sender, ASSAY_MAIL_FROM (553).',
      false,
    ],
    [
      'that breaks off while it is told the mail is asked again',
      { cut: 'inData' },
      'The mail server could not be reached, or broke off (ECONNECTION).',
      false,
    ],
    [
      'that breaks off before it says that it has the mail is asked again',
      { cut: 'afterData' },
      'The mail server could not be reached, or broke off (ECONNECTION).',
      false,
    ],
  ])('%s', async (_title, manners, says, permanent) => {
    expect(await errorOf(manners)).toMatchObject({ message: says, permanent });
  });

  test('that is not there is asked again', async () => {
    const server = await mailServer();
    await server[Symbol.asyncDispose]();
    await expect(openMailer({ url: server.url, from }).send(letter)).rejects.toMatchObject({
      name: 'DeliveryError',
      message: 'The mail server could not be reached, or broke off (ECONNREFUSED).',
      permanent: false,
    });
  });

  test('that does not know our password is asked again, and the password is not told', async () => {
    await using server = await mailServer();
    const url = server.url.replace('smtp://', 'smtp://name:hunter2@');
    await expect(openMailer({ url, from }).send(letter)).rejects.toMatchObject({
      message: 'The mail server refused the user name or password of ASSAY_SMTP_URL (535).',
      permanent: false,
    });
    expect(server.mails).toEqual([]);
  });

  test('on another machine gets no password without encryption', async () => {
    await using server = await mailServer();
    // A name of this machine that is not one of those that need no encryption.
    const url = server.url.replace('smtp://127.0.0.1', 'smtp://name:hunter2@[::ffff:127.0.0.1]');
    await expect(openMailer({ url, from }).send(letter)).rejects.toMatchObject({
      message: 'The connection to the mail server could not be encrypted.',
      permanent: false,
    });
    expect(server.mails).toEqual([]);
  });
});
