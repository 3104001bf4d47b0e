import { createHash } from 'node:crypto';

/**
 * The id under which a message is known outside, the same for every attempt: with it a second copy is recognised. It is
 * a digest, because ids of records hold full stops and slashes, which have a meaning in headers and signatures.
 */
export function outsideId(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}
