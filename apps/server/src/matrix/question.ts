import { randomUUID } from 'node:crypto';
import { callTRPCProcedure, TRPCError } from '@trpc/server';
import type { z } from 'zod';
import { appRouter } from '../app-router.ts';
import { AssayError, type Trouble } from '../record/errors.ts';
import type { Session } from '../session/session.ts';
import type { Procedure } from '../testing/procedures.ts';
import type { World } from '../world.ts';

type Schema = z.core.JSONSchema._JSONSchema;

/** What a procedure answered: something, or what stood in the way. */
export type Answer = { readonly answered: unknown } | { readonly trouble: Trouble };

/** Asks a procedure as somebody (null: signed out). Fails where it broke rather than refused. */
export async function ask(
  world: World,
  session: Session | null,
  { path, type }: Pick<Procedure, 'path' | 'type'>,
  input: unknown,
): Promise<Answer> {
  try {
    const answered: unknown = await callTRPCProcedure({
      router: appRouter,
      path,
      type,
      getRawInput: async () => input,
      ctx: { world, session },
      signal: undefined,
      batchIndex: 0,
    });
    return { answered };
  } catch (error) {
    if (error instanceof TRPCError && error.cause instanceof AssayError) return { trouble: error.cause.trouble };
    throw new Error(`${path} took ${JSON.stringify(input)} ill`, { cause: error });
  }
}

/** Whether somebody was kept out because of who they are: nothing there, not signed in, K2 or K4. */
export function keptOut(answer: Answer): boolean {
  if ('answered' in answer) return false;
  const { trouble } = answer;
  if (trouble.code === 'refused') return trouble.refusals.some(({ rule }) => rule === 'K2' || rule === 'K4');
  return trouble.code === 'notFound' || trouble.code === 'notSignedIn';
}

/** In a few words, for the list of what went wrong. */
export function told(answer: Answer): string {
  if ('answered' in answer) return 'answered';
  const { trouble } = answer;
  return trouble.code === 'refused' ? trouble.refusals.map(({ rule }) => rule).join(' ') : trouble.code;
}

/**
 * An input that fits a procedure's schema: what `given` has under the names of its fields, a new command id, and for
 * the rest the least that fits.
 */
export function inputFor({ input }: Procedure, given: Readonly<Record<string, unknown>>): unknown {
  return input === null ? undefined : fitting(input, { ...given, commandId: randomUUID() });
}

function fitting(schema: Schema, given: Readonly<Record<string, unknown>>): unknown {
  if (typeof schema === 'boolean') return null;
  const [choice] = (schema.anyOf ?? schema.oneOf ?? []).toSorted((a, b) => known(b, given) - known(a, given));
  if (choice !== undefined) return fitting(choice, given);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  switch (schema.type) {
    case 'object': {
      const { properties = {}, required = [] } = schema;
      return Object.fromEntries(
        Object.entries(properties).flatMap(([name, field]) => {
          if (Object.hasOwn(given, name)) return [[name, given[name]]];
          return required.includes(name) ? [[name, fitting(field, {})]] : [];
        }),
      );
    }
    case 'array':
      return [];
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    case 'boolean':
      return true;
    case 'string':
      return schema.format === 'date' ? '2026-03-02' : 'x'.repeat(schema.minLength ?? 1);
    default:
      return null;
  }
}

/** How many of its fields are given: of several shapes of input the one that was meant. */
function known(schema: Schema, given: Readonly<Record<string, unknown>>): number {
  if (typeof schema === 'boolean' || schema.properties === undefined) return 0;
  const names = Object.keys(schema.properties);
  return names.filter((name) => Object.hasOwn(given, name)).length;
}
