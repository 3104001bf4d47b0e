import type { Difference, Value } from '../../../shared/marking/apart.ts';

/** How far two are on one point that they confer on, as one of them sees it. */
export type Standing = 'agreed' | 'unsaid' | 'waits' | 'apart';

export type Mark = Difference['marks'][number];

/** A point's two marks, the reader's own before the other's. */
export function sidesOf(
  { marks }: Difference,
  own: string,
): { readonly mine: Mark | null; readonly theirs: Mark | null } {
  const two = marks.filter(({ marker }) => marker !== 'third');
  return {
    mine: two.find(({ marker }) => marker === own) ?? null,
    theirs: two.find(({ marker }) => marker !== own) ?? null,
  };
}

export function standingOf(difference: Difference, own: string): Standing {
  if (!difference.open) return 'agreed';
  const { mine, theirs } = sidesOf(difference, own);
  if (mine?.position == null) return 'unsaid';
  return theirs?.position == null ? 'waits' : 'apart';
}

/** What comes next for the reader after a point: something to say, the nearest after it, round to the beginning. */
export function nextToSay(differences: readonly Difference[], after: string, own: string): string | null {
  const at = differences.findIndex(({ place }) => place === after);
  const round = [...differences.slice(at + 1), ...differences.slice(0, Math.max(at, 0))];
  return round.find((one) => ['unsaid', 'apart'].includes(standingOf(one, own)))?.place ?? null;
}

/** MAR-8: what a position may be, from the lower of the two marks to the higher; a gate is met or not. */
export function choicesOn({ marks }: Difference): readonly Value[] {
  const given = marks.filter(({ marker }) => marker !== 'third').map(({ mark }) => mark);
  const scores = given.filter((mark) => typeof mark === 'number');
  if (scores.length === 0) return [true, false];
  const lowest = Math.min(...scores);
  return Array.from({ length: Math.max(...scores) - lowest + 1 }, (_none, index) => lowest + index);
}

export interface PointSearch {
  readonly point?: string;
}

export function pointFrom({ point }: Record<string, unknown>): PointSearch {
  return typeof point === 'string' ? { point } : {};
}
