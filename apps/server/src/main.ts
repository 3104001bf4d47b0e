import { join } from 'node:path';
import { app } from './app.ts';
import { startClock } from './clock/clock.ts';
import { compose } from './compose.ts';
import { prepare } from './demo/prepare.ts';
import { LoadingError } from './operations/loading/unfinished.ts';
import { openJobs } from './operations/jobs.ts';
import { BucketError } from './platform/files/bucketShelf.ts';
import { listen, ListenError } from './platform/http/listen.ts';
import { MigrationError } from './platform/migrate.ts';
import { openMetrics } from './platform/observability/metrics.ts';
import { observers } from './platform/observability/observer.ts';
import { openTracing } from './platform/observability/tracing.ts';
import { readSettings, SettingsError } from './platform/settings.ts';
import { gaugesOf } from './record/gauges.ts';

const portal = join(import.meta.dirname, '../../portal/dist');

/** Starts the server and stops it cleanly; what cannot be started is told in a sentence, with exit status 2. */
async function start(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  const metrics = settings.metrics === null ? null : await openMetrics();
  const tracing = settings.traces === null ? null : await openTracing(settings.traces);
  const observer = observers([metrics, tracing].flatMap((opened) => (opened === null ? [] : [opened.observer])));
  const { world, close } = await compose(settings, { observer });
  const greeting = await prepare(world);
  const ticking = startClock(world);
  const jobs = openJobs(world);
  const server = await listen(app(world, portal), settings);
  const figures =
    metrics === null || settings.metrics === null
      ? null
      : await listen(
          metrics.page(() => gaugesOf(world.db)),
          settings.metrics,
        );
  process.stdout.write(`\nAssay is at ${server.url}\n${greeting}\n`);
  if (figures !== null) world.log.info({ port: figures.port }, 'metrics are served');

  const stop = async (signal: string) => {
    if (world.life.stopping) return;
    world.life.stopping = true;
    world.log.info({ signal }, 'stopping');
    await server.stop();
    await ticking.stop();
    await figures?.stop();
    await jobs.stop();
    await close();
    await tracing?.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

try {
  await start();
} catch (error) {
  const told = [SettingsError, ListenError, MigrationError, BucketError, LoadingError].some(
    (kind) => error instanceof kind,
  );
  if (!(told && error instanceof Error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
