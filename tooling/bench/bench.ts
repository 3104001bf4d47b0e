import { availableParallelism } from 'node:os';
import type { Rulebook } from '../../packages/engine/src/index.ts';
import { agreement } from './agreement.ts';
import { bookToMeasure } from './book.ts';
import { decide } from './decide.ts';
import type { Measurement } from './measure.ts';
import { outcome } from './outcome.ts';
import { sampling } from './sampling.ts';
import { measureServer, serverBenches } from './server/server.ts';
import { state } from './state.ts';

/** What `pnpm bench [name …] [--json]` can measure. */
const benches: Readonly<Record<string, (book: Rulebook) => Iterable<Measurement>>> = {
  decide,
  outcome,
  sampling,
  agreement,
  state,
};

const words = process.argv.slice(2).filter((word) => word !== '--');
const wanted = words.filter((word) => word !== '--json');
const [first] = wanted;
const server = serverBenches.find((name) => name === first);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (server !== undefined) await benchServer(server, wanted.slice(1), words.includes('--json'));
else if (unknown.length === 0) bench(wanted, words.includes('--json'));
else {
  process.stderr.write(
    `There is no measurement ${unknown.join(', ')}; there are ${[...Object.keys(benches), ...serverBenches].join(', ')}.\n`,
  );
  process.exitCode = 1;
}

/** Measures what is wanted, all where nothing is named; words as they come, or JSON at the end. */
function bench(names: readonly string[], json: boolean): void {
  const book = bookToMeasure();
  const measurements: Measurement[] = [];
  const [node, cores] = [process.version, availableParallelism()];
  const say = (text: string) => json || process.stdout.write(text);
  say(`Node ${node} on one of ${cores} cores; a and b are medians, a/b the median of ratios\n\n`);
  for (const [name, measure] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const measurement of measure(book)) {
      measurements.push(measurement);
      say(`${told(measurement)}\n`);
    }
  }
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  say(`The whole process took ${figure(peakMegabytes)} megabytes of memory at most.\n`);
  if (json) process.stdout.write(`${JSON.stringify({ node, cores, peakMegabytes, measurements }, null, 2)}\n`);
}

/** Measures real servers, which take as long as they take; words as they come, or JSON at the end. */
async function benchServer(
  what: (typeof serverBenches)[number],
  options: readonly string[],
  json: boolean,
): Promise<void> {
  const measurements: Measurement[] = [];
  const [node, cores] = [process.version, availableParallelism()];
  const say = (text: string) => json || process.stdout.write(text);
  say(`Node ${node} on ${cores} cores; a and b are medians of rounds, a/b the median of ratios\n\n`);
  for await (const measurement of measureServer(what, options, (text) => process.stderr.write(text))) {
    measurements.push(measurement);
    say(`${told(measurement)}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify({ node, cores, measurements }, null, 2)}\n`);
}

/** A measurement as a line of figures and a line of words. */
function told({ name, unit, a, b, ratio, spread: [low, high], runs, compared, also = {} }: Measurement): string {
  const figures = [
    name.padEnd(20),
    `${figure(a).padStart(7)} :${figure(b).padStart(7)} ${unit.padEnd(13)}`,
    `a/b ${figure(ratio).padStart(5)}`,
    `(${figure(low)} to ${figure(high)}, ${runs} ${runs === 1 ? 'run' : 'runs'})`,
    ...Object.entries(also).map(([what, value]) => ` ${what} ${figure(value)}`),
  ];
  return `${figures.join(' ')}\n  ${compared}\n`;
}

/** Three digits at least, and all that stand before the point. */
function figure(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3);
}
