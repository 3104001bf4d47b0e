import { TRPCError } from '@trpc/server';
import { AssayError, type Trouble } from '../record/errors.ts';

/** What stood in the way of a call; fails where the call went through or broke. */
export async function troubleOf(call: Promise<unknown>): Promise<Trouble> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof TRPCError && error.cause instanceof AssayError) return error.cause.trouble;
  throw new Error(`expected trouble, got ${String(error)}`);
}

/** The ids of the rules that refused a call. */
export async function refusalsOf(call: Promise<unknown>): Promise<string[]> {
  const trouble = await troubleOf(call);
  if (trouble.code === 'refused') return trouble.refusals.map(({ rule }) => rule);
  throw new Error(`expected a refusal, got ${trouble.code}`);
}
