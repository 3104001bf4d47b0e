import { member, type PersonId, type Rulebook } from '../kernel/index.ts';
import type { Agreed } from './agreed.ts';
import { settle, type Open, type Settled } from './discrepancy.ts';
import type { Conferring, Marks, Position } from './marking.commands.ts';
import type { Marking } from './marking.facts.ts';

export const nothing: Open = { standards: [], gates: [] };

const rank = { first: 0, second: 1, third: 2 } as const;

const without = <Value>(record: Readonly<Record<string, Value>>, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

const changed = <Value>(before: Readonly<Record<string, Value>>, after: Readonly<Record<string, Value>>) =>
  Object.keys(after).filter((key) => member(before, key) !== after[key]);

/** Takes back what was settled of these, and a third marker's marks on them with it: they are open again. */
export function reopened(marking: Marking, { standards, gates }: Open): Marking {
  return {
    ...marking,
    open: {
      standards: [...new Set([...marking.open.standards, ...standards])].toSorted(),
      gates: [...new Set([...marking.open.gates, ...gates])].toSorted(),
    },
    scores: without(marking.scores, standards),
    gates: without(marking.gates, gates),
    conferred: marking.conferred.filter((code) => !standards.includes(code)),
    marks: marking.marks.map((mark) =>
      mark.marker === 'third'
        ? { ...mark, scores: without(mark.scores, standards), gates: without(mark.gates, gates) }
        : mark,
    ),
  };
}

/** The marking with these marks in. What they change of the same review's earlier marks is open again. */
export function withMarks(marking: Marking, received: Marks): Marking {
  const before = marking.marks.find(({ review }) => review === received.review);
  const again =
    before === undefined
      ? nothing
      : { standards: changed(before.scores, received.scores), gates: changed(before.gates, received.gates) };
  const opened = reopened(marking, again);
  return {
    ...opened,
    awaited: opened.awaited.filter((marker) => marker !== received.marker),
    marks: [...opened.marks.filter(({ review }) => review !== received.review), received].toSorted(
      (a, b) => rank[a.marker] - rank[b.marker],
    ),
  };
}

/** What a position is on, and what it says of it. */
export function said(position: Position): { readonly on: string; readonly value: number | boolean } {
  return 'standard' in position
    ? { on: position.standard, value: position.score }
    : { on: position.gate, value: position.met };
}

/** The marking with a position taken in its conference: where both markers now stand the same, it is settled. */
export function withPosition(marking: Marking, marker: Conferring, position: Position): Marking {
  const { on, value } = said(position);
  const stand = { ...member(marking.positions, on), [marker]: value };
  if (stand.first !== stand.second) return { ...marking, positions: { ...marking.positions, [on]: stand } };
  const { standards, gates } = marking.open;
  const rest = {
    ...marking,
    open: { standards: standards.filter((code) => code !== on), gates: gates.filter((gate) => gate !== on) },
    positions: without(marking.positions, [on]),
  };
  return typeof value === 'number'
    ? { ...rest, scores: { ...rest.scores, [on]: value }, conferred: [...rest.conferred, on].toSorted() }
    : { ...rest, gates: { ...rest.gates, [on]: value } };
}

/** The marking with this settled and nothing but what lies apart open. */
export const settledBy = (marking: Marking, { scores, gates, apart }: Settled): Marking => ({
  ...marking,
  open: apart,
  scores: { ...marking.scores, ...scores },
  gates: { ...marking.gates, ...gates },
});

/** With all marks of the round in: what they settle, and where they lie apart. */
export function whatMarksSettle(marking: Marking, received: Marks, book: Rulebook): Settled {
  const { open, marks } = withMarks(marking, received);
  return settle(open, marks, book);
}

/** The marking with its scores of record. */
export const agreed = (marking: Marking, { scores, gates, moved }: Agreed): Marking => ({
  ...marking,
  open: nothing,
  scores,
  gates,
  moved,
  due: null,
});

/** Which of the two who confer a person is; K2 lets nobody else near. */
export function conferringAs({ marks }: Marking, person: PersonId): Conferring {
  return marks.some(({ marker, assessor }) => marker === 'first' && assessor === person) ? 'first' : 'second';
}
