import { startServer } from '../../../apps/server/src/testing/processes.ts';
import { quantile, type Measurement } from '../measure.ts';
import { ask, sendJudgements } from './children.ts';
import { countFlushes } from './flushes.ts';
import type { BareWritten } from './bare-writes.ts';
import type { Place } from './places.ts';
import { environment } from './settings.ts';
import { signIn, withDatabase } from './visitors.ts';
import type { Judge, Written } from './write.ts';

const writers = 20;

/** Judgements accepted a second, durable, by twenty assessors at once, against the same rows written by hand. */
export async function* judgements(
  place: Place,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): AsyncGenerator<Measurement> {
  const rates: { server: number; bare: number }[] = [];
  const took: number[] = [];
  let flushed = { many: 0, accepted: 0, how: '' };
  for (let round = 0; round <= rounds; round++) {
    const server = await startServer(place, { env: environment });
    let written: Written = { accepted: 0, failed: 0, took: [], seconds: 1 };
    try {
      const judges = await judgesOf(place, server.origin);
      written = await sendJudgements({ origin: server.origin, judges, seconds });
      if (round === rounds) {
        let counted: Written = written;
        const { many, how } = await countFlushes(place, server.pid, async () => {
          counted = await sendJudgements({ origin: server.origin, judges, seconds: Math.min(seconds, 5) });
        });
        flushed = { many, accepted: counted.accepted, how };
      }
    } finally {
      await server.end('SIGTERM');
    }
    if (written.failed > 0) throw new Error(`${written.failed} judgements were not accepted.`);
    const bare: BareWritten = await ask('bare-writes.ts', { place, seconds, writers: 10 });
    if (round === 0) continue;
    rates.push({ server: written.accepted / written.seconds, bare: bare.accepted / bare.seconds });
    took.push(...written.took);
  }
  const ratios = rates.map(({ server, bare }) => server / bare);
  yield {
    name: `judgements-${place.kind}`,
    compared: `judgements accepted a second through the API by ${writers} assessors at once at ${place.candidates} candidates on ${place.kind}, each on the disk before it is acknowledged, against the same rows in one transaction each by bare ${place.kind === 'sqlite' ? 'better-sqlite3' : 'pg on ten connections'}; flushes: ${flushed.how}`,
    unit: 'a second',
    a: quantile(
      rates.map(({ server }) => server),
      0.5,
    ),
    b: quantile(
      rates.map(({ bare }) => bare),
      0.5,
    ),
    ratio: quantile(ratios, 0.5),
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    runs: rates.length,
    also: {
      p50: quantile(took, 0.5),
      p95: quantile(took, 0.95),
      'flushes per judgement': flushed.many / flushed.accepted,
    },
  };
}

/** Assessors who are in the middle of marking, each with one review; where there are fewer, one has several. */
export async function judgesOf(place: Place, origin: string, many: number = writers): Promise<Judge[]> {
  const rows = await withDatabase(place, (db) =>
    db
      .selectFrom('review')
      .innerJoin('stream', 'stream.id', 'review.review')
      .select(['review.review', 'review.assessor', 'stream.context'])
      .where('review.status', '=', 'marking')
      .orderBy('review.review')
      .limit(many)
      .execute(),
  );
  const cookies = new Map<string, string>();
  for (const [nth, { assessor }] of rows.entries())
    if (assessor !== null && !cookies.has(assessor))
      cookies.set(assessor, await signIn(origin, `${assessor}@simulated.example`, 100 + nth));
  return rows.map(({ review, assessor, context }) => {
    const { scope }: { scope: { standards: readonly string[] } } = JSON.parse(context);
    return { cookie: cookies.get(assessor ?? '') ?? '', review, standards: scope.standards };
  });
}
