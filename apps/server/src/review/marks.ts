import { lieApart, type Marking, type Marks, type Rulebook } from '@assay/engine';
import type { Database } from '../database.ts';
import type { World } from '../world.ts';

/** One marker's mark on a standard or a gate. */
export interface GivenView {
  readonly marker: string;
  readonly assessorName: string;
  readonly review: string;
  /** A score, or whether a gate is met. */
  readonly mark: number | boolean;
  readonly reason: string;
  readonly evidence: readonly string[];
}

/** Something that is marked: a standard by its code, or a gate by its component. */
export interface Place {
  readonly place: string;
  readonly kind: 'standard' | 'gate';
}

/** Every standard and gate of the scheme, those in front on which the two markers lie apart (R12), in its order. */
export function placesOf({ marks }: Marking, book: Rulebook): { readonly apart: Place[]; readonly rest: Place[] } {
  const two = marks.filter(({ marker }) => marker !== 'third');
  const differing = new Set<string>();
  for (const measure of book.judged.values()) {
    const given = two.flatMap(({ scores }) => scores[measure.code] ?? []);
    if (given.length > 1 && lieApart(Math.min(...given), Math.max(...given), measure, book))
      differing.add(measure.code);
  }
  for (const gate of book.gates)
    if (new Set(two.flatMap(({ gates }) => gates[gate] ?? [])).size > 1) differing.add(gate);
  const all = [
    ...[...book.judged.keys()].map((code): Place => ({ place: code, kind: 'standard' })),
    ...book.gates.map((gate): Place => ({ place: gate, kind: 'gate' })),
  ];
  return {
    apart: all.filter(({ place }) => differing.has(place)),
    rest: all.filter(({ place }) => !differing.has(place)),
  };
}

/** What the markers gave on these, with their reasons and what these rest on. */
export async function givenOn(
  world: World,
  { marks }: Marking,
  places: readonly Place[],
): Promise<ReadonlyMap<string, readonly GivenView[]>> {
  const people = await world.identity.people(marks.map(({ assessor }) => assessor));
  const found = await findingsOn(world.db, marks, places);
  return new Map(
    places.map(({ place, kind }) => [
      place,
      marks.flatMap(({ marker, review, assessor, scores, gates }): GivenView[] => {
        const mark = kind === 'standard' ? scores[place] : gates[place];
        if (mark === undefined) return [];
        const assessorName = people.get(assessor)?.name ?? 'Unknown';
        const finding = found.get(`${review} ${place}`) ?? { reason: '', evidence: [] };
        return [{ marker, assessorName, review, mark, ...finding }];
      }),
    ]),
  );
}

interface Finding {
  readonly reason: string;
  readonly evidence: readonly string[];
}

async function findingsOn(
  db: Database,
  marks: readonly Marks[],
  places: readonly Place[],
): Promise<ReadonlyMap<string, Finding>> {
  if (places.length === 0 || marks.length === 0) return new Map();
  const reviews = marks.map(({ review }) => review);
  const on = places.map(({ place }) => place);
  const judged = await db
    .selectFrom('judgement')
    .select(['review', 'standard', 'reason', 'evidence'])
    .where('review', 'in', reviews)
    .where('standard', 'in', on)
    .execute();
  const gates = await db
    .selectFrom('gate')
    .select(['review', 'component', 'reason'])
    .where('review', 'in', reviews)
    .where('component', 'in', on)
    .execute();
  return new Map([
    ...judged.map(({ review, standard, reason, evidence }): [string, Finding] => [
      `${review} ${standard}`,
      { reason, evidence: JSON.parse(evidence) },
    ]),
    ...gates.map(({ review, component, reason }): [string, Finding] => [
      `${review} ${component}`,
      { reason, evidence: [] },
    ]),
  ]);
}
