import type { ExpressionBuilder } from 'kysely';
import type { Schema } from '../database.ts';
import type { Session } from '../session/session.ts';

/**
 * Reviews of portfolios that the session's person does not mark: whoever moderates and marks for one provider is to
 * learn nothing of another marker's work on their own portfolios, not even that there is one more of it.
 */
export function marksNot({ person }: Session) {
  return ({ eb, selectFrom }: ExpressionBuilder<Schema, 'review'>) =>
    eb(
      'review.submission',
      'not in',
      selectFrom('review as own').select('own.submission').where('own.assessor', '=', person.id),
    );
}
