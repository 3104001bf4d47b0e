import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { Dialect } from '../platform/dialect.ts';
import { AssayError, type Trouble } from '../record/errors.ts';

type Code = ConstructorParameters<typeof TRPCError>[0]['code'];

/** One total map from what can stand in the way to the wire. K2 and K4 are about who asks; the rest about what is asked. */
function codeOf(trouble: Trouble): Code {
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
    case 'unavailable':
      return 'SERVICE_UNAVAILABLE';
  }
}

/** The disk on which files are kept. */
const onDisk: ReadonlyMap<unknown, 'full' | 'unavailable'> = new Map([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'unavailable'],
  ['EIO', 'unavailable'],
  ['EMFILE', 'unavailable'],
]);

function diskTrouble(cause: unknown): 'full' | 'unavailable' | null {
  return cause instanceof Error && 'code' in cause ? (onDisk.get(cause.code) ?? null) : null;
}

/** What stands in the way behind an error: ours as it is, the database's or the disk's when it cannot be reached or is full; else null. */
export function asTrouble(dialect: Dialect, cause: unknown): AssayError | null {
  if (cause instanceof AssayError) return cause;
  const why = dialect.trouble(cause) ?? diskTrouble(cause);
  return why === null || why === 'lostRace' ? null : new AssayError({ code: 'unavailable', why }, { cause });
}

/** Trouble as it goes over the wire. */
export function onTheWire(cause: AssayError): TRPCError {
  return new TRPCError({ code: codeOf(cause.trouble), message: cause.message, cause });
}

/** What a screen needs of an error beyond its code and sentence. */
export function detailsOf(cause: unknown) {
  if (cause instanceof AssayError) {
    const { trouble } = cause;
    return {
      refusals: trouble.code === 'refused' ? trouble.refusals : null,
      clash: trouble.code === 'clash' ? { seen: trouble.seen, now: trouble.now, wrote: trouble.wrote } : null,
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
