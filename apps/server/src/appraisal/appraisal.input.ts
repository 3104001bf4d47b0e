import { z } from 'zod';
import { id } from '../api/input.ts';
import { command, seen } from '../api/trpc.ts';

/** What every command on an appraisal carries. */
export const acted = command.extend({ appraisal: id.appraisal, seen });

export const level = z.int('is a whole number').min(0).max(100);

/** What a post expects: by area and kind of statement, a level. */
export const expected = z.record(z.string().max(20), z.record(z.string().max(5), level));

/** Levels by statement, or by element. */
export const levels = z.record(z.string().max(40), level);

/** An objective within one year: `O1`, `O2`, … */
export const objective = z.templateLiteral(['O', z.int().min(1)], 'is not an objective such as O1');
