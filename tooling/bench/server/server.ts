import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Measurement } from '../measure.ts';
import { openInstallations } from './installations.ts';
import { judgements } from './judgements.ts';
import { pages } from './pages.ts';
import type { Place } from './places.ts';
import { soak } from './soak.ts';

/** What can be measured of a running server. */
export const serverBenches = ['server', 'soak'] as const;

/**
 * `pnpm bench server|soak [--candidates 100000] [--small 1000] [--on sqlite|postgres] [--keep <folder>] [--rounds 5]
 * [--seconds 20] [--minutes 10]`: real server processes over loaded installations, one sort of database after the other.
 */
export async function* measureServer(
  what: (typeof serverBenches)[number],
  words: readonly string[],
  say: (text: string) => void,
): AsyncGenerator<Measurement> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      candidates: { type: 'string', default: '100000' },
      small: { type: 'string', default: '1000' },
      on: { type: 'string', multiple: true, default: ['sqlite', 'postgres'] },
      keep: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '20' },
      minutes: { type: 'string', default: '10' },
    },
  });
  const patience = { rounds: Number(values.rounds), seconds: Number(values.seconds) };
  const sizes = [...new Set([Number(values.small), Number(values.candidates)])].toSorted((a, b) => a - b);
  const kinds = (['sqlite', 'postgres'] as const).filter((kind): kind is Place['kind'] => values.on.includes(kind));
  for (const kind of kinds) {
    const folder = values.keep ?? join(tmpdir(), `assay-bench-${process.pid}`);
    const { places, end } = await openInstallations(kind, what === 'soak' ? sizes.slice(-1) : sizes, folder, say);
    try {
      const largest = places.at(-1);
      if (largest === undefined) continue;
      if (what === 'soak') yield* soak(largest, Number(values.minutes));
      else {
        yield* pages(places, patience);
        yield* judgements(largest, patience);
      }
    } finally {
      await end(values.keep !== undefined);
    }
  }
}
