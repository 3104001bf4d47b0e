import { timeOf, type Run, type Stint } from './measure.ts';

/** Takes in what comes, a stretch at a time, and answers at the end. */
export interface Gathering<Stretch> {
  add(stretch: Stretch): void;
  end(): unknown;
}

/** Sends a stream through a gathering and times what it does, not the making of the stream. */
export function through<Stretch>(stream: () => Iterable<Stretch>, open: () => Gathering<Stretch>): Stint {
  return () => {
    const gathering = open();
    let time = 0;
    for (const stretch of stream()) time += timeOf(() => gathering.add(stretch));
    return time + timeOf(() => gathering.end());
  };
}

/**
 * Sends one stream through two gatherings, stretch by stretch in turns. What is too quick for the clock in `b` is done
 * `often` times over and counted once.
 */
export function throughBoth<Stretch>(
  stream: () => Iterable<Stretch>,
  openA: () => Gathering<Stretch>,
  openB: () => Gathering<Stretch>,
  often = 1,
): Run {
  return (turned) => {
    const [a, b] = [openA(), openB()];
    const times = { a: 0, b: 0 };
    const forA = (work: () => unknown) => (times.a += timeOf(work));
    const forB = (work: () => unknown) => (times.b += timeOf(work));
    for (const stretch of stream()) {
      if (!turned) forA(() => a.add(stretch));
      forB(() => {
        for (let time = 0; time < often; time++) b.add(stretch);
      });
      if (turned) forA(() => a.add(stretch));
    }
    forA(() => a.end());
    forB(() => b.end());
    return { a: times.a, b: times.b / often };
  };
}

/**
 * By how many megabytes what is held in memory grows at most while a stream goes through a gathering: what is left
 * when the collector has been, between stretches. Needs `--expose-gc`.
 */
export function peakOf<Stretch>(stream: () => Iterable<Stretch>, open: () => Gathering<Stretch>): number {
  const before = held();
  const gathering = open();
  let peak = before;
  for (const some of stream()) {
    gathering.add(some);
    peak = Math.max(peak, held());
  }
  gathering.end();
  return (Math.max(peak, held()) - before) / 2 ** 20;
}

function held(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
