import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'assay-cli-operations-'));
const main = join(import.meta.dirname, 'main.ts');
const environment = (data: string) => {
  const at = join(folder, data);
  return { ...process.env, DATA_DIR: at, DATABASE_URL: `file:${join(at, 'assay.db')}`, LOG_LEVEL: 'silent', PORT: '0' };
};
const run = (data: string, ...args: string[]) =>
  spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', env: environment(data) });
const json = (data: string, ...args: string[]): unknown => JSON.parse(run(data, ...args, '--json').stdout);
const archive = join(folder, 'kept.assay');

/** A server on the folder `used`, with its first administrator made; it runs until the end. */
async function serve() {
  const server = spawn(process.execPath, [join(import.meta.dirname, '../../server/src/main.ts'), '--no-demo'], {
    env: environment('used'),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  for await (const chunk of server.stdout) {
    said += String(chunk);
    if (/setup\/\S+\s/.test(said)) break;
  }
  const url = /Assay is at (\S+)/.exec(said)?.[1] ?? '';
  const answer = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({
      token: /setup\/(\S+)/.exec(said)?.[1],
      name: 'Ada Test',
      email: 'ada@test.example',
      password: 'a long test password',
    }),
  });
  if (!answer.ok) throw new Error(`setting up answered ${answer.status}: ${await answer.text()}`);
  return server;
}

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve();
});
afterAll(async () => {
  server.kill('SIGTERM');
  await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

describe('assay audit', () => {
  test('signs how far the log has come, and verifies what was signed', () => {
    expect(json('used', 'audit', 'key')).toMatchObject({ algorithm: 'Ed25519' });
    const witness = run('used', 'audit', 'checkpoint').stdout.trim();
    expect(witness).toMatch(/^2:[0-9a-f]{64}$/);
    expect(json('used', 'audit', 'verify', '--witness', witness)).toEqual({
      ok: true,
      facts: 2,
      streams: 1,
      checkpoints: 1,
      sealedTo: 2,
    });
    expect(run('used', 'audit', 'verify', '--witness', `3${witness.slice(1)}`)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('BROKEN at fact 3: the checkpoint that was noted elsewhere'),
    });
    expect(run('used', 'audit', 'verify', '--witness', 'soon')).toMatchObject({ status: 2 });
  });
});

describe('assay backup and restore', () => {
  test('carry an installation, backed up while its server runs, to another folder', () => {
    expect(json('used', 'backup', archive)).toMatchObject({ file: archive, facts: 2, files: 0, missing: [] });
    expect(json('fresh', 'restore', archive)).toMatchObject({ files: 0, audit: { ok: true, facts: 2 } });
    expect(json('fresh', 'audit', 'verify')).toEqual(json('used', 'audit', 'verify'));
    expect(run('fresh', 'restore', archive)).toMatchObject({ status: 1, stderr: expect.stringContaining('--replace') });
    expect(run('fresh', 'restore', archive, '--replace')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^ok: \d+ rows and 0 files .*the record is whole \(2 facts\)/),
    });
  });

  test('without a database, without an archive and with one that is none, say so and end with a status that is not 0', () => {
    expect(run('none', 'backup', archive)).toMatchObject({ status: 2, stderr: expect.stringContaining('no database') });
    const missing = join(folder, 'nowhere.assay');
    expect(run('none', 'restore', missing)).toMatchObject({ status: 1, stderr: `There is no file ${missing}.\n` });
    const letter = join(folder, 'letter.txt');
    writeFileSync(letter, 'no archive. '.repeat(100));
    expect(run('none', 'restore', letter)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no archive of Assay'),
    });
    expect(run('used', 'backup', join(folder, 'no', 'such', 'folder.assay'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('could not be done'),
    });
  });
});
