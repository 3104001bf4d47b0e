import type { CandidateLine } from '../../shared/server.ts';
import { stages } from './StageBar.tsx';

export const columns = ['name', 'stage', 'items', 'claimed', 'decisions', 'assessor', 'outcome'] as const;
export type Column = (typeof columns)[number];

export interface Order {
  readonly by: Column;
  readonly down: boolean;
}

/** What a column is sorted by; words by the alphabet, stages by their place in the flow, numbers by size. */
function keyOf(line: CandidateLine, by: Column): string | number {
  switch (by) {
    case 'name':
      return line.name;
    case 'stage':
      return stages.indexOf(line.stage);
    case 'items':
      return line.items;
    case 'claimed':
      return line.claimed;
    case 'decisions':
      return line.decisions.made;
    case 'assessor':
      return line.review?.assessorName ?? '';
    case 'outcome':
      return line.outcome ?? '';
  }
}

export function ordered(lines: readonly CandidateLine[], { by, down }: Order): CandidateLine[] {
  const compare = (a: CandidateLine, b: CandidateLine) => {
    const [left, right] = [keyOf(a, by), keyOf(b, by)];
    const first =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right), 'en');
    return (down ? -first : first) || a.name.localeCompare(b.name, 'en');
  };
  return lines.toSorted(compare);
}
