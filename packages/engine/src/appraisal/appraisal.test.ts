import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaId, kindLetter, statementCode } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { day, instant, providerId } from '../kernel/index.ts';
import { as, demoProvider, given, people, smallBook } from '../testing/index.ts';
import { afterAll, smallYear, smallYearBook as book, year } from '../testing/small-year.ts';
import { appraisal, type AppraisalCommand } from './index.ts';

const { practitioner, reviewer, at } = year;
const { remit, open, put, rating, selfRated, rated } = smallYear;
const start = given(appraisal, book);

const refused = (...rules: string[]) => ({ refused: rules });
const facts = (...types: string[]) => ({ facts: types });

test('every rule of an appraisal is word for word the sentence of SPEC.md', () => {
  const spec = readFileSync(join(import.meta.dirname, '../../SPEC.md'), 'utf8');
  const lines = appraisal.rules.map(({ id, says }) => `- **${id}** ${says}\n`);
  expect(lines.filter((line) => !spec.includes(line))).toEqual([]);
  expect(lines).toHaveLength(19);
});

describe('the opening of an appraisal', () => {
  test('APR-1 needs a rulebook with an appraisal profile', () => {
    const scheme = shippedFrameworks().find((each) => each.scheme !== null)?.scheme;
    if (scheme == null) throw new Error('no scheme is shipped');
    expect(given(appraisal, smallBook(scheme)).when(year.opened)).toEqual(refused('APR-1'));
    expect(start.when(year.opened)).toEqual(facts('AppraisalOpened'));
  });

  test('APR-2 is for two people, neither of whom stands on the work in a conflicting role', () => {
    expect(start.when({ ...year.opened, reviewer: practitioner.person })).toEqual(refused('APR-2'));
    expect(start.when({ ...year.opened, practitioner: people.provider.person })).toEqual(refused('APR-2'));
    expect(start.when({ ...year.opened, reviewer: people.provider.person })).toEqual(facts('AppraisalOpened'));
    const standing = (who: typeof reviewer, role: 'assessor' | 'moderator' | 'candidate') => [
      { person: who.person, role },
    ];
    for (const involved of [standing(reviewer, 'moderator'), standing(practitioner, 'assessor')])
      expect(start.when({ ...year.opened, involved })).toEqual(refused('APR-2'));
    for (const involved of [standing(reviewer, 'assessor'), standing(practitioner, 'candidate')])
      expect(start.when({ ...year.opened, involved })).toEqual(facts('AppraisalOpened'));
  });

  test('APR-3 names a reviewer whom the provider has appointed', () => {
    expect(start.when({ ...year.opened, appointed: false })).toEqual(refused('APR-3'));
  });

  test('K2 is for the provider, and for practitioners of their own where they work', () => {
    expect(start.when({ ...year.opened, by: practitioner })).toEqual(facts('AppraisalOpened'));
    expect(start.when({ ...year.opened, by: { ...practitioner, provider: providerId('provider-9') } })).toEqual(
      refused('K2'),
    );
    for (const by of [people.otherCandidate, reviewer, people.stranger, people.administrator])
      expect(start.when({ ...year.opened, by })).toEqual(refused('K2'));
  });

  test('tells the period that the profile gives, and under which profile', () => {
    const opened = {
      appraisal: 'appraisal-1',
      practitioner: practitioner.person,
      reviewer: reviewer.person,
      provider: demoProvider,
      framework: 'small',
      profile: 'small-appraisal',
      edition: 3,
      period: { from: '2026-03-01', until: '2027-02-28' },
      carried: null,
      due: { clock: 'agree-remit', at: '2026-03-11T23:59:59.999Z' },
    };
    expect(open.facts[0]).toEqual({ type: 'AppraisalOpened', ...opened, by: people.provider, at });
    expect(open.state?.context).toEqual({
      ...opened,
      proposer: null,
      expected: {},
      self: {},
      reviewed: {},
      sealed: { self: false, reviewer: false },
      agreed: {},
      objectives: [],
      unmet: [],
      since: '2026-03-10',
    });
  });
});

test('K2 nobody may do anything to an appraisal that is not there but open it', () => {
  expect(appraisal.allows(null, year.opened)).toBe(true);
  for (const by of [practitioner, reviewer, people.provider])
    expect(appraisal.allows(null, { ...year.sealSelf, by })).toBe(false);
});

test('APR-5 APR-6 APR-8 APR-16 nothing is expected, rated or aimed at under a book without an appraisal profile', () => {
  const without = { ...book, appraisal: null };
  const against = (state: typeof open.state, command: AppraisalCommand) => {
    const decision = appraisal.decide(state, command, without);
    return decision.ok ? [] : decision.refusals.map(({ rule, says }) => `${rule} ${says.split('. ')[1] ?? ''}`.trim());
  };
  expect(against(open.state, year.propose(remit))).toEqual(['APR-5 Not there: ONE.S, TWO.S.', 'APR-6']);
  expect(against(rating.state, year.rateSelf('ONE.S1', 1))).toEqual(['APR-8 ONE.S1 is not one of them.', 'APR-6']);
  expect(against(rating.state, year.sealSelf)).toEqual([]);
  expect(against(smallYear.met.state, year.aim('O1'))).toEqual(['APR-16 It allows 0.']);
});

