import { startServer } from '../../../apps/server/src/testing/processes.ts';
import { statementsOf } from '../../../apps/server/src/testing/statements.ts';
import { quantile, type Measurement } from '../measure.ts';
import { applyLoad, startBare } from './children.ts';
import type { Load, Loaded } from './load.ts';
import { screens, type Place, type Visitor } from './places.ts';
import { environment } from './settings.ts';
import { signAllIn } from './visitors.ts';

/** Mean of the time that somebody thinks between two questions: twenty people then ask about forty times a second. */
const think = 500;

/** How long to measure. */
export interface Patience {
  readonly rounds: number;
  readonly seconds: number;
}

interface Measured {
  readonly place: Place;
  /** What each round found: at the server, and at the bare handler. */
  readonly server: Loaded[];
  readonly bare: Loaded[];
  readonly saturated: { server: number; bare: number };
}

/**
 * The four screens at twenty people, at a small installation and a large one and at a bare handler that runs the same
 * statements on each, round by round, so that whatever slows the machine slows all of them.
 */
export async function* pages(places: readonly Place[], patience: Patience): AsyncGenerator<Measurement> {
  const open = await Promise.all(places.map(openPlace));
  try {
    for (let round = 0; round <= patience.rounds; round++) {
      for (const one of round % 2 === 0 ? open : open.toReversed()) {
        const loads = [
          async () => [await applyLoad(one.load(think, patience.seconds)), one.found.server] as const,
          async () => [await applyLoad(one.bareLoad(think, patience.seconds)), one.found.bare] as const,
        ];
        for (const apply of round % 2 === 0 ? loads : loads.toReversed()) {
          const [loaded, into] = await apply();
          if (loaded.failed > 0) throw new Error(`${loaded.failed} questions were not answered with 200.`);
          // In the first, code is compiled and pages are read from the disk.
          if (round > 0) into.push(loaded);
        }
      }
    }
    for (const { load, bareLoad, found } of open) {
      found.saturated.server = perSecond(await applyLoad(load(0, patience.seconds)));
      found.saturated.bare = perSecond(await applyLoad(bareLoad(0, patience.seconds)));
    }
  } finally {
    for (const { end } of open) await end();
  }
  yield* told(open.map(({ found }) => found));
}

async function openPlace(place: Place) {
  const server = await startServer(place, { env: environment });
  const visitors = await signAllIn(place, server.origin);
  const bare = await startBare({ place, scripts: await scriptsOf(place, server.origin, visitors) });
  const found: Measured = { place, server: [], bare: [], saturated: { server: 0, bare: 0 } };
  let number = 0;
  const numbered = visitors.map(({ cookie, questions }) => ({
    cookie,
    questions: questions.map(({ screen }) => ({ screen, path: `/${number++}` })),
  }));
  return {
    found,
    load: (thinking: number, seconds: number): Load => ({ origin: server.origin, visitors, think: thinking, seconds }),
    bareLoad: (thinking: number, seconds: number): Load => ({
      origin: bare.origin,
      visitors: numbered,
      think: thinking,
      seconds,
    }),
    async end() {
      await bare.end();
      await server.end('SIGTERM');
    },
  };
}

function scriptsOf(place: Place, origin: string, visitors: readonly Visitor[]) {
  return statementsOf(
    place,
    visitors.flatMap(({ cookie, questions }) =>
      questions.map(({ path }) => new Request(`${origin}${path}`, { headers: { cookie } })),
    ),
  );
}

function* told(found: readonly Measured[]): Generator<Measurement> {
  const [small, large] = [found[0], found.at(-1)];
  if (small === undefined || large === undefined) return;
  const kind = large.place.kind;
  for (const screen of screens) {
    for (const { place, server, bare } of found)
      yield compared(
        `${screen}-${kind}-${place.candidates}`,
        `p95 of the ${screen} screen at ${place.candidates} candidates on ${kind}, 20 people who think ${think} ms on average, against the same statements behind a bare Node http handler`,
        server.map((loaded) => at(loaded, screen, 0.95)),
        bare.map((loaded) => at(loaded, screen, 0.95)),
        {
          p50: quantile(
            server.flatMap(({ took }) => took[screen] ?? []),
            0.5,
          ),
          asked: many(server, screen),
        },
      );
    if (small !== large)
      yield compared(
        `${screen}-${kind}-growth`,
        `p95 of the ${screen} screen at ${large.place.candidates} candidates against ${small.place.candidates}`,
        large.server.map((loaded) => at(loaded, screen, 0.95)),
        small.server.map((loaded) => at(loaded, screen, 0.95)),
      );
  }
  for (const { place, saturated } of found)
    yield {
      name: `saturated-${kind}-${place.candidates}`,
      compared: `requests a second of 20 people who do not think, all four screens, against the bare handler`,
      unit: 'a second',
      a: saturated.server,
      b: saturated.bare,
      ratio: saturated.server / saturated.bare,
      spread: [saturated.server / saturated.bare, saturated.server / saturated.bare],
      runs: 1,
    };
}

const at = ({ took }: Loaded, screen: string, share: number) => quantile(took[screen] ?? [], share);
const many = (rounds: readonly Loaded[], screen: string) =>
  rounds.reduce((sum, { took }) => sum + (took[screen]?.length ?? 0), 0);
const perSecond = ({ took, seconds }: Loaded) =>
  Object.values(took).reduce((sum, list) => sum + list.length, 0) / seconds;

function compared(
  name: string,
  words: string,
  a: readonly number[],
  b: readonly number[],
  also: Readonly<Record<string, number>> = {},
): Measurement {
  const ratios = a.map((value, round) => value / (b[round] ?? Number.NaN));
  return {
    name,
    compared: words,
    unit: 'ms',
    a: quantile(a, 0.5),
    b: quantile(b, 0.5),
    ratio: quantile(ratios, 0.5),
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    runs: a.length,
    also,
  };
}
