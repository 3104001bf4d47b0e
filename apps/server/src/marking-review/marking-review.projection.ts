import type { MarkingReview, MarkingReviewFact } from '@assay/engine';
import type { Notice } from '../record/message.ts';
import type { Projection } from '../record/projection.ts';

export const markingReviewProjection: Projection<MarkingReview, MarkingReviewFact> = {
  async project(writing, { stream, version, status, context, fact }) {
    const { reviewer, due, decidedAt } = context;
    const shown = { status, version, reviewer, due_at: due?.at ?? null, decided_at: decidedAt };
    if (fact.type === 'ReviewRequested') {
      const { award, submission, candidate, provider, kind, appeal, says, at } = fact;
      await writing
        .insertInto('marking_review')
        .values({
          marking_review: stream,
          award,
          submission,
          candidate,
          provider,
          kind,
          appeal,
          says,
          requested_at: at,
          reason: null,
          changes: null,
          appeal_by: null,
          ...shown,
        })
        .execute();
      return;
    }
    const decided =
      fact.type === 'ReviewerAllocated'
        ? {}
        : { reason: fact.reason, changes: JSON.stringify(fact.changes), appeal_by: fact.appealBy?.at ?? null };
    await writing
      .updateTable('marking_review')
      .set({ ...shown, ...decided })
      .where('marking_review', '=', stream)
      .execute();
  },
  messages({ context, fact }) {
    const { submission, candidate, appeal } = context;
    const tell = (says: string): Notice[] => [
      { kind: 'notice', person: candidate, says, link: `/candidate/${submission}/result` },
    ];
    switch (fact.type) {
      case 'ReviewRequested':
        return tell(
          appeal === null
            ? 'Your request for a review of marking was received.'
            : 'Your marking is reviewed again, by somebody who had no part in it.',
        );
      case 'ReviewerAllocated':
        return [{ kind: 'notice', person: fact.reviewer, says: 'A review of marking was given to you.', link: null }];
      case 'MarkingErrorFound':
        return tell('Your review of marking is decided: a marking error was found and put right.');
      case 'NoMarkingErrorFound':
        return tell('Your review of marking is decided: the marking stands.');
    }
  },
};
