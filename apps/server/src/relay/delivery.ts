import type { Mailer } from '../platform/mail/mailer.ts';
import type { Post } from '../platform/webhooks/post.ts';
import { inTransaction, overNetwork, type Lane, type Place } from './lanes.ts';
import { sendForgotten } from './forgotten.ts';
import { sendMail } from './mails.ts';
import { postNotice } from './notices.ts';
import { sendWebhook } from './webhooks.ts';

/** What messages leave by. */
export interface Outside {
  readonly mailer: Mailer | null;
  readonly post: Post;
  readonly url: string;
  readonly secret: string;
  /** A new invitation for a person, in place of any earlier one. */
  invitationLink(person: string): Promise<string>;
}

/** The product's lanes. Without a mailer no mails are made, and those of earlier days wait for one. */
export function lanesOf(place: Place, { mailer, post, url, secret, invitationLink }: Outside): Lane[] {
  const { db, clock } = place;
  const notices: Lane = {
    kind: 'notice',
    slots: 1,
    page: 50,
    share: 50,
    deliver: inTransaction(place, (writing, row) => postNotice(writing, row, mailer !== null)),
  };
  const webhooks: Lane = {
    kind: 'webhook',
    slots: 8,
    page: 1,
    share: 2,
    deliver: overNetwork(place, (row) => sendWebhook({ db, clock, post, secret }, row)),
  };
  if (mailer === null) return [notices, webhooks];
  const mails: Lane = {
    kind: 'mail',
    slots: 4,
    page: 1,
    share: 4,
    deliver: overNetwork(place, (row) => sendMail(db, mailer, url, row)),
  };
  const forgotten: Lane = {
    kind: 'forgotten',
    slots: 1,
    page: 1,
    share: 1,
    deliver: overNetwork(place, (row) => sendForgotten(db, mailer, invitationLink, row)),
  };
  return [notices, mails, forgotten, webhooks];
}
