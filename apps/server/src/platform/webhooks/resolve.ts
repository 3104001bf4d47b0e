import { lookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { DeliveryError } from '../deliveryError.ts';
import { isLoopback, isPublic } from './address.ts';
import { hostOf, problemWith, type Reach } from './target.ts';

/** Asks for every address of a host name. Throws where it has none. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const systemResolve: Resolve = (host) => lookup(host, { all: true });

/**
 * The addresses of a URL's host, all of which may be connected to. The name is looked up here and once: whoever connects
 * uses these, so that a second answer of the name server cannot lead elsewhere. Throws DeliveryError.
 */
export async function checkedAddresses(url: URL, reach: Reach, resolve: Resolve): Promise<readonly LookupAddress[]> {
  const problem = problemWith(url.href, reach);
  if (problem !== null) throw new DeliveryError(`The endpoint’s address ${problem}`);
  const host = hostOf(url);
  const family = isIP(host);
  const found = family === 0 ? await named(host, resolve) : [{ address: host, family }];
  const allowed = found.filter(({ address }) =>
    url.protocol === 'http:' ? isLoopback(address) : reach.privateNets || isPublic(address),
  );
  if (found.length === 0) throw new DeliveryError('The endpoint’s host name has no address.');
  if (allowed.length < found.length)
    throw new DeliveryError(
      'The endpoint’s host name leads into a private network, where this installation sends nothing.',
    );
  return allowed;
}

async function named(host: string, resolve: Resolve): Promise<readonly LookupAddress[]> {
  try {
    return await resolve(host);
  } catch (error) {
    throw new DeliveryError('The endpoint’s host name could not be looked up.', { cause: error });
  }
}
