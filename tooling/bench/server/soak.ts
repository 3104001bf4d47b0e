import { readFileSync } from 'node:fs';
import { startServer } from '../../../apps/server/src/testing/processes.ts';
import type { Measurement } from '../measure.ts';
import { applyLoad, sendJudgements } from './children.ts';
import { judgesOf } from './judgements.ts';
import type { Place } from './places.ts';
import { environment } from './settings.ts';
import { signAllIn } from './visitors.ts';

/** Of the time, what is not counted at the beginning: code is compiled, and caches fill. */
const settling = 0.2;

/** The memory of a server process under a steady mixed load: twenty people who read, five who judge. */
export async function* soak(place: Place, minutes: number): AsyncGenerator<Measurement> {
  const server = await startServer(place, { env: environment });
  try {
    const [visitors, judges] = [await signAllIn(place, server.origin), await judgesOf(place, server.origin, 5)];
    const samples: { minute: number; megabytes: number }[] = [];
    const begun = performance.now();
    const sampling = setInterval(() => {
      samples.push({ minute: (performance.now() - begun) / 60_000, megabytes: residentOf(server.pid) });
    }, 1000);
    const seconds = minutes * 60;
    const [read, written] = await Promise.all([
      applyLoad({ origin: server.origin, visitors, think: 500, seconds }),
      sendJudgements({ origin: server.origin, judges, seconds }),
    ]);
    clearInterval(sampling);
    if (read.failed + written.failed > 0) throw new Error('Not everything was answered.');
    const steady = samples.filter(({ minute }) => minute > minutes * settling);
    const [first, last] = [steady[0]?.megabytes ?? Number.NaN, steady.at(-1)?.megabytes ?? Number.NaN];
    const asked = Object.values(read.took).reduce((sum, list) => sum + list.length, 0);
    yield {
      name: `soak-${place.kind}`,
      compared: `resident megabytes of the server at the end of ${minutes} minutes against those after the first fifth, at ${asked} questions and ${written.accepted} judgements`,
      unit: 'MB',
      a: last,
      b: first,
      ratio: last / first,
      spread: [last / first, last / first],
      runs: 1,
      also: { 'peak MB': Math.max(...samples.map(({ megabytes }) => megabytes)), 'MB a minute': slopeOf(steady) },
    };
  } finally {
    await server.end('SIGTERM');
  }
}

/** What of a process is in memory. Linux tells it in a file. */
function residentOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** Megabytes a minute, by least squares. */
function slopeOf(samples: readonly { minute: number; megabytes: number }[]): number {
  const mean = (of: (one: (typeof samples)[number]) => number) =>
    samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const [time, memory] = [mean(({ minute }) => minute), mean(({ megabytes }) => megabytes)];
  const [top, bottom] = [
    mean(({ minute, megabytes }) => (minute - time) * (megabytes - memory)),
    mean(({ minute }) => (minute - time) ** 2),
  ];
  return top / bottom;
}
