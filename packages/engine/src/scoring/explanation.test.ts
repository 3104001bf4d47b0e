import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { reviewId, rulebook } from '../kernel/index.ts';
import { smallBook } from '../testing/index.ts';
import { explain, resultOf, type Findings, type Grounds, type Settled } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const shipped = npqicl.scheme;
const book = smallBook(shipped);
const tolerant = smallBook(shipped, { profile: 'tolerant' });

const found = (one: number, two: number, three: number, met = true): Findings => ({
  scores: { 'ONE.S1': one, 'ONE.S2': two, 'TWO.S1': three },
  gates: { C2: met },
  attempt: 1,
});

describe('an explanation', () => {
  test('R4 R5 says of the NPQICL what a screen says: the area, the standard, its score', () => {
    const whole = rulebook(npqicl.framework, shipped);
    const scores = Object.fromEntries([...whole.judged.keys()].map((code) => [code, 2]));
    const { areas } = explain({ scores: { ...scores, 'BAR.S3': 1 }, gates: {}, attempt: 1 }, {}, whole);
    const area = areas.find(({ achieved }) => !achieved);
    expect(area?.says).toBe('Not yet: Being Accountable and Responsible, 1 of 6 is not achieved.');
    expect(area?.standards.filter(({ achieved }) => !achieved)).toEqual([
      {
        code: 'BAR.S3',
        rule: 'R4',
        achieved: false,
        score: 1,
        threshold: 2,
        critical: true,
        ground: null,
        says: 'Not yet: Being Accountable and Responsible, standard 3 scored 1.',
      },
    ]);
    expect(area?.standards[0]?.says).toBe('Achieved: Being Accountable and Responsible, standard 1 scored 2.');
  });

  test('R4 names the judgement that made a score of record', () => {
    const marks = [
      { review: reviewId('review-1'), score: 3 },
      { review: reviewId('review-2'), score: 1 },
      { review: reviewId('review-3'), score: 2 },
    ];
    const grounds: Grounds = { 'ONE.S1': { how: 'median', marks } };
    const [line, other] = explain(found(2, 2, 2), grounds, book).areas[0]?.standards ?? [];
    expect(line?.ground).toEqual({ how: 'median', marks });
    expect(line?.says).toBe('Achieved: Area ONE, standard 1 scored 2, the median of three marks.');
    expect(other?.ground).toBeNull();
  });

  test.each<[Settled, string]>([
    ['marked', 'scored 2.'],
    ['lower', 'scored 2, the lower of two marks.'],
    ['conferred', 'scored 2, agreed by two markers who conferred.'],
    ['median', 'scored 2, the median of three marks.'],
    ['banked', 'scored 2, banked from an earlier attempt.'],
    ['priorLearning', 'scored 2, for prior learning.'],
    ['corrected', 'scored 2, corrected after a review of marking.'],
  ])('R4 tells a score that was %s apart', (how, says) => {
    const [area] = explain(found(2, 2, 2), { 'ONE.S1': { how, marks: [] } }, book).areas;
    expect(area?.standards[0]?.says).toBe(`Achieved: Area ONE, standard 1 ${says}`);
  });

  test('R4 R5 says of a standard without a score that it has none', () => {
    const [, area] = explain({ scores: {}, gates: {}, attempt: 1 }, {}, book).areas;
    expect(area?.standards.map(({ says, score }) => [says, score])).toEqual([
      ['Not yet: Area TWO, standard 1 has no score.', null],
    ]);
    expect(area?.says).toBe('Not yet: Area TWO, 1 of 1 is not achieved.');
  });

  test('R5 gives the reason of an allowance where it made the area achieved, and only there', () => {
    const reasoned = { ONE: 'Shown elsewhere.', TWO: 'Not needed.' };
    const { areas } = explain({ ...found(1, 2, 2), allowances: reasoned }, {}, tolerant);
    expect(areas.map(({ allowance, says }) => [allowance, says])).toEqual([
      ['Shown elsewhere.', 'Achieved: Area ONE, with an allowance.'],
      [null, 'Achieved: Area TWO.'],
    ]);
    const failing = explain({ ...found(0, 2, 2), allowances: reasoned }, {}, tolerant);
    expect(failing.areas[0]?.allowance).toBeNull();
  });

  test('R6 says of every gate whether it is met', () => {
    expect(explain(found(2, 2, 2, false), {}, book).gates).toEqual([
      { component: 'C2', rule: 'R6', met: false, says: 'Not met: Journal.' },
    ]);
    expect(explain(found(2, 2, 2), {}, book).gates[0]?.says).toBe('Met: Journal.');
  });

  test.each([
    ['a pass', found(2, 2, 2), 'pass', 'R6', 'Pass: all 2 areas are achieved and every gate is met.', null],
    [
      'a referral',
      found(1, 2, 2, false),
      'refer',
      'R7',
      'Refer: not yet ONE, C2; 1 attempt remains.',
      { kind: 'resit', areas: ['ONE'] },
    ],
    ['a fail', { ...found(2, 2, 1), attempt: 2 }, 'fail', 'R7', 'Fail: not TWO, and no attempt remains.', null],
  ] as const)('R6 R7 R9 of %s', (_which, findings, outcome, rule, says, referral) => {
    expect(explain(findings, {}, book)).toMatchObject({ outcome, rule, says, referral });
    expect(resultOf(findings, book).outcome).toBe(outcome);
  });

  test('R7 counts the attempts that remain', () => {
    const three = { ...book, attempts: 3 };
    expect(explain(found(1, 2, 2), {}, three).says).toBe('Refer: not yet ONE; 2 attempts remain.');
  });
});
