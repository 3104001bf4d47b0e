/** What moderators write. */
export const upholdNotes: readonly string[] = [
  'Read LLD, BAR and all critical standards against the evidence. The scores are what I would have given within one; reasons and evidence fit.',
  'Sampled fourteen standards across six areas. Two I might have placed one higher; none across the line. Upheld.',
  'The reasons say what the evidence shows and what it does not. Judgements upheld as they stand.',
  'I looked above all at the standards at 2 and at the evidence counted for them. The line is drawn where it should be.',
];

export const referUpheld =
  'The standards that are not achieved were read twice. I agree with the assessor on each of them: actions are described, and their effect is asserted rather than shown. Feedback is clear enough to work from.';

export const upheldAfterQuery =
  'The queried standards were marked again with reasons that now rest on the evidence named. Upheld.';

/** Queries: standards, and what to look at again. */
export const firstQuery = [
  {
    standard: 'SFC.S7',
    says: 'The score rests on the outreach paper and the account. The visit record mentions recording of concerns too: please say whether it counts here, since this is a critical standard.',
  },
  {
    standard: 'BST.S6',
    says: 'The reason speaks of one routine case, and the score says more than that. Please look again at what the account shows of the decision itself.',
  },
] as const;

export const secondQuery = [
  {
    standard: 'MTO.S3',
    says: 'The budget summary shows cost for each family, but your reason does not refer to it. Please read page 1 again and say whether your score stands.',
  },
  {
    standard: 'SPF.S8',
    says: 'Is the practitioner inquiry the candidate’s own, or reported from a colleague? The reason should make this plain.',
  },
  {
    standard: 'BAR.S5',
    says: 'Scored one above your other standards in this area on the same two sources. Please check for consistency.',
  },
] as const;

export const directClaimReason =
  'All sampled judgements of this batch are upheld, and the assessors’ earlier batches were confirmed without change. No external sample is due for this window.';

export const declineReason =
  'The candidate and I worked in the same authority until two years ago, and I was on the panel that appointed them. Please allocate this portfolio to somebody else.';

/** What two markers write who lay apart on a standard, and came to stand at the threshold together. */
export const conferred = {
  first:
    'We read both sources together. What is described was done by the whole team and not by the candidate alone, so I come down; that it was led is shown, and the standard is met.',
  second:
    'I had taken the account as a report of others’ work. The witness names what the candidate decided, and when. That meets the standard, and no more.',
} as const;

/** What a marker writes who has said where they stand, and waits for the other. */
export const stillOpen =
  'Read again with your point on the partners’ part in it. The monitoring is the candidate’s own, but what was improved by it is shown for one service only, so I would come down to the line and no further.';

/** Two who read the same evidence and cannot agree. */
export const noAgreement = {
  first:
    'The model of shared leadership is in use, with two delegated decisions that the witness describes. I come down, since the reasons for choosing it are short.',
  end: 'We read both sources together twice. I find the model named and not used; my colleague takes the delegated decisions as its use. A third reading is fairer than either of us giving way.',
} as const;
