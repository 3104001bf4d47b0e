import type { ModerationFact } from '@assay/engine';
import type { Writing } from '../database.ts';

/** Keeps what an external moderator drew, and what they said of it. A batch that is moderated once more has none. */
export async function projectExternal(writing: Writing, batch: string, fact: ModerationFact): Promise<void> {
  switch (fact.type) {
    case 'ExternalSampleDrawn':
      for (const [place, { submission, reasons }] of fact.sample.entries())
        await writing
          .insertInto('external_portfolio')
          .values({ batch, submission, place, reasons: JSON.stringify(reasons), agrees: null, says: null })
          .execute();
      break;
    case 'PortfolioReported':
      await writing
        .updateTable('external_portfolio')
        .set({ agrees: Number(fact.agrees), says: fact.says })
        .where('batch', '=', batch)
        .where('submission', '=', fact.submission)
        .execute();
      break;
    case 'ModerationResumed':
      await writing.deleteFrom('external_portfolio').where('batch', '=', batch).execute();
      break;
  }
}
