import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Bucket } from '../platform/files/bucketShelf.ts';

/** A real S3-speaking server on this machine with one bucket, on files in `folder`. `await using` ends it. */
export async function bucketServer(
  folder: string,
): Promise<AsyncDisposable & { readonly bucket: Bucket; pathOf(place: string): string }> {
  const name = 'assay';
  const server = spawn(process.execPath, [fileURLToPath(new URL('bucketProcess.ts', import.meta.url)), folder, name], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [port] = await once(createInterface(server.stdout), 'line');
  return {
    bucket: {
      bucket: name,
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    },
    pathOf: (place) => join(folder, name, `${place}._S3rver_object`),
    async [Symbol.asyncDispose]() {
      const ended = once(server, 'exit');
      server.stdin.end();
      await ended;
    },
  };
}
