import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { clientAddress } from './clientAddress.ts';
import { tokenBuckets } from './tokenBuckets.ts';

/**
 * Lets each client address ask so often a minute and no more; past that 429, with the seconds to wait.
 *
 * This machine's own addresses are not counted: where a proxy stands here and is not named in ASSAY_TRUSTED_PROXY,
 * everybody comes from one of them, and one flood would shut all out.
 */
export function addressLimit(given: {
  readonly perMinute: number;
  readonly trustedProxy: string | null;
}): MiddlewareHandler<{ Bindings: HttpBindings }> {
  const buckets = tokenBuckets(given.perMinute);
  return async (c, next) => {
    const address = clientAddress(c, given.trustedProxy);
    const wait = address === null || isLoopback(address) ? 0 : buckets.take(network(address));
    if (wait === 0) return next();
    c.header('Retry-After', String(wait));
    return c.json({ error: tooMany(wait) }, 429);
  };
}

export const tooMany = (wait: number) =>
  `That was very often in a short time, so nothing was done. Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`;

const isLoopback = (address: string) => /^(?:::ffff:)?127\.|^::1$/.test(address);

/** A household has a whole /64 of IPv6 addresses, and could ask from each of them. */
function network(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [front = '', back] = address.split('::');
  const groups = front === '' ? [] : front.split(':');
  const tail = back === undefined || back === '' ? [] : back.split(':');
  const filled =
    back === undefined ? groups : [...groups, ...Array<string>(8 - groups.length - tail.length).fill('0'), ...tail];
  return filled.slice(0, 4).join(':');
}
