import type { Refusal } from '@assay/engine';
import type { DatabaseTrouble } from '../platform/dialect.ts';

/** What somebody else wrote on a record after the version that the sender saw. */
export interface Written {
  readonly version: number;
  readonly type: string;
  readonly person: string;
  readonly role: string;
  readonly at: string;
  /** What the fact says, as JSON has it. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What can stand between a request and its answer, other than a bug. One closed list; `api/errors.ts` maps it whole. */
export type Trouble =
  | { readonly code: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly code: 'clash'; readonly seen: number; readonly now: number; readonly wrote: readonly Written[] }
  | { readonly code: 'notFound'; readonly what: string }
  | { readonly code: 'notSignedIn' }
  | { readonly code: 'secondFactorMissing' }
  | { readonly code: 'notProved'; readonly says: string }
  | { readonly code: 'tooManyAttempts'; readonly says: string }
  | { readonly code: 'malformed'; readonly fields: readonly { readonly path: string; readonly says: string }[] }
  | { readonly code: 'unavailable'; readonly why: Exclude<DatabaseTrouble, 'lostRace'> };

export class AssayError extends Error {
  override name = 'AssayError';
  readonly trouble: Trouble;

  constructor(trouble: Trouble, options?: ErrorOptions) {
    super(sentence(trouble), options);
    this.trouble = trouble;
  }
}

export const notFound = (what: string) => new AssayError({ code: 'notFound', what });

function sentence(trouble: Trouble): string {
  switch (trouble.code) {
    case 'refused':
      return trouble.refusals.map(({ says }) => says).join(' ');
    case 'clash':
      return `Someone was faster: you saw version ${trouble.seen}, and it is at version ${trouble.now} now. Nothing of yours was written.`;
    case 'notFound':
      return `There is no such ${trouble.what}, or you may not see it.`;
    case 'notSignedIn':
      return 'Please sign in first.';
    case 'secondFactorMissing':
      return 'Your role asks for a second factor. Open “Your account” and set up an authenticator, or enter its code if you have done so; until then nothing else is open to you.';
    case 'notProved':
    case 'tooManyAttempts':
      return trouble.says;
    case 'malformed':
      return trouble.fields.map(({ path, says }) => `${path}: ${says}`).join(' ');
    case 'unavailable':
      return trouble.why === 'full'
        ? 'There is no room left where the record is kept, so nothing was written. An administrator has to make room; then send it again.'
        : 'The record cannot be reached just now. Send it again in a moment: under the same command id nothing is written twice.';
  }
}
