import { describe, expect, test } from 'vitest';
import { conflictOf, involved, personId, roles, type Role } from './index.ts';

const one = personId('person-1');
const other = personId('person-2');

/** Every pair of roles that one person may not hold on one portfolio, written out from scheme.md section 2. */
const apart = new Set([
  'assessor and candidate',
  'candidate and moderator',
  'candidate and externalModerator',
  'candidate and provider',
  'administrator and candidate',
  'assessor and moderator',
  'assessor and externalModerator',
  'externalModerator and moderator',
]);
const pairs = roles.flatMap((held) => roles.map((acting): [Role, Role] => [held, acting]));
const conflicting = pairs.filter((pair) => apart.has(pair.toSorted().join(' and ')));
const fitting = pairs.filter((pair) => !conflicting.includes(pair));

describe('two roles of one person on one portfolio', () => {
  test.each(conflicting)('K4 whoever stands there as %s does not act as %s', (held, acting) => {
    expect(conflictOf(one, acting, [{ person: one, role: held }])).toBe(held);
  });

  test.each(fitting)('K4 lets whoever stands there as %s act as %s', (held, acting) => {
    expect(conflictOf(one, acting, [{ person: one, role: held }])).toBeUndefined();
  });

  test('K4 speaks of one person: somebody else’s role is no conflict', () => {
    for (const [held, acting] of pairs)
      expect(conflictOf(one, acting, [{ person: other, role: held }])).toBeUndefined();
  });

  test('K4 looks at every role that the person holds, not at the first', () => {
    expect(
      conflictOf(one, 'moderator', [
        { person: one, role: 'provider' },
        { person: one, role: 'assessor' },
      ]),
    ).toBe('assessor');
  });

  test('counts sixteen ordered pairs apart of forty-nine', () => {
    expect([conflicting.length, pairs.length]).toEqual([16, 49]);
  });
});

describe('who is involved', () => {
  const by = (person: typeof one, role: Role) => ({ by: { person, role, provider: null } });

  test('is everybody who acted, once in each of their roles; the product itself is nobody', () => {
    const facts = [
      by(one, 'assessor'),
      by(other, 'provider'),
      by(one, 'assessor'),
      by(one, 'moderator'),
      by(one, 'system'),
    ];
    expect(involved(facts)).toEqual([
      { person: one, role: 'assessor' },
      { person: other, role: 'provider' },
      { person: one, role: 'moderator' },
    ]);
    expect(involved([])).toEqual([]);
  });
});
