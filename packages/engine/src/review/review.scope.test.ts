import { componentId } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { day } from '../kernel/index.ts';
import { given, people, smallBook } from '../testing/index.ts';
import { opened, reader, sends, small } from '../testing/small-review.ts';
import { review, type OpenReview } from './index.ts';
import { staleSources } from './currency.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { scheme } = npqicl;
const book = smallBook(scheme);
const tolerant = smallBook(scheme, { profile: 'tolerant' });
const { one, two, three, known, gate, areaOne, areaTwo } = small;
const { allocate, begin, confirm, judge, judgeGate, note, allow, seal } = reader();
const { setAside, restore, reopen } = sends;

const begun = (change: Partial<OpenReview> = {}, under = book) =>
  given(review, under)
    .after({ ...opened, ...change })
    .after(allocate)
    .after(begin);
const marking = begun();
const onlyOne = { scope: { standards: [one], gates: [], coverage: false } };

describe('a review of what is not banked', () => {
  const resubmitted = begun({ attempt: 2, ...onlyOne });

  test('R8 judges no standard that is banked', () => {
    expect(resubmitted.when(judge(two, 0))).toEqual({ refused: ['R8'] });
    expect(resubmitted.says(judge(two, 0))).toEqual([
      'Achieved standards are banked: only what was not achieved is assessed again. ONE.S2 is banked.',
    ]);
    expect(resubmitted.when(confirm(two, 'E1'))).toEqual({ refused: ['R8'] });
    expect(resubmitted.when(judge(one, 0))).toEqual({ facts: ['StandardJudged'] });
    expect(resubmitted.when(confirm(one, 'E1'))).toEqual({ facts: ['EvidenceConfirmed'] });
  });

  test('REV-28 judges no gate that it was not opened for', () => {
    expect(resubmitted.when(judgeGate())).toEqual({ refused: ['REV-28'] });
    expect(resubmitted.when(judgeGate(componentId.parse('C1')))).toEqual({ refused: ['REV-9'] });
    expect(marking.when(judgeGate())).toEqual({ facts: ['GateJudged'] });
  });

  test('REV-13 REV-14 R13 is sealed when what it was opened for is dealt with, and no more is asked', () => {
    expect(resubmitted.when(seal)).toEqual({ refused: ['REV-13'] });
    expect(resubmitted.says(seal)).toEqual(['A review is sealed when every standard has a score. 1 has none: ONE.S1.']);
    expect(resubmitted.after(judge(one, 1)).when(seal)).toEqual({ facts: ['ReviewSealed'] });
    const covering = begun({ scope: { standards: [], gates: [gate], coverage: true } });
    expect(covering.when(seal)).toEqual({ refused: ['REV-14', 'R13'] });
    expect(covering.says(seal)).toEqual([
      'A review is sealed when every gate is judged met or not met. Open: C2.',
      'Every statement of knowledge and qualities is evidenced, or waived with a reason. Open: ONE.K1, TWO.K1.',
    ]);
    expect(covering.after(judgeGate()).after(note).when(seal)).toEqual({ facts: ['ReviewSealed'] });
  });
});

describe('a third marker’s review', () => {
  const third = begun({ marker: 'third', ...onlyOne });

  test('REV-28 judges just what two did not settle', () => {
    expect(third.when(judge(two, 0))).toEqual({ refused: ['REV-28'] });
    expect(third.when(confirm(two, 'E1'))).toEqual({ refused: ['REV-28'] });
    expect(third.when(judgeGate())).toEqual({ refused: ['REV-28'] });
    expect(third.when(judge(one, 1))).toEqual({ facts: ['StandardJudged'] });
    expect(third.when(judge(known, 0))).toEqual({ refused: ['REV-5'] });
  });

  test('is sealed as the third marker’s', () => {
    expect(third.after(judge(one, 1)).after(seal).facts.at(-1)).toMatchObject({
      type: 'ReviewSealed',
      marker: 'third',
      scores: { 'ONE.S1': 1 },
      gates: {},
    });
  });
});

