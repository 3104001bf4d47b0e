import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** Assessors who judge one standard after the other, each in a review of their own. */
export interface Writes {
  readonly origin: string;
  readonly judges: readonly Judge[];
  readonly seconds: number;
}

export interface Judge {
  readonly cookie: string;
  readonly review: string;
  readonly standards: readonly string[];
}

/** What came of it: how many were accepted, how long each took in milliseconds, and how many were not. */
export interface Written {
  readonly accepted: number;
  readonly failed: number;
  readonly took: readonly number[];
  readonly seconds: number;
}

/** A process of its own: reads what to send, sends it, and answers what came of it. */
async function main(): Promise<void> {
  const { origin, judges, seconds }: Writes = JSON.parse(await text(process.stdin));
  const took: number[] = [];
  const begun = performance.now();
  const failed = await Promise.all(judges.map((judge) => work(origin, judge, begun + seconds * 1000, took)));
  const answer: Written = {
    accepted: took.length,
    failed: failed.reduce((sum, one) => sum + one, 0),
    took,
    seconds: (performance.now() - begun) / 1000,
  };
  process.stdout.write(JSON.stringify(answer));
}

async function work(origin: string, judge: Judge, end: number, took: number[]): Promise<number> {
  const { cookie, review, standards } = judge;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { cookie, origin, 'content-type': 'application/json' };
  const send = async (method: string, path: string, body: string) => {
    const asking = request(`${origin}/api/trpc/${path}`, { agent, method, headers });
    asking.end(body);
    const [answer] = await once(asking, 'response');
    return { status: Number(answer.statusCode), body: await text(answer) };
  };
  const shown = await send('GET', `review.show?input=${encodeURIComponent(JSON.stringify({ review }))}`, '');
  let seen: number = JSON.parse(shown.body).result.data.version;
  let failed = 0;
  for (let nth = 0; performance.now() < end; nth++) {
    const begun = performance.now();
    const { status, body } = await send(
      'POST',
      'review.judge',
      JSON.stringify({
        commandId: randomUUID(),
        review,
        seen,
        standard: standards[nth % standards.length],
        score: 1,
        reason: 'Measured: the account says what was done, and not why.',
        evidence: [],
      }),
    );
    if (status === 200) {
      took.push(performance.now() - begun);
      seen = JSON.parse(body).result.data.version;
    } else {
      failed++;
      process.stderr.write(`${body}\n`);
      break;
    }
  }
  agent.destroy();
  return failed;
}

await main();
