import { parseAppraisal, statementsOf, type AppraisalProfile, type Framework } from '@assay/standards';
import { shippedAppraisals, shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import type { Rulebook } from '../kernel/index.ts';
import { given, smallFramework } from '../testing/index.ts';
import { smallProfile, year } from '../testing/small-year.ts';
import { appraisal, appraisalBook, differences, gaps, radar, type AppraisalCommand, type Expected } from './index.ts';

/** A profile for any framework at all: all that it has, on five levels. */
const madeUp = (framework: Framework): AppraisalProfile =>
  parseAppraisal(
    JSON.stringify({
      ...smallProfile,
      id: `made-up-${framework.id}`,
      framework: framework.id,
      levels: [1, 2, 3, 4, 5].map((level) => ({ level, name: `Level ${level}`, descriptor: 'so well' })),
      elements: framework.areas.map(({ id, statements }) => ({
        area: id,
        kinds: [...new Set(statements.map(({ kind }) => kind))],
      })),
      objectivesAtMost: 1,
      outline: { jobDescription: framework.kinds.map(({ letter }) => letter), personSpecification: [] },
    }),
    'made-up/appraisal.json',
    framework,
  );

const everything = ({ elements }: AppraisalProfile, level: number): Expected =>
  Object.fromEntries(elements.map(({ area, kinds }) => [area, Object.fromEntries(kinds.map((kind) => [kind, level]))]));

/** A whole year over a whole framework: the practitioner rates 2 throughout, the reviewer 1 for the last statement. */
function yearOver(book: Rulebook, expected: Expected, codes: readonly string[]) {
  const last = codes.at(-1) ?? '';
  const row: AppraisalCommand[] = [
    year.opened,
    year.propose(expected),
    year.agree(),
    ...codes.flatMap((code) => [year.rateSelf(code, 2), year.rate(code, code === last ? 1 : 2)]),
    year.sealSelf,
    year.sealReviewer,
    year.meet(),
    year.aim('O1'),
    year.settle({ [last]: 1 }),
    year.confirm(),
    year.midYear({ O1: 'met' }),
    year.yearEnd({ O1: true }),
    year.carry,
  ];
  return row.reduce((scenario, command) => scenario.after(command), given(appraisal, book));
}

const subjects = [
  ...shippedAppraisals().map(({ framework, appraisal: profile }) => ({
    name: `${framework.id}, as shipped`,
    framework,
    profile,
  })),
  ...[...shippedFrameworks().map(({ framework }) => framework), smallFramework].map((framework) => ({
    name: `${framework.id}, by a made-up profile`,
    framework,
    profile: madeUp(framework),
  })),
  { name: 'small, by a profile that leaves an element out', framework: smallFramework, profile: smallProfile },
];

/** Every number, truth value and size in a value, however deep. */
function figuresIn(value: unknown): (number | boolean)[] {
  if (typeof value === 'number' || typeof value === 'boolean') return [value];
  if (value instanceof Map) return [value.size];
  if (Array.isArray(value)) return [value.length];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(figuresIn) : [];
}

test('an appraisal’s book holds no figure of a scheme: nothing is scored, handed in, sampled or attempted', () => {
  const book = appraisalBook(smallFramework, smallProfile);
  const { edition: _edition, areas: _areas, areaTitles, clocks, holidays, appraisal: profile, ...scheme } = book;
  expect(new Set(figuresIn(scheme))).toEqual(new Set([0, false]));
  expect([areaTitles.size, clocks.size, profile?.statements.size]).toEqual([2, 8, 4]);
  expect(holidays.has('2026-12-25')).toBe(true);
});

test('a profile may leave a whole area out', () => {
  const two = smallProfile.elements.filter(({ area }) => String(area) === 'TWO');
  const { appraisal: profile, areas } = appraisalBook(smallFramework, { ...smallProfile, elements: two });
  expect([[...(profile?.statements.keys() ?? [])], areas]).toEqual([['TWO.S1'], ['ONE', 'TWO']]);
});

describe.each(subjects)('an appraisal by $name', ({ framework, profile }) => {
  const book = appraisalBook(framework, profile);
  const codes = statementsOf(framework)
    .filter(({ code, kind }) =>
      profile.elements.some(({ area, kinds }) => code.startsWith(`${area}.`) && kinds.includes(kind)),
    )
    .map(({ code }) => code);
  const last = codes.at(-1) ?? '';
  const end = yearOver(book, everything(profile, 2), codes);

  test('runs a year from remit to carrying forward', () => {
    expect(end.state?.status).toBe('carriedForward');
    expect(end.state?.context).toMatchObject({
      framework: framework.id,
      profile: profile.id,
      edition: profile.edition,
    });
    expect(Object.keys(end.state?.context.agreed ?? {})).toEqual(codes);
  });

  test('knows every statement of the profile, in source order, and scores none', () => {
    expect([...(book.appraisal?.statements.keys() ?? [])]).toEqual(codes);
    expect([book.judged.size, book.covered.size, book.gates.length, book.components.size]).toEqual([0, 0, 0, 0]);
    expect(book.appraisal).toMatchObject({
      highest: profile.levels.length,
      objectivesAtMost: profile.objectivesAtMost,
      months: profile.months,
    });
    expect(book.areas).toEqual(framework.areas.map(({ id }) => id));
  });

  test('shows one gap, one difference and a radar in the framework’s own order', () => {
    if (end.state === null) throw new Error('not opened');
    const { context } = end.state;
    const short = gaps(context, book).flatMap(({ elements }) =>
      elements.flatMap(({ statements }) => statements.filter(({ gap }) => gap !== 0)),
    );
    expect(short).toEqual([{ code: last, expected: 2, agreed: 1, gap: 1 }]);
    expect(differences(context, book).map(({ code, difference }) => [code, difference])).toEqual([[last, 1]]);
    const shape = radar(context, book);
    expect(shape.map(({ area, title }) => [area, title])).toEqual(framework.areas.map(({ id, title }) => [id, title]));
    const counted = shape.flatMap(({ elements }) =>
      elements.map(({ distribution }) => distribution.reduce((a, b) => a + b)),
    );
    expect(counted.reduce((a, b) => a + b)).toBe(codes.length);
  });

  test('keeps its state small: levels and ids, whatever was written', () => {
    const wordy = yearOver(book, everything(profile, 2), codes).facts.map((fact) =>
      fact.type === 'SelfRated' ? { ...fact, evidence: 'A long account. '.repeat(40) } : fact,
    );
    expect(appraisal.replay(wordy)).toEqual(end.state);
    expect(JSON.stringify(end.state).length).toBeLessThan(1024 + 40 * codes.length);
  });
});
