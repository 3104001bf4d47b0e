import { Worker } from 'node:worker_threads';

/** How often memory is measured, in milliseconds. */
const watch = 50;

/**
 * The other side of `openLimitedProcess`: answers each message with what `work` makes of it. What throws ends the
 * process. A thread beside it ends it too when all its memory together passes the limit it was started with, or when
 * the process that wanted the answers is gone; the work itself may be too busy to notice.
 */
export function serveJobs(work: (job: unknown) => Promise<unknown>): void {
  const [megabytes, parent] = process.argv.slice(2).map(Number);
  const most = (megabytes ?? 0) * 1024 * 1024;
  const watchdog = new Worker(
    `setInterval(() => {
       if (process.memoryUsage.rss() > ${most} || process.ppid !== ${parent}) process.kill(process.pid, 'SIGKILL');
     }, ${watch});`,
    { eval: true },
  );
  watchdog.unref();
  process.on('disconnect', () => process.exit(0));
  process.on('message', (job) => {
    void work(job).then((answer) => process.send?.(answer));
  });
}
