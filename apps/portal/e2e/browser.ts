import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';

const installed = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * An installed Chrome or Chromium where there is one, else the one that comes inside a package of the registry. That
 * one brings the libraries that a bare machine lacks; they are used only where it does not start without them.
 */
export async function browserPath(): Promise<string> {
  const found = installed.find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  const shipped = await chromium.executablePath();
  if (!starts(shipped)) {
    const packaged = dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')));
    await inflate(join(packaged, '../bin/al2023.tar.br'));
    setupLambdaEnvironment(join(tmpdir(), 'al2023/lib'));
    if (!starts(shipped))
      throw new Error(`No browser starts here. Install Chromium, or name one in CHROMIUM_PATH. Tried: ${shipped}`);
  }
  return shipped;
}

const starts = (path: string) =>
  spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 30_000 }).status === 0;

/**
 * What a browser on a build machine needs: no sandbox of its own (it may run as root in a container), no shared memory,
 * a software renderer, and no look-ups of its maker's hosts.
 */
export const browserArguments = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-zygote',
  '--font-render-hinting=none',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
