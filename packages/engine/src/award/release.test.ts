import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { awardId, batchId, cohortId, digestOf, personId, submissionId, type AwardId } from '../kernel/index.ts';
import type { ReleaseProposal } from '../moderation/index.ts';
import { emptyBank } from '../scoring/index.ts';
import { as, demoProvider, given, noon, people, smallBook } from '../testing/index.ts';
import {
  award,
  releasable,
  releaseBatch,
  releaseDigest,
  type AwardCommand,
  type RecommendAward,
  type Releasable,
} from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { scheme } = npqicl;
const book = smallBook(scheme);

const at = noon(25);
const by = people.moderator;
const signed = digestOf('what was signed');
const recommend = (id: AwardId, score: number): RecommendAward => ({
  type: 'RecommendAward',
  award: id,
  submission: submissionId(`submission-of-${id}`),
  candidate: people.candidate.person,
  assessors: [people.assessor.person],
  moderators: [by.person],
  provider: demoProvider,
  cohort: cohortId('cohort-1'),
  batch: batchId('batch-1'),
  signed,
  findings: { scores: { 'ONE.S1': 2, 'ONE.S2': 2, 'TWO.S1': score }, gates: { C2: true }, attempt: 1 },
  grounds: {},
  bank: emptyBank,
  by: people.system,
  at,
});
const hold: AwardCommand = { type: 'HoldAward', reason: 'A complaint.', by, at };

const standing = (id: string, score: number, ...commands: readonly AwardCommand[]): Releasable => {
  const { state } = commands.reduce(
    (scenario, command) => scenario.after(command),
    given(award, book).after(recommend(awardId(id), score)),
  );
  if (state === null) throw new Error('it was recommended');
  return { id, state };
};
const seenOf = (awards: readonly Releasable[]) => releaseDigest(releasable(awards).map(({ state }) => state.context));
const release = (awards: readonly Releasable[], seen = seenOf(awards)) =>
  releaseBatch(awards, { type: 'RatifyAward', reauthenticated: true, seen, by, at }, book);

const first = standing('award-1', 2);
const second = standing('award-2', 1);
const third = standing('award-3', 3, hold);
const batch = [first, second, third];

describe('the release of a batch', () => {
  test('AWD-7 lets out every award that is not held, each as what it amounts to', () => {
    const answer = release(batch);
    expect(answer).toMatchObject({
      ok: true,
      decided: [
        { id: 'award-1', next: { status: 'passed' }, facts: [{ type: 'AwardPassed', award: 'award-1' }] },
        { id: 'award-2', next: { status: 'referred' }, facts: [{ type: 'AwardReferred', award: 'award-2' }] },
      ],
    });
  });

  test('AWD-7 lets nothing out where it is not what the releaser saw', () => {
    const changed = [first, standing('award-2', 2), third];
    const answer = release(changed, seenOf(batch));
    expect(answer).toEqual({
      ok: false,
      refusals: ['award-1', 'award-2'].map((id) => ({
        id,
        rule: 'AWD-7',
        says: 'What is released is what was seen: the digests are equal.',
      })),
    });
    const heldSince = [first, standing('award-2', 1, hold), third];
    expect(release(heldSince, seenOf(batch)).ok).toBe(false);
    expect(release(heldSince).ok).toBe(true);
  });

  test('K4 lets nothing out where one award of it may not be released by this person', () => {
    const { award: id, ...rest } = recommend(awardId('award-4'), 2);
    const marked = given(award, book).after({ ...rest, award: id, assessors: [by.person], moderators: [] }).state;
    if (marked === null) throw new Error('it was recommended');
    const answer = release([first, { id, state: marked }]);
    expect(answer).toMatchObject({ ok: false, refusals: [{ id: 'award-4', rule: 'K4' }] });
  });

  test('K2 lets nothing out for anybody but a moderator', () => {
    const answer = releaseBatch(
      batch,
      { type: 'RatifyAward', reauthenticated: true, seen: seenOf(batch), by: as('provider', people.provider), at },
      book,
    );
    expect(answer).toMatchObject({ ok: false, refusals: [{ rule: 'K2' }, { rule: 'K2' }] });
  });

  test('AWD-16 lets nothing out for a moderator who has not proved again who they are', () => {
    const answer = releaseBatch(
      batch,
      { type: 'RatifyAward', seen: seenOf(batch), reauthenticated: false, by, at },
      book,
    );
    expect(answer).toMatchObject({ ok: false, refusals: [{ rule: 'AWD-16' }, { rule: 'AWD-16' }] });
  });

  test('twice is once: what is released is left as it is, and an empty rest decides nothing', () => {
    const once = release(batch);
    if (!once.ok) throw new Error('it was released');
    const after = [...once.decided.map(({ id, next }) => ({ id, state: next })), third];
    expect(releasable(after)).toEqual([]);
    expect(release(after, seenOf(batch))).toEqual({ ok: true, decided: [] });
  });

  test('its digest is of awards, outcomes and what was signed, in whatever order they come', () => {
    const [one, two] = [first.state.context, second.state.context];
    const digest = digestOf([
      ['award-1', 'pass', signed],
      ['award-2', 'refer', signed],
    ]);
    expect(releaseDigest([one, two])).toBe(digest);
    expect(releaseDigest([two, one])).toBe(digest);
    expect(releaseDigest([one])).not.toBe(digest);
    expect(releaseDigest([one, { ...two, outcome: 'pass' }])).not.toBe(digest);
    expect(releaseDigest([one, { ...two, signed: digestOf('something else') }])).not.toBe(digest);
  });
});

