import { readFileSync } from 'node:fs';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictOf, personId, roles, type AnyCommand, type Refusal, type Role } from '../kernel/index.ts';
import {
  naming,
  namings,
  standsIn,
  storyOf,
  Stuck,
  unexplained,
  type Attempts,
  type Keeper,
  type Knowledge,
} from '../testing/story/index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { chapters, keeper: keeping } = storyOf(npqicl.scheme);
const spec = readFileSync(new URL('../../SPEC.md', import.meta.url), 'utf8');

/** Holds every role at the provider, and would use them all. */
const person = personId('everybody');

const acting = <Command extends AnyCommand>(command: Command, role: Role = command.by.role): Command => ({
  ...command,
  by: { ...command.by, person, role },
});

const named = <Command extends AnyCommand>(command: Command, place: number): Command[] => {
  const fields = namings[command.type] ?? [];
  return fields.slice(place % Math.max(1, fields.length)).map(({ field }) => naming(command, { person, field }));
};

/** What the person tries for a command of the story: to act, to be named, both, another of their roles, or nothing. */
function tries(next: () => number): Attempts {
  return (command) => {
    if (command.by.role === 'system') return [command];
    const [choice, other] = [next(), next()];
    switch (choice) {
      case 0:
      case 1:
        return [acting(command), command];
      case 2:
        return [...named(command, other), command, acting(command)];
      case 3:
        return [...named(command, other).map((each) => acting(each)), acting(command), command];
      case 4:
        return [acting(command, roles[other % roles.length]), command, acting(command)];
      default:
        return [command, acting(command)];
    }
  };
}

/** Numbers from 0 to 9 that follow from a seed: Lehmer’s generator, so that a run is one number. */
function choosing(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at * 48_271) % 2_147_483_647;
    return at % 10;
  };
}

/** A chapter of the story as it goes with this person in it, as far as it goes. */
function told(page: number, seed: number, knowledge?: Knowledge): Keeper {
  const keeper = keeping(tries(choosing(seed)), knowledge);
  try {
    chapters[page]?.(keeper);
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
  }
  return keeper;
}

/** In which roles the person acted on each portfolio; and, where asked for, as its candidate, whether they acted or not. */
function standing({ steps }: Keeper, withWhose: boolean): Map<string, Set<Role>> {
  const found = new Map<string, Set<Role>>();
  for (const step of steps) {
    const own = withWhose && step.portfolios.size === 1 && standsIn(step).owner === person;
    const acted = step.facts.flatMap(({ by }) => (by.person === person && by.role !== 'system' ? [by.role] : []));
    for (const portfolio of step.portfolios)
      found.set(
        portfolio,
        new Set([...(found.get(portfolio) ?? []), ...acted, ...(own ? ['candidate' as const] : [])]),
      );
  }
  return found;
}

/** Portfolios on which the person stands in two conflicting roles. */
const twice = (keeper: Keeper, withWhose = false) =>
  [...standing(keeper, withWhose)].flatMap(([portfolio, held]) => {
    const parties = [...held].map((role) => ({ person, role }));
    return [...held].some((role) => conflictOf(person, role, parties) !== undefined)
      ? [`${portfolio}: ${[...held].join(', ')}`]
      : [];
  });

const pages = fc.nat({ max: chapters.length - 1 });
const seeds = fc.integer({ min: 1, max: 2_147_483_646 });

test('K4 lets nobody act in two conflicting roles on one portfolio, whatever they try in the whole story (11.7)', () => {
  const refusals: Refusal[] = [];
  const acted = new Set<Role>();
  fc.assert(
    fc.property(pages, seeds, (page, seed) => {
      const keeper = told(page, seed);
      for (const { command } of keeper.steps) if (command.by.person === person) acted.add(command.by.role);
      refusals.push(...keeper.refusals);
      expect(twice(keeper)).toEqual([]);
    }),
    { seed: 42, numRuns: 100 },
  );
  // They got far enough for it to mean something: they acted in every role, and met every rule that keeps roles apart.
  expect(acted).toEqual(new Set(roles));
  const met = new Set(refusals.map(({ rule }) => rule));
  for (const rule of ['K2', 'K4', 'ENR-12', 'PRI-8', 'REV-21', 'RVM-7', 'APP-6', 'APP-14']) expect(met).toContain(rule);
  expect(unexplained(refusals, spec)).toEqual([]);
});

test('K4 lets nobody act on a portfolio that is their own, told whose it is before they acted as its candidate', () => {
  fc.assert(
    fc.property(pages, seeds, (page, seed) => {
      expect(twice(told(page, seed, 'whoActedAndWhose'), true)).toEqual([]);
    }),
    { seed: 42, numRuns: 75 },
  );
});

test('K4 rests on who stands in the other records: told of nobody, it lets somebody act in two conflicting roles', () => {
  const found = fc
    .sample(fc.tuple(pages, seeds), { seed: 42, numRuns: 40 })
    .flatMap(([page, seed]) => twice(told(page, seed, 'nobody')));
  expect(found.length).toBeGreaterThan(0);
});
