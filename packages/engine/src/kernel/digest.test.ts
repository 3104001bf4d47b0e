import { describe, expect, test } from 'vitest';
import { canonical, digestOf } from './index.ts';

describe('the canonical form of a value', () => {
  test('has the keys of every object in code-unit order and no white space', () => {
    expect(canonical({ b: [true, null, 'é'], a: 1 })).toBe('{"a":1,"b":[true,null,"é"]}');
    expect(canonical({ z: { y: 1, B: 2, a: 3 }, 10: 0, 9: 0 })).toBe('{"10":0,"9":0,"z":{"B":2,"a":3,"y":1}}');
  });

  test('leaves out a member that is undefined, and keeps one that is null', () => {
    expect(canonical({ a: undefined, b: null })).toBe('{"b":null}');
    expect(canonical([undefined, 1])).toBe('[null,1]');
  });

  test('writes text as JSON does, quotes and line ends escaped', () => {
    expect(canonical('say "yes"\n')).toBe(String.raw`"say \"yes\"\n"`);
  });

  test('keeps the order of a list', () => {
    expect(canonical([2, 1])).not.toBe(canonical([1, 2]));
  });
});

describe('the digest of a value', () => {
  // Each can be checked with: printf '%s' '<canonical form>' | sha256sum
  test.each([
    [{}, '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'],
    [[], '4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945'],
    [null, '74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b'],
    [true, 'b5bea41b6c623f7c09f1bf24dcae58ebab3c0cdd90ad966bc43a45b44867e12b'],
    [123, 'a665a45920422f9d417e4867efdc4fb8a04a1f3fff1fa07e998e86f7f7a27ae3'],
    ['abc', '6cc43f858fbb763301637b5af970e2a46b46f461f27e5a0f41e009c59b827b25'],
    [{ b: [true, null, 'é'], a: 1 }, '9488dd13ca33d3291f5a91a1833dfa164811755ffba538c2b340780f8c31a0cb'],
  ])('of %j is its SHA-256 as everybody computes it', (value, hash) => {
    expect(digestOf(value)).toBe(hash);
  });

  test('does not depend on the order in which members were written', () => {
    expect(digestOf({ a: 1, b: { c: 2, d: 3 } })).toBe(digestOf({ b: { d: 3, c: 2 }, a: 1 }));
  });
});
