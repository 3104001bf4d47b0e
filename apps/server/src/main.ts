import { join } from 'node:path';
import { app } from './app.ts';
import { compose } from './compose.ts';
import { prepare } from './demo/prepare.ts';
import { BucketError } from './platform/files/bucketShelf.ts';
import { listen, ListenError } from './platform/http/listen.ts';
import { MigrationError } from './platform/migrate.ts';
import { readSettings, SettingsError } from './platform/settings.ts';

const portal = join(import.meta.dirname, '../../portal/dist');

/** Starts the server and stops it cleanly; what cannot be started is told in a sentence, with exit status 2. */
async function start(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  const { world, close } = await compose(settings);
  const greeting = await prepare(world);
  const server = await listen(app(world, portal), settings);
  process.stdout.write(`\nAssay is at ${server.url}\n${greeting}\n`);

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    world.log.info({ signal }, 'stopping');
    await server.stop();
    await close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

try {
  await start();
} catch (error) {
  const told = [SettingsError, ListenError, MigrationError, BucketError].some((kind) => error instanceof kind);
  if (!(told && error instanceof Error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
