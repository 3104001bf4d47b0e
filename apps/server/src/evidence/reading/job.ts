import { z } from 'zod';
import { hasText, type TextType } from '../../platform/text/types.ts';

/** What is sent to the process that reads documents. */
export const readingJob = z.object({
  path: z.string(),
  type: z.string().transform((type, { addIssue }): TextType => {
    if (hasText(type)) return type;
    addIssue(`${type} is no kind of file that has text`);
    return z.NEVER;
  }),
});

/** What comes back from it. */
export const documentText = z.object({
  status: z.enum(['read', 'cut', 'none', 'unreadable']),
  words: z.int().nullable(),
  text: z.string().nullable(),
  signature: z.instanceof(Uint32Array).nullable(),
});
