import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { cookiesOf } from './identityWorld.ts';
import { freePort } from './postgres/cluster.ts';
import { password } from './world.ts';

/** A server process of our own, on somebody's folder and database. */
export interface ServerProcess {
  readonly origin: string;
  readonly pid: number;
  /** Waits until the server's log says something. */
  said(text: string): Promise<void>;
  /** Ends it with this signal and waits until it has ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<readonly unknown[]>;
}

const main = join(import.meta.dirname, '../main.ts');
/** The same code is compiled once for all of them. */
const compileCache = { NODE_COMPILE_CACHE: join(tmpdir(), 'assay-compile-cache') };
let compiled: Promise<unknown> | undefined;

/** Code is kept compiled when a process ends by itself, which one that is killed never does: this one ends at a wrong option. */
function compile(): Promise<unknown> {
  const child = spawn(process.execPath, [main, '--no-such-option'], {
    env: { ...process.env, ...compileCache },
    stdio: 'ignore',
  });
  return once(child, 'exit');
}

/** Starts a server process and answers once it is ready. */
export async function startServer(
  place: { readonly path: string; readonly url: string },
  { port, env = {} }: { readonly port?: number; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<ServerProcess> {
  const own = port ?? (await freePort());
  const origin = `http://127.0.0.1:${own}`;
  await (compiled ??= compile());
  const child = spawn(process.execPath, [main, '--no-demo'], {
    env: {
      ...process.env,
      PORT: String(own),
      DATA_DIR: place.path,
      DATABASE_URL: place.url,
      LOG_LEVEL: 'silent',
      ...compileCache,
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const heard = { log: '' };
  child.stderr?.setEncoding('utf8').on('data', (chunk) => (heard.log += chunk));
  const ended = once(child, 'exit');
  const life = { over: false };
  void ended.then(() => (life.over = true));
  while (!life.over) {
    const ready = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready)
      return {
        origin,
        pid: child.pid ?? 0,
        said: (text) => until(heard, text, child),
        async end(signal) {
          child.kill(signal);
          return ended;
        },
      };
    await pause(25);
  }
  throw new Error(`the server ended before it was ready: ${heard.log}`);
}

const answerBody = z.object({ result: z.object({ data: z.record(z.string(), z.unknown()) }) });
const errorBody = z.object({
  error: z.object({
    message: z.string(),
    data: z.object({
      refusals: z.array(z.object({ rule: z.string() })).nullable(),
      clash: z
        .object({
          seen: z.number(),
          now: z.number(),
          wrote: z.array(z.object({ version: z.number(), type: z.string(), person: z.string() })),
        })
        .nullable(),
    }),
  }),
});

/** Waits until the log has this text; fails when the process ends without it. */
async function until(heard: { readonly log: string }, text: string, child: ChildProcess): Promise<void> {
  while (!heard.log.includes(text)) {
    if (child.exitCode !== null) throw new Error(`the log ended without ${text}: ${heard.log}`);
    await pause(5);
  }
}

/** What a server answered to a command: its answer, or the trouble that a screen would be told of. */
export type Answered =
  | { readonly status: 200; readonly answer: Readonly<Record<string, unknown>> }
  | ({ readonly status: number; readonly answer: null; readonly says: string } & z.infer<
      typeof errorBody
    >['error']['data']);

/** Somebody who is signed in, and sends commands to whichever server. */
export interface Person {
  send(origin: string, path: string, input: unknown): Promise<Answered>;
}

/** Signs a person in at one server; the session holds at every server of the same database. */
export async function signIn(origin: string, email: string): Promise<Person> {
  const signedIn = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!signedIn.ok) throw new Error(`${email} could not sign in: ${await signedIn.text()}`);
  const cookie = cookiesOf(signedIn);
  return {
    async send(to, path, input) {
      const response = await fetch(`${to}/api/trpc/${path}`, {
        method: 'POST',
        headers: { origin: to, cookie, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      const body: unknown = await response.json();
      if (response.status === 200) return { status: 200, answer: answerBody.parse(body).result.data };
      const { message, data } = errorBody.parse(body).error;
      return { status: response.status, answer: null, says: message, ...data };
    },
  };
}
