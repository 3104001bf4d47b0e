import { day, type Day } from '@assay/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { toldTo } from '../testing/notices.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { refusalsOf, troubleOf } from '../testing/refusals.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

type Caller = Awaited<ReturnType<TestWorld['callerFor']>>;

const today: Day = day('2026-03-10');
/** One element of six statements. */
const remit = { DSO: { A: 2 } };
const element = 'DSO.A';

describe.each(kinds)('on %s', (kind) => {
  let at: TestWorld;
  let staff: Caller;
  let reviewerId = '';
  let reviewer: Caller;
  let practitionerId = '';
  let practitioner: Caller;
  let appraisal = '';
  let codes: string[] = [];

  beforeAll(async () => {
    at = await openWorld(kind);
    staff = await at.callerFor(await at.register('Staff Test', 'north', ['provider']));
    reviewerId = await at.register('Reviewer Test', 'north', ['assessor']);
    reviewer = await at.callerFor(reviewerId);
    const { framework } = at.world.library.appraisals.get('prospect-ecs') ?? {};
    codes = (framework?.areas ?? [])
      .flatMap(({ id, statements }) => (id === 'DSO' ? statements : []))
      .flatMap(({ kind: letter, code }) => (letter === 'A' ? [code] : []));
  });
  afterAll(() => at[Symbol.asyncDispose]());

  const of = (seen: number) => ({ ...at.command(), appraisal, seen });
  const rate = (seen: number, code: string, level: number) =>
    practitioner.appraisal.rateSelf({
      ...of(seen),
      statement: code,
      level,
      evidence: `What shows ${code}.`,
      on: '2026-02-01',
    });
  const judge = (seen: number, code: string, level: number) =>
    reviewer.appraisal.rateAsReviewer({ ...of(seen), statement: code, level, reason: `Why ${code}.` });
  const versionFor = async (caller: Caller) => (await caller.appraisal.show({ appraisal })).version;

  test('a provider opens an appraisal for one of its people, who may be new, with one of its assessors', async () => {
    const opening = { reviewer: reviewerId, framework: 'prospect-ecs', from: '2026-03-01' };
    const ann = { name: 'Ann Test', email: 'ann.test@test.example' };
    await expect(staff.appraisal.open({ ...at.command(), ...opening, ...ann, framework: 'nothing' })).rejects.toThrow(
      'There is no such appraisal profile',
    );
    await expect(reviewer.appraisal.open({ ...at.command(), ...opening, ...ann })).rejects.toThrow(
      'There is no such provider of yours',
    );
    const southern = await at.register('Southern Test', 'south', ['assessor']);
    expect(await refusalsOf(staff.appraisal.open({ ...at.command(), ...opening, ...ann, reviewer: southern }))).toEqual(
      ['APR-3'],
    );
    expect(
      await refusalsOf(
        staff.appraisal.open({ ...at.command(), ...opening, name: 'Staff', email: 'staff.test@test.example' }),
      ),
    ).toEqual(['APR-2']);
    expect(
      await refusalsOf(
        staff.appraisal.open({ ...at.command(), ...opening, name: 'Reviewer', email: 'reviewer.test@test.example' }),
      ),
    ).toEqual(['APR-2']);
    const made = await staff.appraisal.open({ ...at.command(), ...opening, ...ann });
    appraisal = made.appraisal;
    practitionerId = made.practitioner;
    practitioner = await at.callerFor(practitionerId);
    expect((await practitioner.session.me())?.roles).toMatchObject([{ role: 'candidate', provider: { id: 'north' } }]);
    expect(await toldTo(at.world, practitionerId)).toEqual(['Your appraisal is open. What you write in it is yours.']);
    expect(await practitioner.appraisal.show({ appraisal })).toMatchObject({
      as: 'practitioner',
      status: 'remitOpen',
      version: 1,
      period: { from: '2026-03-01', until: '2027-02-28' },
      may: ['ProposeRemit', 'WithdrawAppraisal'],
    });
  });

  test('the two agree a remit: what one puts forward, the other agrees to', async () => {
    const put = { expected: remit };
    expect(await refusalsOf(reviewer.appraisal.proposeRemit({ ...of(1), expected: { DSO: { Q: 2 } } }))).toEqual([
      'APR-5',
    ]);
    expect(await reviewer.appraisal.proposeRemit({ ...of(1), ...put })).toEqual({
      version: 2,
      status: 'remitPutToPractitioner',
    });
    expect(await refusalsOf(reviewer.appraisal.agreeRemit(of(2)))).toEqual(['APR-7']);
    expect(await troubleOf(practitioner.appraisal.agreeRemit(of(1)))).toMatchObject({
      code: 'clash',
      seen: 1,
      now: 2,
      wrote: [{ version: 2, type: 'RemitPutToPractitioner', data: { expected: remit } }],
    });
    await practitioner.appraisal.agreeRemit(of(2));
    const { jobDescription, personSpecification } = await practitioner.appraisal.outline({ appraisal });
    expect(jobDescription).toMatchObject([{ area: 'DSO', parts: [{ kind: 'A', level: 2, levelName: 'Established' }] }]);
    expect(personSpecification).toEqual([]);
    const thought = await staff.appraisal.outline({ framework: 'npqicl-2007', expected: { LLD: { S: 3 } } });
    expect(thought.jobDescription[0]?.parts[0]?.statements).toHaveLength(9);
  });

  describe('while the two rate apart', () => {
    test('neither sees what the other rates, nor how much, nor when, and neither stands in the other’s way', async () => {
      const [first = '', second = ''] = codes;
      expect(await refusalsOf(rate(3, first, 5))).toEqual(['APR-6']);
      await judge(3, first, 1);
      const asReviewer = { ...of(3), statement: first, level: 1, reason: 'Me.' };
      expect(await refusalsOf(practitioner.appraisal.rateAsReviewer(asReviewer))).toEqual(['K2']);
      // The reviewer has rated; the practitioner, who saw version 3, does not clash with it.
      expect(await rate(3, first, 3)).toEqual({ version: 4, status: 'selfReviewOpen' });
      expect(await judge(4, second, 2)).toEqual({ version: 5, status: 'selfReviewOpen' });

      const own = await practitioner.appraisal.show({ appraisal });
      expect(own.version).toBe(4);
      expect(own.told).toMatchObject({
        self: { [first]: { level: 3, evidence: `What shows ${first}.` } },
        reviewer: {},
      });
      const other = await reviewer.appraisal.show({ appraisal });
      expect(other.told).toMatchObject({ self: {}, reviewer: { [first]: { level: 1 }, [second]: { level: 2 } } });
      for (const [caller, hidden] of [
        [practitioner, 'Why DSO'],
        [reviewer, 'What shows'],
      ] as const) {
        const all = [
          await caller.appraisal.show({ appraisal }),
          await caller.record.facts({ stream: appraisal }),
          await caller.appraisal.mine({}),
          await caller.appraisal.given({}),
          await caller.session.notices(),
        ];
        expect(JSON.stringify(all)).not.toContain(hidden);
      }
      expect(JSON.stringify(await practitioner.appraisal.export({ appraisal }))).not.toContain('Why DSO');
      const log = await practitioner.record.facts({ stream: appraisal });
      expect(log.map(({ version, type }) => ({ version, type }))).toEqual([
        { version: 1, type: 'AppraisalOpened' },
        { version: 2, type: 'RemitPutToPractitioner' },
        { version: 3, type: 'RemitAgreed' },
        { version: 4, type: 'SelfRated' },
      ]);
    });

    test('a clash shows one’s own other tab, and nothing of the other’s', async () => {
      const [first = ''] = codes;
      const trouble = await troubleOf(rate(3, first, 2));
      expect(trouble).toMatchObject({ code: 'clash', seen: 3, now: 4, wrote: [{ version: 4, type: 'SelfRated' }] });
      expect(JSON.stringify(trouble)).not.toContain('ReviewerRated');
    });

    test('each seals when everything in the remit is rated, and still sees only their own', async () => {
      let version = 4;
      const [, ...rest] = codes;
      expect(await refusalsOf(practitioner.appraisal.sealSelfReview(of(4)))).toEqual(['APR-11']);
      for (const code of rest) ({ version } = await rate(version, code, 2));
      await practitioner.appraisal.sealSelfReview(of(version));
      const sealed = await practitioner.appraisal.show({ appraisal });
      expect(sealed).toMatchObject({ status: 'selfReviewSealed', sealed: { self: true, reviewer: false } });
      expect(sealed.told.reviewer).toEqual({});
      expect(sealed.differences).toEqual([]);
      expect((await reviewer.appraisal.show({ appraisal })).told.self).toEqual({});

      version = await versionFor(reviewer);
      for (const code of rest) ({ version } = await judge(version, code, 2));
      await reviewer.appraisal.sealReviewerRating(of(version));
    });

    test('once both have sealed each sees the other’s, with what they differ in', async () => {
      const [first = ''] = codes;
      for (const caller of [practitioner, reviewer]) {
        const shown = await caller.appraisal.show({ appraisal });
        expect(shown.status).toBe('awaitingMeeting');
        expect(Object.keys(shown.told.self)).toHaveLength(6);
        expect(Object.keys(shown.told.reviewer)).toHaveLength(6);
        expect(shown.differences).toMatchObject([{ code: first, self: 3, reviewed: 1, difference: 2 }]);
      }
      expect(await versionFor(practitioner)).toBe(await versionFor(reviewer));
    });
  });

  describe('after the meeting', () => {
    let version = 0;
    const seen = () => of(version);

    test('a profile and objectives are agreed by both', async () => {
      version = await versionFor(reviewer);
      const meeting = { on: today, account: 'We talked for an hour.' };
      ({ version } = await reviewer.appraisal.recordMeeting({ ...seen(), ...meeting }));
      const aim = {
        objective: 'O1' as const,
        aim: 'Lead a network.',
        successMeasure: 'Three meetings.',
        support: 'A mentor.',
        reachedBy: '2027-01-31',
        continues: null,
      };
      ({ version } = await practitioner.appraisal.setObjective({ ...seen(), ...aim }));
      ({ version } = await practitioner.appraisal.setObjective({ ...seen(), ...aim, objective: 'O2' }));
      ({ version } = await reviewer.appraisal.dropObjective({ ...seen(), objective: 'O2' }));
      expect(await refusalsOf(reviewer.appraisal.agreeProfile({ ...seen(), levels: {} }))).toEqual(['APR-14']);
      ({ version } = await reviewer.appraisal.agreeProfile({ ...seen(), levels: { [element]: 2 } }));
      expect(await refusalsOf(reviewer.appraisal.confirmProfile(seen()))).toEqual(['APR-7']);
      ({ version } = await practitioner.appraisal.confirmProfile(seen()));
      const shown = await practitioner.appraisal.show({ appraisal });
      expect(shown).toMatchObject({ status: 'underWay', told: { objectives: [{ objective: 'O1' }] } });
      expect(Object.values(shown.agreed)).toEqual([2, 2, 2, 2, 2, 2]);
      expect(shown.radar).toMatchObject([{ area: 'DSO', elements: [{ expected: 2, minimum: 2, median: 2 }] }]);
      expect(shown.gaps).toMatchObject([{ area: 'DSO', widest: 0 }]);
    });

    test('the year is looked at in the middle and at its end, and carried into the next with the same reviewer', async () => {
      const occasion = { on: today, account: 'Looked at together.' };
      expect(await refusalsOf(reviewer.appraisal.recordMidYear({ ...seen(), ...occasion, progress: {} }))).toEqual([
        'APR-19',
      ]);
      ({ version } = await reviewer.appraisal.recordMidYear({ ...seen(), ...occasion, progress: { O1: 'onTrack' } }));
      ({ version } = await reviewer.appraisal.recordYearEnd({ ...seen(), ...occasion, met: { O1: false } }));
      expect(await refusalsOf(reviewer.appraisal.carryForward(seen()))).toEqual(['K2']);
      await practitioner.appraisal.carryForward(seen());
      const [next, former] = (await practitioner.appraisal.mine({})).lines;
      expect(former).toMatchObject({ appraisal, status: 'carriedForward', running: false });
      expect(next).toMatchObject({ status: 'remitOpen', from: '2027-03-01', reviewer: reviewerId });
      const shown = await practitioner.appraisal.show({ appraisal: next?.appraisal ?? '' });
      expect(shown.carried).toMatchObject({ appraisal, objectives: ['O1'] });
    });
  });

  test('the practitioner takes their record away, and the reviewer keeps nothing of it but their own', async () => {
    const [line] = (await practitioner.appraisal.mine({ limit: 1 })).lines;
    const next = line?.appraisal ?? '';
    await practitioner.appraisal.proposeRemit({ ...at.command(), appraisal: next, seen: 1, expected: remit });
    expect(
      await refusalsOf(reviewer.appraisal.withdraw({ ...at.command(), appraisal: next, seen: 2, reason: 'No.' })),
    ).toEqual(['K2']);
    await practitioner.appraisal.withdraw({ ...at.command(), appraisal: next, seen: 2, reason: '' });
    expect(await reviewer.appraisal.show({ appraisal: next })).toMatchObject({
      status: 'withdrawn',
      carried: null,
      expected: {},
    });
    expect((await reviewer.record.facts({ stream: next })).map(({ type }) => type)).toEqual(['AppraisalWithdrawn']);
    const taken = await practitioner.appraisal.export({ appraisal: next });
    expect(taken).toMatchObject({ status: 'withdrawn', appraisal: { expected: remit }, provider: 'north' });
    expect(taken.facts.map(({ type }) => type)).toEqual([
      'AppraisalOpened',
      'RemitPutToReviewer',
      'AppraisalWithdrawn',
    ]);
    const whole = await practitioner.appraisal.export({ appraisal });
    expect(whole.facts).toHaveLength(1 + 2 + 7 + 8 + 9);
    expect(whole.statements).toHaveLength(151);
    await expect(reviewer.appraisal.export({ appraisal })).rejects.toThrow('There is no such appraisal of yours');
  });

  test('a practitioner opens their own, with a provider that they belong to', async () => {
    const mine = { reviewer: reviewerId, framework: 'prospect-ecs', from: today };
    expect(await practitioner.appraisal.reviewers()).toMatchObject([{ person: reviewerId, provider: 'north' }]);
    expect(await refusalsOf(practitioner.appraisal.openMine({ ...at.command(), ...mine, provider: 'south' }))).toEqual([
      'K2',
    ]);
    const opened = await practitioner.appraisal.openMine({ ...at.command(), ...mine, provider: 'north' });
    expect(await practitioner.appraisal.show({ appraisal: opened.appraisal })).toMatchObject({
      status: 'remitOpen',
      carried: null,
    });
  });

  test('nobody but the two reads it: not the provider, not its moderators, not another provider, not an administrator', async () => {
    const moderator = await at.callerFor(await at.register('Moderator Test', 'north', ['moderator', 'assessor']));
    const south = await at.callerFor(await at.register('South Test', 'south', ['provider', 'assessor']));
    const administrator = await at.callerFor(await at.register('Administrator Test', 'house', ['administrator']));
    for (const caller of [staff, moderator, south, administrator]) {
      await expect(caller.appraisal.show({ appraisal })).rejects.toThrow('There is no such appraisal');
      await expect(caller.appraisal.export({ appraisal })).rejects.toThrow('There is no such appraisal');
      await expect(caller.appraisal.outline({ appraisal })).rejects.toThrow('There is no such appraisal');
      await expect(caller.record.facts({ stream: appraisal })).rejects.toThrow('There is no such record');
      await expect(caller.appraisal.agreeRemit(of(3))).rejects.toThrow('There is no such appraisal');
    }
    // That there is one, and with whom, its provider may know.
    expect((await staff.appraisal.list({})).lines.map(({ status, running }) => ({ status, running }))).toEqual([
      { status: null, running: true },
      { status: null, running: false },
      { status: null, running: false },
    ]);
    expect((await south.appraisal.list({})).lines).toEqual([]);
  });

  test('the record verifies, and the read models are what the facts say', async () => {
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });
});
