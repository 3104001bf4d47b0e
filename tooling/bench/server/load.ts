import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

/** People who ask, think, and ask again, each on a connection of their own. */
export interface Load {
  readonly origin: string;
  readonly visitors: readonly {
    readonly cookie: string;
    readonly questions: readonly { readonly screen: string; readonly path: string }[];
  }[];
  /** Mean of the time that each thinks between an answer and the next question, in milliseconds; 0 for none. */
  readonly think: number;
  readonly seconds: number;
}

/** How long each answer took, in milliseconds, by screen. */
export interface Loaded {
  readonly took: Readonly<Record<string, readonly number[]>>;
  readonly failed: number;
  readonly seconds: number;
}

/** A process of its own: reads a load, applies it, and answers what came of it. */
async function main(): Promise<void> {
  const load: Load = JSON.parse(await text(process.stdin));
  const took = new Map<string, number[]>();
  const begun = performance.now();
  const end = begun + load.seconds * 1000;
  const failed = await Promise.all(load.visitors.map((visitor, nth) => visit(load, visitor, nth, end, took)));
  const answer: Loaded = {
    took: Object.fromEntries(took),
    failed: failed.reduce((sum, one) => sum + one, 0),
    seconds: (performance.now() - begun) / 1000,
  };
  process.stdout.write(JSON.stringify(answer));
}

async function visit(
  { origin, think, visitors }: Load,
  { cookie, questions }: Load['visitors'][number],
  nth: number,
  end: number,
  took: Map<string, number[]>,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const dice = diceOf(nth);
  let failed = 0;
  // Nobody begins at the same moment as another.
  await pause((nth * think) / visitors.length);
  for (let asked = 0; performance.now() < end; asked++) {
    const question = questions[asked % questions.length];
    if (question === undefined) break;
    const { screen, path } = question;
    const begun = performance.now();
    const status = await ask(agent, `${origin}${path}`, cookie);
    const list = took.get(screen) ?? [];
    took.set(screen, list);
    list.push(performance.now() - begun);
    if (status !== 200) failed++;
    if (think > 0) await pause(-Math.log(1 - dice()) * think);
  }
  agent.destroy();
  return failed;
}

async function ask(agent: Agent, url: string, cookie: string): Promise<number> {
  const asking = request(url, { agent, headers: { cookie } });
  asking.end();
  const [answer] = await once(asking, 'response');
  answer.resume();
  await once(answer, 'end');
  return answer.statusCode;
}

/** The same pauses in every run (mulberry32). */
function diceOf(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

await main();
