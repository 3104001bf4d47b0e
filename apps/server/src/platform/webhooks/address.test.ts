import { describe, expect, test } from 'vitest';
import { isPublic } from './address.ts';
import { problemWith } from './target.ts';

describe('an address of', () => {
  test.each([
    ['this machine', ['127.0.0.1', '127.255.255.254', '::1']],
    ['no machine', ['0.0.0.0', '0.1.2.3', '::', '255.255.255.255']],
    ['a private network', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12::1', 'fec0::1']],
    ['a link, and of a cloud’s metadata', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1']],
    ['a carrier’s own network', ['100.64.0.1', '100.127.255.255']],
    ['a group', ['224.0.0.1', '239.1.1.1', 'ff02::1']],
    [
      'a network for documents and measurements',
      ['192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.5', '2001:db8::1', '3fff::1', '2001:2::1'],
    ],
    ['the time to come', ['240.0.0.1', '4000::1', '100:0:0:1::1', '5f00::1']],
    [
      'IPv4 written as IPv6',
      ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1', '::ffff:0:10.0.0.1'],
    ],
    ['a translator or tunnel', ['64:ff9b::7f00:1', '64:ff9b:1::a00:1', '2002:7f00:1::', '2001::1', '192.88.99.1']],
    ['protocols', ['192.0.0.8', '192.31.196.1', '192.52.193.1', '192.175.48.1', '100::1', '2001:20::1']],
  ])('%s is not reachable', (_what, addresses) => {
    expect(addresses.filter(isPublic)).toEqual([]);
  });

  test('the public internet is reachable', () => {
    const addresses = [
      '8.8.8.8',
      '1.1.1.1',
      '172.15.255.255',
      '172.32.0.1',
      '100.63.255.255',
      '100.128.0.1',
      '2606:4700::1',
      '2a00:1450::1',
    ];
    expect(addresses.filter(isPublic)).toEqual(addresses);
  });
});

describe('as an endpoint', () => {
  const inside = /leads into a private network/;
  test.each([
    ['nonsense', /is not an address/],
    ['ftp://example.org/', /is not an address/],
    ['javascript:alert(1)', /is not an address/],
    ['http://example.org/hook', /must begin with https/],
    ['https://name:password@example.org/', /user name or password/],
    ['https://127.0.0.1/', inside],
    ['https://0x7f.1/', inside],
    ['https://2130706433/', inside],
    ['https://017700000001/', inside],
    ['https://[::1]/', inside],
    ['https://[::ffff:10.0.0.1]/', inside],
    ['https://169.254.169.254/latest/meta-data', inside],
    ['https://LOCALHOST/', inside],
  ])('%s is refused', (url, problem) => {
    expect(problemWith(url, { privateNets: false })).toMatch(problem);
  });

  test('a public address over https is taken, on any port', () => {
    expect(problemWith('https://example.org/hook?key=1', { privateNets: false })).toBeNull();
    expect(problemWith('https://8.8.8.8:8443/', { privateNets: false })).toBeNull();
  });

  test('a private one is taken where the operator allows it, and without https on this machine alone', () => {
    const reach = { privateNets: true };
    expect(problemWith('https://10.0.0.1/', reach)).toBeNull();
    expect(problemWith('http://127.0.0.1:8080/', reach)).toBeNull();
    expect(problemWith('http://localhost:8080/', reach)).toBeNull();
    expect(problemWith('http://[::1]:8080/', reach)).toBeNull();
    expect(problemWith('http://10.0.0.1/', reach)).toMatch(/must begin with https/);
    expect(problemWith('http://127.example.org/', reach)).toMatch(/must begin with https/);
  });
});
