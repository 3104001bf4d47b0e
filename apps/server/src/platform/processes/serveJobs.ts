import { Worker } from 'node:worker_threads';

/** How often memory and time are measured, in milliseconds. */
const watch = 50;

/**
 * The other side of `openLimitedProcess`: answers each message with what `work` makes of it. What throws ends the
 * process. A thread beside it ends it too when the limits that it was started with are passed, or when the process that
 * wanted the answers is gone; the work itself may be too busy to notice.
 */
export function serveJobs(work: (job: unknown) => Promise<unknown>): void {
  const [parent = 0, megabytes = 0, milliseconds = 0] = process.argv.slice(2).map(Number);
  const watchdog = new Worker(
    `let begun = process.cpuUsage();
     require('node:worker_threads').parentPort.on('message', () => { begun = process.cpuUsage(); });
     setInterval(() => {
       const { user, system } = process.cpuUsage(begun);
       const exceeded = process.memoryUsage.rss() > ${megabytes * 1024 * 1024} || user + system > ${milliseconds * 1000};
       if (exceeded || process.ppid !== ${parent}) process.kill(process.pid, 'SIGKILL');
     }, ${watch});`,
    { eval: true },
  );
  watchdog.unref();
  process.on('disconnect', () => process.exit(0));
  process.on('message', (job) => {
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    watchdog.postMessage('a job begins');
    void work(job).then((answer) => process.send?.(answer));
  });
}
