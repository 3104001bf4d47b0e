import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse } from 'hono/utils/cookie';

/** SHA-256 in base64. */
const signatureLength = 44;

/**
 * The value of a cookie that better-auth signed, `value.signature`; null where there is none or the signature is not
 * ours. Computed at once: asked of every request, so it should not go through a queue of other threads' work.
 */
export function signedValue(cookies: string, name: string, secret: string): string | null {
  const text = parse(cookies, name)[name];
  const end = text?.lastIndexOf('.') ?? -1;
  if (text === undefined || end < 1) return null;
  const [value, signature] = [text.slice(0, end), text.slice(end + 1)];
  if (signature.length !== signatureLength) return null;
  const ours = createHmac('sha256', secret).update(value).digest();
  const theirs = Buffer.from(signature, 'base64');
  return theirs.length === ours.length && timingSafeEqual(theirs, ours) ? value : null;
}