describe('evidence and its age', () => {
  test.each([
    ['2026-03-06', '2024-03-06', false],
    ['2026-03-06', '2024-03-05', true],
    ['2026-03-06', '2026-03-06', false],
    // 24 months before the last of February 2026 is 28 February 2024, and the 29th comes after it.
    ['2026-02-28', '2024-02-29', false],
    ['2026-02-28', '2024-02-28', false],
    ['2026-02-28', '2024-02-27', true],
  ])('R2 submitted on %s, what is dated %s is too old: %s', (submitted, dated, stale) => {
    expect(staleSources({ E1: day(dated) }, day(submitted), book)).toEqual(stale ? ['E1'] : []);
  });

  test('R2 confirms nothing as current that is dated too long before the submission', () => {
    const old = begun({ dated: { E1: day('2024-03-05'), E2: day('2024-03-06') } });
    expect(old.when(confirm(one, 'E1'))).toEqual({ refused: ['R2'] });
    expect(old.says(confirm(one, 'E1'))).toEqual([
      'An evidence item is current when it is dated no more than the scheme’s months before the submission. E1 is dated more than 24 months before the submission.',
    ]);
    expect(old.when(confirm(one, 'E1', { current: false }))).toEqual({ facts: ['EvidenceConfirmed'] });
    expect(old.when(confirm(one, 'E2'))).toEqual({ facts: ['EvidenceConfirmed'] });
    expect(old.after(confirm(one, 'E1', { current: false })).when(judge(one, 1, ['E1']))).toEqual({ refused: ['R1'] });
  });

  test('R2 looks at the months of the scheme', () => {
    const short = begun({ dated: { E1: day('2026-02-05') } }, smallBook(scheme, { currencyMonths: 1 }));
    expect(short.says(confirm(one, 'E1'))[0]).toContain('E1 is dated more than 1 months before the submission.');
  });

  test('records what it was opened with, and what of it is too old', () => {
    const dated = { E1: day('2020-01-01'), E2: day('2026-01-01') };
    const opening = given(review, book).after({ ...opened, dated });
    expect(opening.facts[0]).toStrictEqual({ ...opened, type: 'ReviewOpened', dated, stale: ['E1'] });
    expect(Object.keys(opening.state?.context ?? {})).not.toContain('dated');
    expect(Object.keys(opening.state?.context ?? {})).not.toContain('submittedOn');
  });
});

describe('evidence that is set aside', () => {
  const counted = marking.after(confirm(one, 'E1')).after(confirm(one, 'E2')).after(confirm(two, 'E1'));

  test('REV-24 is confirmed for no standard until it is restored', () => {
    const aside = marking.after(setAside('E1'));
    expect(aside.when(confirm(one, 'E1'))).toEqual({ refused: ['REV-24'] });
    expect(aside.when(confirm(one, 'E2'))).toEqual({ facts: ['EvidenceConfirmed'] });
    expect(aside.after(restore('E1')).when(confirm(one, 'E1'))).toEqual({ facts: ['EvidenceConfirmed'] });
  });

  test('R1 stops counting at once for every standard, and what else was confirmed goes on counting', () => {
    const aside = counted.after(setAside('E1'));
    expect(aside.state?.context.counting).toEqual({ 'ONE.S1': ['E2'], 'ONE.S2': [] });
    expect(aside.when(judge(one, 1, ['E1']))).toEqual({ refused: ['R1'] });
    expect(aside.when(judge(one, 1, ['E2']))).toEqual({ facts: ['StandardJudged'] });
    // Restored, it counts when it is confirmed anew, not before.
    expect(aside.after(restore('E1')).when(judge(one, 1, ['E1']))).toEqual({ refused: ['R1'] });
    expect(
      aside
        .after(restore('E1'))
        .after(confirm(one, 'E1'))
        .when(judge(one, 1, ['E1'])),
    ).toEqual({
      facts: ['StandardJudged'],
    });
  });

  test('REV-15 has every score that rested on it looked at again before the seal', () => {
    const whole = [judge(one, 2, ['E1', 'E2']), judge(two, 1, ['E1']), judge(three, 0), judgeGate(), note].reduce(
      (scenario, command) => scenario.after(command),
      counted,
    );
    expect(whole.when(seal)).toEqual({ facts: ['ReviewSealed'] });
    const aside = whole.after(setAside('E1'));
    expect(aside.says(seal)).toEqual([
      'A review is sealed when every score still rests on counting evidence as R1 and R3 ask. Not supported: ONE.S1, ONE.S2.',
    ]);
    expect(
      aside
        .after(judge(one, 1, ['E2']))
        .after(judge(two, 0))
        .when(seal),
    ).toEqual({ facts: ['ReviewSealed'] });
  });

  test('REV-8 is one of the review’s sources', () => {
    expect(marking.when(setAside('E9'))).toEqual({ refused: ['REV-8'] });
    expect(marking.when(setAside('visit'))).toEqual({ refused: ['REV-8'] });
  });

  test('REV-25 is set aside and restored with a reason', () => {
    expect(marking.when(setAside('E1', ' '))).toEqual({ refused: ['REV-25'] });
    const aside = marking.after(setAside('E1', ' It names a child. '));
    expect(aside.facts.at(-1)).toMatchObject({
      type: 'SourceSetAside',
      source: 'E1',
      reason: 'It names a child.',
    });
    expect(aside.when(restore('E1', ''))).toEqual({ refused: ['REV-25'] });
    expect(aside.after(restore('E1', ' It does not. ')).facts.at(-1)).toMatchObject({
      type: 'SourceRestored',
      source: 'E1',
      reason: 'It does not.',
    });
  });

  test('REV-26 is restored only where it was set aside', () => {
    expect(marking.when(restore('E1'))).toEqual({ refused: ['REV-26'] });
    const aside = marking.after(setAside('E1')).after(setAside('E2')).after(setAside('E1'));
    expect(aside.state?.context.aside).toEqual(['E1', 'E2']);
    expect(aside.when(restore('E3'))).toEqual({ refused: ['REV-26'] });
    expect(aside.after(restore('E1')).state?.context.aside).toEqual(['E2']);
  });

  test('is set aside whatever state the review is in: a quarantine waits for nobody', () => {
    const opening = given(review, book).after(opened);
    const sealed = begun(onlyOne).after(judge(one, 0)).after(seal);
    for (const scenario of [opening, opening.after(allocate), marking, sealed]) {
      expect(scenario.when(setAside('E1'))).toEqual({ facts: ['SourceSetAside'] });
      const aside = scenario.after(setAside('E1'));
      expect(aside.state?.status).toBe(scenario.state?.status);
      expect(aside.when(restore('E1'))).toEqual({ facts: ['SourceRestored'] });
    }
  });
});

