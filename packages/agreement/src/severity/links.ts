import { at } from '../coefficient.ts';
import type { Facet } from './design.ts';

/**
 * The sets of `one`'s elements that common elements of `other` link, by name, the largest set first. More than one set
 * means that their measures have no common origin and must not be compared.
 * Source: Weeks and Williams (1964), Technometrics 6, 319-324; Linacre (1989), Many-Facet Rasch Measurement.
 */
export function linkedSets(one: Facet, other: Facet, observations: readonly number[]): string[][] {
  // Each element's set is known by one of its elements; two sets that a mark links become one.
  const sets = one.names.map((_, element) => element);
  const present = new Set<number>();
  const firstOf = new Map<number, number>();
  for (const index of observations) {
    const [element, link] = [at(one.of, index), at(other.of, index)];
    present.add(element);
    const first = firstOf.get(link) ?? element;
    firstOf.set(link, first);
    const [from, to] = [at(sets, element), at(sets, first)];
    if (from !== to) sets.forEach((set, member) => (sets[member] = set === from ? to : set));
  }
  const known = new Set(sets.filter((_, element) => present.has(element)));
  return [...known]
    .map((set) => one.names.filter((_, element) => present.has(element) && sets[element] === set))
    .toSorted((a, b) => b.length - a.length);
}
