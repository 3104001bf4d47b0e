import type { Refusal } from '@assay/engine';

/** What can stand between a request and its answer, other than a bug. One closed list; `api/errors.ts` maps it whole. */
export type Trouble =
  | { readonly code: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly code: 'clash'; readonly seen: number; readonly now: number }
  | { readonly code: 'notFound'; readonly what: string }
  | { readonly code: 'notSignedIn' }
  | { readonly code: 'secondFactorMissing' }
  | { readonly code: 'notProved'; readonly says: string }
  | { readonly code: 'tooManyAttempts'; readonly says: string }
  | { readonly code: 'malformed'; readonly fields: readonly { readonly path: string; readonly says: string }[] };

export class AssayError extends Error {
  override name = 'AssayError';
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(sentence(trouble));
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
  }
}
