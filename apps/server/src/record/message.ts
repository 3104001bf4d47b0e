import type { Instant } from '@assay/engine';

/** A line for somebody's list of what happened. */
export interface Notice {
  readonly kind: 'notice';
  readonly person: string;
  readonly says: string;
  readonly link: string | null;
}

/** A notice once more, by mail. To whom, and what it says, is looked up when it is sent. */
export interface Mail {
  readonly kind: 'mail';
  readonly notice: string;
}

/** What an endpoint outside is told: that something happened to a record, and nothing of what the fact says. */
export interface Webhook {
  readonly kind: 'webhook';
  readonly endpoint: string;
  readonly type: string;
  readonly at: Instant;
  readonly stream: string;
  readonly version: number;
  readonly workflow: string;
  readonly provider: string | null;
}

/** The way to a new password, for somebody who has none that they know. The link is made when it is sent, and kept nowhere. */
export interface Forgotten {
  readonly kind: 'forgotten';
  readonly person: string;
}

/** What waits in the outbox. */
export type Message = Notice | Mail | Webhook | Forgotten;
