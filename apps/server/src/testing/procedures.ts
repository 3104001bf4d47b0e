import { z } from 'zod';
import { appRouter } from '../app-router.ts';

/** A procedure as the router has it: its path, whether it changes something, and the JSON schema of its input (null: none). */
export interface Procedure {
  readonly path: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly input: z.core.JSONSchema.BaseSchema | null;
}

const definition = z.object({ type: z.enum(['query', 'mutation', 'subscription']), inputs: z.array(z.unknown()) });

/** Every procedure that there is, asked of the router itself, so that none can be forgotten. */
export function allProcedures(): Procedure[] {
  const { _def: router } = appRouter;
  return Object.entries(router.procedures).map(([path, procedure]) => {
    const { type, inputs } = definition.parse(Reflect.get(procedure, '_def'));
    const [input] = inputs;
    const schema =
      input instanceof z.ZodType ? z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', cycles: 'ref' }) : null;
    return { path, type, input: schema };
  });
}
