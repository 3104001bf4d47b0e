import type { TestProject } from 'vitest/node';
import { openCluster } from './cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL server of this run, `postgres://…` without a database's name. */
    postgres: string;
  }
}

/** One PostgreSQL server for all tests that use a database; each makes its own database on it. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const cluster = await openCluster({ durable: false });
  provide('postgres', cluster.url);
  return () => cluster.remove();
}
