import { at } from '../coefficient.ts';
import type { Facet } from './design.ts';

/**
 * The sets of `one`'s elements that common elements of `other` link, by name, the largest set first. More than one set
 * means that their measures have no common origin and must not be compared.
 * Source: Weeks and Williams (1964), Technometrics 6, 319-324; Linacre (1989), Many-Facet Rasch Measurement.
 */
export function linkedSets(one: Facet, other: Facet, observations: readonly number[]): string[][] {
  const parent = one.names.map((_, element) => element);
  const root = (element: number): number => {
    let top = element;
    while (at(parent, top) !== top) {
      parent[top] = at(parent, at(parent, top));
      top = at(parent, top);
    }
    return top;
  };
  const firstOf = new Map<number, number>();
  const present = new Set<number>();
  for (const index of observations) {
    const [element, link] = [at(one.of, index), at(other.of, index)];
    present.add(element);
    const first = firstOf.get(link);
    if (first === undefined) firstOf.set(link, element);
    else parent[root(element)] = root(first);
  }
  const sets = new Map<number, string[]>();
  for (const element of [...present].toSorted((a, b) => a - b)) {
    sets.set(root(element), [...(sets.get(root(element)) ?? []), one.names[element] ?? '']);
  }
  return [...sets.values()].toSorted((a, b) => b.length - a.length);
}