describe('a suggestion', () => {
  const suggestion = { score: 1, says: 'Describes own actions; little analysis.' };

  test('R15 never stands in the place of an assessor’s reason', () => {
    const words = (reason: string) => marking.when({ ...judge(one, 1, [], reason), suggestion });
    expect(words('Describes own actions; little analysis.')).toEqual({ refused: ['R15'] });
    expect(words('  describes OWN actions;\n little  analysis. ')).toEqual({ refused: ['R15'] });
    expect(words('Describes own actions; little analysis. I agree.')).toEqual({ facts: ['StandardJudged'] });
    expect(words('Describesown actions; little analysis.')).toEqual({ facts: ['StandardJudged'] });
  });

  test('R15 stands beside the judgement, whichever score was given', () => {
    const fact = marking.after({ ...judge(one, 0, [], 'Not even that.'), suggestion }).facts.at(-1);
    expect(fact).toMatchObject({ type: 'StandardJudged', score: 0, reason: 'Not even that.', suggestion });
    expect(Object.keys(marking.after(judge(one, 0)).facts.at(-1) ?? {})).not.toContain('suggestion');
  });
});

describe('an allowance', () => {
  const lenient = begun({}, tolerant).after(judge(three, 1));

  test('REV-27 is logged under a profile that has one, and never under the strict one', () => {
    expect(lenient.when(allow())).toEqual({ facts: ['AllowanceLogged'] });
    expect(marking.after(judge(three, 1)).when(allow())).toEqual({ refused: ['REV-27'] });
  });

  test('REV-27 gives its reason', () => {
    expect(lenient.when(allow(areaTwo, ' '))).toEqual({ refused: ['REV-27'] });
    expect(lenient.after(allow(areaTwo, ' Not yet. ')).facts.at(-1)).toMatchObject({
      type: 'AllowanceLogged',
      area: 'TWO',
      reason: 'Not yet.',
      standards: ['TWO.S1'],
    });
  });

  test('REV-27 is for an area that the allowance covers: no 0, nothing critical, nothing open, nothing without need', () => {
    const afresh = begun({}, tolerant);
    const logged = (scores: readonly [typeof one, number][], area = areaOne) =>
      scores
        .reduce((scenario, [code, score]) => scenario.after(judge(code, score, score > 1 ? ['E1', 'E2'] : [])), ready)
        .when(allow(area));
    const ready = [confirm(one, 'E1'), confirm(one, 'E2'), confirm(two, 'E1'), confirm(two, 'E2')].reduce(
      (scenario, command) => scenario.after(command),
      afresh,
    );
    const covered = { facts: ['AllowanceLogged'] };
    const refused = { refused: ['REV-27'] };
    expect(
      logged([
        [one, 1],
        [two, 2],
      ]),
    ).toEqual(covered);
    expect(
      logged([
        [one, 0],
        [two, 2],
      ]),
    ).toEqual(refused);
    expect(
      logged([
        [one, 2],
        [two, 1],
      ]),
    ).toEqual(refused);
    expect(
      logged([
        [one, 1],
        [two, 1],
      ]),
    ).toEqual(refused);
    expect(logged([[one, 1]])).toEqual(refused);
    expect(
      logged([
        [one, 2],
        [two, 2],
      ]),
    ).toEqual(refused);
    expect(
      logged(
        [
          [one, 1],
          [two, 2],
        ],
        areaTwo,
      ),
    ).toEqual(refused);
  });

  test('REV-27 looks past what is banked: that was achieved', () => {
    const resubmitted = begun({ attempt: 2, ...onlyOne }, tolerant).after(judge(one, 1));
    expect(resubmitted.when(allow(areaOne))).toEqual({ facts: ['AllowanceLogged'] });
  });

  test('REV-27 is not a third marker’s, who sees no whole area', () => {
    const third = begun({ marker: 'third', ...onlyOne }, tolerant).after(judge(one, 1));
    expect(third.when(allow(areaOne))).toEqual({ refused: ['REV-27'] });
  });

  test('is sealed with the review, unless a standard of its area was judged anew', () => {
    const ready = [judge(one, 0), judge(two, 0), judgeGate(), note].reduce(
      (scenario, command) => scenario.after(command),
      lenient.after(allow()),
    );
    expect(ready.after(seal).facts.at(-1)).toMatchObject({ allowances: { TWO: 'Not yet in post.' } });
    expect(ready.after(judge(one, 1)).after(seal).facts.at(-1)).toMatchObject({
      allowances: { TWO: 'Not yet in post.' },
    });
    const anew = ready.after(judge(three, 1)).after(seal).facts.at(-1);
    expect(anew?.type === 'ReviewSealed' && anew.allowances).toEqual({});
  });
});

