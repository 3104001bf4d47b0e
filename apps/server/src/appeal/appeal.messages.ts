import { londonDay, type Appeal, type AppealFact } from '@assay/engine';
import type { Notice } from '../record/message.ts';

/** What the candidate is told of an appeal, and those to whom it is given. */
export function appealMessages({ submission, candidate }: Appeal, fact: AppealFact): Notice[] {
  const tell = (says: string): Notice[] => [
    { kind: 'notice', person: candidate, says, link: `/candidate/${submission}/result` },
  ];
  const give = (person: string, says: string): Notice => ({ kind: 'notice', person, says, link: null });
  switch (fact.type) {
    case 'AppealLodged':
      return tell('Your appeal was received.');
    case 'OfficerAllocated':
      return [give(fact.officer, 'An appeal was given to you to decide.')];
    case 'AppealUpheld':
    case 'PanelUpheldAppeal':
      return tell(
        fact.changes.length > 0
          ? 'Your appeal was upheld, and your result is corrected.'
          : 'Your appeal was upheld: your marking is reviewed again.',
      );
    case 'AppealRejected':
      return tell(
        fact.due === null
          ? 'Your appeal was rejected.'
          : `Your appeal was rejected. You can take it to a panel until ${londonDay(fact.due.at)}.`,
      );
    case 'AppealEscalated':
      return tell('Your appeal goes to a panel.');
    case 'AppealLapsed':
      return tell('The time to take your appeal to a panel has passed.');
    case 'PanelConvened':
      return fact.members.map(({ person }) => give(person, 'You sit on the panel of an appeal.'));
    case 'PanelRejectedAppeal':
      return tell('The panel has rejected your appeal. Its decision is final.');
  }
}
