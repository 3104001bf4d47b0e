import type { ComponentId, StatementCode } from '@assay/standards';
import { member, type Measure, type Rulebook } from '../kernel/index.ts';
import { standardAchieved, type Scope, type Scores } from '../scoring/index.ts';
import type { Marks } from './marking.commands.ts';

/** Standards and gates by their codes, as a state keeps them. */
export interface Open {
  readonly standards: readonly string[];
  readonly gates: readonly string[];
}

/** What marks settle, and where they lie apart. */
export interface Settled {
  readonly scores: Scores;
  readonly gates: Readonly<Record<string, boolean>>;
  readonly apart: Scope;
}

/**
 * R12: two marks of a standard lie apart where they differ by the scheme's distance or more, or, if the scheme says
 * so, where the threshold lies between them.
 */
export function lieApart(one: number, other: number, measure: Measure, { secondMarking }: Rulebook): boolean {
  const { scoresApart, acrossThreshold } = secondMarking.discrepancy;
  return (
    Math.abs(one - other) >= scoresApart ||
    (acrossThreshold && standardAchieved(one, measure) !== standardAchieved(other, measure))
  );
}

/** The same in the scheme's order. */
export function inOrder({ standards, gates }: Open, book: Rulebook): Scope {
  return {
    standards: [...book.judged.keys()].filter((code) => standards.includes(code)),
    gates: book.gates.filter((gate) => gates.includes(gate)),
  };
}

const valuesOf = <Value>(records: readonly Readonly<Record<string, Value>>[], key: string): Value[] =>
  records.flatMap((record) => member(record, key) ?? []);

const scoresOn = (marks: readonly Marks[], code: string) =>
  valuesOf(
    marks.map(({ scores }) => scores),
    code,
  );

const judgementsOn = (marks: readonly Marks[], gate: string) =>
  valuesOf(
    marks.map(({ gates }) => gates),
    gate,
  );

/**
 * R12: what the marks of one or two markers settle of what is open. One mark is the score of record; of two that do
 * not lie apart the lower is, on the same side of the threshold as the other. A gate is settled where all agree on it.
 */
export function settle(open: Open, marks: readonly Marks[], book: Rulebook): Settled {
  const two = marks.filter(({ marker }) => marker !== 'third');
  const scores: Record<string, number> = {};
  const gates: Record<string, boolean> = {};
  const apart: { standards: StatementCode[]; gates: ComponentId[] } = { standards: [], gates: [] };
  for (const measure of book.judged.values()) {
    if (!open.standards.includes(measure.code)) continue;
    const given = scoresOn(two, measure.code);
    const lower = Math.min(...given);
    if (lieApart(lower, Math.max(...given), measure, book)) apart.standards.push(measure.code);
    else scores[measure.code] = lower;
  }
  for (const gate of inOrder(open, book).gates) {
    const given = judgementsOn(two, gate);
    if (given.includes(true) && given.includes(false)) apart.gates.push(gate);
    else gates[gate] = given.includes(true);
  }
  return { scores, gates, apart };
}

/** R12: what a third marker's marks settle: the median of three is the score of record; of a gate, what two say. */
export function adjudicate(open: Open, marks: readonly Marks[]): Omit<Settled, 'apart'> {
  return {
    scores: Object.fromEntries(open.standards.map((code) => [code, median(scoresOn(marks, code))])),
    gates: Object.fromEntries(
      open.gates.map((gate) => {
        const given = judgementsOn(marks, gate);
        return [gate, given.filter(Boolean).length > given.length / 2];
      }),
    ),
  };
}

/** The middle one of three marks, in whichever order they are given. */
export function median(marks: readonly number[]): number {
  const [, middle] = marks.toSorted((a, b) => a - b);
  if (middle === undefined || marks.length !== 3) throw new TypeError('A median is of three marks');
  return middle;
}
