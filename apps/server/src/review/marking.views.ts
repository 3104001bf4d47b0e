import {
  lieApart,
  marking as workflow,
  personId,
  providerId,
  type Ground,
  type Marking,
  type MarkingId,
  type Marks,
  type Rulebook,
} from '@assay/engine';
import type { Database } from '../database.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { readableMarking } from './marking.read.ts';

/** One marker's mark on what two differ on, and where they stand in the conference. */
export interface MarkView {
  readonly marker: string;
  readonly assessorName: string;
  readonly review: string;
  /** A score, or whether a gate is met. */
  readonly mark: number | boolean;
  readonly reason: string;
  readonly evidence: readonly string[];
  readonly position: { readonly value: number | boolean; readonly reason: string; readonly at: string } | null;
}

/** A standard or a gate that two markers differ on. */
export interface DifferenceView {
  readonly place: string;
  readonly kind: 'standard' | 'gate';
  readonly marks: readonly MarkView[];
  /** Whether it is still to be conferred on, or marked by a third. */
  readonly open: boolean;
  /** What stands on record; null while it is open. */
  readonly record: number | boolean | null;
  readonly how: Ground['how'] | null;
}

/** Where two marks lie apart (R12), and nothing that they do not differ on. */
export async function showMarking(world: World, session: Session, id: MarkingId) {
  const { state, version, as } = await readableMarking(world.db, session, id);
  const { context } = state;
  const { submission, candidate, provider, attempt, round, reasons, marks, due, open } = context;
  const cohort = await world.db
    .selectFrom('cohort')
    .select('title')
    .where('cohort', '=', context.cohort)
    .executeTakeFirstOrThrow();
  const people = await world.identity.people([candidate, ...marks.map(({ assessor }) => assessor)]);
  const places = differing(context, world.library.book);
  const found = await findingsOn(world.db, marks, places);
  const stands = await positionsIn(world.db, id, round);
  const asOpen = new Set([...open.standards, ...open.gates]);
  const settled = new Map<string, number | boolean>(Object.entries({ ...context.scores, ...context.gates }));
  return {
    marking: id,
    version,
    status: state.status,
    submission,
    candidateName: people.get(candidate)?.name ?? 'Unknown',
    cohortTitle: cohort.title,
    attempt,
    round,
    /** Why there is a second marker. */
    reasons,
    dueAt: due?.at ?? null,
    differences: places.map(({ place, kind }): DifferenceView => ({
      place,
      kind,
      marks: marks.flatMap((given): MarkView[] => {
        const mark = kind === 'standard' ? given.scores[place] : given.gates[place];
        if (mark === undefined) return [];
        const { marker, review, assessor } = given;
        return [
          {
            marker,
            review,
            assessorName: people.get(assessor)?.name ?? 'Unknown',
            mark,
            ...(found.get(`${review} ${place}`) ?? { reason: '', evidence: [] }),
            position: stands.get(`${marker} ${place}`) ?? null,
          },
        ];
      }),
      open: asOpen.has(place),
      record: asOpen.has(place) ? null : (settled.get(place) ?? null),
      how: asOpen.has(place) ? null : howOf(context, place, kind),
    })),
    may: workflow.open(state, { person: personId(session.person.id), role: as, provider: providerId(provider) }),
  };
}

interface Place {
  readonly place: string;
  readonly kind: 'standard' | 'gate';
}

function differing({ marks }: Marking, book: Rulebook): Place[] {
  const two = marks.filter(({ marker }) => marker !== 'third');
  const standards = [...book.judged.values()].filter((measure) => {
    const given = two.flatMap(({ scores }) => scores[measure.code] ?? []);
    return given.length > 1 && lieApart(Math.min(...given), Math.max(...given), measure, book);
  });
  const gates = book.gates.filter((gate) => new Set(two.flatMap(({ gates: met }) => met[gate] ?? [])).size > 1);
  return [
    ...standards.map(({ code }): Place => ({ place: code, kind: 'standard' })),
    ...gates.map((gate): Place => ({ place: gate, kind: 'gate' })),
  ];
}

function howOf({ conferred, marks }: Marking, place: string, kind: Place['kind']): Ground['how'] {
  const third = marks.find(({ marker }) => marker === 'third');
  const byThird = kind === 'standard' ? third?.scores : third?.gates;
  if (byThird !== undefined && Object.hasOwn(byThird, place)) return 'median';
  return kind === 'gate' || conferred.includes(place) ? 'conferred' : 'lower';
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
  if (places.length === 0) return new Map();
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

/** By marker and place. */
async function positionsIn(db: Database, marking: MarkingId, round: number) {
  const rows = await db
    .selectFrom('conference')
    .select(['place', 'marker', 'score', 'met', 'reason', 'at'])
    .where('marking', '=', marking)
    .where('round', '=', round)
    .execute();
  return new Map(
    rows.map(({ place, marker, score, met, reason, at }) => [
      `${marker} ${place}`,
      { value: score ?? met === 1, reason, at },
    ]),
  );
}
