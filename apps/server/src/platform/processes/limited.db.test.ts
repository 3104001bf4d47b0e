import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { openLimitedProcess, type LimitedProcess, type Limits } from './limited.ts';

/** Does what each job asks for, and counts its jobs. */
const script = new URL('../../testing/jobs.process.ts', import.meta.url);

let opened: LimitedProcess | null = null;
const open = (limits: Partial<Limits> = {}) =>
  (opened = openLimitedProcess(script, { megabytes: 128, processor: 120_000, clock: 120_000, ...limits }, [place]));
afterEach(() => opened?.close());

let place: string;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  place = folder.path;
  await writeFile(join(place, 'given'), 'given');
});
afterAll(() => folder[Symbol.asyncDispose]());

describe('a limited process', () => {
  test('answers one job after the other', async () => {
    const { run } = open();
    const answers = await Promise.all(['a', 'b'].map((doing) => run({ doing })));
    expect(answers).toEqual([
      { ok: true, answer: { doing: 'a', jobs: 1 } },
      { ok: true, answer: { doing: 'b', jobs: 2 } },
    ]);
  });

  test.each([
    ['spin', { processor: 300 }, 'exceeded', /SIGKILL/],
    ['objects', {}, 'exceeded', /SIGABRT|SIGKILL|SIGTRAP/],
    ['buffers', {}, 'exceeded', /SIGKILL/],
    ['throw', {}, 'failed', /status 1/],
    ['reject', {}, 'failed', /status 1/],
    ['exit', {}, 'failed', /status 3/],
    ['stop', {}, 'interrupted', /SIGTERM/],
  ])('ends a job that does %s, and the next gets a fresh process', async (doing, limits, error, says) => {
    const { run } = open(limits);
    const [ended, next] = await Promise.all([run({ doing }), run({ doing: 'a' })]);
    expect(ended).toMatchObject({ ok: false, error, says: expect.stringMatching(says) });
    expect(next).toEqual({ ok: true, answer: { doing: 'a', jobs: 1 } });
  });

  test('does not wait for ever for a job that does nothing', async () => {
    const { run } = open({ clock: 1000 });
    expect(await run({ doing: 'sleep' })).toMatchObject({ error: 'exceeded', says: 'It took longer than 1000 ms.' });
  });

  test('may read what it is given, and nothing else; may not write, start programs or know our settings', async () => {
    const { run } = open();
    expect(await run({ doing: 'read', path: join(place, 'given') })).toMatchObject({ answer: { said: 'given' } });
    expect(await run({ doing: 'read', path: '/etc/hostname' })).toMatchObject({
      answer: { refused: 'ERR_ACCESS_DENIED' },
    });
    expect(await run({ doing: 'write', path: join(place, 'given') })).toMatchObject({
      answer: { refused: 'ERR_ACCESS_DENIED' },
    });
    expect(await run({ doing: 'program' })).toMatchObject({ answer: { refused: 'ERR_ACCESS_DENIED' } });
    expect(await run({ doing: 'settings' })).toMatchObject({ answer: { settings: [] } });
  });

  test('that is closed ends what is running, and can be used again', async () => {
    const { run, close } = open();
    expect(await run({ doing: 'a' })).toMatchObject({ ok: true });
    const running = run({ doing: 'spin' });
    await Promise.resolve();
    await close();
    expect(await running).toMatchObject({ ok: false });
    expect(await run({ doing: 'a' })).toEqual({ ok: true, answer: { doing: 'a', jobs: 1 } });
  });

  test.each(['a', 'spin'])(
    'goes when the process that wanted the answers is killed, idle or busy (%s)',
    async (doing) => {
      const parent = spawn(process.execPath, ['--input-type=module', '--eval', parentOf(doing)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [pid] = await once(createInterface(parent.stdout), 'line');
      expect(isAlive(Number(pid))).toBe(true);
      parent.kill('SIGKILL');
      while (isAlive(Number(pid))) await pause(20);
      expect(isAlive(Number(pid))).toBe(false);
    },
  );
});

/** A program that has a job done in a process of its own, and prints that process's id before it does. */
const parentOf = (doing: string) => `
  import { openLimitedProcess } from ${JSON.stringify(new URL('limited.ts', import.meta.url).href)};
  const { run } = openLimitedProcess(new URL(${JSON.stringify(script.href)}), { megabytes: 128, processor: 120_000, clock: 120_000 }, []);
  const { answer } = await run({ doing: 'pid' });
  process.stdout.write(answer.pid + '\\n');
  await run({ doing: '${doing}' });
  setInterval(() => {}, 1000);
`;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
