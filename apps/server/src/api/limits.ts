import { TRPCError } from '@trpc/server';
import { tooMany } from '../platform/http/addressLimit.ts';
import { tokenBuckets } from '../platform/http/tokenBuckets.ts';
import type { Settings } from '../platform/settings.ts';

/** How many calls one request may bundle. */
export const mostCalls = 50;

/** Calls that ask for a password again: a stolen session must not become a way to guess it. */
const guessable: ReadonlySet<string> = new Set(['moderation.signOff']);
const guessesPerMinute = 10;

/** Keeps one account from asking without end. */
export interface AccountLimits {
  /**
   * Counts a request's calls against its account.
   *
   * @throws TRPCError TOO_MANY_REQUESTS, after setting Retry-After, where there were too many.
   */
  count(person: string, calls: readonly string[], headers: Headers): void;
  /** Counts an upload: 0, or the seconds to wait. */
  upload(person: string): number;
}

export function accountLimits({ account, uploads }: Settings['limits']): AccountLimits {
  const asked = tokenBuckets(account);
  const guessed = tokenBuckets(guessesPerMinute);
  const uploaded = tokenBuckets(uploads);
  return {
    count(person, calls, headers) {
      const guesses = calls.filter((call) => guessable.has(call)).length;
      const wait = asked.take(person, calls.length) || (guesses > 0 ? guessed.take(person, guesses) : 0);
      if (wait === 0) return;
      headers.set('Retry-After', String(wait));
      throw new TRPCError({ code: 'TOO_MANY_REQUESTS', message: tooMany(wait) });
    },
    upload: (person) => uploaded.take(person),
  };
}
