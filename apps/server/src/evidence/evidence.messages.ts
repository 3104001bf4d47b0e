import { londonDay, type EvidenceFact, type EvidenceItem } from '@assay/engine';
import type { Notice } from '../record/message.ts';
import type { Announcement, Recorded } from '../record/projection.ts';

/** The candidate is told of a breach, the moderators of what waits for them. What it is stands in no notice. */
export function evidenceMessages({
  context,
  fact,
}: Recorded<EvidenceItem, EvidenceFact>): readonly (Notice | Announcement)[] {
  const { candidate, provider, title } = context;
  const toCandidate = (says: string): Notice => ({
    kind: 'notice',
    person: candidate,
    says,
    link: '/candidate/evidence',
  });
  const toModerators = (says: string): Announcement => ({
    kind: 'announcement',
    provider,
    role: 'moderator',
    but: candidate,
    says,
    link: null,
  });
  switch (fact.type) {
    case 'ItemReturned': {
      const by = fact.due === null ? '' : ` by ${londonDay(fact.due.at)}`;
      return [toCandidate(`“${title}” breaks somebody’s confidentiality: put a corrected copy in its place${by}.`)];
    }
    case 'ItemQuarantined':
    case 'CorrectionLapsed':
      return [
        toCandidate(`“${title}” breaks somebody’s confidentiality: nobody reads it until a moderator releases it.`),
        toModerators('An evidence item is quarantined and waits for a moderator.'),
      ];
    case 'ItemReleased':
      return [toCandidate(`“${title}” was released: it counts again.`)];
    case 'SafeguardingRaised':
      return [toModerators('A safeguarding concern was raised about an evidence item and waits for a moderator.')];
    default:
      return [];
  }
}
