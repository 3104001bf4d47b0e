import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reviewId } from '../kernel/index.ts';
import { noon, sent, smallBook, walk } from '../testing/index.ts';
import {
  confer,
  endConference,
  lapseConference,
  markers,
  on,
  openMarking,
  receive,
  remark,
  reopenMarking,
  requireSecond,
  scoresOf,
} from '../testing/small-marking.ts';
import { small } from '../testing/small-review.ts';
import { isAgreed, marking, type MarkingCommand } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const book = smallBook(npqicl.scheme);
const { one, gate } = small;

const again = { round: 2 } as const;
const anew = { review: reviewId('review-9'), assessor: markers.third.person } as const;
const alphabet: Record<string, MarkingCommand> = {
  'require a second marker': requireSecond,
  'require one without a reason': { type: 'RequireSecondMarker', reasons: [], by: openMarking.by, at: noon(12) },
  'the first’s marks': receive('first', scoresOf(1, 2, 0)),
  'the second’s marks': receive('second', scoresOf(3, 3, 0)),
  'the first’s marks, near the second’s': receive('first', scoresOf(3, 2, 0)),
  'marks of a novice': receive('first', scoresOf(1, 2, 0), { portfoliosBefore: 0 }),
  'marks with something missing': receive('first', scoresOf(1, 2)),
  'the first’s marks of round 2': receive('first', scoresOf(2, 2, 0), again),
  'the second’s marks of round 2': receive('second', scoresOf(3, 3, 0), again),
  'the third’s marks': receive('third', { 'ONE.S1': 2 }, { gates: {} }),
  // Near the second's as well: whoever confers in a walk is one of the two.
  'another’s marks': receive('first', scoresOf(3, 2, 0), anew),
  'the first stands at 2': confer('first', on('ONE.S1', 2)),
  'the second stands at 2': confer('second', on('ONE.S1', 2)),
  'the second stands at 3': confer('second', on('ONE.S1', 3)),
  'the second stands beyond the marks': confer('second', on('ONE.S1', 4)),
  'the first speaks of what is settled': confer('first', on('ONE.S2', 2)),
  'the first speaks of a settled gate': confer('first', { gate, met: true }),
  'end the conference': endConference('second'),
  'lapse too early': lapseConference(noon(12)),
  lapse: lapseConference(),
  'return ONE.S1': reopenMarking(one),
  'return what was not marked': reopenMarking(small.known),
  'order to mark anew': remark(),
};

describe('every path through the marking', () => {
  const paths = walk(marking, openMarking, alphabet, book, ({ round, moved, before, ...context }) => ({
    ...context,
    again: Math.min(round, 2),
    moved: moved.length > 0,
    before: Object.keys(before).length > 0,
  }));

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(marking.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 40 }), (row) => {
        const { state, replayed, unexplained } = sent(marking, [openMarking, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  test('R12 never agrees while a standard or a gate has none of record, and always on marks that were given', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 40 }), (row) => {
        const { facts, state } = sent(marking, [openMarking, ...row], book);
        for (const { scores, gates, grounds } of facts.filter(isAgreed)) {
          expect(Object.keys(scores).toSorted()).toEqual(['ONE.S1', 'ONE.S2', 'TWO.S1']);
          expect(Object.keys(gates)).toEqual(['C2']);
          for (const [code, { marks }] of Object.entries(grounds)) {
            const given = marks.map(({ score }) => score);
            expect(scores[code]).toBeGreaterThanOrEqual(Math.min(...given));
            expect(scores[code]).toBeLessThanOrEqual(Math.max(...given));
          }
        }
        expect(state?.status === 'agreed').toBe(
          state?.context.open.standards.length === 0 && state.context.open.gates.length === 0,
        );
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
