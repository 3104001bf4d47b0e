import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { contentHash, type ContentHash } from './ids.ts';

/**
 * JSON with the keys of every object in code-unit order and no white space (RFC 8785 for the values used here:
 * text, whole numbers, booleans, null, lists and plain objects; a member that is undefined is left out).
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry: unknown) => canonical(entry ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 over the canonical JSON of a value. */
export function digestOf(value: unknown): ContentHash {
  return contentHash(bytesToHex(sha256(utf8ToBytes(canonical(value)))));
}