describe('the release of a batch under a scheme that asks for a second person', () => {
  const byTwo = smallBook(scheme, { release: { secondPerson: true } });
  const other = { ...by, person: personId('moderator-2') };
  const seen = seenOf(batch);
  const releaseAfter = (proposed: ReleaseProposal | null, who = other) =>
    releaseBatch(batch, { type: 'RatifyAward', seen, reauthenticated: true, proposed, by: who, at }, byTwo);

  test('AWD-17 waits for a proposal, and for another moderator than the one who made it', () => {
    const itself =
      'Where the scheme asks for a second person, a release is confirmed as it was proposed, by another moderator than the one who proposed it.';
    const says = (answer: ReturnType<typeof releaseAfter>) => (answer.ok ? [] : answer.refusals.map((one) => one.says));
    expect(says(releaseAfter(null))).toEqual(Array.from({ length: 2 }, () => `${itself} It was not proposed.`));
    expect(says(releaseAfter({ by: by.person, digest: seen }, by))).toEqual(
      Array.from({ length: 2 }, () => `${itself} You proposed it yourself.`),
    );
    expect(releaseAfter({ by: by.person, digest: seen }).ok).toBe(true);
  });

  test('AWD-17 lets out what was proposed, and not what became of it since', () => {
    const proposed = { by: by.person, digest: digestOf('what it was before') };
    expect(releaseAfter(proposed)).toMatchObject({
      ok: false,
      refusals: [{ rule: 'AWD-17', says: expect.stringMatching(/What was proposed has changed since\.$/) }, {}],
    });
  });

  test('AWD-17 takes a single award as a proposal of itself', () => {
    const alone = { type: 'RatifyAward', reauthenticated: true, by: other, at } as const;
    const digest = releaseDigest([first.state.context]);
    expect(award.decide(first.state, { ...alone, proposed: { by: by.person, digest } }, byTwo).ok).toBe(true);
    expect(award.decide(first.state, { ...alone, proposed: { by: by.person, digest: seen } }, byTwo).ok).toBe(false);
  });

  test('elsewhere nobody need propose it, and a proposal stands in nobody’s way', () => {
    const proposed = { by: by.person, digest: seen };
    expect(releaseBatch(batch, { type: 'RatifyAward', seen, reauthenticated: true, proposed, by, at }, book).ok).toBe(
      true,
    );
  });
});
