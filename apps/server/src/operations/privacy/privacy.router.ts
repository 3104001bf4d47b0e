import { z } from 'zod';
import { id, line } from '../../api/input.ts';
import { mine, router } from '../../api/trpc.ts';
import { asAdministrator } from '../../enrolment/enrolment.views.ts';
import { erase, erasures } from './erase.ts';
import { askForAccess, openRequest, openRequests } from './requests.ts';

/** What people may have of what is kept about them, and being forgotten. The archive itself is at /api/privacy/…/archive. */
export const privacyRouter = router({
  /** One's own request that is not answered whole yet, or null. */
  mine: mine.query(({ ctx: { world, session } }) => openRequest(world, session.person.id)),

  /** Asks for oneself, or, as an administrator, for somebody who asked in another way. */
  ask: mine
    .input(z.object({ person: id.person }))
    .mutation(({ ctx: { world, session }, input }) => askForAccess(world, session, input.person)),

  /** Every request that is open, for administrators. */
  requests: mine.query(({ ctx: { world, session } }) => {
    asAdministrator(session);
    return openRequests(world);
  }),

  /** Erases a person, for administrators. */
  erase: mine
    .input(z.object({ person: id.person, reason: line }))
    .mutation(({ ctx: { world, session }, input }) => erase(world, session, input)),

  erasures: mine.query(({ ctx: { world, session } }) => erasures(world, session)),
});