describe('the remit', () => {
  test('APR-4 names at least one element, and one of every area that it names', () => {
    for (const expected of [{}, { ONE: {} }, { ONE: { S: 1 }, TWO: {} }])
      expect(open.when(year.propose(expected))).toEqual(refused('APR-4'));
    expect(open.when(year.propose({ TWO: { S: 1 } }))).toEqual(facts('RemitPutToPractitioner'));
  });

  test('APR-5 names elements of the profile only: not an area or a kind that it leaves out', () => {
    const strangers = { ONE: { S: 1, Q: 1 }, TWO: { S: 1, K: 2 }, SIX: { S: 1 }, constructor: { name: 1, S: 1 } };
    expect(open.when(year.propose(strangers))).toEqual(refused('APR-5'));
    expect(open.says(year.propose(strangers))).toEqual([
      'A remit names elements of the appraisal profile only. Not there: ONE.Q, TWO.K, SIX.S, constructor.name and 1 more.',
    ]);
  });

  test.each([0, 4, 1.5, -1, Number.NaN])('APR-6 expects no level %s', (level) => {
    expect(open.when(year.propose({ ONE: { S: 1 }, TWO: { S: level } }))).toEqual(refused('APR-6'));
  });

  test('lies with the one that it was put to, and goes back and forth', () => {
    const back = afterAll([year.propose({ TWO: { S: 1 } }, practitioner)], put);
    expect([put.state?.status, back.state?.status]).toEqual(['remitPutToPractitioner', 'remitPutToReviewer']);
    expect([put.state?.context.proposer, back.state?.context.proposer]).toEqual([reviewer.person, practitioner.person]);
    expect(back.state?.context.expected).toEqual({ TWO: { S: 1 } });
    expect(back.when(year.propose(remit))).toEqual(facts('RemitPutToPractitioner'));
    expect(afterAll([year.propose(remit, practitioner)], open).when(year.agree(reviewer))).toEqual(
      facts('RemitAgreed'),
    );
  });

  test('APR-7 is agreed by the other, never by the one who put it forward last', () => {
    expect(put.when(year.agree(reviewer))).toEqual(refused('APR-7'));
    expect(put.when(year.agree())).toEqual(facts('RemitAgreed'));
    const back = afterAll([year.propose(remit, practitioner)], put);
    expect(back.when(year.agree())).toEqual(refused('APR-7'));
    expect(back.when(year.agree(reviewer))).toEqual(facts('RemitAgreed'));
    expect(rating.facts.at(-1)).toMatchObject({ type: 'RemitAgreed', expected: remit });
    expect(rating.state?.context.proposer).toBeNull();
  });
});

