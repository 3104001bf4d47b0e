import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compose, type OpenWorld } from '../compose.ts';
import { readSettings } from '../platform/settings.ts';
import { audit } from '../record/verify.ts';
import { stages } from '../submission/stage.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { greeting } from './greeting.ts';
import { isEmpty } from './installation.ts';
import { loadDemo } from './load.ts';
import { unload } from './unload.ts';
import { vary } from './texts/vary.ts';

describe('the demo', () => {
  let folder: string;
  let open: OpenWorld;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-demo-'));
    open = await compose(readSettings({ DATABASE_URL: 'file::memory:', DATA_DIR: folder, LOG_LEVEL: 'silent' }, []));
    await loadDemo(open.world);
  });

  afterAll(async () => {
    await open.close();
    await rm(folder, { recursive: true, force: true });
  });

  const db = () => open.world.db;

  test('has 26 candidates, and somebody at every stage; nothing is alleged of anybody', async () => {
    const rows = await db()
      .selectFrom('submission')
      .select(['candidate', 'stage', 'status', 'returned_reason'])
      .execute();
    expect(new Set(rows.map(({ candidate }) => candidate)).size).toBe(26);
    const way = stages.filter((stage) => !['notSubmitted', 'excused', 'voided'].includes(stage));
    expect([...new Set(rows.map(({ stage }) => stage))].toSorted()).toEqual(way.toSorted());
    expect(rows.filter(({ returned_reason: reason }) => reason !== null)).toHaveLength(1);
    const reviews = await db().selectFrom('review').select(['status', 'round', 'judged']).execute();
    expect([...new Set(reviews.map(({ status }) => status))].toSorted()).toEqual([
      'allocated',
      'awaitingAllocation',
      'marking',
      'sealed',
    ]);
    expect(reviews.filter(({ status, round }) => status === 'marking' && round === 2)).toHaveLength(1);
    expect(
      reviews
        .filter(({ status, round }) => status === 'marking' && round === 1)
        .map(({ judged }) => judged)
        .toSorted((a, b) => a - b),
    ).toEqual([5, 25, 50]);
  });

  test('has released results that passed and some that were referred, one over a whole area', async () => {
    const rows = await db().selectFrom('award').select(['award', 'status']).execute();
    expect(rows.filter(({ status }) => status === 'passed')).toHaveLength(3);
    expect(rows.filter(({ status }) => status === 'recommended')).toHaveLength(3);
    const referred = rows.filter(({ status }) => status === 'referred').map(({ award }) => award);
    expect(referred).toHaveLength(2);
    const ones = await db()
      .selectFrom('judgement')
      .innerJoin('review', 'review.review', 'judgement.review')
      .innerJoin('award', 'award.submission', 'review.submission')
      .select(['award.award', 'judgement.standard'])
      .where('award.award', 'in', referred)
      .where('review.marker', '=', 'first')
      .where('score', '<', 2)
      .execute();
    const areas = [...Map.groupBy(ones, ({ award }) => award).values()].map((found) =>
      found.map(({ standard }) => standard).toSorted(),
    );
    expect(areas).toContainEqual(['BAR.S1', 'BAR.S2', 'BAR.S3', 'BAR.S4', 'BAR.S5', 'BAR.S6']);
    expect(areas).toContainEqual(['MTO.S3', 'SPF.S4', 'SPF.S8']);
  });

  test('R11 has the first portfolios of every assessor marked by two, and one by three', async () => {
    const marks = await db()
      .selectFrom('mark')
      .select(({ fn }) => ['marking', fn.countAll<number>().as('markers')])
      .groupBy('marking')
      .execute();
    const many = Map.groupBy(marks, ({ markers }) => markers);
    expect([1, 2, 3].map((markers) => many.get(markers)?.length)).toEqual([7, 7, 1]);
  });

  test('R12 has a conference that agreed, one under way, one that a third marker settled, and a second to begin', async () => {
    const waiting = await db()
      .selectFrom('review')
      .innerJoin('user', 'user.id', 'review.candidate')
      .select(['user.name', 'marker', 'status'])
      .where('marker', '!=', 'first')
      .where('status', '!=', 'sealed')
      .execute();
    expect(waiting).toEqual([{ name: 'Samir Demo-Khalil', marker: 'second', status: 'allocated' }]);
    const conferences = await db()
      .selectFrom('marking')
      .innerJoin('user', 'user.id', 'marking.candidate')
      .leftJoin('conference', 'conference.marking', 'marking.marking')
      .select(['user.name', 'marking.status', 'place', 'marker', 'score'])
      .where(({ or, eb }) => or([eb('marking.status', '=', 'discrepant'), eb('place', 'is not', null)]))
      .orderBy('user.name')
      .orderBy('place')
      .orderBy('marker')
      .execute();
    expect(conferences.map(({ name, status, place, marker, score }) => [name, status, place, marker, score])).toEqual([
      ['Bronwen Demo-Parry', 'discrepant', 'SFC.S3', 'first', 2],
      ['Bronwen Demo-Parry', 'discrepant', 'SFC.S3', 'second', 2],
      ['Bronwen Demo-Parry', 'discrepant', 'SPF.S4', 'first', 2],
      ['Joanne Demo-Hartley', 'agreed', 'MTO.S6', 'first', 2],
      ['Yasmin Demo-Farouk', 'agreed', 'SPF.S2', 'first', 2],
      ['Yasmin Demo-Farouk', 'agreed', 'SPF.S2', 'second', 2],
    ]);
    const third = await db()
      .selectFrom('review')
      .innerJoin('user', 'user.id', 'review.candidate')
      .select(['user.name', 'asked', 'judged', 'status'])
      .where('marker', '=', 'third')
      .execute();
    expect(third).toEqual([{ name: 'Joanne Demo-Hartley', asked: 1, judged: 1, status: 'sealed' }]);
  });

  test('stands on a record that is whole', async () => {
    const found = await audit(db());
    expect(found).toMatchObject({ ok: true });
  });

  test('has read models that the facts alone lead to', async () => {
    const { audited, before, after } = await rebuilt(open.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });

  test('was made by commands alone: every record has its facts and every fact its command', async () => {
    const bare = await db()
      .selectFrom('stream')
      .select('id')
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('fact').select('position').whereRef('fact.stream', '=', 'stream.id'))),
      )
      .execute();
    expect(bare).toEqual([]);
    const uncommanded = await db()
      .selectFrom('fact')
      .select('position')
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('command').select('id').whereRef('command.id', '=', 'fact.command'))),
      )
      .execute();
    expect(uncommanded).toEqual([]);
  });

  test('tells a year in order, and ends before now', async () => {
    const rows = await db().selectFrom('fact').select('at').orderBy('position').execute();
    const times = rows.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    expect((times.at(-1) ?? '') < open.world.given.now()).toBe(true);
    const working = (at: string) =>
      ![0, 6].includes(new Date(at).getUTCDay()) && at.slice(11, 13) >= '08' && at.slice(11, 13) < '19';
    expect(times.filter((at) => !working(at))).toEqual([]);
  });

  test('claims all 122 statements in every portfolio that was handed in', async () => {
    const rows = await db()
      .selectFrom('claim')
      .innerJoin('submission', 'submission.submission', 'claim.submission')
      .select(({ fn }) => ['claim.submission', fn.count<number>('claim.statement').distinct().as('many')])
      .where('submission.manifest', 'is not', null)
      .groupBy('claim.submission')
      .execute();
    expect(rows.map(({ many }) => many)).toEqual(Array.from({ length: 22 }, () => 122));
    const each = await db()
      .selectFrom('claim')
      .select(({ fn }) => ['item', fn.countAll<number>().as('many')])
      .groupBy('item')
      .execute();
    expect(each.every(({ many }) => many >= 8 && many <= 20)).toBe(true);
  });

  test('keeps papers as small tagged PDFs', async () => {
    const files = await db()
      .selectFrom('item')
      .select(['hash', 'bytes'])
      .where('media_type', '=', 'application/pdf')
      .groupBy(['hash', 'bytes'])
      .execute();
    expect(files.length).toBeGreaterThanOrEqual(24);
    for (const { hash, bytes } of files) {
      expect(bytes).toBeLessThan(150_000);
      const stored = await open.world.files.open(hash);
      const content = stored === null ? '' : await readText(stored.stream);
      expect(content.slice(0, 5)).toBe('%PDF-');
      for (const mark of ['/MarkInfo', '/Marked true', '/StructTreeRoot', '/ToUnicode', '/Lang (en-GB)'])
        expect(content).toContain(mark);
    }
  });

  test('leaves no choice of its texts open', async () => {
    const texts = await db().selectFrom('item').select('hash').where('media_type', '=', 'text/plain').execute();
    for (const { hash } of texts) {
      const stored = await open.world.files.open(hash);
      expect(stored === null ? '' : await readText(stored.stream)).toMatch(/^[^[\]{}|]{600,}$/);
    }
    const reasons = await db().selectFrom('judgement').select('reason').execute();
    expect(reasons.filter(({ reason }) => /[[\]{}|]|undefined/.test(reason))).toEqual([]);
  });

  test('writes to nobody: every address ends in demo.example', async () => {
    const people = await db().selectFrom('user').select('email').execute();
    expect(people).toHaveLength(36);
    expect(people.filter(({ email }) => !email.endsWith('@demo.example'))).toEqual([]);
  });

  test('greets with who can sign in, and with what', async () => {
    const says = await greeting(open.world);
    for (const word of [
      'administrator',
      'moderator',
      'assessor',
      'provider',
      'candidate, passed',
      'candidate, referred',
      'assay demo 2026',
    ]) {
      expect(says).toContain(word);
    }
    expect(says.match(/@demo\.example/g)).toHaveLength(36);
  });

  // Last, because it takes everything away.
  test('unloaded, leaves an empty installation', async () => {
    await unload(open.world);
    expect(await isEmpty(db())).toBe(true);
    expect(await db().selectFrom('stream').select('id').execute()).toEqual([]);
    expect(await db().selectFrom('submission').select('submission').execute()).toEqual([]);
    expect(await greeting(open.world)).toBe('');
  });
});

describe('texts with choices', () => {
  test('are the same for the same key', () => {
    const text = 'We met [twice|three times] and saw {12-18} families.';
    expect(vary('a', text)).toBe(vary('a', text));
    expect(new Set(Array.from({ length: 40 }, (_none, index) => vary(String(index), text))).size).toBeGreaterThan(5);
  });
});
