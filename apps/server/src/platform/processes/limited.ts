import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { refuse, type Refusal } from '../refusal.ts';

/** What one job may use: memory for objects, of which everything together may be twice as much, and time. */
export type Limits = { readonly megabytes: number; readonly milliseconds: number };
export type Answered = { readonly ok: true; readonly answer: unknown } | Refusal<'time' | 'ended'>;

/** Runs jobs in a process of their own, one after the other. */
export type LimitedProcess = {
  /** Sends a job and waits for its answer. A job that exceeds a limit or throws ends its process, and the next gets a fresh one. */
  run(job: object): Promise<Answered>;
  /** Ends the process, and with it a job that is running. The next job gets a fresh one. */
  close(): Promise<void>;
};

/**
 * Opens a process on a script that hands its work to `serveJobs`. A process and not a thread: what exhausts a thread's
 * memory can take the whole server with it. It may read files and nothing else of this machine, and knows none of our
 * settings. It starts with the first job and does not hold ours.
 */
export function openLimitedProcess(script: URL, { megabytes, milliseconds }: Limits): LimitedProcess {
  let running: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function start(): ChildProcess {
    const fresh = fork(fileURLToPath(script), [String(2 * megabytes), String(process.pid)], {
      execArgv: [`--max-old-space-size=${megabytes}`, '--permission', '--allow-fs-read=*', '--allow-worker'],
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
    const late = setTimeout(() => end.resolve(refuse('time', `It took longer than ${milliseconds} ms.`)), milliseconds);
    const onMessage = (answer: unknown) => end.resolve({ ok: true, answer });
    const onExit = (status: number | null, signal: string | null) =>
      end.resolve(refuse('ended', `Its process ended with ${signal ?? `status ${status}`}.`));
    at.once('message', onMessage).once('exit', onExit);
    at.send(job, (error) => {
      if (error !== null) end.resolve(refuse('ended', `Its process does not listen: ${error.message}`));
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
