import { randomUUID } from 'node:crypto';
import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { AssayError } from '../record/errors.ts';
import { perform } from '../record/perform.ts';
import type { Unit } from '../record/unit.ts';
import { withSecondFactor } from '../session/second-factor.ts';
import { signedIn, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { codeOf, detailsOf } from './errors.ts';

export interface Context {
  readonly world: World;
  readonly session: Session | null;
}

const t = initTRPC.context<Context>().create({
  isDev: false,
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

const troubles = t.middleware(async ({ next }) => {
  const answer = await next();
  if (!answer.ok && answer.error.cause instanceof AssayError) {
    const { cause } = answer.error;
    throw new TRPCError({ code: codeOf(cause.trouble), message: cause.message, cause });
  }
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
