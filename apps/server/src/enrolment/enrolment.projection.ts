import { words, type Cohort, type CohortFact, type Provider, type ProviderFact } from '@assay/engine';
import type { Projection } from '../record/projection.ts';

export const providerProjection: Projection<Provider, ProviderFact> = {
  async project(writing, { stream, fact }) {
    switch (fact.type) {
      case 'ProviderRegistered':
        await writing.insertInto('provider').values({ provider: stream, name: fact.name }).execute();
        break;
      case 'PersonAppointed':
        await writing
          .insertInto('appointment')
          .values({ person: fact.person, role: fact.role, provider: stream, until: fact.until ?? null })
          // Made again after the last day of an earlier one.
          .onConflict((conflict) =>
            conflict.columns(['person', 'role', 'provider']).doUpdateSet({ until: fact.until ?? null }),
          )
          .execute();
        break;
      case 'PersonDismissed':
        await writing
          .deleteFrom('appointment')
          .where('person', '=', fact.person)
          .where('role', '=', fact.role)
          .where('provider', '=', stream)
          .execute();
        break;
    }
  },
  messages({ context, fact }) {
    if (fact.type === 'ProviderRegistered') return [];
    const role = words(fact.role);
    const says =
      fact.type === 'PersonAppointed'
        ? `${context.name} appointed you as ${role}${fact.until === undefined ? '' : `, until ${fact.until}`}.`
        : `${context.name} ended your appointment as ${role}.`;
    return [{ kind: 'notice', person: fact.person, says, link: null }];
  },
};

export const cohortProjection: Projection<Cohort, CohortFact> = {
  async project(writing, { stream, status, fact }) {
    switch (fact.type) {
      case 'CohortOpened':
        await writing
          .insertInto('cohort')
          .values({
            cohort: stream,
            provider: fact.provider,
            title: fact.title,
            opens_on: fact.opensOn,
            due_on: fact.dueOn,
            status,
          })
          .execute();
        break;
      case 'CandidateEnrolled':
        await writing
          .insertInto('appointment')
          .values({ person: fact.candidate, role: 'candidate', provider: fact.provider, until: null })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        break;
      case 'CohortClosed':
        await writing.updateTable('cohort').set({ status }).where('cohort', '=', stream).execute();
        break;
    }
  },
  messages({ context, fact }) {
    if (fact.type !== 'CandidateEnrolled') return [];
    return [
      { kind: 'notice', person: fact.candidate, says: `You were enrolled in ${context.title}.`, link: '/candidate' },
    ];
  },
};
