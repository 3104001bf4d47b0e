import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse, type Refusal } from '../refusal.ts';
import { repositoryRoot } from '../root.ts';

/**
 * What one job may use: memory for objects, of which everything together may be twice as much, and milliseconds of the
 * processor, so that a busy machine judges as an idle one does; and by the clock, for a job that waits for nothing.
 */
export type Limits = { readonly megabytes: number; readonly processor: number; readonly clock: number };
export type Answered = { readonly ok: true; readonly answer: unknown } | Refusal<'exceeded' | 'failed' | 'interrupted'>;

/** Runs jobs in a process of their own, one after the other. */
export type LimitedProcess = {
  /**
   * Sends a job and waits for its answer. A job that exceeds a limit or throws ends its process, and the next gets a
   * fresh one. `interrupted` says nothing of the job: the process was told to stop, as everything on a machine that goes
   * down is.
   */
  run(job: object): Promise<Answered>;
  /** Ends the process, and with it a job that is running. The next job gets a fresh one. */
  close(): Promise<void>;
};

/**
 * Opens a process on a script that hands its work to `serveJobs`. A process and not a thread: what exhausts a thread's
 * memory can take the whole server with it. It may read our code and `folders`, and touch nothing else of this machine's
 * disk; it may start no program and knows none of our settings. It starts with the first job and does not hold ours.
 */
export function openLimitedProcess(
  script: URL,
  { megabytes, processor, clock }: Limits,
  folders: readonly string[],
): LimitedProcess {
  const readable = [...code(), ...folders].map((path) => `--allow-fs-read=${path}`);
  let running: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function start(): ChildProcess {
    const fresh = fork(fileURLToPath(script), [process.pid, 2 * megabytes, processor].map(String), {
      execArgv: [`--max-old-space-size=${megabytes}`, '--permission', '--allow-worker', ...readable],
      env: {},
      // What a library prints about a stranger's document is not our log's affair.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    fresh.unref();
    fresh.channel?.unref();
    fresh.on('error', () => undefined);
    fresh.once('exit', () => {
      if (running === fresh) running = null;
    });
    return fresh;
  }

  async function runNow(job: object): Promise<Answered> {
    const at = (running ??= start());
    const end = Promise.withResolvers<Answered>();
    const late = setTimeout(() => end.resolve(refuse('exceeded', `It took longer than ${clock} ms.`)), clock);
    const onMessage = (answer: unknown) => end.resolve({ ok: true, answer });
    const onExit = (status: number | null, signal: string | null) => end.resolve(ending(status, signal));
    at.once('message', onMessage).once('exit', onExit);
    at.send(job, (error) => {
      if (error !== null) end.resolve(refuse('interrupted', `Its process does not listen: ${error.message}`));
    });
    try {
      const answered = await end.promise;
      if (!answered.ok) await endProcess(at);
      return answered;
    } finally {
      clearTimeout(late);
      at.off('message', onMessage).off('exit', onExit);
    }
  }

  async function endProcess(at: ChildProcess): Promise<void> {
    if (running === at) running = null;
    if (at.exitCode !== null || at.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => at.once('exit', () => resolve()));
    at.kill('SIGKILL');
    await ended;
  }

  return {
    run(job) {
      const answer = last.then(() => runNow(job));
      last = answer.catch(() => undefined);
      return answer;
    },
    async close() {
      if (running !== null) await endProcess(running);
    },
  };
}

/** What the end of a process says of its job. Its watchdog kills; V8, out of memory, aborts or traps. */
function ending(status: number | null, signal: string | null): Answered {
  const says = `Its process ended with ${signal ?? `status ${status}`}.`;
  if (signal === 'SIGKILL' || signal === 'SIGABRT' || signal === 'SIGTRAP') return refuse('exceeded', says);
  return signal === null && status !== 0 ? refuse('failed', says) : refuse('interrupted', says);
}

/** Where our code and its libraries are; the data may lie beside them and are not among it. */
function code(): string[] {
  const root = repositoryRoot();
  return ['apps', 'packages', 'node_modules', 'package.json', 'pnpm-workspace.yaml'].map((name) => join(root, name));
}
