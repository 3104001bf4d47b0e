import { isAgreed, type Marking, type MarkingFact, type Marks } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Notice } from '../record/message.ts';
import type { Projection } from '../record/projection.ts';
import { reachStage } from '../submission/stage.ts';

export const markingProjection: Projection<Marking, MarkingFact> = {
  async project(writing, { stream, version, status, context, fact }) {
    const { submission, candidate, provider, cohort, attempt, round, due } = context;
    const shown = { status, version, round, due_at: due?.at ?? null };
    if (fact.type === 'MarkingOpened') {
      const nth = 1 + (await openedIn(writing, cohort));
      const opened = { marking: stream, submission, candidate, provider, cohort, attempt, nth };
      await writing
        .insertInto('marking')
        .values({ ...opened, ...shown })
        .execute();
      return;
    }
    await writing.updateTable('marking').set(shown).where('marking', '=', stream).execute();
    if ('received' in fact) await keepMark(writing, stream, fact.received);
    if ('position' in fact) await keepPosition(writing, stream, round, fact);
    if (isAgreed(fact)) await reachStage(writing, submission, 'sealed', fact.at);
    if (fact.type === 'RemarkingOrdered') {
      await writing.deleteFrom('mark').where('marking', '=', stream).execute();
      await writing.updateTable('review').set({ current: 0 }).where('submission', '=', submission).execute();
      await reachStage(writing, submission, 'marking', fact.at);
    }
  },
  // Nobody is told of another's marks before both are in, and then both are.
  messages({ context, fact }) {
    const two = context.marks.filter(({ marker }) => marker !== 'third').map(({ assessor }) => assessor);
    const link = `/marking/${context.marking}`;
    const tell = (says: string): Notice[] => two.map((person) => ({ kind: 'notice', person, says, link }));
    switch (fact.type) {
      case 'MarksDiffered':
        return tell('Your marks and another marker’s lie apart: please confer on them.');
      case 'PositionStated':
        return tell('A position was taken in a conference of yours.').filter(({ person }) => person !== fact.by.person);
      case 'ConferenceAgreed':
        return tell('Your conference came to an agreement.');
      case 'ConferenceEnded':
      case 'ConferenceLapsed':
        return tell('Your conference came to no agreement: a third marker marks what is left.');
      default:
        return [];
    }
  },
};

async function openedIn(writing: Writing, cohort: string): Promise<number> {
  const last = await writing
    .selectFrom('marking')
    .select(({ fn }) => fn.max('nth').as('nth'))
    .where('cohort', '=', cohort)
    .executeTakeFirst();
  return last?.nth ?? 0;
}

async function keepMark(writing: Writing, marking: string, { marker, review, assessor }: Marks): Promise<void> {
  await writing
    .insertInto('mark')
    .values({ marking, marker, review, assessor })
    .onConflict((conflict) => conflict.columns(['marking', 'marker']).doUpdateSet({ review, assessor }))
    .execute();
}

async function keepPosition(
  writing: Writing,
  marking: string,
  round: number,
  { marker, position, reason, at }: Extract<MarkingFact, { readonly position: unknown }>,
): Promise<void> {
  const [place, stand] =
    'standard' in position
      ? [position.standard, { score: position.score, met: null }]
      : [position.gate, { score: null, met: Number(position.met) }];
  const stands = { ...stand, reason, at };
  await writing
    .insertInto('conference')
    .values({ marking, round, place, marker, ...stands })
    .onConflict((conflict) => conflict.columns(['marking', 'round', 'place', 'marker']).doUpdateSet(stands))
    .execute();
}
