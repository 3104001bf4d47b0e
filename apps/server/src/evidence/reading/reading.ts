import { join } from 'node:path';
import type { Database } from '../../database.ts';
import type { World } from '../../world.ts';
import { openLimitedProcess, type Limits } from '../../platform/processes/limited.ts';
import { hasText } from '../../platform/text/types.ts';
import { keepDocument, type DocumentText } from './document.ts';
import { documentText } from './job.ts';

/**
 * Reads the text of every content that was uploaded, in the background, one after the other. What was not read yet is
 * found in the database at the next start, so nothing is lost when the server stops.
 */
export interface Reading {
  /** Reads a content that was stored just now, unless it was read before. */
  add(content: Waiting): void;
  /** Once nothing waits any more. */
  idle(): Promise<void>;
  /** Stops at once; what was being read is read at the next start. */
  stop(): Promise<void>;
}

/** What reading one document may use. A book takes a second and some 100 MB. */
const readingLimits: Limits = { megabytes: 256, processor: 30_000, clock: 600_000 };
const unreadable: DocumentText = { status: 'unreadable', words: null, text: null, signature: null };
const none: DocumentText = { status: 'none', words: null, text: null, signature: null };

type Waiting = { readonly hash: string; readonly mediaType: string };

/** Opens the reading and begins with what an earlier run left. */
export function openReading(
  { db, files, log, settings }: Pick<World, 'db' | 'files' | 'log' | 'settings'>,
  limits: Limits = readingLimits,
): Reading {
  const reader = openLimitedProcess(new URL('reading.process.ts', import.meta.url), limits, [
    join(settings.dataDir, 'files'),
  ]);
  const queue = new Map<string, Waiting>();
  const life = { stopped: false };
  let running: Promise<void> | null = null;

  async function readQueue(): Promise<void> {
    for (let first = queue.values().next(); !first.done && !life.stopped; first = queue.values().next()) {
      queue.delete(first.value.hash);
      await readOne(first.value).catch((error: unknown) =>
        log.error(
          { hash: first.value.hash, err: error },
          'a document could not be read; it is tried at the next start',
        ),
      );
    }
    await reader.close();
  }

  /** Everything that an earlier run left, a page at a time. */
  async function leftOver(): Promise<void> {
    let after = '';
    for (;;) {
      const page = await unread(db, after);
      for (const { hash, media_type: mediaType } of page) queue.set(hash, { hash, mediaType });
      await readQueue();
      const last = page.at(-1);
      if (last === undefined || life.stopped) return;
      after = last.hash;
    }
  }

  async function readOne({ hash, mediaType: type }: Waiting): Promise<void> {
    const known = await db.selectFrom('document_text').select('hash').where('hash', '=', hash).executeTakeFirst();
    if (known !== undefined) return;
    const read = hasText(type) ? await readFile(hash, type) : none;
    if (read === null || life.stopped) return;
    await db.transaction().execute(async (writing) => {
      // It may have been deleted while it was read, and then its text must not outlive it.
      const wanted = await writing.selectFrom('upload').select('hash').where('hash', '=', hash).executeTakeFirst();
      if (wanted !== undefined) await keepDocument(writing, hash, read);
    });
  }

  /** Null when the file is not there to be read, or reading was interrupted. */
  async function readFile(hash: string, type: string): Promise<DocumentText | null> {
    await using file = await files.borrow(hash);
    if (file === null) {
      log.error({ hash }, 'a stored file is missing or damaged, so its text cannot be read');
      return null;
    }
    if (life.stopped) return null;
    const answered = await reader.run({ path: file.path, type });
    if (answered.ok) return documentText.parse(answered.answer);
    // Says nothing of the document: it is read at the next start.
    if (life.stopped || answered.error === 'interrupted') return null;
    log.warn({ hash, why: answered.error, says: answered.says }, 'a document could not be read');
    return unreadable;
  }

  function run(work: () => Promise<void>): void {
    if (life.stopped) return;
    running ??= work()
      .catch((error: unknown) => log.error({ err: error }, 'documents that were not read yet could not be found'))
      .finally(() => {
        running = null;
        // One may have come while the process was ending.
        if (queue.size > 0) run(readQueue);
      });
  }

  run(leftOver);
  return {
    add(content) {
      queue.set(content.hash, content);
      run(readQueue);
    },
    async idle() {
      for (let now = running; now !== null; now = running) await now;
    },
    async stop() {
      life.stopped = true;
      await reader.close();
      await running;
    },
  };
}

function unread(db: Database, after: string) {
  return db
    .selectFrom('upload')
    .leftJoin('document_text', 'document_text.hash', 'upload.hash')
    .select(['upload.hash', 'upload.media_type'])
    .distinct()
    .where('document_text.hash', 'is', null)
    .where('upload.hash', '>', after)
    .orderBy('upload.hash')
    .limit(100)
    .execute();
}
