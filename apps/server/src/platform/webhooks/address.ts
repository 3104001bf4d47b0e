import ipaddr from 'ipaddr.js';

/** Today's public IPv6 addresses all lie here; what is registered beside it in future is refused until it is known. */
const publicIpv6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is one of the public internet: not this machine, a private or a local net, a cloud's metadata,
 * a multicast group, or another notation that leads back to one of these (mapped, translated or tunnelled IPv4).
 */
export function isPublic(address: string): boolean {
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(publicIpv6);
}

/** Whether an IP address is this machine's own. */
export function isLoopback(address: string): boolean {
  return ipaddr.parse(address).range() === 'loopback';
}