describe('a review that a moderator returned', () => {
  const sealed = [
    confirm(one, 'E1'),
    judge(one, 1, ['E1']),
    judge(two, 0),
    judge(three, 1),
    judgeGate(),
    note,
    seal,
  ].reduce((scenario, command) => scenario.after(command), marking);
  const returned = sealed.after(reopen(two));

  test('REV-29 judges again what was queried, and leaves the rest', () => {
    expect(returned.when(judge(two, 1))).toEqual({ facts: ['StandardJudged'] });
    expect(returned.when(judge(one, 0))).toEqual({ refused: ['REV-29'] });
    expect(returned.when(judge(three, 0))).toEqual({ refused: ['REV-29'] });
    expect(marking.after(judge(two, 0)).when(judge(two, 1))).toEqual({ facts: ['StandardJudged'] });
    expect(returned.after(judge(two, 1)).after(seal).facts.at(-1)).toMatchObject({ round: 2, scores: { 'ONE.S2': 1 } });
  });

  test('REV-29 judges again what its evidence no longer bears, and is sealed when it does', () => {
    const aside = returned.after(setAside('E1'));
    expect(aside.when(seal)).toEqual({ refused: ['REV-15'] });
    expect(aside.when(judge(three, 0))).toEqual({ refused: ['REV-29'] });
    expect(aside.after(judge(one, 0)).when(seal)).toEqual({ facts: ['ReviewSealed'] });
  });

  test('REV-29 asks of a later return what that one asked', () => {
    const again = returned.after(judge(two, 1)).after(seal).after(reopen(one, three));
    expect(again.when(judge(two, 0))).toEqual({ refused: ['REV-29'] });
    expect(again.when(judge(three, 0))).toEqual({ facts: ['StandardJudged'] });
    expect(again.state?.context).toMatchObject({ round: 3, queried: ['ONE.S1', 'TWO.S1'] });
  });

  test('R8 says of a banked standard that it is banked, not that nobody asked', () => {
    const resubmitted = begun({ attempt: 2, ...onlyOne })
      .after(judge(one, 0))
      .after(seal)
      .after(reopen(one));
    expect(resubmitted.when(judge(two, 0))).toEqual({ refused: ['R8'] });
  });
});

test('a review knows its candidate, its assessor and its provider', () => {
  const { state } = marking;
  const related = (who: (typeof people)[keyof typeof people], command: Parameters<typeof review.allows>[1]) =>
    review.allows(state, { ...command, by: who });
  expect(related(people.assessor, seal)).toBe(true);
  expect(related(people.otherAssessor, seal)).toBe(false);
  expect(related(people.provider, allocate)).toBe(true);
  expect(related(people.stranger, allocate)).toBe(false);
});
