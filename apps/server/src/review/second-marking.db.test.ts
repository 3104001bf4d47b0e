import { instant, marking, markingId, personId } from '@assay/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { atOnce } from '../testing/atOnce.ts';
import { handInQuickly, markQuickly, type HandedIn } from '../testing/quickly.ts';
import { refusalsOf, troubleOf } from '../testing/refusals.ts';
import { awaiting, castOf, type Cast } from '../testing/story.ts';
import { markedByOne } from '../testing/schemes.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

const reason = 'E1 and E2 were read together.';

describe.each(kinds)('a portfolio that is marked by two on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let thirdId = '';

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
    thirdId = await at.register('Third Test', 'north', ['assessor']);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  const markedApart = async (name: string, one: number, other: number, first = cast.assessorId): Promise<HandedIn> => {
    const portfolio = await handInQuickly(at, cast, name);
    const scoring = (score: number) => (code: string) => (code === 'LLD.S1' || code === 'SPF.S2' ? score : 3);
    await markQuickly(at, portfolio.review, first, scoring(one));
    const { review: second } = await awaiting({ ...cast, submission: portfolio.submission }, 'second');
    await markQuickly(at, second, cast.secondId, scoring(other));
    return portfolio;
  };
  const stageOf = async ({ submission }: HandedIn) => (await cast.staff.submission.show({ submission })).stage;

  describe('allocated by its provider', () => {
    let portfolio: HandedIn;
    let waits: Awaited<ReturnType<typeof awaiting>>;
    beforeAll(async () => {
      portfolio = await handInQuickly(at, cast, 'Allocated Test');
      await markQuickly(at, portfolio.review, cast.assessorId);
      waits = await awaiting({ ...cast, submission: portfolio.submission }, 'second');
    });
    const allocate = (assessor: string, seen: number) =>
      cast.staff.review.allocate({ ...at.command(), review: waits.review, seen, assessor });

    test('waits for an assessor in the list of its provider, which says who may not have it', async () => {
      expect(waits).toMatchObject({
        candidateName: 'Allocated Test',
        cohortTitle: 'Spring',
        marker: 'second',
        why: ['firstPortfolios'],
        not: [cast.assessorId],
      });
      const others = { cohort: 'another', marker: null };
      expect(await cast.staff.review.awaiting(others)).toEqual({ lines: [], next: null });
      expect(await cast.assessor.review.awaiting({})).toEqual({ lines: [], next: null });
      const elsewhere = await at.callerFor(await at.register('Elsewhere Test', 'south', ['provider']));
      expect(await elsewhere.review.awaiting({})).toEqual({ lines: [], next: null });
    });

    test('has a list of who could mark it and why others could not, for its provider and nobody else', async () => {
      const possible = await cast.staff.review.possible({ review: waits.review });
      const told = possible.map(({ name, open, stands }) => [name, open, stands.map(({ rule }) => rule)]);
      expect(told).toEqual([
        ['Second Test', 0, []],
        ['Third Test', 0, []],
        ['Assessor Test', 0, ['REV-22']],
      ]);
      const elsewhere = await at.callerFor(await at.register('Abroad Test', 'south', ['provider']));
      for (const caller of [cast.assessor, cast.second, cast.moderator, elsewhere])
        await expect(caller.review.possible({ review: waits.review })).rejects.toThrow('There is no such review');
      // One that somebody has waits for nobody.
      await expect(cast.staff.review.possible({ review: portfolio.review })).rejects.toThrow('There is no such review');
    });

    test('REV-22 REV-18 REV-21 goes neither to its first marker, nor to nobody’s assessor, nor to its candidate', async () => {
      expect(await refusalsOf(allocate(cast.assessorId, waits.version))).toEqual(['REV-22']);
      expect(await refusalsOf(allocate(cast.moderatorId, waits.version))).toEqual(['REV-18']);
      expect(await refusalsOf(allocate(portfolio.candidate, waits.version))).toEqual(
        expect.arrayContaining(['REV-1', 'REV-18', 'REV-21']),
      );
    });

    test('REV-2 is declined with a reason, and then goes to another', async () => {
      const { version } = await allocate(cast.secondId, waits.version);
      const { second, staff } = cast;
      const decline = { review: waits.review, seen: version };
      expect(await refusalsOf(second.review.decline({ ...at.command(), ...decline, reason: ' ' }))).toEqual(['REV-4']);
      const declined = await second.review.decline({ ...at.command(), ...decline, reason: 'My own mentee.' });
      await expect(second.review.show({ review: waits.review })).rejects.toThrow('There is no such review');
      const again = await awaiting({ staff, submission: portfolio.submission }, 'second');
      expect(again.not.toSorted()).toEqual([cast.assessorId, cast.secondId].toSorted());
      expect(await refusalsOf(allocate(cast.secondId, declined.version))).toEqual(['REV-2']);
      const stands = (await staff.review.possible({ review: waits.review })).flatMap((one) =>
        one.person === cast.secondId ? one.stands.map(({ rule }) => rule) : [],
      );
      expect(stands).toContain('REV-2');
      await allocate(thirdId, declined.version);
      // What happens beside the first marker's work shows nowhere to the candidate.
      expect(await stageOf(portfolio)).toBe('marking');
    });
  });

  describe('whose marks lie apart', () => {
    let portfolio: HandedIn;
    const seen = async () => (await cast.assessor.marking.show({ marking: portfolio.marking })).version;
    beforeAll(async () => {
      portfolio = await markedApart('Apart Test', 4, 1);
    });

    test('goes to both for a conference, on the standards that differ and on nothing else', async () => {
      const { assessor, second } = cast;
      for (const caller of [assessor, second]) {
        const { lines } = await caller.marking.mine({});
        expect(lines).toMatchObject([{ marking: portfolio.marking, candidateName: 'Apart Test', open: 2, unsaid: 2 }]);
        const { differences, dueAt, may, reasons } = await caller.marking.show({ marking: portfolio.marking });
        expect(differences.map(({ place, marks, open }) => [place, marks.map(({ mark }) => mark), open])).toEqual([
          ['LLD.S1', [4, 1], true],
          ['SPF.S2', [4, 1], true],
        ]);
        expect(differences[0]?.marks).toMatchObject([
          { marker: 'first', assessorName: 'Assessor Test', reason: 'Why LLD.S1.', evidence: ['E1', 'E2'] },
          { marker: 'second', assessorName: 'Second Test', position: null },
        ]);
        expect([dueAt !== null, reasons, may]).toEqual([true, ['firstPortfolios'], ['Confer', 'EndConference']]);
        const own = caller === assessor ? 'first' : 'second';
        const shown = await caller.marking.show({ marking: portfolio.marking });
        expect(shown).toMatchObject({
          own: { marker: own },
          markers: [
            { marker: 'first', assessorName: 'Assessor Test', review: portfolio.review },
            { marker: 'second', assessorName: 'Second Test' },
          ],
          ended: null,
          occasions: { visit: { account: 'A day at the centre.' }, discussion: { account: 'Asked about every area.' } },
        });
        expect(await caller.marking.ofReview({ review: shown.own?.review ?? '' })).toEqual({
          marking: portfolio.marking,
          status: 'discrepant',
          dueAt,
        });
        expect((await caller.record.facts({ stream: portfolio.marking })).map(({ type }) => type)).toContain(
          'MarksDiffered',
        );
      }
    });

    test('shows both the rest of their marks apart, and how each stands on record', async () => {
      const { places } = await cast.second.marking.rest({ marking: portfolio.marking });
      expect(places).toHaveLength(54);
      expect(places.map(({ place }) => place)).not.toContain('LLD.S1');
      expect(places.find(({ place }) => place === 'LLD.S2')).toMatchObject({
        marks: [
          { marker: 'first', mark: 3, reason: 'Why LLD.S2.', evidence: ['E1', 'E2'] },
          { marker: 'second', mark: 3 },
        ],
        record: 3,
        how: 'marked',
      });
      // The visit is the first marker's alone.
      expect(places.find(({ place }) => place === 'C5')).toMatchObject({ marks: [{ marker: 'first', mark: true }] });
    });

    test('is nobody else’s to read or to confer on', async () => {
      const third = await at.callerFor(thirdId);
      const candidate = await at.callerFor(portfolio.candidate);
      const { marking: of } = portfolio;
      for (const caller of [third, candidate, cast.staff, cast.moderator]) {
        await expect(caller.marking.show({ marking: of })).rejects.toThrow('There is no such marking');
        await expect(caller.marking.rest({ marking: of })).rejects.toThrow('There is no such marking');
        await expect(caller.marking.ofReview({ review: portfolio.review })).rejects.toThrow('There is no such review');
        await expect(caller.record.facts({ stream: of })).rejects.toThrow('There is no such record');
      }
      const position = { marking: of, seen: await seen(), standard: 'LLD.S1', score: 2, reason };
      for (const caller of [third, candidate, cast.staff, cast.moderator])
        expect(await refusalsOf(caller.marking.confer({ ...at.command(), ...position }))).toEqual(['K2']);
    });

    test('R12 MAR-8 MAR-9 takes positions between the two marks, with their reasons, where they lie apart', async () => {
      const at4 = { marking: portfolio.marking, seen: await seen(), reason };
      const { confer } = cast.assessor.marking;
      const said = (asked: { standard: string; score: number; reason?: string }) =>
        refusalsOf(confer({ ...at.command(), ...at4, ...asked }));
      expect(await said({ standard: 'LLD.S2', score: 3 })).toEqual(['R12']);
      expect(await said({ standard: 'LLD.S1', score: 0 })).toEqual(['MAR-8']);
      expect(await said({ standard: 'LLD.S1', score: 2, reason: '' })).toEqual(['MAR-9']);
      expect(await refusalsOf(confer({ ...at.command(), ...at4, gate: 'C4', met: true }))).toEqual(['R12']);
    });

    test('is settled standard by standard where both come to stand the same', async () => {
      const { assessor, second } = cast;
      const base = { marking: portfolio.marking, reason };
      const version = await seen();
      const first = { ...base, seen: version, standard: 'LLD.S1', score: 2 };
      await assessor.marking.confer({ ...at.command(), ...first });
      const late = await troubleOf(second.marking.confer({ ...at.command(), ...first }));
      expect(late).toMatchObject({ code: 'clash', seen: version, wrote: [{ type: 'PositionStated' }] });
      const { differences } = await second.marking.show({ marking: portfolio.marking });
      expect(differences[0]?.marks[0]).toMatchObject({ position: { value: 2, reason } });
      expect((await assessor.marking.mine({})).lines).toMatchObject([{ open: 2, unsaid: 1 }]);

      await second.marking.confer({ ...at.command(), ...first, seen: version + 1 });
      await second.marking.confer({ ...at.command(), ...base, seen: version + 2, standard: 'SPF.S2', score: 1 });
      expect(await stageOf(portfolio)).toBe('marking');
      const last = { ...base, seen: version + 3, standard: 'SPF.S2', score: 1 };
      expect((await assessor.marking.confer({ ...at.command(), ...last })).status).toBe('agreed');
      expect(await stageOf(portfolio)).toBe('sealed');
      const agreed = await assessor.marking.show({ marking: portfolio.marking });
      expect(agreed.differences.map(({ place, record, how, open }) => [place, record, how, open])).toEqual([
        ['LLD.S1', 2, 'conferred', false],
        ['SPF.S2', 1, 'conferred', false],
      ]);
      expect((await assessor.marking.mine({})).lines).toEqual([]);
    });
  });

  test('MAR-10 a conference that is ended with a reason opens a third marker’s review of what is left', async () => {
    const { assessor, second, staff } = cast;
    const portfolio = await markedApart('Ended Test', 4, 2);
    const { marking: of } = portfolio;
    const { version } = await second.marking.show({ marking: of });
    const ending = { marking: of, seen: version };
    expect(await refusalsOf(second.marking.endConference({ ...at.command(), ...ending, reason: '' }))).toEqual([
      'MAR-10',
    ]);
    await second.marking.endConference({ ...at.command(), ...ending, reason: 'We read E2 differently.' });
    const waits = await awaiting({ staff, submission: portfolio.submission }, 'third');
    expect(waits.not.toSorted()).toEqual([cast.assessorId, cast.secondId].toSorted());
    expect(waits.why).toEqual(['conferenceEnded']);
    const allocate = { review: waits.review, seen: waits.version, assessor: cast.assessorId };
    expect(await refusalsOf(staff.review.allocate({ ...at.command(), ...allocate }))).toEqual(['REV-22']);

    await markQuickly(at, waits.review, thirdId, (code) => (code === 'LLD.S1' ? 3 : 2));
    const third = await at.callerFor(thirdId);
    const read = await third.review.show({ review: waits.review });
    expect(read).toMatchObject({ marker: 'third', scope: { standards: ['LLD.S1', 'SPF.S2'], coverage: false } });
    expect(Object.keys(read.judgements).toSorted()).toEqual(['LLD.S1', 'SPF.S2']);
    // The median of 4, 2 and 3, and of 4, 2 and 2.
    const { differences, status, ended, markers } = await assessor.marking.show({ marking: of });
    expect(status).toBe('agreed');
    expect(ended).toMatchObject({ by: 'Second Test', reason: 'We read E2 differently.' });
    expect(markers.map(({ marker }) => marker)).toEqual(['first', 'second', 'third']);
    expect((await third.marking.show({ marking: of })).own).toMatchObject({ marker: 'third' });
    expect(differences.map(({ place, record, how }) => [place, record, how])).toEqual([
      ['LLD.S1', 3, 'median'],
      ['SPF.S2', 2, 'median'],
    ]);
  });

  test('R11 an assessor who has marked three portfolios marks the next alone', async () => {
    const portfolio = await handInQuickly(at, cast, 'Fourth Test');
    await markQuickly(at, portfolio.review, cast.assessorId);
    expect(await stageOf(portfolio)).toBe('sealed');
    await expect(cast.assessor.marking.show({ marking: portfolio.marking })).rejects.toThrow(
      'There is no such marking',
    );
  });

  test('a conference whose time has passed opens a third marker’s review too', async () => {
    const portfolio = await markedApart('Lapsed Test', 4, 2, thirdId);
    const later = { ...at.world.given, now: () => instant('2026-05-01T09:00:00.000Z') };
    const product = { person: personId('product'), role: 'system' as const, provider: null };
    await atOnce({ ...at, world: { ...at.world, given: later } }, [product], (unit) =>
      unit.change(marking, markingId(portfolio.marking), null, (by, when) => ({
        type: 'LapseConference',
        by,
        at: when,
      })),
    );
    const waits = await awaiting({ ...cast, submission: portfolio.submission }, 'third');
    expect(waits).toMatchObject({ marker: 'third', why: ['conferenceLapsed'] });
    const { ended } = await cast.second.marking.show({ marking: portfolio.marking });
    expect(ended).toMatchObject({ by: null, reason: null });
  });

  test('leaves a whole record, and read models that the facts alone lead to', async () => {
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });
});

