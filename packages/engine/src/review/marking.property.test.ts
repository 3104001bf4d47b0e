import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { resultOf } from '../scoring/index.ts';
import { given, smallBook, type Scenario } from '../testing/index.ts';
import { confer, endConference, on, openMarking, receive, requireSecond } from '../testing/small-marking.ts';
import { small } from '../testing/small-review.ts';
import { isAgreed, marking, type Marking, type MarkingCommand, type MarkingFact } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const book = smallBook(npqicl.scheme);

interface Found {
  readonly scores: Readonly<Record<string, number>>;
  readonly gate: boolean;
}
type Marked = Scenario<Marking, MarkingCommand, MarkingFact>;

const score = fc.integer({ min: 0, max: 4 });
const found: fc.Arbitrary<Found> = fc.record({
  scores: fc.record({ 'ONE.S1': score, 'ONE.S2': score, 'TWO.S1': score }),
  gate: fc.boolean(),
});

const comes = (marker: 'first' | 'second', { scores, gate }: Found) => receive(marker, scores, { gates: { C2: gate } });
const double = given(marking, book).after(openMarking).after(requireSecond);

/** The two confer and agree on the higher mark, and on a gate as met. */
function confers(scenario: Marked, marks: readonly Found[]): Marked {
  const { standards = [], gates = [] } = scenario.state?.context.open ?? {};
  const positions = [
    ...standards.map((code) => on(code, Math.max(...marks.map(({ scores }) => scores[code] ?? 0)))),
    ...gates.map(() => ({ gate: small.gate, met: true })),
  ];
  return positions.reduce(
    (so, position) => so.after(confer('first', position)).after(confer('second', position)),
    scenario,
  );
}

/** The two leave it to a third, who marks just that. */
function leaves(scenario: Marked, third: Found): Marked {
  const { standards = [], gates = [] } = scenario.state?.context.open ?? {};
  const asked = Object.fromEntries(standards.map((code) => [code, third.scores[code] ?? 0]));
  return scenario
    .after(endConference('first'))
    .after(receive('third', asked, { gates: Object.fromEntries(gates.map((code) => [code, third.gate])) }));
}

function ofRecord(both: Marked, marks: readonly Found[], third: Found | null) {
  const open = both.state?.status === 'discrepant';
  const end = !open ? both : third === null ? confers(both, marks) : leaves(both, third);
  const agreed = end.facts.findLast(isAgreed);
  if (agreed === undefined) throw new Error('the marking was not agreed');
  return { agreed, scores: agreed.scores, gates: agreed.gates, moved: agreed.moved, outcome: resultOf(agreed, book) };
}

const seeded = { seed: 42, numRuns: 150 };
const thirdOrNone = fc.option(found);

test('R12 scores of record do not depend on which of two markers is called the first (11.5)', () => {
  fc.assert(
    fc.property(found, found, thirdOrNone, (one, other, third) => {
      const marks = [one, other];
      const here = ofRecord(double.after(comes('first', one)).after(comes('second', other)), marks, third);
      const there = ofRecord(double.after(comes('first', other)).after(comes('second', one)), marks, third);
      const { agreed: _here, ...record } = here;
      const { agreed: _there, ...swapped } = there;
      expect(swapped).toEqual(record);
    }),
    seeded,
  );
});

test('R12 nothing of what is agreed depends on whose marks come in first (11.5)', () => {
  fc.assert(
    fc.property(found, found, thirdOrNone, (one, other, third) => {
      const marks = [one, other];
      const early = ofRecord(double.after(comes('first', one)).after(comes('second', other)), marks, third).agreed;
      const late = ofRecord(double.after(comes('second', other)).after(comes('first', one)), marks, third).agreed;
      const told = ({ type, scores, gates, grounds, markers, allowances, moved }: typeof early) =>
        JSON.stringify([type, scores, gates, grounds, markers, allowances, moved]);
      expect(told(late)).toBe(told(early));
    }),
    seeded,
  );
});

test('R12 a score of record is the lower, one conferred on, or the median, and on the side of the line that this has', () => {
  fc.assert(
    fc.property(found, found, found, (one, other, third) => {
      const { agreed } = ofRecord(double.after(comes('first', one)).after(comes('second', other)), [one, other], third);
      for (const [code, { how }] of Object.entries(agreed.grounds)) {
        const two = [one.scores[code] ?? 9, other.scores[code] ?? 9].toSorted((a, b) => a - b);
        const [lower = 9, higher = 9] = two;
        const apart = higher - lower >= 2 || lower >= 2 !== higher >= 2;
        expect(how).toBe(apart ? 'median' : lower === higher ? 'marked' : 'lower');
        const three = [...two, third.scores[code] ?? 9].toSorted((a, b) => a - b);
        expect(agreed.scores[code]).toBe(apart ? three[1] : lower);
      }
    }),
    seeded,
  );
});

test('a second marker’s marks are taken or refused the same, whatever the first marker’s are (11.6)', () => {
  const second = fc.oneof(
    found.map((marks) => comes('second', marks)),
    found.map((marks) => receive('second', { 'ONE.S1': marks.scores['ONE.S1'] ?? 0 })),
    fc.constant(receive('second', { 'ONE.S1': 2, 'ONE.S2': 2, 'TWO.S1': 2 }, { assessor: openMarking.by.person })),
    fc.constant(receive('second', {}, { round: 0 })),
  );
  fc.assert(
    fc.property(found, found, second, (one, other, marks) => {
      const refusedAfter = (first: Found) => double.after(comes('first', first)).says(marks);
      expect(refusedAfter(one)).toEqual(refusedAfter(other));
      expect(refusedAfter(one)).toEqual(double.says(marks));
    }),
    seeded,
  );
});