describe('the ratings', () => {
  test('APR-8 are of statements of the remit', () => {
    for (const code of ['ONE.K1', 'TWO.K1', 'SIX.S1']) {
      expect(rating.when(year.rateSelf(code, 1))).toEqual(refused('APR-8'));
      expect(rating.when(year.rate(code, 1))).toEqual(refused('APR-8'));
    }
    expect(rating.says(year.rate('ONE.K1', 1))).toEqual([
      'Only statements of the remit are rated. ONE.K1 is not one of them.',
    ]);
  });

  test.each([0, 4, 2.5])('APR-6 are no level %s', (level) => {
    expect(rating.when(year.rateSelf('ONE.S1', level))).toEqual(refused('APR-6'));
    expect(rating.when(year.rate('ONE.S1', level))).toEqual(refused('APR-6'));
  });

  test('APR-6 are every level from the lowest to the highest', () => {
    for (const level of [1, 2, 3]) expect(rating.when(year.rate('ONE.S1', level))).toEqual(facts('ReviewerRated'));
  });

  test('APR-9 say what shows it, when the practitioner gives them, from a day that has come in London', () => {
    expect(rating.when(year.rateSelf('ONE.S1', 1, ' '))).toEqual(refused('APR-9'));
    expect(rating.when(year.rateSelf('ONE.S1', 1, 'Log.', day('2026-03-11')))).toEqual(refused('APR-9'));
    const summer = { at: instant('2026-06-30T23:30:00.000Z') };
    expect(rating.when({ ...year.rateSelf('ONE.S1', 1, 'Log.', day('2026-07-01')), ...summer })).toEqual(
      facts('SelfRated'),
    );
    expect(rating.when({ ...year.rateSelf('ONE.S1', 1, 'Log.', day('2026-07-02')), ...summer })).toEqual(
      refused('APR-9'),
    );
  });

  test('APR-10 carry a reason, when the reviewer gives them', () => {
    expect(rating.when(year.rate('ONE.S1', 1, '  '))).toEqual(refused('APR-10'));
  });

  test('APR-11 are sealed when every statement of the remit has one, each side by itself', () => {
    const half = afterAll([year.rateSelf('ONE.S1', 1), year.rate('ONE.S1', 1), year.rate('ONE.S2', 1)], rating);
    expect(half.when(year.sealSelf)).toEqual(refused('APR-11'));
    expect(half.says(year.sealSelf)).toEqual([
      'Ratings are sealed when every statement of the remit has one. 2 have none: ONE.S2, TWO.S1.',
    ]);
    expect(half.says(year.sealReviewer)).toEqual([
      'Ratings are sealed when every statement of the remit has one. 1 has none: TWO.S1.',
    ]);
    expect(selfRated.when(year.sealSelf)).toEqual(facts('SelfReviewSealed'));
    expect(afterAll([year.sealSelf], selfRated).when(year.sealReviewer)).toEqual(refused('APR-11'));
    expect(afterAll([year.sealReviewer], rated).when(year.sealSelf)).toEqual(facts('SelfReviewSealed'));
  });

  test('APR-11 names four statements and counts the others', () => {
    if (book.appraisal === null) throw new Error('the book has no appraisal profile');
    const { appraisal: whole } = book;
    const place = { area: areaId.parse('ONE'), kind: kindLetter.parse('S') };
    const openOf = (statements: number) => {
      const many = Array.from({ length: statements }, (_none, index) => statementCode.parse(`ONE.S${index + 1}`));
      const wide = { ...whole, statements: new Map(many.map((code) => [code, { code, ...place }])) };
      const begun = given(appraisal, { ...book, appraisal: wide });
      return afterAll([year.opened, year.propose({ ONE: { S: 1 } }), year.agree()], begun).says(year.sealSelf)[0];
    };
    expect(openOf(4)).toContain('4 have none: ONE.S1, ONE.S2, ONE.S3, ONE.S4.');
    expect(openOf(6)).toContain('6 have none: ONE.S1, ONE.S2, ONE.S3, ONE.S4 and 2 more.');
  });

  test('given again take the place of the former, and are told with what they rest on', () => {
    const again = afterAll([year.rateSelf('ONE.S1', 3, ' Both logs. ')], selfRated);
    expect(again.state?.context.self).toEqual({ 'ONE.S1': 3, 'ONE.S2': 2, 'TWO.S1': 3 });
    expect(again.facts.at(-1)).toEqual({
      type: 'SelfRated',
      statement: 'ONE.S1',
      level: 3,
      evidence: 'Both logs.',
      on: '2026-03-10',
      by: practitioner,
      at,
    });
    const told = (evidence?: string) =>
      afterAll(
        [{ ...year.rate('ONE.S1', 2, ' Seen. '), ...(evidence === undefined ? {} : { evidence }) }],
        rating,
      ).facts.at(-1);
    expect(told(' Minutes of May. ')).toMatchObject({ reason: 'Seen.', evidence: 'Minutes of May.', level: 2 });
    expect(told()).toMatchObject({ type: 'ReviewerRated', statement: 'ONE.S1', evidence: null });
  });

  test('K1 K2 stay as they were sealed, and each side gives its own only', () => {
    expect(afterAll([year.sealSelf], rated).when(year.rateSelf('ONE.S1', 3))).toEqual(refused('K1'));
    expect(afterAll([year.sealReviewer], rated).when(year.rate('ONE.S1', 3))).toEqual(refused('K1'));
    expect(rating.when({ ...year.rateSelf('ONE.S1', 1), by: reviewer })).toEqual(refused('K2'));
    expect(rating.when({ ...year.rate('ONE.S1', 1), by: practitioner })).toEqual(refused('K2'));
    expect(rating.when({ ...year.rate('ONE.S1', 1), by: people.otherAssessor })).toEqual(refused('K2'));
  });

  test('K4 are not given by somebody who stands on the work in a conflicting role elsewhere', () => {
    const elsewhere = { involved: [{ person: reviewer.person, role: 'moderator' as const }] };
    expect(rating.when({ ...year.rate('ONE.S1', 1), ...elsewhere })).toEqual(refused('K4'));
    // No opening leads here, so this record is made by hand: one person on both sides.
    const [first] = open.facts;
    if (first?.type !== 'AppraisalOpened') throw new Error('not opened');
    const alone = appraisal.evolve(null, { ...first, reviewer: practitioner.person });
    for (const role of ['candidate', 'assessor'] as const) {
      const decision = appraisal.decide(alone, { ...year.propose(remit), by: as(role, practitioner) }, book);
      expect(decision.ok ? [] : decision.refusals.map(({ rule }) => rule)).toEqual(['K4']);
    }
  });
});
