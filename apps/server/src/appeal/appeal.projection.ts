import type { Appeal, AppealFact } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Projection } from '../record/projection.ts';
import { appealMessages } from './appeal.messages.ts';

export const appealProjection: Projection<Appeal, AppealFact> = {
  async project(writing, { stream, version, status, context, fact }) {
    const shown = { status, version, officer: context.officer, due_at: context.due?.at ?? null };
    if (fact.type === 'AppealLodged') {
      const { review, award, submission, candidate, provider, grounds, says, at } = fact;
      const later = { officer_reason: null, escalation: null, panel_reason: null, changes: null };
      await writing
        .insertInto('appeal')
        .values({
          appeal: stream,
          marking_review: review,
          award,
          submission,
          candidate,
          provider,
          grounds,
          says,
          lodged_at: at,
          ...shown,
          ...later,
        })
        .execute();
      return;
    }
    await writing
      .updateTable('appeal')
      .set({ ...shown, ...told(fact) })
      .where('appeal', '=', stream)
      .execute();
    if (fact.type === 'PanelConvened') await seat(writing, stream, fact.members);
  },
  messages: ({ context, fact }) => appealMessages(context, fact),
};

/** A panel that is convened again takes the place of the one before. */
async function seat(writing: Writing, appeal: string, members: Appeal['panel']): Promise<void> {
  await writing.deleteFrom('appeal_panel').where('appeal', '=', appeal).execute();
  await writing
    .insertInto('appeal_panel')
    .values(members.map(({ person, connected }) => ({ appeal, person, connected: Number(connected) })))
    .execute();
}

/** What a fact adds to the line of its appeal. */
function told(fact: Exclude<AppealFact, { type: 'AppealLodged' }>) {
  switch (fact.type) {
    case 'AppealUpheld':
      return { officer_reason: fact.reason, changes: JSON.stringify(fact.changes) };
    case 'AppealRejected':
      return { officer_reason: fact.reason };
    case 'AppealEscalated':
      return { escalation: fact.says };
    case 'PanelUpheldAppeal':
      return { panel_reason: fact.reason, changes: JSON.stringify(fact.changes) };
    case 'PanelRejectedAppeal':
      return { panel_reason: fact.reason };
    default:
      return {};
  }
}
