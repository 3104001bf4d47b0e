import type { Difference, Rest } from '../../shared/marking/apart.ts';
import type { MarkingView } from '../../shared/server.ts';

/** What several markers gave, by standard or gate, and how they met. */
export interface Marked {
  readonly meeting: MarkingView;
  readonly on: ReadonlyMap<string, Difference | Rest>;
}

export function marksBy(meeting: MarkingView, rest: readonly Rest[]): Marked {
  return { meeting, on: new Map([...rest, ...meeting.differences].map((of) => [of.place, of])) };
}

/** Whether the two lay apart on it. */
export function layApart(marked: Marked | null, place: string): boolean {
  return marked?.meeting.differences.some((one) => one.place === place) ?? false;
}
