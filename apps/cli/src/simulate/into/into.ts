import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  beginLoading,
  databasePlace,
  endLoading,
  hashOnce,
  LoadingError,
  newTurns,
  type DatabasePlace,
} from '@assay/server';
import { CliError } from '../../output.ts';
import type { Progress } from '../progress.ts';
import { Outcomes } from '../provider.ts';
import type { Settings } from '../simulate.ts';
import type { Job, Said } from './job.ts';
import { staffOf } from './staff.ts';

/** How a simulation is written into an installation. */
export interface Loading extends Settings {
  readonly password: string;
  readonly perProvider: number;
  /** Share of cohorts that are not at their end. */
  readonly underWay: number;
  /** The day up to which those have come, counted as `calendar` does. */
  readonly today: number;
  readonly threads: number;
}

/** What was written. `digest` is SHA-256 over the digests of the providers' facts, in their order. */
export interface Loaded {
  readonly candidates: number;
  readonly providers: number;
  readonly outcomes: { readonly passed: number; readonly referred: number; readonly failed: number };
  readonly facts: number;
  readonly judgements: number;
  readonly digest: string;
  readonly seconds: number;
  readonly password: string;
  /** Some who can sign in, with everybody’s password. */
  readonly people: readonly { readonly role: string; readonly email: string }[];
}

/**
 * Simulates a provider after the other on several threads and writes everything into a new installation: a folder's
 * `assay.db`, or a PostgreSQL database. Providers are written as they come to their end, so two runs with the same seed
 * hold the same facts and states, but where a fact stands in the log may differ.
 *
 * @throws CliError where something is there already.
 */
export async function simulateInto(where: string, loading: Loading, progress: Progress): Promise<Loaded> {
  const place = placeOf(where);
  const begun = performance.now();
  await told(beginLoading(place));
  const shared = newTurns();
  const hash = await hashOnce(loading.password);
  const many = Math.ceil(loading.candidates / loading.perProvider);
  const providers = Array.from({ length: many }, (_, nth) => nth);
  const said = await onThreads({ place, shared, hash, loading }, providers, Math.min(loading.threads, many), progress);
  progress.end();
  await told(endLoading(place));
  const outcomes = new Outcomes();
  const digest = createHash('sha256');
  for (const one of said.toSorted((a, b) => a.provider - b.provider)) {
    outcomes.passed += one.outcomes.passed;
    outcomes.referred += one.outcomes.referred;
    outcomes.failed += one.outcomes.failed;
    digest.update(one.digest);
  }
  const sum = (of: 'facts' | 'judgements') => said.reduce((all, one) => all + one[of], 0);
  return {
    candidates: loading.candidates,
    providers: many,
    outcomes: outcomes.found(),
    facts: sum('facts'),
    judgements: sum('judgements'),
    digest: digest.digest('hex'),
    seconds: Math.round((performance.now() - begun) / 1000),
    password: loading.password,
    people: staffOf(0).map(({ role, email }) => ({ role, email })),
  };
}

function placeOf(where: string): DatabasePlace {
  return databasePlace(/^postgres(ql)?:/.test(where) ? where : `file:${resolve(where, 'assay.db')}`, process.cwd());
}

type Given = Job;

/** Gives every thread a provider, and another when it is done. */
async function onThreads(
  given: Given,
  providers: readonly number[],
  threads: number,
  progress: Progress,
): Promise<Extract<Said, { done: true }>[]> {
  const waiting = [...providers];
  const said: Extract<Said, { done: true }>[] = [];
  let reached = 0;
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(new URL('worker.ts', import.meta.url), {
        workerData: given,
        // A cohort's states live until it is written: with room for them they need not be moved about.
        resourceLimits: { maxYoungGenerationSizeMb: 128 },
      });
      try {
        await new Promise<void>((done, fail) => {
          // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
          const next = () => worker.postMessage(waiting.shift() ?? null);
          worker.on('message', (one: Said) => {
            if (one.done) {
              said.push(one);
              next();
            } else progress.reach((reached += one.many));
          });
          worker.on('error', fail);
          worker.on('exit', (status) => (status === 0 ? done() : fail(new Error(`a thread ended with ${status}`))));
          next();
        });
      } finally {
        await worker.terminate();
      }
    }),
  );
  return said;
}

async function told(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    throw error instanceof LoadingError ? new CliError(error.message) : error;
  });
}
