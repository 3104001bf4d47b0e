import { londonDay, type Malpractice, type MalpracticeFact } from '@assay/engine';
import type { Notice } from '../record/message.ts';
import type { Projection } from '../record/projection.ts';

export const malpracticeProjection: Projection<Malpractice, MalpracticeFact> = {
  async project(writing, { stream, version, status, context, fact }) {
    const shown = { status, version, due_at: context.due?.at ?? null };
    if (fact.type === 'MalpracticeReported') {
      const { submission, candidate, provider, says } = fact;
      const later = {
        investigated_at: null,
        answer: null,
        decided_at: null,
        penalty: null,
        voided: null,
        reason: null,
      };
      await writing
        .insertInto('malpractice')
        .values({
          malpractice: stream,
          submission,
          candidate,
          provider,
          reported_at: fact.at,
          says,
          ...shown,
          ...later,
        })
        .execute();
      return;
    }
    await writing
      .updateTable('malpractice')
      .set({ ...shown, ...told(fact) })
      .where('malpractice', '=', stream)
      .execute();
  },
  messages({ context, fact }) {
    const { candidate, reporter } = context;
    switch (fact.type) {
      case 'InvestigationOpened':
        return [
          notice(
            candidate,
            `Something was alleged of your portfolio, and it is looked into. You can read what, and answer${
              fact.due === null ? '' : ` until ${londonDay(fact.due.at)}`
            }.`,
          ),
        ];
      case 'MalpracticeProven':
      case 'MalpracticeNotProven':
        return [
          notice(candidate, 'The case about your portfolio is decided.'),
          notice(reporter.person, 'A case that you reported is decided.'),
        ];
      case 'ReportDismissed':
        return [notice(reporter.person, 'A case that you reported was looked at, and dismissed.')];
      default:
        return [];
    }
  },
};

const notice = (person: string, says: string): Notice => ({ kind: 'notice', person, says, link: null });

/** What a fact adds to the line of its case. */
function told(fact: Exclude<MalpracticeFact, { type: 'MalpracticeReported' }>) {
  switch (fact.type) {
    case 'InvestigationOpened':
      return { investigated_at: fact.at };
    case 'AllegationAnswered':
      return { answer: fact.says };
    case 'AnswerLapsed':
      return {};
    case 'ReportDismissed':
    case 'MalpracticeNotProven':
      return { decided_at: fact.at, reason: fact.reason };
    case 'MalpracticeProven':
      return {
        decided_at: fact.at,
        reason: fact.reason,
        penalty: fact.penalty,
        voided: JSON.stringify(fact.voided),
      };
  }
}
