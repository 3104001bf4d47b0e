/**
 * The sentences of the decision rules that are arithmetic: they say what scores amount to, and the award refuses a
 * release as anything else by them. R1, R3 and R13 are rules of the review.
 */
export const scoringSentences = {
  R4: 'A standard is achieved when its score of record is at the threshold or above, and only then.',
  R5: 'An area is achieved when every one of its standards is; under the tolerant profile, one that is not critical may stand one below the threshold, with a reason logged.',
  R6: 'A portfolio passes when every area is achieved and every gate is met; nothing makes up for one that is not.',
  R7: 'A portfolio that does not pass is referred while attempts remain, and fails when none does.',
} as const;
