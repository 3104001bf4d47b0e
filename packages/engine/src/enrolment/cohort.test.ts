import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortId, day, submissionId } from '../kernel/index.ts';
import { as, demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import { cohort, type CohortCommand } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const book = smallBook(npqicl.scheme);

const at = noon(2);
const by = people.provider;
const open: CohortCommand = {
  type: 'OpenCohort',
  cohort: cohortId('cohort-1'),
  provider: demoProvider,
  title: 'Spring 2026',
  opensOn: day('2026-03-02'),
  dueOn: day('2026-09-30'),
  by,
  at,
};
const enrol = (
  who = people.candidate,
  route = 'standard',
  submission = `submission-of-${who.person}`,
): CohortCommand => ({
  type: 'EnrolCandidate',
  candidate: who.person,
  submission: submissionId(submission),
  route,
  by,
  at,
});
const close: CohortCommand = { type: 'CloseCohort', by, at };

const opened = given(cohort, book).after(open);

describe('a cohort', () => {
  test('ENR-5 is opened with a title', () => {
    expect(given(cohort, book).when({ ...open, title: '  ' })).toEqual({ refused: ['ENR-5'] });
  });

  test('ENR-6 is due after the day it opens', () => {
    expect(given(cohort, book).when({ ...open, dueOn: day('2026-03-02') })).toEqual({ refused: ['ENR-6'] });
    expect(given(cohort, book).when({ ...open, dueOn: day('2026-03-01') })).toEqual({ refused: ['ENR-6'] });
    expect(given(cohort, book).when({ ...open, dueOn: day('2026-03-03') })).toEqual({ facts: ['CohortOpened'] });
  });

  test('ENR-5 ENR-6 is told everything that stands against it at once', () => {
    expect(given(cohort, book).when({ ...open, title: '', dueOn: day('2026-03-01') })).toEqual({
      refused: ['ENR-5', 'ENR-6'],
    });
  });

  test('ENR-7 enrols a candidate once', () => {
    expect(opened.after(enrol()).when(enrol())).toEqual({ refused: ['ENR-7'] });
    expect(opened.after(enrol()).when(enrol(people.candidate, 'standard', 'submission-9'))).toEqual({
      refused: ['ENR-7'],
    });
    expect(opened.after(enrol()).after(enrol(people.otherCandidate)).state?.context.candidates).toEqual([
      people.candidate.person,
      people.otherCandidate.person,
    ]);
  });

  test('ENR-8 enrols on a route that the scheme offers', () => {
    expect(opened.when(enrol(people.candidate, 'scenic'))).toEqual({ refused: ['ENR-8'] });
    expect(opened.says(enrol(people.candidate, 'scenic'))[0]).toContain('There is no route called “scenic”.');
    expect(opened.when(enrol(people.candidate, 'research'))).toEqual({ facts: ['CandidateEnrolled'] });
  });

  test('ENR-11 enrols nobody who enrols themselves', () => {
    expect(opened.when({ ...enrol(people.provider), by: people.provider })).toEqual({ refused: ['ENR-11'] });
    expect(opened.when({ ...enrol(), by: as('provider', people.candidate) })).toEqual({ refused: ['ENR-11'] });
  });

  test('ENR-12 enrols nobody who stands elsewhere in a role that conflicts with being a candidate', () => {
    const { person } = people.candidate;
    for (const role of ['assessor', 'moderator', 'externalModerator', 'provider', 'administrator'] as const)
      expect(opened.when({ ...enrol(), involved: [{ person, role }] })).toEqual({ refused: ['ENR-12'] });
    expect(opened.when({ ...enrol(), involved: [{ person, role: 'candidate' }] })).toEqual({
      facts: ['CandidateEnrolled'],
    });
    const involved = [{ person: people.assessor.person, role: 'assessor' }] as const;
    expect(opened.when({ ...enrol(), involved })).toEqual({ facts: ['CandidateEnrolled'] });
  });

  test('says of an enrolment what the candidate’s first attempt needs', () => {
    expect(opened.after(enrol()).facts.at(-1)).toEqual({
      type: 'CandidateEnrolled',
      cohort: 'cohort-1',
      provider: 'provider-1',
      candidate: 'candidate-1',
      submission: 'submission-of-candidate-1',
      route: 'standard',
      dueOn: '2026-09-30',
      by,
      at,
    });
  });

  test('keeps the framework, scheme and edition under which it was opened', () => {
    expect(opened.state?.context).toMatchObject({
      framework: book.framework,
      scheme: book.scheme,
      edition: book.edition,
    });
  });

  test('K1 enrols nobody once it is closed', () => {
    expect(opened.after(close).when(enrol())).toEqual({ refused: ['K1'] });
    expect(opened.after(close).when(close)).toEqual({ refused: ['K1'] });
  });

  test('K2 belongs to the staff of its provider', () => {
    expect(given(cohort, book).when({ ...open, by: people.stranger })).toEqual({ refused: ['K2'] });
    expect(given(cohort, book).when({ ...open, by: people.moderator })).toEqual({ refused: ['K2'] });
    expect(given(cohort, book).when({ ...open, by: { ...by, provider: null } })).toEqual({ refused: ['K2'] });
    expect(opened.when({ ...enrol(), by: people.stranger })).toEqual({ refused: ['K2'] });
    expect(opened.when({ ...close, by: people.administrator })).toEqual({ refused: ['K2'] });
  });

  test('K4 is not run by one of its own candidates', () => {
    expect(opened.after(enrol()).when({ ...close, by: as('provider', people.candidate) })).toEqual({ refused: ['K4'] });
    expect(
      opened.after(enrol()).when({ ...enrol(people.otherCandidate), by: as('provider', people.candidate) }),
    ).toEqual({ refused: ['K4'] });
  });
});

const alphabet: Record<string, CohortCommand> = {
  'enrol one': enrol(),
  'enrol another': enrol(people.otherCandidate),
  'enrol on no route': enrol(people.otherCandidate, ''),
  'enrol oneself': enrol(people.provider),
  close,
  'open again': open,
};

describe('every path through the cohort', () => {
  const paths = walk(cohort, open, alphabet, book, ({ candidates }) => [...new Set(candidates)]);

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(cohort.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 25 }), (row) => {
        const { state, replayed, unexplained } = sent(cohort, [open, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