describe.each(kinds)('a plan by which every so manieth portfolio is marked by two on %s', (kind) => {
  test('R11 counts the portfolios of its cohort in the order of their acceptance, and asks for a second at once', async () => {
    await using at = await openWorld(kind, {}, { scheme: markedByOne });
    const cast = await castOf(at);
    const plan = { cohort: cast.cohort, title: 'Window', seed: 'fixed', everyKth: 2 };
    await cast.moderator.moderation.plan({ ...at.command(), ...plan });
    const portfolios: HandedIn[] = [];
    for (const name of ['One Test', 'Two Test', 'Three Test']) portfolios.push(await handInQuickly(at, cast, name));
    const [one, two, three] = portfolios;
    if (one === undefined || two === undefined || three === undefined) throw new Error('three are handed in');
    const { lines } = await cast.staff.review.awaiting({ marker: 'second' });
    expect(lines.map(({ candidateName }) => candidateName)).toEqual(['Two Test']);
    for (const { review } of portfolios) await markQuickly(at, review, cast.assessorId);
    const stages = await Promise.all(
      portfolios.map(async ({ submission }) => (await cast.staff.submission.show({ submission })).stage),
    );
    expect(stages).toEqual(['sealed', 'marking', 'sealed']);
    await markQuickly(at, lines[0]?.review ?? '', cast.secondId);
    expect((await cast.staff.submission.show({ submission: two.submission })).stage).toBe('sealed');
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });
});
