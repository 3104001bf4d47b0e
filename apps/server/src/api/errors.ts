import type { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { AssayError, type Trouble } from '../record/errors.ts';

type Code = ConstructorParameters<typeof TRPCError>[0]['code'];

/** One total map from what can stand in the way to the wire. K2 and K4 are about who asks; the rest about what is asked. */
export function codeOf(trouble: Trouble): Code {
  switch (trouble.code) {
    case 'refused':
      return trouble.refusals.some(({ rule }) => rule === 'K2' || rule === 'K4')
        ? 'FORBIDDEN'
        : 'UNPROCESSABLE_CONTENT';
    case 'clash':
      return 'CONFLICT';
    case 'notFound':
      return 'NOT_FOUND';
    case 'notSignedIn':
      return 'UNAUTHORIZED';
    case 'secondFactorMissing':
    case 'notProved':
      return 'FORBIDDEN';
    case 'tooManyAttempts':
      return 'TOO_MANY_REQUESTS';
    case 'malformed':
      return 'BAD_REQUEST';
  }
}

/** What a screen needs of an error beyond its code and sentence. */
export function detailsOf(cause: unknown) {
  if (cause instanceof AssayError) {
    const { trouble } = cause;
    return {
      refusals: trouble.code === 'refused' ? trouble.refusals : null,
      clash: trouble.code === 'clash' ? { seen: trouble.seen, now: trouble.now } : null,
      fields: trouble.code === 'malformed' ? trouble.fields : null,
    };
  }
  if (cause instanceof z.core.$ZodError) {
    return {
      refusals: null,
      clash: null,
      fields: cause.issues.map(({ path, message }) => ({ path: path.join('.'), says: message })),
    };
  }
  return { refusals: null, clash: null, fields: null };
}
