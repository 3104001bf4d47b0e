import type { Appraisal, AppraisalFact } from '@assay/engine';
import type { Projection } from '../record/projection.ts';
import { appraisalMessages } from './appraisal.messages.ts';

export const appraisalProjection: Projection<Appraisal, AppraisalFact> = {
  async project(writing, { stream, status, context, fact }) {
    const shown = { status, due_at: context.due?.at ?? null };
    if (fact.type !== 'AppraisalOpened') {
      await writing.updateTable('appraisal').set(shown).where('appraisal', '=', stream).execute();
      return;
    }
    const { practitioner, reviewer, provider, framework, period, carried, at } = fact;
    await writing
      .insertInto('appraisal')
      .values({
        appraisal: stream,
        practitioner,
        reviewer,
        provider,
        framework,
        from_day: period.from,
        until_day: period.until,
        carried_from: carried?.appraisal ?? null,
        opened_at: at,
        ...shown,
      })
      .execute();
    // As an enrolment does: whoever is appraised acts as the candidate of their own record.
    await writing
      .insertInto('appointment')
      .values({ person: practitioner, role: 'candidate', provider })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  messages: ({ context, fact }) => appraisalMessages(context, fact),
};
