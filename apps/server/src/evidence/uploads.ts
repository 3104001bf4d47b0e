import { contentHash, type Content } from '@assay/engine';
import type { Writing } from '../database.ts';
import { wordsIn } from '../platform/text/words.ts';
import { AssayError, notFound } from '../record/errors.ts';
import type { World } from '../world.ts';
import { documentOf, keepDocument } from './reading/document.ts';

/**
 * Notes that a person brought a file, so that they, and nobody by its hash alone, can put it into evidence; its text is
 * read later. Throws AssayError where the same file was being deleted at this moment: it is there again when it is
 * brought again.
 */
export async function noteUpload(
  world: Pick<World, 'db' | 'files' | 'given' | 'reading'>,
  person: string,
  file: { readonly hash: string; readonly bytes: number; readonly mediaType: string },
): Promise<void> {
  const { db, given } = world;
  await db.transaction().execute((writing) => keepUpload(writing, { ...file, person, brought: 1, at: given.now() }));
  await stillThere(world, file.hash);
  world.reading.add(file);
}

/** As {@link noteUpload}, for who reads the text, and looks whether the file is still there, itself. */
export async function keepUpload(
  writing: Writing,
  {
    hash,
    person,
    bytes,
    mediaType,
    brought,
    at,
  }: {
    readonly hash: string;
    readonly person: string;
    readonly bytes: number;
    readonly mediaType: string;
    /** 1 for a file that was uploaded, 0 for a text that was written here. */
    readonly brought: 0 | 1;
    readonly at: string;
  },
): Promise<void> {
  await writing
    .insertInto('upload')
    .values({ hash, person, bytes, media_type: mediaType, brought, noted_at: at })
    .onConflict((conflict) =>
      brought === 1 ? conflict.columns(['hash', 'person']).doUpdateSet({ brought }) : conflict.doNothing(),
    )
    .execute();
}

async function stillThere({ files }: Pick<World, 'files'>, hash: string): Promise<void> {
  if ((await files.bytes(hash)) === null)
    throw new AssayError({ code: 'malformed', fields: [{ path: 'file', says: 'could not be kept; send it again.' }] });
}

/** What a person uploaded under this hash, as an item's content. Throws notFound where it was somebody else's. */
export async function uploadOf(world: World, person: string, hash: string, name: string): Promise<Content> {
  const row = await world.db
    .selectFrom('upload')
    .selectAll()
    .where('hash', '=', hash)
    .where('person', '=', person)
    .executeTakeFirst();
  if (row === undefined) throw notFound('upload of yours');
  return { hash: contentHash(row.hash), bytes: row.bytes, mediaType: row.media_type, name };
}

/** Keeps a written account as a text file of its own. */
export async function keepAccount(world: World, person: string, title: string, text: string): Promise<Content> {
  const words = wordsIn(text);
  if (words === 0)
    throw new AssayError({ code: 'malformed', fields: [{ path: 'text', says: 'write at least a few words.' }] });
  const { hash, bytes } = await world.files.keep(new Blob([text]).stream());
  const read = documentOf(text, words);
  await world.db.transaction().execute(async (writing) => {
    await keepUpload(writing, { hash, person, bytes, mediaType: 'text/plain', brought: 0, at: world.given.now() });
    await keepDocument(writing, hash, read);
  });
  await stillThere(world, hash);
  return {
    hash: contentHash(hash),
    bytes,
    mediaType: 'text/plain',
    name: `${
      title
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .trim()
        .slice(0, 60) || 'account'
    }.txt`,
  };
}
