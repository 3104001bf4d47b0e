import { londonDay, rule, when, type Rulebook } from '../kernel/index.ts';
import { resultOf, unscored, type Outcome } from '../scoring/index.ts';
import type {
  CorrectAward,
  DisallowAward,
  GrantFurtherAttempt,
  HoldAward,
  LiftHold,
  RatifyAward,
  RecommendAward,
  VoidAward,
} from './award.commands.ts';
import { findingsWith, isAnother, isBanked, namedTwice, placeOf, recordedAt } from './correction.ts';
import type { Award } from './award.facts.ts';
import { holdOf, isHold } from './hold.ts';
import { releaseDigest } from './release-digest.ts';

const given = (text: string) => text.trim() !== '';

export const holdIsReasoned = rule<Award, HoldAward | LiftHold>({
  id: 'AWD-1',
  says: 'A hold is laid and lifted with a reason.',
  holds: (_award, { reason }) => given(reason),
});

export const voidingIsReasoned = rule<Award, VoidAward>({
  id: 'AWD-2',
  says: 'A released result is voided only with a reason.',
  holds: (_award, { reason }) => given(reason),
});

export const disallowingIsReasoned = rule<Award, DisallowAward>({
  id: 'AWD-15',
  says: 'An award is disallowed only with a reason.',
  holds: (_award, { reason }) => given(reason),
});

const missing = ({ findings }: RecommendAward, book: Rulebook) => [
  ...unscored(findings.scores, book.judged.keys()),
  ...book.gates.filter((gate) => !Object.hasOwn(findings.gates, gate)),
];

export const everythingIsMarked = rule<null, RecommendAward>({
  id: 'AWD-3',
  says: 'An award is recommended when every standard has a score and every gate is judged.',
  holds: (_none, command, book) => missing(command, book).length === 0,
  detail: (_none, command, book) => `Not marked: ${missing(command, book).join(', ')}.`,
});

export const holdIsNew = rule<Award, HoldAward>({
  id: 'AWD-4',
  says: 'A hold is laid once and stands until it is lifted.',
  holds: ({ holds }, command) => !holds.some((one) => isHold(one, holdOf(command))),
});

export const holdStands = rule<Award, LiftHold>({
  id: 'AWD-5',
  says: 'Only a hold that stands is lifted.',
  holds: ({ holds }, command) => holds.some((one) => isHold(one, holdOf(command))),
  detail: ({ holds }) => `There stand: ${holds.map(({ hold, kind }) => `${hold} (${kind})`).join(', ')}.`,
});

/** Otherwise a hold that follows a case could be lifted by hand while the case is open. */
export const holdIsOfItsCase = rule<Award, HoldAward | LiftHold>({
  id: 'AWD-6',
  says: 'A hold for malpractice or safeguarding is laid and lifted by its case, never by hand.',
  holds: (_award, command) => command.by.role === 'system' || holdOf(command).kind === 'other',
});

export const releaseIsWhatWasSeen = rule<Award, RatifyAward>({
  id: 'AWD-7',
  says: 'What is released is what was seen: the digests are equal.',
  holds: (award, { seen, shown }) => seen === undefined || seen === (shown ?? releaseDigest([award])),
});

export const releaserProvedWhoTheyAre = rule<Award, RatifyAward>({
  id: 'AWD-16',
  says: 'A moderator proves again who they are before releasing.',
  holds: (_award, { reauthenticated }) => reauthenticated,
});

export const secondPersonConfirms = rule<Award, RatifyAward>({
  id: 'AWD-17',
  says: 'Where the scheme asks for a second person, a release is confirmed as it was proposed, by another moderator than the one who proposed it.',
  holds: (award, { proposed = null, shown, by }, { release }) =>
    !release.secondPerson ||
    (proposed !== null && proposed.by !== by.person && proposed.digest === (shown ?? releaseDigest([award]))),
  detail: (_award, { proposed = null, by }) => {
    if (proposed === null) return 'It was not proposed.';
    return proposed.by === by.person ? 'You proposed it yourself.' : 'What was proposed has changed since.';
  },
});

export const grantIsReasoned = rule<Award, GrantFurtherAttempt>({
  id: 'AWD-8',
  says: 'A further attempt is granted with a reason.',
  holds: (_award, { reason }) => given(reason),
});

export const grantIsTheOnlyOne = rule<Award, GrantFurtherAttempt>({
  id: 'AWD-9',
  says: 'One attempt more than the scheme has is granted, once.',
  holds: ({ attempt, furtherAttempt }, _command, book) => !furtherAttempt && attempt <= book.attempts,
});

export const grantIsForADayToCome = rule<Award, GrantFurtherAttempt>({
  id: 'AWD-10',
  says: 'A further attempt is due on a day to come.',
  holds: (_award, { dueOn, at }) => dueOn === undefined || dueOn > londonDay(at),
});

export const correctionIsReasoned = rule<Award, CorrectAward>({
  id: 'AWD-11',
  says: 'A correction gives its reason and changes at least one score or gate.',
  holds: (_award, { changes, reason }) => given(reason) && changes.length > 0,
});

const elsewhere = (award: Award, { changes }: CorrectAward) => [
  ...changes.filter((one) => recordedAt(one, award) !== one.from).map(placeOf),
  ...namedTwice(changes),
];

/** So a correction that is delivered twice is made once. */
export const correctionStartsFromRecord = rule<Award, CorrectAward>({
  id: 'AWD-12',
  says: 'A correction starts from what the award says, each score or gate once.',
  holds: (award, command) => elsewhere(award, command).length === 0,
  detail: (award, command) => `Not so, or named twice: ${elsewhere(award, command).join(', ')}.`,
});

export const correctionIsOnScale = rule<Award, CorrectAward>({
  id: 'AWD-13',
  says: 'A correction leads to another score on the scale, or to the other state of a gate.',
  holds: (_award, { changes }, book) => changes.every(({ from, to }) => isAnother(from, to, book)),
});

export const bankIsNotCorrected = rule<Award, CorrectAward>({
  id: 'AWD-14',
  says: 'What was banked before an attempt is not corrected in it.',
  holds: ({ before }, { changes }) => !changes.some((one) => isBanked(one, before)),
});

export const passes = when<Award, RatifyAward>('the outcome is pass', ({ outcome }) => outcome === 'pass');
export const refers = when<Award, RatifyAward>('the outcome is refer', ({ outcome }) => outcome === 'refer');

/** Forks: what the scores of record amount to once they are corrected. */
const correctsTo = (outcome: Outcome) =>
  when<Award, CorrectAward>(
    `with the correction the outcome is ${outcome}`,
    (award, { changes }, book) => resultOf(findingsWith(award, changes), book).outcome === outcome,
  );
export const correctsToPass = correctsTo('pass');
export const correctsToRefer = correctsTo('refer');
export const correctsToFail = correctsTo('fail');

export const lastHold = when<Award, LiftHold>('no other hold stands', ({ holds }) => holds.length === 1);
