import { markingErrors } from '@assay/engine';
import { z } from 'zod';
import { id, prose } from '../api/input.ts';

const reasoned = {
  /** Without an error of the list it is a difference of opinion, and the engine refuses it. */
  code: z.enum(markingErrors).nullable(),
  reason: prose,
};

/** What a reviewer, an officer or a panel asks to be put right: scores and gates. */
export const changes = z
  .array(
    z.union([
      z.object({ standard: id.statement, score: z.int('is a whole number'), ...reasoned }),
      z.object({ gate: id.component, met: z.boolean(), ...reasoned }),
    ]),
  )
  .max(200);
