import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fewer characters, or fewer different ones, can be guessed. */
const shortest = 32;
const fewestDifferent = 10;

/** Whether a session secret is long and varied enough to sign with. */
export function isStrongSecret(secret: string): boolean {
  return secret.length >= shortest && new Set(secret).size >= fewestDifferent;
}

/**
 * The secret kept in `dataDir/secret`, made on the first start. It is written
 * aside and then linked into place, so that of two processes starting together
 * one makes it and both read the same one.
 *
 * @returns what the file holds, which the caller judges with {@link isStrongSecret}.
 * @throws the file system's error when the folder cannot be written.
 */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) makeSecret(dataDir, file);
  return readFileSync(file, 'utf8').trim();
}

function makeSecret(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true });
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(aside, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
