import { z } from 'zod';
import { id } from '../api/input.ts';
import { command, seen } from '../api/trpc.ts';

/** A command on a batch. */
export const acted = command.extend({ batch: id.batch, seen });
/** Every so manieth; null: none. */
export const everyKth = z.int('give a whole number').min(1).max(10_000).nullable();
