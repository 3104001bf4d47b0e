import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingId, submissionId } from '../kernel/index.ts';
import { as, demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import { standing, standingOf, type RecordModerated, type StandingCommand } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { scheme } = npqicl;
// Amber after three in a row, green after five and 80 % of seeded items right; a flip on a critical standard is red.
const book = smallBook(scheme);
const rated = (change: object) =>
  smallBook(scheme, { sampling: { ...scheme.sampling, ratings: { ...scheme.sampling.ratings, ...change } } });

const at = noon(20);
const by = people.system;
const open: StandingCommand = {
  type: 'OpenStanding',
  standing: standingId('standing-1'),
  assessor: people.assessor.person,
  provider: demoProvider,
  by,
  at,
};
const moderated = (n: number, change: Partial<RecordModerated> = {}): StandingCommand => ({
  type: 'RecordModerated',
  submission: submissionId(`submission-${n}`),
  within: true,
  criticalFlip: false,
  confirmed: true,
  by,
  at,
  ...change,
});
const beyond = (n: number) => moderated(n, { within: false, confirmed: false });
const flipped = (n: number) => moderated(n, { within: false, criticalFlip: true, confirmed: false });
const asked = (n: number) => moderated(n, { confirmed: false });
const seeded = (item: string, right = true): StandingCommand => ({ type: 'RecordSeeded', item, right, by, at });

const red = given(standing, book).after(open);
const after = (from: typeof red, ...commands: readonly StandingCommand[]) =>
  commands.reduce((scene, command) => scene.after(command), from);
const row = (...numbers: readonly number[]) => numbers.map((n) => moderated(n));
const amber = after(red, ...row(1, 2, 3));
const green = after(amber, seeded('item-1'), ...row(4, 5, 6, 7, 8));

describe('a standing', () => {
  test('begins red, with nothing moderated', () => {
    expect(red.state).toEqual({
      status: 'red',
      context: {
        standing: 'standing-1',
        assessor: 'assessor-1',
        provider: 'provider-1',
        moderated: 0,
        row: [],
        seeded: {},
      },
    });
    expect(red.facts).toEqual([
      { type: 'StandingOpened', standing: 'standing-1', assessor: 'assessor-1', provider: 'provider-1', by, at },
    ]);
  });

  test('is raised to amber by the third portfolio confirmed in a row, and begins afresh', () => {
    expect(after(red, moderated(1)).when(moderated(2))).toEqual({ facts: ['StandingConfirmed'] });
    const two = after(red, ...row(1, 2));
    expect(two.state).toMatchObject({
      status: 'red',
      context: { moderated: 2, row: ['submission-1', 'submission-2'] },
    });
    expect(amber.facts.at(-1)).toEqual({ type: 'StandingRaised', submission: 'submission-3', item: null, by, at });
    expect(amber.state).toMatchObject({ status: 'amber', context: { moderated: 3, row: [], seeded: {} } });
    expect(after(red, seeded('item-1'), ...row(1, 2, 3)).state?.context.seeded).toEqual({});
  });

  test('is raised to green by the fifth in a row once seeded items are marked right', () => {
    const four = after(amber, seeded('item-1'), ...row(4, 5, 6, 7));
    expect(four.state?.status).toBe('amber');
    expect(four.when(moderated(8))).toEqual({ facts: ['StandingRaised'] });
    expect(green.state).toMatchObject({ status: 'green', context: { moderated: 8, row: [], seeded: {} } });
  });

  test('is raised to green by a seeded item where the row is there already', () => {
    const five = after(amber, ...row(4, 5, 6, 7, 8));
    expect(five.state?.status).toBe('amber');
    expect(five.when(seeded('item-1', false))).toEqual({ facts: ['SeededRecorded'] });
    const raised = five.after(seeded(' item-1 '));
    expect(raised.facts.at(-1)).toEqual({ type: 'StandingRaised', submission: null, item: 'item-1', by, at });
    expect(raised.state).toMatchObject({ status: 'green', context: { moderated: 8, row: [], seeded: {} } });
    expect(after(amber, ...row(4, 5, 6, 7)).when(seeded('item-1'))).toEqual({ facts: ['SeededRecorded'] });
  });

  test.each([
    [4, 1, 'StandingRaised'],
    [3, 1, 'StandingConfirmed'],
    [7, 2, 'StandingConfirmed'],
    [8, 2, 'StandingRaised'],
    [0, 1, 'StandingConfirmed'],
    [0, 0, 'StandingConfirmed'],
  ])('asks for 80 %% of seeded items: %i right and %i wrong is %s', (right, wrong, fact) => {
    const items = [
      ...Array.from({ length: wrong }, (_, n) => seeded(`wrong-${n}`, false)),
      ...Array.from({ length: right }, (_, n) => seeded(`right-${n}`)),
    ];
    expect(after(amber, ...items, ...row(4, 5, 6, 7)).when(moderated(8))).toEqual({ facts: [fact] });
  });

  test('keeps of a long row only as many as a rating asks for', () => {
    const long = after(amber, ...row(4, 5, 6, 7, 8, 9, 10));
    expect(long.state).toMatchObject({
      status: 'amber',
      context: {
        moderated: 10,
        row: ['submission-6', 'submission-7', 'submission-8', 'submission-9', 'submission-10'],
      },
    });
    expect(long.when(seeded('item-1'))).toEqual({ facts: ['StandingRaised'] });
  });

  test('begins its row again where a portfolio is beyond tolerance, and goes one rating down', () => {
    const broken = after(red, ...row(1, 2), beyond(3));
    expect(broken.facts.at(-1)).toEqual({ type: 'RowBroken', submission: 'submission-3', by, at });
    expect(broken.state).toMatchObject({ status: 'red', context: { moderated: 2, row: [] } });
    expect(after(broken, ...row(4, 5)).state?.status).toBe('red');

    const lowered = after(amber, moderated(4), seeded('item-1'), beyond(5));
    expect(lowered.facts.at(-1)).toEqual({ type: 'StandingLowered', submission: 'submission-5', by, at });
    expect(lowered.state).toMatchObject({ status: 'red', context: { moderated: 4, row: [], seeded: {} } });
    expect(green.after(beyond(9)).state?.status).toBe('amber');
  });

  test('keeps seeded items where only the row is broken', () => {
    expect(after(red, seeded('item-1', false), beyond(1)).state?.context.seeded).toEqual({ 'item-1': false });
  });

  test('is red after any flip on a critical standard', () => {
    for (const from of [red, amber, green]) {
      const fallen = from.after(flipped(9));
      expect(fallen.facts.at(-1)).toEqual({ type: 'StandingForfeited', submission: 'submission-9', by, at });
      expect(fallen.state).toMatchObject({ status: 'red', context: { row: [], seeded: {} } });
    }
    expect(green.when(moderated(9, { criticalFlip: true }))).toEqual({ facts: ['StandingForfeited'] });
  });

  test('takes a flip as beyond tolerance where the scheme does not answer it with red', () => {
    const lenient = rated({ flipOnCritical: 'amber' });
    const state = green.state;
    if (state === null) throw new Error('it was opened');
    for (const flip of [flipped(9), moderated(9, { criticalFlip: true })]) {
      const decision = standing.decide(state, flip, lenient);
      expect(decision).toMatchObject({ ok: true, next: { status: 'amber' }, facts: [{ type: 'StandingLowered' }] });
    }
  });

  test('counts as moderated, neither for nor against, what was upheld only after a query', () => {
    for (const from of [red, amber, green]) {
      const kept = after(from, asked(11));
      expect(kept.facts.at(-1)).toEqual({ type: 'StandingKept', submission: 'submission-11', by, at });
      expect(kept.state?.status).toBe(from.state?.status);
      expect(kept.state?.context).toEqual({
        ...from.state?.context,
        moderated: (from.state?.context.moderated ?? 0) + 1,
      });
    }
    expect(after(red, moderated(1), asked(2), ...row(3, 4)).state?.status).toBe('amber');
  });

  test('counts a confirmed portfolio as moderated where no higher rating is left', () => {
    expect(green.after(moderated(9)).facts.at(-1)).toMatchObject({ type: 'StandingKept' });
    expect(green.after(moderated(9)).state?.context).toMatchObject({ moderated: 9, row: [] });
  });

  test('STA-1 counts a portfolio once in a row, so that a fact delivered twice raises nobody', () => {
    expect(after(red, moderated(1)).when(moderated(1))).toEqual({ refused: ['STA-1'] });
    expect(after(amber, moderated(4)).when(moderated(4))).toEqual({ refused: ['STA-1'] });
    expect(after(red, moderated(1)).when(asked(1))).toEqual({ facts: ['StandingKept'] });
    expect(after(red, moderated(1)).when(beyond(1))).toEqual({ facts: ['RowBroken'] });
    expect(after(red, moderated(1)).when(flipped(1))).toEqual({ facts: ['StandingForfeited'] });
    expect(after(red, moderated(1)).when(moderated(1, { criticalFlip: true }))).toEqual({
      facts: ['StandingForfeited'],
    });
    expect(after(red, moderated(1), beyond(2)).when(moderated(1))).toEqual({ facts: ['StandingConfirmed'] });
  });

  test('STA-2 confirms nothing that is beyond tolerance', () => {
    for (const from of [red, amber, green])
      expect(from.when(moderated(9, { within: false }))).toEqual({ refused: ['STA-2'] });
    expect(red.when(beyond(9))).toEqual({ facts: ['RowBroken'] });
  });

  test('STA-3 STA-4 counts a seeded item by its name, and once under one rating', () => {
    expect(red.when(seeded(' '))).toEqual({ refused: ['STA-3'] });
    for (const from of [red, amber, green]) {
      expect(from.after(seeded('item-9')).when(seeded(' item-9', false))).toEqual({ refused: ['STA-4'] });
      expect(from.after(seeded('item-9')).when(seeded('item-10'))).toEqual({ facts: ['SeededRecorded'] });
      expect(from.after(seeded(' item-9 ', false)).facts.at(-1)).toEqual({
        type: 'SeededRecorded',
        item: 'item-9',
        right: false,
        by,
        at,
      });
    }
    expect(after(red, seeded('item-1'), ...row(1, 2, 3)).when(seeded('item-1'))).toEqual({
      facts: ['SeededRecorded'],
    });
    expect(red.when(seeded('constructor'))).toEqual({ facts: ['SeededRecorded'] });
  });

  test('STA-1 STA-2 STA-3 STA-4 says why it counts nothing', () => {
    const once = after(red, moderated(1), seeded('item-1'));
    expect([
      once.says(moderated(1)),
      once.says(moderated(2, { within: false })),
      once.says(seeded('')),
      once.says(seeded('item-1')),
    ]).toEqual([
      ['A portfolio counts once in a row of confirmations.'],
      ['What is beyond tolerance is not confirmed.'],
      ['A seeded item is named.'],
      ['A seeded item counts once under one rating.'],
    ]);
  });

  test('takes its figures from the scheme', () => {
    const quick = rated({
      redToAmber: { consecutiveConfirmed: 1 },
      amberToGreen: { consecutiveConfirmed: 1, seededRight: 1 },
    });
    const scene = given(standing, quick).after(open).after(moderated(1));
    expect(scene.state?.status).toBe('amber');
    expect(scene.after(seeded('a')).after(moderated(2)).state?.status).toBe('green');
    expect(scene.after(seeded('a')).after(seeded('b', false)).after(moderated(2)).state?.status).toBe('amber');
  });

  test('is taken by a draw as a light and a number', () => {
    expect([red, amber, green].map(({ state }) => state && standingOf(state))).toEqual([
      { light: 'red', moderated: 0 },
      { light: 'amber', moderated: 3 },
      { light: 'green', moderated: 8 },
    ]);
  });

  test('K2 is kept by the product itself, and K3 opened once', () => {
    for (const who of [people.moderator, people.assessor, people.provider, people.administrator]) {
      expect(given(standing, book).when({ ...open, by: who })).toEqual({ refused: ['K2'] });
      expect(red.when({ ...moderated(1), by: who })).toEqual({ refused: ['K2'] });
      expect(red.when({ ...seeded('item-1'), by: who })).toEqual({ refused: ['K2'] });
    }
    expect(red.when(open)).toEqual({ refused: ['K3'] });
  });

  test('K4 is the assessor’s own, and nobody’s to moderate who it is about', () => {
    const { state } = red;
    if (state === null) throw new Error('it was opened');
    expect(standing.allows(state, { ...moderated(1), by: as('moderator', people.assessor) })).toBe(false);
    expect(standing.open(state, people.moderator)).toEqual([]);
    expect(standing.open(state, people.system)).toEqual(['RecordModerated', 'RecordSeeded']);
  });

  test('is the moderator’s turn whatever the rating, and no clock runs', () => {
    expect(standing.turns).toEqual({
      red: { owner: 'moderator' },
      amber: { owner: 'moderator' },
      green: { owner: 'moderator' },
    });
    expect(red.state && standing.deadline(red.state)).toBeNull();
  });
});

const alphabet: Record<string, StandingCommand> = {
  'confirm 1': moderated(1),
  'confirm 2': moderated(2),
  'confirm 3': moderated(3),
  'uphold after a query': asked(4),
  'find beyond tolerance': beyond(5),
  'find a critical flip': flipped(6),
  'confirm what is beyond': moderated(7, { within: false }),
  'mark a seeded item right': seeded('item-1'),
  'mark another wrong': seeded('item-2', false),
  'mark nothing': seeded(''),
  'open again': open,
};

describe('every path through the standing', () => {
  const quick = rated({
    redToAmber: { consecutiveConfirmed: 2 },
    amberToGreen: { consecutiveConfirmed: 2, seededRight: 0.5 },
  });
  const paths = walk(standing, open, alphabet, quick, ({ row: confirmed, seeded: items }) => [confirmed.length, items]);

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(standing.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 30 }), (commands) => {
        const { state, replayed, unexplained } = sent(standing, [open, ...commands], quick);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
