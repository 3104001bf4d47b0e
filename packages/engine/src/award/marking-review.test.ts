import { componentId, statementCode } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appealId,
  awardId,
  batchId,
  cohortId,
  digestOf,
  instant,
  markingReviewId,
  personId,
  submissionId,
} from '../kernel/index.ts';
import { emptyBank } from '../scoring/index.ts';
import { as, demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import {
  award,
  correctsAward,
  markingErrors,
  markingReview,
  opensMarkingReview,
  type AllocateReviewer,
  type Change,
  type DecideReview,
  type MarkingError,
  type MarkingReviewCommand,
  type RecommendAward,
  type RequestReview,
} from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const shipped = npqicl.scheme;
const book = smallBook(shipped);

const releasedAt = noon(2);
const at = noon(10);
const reviewer = { ...people.moderator, person: personId('moderator-7') };
const one = statementCode.parse('ONE.S1');
const two = statementCode.parse('ONE.S2');
const three = statementCode.parse('TWO.S1');
const gate = componentId.parse('C2');

const recommend: RecommendAward = {
  type: 'RecommendAward',
  award: awardId('award-1'),
  submission: submissionId('submission-1'),
  candidate: people.candidate.person,
  assessors: [people.assessor.person, people.otherAssessor.person],
  moderators: [people.moderator.person],
  provider: demoProvider,
  cohort: cohortId('cohort-1'),
  batch: batchId('batch-1'),
  signed: digestOf('what was signed'),
  findings: { scores: { 'ONE.S1': 2, 'ONE.S2': 3, 'TWO.S1': 1 }, gates: { C2: true }, attempt: 2 },
  grounds: {},
  bank: { scores: { 'ONE.S2': 3 }, gates: {}, allowances: {} },
  by: people.system,
  at: releasedAt,
};
const recommended = given(award, book).after(recommend);
const released = recommended.after({
  type: 'RatifyAward',
  reauthenticated: true,
  by: people.moderator,
  at: releasedAt,
});
if (released.state === null || recommended.state === null) throw new Error('it was released');
const { state: result } = released;

const asked = {
  review: markingReviewId('review-of-marking-1'),
  kind: 'marking',
  consent: true,
  says: ' E2 was not looked at. ',
  earlier: [],
  by: people.candidate,
  at,
} as const;
const request = opensMarkingReview(result, asked);
const allocate: AllocateReviewer = {
  type: 'AllocateReviewer',
  reviewer: reviewer.person,
  appointed: true,
  by: people.provider,
  at,
};
const change = (standard: typeof one, score: number, code: MarkingError | null = 'evidenceOverlooked'): Change => ({
  standard,
  score,
  code,
  reason: ' E2 shows it. ',
});
const decide = (...changes: readonly Change[]): DecideReview => ({
  type: 'DecideReview',
  changes,
  reason: ' The evidence was read again. ',
  by: reviewer,
  at,
});

const opened = given(markingReview, book);
const requested = opened.after(request);
const allocated = requested.after(allocate);
const clerical = opened.after({ ...request, kind: 'clerical' }).after(allocate);

describe('a request for a review', () => {
  test('RVM-1 is made of a result that is released and not void', () => {
    if (recommended.state === null) throw new Error('it was recommended');
    expect(opened.when(opensMarkingReview(recommended.state, asked))).toEqual({ refused: ['RVM-1'] });
    const voided = released.after({ type: 'VoidAward', reason: 'Not theirs.', by: people.moderator, at }).state;
    if (voided === null) throw new Error('it was voided');
    expect(opened.when(opensMarkingReview(voided, asked))).toEqual({ refused: ['RVM-1'] });
    expect(opened.when(request)).toEqual({ facts: ['ReviewRequested'] });
  });

  test.each([
    ['clerical', '2026-03-12T23:59:59.999Z', '2026-03-13T00:00:00.000Z', '2026-03-12'],
    ['marking', '2026-04-01T22:59:59.999Z', '2026-04-01T23:00:00.000Z', '2026-04-01'],
  ] as const)('RVM-2 of the kind %s is made until %s', (kind, last, late, day) => {
    expect(opened.when({ ...request, kind, at: instant(last) })).toEqual({ facts: ['ReviewRequested'] });
    expect(opened.when({ ...request, kind, at: instant(late) })).toEqual({ refused: ['RVM-2'] });
    expect(opened.says({ ...request, kind, at: instant(late) })).toEqual([
      `A review is asked for within its time from the release. It could be asked for until ${day}.`,
    ]);
    expect(opened.when({ ...request, kind, at: instant(late), by: people.system })).toEqual({
      facts: ['ReviewRequested'],
    });
    const clockless = given(markingReview, smallBook(shipped, { clocks: [] }));
    expect(clockless.when({ ...request, kind, at: instant(late) })).toEqual({ facts: ['ReviewRequested'] });
  });

  test('RVM-3 to look at the marking consents that scores may go down; a clerical check needs no consent', () => {
    expect(opened.when({ ...request, consent: false })).toEqual({ refused: ['RVM-3'] });
    expect(opened.when({ ...request, consent: false, kind: 'clerical' })).toEqual({ facts: ['ReviewRequested'] });
  });

  test('RVM-4 waits for the one before it, and comes once of each kind unless an appeal orders it', () => {
    const again = (kind: 'clerical' | 'marking', decided: boolean, by = people.candidate): RequestReview => ({
      ...request,
      earlier: [{ kind, decided }],
      by,
    });
    expect(opened.when(again('clerical', false))).toEqual({ refused: ['RVM-4'] });
    expect(opened.when(again('clerical', true))).toEqual({ facts: ['ReviewRequested'] });
    expect(opened.when(again('marking', true))).toEqual({ refused: ['RVM-4'] });
    expect(opened.when({ ...again('marking', true), by: people.system })).toEqual({ facts: ['ReviewRequested'] });
    expect(opened.when({ ...again('marking', false), by: people.system })).toEqual({ refused: ['RVM-4'] });
  });

  test('RVM-5 says what is to be looked at again', () => {
    expect(opened.when({ ...request, says: ' ' })).toEqual({ refused: ['RVM-5'] });
  });

  test('K2 is made by the candidate whose result it is', () => {
    for (const by of [people.otherCandidate, people.assessor, people.moderator, people.provider])
      expect(opened.when({ ...request, by })).toEqual({ refused: ['K2'] });
  });

  test('carries the release as the award has it, and sets the time to decide running', () => {
    expect(request).toEqual({
      type: 'RequestReview',
      award: 'award-1',
      submission: 'submission-1',
      candidate: 'candidate-1',
      provider: 'provider-1',
      scores: { 'ONE.S1': 2, 'ONE.S2': 3, 'TWO.S1': 1 },
      gates: { C2: true },
      before: { scores: { 'ONE.S2': 3 }, gates: {}, allowances: {} },
      assessors: ['assessor-1', 'assessor-2'],
      moderators: ['moderator-1'],
      releasedAt,
      appeal: null,
      ...asked,
    });
    const {
      type: _type,
      by: _by,
      at: _at,
      releasedAt: _released,
      earlier: _earlier,
      consent: _c,
      says: _s,
      ...rest
    } = request;
    const due = { clock: 'decide-review', at: '2026-04-09T22:59:59.999Z' };
    expect(requested.state?.context).toEqual({ ...rest, due, reviewer: null, decidedAt: null });
    expect(requested.facts[0]).toMatchObject({ consent: true, says: 'E2 was not looked at.', due });
  });
});

describe('a review of marking', () => {
  test('RVM-6 is given to somebody appointed as a moderator', () => {
    expect(requested.when({ ...allocate, appointed: false })).toEqual({ refused: ['RVM-6'] });
  });

  test('RVM-7 is given to nobody who had a part in the marking, and may be given to another', () => {
    for (const { person } of [people.candidate, people.assessor, people.otherAssessor, people.moderator])
      expect(requested.when({ ...allocate, reviewer: person })).toEqual({ refused: ['RVM-7'] });
    const involved = [{ person: reviewer.person, role: 'provider' } as const];
    expect(requested.when({ ...allocate, involved })).toEqual({ refused: ['RVM-7'] });
    expect(requested.when({ ...allocate, involved: [{ person: people.provider.person, role: 'provider' }] })).toEqual({
      facts: ['ReviewerAllocated'],
    });
    const other = personId('moderator-8');
    expect(allocated.after({ ...allocate, reviewer: other }).state).toMatchObject({
      status: 'allocated',
      context: { reviewer: other },
    });
  });

  test('RVM-8 is decided with a reason, whether something changes or nothing', () => {
    expect(allocated.when({ ...decide(), reason: ' ' })).toEqual({ refused: ['RVM-8'] });
    expect(allocated.when({ ...decide(change(three, 2)), reason: '' })).toEqual({ refused: ['RVM-8'] });
  });

  test('RVM-9 changes no score without a marking error, its code and a reason', () => {
    const opinion = change(three, 2, null);
    const unknown: Change = JSON.parse(JSON.stringify({ ...opinion, code: 'generosity' }));
    expect(allocated.when(decide(opinion))).toEqual({ refused: ['RVM-9'] });
    expect(allocated.when(decide(unknown))).toEqual({ refused: ['RVM-9'] });
    expect(allocated.when(decide({ ...change(three, 2), reason: ' ' }))).toEqual({ refused: ['RVM-9'] });
    expect(allocated.says(decide(change(three, 2), change(one, 3, null)))).toEqual([
      'A score is changed only for a marking error, named by its code and with a reason. No error is named for ONE.S1.',
    ]);
    expect(allocated.says(decide(change(one, 3, null), change(three, 2, null)))[0]).toContain(
      'No error is named for ONE.S1, TWO.S1.',
    );
  });

  test.each(markingErrors)('RVM-9 RVM-10 changes a score for %s; a clerical check only for transcription', (code) => {
    expect(allocated.when(decide(change(three, 2, code)))).toEqual({ facts: ['MarkingErrorFound'] });
    expect(clerical.when(decide(change(three, 2, code)))).toEqual(
      code === 'transcription' ? { facts: ['MarkingErrorFound'] } : { refused: ['RVM-10'] },
    );
  });

  test('RVM-10 a clerical check with a slip in it changes nothing else beside it', () => {
    const both = decide(change(three, 2, 'transcription'), change(one, 3));
    expect(clerical.when(both)).toEqual({ refused: ['RVM-10'] });
    expect(allocated.when(both)).toEqual({ facts: ['MarkingErrorFound'] });
  });

  test('RVM-11 changes what this attempt was marked on, each once', () => {
    const known = statementCode.parse('ONE.K1');
    expect(allocated.when(decide(change(two, 2)))).toEqual({ refused: ['RVM-11'] });
    expect(allocated.when(decide(change(known, 2)))).toEqual({ refused: ['RVM-11'] });
    expect(allocated.says(decide(change(known, 2), change(three, 2), change(three, 3)))).toEqual([
      'A review changes what this attempt was marked on, each standard or gate once. Not marked in this attempt, or named twice: ONE.K1, TWO.S1.',
    ]);
    const other: Change = { gate: componentId.parse('C1'), met: false, code: 'transcription', reason: 'No.' };
    expect(allocated.when(decide(other))).toEqual({ refused: ['RVM-11'] });
    expect(allocated.when(decide({ ...other, gate }))).toEqual({ facts: ['MarkingErrorFound'] });
    const banked = opened.after({ ...request, before: { ...emptyBank, gates: { C2: true } } }).after(allocate);
    expect(banked.when(decide({ ...other, gate }))).toEqual({ refused: ['RVM-11'] });
  });

  test.each([1, -1, 5, 1.5])('RVM-12 does not change a score of 1 to %s', (score) => {
    expect(allocated.when(decide(change(three, score)))).toEqual({ refused: ['RVM-12'] });
  });

  test('RVM-12 changes a score to any other on the scale, and a gate to its other state', () => {
    for (const score of [0, 2, 4])
      expect(allocated.when(decide(change(three, score)))).toEqual({ facts: ['MarkingErrorFound'] });
    const same: Change = { gate, met: true, code: 'transcription', reason: 'No.' };
    expect(allocated.when(decide(same))).toEqual({ refused: ['RVM-12'] });
  });

  test('K2 is decided by the moderator to whom it was given, and given by the provider or an administrator', () => {
    for (const by of [people.moderator, as('assessor', reviewer), as('provider', reviewer)])
      expect(allocated.when({ ...decide(), by })).toEqual({ refused: ['K2'] });
    expect(requested.when({ ...allocate, by: people.stranger })).toEqual({ refused: ['K2'] });
    expect(requested.when({ ...allocate, by: reviewer })).toEqual({ refused: ['K2'] });
    expect(requested.when({ ...allocate, by: { ...people.administrator, provider: null } })).toEqual({
      facts: ['ReviewerAllocated'],
    });
  });

  test('K4 is not decided by somebody who turns out to have marked it, nor given by its candidate', () => {
    const involved = [{ person: reviewer.person, role: 'assessor' } as const];
    expect(allocated.when({ ...decide(), involved })).toEqual({ refused: ['K4'] });
    expect(requested.when({ ...allocate, by: as('provider', people.candidate) })).toEqual({ refused: ['K4'] });
    expect(allocated.when({ ...allocate, by: as('administrator', people.candidate) })).toEqual({ refused: ['K4'] });
    const { reviewer: _none, ...again } = allocate;
    const self = allocated.after({ ...again, reviewer: personId('moderator-8') });
    expect(self.when(decide())).toEqual({ refused: ['K2'] });
  });

  test('tells what was changed and until when it can be appealed against', () => {
    const found = allocated.after(
      decide(change(three, 2), { gate, met: false, code: 'transcription', reason: ' Slip. ' }),
    );
    expect(found.facts.at(-1)).toEqual({
      type: 'MarkingErrorFound',
      review: 'review-of-marking-1',
      kind: 'marking',
      award: 'award-1',
      submission: 'submission-1',
      candidate: 'candidate-1',
      provider: 'provider-1',
      changes: [
        { standard: three, from: 1, to: 2, code: 'evidenceOverlooked', reason: 'E2 shows it.' },
        { gate, from: true, to: false, code: 'transcription', reason: 'Slip.' },
      ],
      reason: 'The evidence was read again.',
      appealBy: { clock: 'appeal', at: '2026-04-09T22:59:59.999Z' },
      by: reviewer,
      at,
    });
    expect(found.state).toMatchObject({
      status: 'corrected',
      context: { scores: { 'ONE.S1': 2, 'ONE.S2': 3, 'TWO.S1': 2 }, gates: { C2: false }, decidedAt: at, due: null },
    });
    const none = allocated.after(decide());
    expect(none.facts.at(-1)).toMatchObject({
      type: 'NoMarkingErrorFound',
      changes: [],
      appealBy: { clock: 'appeal' },
    });
    expect(none.state).toMatchObject({
      status: 'unchanged',
      context: { scores: result.context.scores, decidedAt: at, due: null },
    });
  });

  test('cannot be appealed against after a clerical check, nor where an appeal ordered it', () => {
    expect(clerical.after(decide()).facts.at(-1)).toMatchObject({ kind: 'clerical', appealBy: null });
    const ordered = opened.after({ ...request, appeal: appealId('appeal-1'), by: people.system }).after(allocate);
    expect(ordered.after(decide()).facts.at(-1)).toMatchObject({ appealBy: null });
  });

  test('corrects the award that it is about', () => {
    const fact = allocated.after(decide(change(three, 2))).facts.at(-1);
    if (fact?.type !== 'MarkingErrorFound') throw new Error('an error was found');
    const correction = correctsAward(fact);
    expect(correction).toEqual({
      type: 'CorrectAward',
      review: 'review-of-marking-1',
      changes: fact.changes,
      reason: 'The evidence was read again.',
      by: { ...reviewer, role: 'system' },
      at,
    });
    expect(released.when(correction)).toEqual({ facts: ['AwardCorrectedToPass'] });
  });

  test('R4 RVM-9 without a marking error leaves every score, whatever is asked (11.10)', () => {
    const codes = fc.constantFrom<string | null>(null, 'generosity', ...markingErrors, ...markingErrors);
    const changes = fc.array(
      fc.record({
        standard: fc.constantFrom('ONE.S1', 'ONE.S2', 'TWO.S1'),
        score: fc.nat({ max: book.highest }),
        code: codes,
        reason: fc.constantFrom('E2 shows it.', 'E3 shows it.', 'E4 shows it.', ''),
      }),
      { maxLength: 3 },
    );
    const seen = { corrected: 0, left: 0 };
    fc.assert(
      fc.property(changes, fc.boolean(), (wished, checked) => {
        const wish: readonly Change[] = JSON.parse(JSON.stringify(wished));
        const outcome = markingReview.decide((checked ? clerical : allocated).state, decide(...wish), book);
        const fact = outcome.ok ? outcome.facts[0] : undefined;
        const error = fact?.type === 'MarkingErrorFound' ? fact : null;
        seen[error === null ? 'left' : 'corrected'] += 1;
        // Only a named error leads to a correction, and then of the standards that it names; nothing else could.
        const named = wished.every(
          ({ code, reason }) => reason !== '' && markingErrors.some((known) => known === code),
        );
        expect(error === null || named).toBe(true);
        const expected = { ...result.context.scores };
        for (const { standard, score } of error === null ? [] : wished) expected[standard] = score;
        const now = error === null ? released : released.after(correctsAward(error));
        expect(now.state?.context.scores).toEqual(expected);
        expect(outcome.ok ? outcome.next.context.scores : expected).toEqual(expected);
      }),
      { seed: 42, numRuns: 500 },
    );
    expect(Math.min(seen.corrected, seen.left)).toBeGreaterThan(20);
  });
});

const alphabet: Record<string, MarkingReviewCommand> = {
  allocate,
  'allocate to an assessor of it': { ...allocate, reviewer: people.assessor.person },
  'find nothing': decide(),
  'find an error': decide(change(three, 2)),
  'change without an error': decide(change(three, 2, null)),
  'decide without a reason': { ...decide(), reason: '' },
  'request again': request,
};

describe('every path through a review of marking', () => {
  const paths = walk(markingReview, request, alphabet, book);

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(markingReview.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('is somebody’s turn until it is decided, within the time to decide', () => {
    if (allocated.state === null || requested.state === null) throw new Error('it was requested');
    const due = { clock: 'decide-review', at: '2026-04-09T22:59:59.999Z', command: null };
    expect([markingReview.deadline(requested.state), markingReview.deadline(allocated.state)]).toEqual([due, due]);
    expect(markingReview.turns).toEqual({
      requested: { owner: 'provider' },
      allocated: { owner: 'moderator' },
      corrected: null,
      unchanged: null,
    });
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 12 }), (row) => {
        const { state, replayed, unexplained } = sent(markingReview, [request, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 100 },
    );
  });
});
