import { randomUUID } from 'node:crypto';
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { AssayError } from '../record/errors.ts';
import { perform } from '../record/perform.ts';
import type { Unit } from '../record/unit.ts';
import { withSecondFactor } from '../session/second-factor.ts';
import { signedIn, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { asTrouble, detailsOf, onTheWire } from './errors.ts';
import { unwritableIn } from './unwritable.ts';

export interface Context {
  readonly world: World;
  readonly session: Session | null;
}

const t = initTRPC.context<Context>().create({
  isDev: false,
  sse: {
    // A connection that nobody hears through is noticed; one that lasts asks anew who is there.
    ping: { enabled: true, intervalMs: 15_000 },
    maxDurationMs: 10 * 60_000,
  },
  errorFormatter({ shape, error, ctx }) {
    const details = detailsOf(error.cause);
    if (details.fields !== null) {
      const says = details.fields
        .map(({ path, says: sentence }) => (path === '' ? sentence : `${path}: ${sentence}`))
        .join('; ');
      return { ...shape, message: `That is not well formed. ${says}`, data: { ...shape.data, ...details, id: null } };
    }
    if (shape.data.code !== 'INTERNAL_SERVER_ERROR') return { ...shape, data: { ...shape.data, ...details, id: null } };
    // The sender gets an id to quote; what went wrong stays in the log.
    const id = randomUUID();
    ctx?.world.log.error({ id, err: error.cause ?? error, path: shape.data.path }, 'request failed');
    const message = `Something went wrong on our side. Nothing was written. If it stays, tell us this id: ${id}`;
    return { ...shape, message, data: { ...shape.data, ...details, id } };
  },
});

const troubles = t.middleware(async ({ ctx, next, getRawInput }) => {
  const unwritable = unwritableIn(await getRawInput());
  if (unwritable !== null) {
    throw onTheWire(new AssayError({ code: 'malformed', fields: [unwritable] }));
  }
  const answer = await next();
  if (answer.ok) return answer;
  const cause = asTrouble(ctx.world.dialect, answer.error.cause);
  if (cause !== null) throw onTheWire(cause);
  return answer;
});

export const router = t.router;
/** Anyone, signed in or not. */
export const open = t.procedure.use(troubles);
/** Somebody who is signed in, whether or not they have shown the second factor that their role asks for: what leads there. */
export const arrived = open.use(({ ctx, next }) => next({ ctx: { ...ctx, session: signedIn(ctx.session) } }));
/** Only somebody who is signed in, and with a second factor where their role asks for one. */
export const mine = arrived.use(({ ctx, next }) => next({ ctx: { ...ctx, session: withSecondFactor(ctx.session) } }));

/** What every command carries: an id of the sender's making, so that a retry is the same command. */
export const command = z.object({ commandId: z.uuid('give a UUID; a retry carries the same one') });
/** The version of the record that the sender saw. */
export const seen = z.int('give the version you saw, a whole number').min(0);

/** What a step answers: where the record stands now. */
export interface Stands {
  readonly version: number;
  readonly status: string;
}

/** One command on one record behind a procedure: a use case that answers where the record stands. */
export function step<Input extends { readonly commandId: string }>(
  work: (unit: Unit, input: Input, ctx: { world: World; session: Session }) => Promise<Stands>,
) {
  return run(async (unit: Unit, input: Input, ctx): Promise<Stands> => {
    const { version, status } = await work(unit, input, ctx);
    return { version, status };
  });
}

/** A use case behind a procedure: one transaction, answered once per command id. */
export function run<Input extends { readonly commandId: string }, Answer extends object>(
  work: (unit: Unit, input: Input, ctx: { world: World; session: Session }) => Promise<Answer>,
) {
  return ({
    ctx,
    input,
    path,
  }: {
    ctx: { world: World; session: Session };
    input: Input;
    path: string;
  }): Promise<Answer> =>
    perform(ctx.world, { actors: ctx.session.actors, commandId: input.commandId, asked: { path, input } }, (unit) =>
      work(unit, input, ctx),
    );
}
