import type { Circumstances, CircumstancesFact, Remedy } from '@assay/engine';
import type { Notice } from '../record/message.ts';
import type { Announcement, Projection, Recorded } from '../record/projection.ts';

export const circumstancesProjection: Projection<Circumstances, CircumstancesFact> = {
  async project(writing, { stream, version, status, context, fact }) {
    const shown = { status, version, due_at: context.due?.at ?? null };
    if (fact.type === 'CircumstancesClaimed') {
      const { submission, candidate, provider, asks, says, at } = fact;
      const undecided = { remedy: null, working_days: null, reason: null, decided_by: null, decided_at: null };
      await writing
        .insertInto('circumstances')
        .values({
          circumstances: stream,
          submission,
          candidate,
          provider,
          asks,
          says,
          claimed_at: at,
          ...undecided,
          ...shown,
        })
        .execute();
      return;
    }
    await writing
      .updateTable('circumstances')
      .set({ ...shown, ...decided(fact) })
      .where('circumstances', '=', stream)
      .execute();
  },
  messages,
};

function decided(fact: CircumstancesFact) {
  if (fact.type !== 'CircumstancesUpheld' && fact.type !== 'CircumstancesDeclined') return {};
  const by = { reason: fact.reason, decided_by: fact.by.person, decided_at: fact.at };
  if (fact.type === 'CircumstancesDeclined') return by;
  const { remedy } = fact;
  return { ...by, remedy: remedy.kind, working_days: remedy.kind === 'time' ? remedy.workingDays : null };
}

/** What happened, and why it was decided so, stands in no notice. */
function messages({ context, fact }: Recorded<Circumstances, CircumstancesFact>): readonly (Notice | Announcement)[] {
  const { candidate, provider } = context;
  const told = (says: string): Notice => ({ kind: 'notice', person: candidate, says, link: '/candidate' });
  switch (fact.type) {
    case 'CircumstancesClaimed':
      return [
        {
          kind: 'announcement',
          provider,
          role: 'provider',
          but: candidate,
          says: 'A claim of circumstances waits for a decision.',
          link: null,
        },
      ];
    case 'CircumstancesUpheld':
      return [told(`Your circumstances were upheld: ${remedyIn(fact.remedy)}.`)];
    case 'CircumstancesDeclined':
      return [told('Your claim of circumstances was declined, with a reason.')];
    case 'CircumstancesWithdrawn':
      return [];
  }
}

const remedyIn = (remedy: Remedy) =>
  remedy.kind === 'time' ? `you have ${remedy.workingDays} working days more` : 'your attempt is not counted';
