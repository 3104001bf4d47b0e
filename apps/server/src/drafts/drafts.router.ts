import { z } from 'zod';
import { mine, router } from '../api/trpc.ts';
import { draftsAt, dropDraft, saveDraft } from './drafts.ts';

const name = (what: string) =>
  z.string(`give the ${what}`).min(1, `give the ${what}`).max(200, 'is longer than 200 characters');
const place = name('place');
const device = name('device');
// PostgreSQL keeps no NUL in a text, and nobody types one.
const text = z.string('give the text').transform((typed) => typed.replaceAll('\0', ''));

/** Text that is being typed, kept for its writer alone. No decision is ever in one. */
export const draftRouter = router({
  list: mine.input(z.object({ place })).query(({ ctx, input }) => draftsAt(ctx.world, ctx.session, input.place)),
  save: mine
    .input(z.object({ device, place, text, version: z.int().min(0).default(0) }))
    .mutation(({ ctx, input }) => saveDraft(ctx.world, ctx.session, input)),
  drop: mine
    .input(z.object({ place, device: device.nullable().default(null) }))
    .mutation(({ ctx, input }) => dropDraft(ctx.world, ctx.session, input)),
});
