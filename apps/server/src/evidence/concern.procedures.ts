import { evidence, type Content, type ItemId } from '@assay/engine';
import { z } from 'zod';
import { id, line, page, prose } from '../api/input.ts';
import { command, mine, seen, step } from '../api/trpc.ts';
import { notFound } from '../record/errors.ts';
import { perform } from '../record/perform.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { raiseSafeguarding, reportBreach } from './concern.use.ts';
import { itemStandings } from './concern.views.ts';
import { ownItem } from './evidence.views.ts';
import { heldItems } from './held.ts';
import { keepAccount, uploadOf } from './uploads.ts';

const acted = command.extend({ item: id.item, seen });

/** What is reported about evidence, and what becomes of it: of the item alone, while the rest of the portfolio goes on. */
export const concernProcedures = {
  concerns: mine
    .input(z.object({ submission: id.submission }))
    .query(({ ctx, input }) => itemStandings(ctx.world, ctx.session, input.submission)),
  held: mine.input(z.object(page)).query(({ ctx, input }) => heldItems(ctx.world, ctx.session, input)),

  reportBreach: mine
    .input(acted.extend({ severity: z.enum(['minor', 'major']), says: prose, place: line }))
    .mutation(
      step((unit, { item, seen: version, severity, says, place }) =>
        reportBreach(unit, item, version, { severity, says, place }),
      ),
    ),
  /** With another file. */
  correct: mine
    .input(acted.extend({ content: z.object({ hash: id.hash, name: line }), anonymised: z.boolean() }))
    .mutation(async ({ ctx: { world, session }, input, path }) => {
      const content = await uploadOf(world, session.person.id, input.content.hash, input.content.name);
      return correct(world, session, { path, input }, content);
    }),
  /** With another text, for an account that was written here. */
  correctText: mine
    .input(
      acted.extend({ text: z.string().max(200_000, 'is longer than 200,000 characters'), anonymised: z.boolean() }),
    )
    .mutation(async ({ ctx: { world, session }, input, path }) => {
      const { title, candidate } = await ownItem(world, session, input.item);
      if (candidate !== session.person.id) throw notFound('evidence item of yours');
      const content = await keepAccount(world, session.person.id, title, input.text);
      return correct(world, session, { path, input }, content);
    }),
  release: mine
    .input(acted.extend({ reason: prose }))
    .mutation(
      step((unit, { item, seen: version, reason }) =>
        unit.change(evidence, item, version, (by, at) => ({ type: 'ReleaseItem', reason, by, at })),
      ),
    ),
  raiseSafeguarding: mine
    .input(acted.extend({ says: prose }))
    .mutation(step((unit, { item, seen: version, says }) => raiseSafeguarding(unit, item, version, says))),
  clearSafeguarding: mine
    .input(acted.extend({ reason: prose }))
    .mutation(
      step((unit, { item, seen: version, reason }) =>
        unit.change(evidence, item, version, (by, at) => ({ type: 'ClearSafeguarding', reason, by, at })),
      ),
    ),
};

interface Correcting {
  readonly path: string;
  readonly input: {
    readonly commandId: string;
    readonly item: ItemId;
    readonly seen: number;
    readonly anonymised: boolean;
  };
}

function correct(world: World, session: Session, asked: Correcting, content: Content) {
  const { commandId, item, seen: version, anonymised } = asked.input;
  return perform(world, { actors: session.actors, commandId, asked }, async (unit) => {
    const done = await unit.change(evidence, item, version, (by, at) => ({
      type: 'CorrectItem',
      content,
      anonymised,
      by,
      at,
    }));
    return { version: done.version, status: done.status };
  });
}
