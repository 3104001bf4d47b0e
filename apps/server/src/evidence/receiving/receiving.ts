import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '@assay/engine';
import type { Scanner } from '../../platform/files/clamd.ts';
import { examine } from '../../platform/files/examine.ts';
import { plainName } from '../../platform/files/name.ts';
import type { World } from '../../world.ts';
import { keepUpload } from '../uploads.ts';
import { allow, type Allowed, type Announced } from './allowance.ts';
import { outcomeIn, type Outcome } from './outcome.ts';

/** An upload that is not whole yet, or that cannot be looked at just now. */
type Pending = { readonly status: 409 | 503; readonly error: string };

/** Uploads on their way in: who began which, how they end, and when they are given up. */
export interface Receiving {
  /** Where the bytes of unfinished uploads lie, each under its id. */
  readonly folder: string;
  /** Begins an upload, or says why not. */
  begin(upload: string, announced: Announced): Promise<Allowed>;
  /** A person's own upload; null where there is none or it is somebody else's. */
  of(person: string, upload: string): Promise<{ readonly bytes: number; readonly outcome: Outcome | null } | null>;
  /** Ends an upload whose bytes are all here: looks at it, and keeps or refuses it. Asked again, it answers the same. */
  settle(upload: string): Promise<Outcome | Pending>;
  /** Gives an upload up. What was kept of it stays kept. */
  forget(upload: string): Promise<void>;
  /** Gives up what was begun before this instant. Answers how many. */
  sweep(before: Instant): Promise<number>;
}

/** How long an upload may take from its beginning, in milliseconds. */
export const unfinishedFor = 24 * 60 * 60 * 1000;

const statusOf = { empty: 400, typeRefused: 415, infected: 422 } as const;

export function openReceiving(
  world: Pick<World, 'db' | 'files' | 'reading' | 'settings' | 'given'>,
  { folder, scan }: { readonly folder: string; readonly scan: Scanner },
): Receiving {
  const { db, files, reading, settings, given } = world;
  const settling = new Map<string, Promise<Outcome | Pending>>();

  async function settleNow(upload: string): Promise<Outcome | Pending> {
    const row = await db.selectFrom('receiving').selectAll().where('upload', '=', upload).executeTakeFirst();
    if (row === undefined) return { status: 409, error: 'This upload was given up.' };
    const before = outcomeIn(row.outcome);
    if (before !== null) return before;
    const path = join(folder, upload);
    const here = (await stat(path).catch(() => null))?.size ?? 0;
    if (here !== row.bytes)
      return { status: 409, error: `"${row.name}" is not here yet: ${here} of its ${row.bytes} bytes have arrived.` };

    const examined = await examine(path, row.name, scan);
    if (!examined.ok) {
      if (examined.error === 'unscanned') return { status: 503, error: examined.says };
      return refuse(upload, { status: statusOf[examined.error], error: examined.says });
    }
    const { hash, bytes, type: mediaType, name } = examined;
    await files.put(examined);
    const outcome: Outcome = { status: 200, content: { hash, bytes, mediaType, name } };
    await db.transaction().execute(async (writing) => {
      await keepUpload(writing, { hash, person: row.person, bytes, mediaType, brought: 1, at: given.now() });
      await writing
        .updateTable('receiving')
        .set({ outcome: JSON.stringify(outcome) })
        .where('upload', '=', upload)
        .execute();
    });
    // The same file may have been deleted just before it was noted: see operations/files/.
    if ((await files.bytes(hash)) === null)
      return refuse(upload, { status: 422, error: `"${name}" could not be kept; send it again.` });
    reading.add({ hash, mediaType });
    await removeFiles(upload);
    return outcome;
  }

  async function refuse(upload: string, refused: Outcome): Promise<Outcome> {
    await db
      .updateTable('receiving')
      .set({ outcome: JSON.stringify(refused) })
      .where('upload', '=', upload)
      .execute();
    await removeFiles(upload);
    return refused;
  }

  /** The bytes and the file beside them in which the protocol keeps its notes. */
  async function removeFiles(upload: string): Promise<void> {
    for (const name of [upload, `${upload}.json`]) await rm(join(folder, name), { force: true });
  }

  /** Bytes that no upload knows of, as when the server was killed while it forgot one. */
  async function removeStrays(): Promise<void> {
    for (const name of await readdir(folder)) {
      const upload = name.replace(/\.json$/, '');
      const known = await db.selectFrom('receiving').select('upload').where('upload', '=', upload).executeTakeFirst();
      const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }));
      if (known === undefined && Date.now() - mtimeMs > unfinishedFor) await rm(join(folder, name), { force: true });
    }
  }

  async function forget(upload: string): Promise<void> {
    await settling.get(upload)?.catch(() => undefined);
    await removeFiles(upload);
    await db.deleteFrom('receiving').where('upload', '=', upload).execute();
  }

  return {
    folder,
    begin: (upload, announced) =>
      db.transaction().execute(async (writing) => {
        const allowed = await allow(writing, announced, settings.allowance);
        const { person, name, bytes } = announced;
        if (allowed.ok)
          await writing
            .insertInto('receiving')
            .values({ upload, person, name: plainName(name), bytes, begun_at: given.now(), outcome: null })
            .execute();
        return allowed;
      }),
    async of(person, upload) {
      const row = await db
        .selectFrom('receiving')
        .select(['bytes', 'outcome'])
        .where('upload', '=', upload)
        .where('person', '=', person)
        .executeTakeFirst();
      return row === undefined ? null : { bytes: row.bytes, outcome: outcomeIn(row.outcome) };
    },
    settle(upload) {
      // Whoever asks while it is looked at gets the same answer.
      const running = settling.get(upload) ?? settleNow(upload).finally(() => settling.delete(upload));
      settling.set(upload, running);
      return running;
    },
    forget,
    async sweep(before) {
      const old = await db.selectFrom('receiving').select('upload').where('begun_at', '<', before).execute();
      for (const { upload } of old) await forget(upload);
      await removeStrays();
      return old.length;
    },
  };
}
