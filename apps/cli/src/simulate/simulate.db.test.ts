import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import type { Line } from './ledger.ts';
import { barOf, Progress } from './progress.ts';
import { replay } from './replay.ts';
import { simulate, type Settings } from './simulate.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-simulate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings: Settings = { candidates: 24, seed: '7', severity: 0.3, noise: 0.4, everyKth: null };
const lines: Line[] = [];
const first = simulate(settings, (line) => lines.push(line));
const log = join(folder, 'log.jsonl');
writeFileSync(log, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
const types = new Set(lines.map(({ fact }) => fact.type));

describe('a simulation', () => {
  test('gives the same facts and states for the same seed, whatever the machine', () => {
    const again = simulate(settings);
    expect([again.digest, again.statesDigest]).toEqual([first.digest, first.statesDigest]);
    // Written down once: another machine, or another day, must come to the same.
    expect(simulate({ ...settings, candidates: 2 }).digest).toBe(
      '4ec6980e523d5e838920097510d52297ff0c0442cf9d155c26bd056ba0098c9d',
    );
  });

  test('gives others for another seed, another severity, another noise, and other double marking', () => {
    const digests = [
      first,
      simulate({ ...settings, seed: '8' }),
      simulate({ ...settings, severity: 0.4 }),
      simulate({ ...settings, noise: 0.5 }),
      simulate({ ...settings, everyKth: 3 }),
    ].map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(5);
  });

  test('brings every candidate to an outcome, and counts a fact for every command', () => {
    const { passed, referred, failed } = first.outcomes;
    expect(passed + referred + failed).toBe(24);
    expect(first.facts).toBe(first.commands);
    expect(first.facts).toBe(lines.length);
  });

  test('marks blind a second time, confers, samples, and releases', () => {
    for (const type of [
      'SecondMarkerRequired',
      'MarksDiffered',
      'SampleDrawn',
      'SampleUpheld',
      'BatchSignedOff',
      'AwardPassed',
    ])
      expect(types).toContain(type);
    expect(first.doubleMarking.portfolios).toBeGreaterThan(0);
    expect(first.doubleMarking.exact).toBeGreaterThan(0.3);
    expect(first.doubleMarking.ac2).toBeGreaterThan(first.doubleMarking.exact ?? 1);
  });

  test('finds more agreement where assessors are alike than where they are not', () => {
    const alike = simulate({ ...settings, severity: 0, noise: 0 });
    expect(alike.doubleMarking.exact).toBe(1);
    expect(first.doubleMarking.exact).toBeLessThan(1);
  });

  test('of one candidate has too few double marks to say anything, or says it without a NaN', () => {
    expect(JSON.stringify(simulate({ ...settings, candidates: 1 }))).not.toContain('NaN');
  });
});

describe('a log', () => {
  test('replays to the same facts and the same states, from the facts alone', async () => {
    const { facts, records, digest, statesDigest } = first;
    expect(await replay(log)).toEqual({ facts, records, digest, statesDigest });
  });

  test('that was changed in one mark replays to others', async () => {
    const changed = join(folder, 'changed.jsonl');
    writeFileSync(changed, readFileSync(log, 'utf8').replace(/"score":3/, '"score":2'));
    const found = await replay(changed);
    expect(found.digest).not.toBe(first.digest);
    expect(found.statesDigest).not.toBe(first.statesDigest);
  });

  test.each([
    ['no JSON', 'what?', 'line 1 is not a line with record, workflow and fact.'],
    ['no fact', '{"record":"a","workflow":"award"}', 'line 1 is not a line with record, workflow and fact.'],
    [
      'an unknown workflow',
      '{"record":"a","workflow":"choir","fact":{"type":"Sung"}}',
      'line 1: there is no workflow “choir”.',
    ],
    [
      'a fact that cannot have been',
      '{"record":"a","workflow":"award","fact":{"type":"AwardPassed"}}',
      'line 1: award begins with AwardRecommended, not AwardPassed.',
    ],
  ])('with %s is refused with its line', async (_which, text, says) => {
    const broken = join(folder, 'broken.jsonl');
    writeFileSync(broken, `${text}\n`);
    await expect(replay(broken)).rejects.toThrow(says);
  });

  test('that is not there is refused with a sentence', async () => {
    await expect(replay(join(folder, 'none.jsonl'))).rejects.toThrow('cannot be read');
  });
});

describe('the progress bar', () => {
  test.each([
    [0, '[                        ]   0 %, 0 of 4,000 candidates'],
    [1000, '[######                  ]  25 %, 1,000 of 4,000 candidates'],
    [4000, '[########################] 100 %, 4,000 of 4,000 candidates'],
  ])('at %i', (done, bar) => {
    expect(barOf(done, 4000)).toBe(bar);
  });

  test('writes to a terminal only, each line once, and goes away at the end', () => {
    const terminal = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY });
    const [seen, unseen] = [terminal(true), terminal(false)];
    for (const stream of [seen, unseen]) {
      const progress = new Progress(2, stream);
      progress.reach(1);
      progress.reach(1);
      progress.end();
    }
    const line = barOf(1, 2);
    expect(String(seen.read())).toBe(`\r${line}\r${' '.repeat(line.length)}\r`);
    expect(unseen.read()).toBeNull();
  });
});
