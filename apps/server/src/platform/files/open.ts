import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
import { bucketShelf } from './bucketShelf.ts';
import { clamdScanner, noScanner, type Scanner } from './clamd.ts';
import { folderShelf } from './folderShelf.ts';
import { openFileStore, type FileStore } from './store.ts';

/**
 * What the settings say of files: the store, the scanner, and the folder in which uploads grow. Whatever is on its way
 * in grows in `dataDir`, wherever it is kept.
 *
 * @throws BucketError when the bucket cannot be used.
 */
export async function openFiles(
  { dataDir, bucket, clamd }: Pick<Settings, 'dataDir' | 'bucket' | 'clamd'>,
  log: Log,
): Promise<{ readonly files: FileStore; readonly scan: Scanner; readonly uploads: string }> {
  const folder = join(dataDir, 'files');
  const uploads = join(folder, 'uploads');
  await mkdir(uploads, { recursive: true });
  const shelf = bucket === null ? folderShelf(folder) : await bucketShelf(bucket);
  return {
    files: await openFileStore({ folder, shelf, log }),
    scan: clamd === null ? noScanner : clamdScanner(clamd, log),
    uploads,
  };
}
