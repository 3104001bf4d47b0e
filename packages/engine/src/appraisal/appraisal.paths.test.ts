import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sent, walk } from '../testing/index.ts';
import { smallYearBook as book, year } from '../testing/small-year.ts';
import { appraisal, type AppraisalCommand } from './index.ts';

const { practitioner, reviewer } = year;
const remit = { TWO: { S: 2 } };

const alphabet: Record<string, AppraisalCommand> = {
  'the reviewer proposes a remit': year.propose(remit),
  'the practitioner proposes a remit': year.propose(remit, practitioner),
  'a remit of nothing is proposed': year.propose({}),
  'the practitioner agrees the remit': year.agree(),
  'the reviewer agrees the remit': year.agree(reviewer),
  'rate self at 1': year.rateSelf('TWO.S1', 1),
  'rate self at 2': year.rateSelf('TWO.S1', 2),
  'rate self beyond the remit': year.rateSelf('ONE.S1', 2),
  'seal the self-review': year.sealSelf,
  'rate as reviewer at 2': year.rate('TWO.S1', 2),
  'rate without a reason': year.rate('TWO.S1', 2, ''),
  'seal the reviewer’s rating': year.sealReviewer,
  'record the meeting': year.meet(),
  'record a meeting without an account': year.meet(year.today, ''),
  'set an objective': year.aim('O1'),
  'drop the objective': year.drop('O1'),
  'the reviewer settles the difference': year.settle({ 'TWO.S': 2 }),
  'the practitioner settles the difference': year.settle({ 'TWO.S': 2 }, practitioner),
  'the reviewer puts forward what both rated alike': year.settle({}),
  'the practitioner confirms': year.confirm(),
  'the reviewer confirms': year.confirm(reviewer),
  'record mid-year with the objective': year.midYear({ O1: 'onTrack' }),
  'record mid-year without objectives': year.midYear(),
  'record the year’s end with the objective': year.yearEnd({ O1: false }),
  'record the year’s end without objectives': year.yearEnd(),
  'carry forward': year.carry,
  withdraw: year.withdraw,
  'the reviewer withdraws': { ...year.withdraw, by: reviewer },
};

const usual = [
  'the reviewer proposes a remit',
  'the practitioner agrees the remit',
  'rate self at 1',
  'rate as reviewer at 2',
  'seal the self-review',
  'seal the reviewer’s rating',
  'record the meeting',
  'set an objective',
  'the reviewer settles the difference',
  'the practitioner confirms',
  'record mid-year with the objective',
  'record the year’s end with the objective',
  'carry forward',
].flatMap((label) => alphabet[label] ?? []);

describe('every path through the appraisal', () => {
  const paths = walk(appraisal, year.opened, alphabet, book);

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(appraisal.states));
  });

  test.each(paths)('$status: $title', ({ status, disagreements, accepted, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
    // The record is the practitioner's in every state that leads on.
    expect(accepted.includes('withdraw')).toBe(appraisal.turns[status] !== null);
  });

  test('11.8 is somebody’s turn until it is closed, and always has a date', () => {
    const { state } = sent(appraisal, [year.opened], book);
    expect(state === null ? null : appraisal.deadline(state)?.clock).toBe('agree-remit');
    expect(
      Object.entries(appraisal.turns)
        .filter(([, turn]) => turn === null)
        .map(([status]) => status),
    ).toEqual(['carriedForward', 'withdrawn']);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    const any = fc.constantFrom(...Object.values(alphabet));
    // A year's usual row up to some step, with anything sent on the way and after it.
    const rows = fc.tuple(
      fc.nat({ max: usual.length }),
      fc.array(any, { maxLength: 5 }),
      fc.array(any, { maxLength: 20 }),
    );
    const reached = new Set<string>();
    fc.assert(
      fc.property(rows, ([steps, before, after]) => {
        const row = [year.opened, ...before, ...usual.slice(0, steps), ...after];
        const { state, replayed, unexplained } = sent(appraisal, row, book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
        if (state === null) throw new Error('not opened');
        reached.add(state.status);
        expect(appraisal.deadline(state) === null).toBe(appraisal.turns[state.status] === null);
      }),
      { seed: 42, numRuns: 300 },
    );
    expect(reached).toEqual(new Set(appraisal.states));
  });
});
