import { expect, test } from 'vitest';

import { apartWords, howItStands, ruleOf, secondReasonWords } from './apart.ts';
import type { Rest, Value } from './apart.ts';

const point = (score: number, name: string) => ({ score, name, descriptor: '' });
const scheme = {
  scale: [point(1, 'Approaching'), point(2, 'Meets'), point(3, 'Strong'), point(4, 'Outstanding')],
  threshold: 2,
  secondMarking: {
    firstPortfolios: 3,
    resubmissions: true,
    everyKth: null,
    discrepancy: { scoresApart: 2, acrossThreshold: true },
    withoutDiscrepancy: 'lower' as const,
    afterThirdMark: 'median' as const,
  },
};

const rest = (how: NonNullable<Rest['how']>, record: Value, ...given: readonly Value[]): Rest => ({
  place: 'LLD.S1',
  kind: typeof record === 'number' ? 'standard' : 'gate',
  marks: given.map((mark, index) => ({
    marker: ['first', 'second', 'third'][index] ?? '',
    assessorName: '',
    review: '',
    mark,
    reason: '',
    evidence: [],
  })),
  record,
  how,
});

test.each([
  [rest('median', 3, 4, 1, 3), '1, 3 and 4: the middle one of the three is the score of record, 3 Strong.', 'R12'],
  [rest('median', true, true, false, true), 'not met, met and met: what two of the three say stands. Met.', 'R12'],
  [rest('conferred', 2, 4, 1), 'Agreed in conference: 2 Meets.', 'R12'],
  [
    rest('lower', 2, 2, 3),
    '2 and 3 lie on the same side of the line, so the lower is the score of record: 2 Meets.',
    'R12',
  ],
  [rest('marked', 3, 3, 3), 'Both markers gave 3 Strong.', null],
  [rest('marked', true, true), 'One marker was asked: Met.', null],
  [rest('banked', 3), 'Achieved in an earlier attempt and banked: 3 Strong.', 'R8'],
  [rest('priorLearning', 2), 'Achieved by prior learning: 2 Meets.', 'R14'],
])('what stands on record says how it came about, with its rule: %#', (of, says, rule) => {
  expect([howItStands(of, scheme), ruleOf(of.how)]).toEqual([says, rule]);
});

test('nothing is said of what is still open', () => {
  expect(howItStands({ ...rest('conferred', 2), record: null, how: null }, scheme)).toBeNull();
});

test('R12 and R11 are told with the figures of the scheme', () => {
  expect(apartWords(scheme)).toBe('differ by 2 or more, or the line between 1 and 2 runs between them');
  const { secondMarking } = scheme;
  const apartOnly = { ...secondMarking, discrepancy: { scoresApart: 3, acrossThreshold: false } };
  expect(apartWords({ ...scheme, secondMarking: apartOnly })).toBe('differ by 3 or more');
  expect(secondReasonWords('firstPortfolios', scheme)).toBe('one of the first marker’s first 3 portfolios');
  expect(secondReasonWords('resubmission', scheme)).toBe('a resubmission');
});
