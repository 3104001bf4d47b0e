import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuild } from '../record/rebuild.ts';
import { kinds } from '../testing/databases.ts';
import { readModelRows } from '../testing/readModels.ts';
import { refusalsOf, troubleOf } from '../testing/refusals.ts';
import { castOf, gather, handIn, type Cast } from '../testing/story.ts';
import { toldTo } from '../testing/told.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';
import { openHolds } from './holds.ts';
import { sourceToRead } from './reading.ts';

type Caller = Awaited<ReturnType<TestWorld['callerFor']>>;

describe.each(kinds)('on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let review = '';

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
    await gather(at, cast);
    review = await handIn(at, cast);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  /** The item that the portfolio lists under this number, as this person sees where it stands. */
  const standing = async (caller: Caller, source: string) => {
    const found = (await caller.evidence.concerns({ submission: cast.submission })).find(
      (item) => item.source === source,
    );
    if (found === undefined) throw new Error(`there is no ${source}`);
    return found;
  };
  const acting = async (caller: Caller, source: string) => {
    const { item, version: seen } = await standing(caller, source);
    return { ...at.command(), item, seen };
  };
  const notices = (person: string) => toldTo(at.world.db, person);

  describe('a minor breach of confidentiality', () => {
    test('is reported by the assessor with what it is and where, and by nobody who does not read the portfolio', async () => {
      const { assessor, candidate } = cast;
      const breach = { severity: 'minor' as const, says: 'A child is named.', place: 'page 2' };
      expect(
        await refusalsOf(assessor.evidence.reportBreach({ ...(await acting(assessor, 'E1')), ...breach, says: ' ' })),
      ).toEqual(['EVI-10']);
      expect(
        await refusalsOf(candidate.evidence.reportBreach({ ...(await acting(candidate, 'E1')), ...breach })),
      ).toEqual(['K2']);
      const other = await at.callerFor(await at.register('Other Assessor', 'north', ['assessor']));
      expect(await refusalsOf(other.evidence.reportBreach({ ...(await acting(assessor, 'E1')), ...breach }))).toEqual([
        'K2',
      ]);
      expect(await troubleOf(other.evidence.concerns({ submission: cast.submission }))).toMatchObject({
        code: 'notFound',
      });

      await assessor.evidence.reportBreach({ ...(await acting(assessor, 'E1')), ...breach });
      expect(await standing(assessor, 'E1')).toMatchObject({
        status: 'returned',
        // Reported on 10 March: two working days to correct it.
        dueAt: '2026-03-12T23:59:59.999Z',
        concerns: [{ kind: 'minor', says: 'A child is named.', place: 'page 2', raisedBy: 'Assessor Test' }],
      });
    });

    test('is told to the candidate without who found it, and what it is to no other', async () => {
      const { candidate, staff } = cast;
      expect((await candidate.evidence.list({ submission: cast.submission }))[0]).toMatchObject({
        status: 'returned',
        breach: { says: 'A child is named.', place: 'page 2', dueAt: '2026-03-12T23:59:59.999Z' },
        corrected: false,
      });
      expect(await standing(candidate, 'E1')).toMatchObject({ concerns: [{ raisedBy: null }], may: ['CorrectItem'] });
      expect(await standing(staff, 'E1')).toMatchObject({ status: 'returned', concerns: [] });
      expect((await notices(cast.candidateId)).some((says) => says.includes('by 2026-03-12'))).toBe(true);
      expect((await notices(cast.candidateId)).some((says) => says.includes('child'))).toBe(false);
    });

    test('is mended with another, anonymised text, which is read from then on beside what was submitted', async () => {
      const { candidate, assessor, submission } = cast;
      const corrected = { text: 'What I did and why, in C1, with nobody named.', anonymised: true };
      expect(
        await refusalsOf(
          candidate.evidence.correctText({ ...(await acting(candidate, 'E1')), ...corrected, anonymised: false }),
        ),
      ).toEqual(['EVI-12']);
      expect(
        await refusalsOf(
          candidate.evidence.correctText({
            ...(await acting(candidate, 'E1')),
            ...corrected,
            text: 'What I did and why, in C1.',
          }),
        ),
      ).toEqual(['EVI-11']);
      expect(
        await troubleOf(assessor.evidence.correctText({ ...(await acting(assessor, 'E1')), ...corrected })),
      ).toMatchObject({ code: 'notFound' });
      const submitted = await sourceToRead(at.world.db, submission, 'E1');
      await candidate.evidence.correctText({ ...(await acting(candidate, 'E1')), ...corrected });

      const [item] = await candidate.evidence.list({ submission });
      expect(item).toMatchObject({ status: 'locked', corrected: true, breach: null, words: 10 });
      expect(await candidate.evidence.text({ item: item?.item ?? '' })).toEqual({ text: corrected.text });
      expect((await sourceToRead(at.world.db, submission, 'E1')).hash).not.toBe(submitted.hash);
      expect(await standing(assessor, 'E1')).toMatchObject({ heldAt: null, dueAt: null });
    });
  });

  describe('a major breach', () => {
    test('quarantines the item: it counts in no review and nobody reads it, but its candidate and the moderators', async () => {
      const { assessor, staff, moderator, candidate, submission } = cast;
      await assessor.review.begin({ ...at.command(), review, seen: 2, noConflict: true });
      const confirming = {
        review,
        standard: 'LLD.S2',
        source: 'E2' as const,
        valid: true,
        authentic: true,
        current: true,
        sufficient: true,
      };
      await assessor.review.confirm({ ...at.command(), ...confirming, seen: 3 });
      expect(await troubleOf(moderator.evidence.concerns({ submission }))).toMatchObject({ code: 'notFound' });
      await staff.evidence.reportBreach({
        ...(await acting(staff, 'E2')),
        severity: 'major',
        says: 'A family is named.',
        place: 'throughout',
      });

      expect(await troubleOf(assessor.review.confirm({ ...at.command(), ...confirming, seen: 4 }))).toMatchObject({
        code: 'clash',
        wrote: [{ type: 'SourceSetAside' }],
      });
      expect(await refusalsOf(assessor.review.confirm({ ...at.command(), ...confirming, seen: 5 }))).toEqual([
        'REV-24',
      ]);
      await expect(sourceToRead(at.world.db, submission, 'E2')).rejects.toThrow('There is no such evidence');
      const { item } = await standing(staff, 'E2');
      expect(await troubleOf(staff.evidence.text({ item }))).toMatchObject({ code: 'notFound' });
      expect(await candidate.evidence.text({ item })).toEqual({ text: 'What I did and why, in C2.' });
      expect(await moderator.evidence.text({ item })).toEqual({ text: 'What I did and why, in C2.' });
      expect(await notices(cast.moderatorId)).toContain('An evidence item is quarantined and waits for a moderator.');
    });

    test('waits on the moderators’ list, with its texts for them and without for the staff', async () => {
      const { moderator, staff, candidate, submission } = cast;
      const waiting = await moderator.evidence.held({});
      expect(waiting).toMatchObject({
        lines: [
          {
            submission,
            candidateName: 'Candidate Test',
            cohortTitle: 'Spring',
            source: 'E2',
            status: 'quarantined',
            may: ['ReleaseItem', 'RaiseSafeguarding'],
            concerns: [{ kind: 'major', says: 'A family is named.', raisedBy: 'Staff Test' }],
          },
        ],
        next: null,
      });
      const other = await at.callerFor(await at.register('Other Staff', 'north', ['provider']));
      expect((await other.evidence.held({})).lines).toMatchObject([{ source: 'E2', concerns: [] }]);
      expect((await staff.evidence.held({})).lines).toMatchObject([{ concerns: [{ says: 'A family is named.' }] }]);
      expect((await candidate.evidence.held({})).lines).toEqual([]);
      const stranger = await at.callerFor(await at.register('Stranger Moderator', 'south', ['moderator']));
      expect((await stranger.evidence.held({})).lines).toEqual([]);
      expect(await troubleOf(stranger.evidence.concerns({ submission }))).toMatchObject({ code: 'notFound' });
    });

    test('is released with a reason by a moderator, and may be confirmed anew', async () => {
      const { moderator, assessor, staff } = cast;
      expect(
        await refusalsOf(staff.evidence.release({ ...(await acting(staff, 'E2')), reason: 'It is fine.' })),
      ).toEqual(['K2']);
      expect(await refusalsOf(moderator.evidence.release({ ...(await acting(moderator, 'E2')), reason: '' }))).toEqual([
        'EVI-15',
      ]);
      await moderator.evidence.release({ ...(await acting(moderator, 'E2')), reason: 'They agreed to be named.' });
      expect((await moderator.evidence.held({})).lines).toEqual([]);
      expect(await standing(staff, 'E2')).toMatchObject({
        status: 'locked',
        concerns: [{ settledReason: 'They agreed to be named.' }],
      });
      await assessor.review.confirm({
        ...at.command(),
        review,
        seen: 6,
        standard: 'LLD.S2',
        source: 'E2',
        valid: true,
        authentic: true,
        current: true,
        sufficient: true,
      });
    });
  });

  describe('a safeguarding concern', () => {
    const says = 'A child may be harmed at home.';

    test('holds the item; its words reach the moderators and whoever raised it, by no way anybody else', async () => {
      const { assessor, moderator, staff, candidate, submission } = cast;
      const before = await acting(candidate, 'E3');
      expect(
        await refusalsOf(assessor.evidence.raiseSafeguarding({ ...(await acting(assessor, 'E3')), says: '' })),
      ).toEqual(['EVI-16']);
      await assessor.evidence.raiseSafeguarding({ ...(await acting(assessor, 'E3')), says });

      expect(await standing(assessor, 'E3')).toMatchObject({ status: 'safeguardingHold', concerns: [{ says }] });
      expect((await moderator.evidence.held({})).lines).toMatchObject([
        { source: 'E3', concerns: [{ says, raisedBy: 'Assessor Test' }], may: ['ClearSafeguarding'] },
      ]);
      expect(await standing(staff, 'E3')).toMatchObject({ concerns: [] });
      expect(await standing(candidate, 'E3')).toMatchObject({ concerns: [], may: [] });
      expect((await candidate.evidence.list({ submission })).map(({ breach }) => breach)).toEqual([
        null,
        null,
        null,
        null,
      ]);

      // A clash tells what others wrote, and not this; whoever may not act on the item learns nothing at all.
      const late = () => ({ ...before, ...at.command(), says: 'What was said?' });
      expect(await troubleOf(staff.evidence.raiseSafeguarding(late()))).toMatchObject({ code: 'clash', wrote: [] });
      expect(await troubleOf(candidate.evidence.raiseSafeguarding(late()))).toMatchObject({ code: 'notFound' });
      const { item } = await standing(staff, 'E3');
      const logged = async (caller: Caller) => (await caller.record.facts({ stream: item })).map(({ type }) => type);
      expect(await logged(candidate)).not.toContain('SafeguardingRaised');
      expect(await logged(staff)).not.toContain('SafeguardingRaised');
      expect(await logged(moderator)).toContain('SafeguardingRaised');
      expect(await notices(cast.moderatorId)).toContain(
        'A safeguarding concern was raised about an evidence item and waits for a moderator.',
      );
      for (const person of [cast.candidateId, cast.staffId, cast.assessorId])
        expect((await notices(person)).some((told) => told.includes('safeguarding'))).toBe(false);
    });

    test('is a hold that the award gets as soon as there is one', async () => {
      const { staff, submission } = cast;
      const { item } = await standing(staff, 'E3');
      expect(await openHolds(at.world.db, submission)).toEqual([
        { hold: item, kind: 'safeguarding', reason: 'A safeguarding concern was raised about an evidence item.' },
      ]);
    });

    test('is cleared by a moderator with what was done about it', async () => {
      const { moderator, staff, submission } = cast;
      expect(
        await refusalsOf(moderator.evidence.clearSafeguarding({ ...(await acting(moderator, 'E3')), reason: ' ' })),
      ).toEqual(['EVI-17']);
      await moderator.evidence.clearSafeguarding({
        ...(await acting(moderator, 'E3')),
        reason: 'It lies with the council.',
      });
      expect(await standing(staff, 'E3')).toMatchObject({ status: 'locked', heldAt: null, concerns: [] });
      expect(await openHolds(at.world.db, submission)).toEqual([]);
    });
  });

  test('the read models are what the facts say', async () => {
    const before = await readModelRows(at.world.db);
    expect(before['concern']).toHaveLength(3);
    await rebuild(at.world.db, at.world.dialect);
    expect(await readModelRows(at.world.db)).toEqual(before);
  });
});
