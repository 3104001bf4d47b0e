import { join } from 'node:path';

/**
 * Where a file of this hash lies below the store's folder, or null for
 * anything but 64 hex digits. Every path the store touches comes from here,
 * so no name and no address can lead out of its folder.
 */
export function placeOf(hash: string): string | null {
  return /^[0-9a-f]{64}$/.test(hash) ? join(hash.slice(0, 2), hash.slice(2)) : null;
}
