import { isIP } from 'node:net';
import { isPublic } from './address.ts';

/** What an endpoint may be: anywhere public over https; on our own nets too, where the operator allows it. */
export interface Reach {
  readonly privateNets: boolean;
}

/** The host of a URL as sockets know it: an IPv6 address without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

/** What stands against a URL as an endpoint, in words that follow it; null where nothing does. Looks no name up. */
export function problemWith(text: string, { privateNets }: Reach): string | null {
  const url = URL.parse(text);
  if (url === null || !['https:', 'http:'].includes(url.protocol))
    return 'is not an address such as https://example.org/hook.';
  if (url.username !== '' || url.password !== '')
    return 'holds a user name or password; each message is signed, so none is needed.';
  const host = hostOf(url);
  if (url.protocol === 'http:' && !(privateNets && isOwnName(host))) return 'must begin with https.';
  if (!privateNets && (isOwnName(host) || (isIP(host) !== 0 && !isPublic(host))))
    return 'leads into a private network, where this installation sends nothing.';
  return null;
}

function isOwnName(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
