import { perform } from '../record/perform.ts';
import type { Unit } from '../record/unit.ts';
import { reauthenticate } from '../session/reauthenticate.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';

interface Proven {
  readonly session: Session;
  readonly reauthenticated: boolean;
}

/**
 * A use case behind a procedure, for a command whose sender proves again who they are: by the password sent with it, or
 * by a proof that the session had of late. The password is no part of what was asked, and is kept nowhere.
 */
export function proven<
  Input extends { readonly commandId: string; readonly password?: string | undefined },
  Answer extends object,
>(work: (unit: Unit, input: Omit<Input, 'password'>, proven: Proven) => Promise<Answer>) {
  return async ({
    ctx: { world, session },
    input: { password, ...asked },
    path,
  }: {
    ctx: { world: World; session: Session };
    input: Input;
    path: string;
  }): Promise<Answer> => {
    // Asked outside the transaction: the check is slow on purpose, and nobody should wait for it.
    const reauthenticated = await reauthenticate(world, session, { password });
    return perform(
      world,
      { actors: session.actors, commandId: asked.commandId, asked: { path, input: asked } },
      (unit) => work(unit, asked, { session, reauthenticated }),
    );
  };
}
