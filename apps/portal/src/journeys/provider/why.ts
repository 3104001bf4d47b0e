import type { AwaitingLine } from '../../shared/server.ts';

/** Which marker is sought. */
export function markerSought({ marker, why }: Pick<AwaitingLine, 'marker' | 'why'>): string {
  if (marker === 'second') return 'Second marker, blind';
  if (marker === 'third') return 'Third marker';
  return why.includes('remarking') ? 'Another first marker' : 'First marker';
}

const sentences: Readonly<Record<AwaitingLine['why'][number], string>> = {
  accepted: 'The portfolio was accepted.',
  remarking: 'A moderator ordered it to be marked anew, by somebody who has not marked it (MAR-5).',
  firstPortfolios: 'It is among the first marker’s first portfolios, which are marked by two (R11).',
  resubmission: 'It is a resubmission, and these are marked by two (R11).',
  everyKth: 'The plan has every so manieth portfolio marked by two, and this is one (R11).',
  conferenceEnded: 'Two markers conferred and do not agree on all of it (R12).',
  conferenceLapsed: 'The time for two markers to confer passed without agreement (R12).',
};

/** Why a marker is sought, with the rule. */
export function whyWords({ why }: Pick<AwaitingLine, 'why'>): string {
  return why.map((one) => sentences[one]).join(' ');
}
