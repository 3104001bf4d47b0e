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
import { as, demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import {
  appeal,
  award,
  correctsOnAppeal,
  markingReview,
  opensAppeal,
  opensMarkingReview,
  reopensReview,
  type AllocateOfficer,
  type AppealCommand,
  type AppealGround,
  type Change,
  type ConvenePanel,
  type DecideAppeal,
  type DecideByPanel,
  type MarkingReviewCommand,
  type RecommendAward,
} from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const shipped = npqicl.scheme;
const book = smallBook(shipped);

const at = noon(10);
const moderatorNamed = (name: string) => ({ ...people.moderator, person: personId(name) });
const reviewer = moderatorNamed('moderator-7');
const officer = moderatorNamed('moderator-8');
const insider = moderatorNamed('moderator-9');
const outsider = { ...moderatorNamed('outsider-1'), provider: null };
const external = { ...outsider, person: personId('outsider-2'), role: 'externalModerator' } as const;
const one = statementCode.parse('ONE.S1');
const two = statementCode.parse('ONE.S2');
const three = statementCode.parse('TWO.S1');
const gate = componentId.parse('C2');

const recommend: RecommendAward = {
  type: 'RecommendAward',
  award: awardId('award-1'),
  submission: submissionId('submission-1'),
  candidate: people.candidate.person,
  assessors: [people.assessor.person],
  moderators: [people.moderator.person],
  provider: demoProvider,
  cohort: cohortId('cohort-1'),
  batch: batchId('batch-1'),
  signed: digestOf('what was signed'),
  findings: { scores: { 'ONE.S1': 2, 'ONE.S2': 3, 'TWO.S1': 1 }, gates: { C2: true }, attempt: 2 },
  grounds: {},
  bank: { scores: { 'ONE.S2': 3 }, gates: {}, allowances: {} },
  by: people.system,
  at,
};
const released = given(award, book)
  .after(recommend)
  .after({ type: 'RatifyAward', reauthenticated: true, by: people.moderator, at });
if (released.state === null) throw new Error('it was released');
const { state: result } = released;

const request = opensMarkingReview(result, {
  review: markingReviewId('review-of-marking-1'),
  kind: 'marking',
  consent: true,
  says: 'E2 was not looked at.',
  earlier: [],
  by: people.candidate,
  at,
});
const allocateReviewer: MarkingReviewCommand = {
  type: 'AllocateReviewer',
  reviewer: reviewer.person,
  appointed: true,
  by: people.provider,
  at,
};
const findNothing: MarkingReviewCommand = {
  type: 'DecideReview',
  changes: [],
  reason: 'The marking stands.',
  by: reviewer,
  at,
};
const requested = given(markingReview, book).after(request);
const decided = requested.after(allocateReviewer).after(findNothing);
if (requested.state === null || decided.state === null) throw new Error('it was decided');
const { state: decision } = decided;

const made = {
  appeal: appealId('appeal-1'),
  grounds: 'procedure',
  says: ' Nobody looked at E2. ',
  appealed: false,
  by: people.candidate,
  at,
} as const;
const lodge = opensAppeal(decision, made);
const allocate: AllocateOfficer = {
  type: 'AllocateOfficer',
  officer: officer.person,
  appointed: true,
  by: people.provider,
  at,
};
const change = (standard: typeof one, score: number, code: Change['code'] = 'procedureNotFollowed'): Change => ({
  standard,
  score,
  code,
  reason: ' E2 was left out. ',
});
const slip: Change = { gate, met: false, code: 'transcription', reason: 'A slip.' };
const decide = (upheld: boolean, ...changes: readonly Change[]): DecideAppeal => ({
  type: 'DecideAppeal',
  upheld,
  changes,
  reason: ' I have read it all. ',
  by: officer,
  at,
});
const escalate: AppealCommand = { type: 'EscalateAppeal', says: ' I disagree. ', by: people.candidate, at };
const lapsed = instant('2026-03-24T23:59:59.999Z');
const after = instant('2026-03-25T00:00:00.000Z');
const lapse: AppealCommand = { type: 'LapseAppeal', by: people.system, at: after };
const member = (person: { person: ReturnType<typeof personId> }, connected = false) => ({
  person: person.person,
  connected,
});
const convene = (...members: ConvenePanel['members']): ConvenePanel => ({
  type: 'ConvenePanel',
  members,
  by: people.provider,
  at,
});
const panel = convene(member(insider, true), member(outsider), member(external));
const rule = (upheld: boolean, ...changes: readonly Change[]): DecideByPanel => ({
  ...decide(upheld, ...changes),
  type: 'DecideByPanel',
  by: outsider,
});

const opened = given(appeal, book);
const lodged = opened.after(lodge);
const withOfficer = lodged.after(allocate);
const rejected = withOfficer.after(decide(false));
const escalated = rejected.after(escalate);
const withPanel = escalated.after(panel);

describe('an appeal that is lodged', () => {
  test('APP-1 follows a review of marking that is decided, not a clerical check', () => {
    if (requested.state === null) throw new Error('it was requested');
    expect(opened.when(opensAppeal(requested.state, made))).toEqual({ refused: ['APP-1'] });
    expect(opened.when({ ...lodge, kind: 'clerical' })).toEqual({ refused: ['APP-1'] });
    expect(opened.when(lodge)).toEqual({ facts: ['AppealLodged'] });
  });

  test('APP-2 comes within its time from the decision', () => {
    const late = { ...lodge, at: instant('2026-04-09T23:00:00.000Z') };
    expect(opened.when({ ...lodge, at: instant('2026-04-09T22:59:59.999Z') })).toEqual({ facts: ['AppealLodged'] });
    expect(opened.when(late)).toEqual({ refused: ['APP-2'] });
    expect(opened.says(late)).toEqual([
      'An appeal is lodged within its time from the decision. It could be lodged until 2026-04-09.',
    ]);
    expect(given(appeal, smallBook(shipped, { clocks: [] })).when(late)).toEqual({ facts: ['AppealLodged'] });
  });

  test('APP-3 names one of the grounds and says why', () => {
    expect(opened.when({ ...lodge, says: ' ' })).toEqual({ refused: ['APP-3'] });
    const unknown: AppealGround = JSON.parse('"disappointment"');
    expect(opened.when({ ...lodge, grounds: unknown })).toEqual({ refused: ['APP-3'] });
    expect(opened.when({ ...lodge, grounds: 'conflict' })).toEqual({ facts: ['AppealLodged'] });
  });

  test('APP-4 comes once, and not against a review that an appeal ordered', () => {
    expect(opened.when({ ...lodge, appealed: true })).toEqual({ refused: ['APP-4'] });
    const { context } = decision;
    const ordered = opensAppeal({ ...decision, context: { ...context, appeal: made.appeal } }, made);
    expect(opened.when(ordered)).toEqual({ refused: ['APP-4'] });
  });

  test('K2 is the candidate’s own', () => {
    for (const by of [people.otherCandidate, people.provider, people.system])
      expect(opened.when({ ...lodge, by })).toEqual({ refused: ['K2'] });
  });

  test('carries the review as it was decided, and sets the time to decide running', () => {
    expect(lodge).toEqual({
      type: 'LodgeAppeal',
      award: 'award-1',
      submission: 'submission-1',
      candidate: 'candidate-1',
      provider: 'provider-1',
      scores: { 'ONE.S1': 2, 'ONE.S2': 3, 'TWO.S1': 1 },
      gates: { C2: true },
      before: recommend.bank,
      assessors: ['assessor-1'],
      moderators: ['moderator-1', 'moderator-7'],
      review: 'review-of-marking-1',
      kind: 'marking',
      decidedAt: at,
      ordered: false,
      ...made,
    });
    const {
      type: _t,
      by: _b,
      at: _a,
      kind: _k,
      decidedAt: _d,
      ordered: _o,
      appealed: _p,
      grounds: _g,
      says: _s,
      ...rest
    } = lodge;
    const due = { clock: 'decide-appeal', at: '2026-04-09T22:59:59.999Z' };
    expect(lodged.state?.context).toEqual({ ...rest, due, officer: null, panel: [] });
    expect(lodged.facts[0]).toMatchObject({ grounds: 'procedure', says: 'Nobody looked at E2.', due });
    if (requested.state === null) throw new Error('it was requested');
    expect(opensAppeal(requested.state, made).moderators).toEqual(['moderator-1']);
  });
});

describe('an appeal before an officer', () => {
  test('APP-5 is given to somebody appointed as a moderator', () => {
    expect(lodged.when({ ...allocate, appointed: false })).toEqual({ refused: ['APP-5'] });
  });

  test('APP-6 is given to nobody who marked, moderated, reviewed or otherwise had a part', () => {
    for (const { person } of [people.candidate, people.assessor, people.moderator, reviewer])
      expect(lodged.when({ ...allocate, officer: person })).toEqual({ refused: ['APP-6'] });
    const involved = [{ person: officer.person, role: 'moderator' } as const];
    expect(lodged.when({ ...allocate, involved })).toEqual({ refused: ['APP-6'] });
    expect(withOfficer.after({ ...allocate, officer: insider.person }).state).toMatchObject({
      status: 'withOfficer',
      context: { officer: 'moderator-9' },
    });
  });

  test('APP-7 is decided with a reason, by officer and panel', () => {
    expect(withOfficer.when({ ...decide(true), reason: ' ' })).toEqual({ refused: ['APP-7'] });
    expect(withOfficer.when({ ...decide(false), reason: ' ' })).toEqual({ refused: ['APP-7'] });
    expect(withPanel.when({ ...rule(true), reason: ' ' })).toEqual({ refused: ['APP-7'] });
  });

  test('APP-8 corrects a slip where it is upheld, marks nothing, and changes nothing where it is rejected', () => {
    for (const code of ['evidenceOverlooked', 'wrongStandard', 'scaleMisapplied', null] as const)
      expect(withOfficer.when(decide(true, change(three, 2, code)))).toEqual({ refused: ['APP-8'] });
    expect(withOfficer.when(decide(true, { ...change(three, 2), reason: ' ' }))).toEqual({ refused: ['APP-8'] });
    expect(withOfficer.when(decide(false, change(three, 2)))).toEqual({ refused: ['APP-8'] });
    for (const code of ['procedureNotFollowed', 'transcription'] as const)
      expect(withOfficer.when(decide(true, change(three, 2, code)))).toEqual({ facts: ['AppealUpheld'] });
    expect(withOfficer.when(decide(true))).toEqual({ facts: ['AppealUpheld'] });
    expect(withPanel.when(rule(true, change(three, 2, 'wrongStandard')))).toEqual({ refused: ['APP-8'] });
  });

  test('APP-9 corrects what this attempt was marked on, each once, to another score on the scale', () => {
    const known = statementCode.parse('ONE.K1');
    for (const wrong of [change(two, 2), change(known, 2), change(three, 1), change(three, 5), { ...slip, met: true }])
      expect(withOfficer.when(decide(true, wrong))).toEqual({ refused: ['APP-9'] });
    expect(withOfficer.when(decide(true, slip))).toEqual({ facts: ['AppealUpheld'] });
    expect(withOfficer.says(decide(true, change(two, 2), slip, change(three, 2), change(three, 3)))).toEqual([
      'An appeal corrects what this attempt was marked on, each standard or gate once, to another score on the scale. Not so: ONE.S2, TWO.S1.',
    ]);
    expect(withPanel.when(rule(true, change(two, 2)))).toEqual({ refused: ['APP-9'] });
  });

  test('K2 is decided by its officer, and given by the provider or an administrator', () => {
    for (const by of [people.moderator, reviewer, people.provider])
      expect(withOfficer.when({ ...decide(true), by })).toEqual({ refused: ['K2'] });
    expect(lodged.when({ ...allocate, by: people.stranger })).toEqual({ refused: ['K2'] });
    expect(lodged.when({ ...allocate, by: { ...people.administrator, provider: null } })).toEqual({
      facts: ['OfficerAllocated'],
    });
  });

  test('K4 is decided by nobody in a role that conflicts with theirs', () => {
    const involved = [{ person: officer.person, role: 'assessor' } as const];
    expect(withOfficer.when({ ...decide(true), involved })).toEqual({ refused: ['K4'] });
    expect(lodged.when({ ...allocate, by: as('provider', people.candidate) })).toEqual({ refused: ['K4'] });
  });

  test('tells what was upheld and who decides no more', () => {
    const upheld = withOfficer.after(decide(true, change(three, 2)));
    expect(upheld.facts.at(-1)).toEqual({
      type: 'AppealUpheld',
      appeal: 'appeal-1',
      review: 'review-of-marking-1',
      award: 'award-1',
      submission: 'submission-1',
      candidate: 'candidate-1',
      provider: 'provider-1',
      reason: 'I have read it all.',
      changes: [{ standard: three, from: 1, to: 2, code: 'procedureNotFollowed', reason: 'E2 was left out.' }],
      decidedBefore: ['moderator-1', 'moderator-7', 'moderator-8'],
      by: officer,
      at,
    });
    expect(upheld.state).toMatchObject({ status: 'officerUpheld', context: { due: null } });
  });
});

describe('an appeal that an officer rejected', () => {
  test('APP-10 goes to a panel within its time, with what the candidate says', () => {
    expect(rejected.when({ ...escalate, says: ' ' })).toEqual({ refused: ['APP-10'] });
    expect(rejected.when({ ...escalate, at: after })).toEqual({ refused: ['APP-10'] });
    expect(rejected.when({ ...escalate, at: lapsed })).toEqual({ facts: ['AppealEscalated'] });
    const clockless = smallBook(shipped, { clocks: [] });
    const open = given(appeal, clockless).after(lodge).after(allocate).after(decide(false));
    expect(open.state?.context.due).toBeNull();
    expect(open.when({ ...escalate, at: after })).toEqual({ facts: ['AppealEscalated'] });
    expect(open.when(lapse)).toEqual({ refused: ['APP-11'] });
  });

  test('APP-11 lapses only once that time has passed', () => {
    expect(rejected.when({ ...lapse, at: lapsed })).toEqual({ refused: ['APP-11'] });
    expect(rejected.after(lapse).state).toMatchObject({ status: 'lapsed', context: { due: null } });
    expect(rejected.when({ ...lapse, by: people.provider })).toEqual({ refused: ['K2'] });
  });

  test('tells why, and by when it can be taken further', () => {
    expect(rejected.facts.at(-1)).toEqual({
      type: 'AppealRejected',
      appeal: 'appeal-1',
      review: 'review-of-marking-1',
      award: 'award-1',
      submission: 'submission-1',
      candidate: 'candidate-1',
      provider: 'provider-1',
      reason: 'I have read it all.',
      due: { clock: 'escalate-appeal', at: lapsed },
      by: officer,
      at,
    });
    expect(escalated.facts.at(-1)).toMatchObject({ says: 'I disagree.', due: { clock: 'decide-appeal' } });
  });
});

describe('an appeal before a panel', () => {
  test('APP-12 is heard by at least three, each once', () => {
    expect(escalated.when(convene(member(outsider), member(external)))).toEqual({ refused: ['APP-12'] });
    expect(escalated.when(convene(member(outsider), member(external), member(outsider)))).toEqual({
      refused: ['APP-12'],
    });
    expect(escalated.when(panel)).toEqual({ facts: ['PanelConvened'] });
  });

  test('APP-13 is heard by at least one who is not connected', () => {
    const connected = convene(member(insider, true), member(outsider, true), member(external, true));
    expect(escalated.when(connected)).toEqual({ refused: ['APP-13'] });
  });

  test('APP-14 is heard by nobody who marked, moderated, reviewed or decided it', () => {
    for (const who of [people.candidate, people.assessor, people.moderator, reviewer, officer])
      expect(escalated.when(convene(member(who, true), member(outsider), member(external)))).toEqual({
        refused: ['APP-14'],
      });
    expect(escalated.when({ ...panel, involved: [{ person: insider.person, role: 'provider' }] })).toEqual({
      refused: ['APP-14'],
    });
    const another = convene(member(external), member(outsider), member(moderatorNamed('outsider-3')));
    expect(withPanel.after(another).state).toMatchObject({
      status: 'withPanel',
      context: { panel: [{ person: 'outsider-2' }, { person: 'outsider-1' }, { person: 'outsider-3' }] },
    });
  });

  test('APP-15 is decided by a member who is not connected, as a moderator or an external moderator', () => {
    expect(withPanel.when({ ...rule(true), by: insider })).toEqual({ refused: ['APP-15'] });
    expect(withPanel.when(rule(true))).toEqual({ facts: ['PanelUpheldAppeal'] });
    expect(withPanel.when({ ...rule(false), by: external })).toEqual({ facts: ['PanelRejectedAppeal'] });
  });

  test('K2 is decided by its members alone, no more by the officer', () => {
    for (const by of [officer, reviewer, people.provider])
      expect(withPanel.when({ ...rule(true), by })).toEqual({ refused: ['K2'] });
  });

  test('K4 has no external moderator who moderated or decided it', () => {
    const involved = [{ person: external.person, role: 'moderator' } as const];
    expect(withPanel.when({ ...rule(true), by: external, involved })).toEqual({ refused: ['K4'] });
  });

  test('is final, upheld with what follows or rejected', () => {
    const upheld = withPanel.after(rule(true, slip));
    expect(upheld.facts.at(-1)).toMatchObject({
      type: 'PanelUpheldAppeal',
      appeal: 'appeal-1',
      reason: 'I have read it all.',
      changes: [{ gate, from: true, to: false, code: 'transcription', reason: 'A slip.' }],
      decidedBefore: ['moderator-1', 'moderator-7', 'moderator-8', 'moderator-9', 'outsider-1', 'outsider-2'],
    });
    expect(upheld.state).toMatchObject({ status: 'panelUpheld', context: { due: null } });
    const rejectedAgain = withPanel.after(rule(false));
    expect(rejectedAgain.facts.at(-1)).toMatchObject({
      type: 'PanelRejectedAppeal',
      appeal: 'appeal-1',
      reason: 'I have read it all.',
    });
    expect(rejectedAgain.state).toMatchObject({ status: 'panelRejected', context: { due: null } });
  });
});

describe('what follows from an appeal that is upheld', () => {
  const upheldWith = (...changes: readonly Change[]) => {
    const fact = withOfficer.after(decide(true, ...changes)).facts.at(-1);
    if (fact?.type !== 'AppealUpheld') throw new Error('it was upheld');
    return fact;
  };

  test('is the correction of the award where it found a slip', () => {
    const fact = upheldWith(change(three, 2));
    const correction = correctsOnAppeal(fact);
    if (correction === null) throw new Error('it corrects');
    expect(correction).toEqual({
      type: 'CorrectAward',
      review: 'appeal-1',
      changes: fact.changes,
      reason: 'I have read it all.',
      by: { ...officer, role: 'system' },
      at,
    });
    expect(released.when(correction)).toEqual({ facts: ['AwardCorrectedToPass'] });
    expect(reopensReview(fact, result, markingReviewId('review-of-marking-2'))).toBeNull();
  });

  test('RVM-7 is otherwise a new review, by nobody who decided on it before', () => {
    const fact = upheldWith();
    expect(correctsOnAppeal(fact)).toBeNull();
    const again = reopensReview(fact, result, markingReviewId('review-of-marking-2'));
    if (again === null) throw new Error('it orders a review');
    expect(again).toEqual({
      ...request,
      review: 'review-of-marking-2',
      says: 'I have read it all.',
      moderators: ['moderator-1', 'moderator-7', 'moderator-8'],
      appeal: 'appeal-1',
      by: { ...officer, role: 'system' },
      at,
    });
    const reopened = given(markingReview, book).after({ ...again, at: noon(28) });
    for (const { person } of [reviewer, officer])
      expect(reopened.when({ ...allocateReviewer, reviewer: person, at: noon(28) })).toEqual({ refused: ['RVM-7'] });
    expect(reopened.when({ ...allocateReviewer, reviewer: insider.person })).toEqual({ facts: ['ReviewerAllocated'] });
  });
});

const alphabet: Record<string, AppealCommand> = {
  allocate,
  'allocate to the reviewer': { ...allocate, officer: reviewer.person },
  'uphold with a correction': decide(true, change(three, 2)),
  'uphold for a new review': decide(true),
  reject: decide(false),
  'decide without a reason': { ...decide(true), reason: '' },
  escalate,
  'escalate too late': { ...escalate, at: after },
  lapse,
  'lapse too early': { ...lapse, at: lapsed },
  convene: panel,
  'convene the connected': convene(member(insider, true), member(outsider, true), member(external, true)),
  'the panel upholds': rule(true),
  'the panel rejects': rule(false),
  'a connected member decides': { ...rule(true), by: insider },
};

describe('every path through an appeal', () => {
  const paths = walk(appeal, lodge, alphabet, book);

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(appeal.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('is somebody’s turn until it is final, within the time that runs', () => {
    const running = [lodged, withOfficer, rejected, escalated, withPanel].map(({ state }) => {
      if (state === null) throw new Error('it was lodged');
      const deadline = appeal.deadline(state);
      return [state.status, appeal.turns[state.status]?.owner, deadline?.clock, deadline?.command];
    });
    expect(running).toEqual([
      ['lodged', 'provider', 'decide-appeal', null],
      ['withOfficer', 'moderator', 'decide-appeal', null],
      ['officerRejected', 'candidate', 'escalate-appeal', 'LapseAppeal'],
      ['escalated', 'provider', 'decide-appeal', null],
      ['withPanel', 'moderator', 'decide-appeal', null],
    ]);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 20 }), (row) => {
        const { state, replayed, unexplained } = sent(appeal, [lodge, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 100 },
    );
  });
});
