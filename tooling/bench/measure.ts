/** Does a piece of work once and answers the milliseconds that it took, without what it had to prepare. */
export type Stint = () => number;

/** Does two pieces of work once each, the second first if `turned`, and answers the milliseconds of both. */
export type Run = (turned: boolean) => { readonly a: number; readonly b: number };

/** What is measured: `a` against `b`, in a unit of so many milliseconds. */
export interface Comparison {
  readonly name: string;
  /** What `a` is and what `b` is, in a sentence. */
  readonly compared: string;
  readonly unit: string;
  readonly millisecondsPerUnit: number;
  readonly run: Run;
  readonly runs: number;
}

/** What was found. */
export interface Measurement extends Pick<Comparison, 'name' | 'compared' | 'unit' | 'runs'> {
  /** Medians of the runs. */
  readonly a: number;
  readonly b: number;
  /** The median of a / b, run by run. */
  readonly ratio: number;
  /** The middle half of these ratios: how far to trust their median. */
  readonly spread: readonly [low: number, high: number];
  /** Figures beside it, in the unit that their name says. */
  readonly also?: Readonly<Record<string, number>>;
}

/**
 * Milliseconds for which a core has worked for this thread: waiting while others use the core does not count. Systems
 * may count in ticks of 4 ms, so what is timed should be tens of them long, or be timed often.
 */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The milliseconds that a piece of work takes. */
export function timeOf(work: () => unknown): number {
  const begun = worked();
  work();
  return worked() - begun;
}

/** The clock around a piece of work; nothing of it is left out. */
export function clocked(work: () => unknown): Stint {
  return () => timeOf(work);
}

/** Two stints, one after the other. */
export function inTurns(a: Stint, b: Stint): Run {
  return (turned) => {
    if (!turned) return { a: a(), b: b() };
    const second = b();
    return { a: a(), b: second };
  };
}

/** The value below which a share of the numbers lies, between neighbours by proportion. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return below + (above - below) * (place - Math.floor(place));
}

/** Runs before the first that counts, in which the code is compiled. */
const warmUps = 2;

/**
 * Runs two pieces of work side by side, A B, B A, A B …: whatever slows the machine for a while slows both, and neither
 * always comes second.
 */
export function sideBySide({ run, runs, millisecondsPerUnit, ...told }: Comparison): Measurement {
  const times = Array.from({ length: warmUps + runs }, (_, index) => run(index % 2 === 1)).slice(warmUps);
  const [a, b, ratios] = [
    times.map((time) => time.a),
    times.map((time) => time.b),
    times.map((time) => time.a / time.b),
  ];
  return {
    ...told,
    a: quantile(a, 0.5) / millisecondsPerUnit,
    b: quantile(b, 0.5) / millisecondsPerUnit,
    ratio: quantile(ratios, 0.5),
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    runs,
  };
}

/** A number as people write it: 100,000. */
export function number(value: number): string {
  return value.toLocaleString('en-GB');
}

/** How the time grows when there is twice as much to do: 2 where it grows with the amount, 4 with its square. */
export function growth(
  name: string,
  what: string,
  runs: number,
  many: number,
  stint: (many: number) => Stint,
): Measurement {
  return sideBySide({
    name: `${name}-growth`,
    compared: `${number(2 * many)} ${what} against ${number(many)}`,
    unit: 'ms',
    millisecondsPerUnit: 1,
    run: inTurns(stint(2 * many), stint(many)),
    runs,
  });
}
